Feature: An article is rewritten while it is being checked
  Its author goes on writing. What reads as before keeps its check, wherever it stands now; what has
  other words is checked again, however small the change. Nothing that was checked is ever thrown away.

  Background:
    Given the article:
      """
      The app has 218 million users. Its founder lives in Shanghai. He declined to comment. It was made in 2013.
      """

  Rule: The same words keep their check
    Scenario: A sentence that merely moves
      Given the claim about "218 million" is approved as "verified"
      When the author rewrites it:
        """
        It was made in 2013. Its founder lives in Shanghai. He declined to comment. The app has 218 million users.
        """
      Then the claim about "218 million" is approved
      And its verdict is "verified"
      And the claims read in this order: 4, 2, 3, 1

    Scenario: Quotation marks and white space change no word
      Given the article's newer text:
        """
        The app has 218 million users. She called it “a start”. It was made in 2013.
        """
      And a checker found the claim about "a start" "verified"
      When the author rewrites it:
        """
        The app has 218 million users.

        She called it "a start".  It was made in 2013.
        """
      Then the claim about "a start" is checked
      And an editor approves the claim about "a start"
      And the claim about "a start" is approved

    Scenario: A new sentence is a new claim under a number of its own
      When the author rewrites it:
        """
        The app has 218 million users. It is the largest of its kind. Its founder lives in Shanghai. He declined to comment. It was made in 2013.
        """
      Then the claims read in this order: 1, 5, 2, 3, 4
      And the claim about "largest" is unchecked

  Rule: Other words are checked again
    Scenario Outline: However small the change
      Given the claim about "<words>" is approved as "verified"
      When the author rewrites "<old>" to "<new>"
      Then the claim about "<words>" is in review
      And the claim about "<words>" has no verdict
      And the claim about "<words>" tells that it read "<old>"
      And the checker holds the claim about "<words>"

      Examples:
        | words    | old                            | new                                |
        | million  | The app has 218 million users. | The app has 281 million users.     |
        | Shanghai | Its founder lives in Shanghai. | Its founder lived in Shanghai.     |
        | 2013     | It was made in 2013.           | It was not made in 2013.           |

    Scenario: A published claim is opened again
      Given the claim about "218 million" is published as "verified"
      When the author rewrites "218 million" to "281 million"
      Then the claim about "281 million" is reopened
      And the claim about "281 million" has no verdict

    Scenario: What could not be checked is looked at anew
      Given a checker said that the claim about "Shanghai" can't be checked, being opinion
      When the author rewrites "lives in Shanghai" to "lives in Beijing"
      Then the claim about "Beijing" is unchecked

  Rule: Nothing is thrown away
    Scenario: A sentence that goes, and comes back
      Given the claim about "Shanghai" is approved as "verified"
      When the author rewrites "Its founder lives in Shanghai. " to ""
      Then the claim about "Shanghai" is orphaned
      And 0 of 3 claims are checked
      When the author rewrites "He declined" to "Its founder lives in Shanghai. He declined"
      Then the claim about "Shanghai" stands in the text
      And the claim about "Shanghai" is approved
      And 1 of 4 claims are checked
      And the ledger is unbroken

    Scenario: Nobody works on a sentence that has gone
      When the author rewrites "Its founder lives in Shanghai. " to ""
      And a checker takes the claim about "Shanghai"
      Then that is refused because its sentence stands no more

    Scenario: A sentence that goes no longer keeps the article from its readers
      Given the claim about "218 million" is approved as "verified"
      When the author rewrites it:
        """
        The app has 218 million users.
        """
      Then the gate is green

  Rule: One sees it coming, and sees it again
    Scenario: A look ahead changes nothing
      Given the claim about "218 million" is approved as "verified"
      When the author tries out "281 million" for "218 million"
      Then the rewriting shows:
        | reworded | The app has 218 million users. | The app has 281 million users. |
      And the claim about "218 million" is approved

    Scenario: Two texts beside each other
      When the author rewrites "218 million" to "281 million"
      And the author rewrites "He declined to comment. " to ""
      Then between the texts 1 and 3 this changed:
        | reworded | The app has 218 million users. | The app has 281 million users. |
        | orphaned | He declined to comment.        |                                |

    Scenario: The present text again changes nothing
      Given the claim about "218 million" is approved as "verified"
      When the author rewrites "218 million" to "218 million"
      Then the claim about "218 million" is approved
      And the article has 4 claims
