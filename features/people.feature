Feature: A newsroom names its people
  On a file of one's own people are who they say they are. Once somebody is named, only those who are
  named may act, each within a role.

  Background:
    Given the article:
      """
      The app has 218 million users. Its founder lives in Shanghai.
      """

  Scenario: Without names everybody may check
    When a checker takes the claim about "218 million"
    Then the checker holds the claim about "218 million"

  Scenario: The first one named manages the others
    When somebody names the checker as a checker
    Then that is refused because The first user must be an admin

  Rule: Each acts within a role
    Background:
      Given the newsroom has named the editor as an admin
      And the newsroom has named the checker as a checker
      And the newsroom has named another checker as a reader

    Scenario: A stranger is refused
      When a second editor takes the claim about "218 million"
      Then that is refused to somebody whom this newsroom doesn't know

    Scenario: A reader does not check
      When another checker takes the claim about "218 million"
      Then that is refused because is a reader; taking a claim takes a checker

    Scenario: A checker does not approve
      Given a checker found the claim about "218 million" "verified"
      When the checker approves the claim about "218 million"
      Then that is refused because is a checker; approving takes an editor

    Scenario: Another role, another right
      When the editor makes another checker a checker
      And another checker takes the claim about "218 million"
      Then another checker holds the claim about "218 million"

    Scenario: Who left the newsroom acts no more, and what they did stays
      Given a checker found the claim about "218 million" "verified"
      When the editor disables the checker
      And a checker takes the claim about "Shanghai"
      Then that is refused because is disabled in this newsroom
      And the claim about "218 million" is checked

    Scenario: Somebody is always left to manage the others
      When the editor disables the editor
      Then that is refused because is the last admin
