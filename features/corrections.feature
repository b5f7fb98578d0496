Feature: What was published wrong is put right in public, everywhere
  A verdict that changes after publication is told to the readers, and whoever printed the same sentence
  elsewhere looks at it again.

  Background:
    Given the article:
      """
      The app has 218 million users. It opened in 2013.
      """
    And another article, "second-story":
      """
      It is popular. “The app has 218 million users.”
      """
    And the claim about "218 million" is published as "verified"
    And another checker reopened the claim about "218 million" because "a newer figure is out"

  Rule: A second verdict is a correction
    Scenario: The list of corrections tells old and new
      Given the claim about "218 million" is approved as "outdated"
      When an editor publishes the article
      Then these corrections are public:
        | 218 million | correction | verified | outdated |

    Scenario: An editor words it
      Given the claim about "218 million" is approved as "outdated"
      When an editor publishes the article as an update: "In May 2026 the app had 231 million users."
      Then these corrections are public:
        | 218 million | update | verified | outdated |
      And the public is told "In May 2026 the app had 231 million users."

    Scenario: The same verdict again is no correction of the other articles
      Given the claim about "218 million" is approved as "verified"
      When an editor publishes the article
      Then the claim about "218 million" of "second-story" need not be looked at again

  Rule: The same sentence elsewhere is looked at again
    Scenario: Nobody has checked it there yet
      Given the claim about "218 million" is approved as "false"
      When an editor publishes the article
      Then the claim about "218 million" of "second-story" has to be looked at again, since it was corrected
      And the claim about "popular" of "second-story" need not be looked at again

    Scenario: It was approved there
      Given the claim about "218 million" of "second-story" is approved as "verified"
      And the claim about "218 million" is approved as "false"
      When an editor publishes the article
      Then the claim about "218 million" of "second-story" has to be looked at again, since it was corrected
      And the claim about "218 million" of "second-story" is in review

    Scenario: It had gone from the text there, and comes back
      Given the claim about "218 million" of "second-story" is approved as "verified"
      And "second-story" is rewritten to "It is popular."
      And the claim about "218 million" is approved as "false"
      When an editor publishes the article
      And "second-story" is rewritten to "It is popular. “The app has 218 million users.”"
      Then the claim about "218 million" of "second-story" has to be looked at again, since it was corrected
      And the claim about "218 million" of "second-story" is in review

  Rule: New words for what was published are told as well
    Scenario: Nothing is published until they are checked
      When the author rewrites "218 million" to "231 million"
      Then the gate names the claim about "231 million"

    Scenario: The figure that was published was wrong
      When the author rewrites "218 million" to "231 million"
      And the claim about "231 million" is approved as "verified"
      And an editor publishes the article
      Then the gate is green
      And these corrections are public:
        | 231 million | correction | verified | verified |
      And the public is told "We wrote: “The app has 218 million users.” It now reads: “The app has 231 million users.” Our verdict on that is “Verified”."
      And the claim about "218 million" of "second-story" has to be looked at again, since it was corrected

    Scenario: White space is no other words
      When the author rewrites "The app" to "The  app"
      And the claim about "218 million" is approved as "verified"
      And an editor publishes the article
      Then these corrections are public:
        | 218 million | clarification | verified | verified |
