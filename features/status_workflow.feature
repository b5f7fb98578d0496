Feature: Where a claim stands
  Every sentence is held to two people: one checks it, another signs for it.

  Background:
    Given the article:
      """
      By Robin Author

      The app has 218 million users. Its founder lives in Shanghai. “It saved my shop,” one user posted. Is that much?
      """

  Rule: One checker at a time
    Scenario: A checker takes a claim
      When a checker takes the claim about "218 million"
      Then the claim about "218 million" is in review
      And a checker holds the claim about "218 million"

    Scenario: Nobody takes what another holds
      Given a checker has taken the claim about "218 million"
      When another checker takes the claim about "218 million"
      Then that is refused because in review (by Ana Checker)

    Scenario: Nobody marks what another holds
      Given a checker has taken the claim about "218 million"
      When another checker marks the claim about "218 million" "verified" with a page that supports it
      Then the verdict is refused because held by Ana Checker
      And the claim about "218 million" has 0 pieces of evidence

    Scenario: A claim is given back
      Given a checker has taken the claim about "218 million"
      When a checker gives the claim about "218 million" back
      Then the claim about "218 million" is unchecked

    Scenario: Only its holder gives a claim back
      Given a checker has taken the claim about "218 million"
      When another checker gives the claim about "218 million" back
      Then that is refused because held by Ana Checker

    Scenario: The queue offers what matters first
      When a checker asks for the next claim
      Then it is the claim about "218 million"
      And a checker holds the claim about "218 million"

  Rule: A verdict takes and checks in one step
    Scenario: An unchecked claim is marked
      When a checker marks the claim about "218 million" "verified" with a page that supports it
      Then the claim about "218 million" is checked
      And its verdict is "verified"
      And 1 of 4 claims are checked

    Scenario: A word that is no verdict
      When a checker marks the claim about "218 million" "plausible" without evidence
      Then the verdict is refused because “plausible” is no verdict
      And the claim about "218 million" is still unchecked

    Scenario: A verdict decided on an older state is refused
      Given another checker has read the claim about "218 million"
      And a page that refutes the claim about "218 million"
      When another checker marks the claim about "218 million" "verified" as it was then
      Then the verdict is refused because is at version 2 by now
      And the claim about "218 million" is still unchecked

  Rule: What can't be checked is said to be so, with a reason
    Scenario: A rhetorical question
      When a checker says that the claim about "Is that much" can't be checked, being rhetorical
      Then the claim about "Is that much" is not checkable
      And 1 of 4 claims are checked

    Scenario: Other reasons need a note
      When a checker says that the claim about "Is that much" can't be checked, being other
      Then that is refused because “other” needs a note

    Scenario: It can be checked after all
      Given a checker said that the claim about "Is that much" can't be checked, being rhetorical
      When a checker reopens the claim about "Is that much" because "the reader wants an answer"
      Then the claim about "Is that much" is unchecked

  Rule: A slip of the hand is taken back before anybody signs it
    Scenario: A checker takes their own verdict back
      Given a checker found the claim about "218 million" "verified"
      When a checker takes back the word on the claim about "218 million"
      Then the claim about "218 million" is in review
      And the claim about "218 million" has no verdict
      And a checker holds the claim about "218 million"

    Scenario: It could be checked after all
      Given a checker said that the claim about "Is that much" can't be checked, being rhetorical
      When a checker takes back the word on the claim about "Is that much"
      Then the claim about "Is that much" is unchecked
      And 0 of 4 claims are checked

    Scenario: Nobody takes a colleague's word back
      Given a checker found the claim about "218 million" "verified"
      When another checker takes back the word on the claim about "218 million"
      Then that is refused because was checked by Ana Checker, who alone can undo that
      And the claim about "218 million" is still checked

    Scenario: What is signed stands
      Given the claim about "218 million" is approved as "verified"
      When a checker takes back the word on the claim about "218 million"
      Then that is refused because is approved (by Ed Editor)
      And the claim about "218 million" is still approved

  Rule: Nobody approves their own check
    Scenario: The checker is also an editor
      Given a checker found the claim about "218 million" "verified"
      When the same person, now as an editor, approves it
      Then the approval is refused because a second person must approve
      And the claim about "218 million" is still checked

    Scenario: Capitals make no second person
      Given a checker found the claim about "218 million" "verified"
      When the same person, spelled in capitals, approves it
      Then the approval is refused because a second person must approve

    Scenario: Nor does an author approve their own article
      Given a checker found the claim about "218 million" "verified"
      When the article's author approves it
      Then the approval is refused because Robin Author wrote “story”

    Scenario: A second person approves
      Given a checker found the claim about "218 million" "verified"
      When an editor approves it
      Then the claim about "218 million" is approved

    Scenario: What nobody has checked can't be approved
      When an editor approves the claim about "218 million"
      Then the approval is refused because is unchecked

    Scenario: An editor sends a check back
      Given a checker found the claim about "218 million" "verified"
      When an editor returns the claim about "218 million" because "the page is from 2019"
      Then the claim about "218 million" is in review
      And the claim about "218 million" has no verdict
      And a checker holds the claim about "218 million"

  Rule: An open question blocks approval
    Scenario: The author hasn't answered yet
      Given a checker found the claim about "218 million" "verified"
      And a checker asked "Monthly or daily users?" about the claim about "218 million"
      When an editor approves it
      Then the approval is refused because has 1 open query

    Scenario: The author has answered
      Given a checker found the claim about "218 million" "verified"
      And a checker asked "Monthly or daily users?" about the claim about "218 million"
      And the article's author answered "Monthly." about the claim about "218 million"
      When an editor approves it
      Then the claim about "218 million" is approved

  Rule: Nothing open is published
    Scenario: The gate is red
      Given the claim about "218 million" is approved as "verified"
      When an editor publishes the article
      Then publication is refused because 3 claims are open
      And the gate names the claim about "Shanghai"
      And the claim about "218 million" is still approved

    Scenario: The gate is green
      Given the claim about "218 million" is published as "verified"
      Then the claim about "218 million" is published
      And the gate is green

  Rule: A published verdict changes in public
    Scenario: A reopened claim has no verdict
      Given the claim about "218 million" is published as "verified"
      When another checker reopens the claim about "218 million" because "a newer figure is out"
      Then the claim about "218 million" is reopened
      And the claim about "218 million" has no verdict

    Scenario: A second verdict makes a correction
      Given the claim about "218 million" is published as "verified"
      And another checker reopened the claim about "218 million" because "a newer figure is out"
      And the claim about "218 million" is approved as "outdated"
      When an editor publishes the article
      Then the claim about "218 million" carries a correction from "verified" to "outdated"

    Scenario: The same verdict again is a clarification
      Given the claim about "218 million" is published as "verified"
      And another checker reopened the claim about "218 million" because "a reader asked"
      And the claim about "218 million" is approved as "verified"
      When an editor publishes the article
      Then the claim about "218 million" carries a clarification from "verified" to "verified"

    Scenario: A withdrawal takes two editors
      Given the claim about "218 million" is published as "verified"
      And an editor proposed to withdraw the claim about "218 million"
      When an editor withdraws the claim about "218 million"
      Then that is refused because a second editor must confirm it
      And the claim about "218 million" is still published

    Scenario: The second editor confirms
      Given the claim about "218 million" is published as "verified"
      And an editor proposed to withdraw the claim about "218 million"
      When a second editor withdraws the claim about "218 million"
      Then the claim about "218 million" is withdrawn
      And the public is told "We withdraw our verdict “Verified”."
