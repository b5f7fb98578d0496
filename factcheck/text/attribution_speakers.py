"""Whose a verb of saying is: its subject before it or behind it, or whoever a participle belongs to."""

from __future__ import annotations

from typing import Final

from factcheck.text import lexicon as lx
from factcheck.text.appositions import head_of_appositions
from factcheck.text.attribution_readings import Verb
from factcheck.text.attribution_subjects import (
    before_aside,
    infinitive_subject,
    inverted_end,
    names_someone,
    own_subject,
    shared_subject,
    subject_to_come,
)
from factcheck.text.clauses import Passage, Range
from factcheck.text.cue_forms import ADDRESSEE, LEFT
from factcheck.text.inflection import forms
from factcheck.text.subjects import subject_before
from factcheck.text.wordlists import words

# What carries words: `a letter saying` is said by whoever wrote it.
CARRIERS: Final = words(
    """
    statement statements letter letters email emails e-mail tweet tweets message messages memo memos
    release video videos ad ads speech post posts note article articles petition petitions paper papers
    editorial op-ed record text headline lawsuit lawsuits suit complaint
    """
)
_WARNING: Final = words("warn promise caution")  # that need no hearer: `..., warned Ana Duarte`


def find_source(verb: Verb) -> tuple[Range | None, bool]:
    """The verb's subject, and whether it stands behind the verb."""
    p, group, cue = verb.passage, verb.group, verb.cue
    flags = p.tokens.flags
    before = group.first - 1
    if group.kind == "gerund":
        return _gerund_source(verb), False
    if group.kind == "infinitive":
        return infinitive_subject(p, group.first, verb.previous), False
    if before >= p.first and flags[before] & lx.AND:
        return shared_subject(p, before, verb.previous), False
    source = own_subject(p, subject_before(p, group.first), verb.previous)
    # `told CNN`: never `told Duarte` for `Duarte told`
    hearer = cue.arguments & ADDRESSEE and cue.meaning == "say" and cue.lemma not in _WARNING
    paused = before >= p.first and (flags[before] & (lx.COMMA | lx.DASH) or _quotes_comma(p, before))
    if cue.arguments & LEFT and not hearer and (source is None or paused):
        end = inverted_end(p, verb.after, before)
        told = end is not None and source is not None and source[0] <= p.first + 1
        if end is not None and not (told and flags[before] & lx.COMMA and _tells_all(p, before)):
            return (verb.after, end), True
    if source is None and before > p.first:
        return before_aside(p, before), False
    return source, False


def _tells_all(p: Passage, comma: int) -> bool:
    """Whether all before the comma is a subject with what is told of it (`Duarte, who left, remembered`)."""
    head = head_of_appositions(p, comma)
    return head is not None and head[0] <= p.first + 1 and p.tokens.lowers[comma - 1] not in {"said", "says"}


_PLACING: Final = frozenset(["on", "in", "at", "to"])  # `was on Radio Nine talking about`


def _is_placed(p: Passage, k: int) -> bool:
    """Whether the name at `k` stands behind a preposition of place: where, not who."""
    while k > p.first and p.tokens.words[k][:1].isupper():
        k -= 1
    return p.tokens.lowers[k] in _PLACING


def _quotes_comma(p: Passage, k: int) -> bool:
    """Whether token `k` closes a quotation with a comma inside its mark."""
    q = p.inside[k]
    return q >= 0 and p.closes[q] == k + 1 and k - 1 > p.opens[q] and bool(p.tokens.flags[k - 1] & lx.COMMA)


# Who gets a letter is told what it says: `Ana Duarte received a letter saying it fell`.
_GETTING: Final = frozenset(
    form
    for lemma in ("receive", "get", "obtain", "find", "read", "see", "discover", "open", "keep", "intercept")
    for form in forms(lemma)
)
_NO_NOUN: Final = lx.COMMA | lx.DASH | lx.PREPOSITION | lx.SUBORDINATOR | lx.AND


def _joined_by_with(p: Passage, first: int) -> Range | None:
    """Who speaks beside the main clause: `..., with one player calling it a disgrace`."""
    flags, lowers = p.tokens.flags, p.tokens.lowers
    for k in range(first - 2, max(p.first, first - 10) - 1, -1):
        if p.inside[k] >= 0 or flags[k] & (lx.COMMA | lx.BREAK | lx.FINITE | lx.SUBORDINATOR):
            return None
        if lowers[k] == "with":
            opens = k == p.first or bool(flags[k - 1] & (lx.COMMA | lx.DASH))
            return (k + 1, first) if opens else None
    return None


def _gerund_source(verb: Verb) -> Range | None:
    """Who says what a participle says (`..., adding that`, `voters backing`, `issued a letter saying`)."""
    p, first = verb.passage, verb.group.first
    flags, lowers = p.tokens.flags, p.tokens.lowers
    before = first - 1
    joined = _joined_by_with(p, first)
    if joined is not None:
        return joined
    source = shared_subject(p, first, verb.previous) or subject_to_come(p, first)
    if before < p.first or p.inside[before] >= 0:
        return source
    carrier = before - 1 if before > p.first and flags[before] & lx.TIME else before
    carrier -= lowers[carrier] == "on"  # `filed a lawsuit on Friday accusing`
    if lowers[carrier] in CARRIERS:
        got = source is not None and not _GETTING.isdisjoint(lowers[source[1] : carrier])
        return subject_before(p, first) if got else source
    if before > p.first and lowers[before] in {"'s", "’s"}:
        return (before - 1, before + 1)
    if not flags[before] & _NO_NOUN:
        near = subject_before(p, first)
        there = source is not None and lowers[source[0]] == "there"  # `There are posts claiming`
        if near is not None and _is_placed(p, near[0]):
            return source
        if near is not None and (source is None or there or names_someone(p, near)):
            return near
    return source
