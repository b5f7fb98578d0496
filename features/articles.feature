Feature: An article comes in
  Every sentence becomes a claim of its own, with its exact place in the text. What stands around the
  text (headline, byline, date, dateline) is kept, and is no claim.

  Scenario: What is around the text is no claim
    When this article comes in:
      """
      Ferry to Norderholm Stops Running

      By Pia Sandvik

      March 3, 2025

      OSLO (NTB) – The ferry made its last trip on Sunday. Some 140 people live on the island.
      """
    Then the article has 2 claims
    And "Pia Sandvik" belongs to no claim
    And "Stops Running" belongs to no claim
    And "OSLO" belongs to no claim
    And its claims read:
      | The ferry made its last trip on Sunday. |
      | Some 140 people live on the island.     |

  Scenario: Abbreviations end no sentence
    When this article comes in:
      """
      The U.S. Senate passed it at 9 p.m. on Tuesday. Dr. Lee of Acme Inc. paid $3.5 million for No. 7.
      """
    Then the article has 2 claims

  Scenario: A quotation of two sentences is two claims
    When this article comes in:
      """
      “The bridge is closed. Nobody gets across,” said Ines Duarte.
      """
    Then the article has 2 claims

  Scenario: The same text again adds nothing
    Given the article:
      """
      The mayor opened the bridge. It cost 4 million euros.
      """
    When this article comes in:
      """
      The mayor opened the bridge. It cost 4 million euros.
      """
    Then there is 1 article
    And the article has 2 claims

  Scenario: A name belongs to one text
    Given the article:
      """
      The mayor opened the bridge. It cost 4 million euros.
      """
    When another text comes in under the same name
    Then that is refused because “story” is the slug of another text
    And there is 1 article

  Scenario: A headline alone is nothing to check
    When a text without a sentence comes in:
      """
      Ferry to Norderholm Stops Running
      """
    Then that is refused because There is not one sentence to check
    And there are 0 articles
