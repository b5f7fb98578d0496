Feature: Lists out
  A verified list is exactly what two people stand behind.

  Background:
    Given the article:
      """
      According to Statista, the app has 218 million users. Its founder lives in Shanghai. It opened in 2013. Is that much?
      """

  Rule: Verified means approved or published, and verified
    Scenario Outline: In every format
      Given the claim about "218 million" is approved as "verified"
      And a checker found the claim about "Shanghai" "verified"
      And the claim about "2013" is approved as "false"
      When the verified list is exported as <format>
      Then it lists 1 claim
      And it lists the claim about "218 million"
      And it doesn't list the claim about "Shanghai"
      And it doesn't list the claim about "2013"

      Examples:
        | format      |
        | JSON        |
        | JSONL       |
        | CSV         |
        | Markdown    |
        | ClaimReview |

    Scenario: A published claim stays on the list
      Given the claim about "218 million" is published as "verified"
      When the verified list is exported as JSON
      Then it lists the claim about "218 million"

    Scenario: A reopened claim leaves the list
      Given the claim about "218 million" is published as "verified"
      And another checker reopened the claim about "218 million" because "a newer figure is out"
      When the verified list is exported as JSON
      Then it lists 0 claims

  Rule: Everything can be had too
    Scenario: All claims of an article
      When everything is exported as CSV
      Then it lists 4 claims

    Scenario: ClaimReview lists what has a verdict
      Given the claim about "218 million" is approved as "mostly_true"
      When everything is exported as ClaimReview
      Then it lists 1 claim
      And the review of "218 million" rates it 4 of 5, "Mostly true"
      And the review of "218 million" names Statista as the claim's author

  Rule: A list is safe to open
    Scenario: A sentence that looks like a formula
      Given a checker found the claim about "218 million" "verified"
      When everything is exported as CSV
      Then no cell of it can be taken for a formula
