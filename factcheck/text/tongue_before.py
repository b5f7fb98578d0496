"""The source before its verb, by a language's tables: with its place, its apposition, its relative clause."""

from __future__ import annotations

from typing import Final

from factcheck.text.clauses import Passage, Range
from factcheck.text.tongue import Tongue
from factcheck.text.tongue_degrees import from_degree
from factcheck.text.tongue_joints import start_of_joined
from factcheck.text.tongue_phrases import LONGEST_VOICE, begins_voice, shortens
from factcheck.text.tongue_said import HARD, STOPS
from factcheck.text.tongue_speech import quotes
from factcheck.text.wordlists import words

LONGEST_APPOSED: Final = 26  # words of a speaker with an apposition between commas


def voice_before(p: Passage, i: int, tongue: Tongue) -> Range | None:
    """The noun phrase that ends before the verb at `i`; with its apposition, where commas set one off."""
    lowers = p.tokens.lowers
    i = _before_aside(p, i, tongue)
    apposed = i > p.first and lowers[i - 1] == "," and p.inside[i - 1] < 0
    end = i - 1 if apposed else i
    while not apposed and end - 1 > p.first and lowers[end - 1].replace("’", "'") in tongue.clitics:
        end -= 1  # `L’avocate lui a rappelé`
    while end - 1 > p.first and lowers[end - 1] in tongue.times and not apposed:
        end -= 1
    start = end
    low = max(p.first, end - (LONGEST_APPOSED if apposed else LONGEST_VOICE))
    while start > low and not quotes(p, start - 1):
        if tongue.free and (q := p.inside[start - 1]) >= 0 and p.opens[q] > low:
            start = p.opens[q]  # `Einem Bericht des »Kuriers« zufolge`
            continue
        word = lowers[start - 1]
        if (
            word in (HARD if apposed else STOPS)
            and word not in ("(", ")")
            and not shortens(p, start - 1, tongue)
        ):
            break
        if not apposed and (word in tongue.breaks or word in tongue.that or word in tongue.like):
            break
        start -= 1
    if apposed and not tongue.free:
        start = _past_adverbial(p, start, end, tongue)
    if apposed and start < end and lowers[start] in tongue.breaks:
        start += 1
    if apposed and not _is_apposition(p, start, end, tongue):
        return None
    if not apposed:
        start = start_of_joined(p, start, tongue, several=lowers[i].endswith(tongue.plural))
    start = from_degree(p, start)
    governed = start > p.first and lowers[start - 1] in tongue.prepositions
    if start < end and not governed and begins_voice(p, start, tongue):
        return (start, end)
    if start < end and not apposed and (placed := _before_place(p, start, end, tongue)) is not None:
        return placed
    return None if start >= end or apposed or tongue.free else _before_relative(p, start, end, tongue)


_WITH_ARTICLE: Final = words("al del au aux am im zum zur beim vom")


def _before_place(p: Passage, start: int, end: int, tongue: Tongue) -> Range | None:
    """The noun phrase whose last words tell where or with what (`Die Polizei in Jena sagte`)."""
    lowers, low = p.tokens.lowers, max(p.first, end - LONGEST_VOICE)
    k = start - 1
    if k <= low or lowers[k] not in tongue.prepositions:
        return None
    if lowers[k] not in _WITH_ARTICLE and not begins_voice(p, start, tongue):
        return None
    while k > low and p.inside[k - 1] < 0 and lowers[k - 1] not in STOPS:
        word = lowers[k - 1]
        if word in tongue.that or word in tongue.like or word in tongue.verbs or word in tongue.participles:
            return None
        if word in tongue.finite or (word in tongue.breaks and word not in tongue.prepositions):
            return None
        k -= 1
    return (k, end) if k < start - 1 and begins_voice(p, k, tongue) else None


_CITING: Final = frozenset(
    [("unter", "berufung"), ("mit", "verweis"), ("mit", "bezug"), ("unter", "verweis")]
)
_LONGEST_CITED: Final = 12  # tokens of whom a medium cites


def _before_aside(p: Passage, i: int, tongue: Tongue) -> int:
    """Where the comma stands before what sets a subject off (`UGT, por su parte, considera`), or `i`."""
    lowers = p.tokens.lowers
    if tongue.free:
        for k in range(i - 4, max(p.first, i - _LONGEST_CITED), -1):
            if lowers[k + 2] == "auf" and (lowers[k], lowers[k + 1]) in _CITING:
                return k  # `Wie die dpa unter Berufung auf Insider berichtete`
    for k in range(i - 2, max(p.first, i - 7), -1):
        if lowers[k] == "," and lowers[i - 1] == "," and "_".join(lowers[k + 1 : i - 1]) in tongue.asides:
            return k
    return i


def _before_relative(p: Passage, start: int, end: int, tongue: Tongue) -> Range | None:
    """The noun phrase whose relative clause ends before a verb (`Dos que no han visto nada dijeron`)."""
    lowers, low = p.tokens.lowers, max(p.first, end - LONGEST_VOICE)
    k = start - 1
    while k > low and lowers[k] not in tongue.names.relatives:
        if p.inside[k] >= 0 or lowers[k] in STOPS:
            return None
        k -= 1
    if lowers[k - 1] in tongue.verbs or lowers[k - 1] in tongue.participles:
        return None  # `dijo que`
    first = k
    while first > low and lowers[first - 1] not in STOPS and lowers[first - 1] not in tongue.breaks:
        first -= 1
    return (first, end) if k > first and begins_voice(p, first, tongue) else None


def _past_adverbial(p: Passage, start: int, end: int, tongue: Tongue) -> int:
    """Past when or where it was, before a subject with its apposition (`El lunes, Ana Duarte, la jueza,`)."""
    piece = p.tokens.lowers[start:end]
    if piece.count(",") < 2:
        return start
    cut = piece.index(",")
    timed = not tongue.times.isdisjoint(piece[:cut])
    return start + cut + 1 if timed or piece[0] in tongue.prepositions else start


def _is_apposition(p: Passage, start: int, end: int, tongue: Tongue) -> bool:
    """Whether tokens are a subject with what is said of it between commas, and no clause of their own."""
    piece = p.tokens.lowers[start:end]
    if "," not in piece or (start > p.first and end - start >= LONGEST_APPOSED):
        return False
    if not tongue.free:
        cut = len(piece) - 1 - piece[::-1].index(",")
        last = piece[cut + 1 :]  # a clause's verb tells that the whole is none
        related = bool(last) and (last[0] in tongue.names.relatives or last[0] in tongue.prepositions)
        return related or not any(word in tongue.finite or word.endswith(tongue.future) for word in last)
    return tongue.that.isdisjoint(piece) and not any(word in tongue.verbs for word in piece)
