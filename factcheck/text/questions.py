"""Who asks and who answers: `he replied` is not who has just asked."""

from __future__ import annotations

from typing import Final

from factcheck.text.attribution_readings import Reading
from factcheck.text.wordlists import words

_ANSWERING: Final = words("answer reply respond")
_ENQUIRING: Final = words("ask inquire query quiz press grill wonder")
_SHORT: Final = words("yes no nope yeah")


def asks(reading: Reading) -> bool:
    """Whether somebody asks a question outright (`“Why?” asked Ana Duarte`, `“Why?” she said`)."""
    if reading.verb.meaning == "ask" and reading.verb.lemma in _ENQUIRING:
        return True
    lowers = reading.passage.tokens.lowers
    # The mark ends the words, or stands before their closing quotation mark.
    ends = [lowers[end - 2 : end] for _, end in reading.content]
    return any("?" in end for end in ends)


def answers(reading: Reading) -> bool:
    """Whether a question is answered: `he replied`, or `“No, sir,” he said`."""
    if reading.verb.lemma in _ANSWERING:
        return True
    opened = reading.content[0][0] if reading.content else reading.passage.last
    return not _SHORT.isdisjoint(reading.passage.tokens.lowers[opened : opened + 2])
