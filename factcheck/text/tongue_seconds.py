"""Second verbs of saying in a sentence of another language: there what the first one says has ended.

In `Roth sagte, die Lage sei gut, und kündigte eine Dividende an` what is said ends before `und`; the second
verb has the same speaker, or one of its own behind `aunque`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final, NamedTuple

from factcheck.text.attribution_readings import Reading
from factcheck.text.clauses import Passage, Range
from factcheck.text.tongue import Tongue
from factcheck.text.tongue_before import voice_before
from factcheck.text.tongue_said import STOPS, Said, said_at
from factcheck.text.tongue_verbs import read_beside
from factcheck.text.wordlists import words

_FARTHEST: Final = 120  # tokens behind a verb in which a second one is looked for
_LONGEST_SUBJECT: Final = 12  # tokens between `aunque` and its verb
_ADDING: Final = words("und et y e mais pero aber sowie")
_OPPOSING: Final = words("aunque pero mientras mais aber doch während")
_BEFORE_VERB: Final = words("también además auch zugleich zudem gleichzeitig aussi également no")
_STRONG: Final = words("gab gaben wies wiesen bat baten versprach rief riet warf warfen schrieb sprach fand")


class _Second(NamedTuple):
    """A second verb: where the first one's content ends at the latest, the verb, a speaker of its own."""

    end: int
    said: Said
    source: Range | None = None


def with_second(reading: Reading, tongue: Tongue) -> list[Reading]:
    """A reading that ends where a second verb of saying begins, and what that one says."""
    second = _find_second(reading, tongue)
    if second is None:
        return [reading]
    kept = tuple((s, min(e, second.end)) if s >= reading.cue[1] else (s, e) for s, e in reading.content)
    first = replace(reading, content=tuple(each for each in kept if each[1] > each[0]))
    if not first.content:
        return [reading]
    source = second.source or reading.source
    more = read_beside(reading.passage, second.said, tongue, source) if source is not None else None
    return [first] if more is None or not more.content else [first, more]


def _find_second(reading: Reading, tongue: Tongue) -> _Second | None:
    """The first verb of saying behind a reading's own that is not part of what is said."""
    p = reading.passage
    begins = [s for s, _ in reading.content if s >= reading.cue[1]]
    start = min(begins, default=max(reading.cue[1], reading.source[1] if reading.source else 0))
    for k in range(start - 1, min(p.last - 2, start + _FARTHEST)):
        if p.inside[k] >= 0 or p.inside[k + 1] >= 0:
            continue
        found = (
            _gerund(p, k, tongue)
            or (_joined(reading, k, tongue) if k > start else None)
            or _opposed(p, k, tongue)
        )
        if found is not None:
            return found
    return None


def _joined(reading: Reading, k: int, tongue: Tongue) -> _Second | None:
    """`..., und kündigte an`: a verb without a subject, in the tense of the first."""
    p, lowers = reading.passage, reading.passage.tokens.lowers
    if lowers[k] not in _ADDING:
        return None
    at = k + 1
    while at < p.last - 1 and lowers[at] in _BEFORE_VERB:
        at += 1
    said = said_at(p, at, tongue)
    if said is None or said.pronoun is not None or p.tokens.words[at][0].isupper():
        return None
    if _tense(p, reading.cue[0], tongue) != _tense(p, said.at, tongue):
        return None
    return _Second(k - (lowers[k - 1] == ","), said)


def _tense(p: Passage, at: int, tongue: Tongue) -> str:
    """The tense of a verb, by its form: a perfect, a simple past, or neither."""
    word = p.tokens.lowers[at].replace("’", "'")
    if word in tongue.auxiliaries or word.rpartition("'")[2].partition("-")[0] in tongue.auxiliaries:
        return "perfect"
    past = word.endswith(("te", "ten")) if tongue.free else word.endswith(("ó", "aron", "ieron", "jeron"))
    return "past" if past or word in _STRONG or word in {"dijo", "sostuvo", "propuso"} else "present"


def _gerund(p: Passage, k: int, tongue: Tongue) -> _Second | None:
    """`..., ajoutant que`, `..., añadiendo que`: the verb in a form that needs no subject."""
    if p.tokens.lowers[k] != ",":
        return None
    word = p.tokens.lowers[k + 1]
    for ending, stems in tongue.gerunds:
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            form = next((stem + each for each in stems if stem + each in tongue.verbs), None)
            form = form or next((c for c in (stem.replace("ç", "c") + "e",) if c in tongue.verbs), None)
            if form is not None:
                return _Second(k, Said(k + 1, k + 2, form))
    return None


def _opposed(p: Passage, k: int, tongue: Tongue) -> _Second | None:
    """`..., aunque X admite que ...`: a main verb with a speaker of its own."""
    lowers = p.tokens.lowers
    if lowers[k] != "," or lowers[k + 1] not in _OPPOSING:
        return None
    for at in range(k + 3, min(p.last - 1, k + 3 + _LONGEST_SUBJECT)):
        if p.inside[at] >= 0 or lowers[at] in STOPS:
            return None
        said = said_at(p, at, tongue)
        if said is None or p.tokens.words[at][0].isupper():
            continue
        behind = lowers[said.after : said.after + 2]
        source = voice_before(replace(p, first=k + 2), at, tongue)
        if source is None or source[0] != k + 2 or tongue.that.isdisjoint(behind):
            return None
        return _Second(k, said, source)
    return None
