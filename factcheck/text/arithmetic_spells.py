"""Years and ages that a checker recomputes: spells between two years, and lives. English."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.text.arithmetic_terms import Claim, Mismatch

YEAR = r"(?:1[5-9]\d\d|20\d\d)"
LIFE = re.compile(
    rf"\bborn\b[^.;]{{0,40}}?\b(?P<born>{YEAR})\b[^.;]{{0,80}}?\bdied\b[^.;]{{0,40}}?\b(?P<died>{YEAR})\b"
    r"[^.;]{0,20}?\b(?:at the age of|at age|aged|at) (?P<age>\d{1,3})\b"
)
SPELL = re.compile(
    rf"\b(?:from|between) (?P<first>{YEAR}) (?:to|until|till|and|through) (?P<last>{YEAR})\b"
    r",? (?:(?:for|a period of|a span of|over) )?(?P<years>\d{1,3})[ -]years?\b"
)
# The same with the death first: `died in 2010 aged 80; she was born in 1940`.
DEATH = re.compile(
    rf"\bdied\b[^.;]{{0,40}}?\b(?P<died>{YEAR})\b[^.;]{{0,20}}?"
    r"\b(?:at the age of|at age|aged|at) (?P<age>\d{1,3})\b"
    rf"[^.]{{0,60}}?\bborn\b[^.;]{{0,40}}?\b(?P<born>{YEAR})\b"
)
# What lasts so many years and no others: an average or a plan may be for more than its name says.
SPELL_BEFORE = re.compile(
    r"\b(?P<years>\d{1,3})(?:[ -]years?"
    r"|[ -]year (?:term|reign|war|career|spell|stint|tenure|marriage|rule|sentence))"
    rf",? (?:from|between) (?P<first>{YEAR}) (?:to|until|till|and|through) (?P<last>{YEAR})\b"
)


def check_spells(claim: Claim) -> Iterator[Mismatch]:
    """Years between two years, and the age of somebody who was born and died in given years."""
    text, start, end, figures = claim.text, claim.start, claim.end, claim.figures
    if len(figures) < 3:
        return
    for match in (*SPELL.finditer(text, start, end), *SPELL_BEFORE.finditer(text, start, end)):
        years = int(match["last"]) - int(match["first"])
        if not years - 1 <= int(match["years"]) <= years + 1:
            message = f"from {match['first']} to {match['last']} is {years} years, not {match['years']}"
            yield Mismatch(
                message, (match.span("first"), match.span("last"), match.span("years")), "duration"
            )
    for match in (*LIFE.finditer(text, start, end), *DEATH.finditer(text, start, end)):
        age = int(match["died"]) - int(match["born"])
        if int(match["age"]) not in (age - 1, age):
            lived = f"born in {match['born']} and died in {match['died']} makes {age - 1} or {age}"
            message = f"{lived}, not {match['age']}"
            yield Mismatch(message, (match.span("born"), match.span("died"), match.span("age")), "age")


# `Ana Lund, 45, was born in 1950`, `a 20-year-old bridge was built in 1990`, `40 years ago, in 1974`.
AGED = re.compile(
    rf"(?:, (?P<aged>\d{{1,3}}),|\b(?P<old>\d{{1,3}})-year-old\b)[^.;\d]{{0,40}}?"
    rf"\b(?:was|is|were) (?:born|built|founded|opened)\b[^.;\d]{{0,30}}?"
    rf"\bin (?:[A-Z][a-z]{{2,8}} )?(?P<since>{YEAR})\b"
)
AGO = re.compile(
    rf"\b(?P<ago>\d{{1,3}}) years ago,? (?:in|back in) (?:[A-Z][a-z]{{2,8}} )?(?P<since>{YEAR})\b"
)
# Who died in the sentence no longer ages.
OVER = re.compile(r"\b(?:die[ds]?|dead|death|killed|late|buried|demolished|closed)\b")


def check_ages(claim: Claim, year: int) -> Iterator[Mismatch]:
    """What is so many years old in an article of `year`, and since when: a birthday may be yet to come."""
    text, start, end = claim.text, claim.start, claim.end
    if OVER.search(text, start, end):
        return
    for match in (*AGED.finditer(text, start, end), *AGO.finditer(text, start, end)):
        given = next(name for name in ("aged", "old", "ago") if match.groupdict().get(name))
        age = year - int(match["since"])
        if int(match[given]) not in (age - 1, age):
            message = f"from {match['since']} to {year} is {age - 1} or {age} years, not {match[given]}"
            yield Mismatch(message, (match.span(given), match.span("since")), "age")
