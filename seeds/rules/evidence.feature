Feature: What our verdicts rest on
  Modelled on principle 3 of the IFCN's Code of Principles (sources are given in enough detail that
  readers can replicate the work, primary where they can be had) and on the EFCSN's European Code of
  Standards (claims are tested against the best evidence available).

  Rule: A figure rests on whoever counted
    Scenario: Claims with a figure
      Given the article's claims with a figure
      And those with the verdict "verified"
      Then each has a piece of primary supporting evidence

  Rule: An unnamed voice never stands alone
    Scenario: Claims that rest on an unnamed source
      Given the article's claims whose only source is unnamed
      But not those with the verdict "unproven"
      Then each has at least 2 pieces of evidence from different publishers

  Rule: Evidence is fresh
    Scenario: What nobody has looked at for a year
      Given the article's claims with evidence
      Then each has evidence looked at within 365 days
