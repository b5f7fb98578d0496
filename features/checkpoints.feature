Feature: Checkpoints
  A sentence can be right as a whole and wrong in a number. Each figure, date and name is ticked by itself.

  Scenario: A figure is ticked by who checked it
    Given the article:
      """
      The bridge cost 4 million euros in 1932.
      """
    When a checker ticks the figure "4 million euros" of the claim about "bridge"
    Then the figure "4 million euros" of the claim about "bridge" is ticked by a checker
