Feature: Whose words they are
  Modelled on the Society of Professional Journalists' Code of Ethics (never alter a quotation; identify
  sources clearly) and on principle 5 of the IFCN's Code of Principles (corrections are open and honest).

  Rule: Quotations are compared word for word
    Scenario: What stands in quotation marks
      Given the article's claims quoted word for word
      And those of kind "quote"
      Then each has its attribution checked

  Rule: A misquotation is never called verified
    Scenario: Wrong words in somebody's mouth
      Given the article's claims whose attribution was found misquoted
      Then each has a verdict other than "verified"

  Rule: Corrections say what changed
    Scenario: What was published before
      Given the article's claims that were corrected
      Then each tells the public what was corrected
