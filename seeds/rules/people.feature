Feature: Who answers for a verdict
  Modelled on the EFCSN's European Code of Standards and on the practice of newsroom fact-checking desks:
  no fact-check is published on the word of one person.

  Rule: Four eyes
    Scenario: Every verdict
      Given the article's claims with a verdict
      Then each was checked and approved by two people

  Rule: The author was heard
    Scenario: No question is left open
      Given all the article's sentences
      Then each has no open query
