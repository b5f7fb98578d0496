Feature: The queue
  Whoever asks for work gets the claim that matters most, and gets it alone.

  Background:
    Given the article:
      """
      The app has 218 million users. Its founder lives in Shanghai.
      """

  Scenario: The claim that matters most comes first
    When a checker asks for the next claim
    Then it is the claim about "218 million"

  Scenario: Nobody gets what somebody else has
    When a checker asks for the next claim
    And another checker asks for the next claim
    Then it is the claim about "Shanghai"

  Scenario: The desk sees who holds what
    Given the checker has taken the claim about "Shanghai"
    Then the desk shows that the checker holds the claim about "Shanghai"

  Scenario: Of two that matter alike the one that is due sooner comes first
    Given another article, "second-story":
      """
      The mill has 219 million users.
      """
    And "second-story" is due tomorrow
    When a checker asks for the next claim of any article
    Then it is the claim about "219 million"

  Scenario: An article that is late
    Given the article was due yesterday
    Then the desk shows that the article is late

  Scenario: An article that was done in time is not late
    Given the article was due yesterday
    And the claim about "218 million" is published as "verified"
    Then the desk shows that the article is not late
