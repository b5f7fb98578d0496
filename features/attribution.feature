Feature: Who is said to have said it
  A source in the wrong mouth is the failure that ends a newsroom's trust.

  Scenario Outline: A cue names the speaker
    When this article comes in:
      """
      <text>
      """
    Then the claim about "bridge" is said by <speaker>

    Examples: Indirect
      | text                                                                  | speaker              |
      | The council said on Monday that the bridge would close in May.        | The council          |
      | According to Statista, the bridge carries 40,000 cars a day.          | Statista             |
      | The bridge carries 40,000 cars a day, according to the BBC.           | BBC                  |
      | Ines Duarte, an engineer, warned that the bridge was rusting.         | Ines Duarte          |
      | A police spokesman told Reuters that the bridge had been closed.      | A police spokesman through Reuters |
      | The bridge will be torn down, the ministry announced.                 | the ministry         |

    Examples: Beside the clause
      | text                                                                  | speaker              |
      | In the council’s view, the bridge is too narrow.                      | the council          |
      | Ines Duarte’s fear is that the bridge will fall.                      | Ines Duarte          |
      | Nobody has closed the bridge, said Ines Duarte, an engineer.          | Ines Duarte          |
      | The bridge cost too much from the first day, said Ines Duarte.        | Ines Duarte          |
      | But as Ines Duarte noted, the bridge is too narrow.                   | Ines Duarte          |

    Examples: Direct
      | text                                                                  | speaker              |
      | “The bridge is rusting,” said Ines Duarte.                            | Ines Duarte          |
      | “The bridge,” Ines Duarte said, “is rusting.”                         | Ines Duarte          |
      | Ines Duarte said: “The bridge is rusting.”                            | Ines Duarte          |
      | “I walked across the bridge in tears,” one user posted.               | one user             |
      | “The bridge is rusting,” Ines Duarte said in an interview with CBS News. | Ines Duarte through CBS News |

    Examples: The article's own word
      | text                                                                  | speaker              |
      | The bridge opened in 1932.                                            | nobody               |
      | The bridge, known as the “Iron Lady,” opened in 1932.                 | nobody               |
      | The ministry declined to comment on the bridge.                       | nobody               |
      | Divers found a car below the bridge.                                  | nobody               |

  Scenario Outline: Other languages are read with tables of their own
    When this article comes in:
      """
      <text>
      """
    Then the claim about "<words>" is said by <speaker>

    Examples: German
      | text | words | speaker |
      | Bürgermeisterin Ines Roth hat die Brücke gesperrt. „Der Pfeiler ist gerissen“, sagte sie dem NDR. | Pfeiler | Ines Roth through NDR |
      | Die Brücke ist alt. Nach Angaben des Verkehrsministeriums fahren 40.000 Autos am Tag darüber. | 40.000 | Verkehrsministerium |
      | Frau Ines Roth prüft die Brücken der Stadt. Der Pfeiler sei gerissen, fügte Roth hinzu. | Pfeiler | Ines Roth |

    Examples: French
      | text | words | speaker |
      | La maire, Anne Roux, a fermé le pont. « Le pilier est fissuré », a-t-elle expliqué à France 3. | pilier | Anne Roux through France 3 |
      | Le pont est vieux. Selon le ministère des Transports, 40 000 voitures y passent chaque jour. | 40 000 | ministère des Transports |
      | Le pont de la ville est vieux. Une voisine affirme que le pilier est fissuré. | pilier | Une voisine |

    Examples: Spanish
      | text | words | speaker |
      | La alcaldesa, Ana Ruiz, cerró el puente. «El pilar está roto», dijo Ruiz a Radio Soria. | pilar | Ana Ruiz through Radio Soria |
      | El puente es viejo. Según un informe de la Universidad de Soria, pasan 40.000 coches al día. | 40.000 | Universidad de Soria |
      | El señor Luis Gil cuida los puentes de la ciudad. Gil añadió que el pilar está roto. | pilar | Luis Gil |

  Scenario: A quotation that runs on keeps its speaker
    When this article comes in:
      """
      “Nobody looked at the bridge for years. The steel is tired,” said Ines Duarte, an engineer, in an interview with CBS News. “It has to go.”
      """
    Then the claim about "for years" is said by Ines Duarte through CBS News
    And the claim about "for years" continues what was said before or after it
    And the claim about "steel is tired" is said by Ines Duarte through CBS News
    And the claim about "has to go" is said by Ines Duarte through CBS News
    And the claim about "has to go" continues what was said before or after it

  Scenario: A surname and a pronoun stand for the person named before
    When this article comes in:
      """
      Ines Duarte has inspected bridges for 20 years. Duarte said the northern pillar was cracked. She said the southern one was sound.
      """
    Then the claim about "northern pillar" is said by Ines Duarte
    And the claim about "southern one" is said by Ines Duarte

  Scenario: Unnamed voices are known as such
    When this article comes in:
      """
      “I saw it fall,” one user posted. Experts warn that the second arch could follow.
      """
    Then the claim about "saw it fall" comes from an unnamed person
    And the claim about "second arch" comes from an unnamed group

  Scenario: A source is found under any of its names
    Given the article:
      """
      The bridge carries 40,000 cars a day, according to the BBC. It opened in 1932.
      """
    When somebody asks what the BBC said
    Then just the claim about "40,000 cars" is listed

  Rule: Two names of one source can be put together, and parted again
    Scenario: A merge
      Given the article:
        """
        The bridge is sound, according to the Inspection Office. The pier is not, according to the Bridge Inspection Office.
        """
      And a checker merged the source Inspection Office into Bridge Inspection Office
      Then the claim about "sound" is said by Bridge Inspection Office

    Scenario: It is taken back
      Given the article:
        """
        The bridge is sound, according to the Inspection Office. The pier is not, according to the Bridge Inspection Office.
        """
      And a checker merged the source Inspection Office into Bridge Inspection Office
      When a checker parts the source Inspection Office again
      Then the claim about "sound" is said by Inspection Office
