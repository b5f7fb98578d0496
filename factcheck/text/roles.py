"""Words for what a person is: titles and trades that a checker has to confirm."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.text.values import Span
from factcheck.text.wordlists import words

ROLES = words("""
    president vice-president chancellor premier minister secretary senator congressman congresswoman
    congressperson representative governor mayor councillor councilor councilman councilwoman councilmember
    lawmaker legislator deputy ambassador envoy diplomat commissioner chief chair chairman chairwoman
    chairperson ceo cfo coo executive director manager founder co-founder cofounder owner partner editor
    reporter journalist correspondent columnist anchor host author writer novelist poet historian professor
    lecturer researcher scientist economist analyst expert strategist consultant adviser advisor attorney
    lawyer prosecutor judge justice magistrate sheriff officer detective inspector sergeant lieutenant
    captain major colonel general admiral commander marshal spokesman spokeswoman spokesperson physician
    doctor surgeon nurse epidemiologist virologist psychologist psychiatrist biologist chemist physicist
    engineer architect designer developer programmer teacher principal superintendent student activist
    campaigner organizer organiser candidate nominee leader head king queen prince princess pope bishop
    archbishop cardinal priest pastor rabbi imam coach player striker goalkeeper quarterback actor actress
    singer musician comedian filmmaker producer artist painter photographer farmer fisherman banker investor
    trader entrepreneur businessman businesswoman whistleblower pollster demographer sociologist
    climatologist meteorologist seismologist
    """)
WORD = re.compile(r"[^\W\d_][\w.’'\-]{0,40}")
# Words that end the modifiers of a role to its left.
NO_MODIFIER = words("""
    a an the this that his her its their our my your and or but of for in on at by with from to as is was
    are were be been who said says told added asked former-then who's also who’s then when while after
    before
    """)
MOST_MODIFIERS = 3
WHERE = re.compile(r" (?:of|for|at) (?:the )?[A-ZÀ-Þ][\w’'\-]{1,24}(?: [A-ZÀ-Þ][\w’'\-]{1,24}){0,4}")
APPOSED = re.compile(
    r"(?:[A-ZÀ-Þ][\w.'’\-]{1,24}(?:, \d{1,3})? ?[,(—–]|\b(?:is|was|became)) ?(?:now |then )?"
    r"(?:an? |the |its |his |her |their |our )?$"
)


def find_titles(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the spans of titles and trades that stand with a name.

    `President Ana Duarte`, `Ana Duarte, a cybersecurity expert`, `Ana Duarte is the director of the
    Harbour Board`. A role without a name (`experts warn`) has nobody to confirm it of.
    """
    left: list[Span] = []
    for match in WORD.finditer(text, start, end):
        first, last = match.span()
        word = match.group()
        role = word.lower().removesuffix("’s").removesuffix("'s")
        if role in ROLES:
            last -= len(word) - len(role)
            for modifier_start, modifier_end in reversed(left[-MOST_MODIFIERS:]):
                modifier = text[modifier_start:modifier_end]
                capital = modifier[0].isupper()
                if (
                    modifier_end + 1 != first
                    or modifier.lower() in NO_MODIFIER
                    or (word[0].isupper() and not capital)
                ):
                    break
                first = modifier_start
            if text[last : last + 1] == " " and text[last + 1 : last + 2].isupper():
                yield first, last
            elif APPOSED.search(text, max(start, first - 60), first):
                place = WHERE.match(text, last, end)
                yield first, place.end() if place else last
        left.append((match.start(), match.end()))
