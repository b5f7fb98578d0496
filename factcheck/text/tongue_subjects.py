"""Which of the noun phrases around a verb of another language is its subject, where commas leave it open."""

from __future__ import annotations

from typing import Final

from factcheck.text.clauses import Passage, Range
from factcheck.text.tongue import Tongue
from factcheck.text.tongue_phrases import voice_after
from factcheck.text.tongue_said import STOPS, Said

_LEAST_NAME: Final = 2  # words of a full name


def first_subject(p: Passage, at: int, tongue: Tongue) -> Range | None:
    """The subject of a sentence whose second verb is at `at` (`Roth lobte den Plan, forderte aber Geld`)."""
    source = voice_after(p, p.first, tongue)
    if source is None or source[1] >= at - 1 or p.tokens.lowers[at - 1] != ",":
        return None
    verb = source[1] + (p.tokens.lowers[source[1]] == ",")
    return (
        source
        if p.tokens.words[verb].islower() and p.tokens.lowers[verb].endswith(("t", "te", "ten"))
        else None
    )


def names_behind(p: Passage, said: Said, behind: Range | None) -> bool:
    """Whether a comma parts a verb from what is before it, and a full name and a comma follow.

    In `Die Brücke, die alt ist, sagte Ines Roth, falle` it is she who says it.
    """
    if behind is None or behind[0] != said.after or behind[1] - behind[0] < _LEAST_NAME:
        return False
    parted = p.tokens.lowers[said.at - 1] == "," and p.inside[said.at - 1] < 0
    closed = behind[1] >= p.last or p.tokens.lowers[behind[1]] in STOPS
    return parted and closed and all(word[0].isupper() for word in p.tokens.words[slice(*behind)])
