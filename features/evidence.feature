Feature: Evidence
  A verdict stands on pages that others can open. When they change, it is thought over again.

  Background:
    Given the article:
      """
      The app has 218 million users. “It saved my shop,” one user posted. Its founder lives in Shanghai.
      """

  Rule: Each verdict has its needs
    Scenario Outline: The evidence fits the verdict
      When a checker marks the claim about "218 million" "<verdict>" with a page that <stance> it
      Then the claim about "218 million" is <status>

      Examples:
        | verdict      | stance   | status    |
        | verified     | supports | checked   |
        | mostly_true  | supports | checked   |
        | false        | refutes  | checked   |
        | mostly_false | refutes  | checked   |
        | mixture      | context  | checked   |
        | misleading   | supports | checked   |
        | outdated     | refutes  | checked   |
        | verified     | context  | unchecked |
        | verified     | refutes  | unchecked |
        | false        | supports | unchecked |

    Scenario: No evidence, no verdict
      When a checker marks the claim about "218 million" "verified" without evidence
      Then the verdict is refused because needs a piece of evidence that supports it; it has 0

    Scenario: Unproven says where one looked
      When a checker marks the claim about "218 million" "unproven" without evidence
      Then the verdict is refused because needs a note saying where you looked

    Scenario: Unproven with a note
      When a checker marks the claim about "218 million" "unproven" and notes "Three archives."
      Then the claim about "218 million" is checked

    Scenario: A refused verdict leaves nothing behind
      When a checker marks the claim about "218 million" "false" with a page that supports it
      Then the verdict is refused because needs a piece of evidence that refutes it
      And the claim about "218 million" has 0 pieces of evidence

  Rule: An unnamed voice never stands alone
    Scenario: One page is not enough
      When a checker marks the claim about "saved my shop" "verified" with 1 different pages
      Then the verdict is refused because its only source is unnamed

    Scenario: The same page twice is one page
      When a checker marks the claim about "saved my shop" "verified" with the same page twice
      Then the verdict is refused because it has 1

    Scenario: Two pages are enough
      When a checker marks the claim about "saved my shop" "verified" with 2 different pages
      Then the claim about "saved my shop" is checked
      And the claim about "saved my shop" has 2 pieces of evidence

  Rule: A verdict doesn't outlive its evidence
    Scenario: Evidence against a check
      Given a checker found the claim about "218 million" "verified"
      When a checker attaches a page that refutes the claim about "218 million"
      Then the claim about "218 million" is in review
      And the claim about "218 million" has no verdict

    Scenario: Evidence against an approved claim
      Given the claim about "218 million" is approved as "verified"
      When a checker attaches a page that refutes the claim about "218 million"
      Then the claim about "218 million" is in review
      And the claim about "218 million" has no verdict

    Scenario: Evidence against a published claim
      Given the claim about "218 million" is published as "verified"
      When a checker attaches a page that refutes the claim about "218 million"
      Then the claim about "218 million" is reopened

    Scenario: More of the same changes nothing
      Given the claim about "218 million" is approved as "verified"
      When a checker attaches a page that supports the claim about "218 million"
      Then the claim about "218 million" is still approved

    Scenario: The evidence is taken away
      Given a checker found the claim about "218 million" "verified"
      When a checker removes the evidence of the claim about "218 million"
      Then the claim about "218 million" is in review
      And the claim about "218 million" has 0 pieces of evidence

  Rule: Evidence is a page that others can open
    Scenario Outline: Links that are none
      When a checker attaches the link "<link>" to the claim about "218 million"
      Then that is refused because <reason>
      And the claim about "218 million" has 0 pieces of evidence

      Examples:
        | link                        | reason                      |
        | javascript:alert(1)         | not a link to a web page    |
        | ftp://files.example/a       | not a link to a web page    |
        | https://                    | not a link to a web page    |
        | https://me:pw@site.example/ | user name or password       |

    Scenario: The same link again adds nothing
      Given a page that supports the claim about "218 million"
      When a checker attaches a page that supports the claim about "218 million"
      Then the claim about "218 million" has 1 piece of evidence

  Rule: A page is kept as it was, and looked at again
    Background:
      Given a page on the web that says "According to the survey, the app has 218 million users by now."

    Scenario: A page that is gone can still be shown
      When a checker attaches that page to the claim about "218 million" for "218 million users"
      And that page is gone
      Then the desk can still show that page with "the app has 218 million users"
      And the words relied on for the claim about "218 million" are on the page

    Scenario: Words that are not on the page are no evidence
      When a checker attaches that page to the claim about "218 million" for "281 million users"
      Then the words relied on for the claim about "218 million" are not on the page

    Scenario: The words relied on change
      Given a checker attached that page to the claim about "218 million" for "218 million users"
      And the claim about "218 million" is approved as "verified"
      When that page says "According to the survey, the app has 128 million users by now." instead
      And the desk looks at its evidence again
      Then the claim about "218 million" is in review
      And the claim about "218 million" has no verdict

    Scenario: An advertisement changes
      Given a checker attached that page to the claim about "218 million" for "218 million users"
      And the claim about "218 million" is approved as "verified"
      When that page advertises "Buy hats" instead
      And the desk looks at its evidence again
      Then the claim about "218 million" is still approved
