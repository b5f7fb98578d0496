Feature: A newsroom's own rules
  What the newsroom wants of its articles it writes down as scenarios. An article that breaks one is not
  published before it is mended.

  Background:
    Given the article:
      """
      The app has 218 million users. It is said to be safe, one user posted.
      """
    And the claim about "218 million" is approved as "verified"
    And a checker said that the claim about "safe" can't be checked, being opinion

  Rule: A rule stops an article, and lets it through when it is mended
    Background:
      Given the newsroom's rules:
        """
        Feature: House rules
          Rule: Figures rest on whoever counted
            Scenario: Every figure
              Given the article's claims with a figure
              Then each has evidence with a quote
        """

    Scenario: It is broken
      When an editor publishes the article
      Then publication is refused because 1 claim breaks a rule
      And the gate names the claim about "218 million"

    Scenario: It is mended
      Given a page that supports the claim about "218 million"
      When an editor publishes the article
      Then the claim about "218 million" is published

  Rule: Rules say what they mean, or are not loaded
    Scenario: What a rule leaves out it doesn't stop
      Given the newsroom's rules:
        """
        Feature: House rules
          Scenario: Nobody stands alone but users
            Given the article's claims
            But not those said by nobody
            Then each has at least 3 pieces of evidence
        """
      Then the gate is green

    Scenario: All the sentences are more than the claims
      Given the newsroom's rules:
        """
        Feature: House rules
          Scenario: No opinions at all
            Given all the article's sentences that are not checkable
            Then there are none
        """
      Then the gate names the claim about "safe"

    Scenario: A rule that nobody understands is never loaded
      When an admin loads the rules:
        """
        Feature: House rules
          Scenario: Figures
            Given the article's claims with figures
            Then each has evidence
        """
      Then that is refused because line 3: “the article's claims with figures” is no step that factcheck knows
      And the gate is green

    Scenario: The same steps in a newsroom's own tests
      Given the article's claims with a figure
      But not those said by somebody
      Then each has a verdict
      And each was checked and approved by two people
