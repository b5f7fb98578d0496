Feature: Questions to the author and to sources
  What only the author or a source can answer is asked in writing, and nobody forgets to answer.

  Background:
    Given the article:
      """
      The app has 218 million users. Its founder lives in Shanghai. It was made in 2013.
      """

  Rule: Whoever asks for the questions sees what waits for an answer
    Scenario: The open questions, the most urgent first
      Given a checker asked "Monthly or daily?" about the claim about "218 million", due 2026-03-04
      And a checker asked "Which district?" about the claim about "Shanghai"
      And a checker asked "Says who?" about the claim about "2013", due 2026-03-01
      Then these questions are open:
        | 2013        | Says who?         |
        | 218 million | Monthly or daily? |
        | Shanghai    | Which district?   |

    Scenario: An answered question is open no more
      Given a checker asked "Monthly or daily?" about the claim about "218 million"
      And a checker asked "Which district?" about the claim about "Shanghai"
      And an editor answered "Monthly." about the claim about "218 million"
      Then these questions are open:
        | Shanghai | Which district? |
