"""Chains: a medium that reports what another says (`Reuters reported, citing two officials, that ...`).

What is reported is the medium's and the other's; the other said it through the medium.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from factcheck.text import lexicon as lx
from factcheck.text.attribution_readings import Reading
from factcheck.text.channels import is_outlet
from factcheck.text.wordlists import words

_CITING: Final = frozenset(["citing", "quoting"])
_SPEAKING: Final = words(
    """
    report reports study studies document documents data figures filing filings statement statements agency
    newspaper media website record records letter email emails memo survey poll polls article people
    """
)
_REACH: Final = 8  # tokens between a voice and its `citing`


def link_chains(readings: list[Reading]) -> list[Reading]:
    """The readings, with what is cited for a report given the report's content, right behind it."""
    linked: list[Reading] = []
    waiting: list[Reading] = []
    for reading in readings:
        tokens = reading.passage.tokens
        if reading.rule != "cue-object" or tokens.lowers[reading.cue[1] - 1] not in _CITING:
            linked.append(reading)
            linked.extend(_cited(one, reading) for one in waiting)
            waiting = []
        elif linked and linked[-1].content and 0 <= reading.cue[0] - linked[-1].cue[1] <= _REACH:
            linked.append(_cited(reading, linked[-1]))
        else:
            waiting.append(reading)
    return linked + waiting


def _names_voice(reading: Reading) -> bool:
    """Whether what is cited can speak: a name, a person, a medium; not `citing low wages`."""
    tokens = reading.passage.tokens
    start, end = reading.content[0]
    if any(
        tokens.flags[k] & (lx.PERSON | lx.NUMBER) or tokens.lowers[k] in _SPEAKING for k in range(start, end)
    ):
        return True
    owned = any(tokens.lowers[k] in {"'s", "’s"} for k in range(start, end))
    return not owned and tokens.words[end - 1][:1].isupper()


def _cited(reading: Reading, report: Reading) -> Reading:
    """The cited voice with the report's content: its source is what was read as its object.

    What a speaker who is no medium cites for an argument (`citing low wages`) stays an object.
    """
    if not (_names_voice(reading) or _is_medium(report)):
        return reading
    return replace(reading, source=reading.content[0], content=report.content, rule="chain-citing")


def is_reported(outer: Reading, inner: Reading) -> bool:
    """Whether a medium's report (`..., Interfax reported`) holds another voice, which then counts too."""
    if outer.source is None or inner.source is None or not outer.rule.startswith("clause-source-cue"):
        return False
    return inner.cue[1] <= outer.source[0] and _is_medium(outer)


def _is_medium(reading: Reading) -> bool:
    """Whether the source is an outlet by its name."""
    if reading.source is None:
        return False
    named = reading.passage.tokens.words[slice(*reading.source)]
    name = " ".join(word for word in named if word[:1].isupper())
    return bool(name) and is_outlet(name)
