"""Tags in another language: who speaks, set into what is said (`« La place, dit-il, est belle. »`).

Typists of French and Spanish set a tag inside the quotation marks too. A tag names its own speaker: what
stands around it is never who spoke before.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from factcheck.text.attribution_readings import Reading
from factcheck.text.clauses import Passage, Range
from factcheck.text.tongue import SAY, Tongue
from factcheck.text.tongue_phrases import voice_after, voice_behind
from factcheck.text.tongue_said import STOPS, Said, said_at
from factcheck.text.tongue_speech import DASHES, LONGEST_ADJUNCT, speech_after, speech_before, trimmed_end
from factcheck.text.wordlists import words

_BEFORE: Final = DASHES | {",", "?", "!", "…"}  # what a tag inside quotation marks stands behind
_BEHIND: Final = DASHES | {",", ".", "…", "?", "!"}
_MINE: Final = words("je j' nous on yo nosotros mon ma mes notre nos mi mis nuestro nuestra nuestros")
_LASTING: Final = ("ait", "aient", "ía", "ían", "aba", "aban")  # `disait mon père`: whom the speaker quotes
_MOST_TRIED: Final = 12  # places for a tag that are looked at in one quotation


def read_tag(p: Passage, tongue: Tongue) -> Reading | None:
    """`..., so X`, `..., so X, ...`: a word alone ties a clause or a quotation to whose it is."""
    end = trimmed_end(p)
    lowers = p.tokens.lowers
    for k in range(end - 2, p.first, -1):
        if lowers[k] not in tongue.tags or p.inside[k] >= 0 or lowers[k - 1] not in STOPS:
            continue
        source = voice_after(p, k + 1, tongue)
        if source is None or lowers[k + 1] in tongue.that:
            continue
        behind = source[1]
        while behind < end and lowers[behind] in tongue.times:
            behind += 1
        before = speech_before(p, k) or (p.first, k)
        if behind >= end and k > max(p.first + 3, end - LONGEST_ADJUNCT):
            return Reading((k, k + 1), SAY, source, (before,), "clause-tag", p)
        if behind + 1 < end and lowers[behind] == "," and p.inside[behind] < 0:
            before = before if p.inside[k - 1] >= 0 else (p.first, k - 1)
            after = speech_after(p, behind, near=True) or (behind + 1, end)
            return Reading((k, k + 1), SAY, source, (before, after), "clause-tag", p)
    return None


def read_inner_tag(p: Passage, tongue: Tongue, bare: list[int]) -> Reading | None:
    """`« La place est belle, dit X, et vaste. »`; `bare` tells of every token that no quotation holds it."""
    i = p.first
    while i < p.last:
        q = p.inside[i]
        if q < 0:
            i += 1
            continue
        first, last = max(i, p.opens[q]), min(p.last, p.closes[q])
        found = _tag_within(p, replace(p, inside=bare, first=first, last=last), tongue)
        if found is not None:
            return found
        i = max(i + 1, last)
    return None


def _tag_within(p: Passage, speech: Passage, tongue: Tongue) -> Reading | None:
    """The first tag in the words of a quotation, its marks among them."""
    lowers = p.tokens.lowers
    tried = 0
    for i in range(speech.first + 2, speech.last):
        if lowers[i - 1] not in _BEFORE or tried > _MOST_TRIED:
            continue
        tried += 1
        said = said_at(speech, i, tongue)
        if said is None or p.tokens.words[i][0].isupper():
            continue
        tag = _end_of_tag(speech, said, tongue)
        if tag is None:
            continue
        source, end = tag
        after = (end + 1, speech.last)
        stop = i - 1 if lowers[i - 1] in DASHES | {","} else i
        content = [(speech.first, stop)]
        while after[0] < after[1] and lowers[after[0]] in {",", *DASHES}:
            after = (after[0] + 1, after[1])
        if any(lowers[k] not in STOPS for k in range(*after)):
            content.append(after)
        return Reading((said.at, said.after), tongue.cue(said.form), source, tuple(content), "quote-tag", p)
    return None


def _end_of_tag(speech: Passage, said: Said, tongue: Tongue) -> tuple[Range | None, int] | None:
    """The speaker of a tag and the mark at which it ends; None where it is none."""
    lowers, names = speech.tokens.lowers, tongue.names
    if lowers[said.at].endswith(_LASTING):
        return None
    if tongue.dropped and lowers[said.at - 1] in DASHES and lowers[said.after] in DASHES:
        return None, said.after
    source = voice_behind(speech, said, tongue)
    if source is None:
        return None
    opening = lowers[source[0]].rpartition("-")[2].replace("’", "'")
    named = any(word[0].isupper() for word in speech.tokens.words[source[0] : source[1]])
    told = named or opening in names.pronouns or opening.partition("'")[0] + "'" in names.definite
    if opening in _MINE or not (told or opening in names.definite or opening in names.indefinite):
        return None
    end = max(source[1], said.after)
    while end < speech.last and lowers[end] in tongue.times:
        end += 1
    at_end = end >= speech.last - 1 and end > said.at + 1
    return (source, end) if at_end or lowers[end] in _BEHIND else None
