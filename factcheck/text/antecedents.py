"""Whom a relative pronoun stands for that is a source: `They met Ana Duarte, who said ...`."""

from __future__ import annotations

import re
from typing import Final

from factcheck.text import lexicon as lx
from factcheck.text.attribution_readings import Reading
from factcheck.text.attribution_sources import noun_phrase_in
from factcheck.text.clauses import Passage, Range
from factcheck.text.subjects import subject_before
from factcheck.text.values import Span

_PARTY = re.compile(r"[DRI]-[A-Z]")
_LEADING_TO = frozenset(["to", "against", "toward", "towards"])


def antecedent_of(reading: Reading) -> Span | None:
    """The noun phrase that a relative pronoun as source stands for."""
    source = reading.source
    p = reading.passage
    if source is None or source[1] - source[0] != 1 or source[0] <= p.first:
        return None
    if not p.tokens.flags[source[0]] & lx.RELATIVE and p.tokens.lowers[source[0]] != "that":
        return None
    k = source[0]
    if p.tokens.flags[k - 1] & lx.COMMA:
        k -= 1
    found = subject_before(p, k)
    if found is not None and _PARTY.match(p.tokens.words[found[0]]) and found[0] - 1 > p.first:
        found = subject_before(p, found[0] - 1)  # `Rep. Ana Duarte, R-Austin, who`
    if found is not None and found[0] - 2 > p.first:
        denied = found[0] - (p.tokens.lowers[found[0]] != "not")
        if p.tokens.lowers[denied] == "not" and p.tokens.flags[denied - 1] & lx.COMMA:
            found = subject_before(p, denied - 1)  # `It was Ana Duarte, not Ruth Abara, who`
    if found is None:
        return None
    owner = _member_before(p, found) if p.tokens.lowers[source[0]] == "who" else None
    first, last = noun_phrase_in(p, owner or found)
    if p.tokens.lowers[source[0]] == "which":  # `put the case to the council, which said`
        first = next((i + 1 for i in range(last - 1, first, -1) if p.tokens.lowers[i] in _LEADING_TO), first)
    while first - 2 >= p.first and p.tokens.lowers[first - 1] == "of" and _is_named(p, first - 2):
        first -= 2  # `the Bank of Norland, which`
        while first > p.first and _is_named(p, first - 1):
            first -= 1
    return p.tokens.span(first, last)


_OF: Final = frozenset(["of", "from", "at", "for"])


def _member_before(p: Passage, body: Range) -> Range | None:
    """Who is `of` a body, parted from it by a comma (`Ana Duarte, of the Harbour Board, who said`)."""
    words, lowers = p.tokens.words, p.tokens.lowers
    k = body[0] - 1
    while k > p.first and words[k][:1].isupper():
        k -= 1
    k -= k > p.first and lowers[k] == "the"
    if k - 2 < p.first or lowers[k] not in _OF or not p.tokens.flags[k - 1] & lx.COMMA:
        return None
    named = words[k - 2][:1].isupper() and words[body[1] - 1][:1].isupper()
    return subject_before(p, k - 1) if named else None


def _is_named(p: Passage, k: int) -> bool:
    """Whether a word with a capital stands at `k`."""
    return p.inside[k] < 0 and p.tokens.words[k][:1].isupper()
