Feature: What happened
  Everything that anybody does is written down once, in order, and can't be rewritten unseen.

  Background:
    Given the article:
      """
      The app has 218 million users. Its founder lives in Shanghai.
      """

  Scenario: A claim's way to approval
    Given a page that supports the claim about "218 million"
    And a checker has taken the claim about "218 million"
    And the claim about "218 million" is approved as "verified"
    Then the history of the claim about "218 million" tells:
      | a checker | evidence added |
      | a checker | claim taken    |
      | a checker | evidence added |
      | a checker | evidence added |
      | a checker | claim marked   |
      | an editor | claim approved |
    And the ledger is unbroken

  Scenario: What was refused didn't happen
    When a checker marks the claim about "218 million" "verified" without evidence
    Then the history of the claim about "218 million" tells nothing
    And the ledger is unbroken

  Scenario: The ledger goes on after a checkpoint
    Given an editor keeps a checkpoint of the ledger elsewhere
    And a checker found the claim about "218 million" "verified"
    Then the ledger agrees with the checkpoint
