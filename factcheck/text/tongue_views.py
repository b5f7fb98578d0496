"""Whose view a sentence is, in another language: `Pour X, la dette monte`, and what `heißt es` reports."""

from __future__ import annotations

from typing import Final

from factcheck.text.attribution_readings import Reading
from factcheck.text.clauses import Passage
from factcheck.text.first_names import gender_of
from factcheck.text.tongue import ACCORD, SAY, Tongue
from factcheck.text.tongue_joints import is_article
from factcheck.text.tongue_phrases import voice_after
from factcheck.text.tongue_said import STOPS
from factcheck.text.tongue_speech import speech_after, speech_before, trimmed_end
from factcheck.text.tongue_voices import is_one_of, read_tongue_voice
from factcheck.text.wordlists import words

_LONGEST_HOLDER: Final = 20  # tokens of who holds a view, with role and apposition
_SHORTEST_CLAUSE: Final = 4
# What names of places and countries begin with.
_PLACES: Final = words("""
    nueva nuevo san santa santo buenos costa puerto estados reino américa gran nouvelle saint sainte états
    royaume amérique grande air real
    """)
_HEARD_IN: Final = words("in im aus bei beim von vom")


def read_view(p: Passage, tongue: Tongue) -> Reading | None:
    """`Pour Anne Roux, la dette monte`: only of a person by name, and before a clause with a verb."""
    if p.tokens.lowers[p.first] not in tongue.views or p.inside[p.first] >= 0:
        return None
    lowers, end = p.tokens.lowers, trimmed_end(p)
    limit = min(end, p.first + _LONGEST_HOLDER)
    for comma in range(p.first + 2, limit):
        if p.inside[comma] >= 0 or lowers[comma] in STOPS - {",", "(", ")", "."}:
            return None
        if lowers[comma] != ",":
            continue
        source = (p.first + 1, comma)
        if _is_person(p, source[0], comma, tongue):
            content = (comma + 1, end)
            if not _is_clause(p, *content, tongue):
                return None
            return Reading((p.first, p.first + 1), ACCORD, source, (content,), "view", p)
    return None


def _is_person(p: Passage, start: int, end: int, tongue: Tongue) -> bool:
    """Whether a phrase names a person: with a title or a role, a first name, or in two words."""
    names = tongue.names
    voice = read_tongue_voice(p.tokens.text[slice(*p.tokens.span(start, end))], names)
    parts = voice.name.split()
    if (
        voice.kind != "name"
        or parts[0].lower() in _PLACES
        or any(is_one_of(part, names.outlets | names.bodies, names) for part in parts)
    ):
        return False
    first = parts[0].lower().partition("-")[0]
    known = first in names.men or first in names.women or gender_of(parts[0]) is not None
    titled = p.tokens.lowers[start].rstrip(".") in names.titles
    return titled or (known and len(parts) > 1) or (len(parts) > 1 and _has_role(p, start, tongue))


def _has_role(p: Passage, start: int, tongue: Tongue) -> bool:
    """Whether a phrase opens with a role in small letters (`la socióloga Ana Gil`) or is a bare name."""
    if not is_article(p.tokens.lowers[start], tongue.names):
        return True
    elided = p.tokens.words[start].replace("’", "'").partition("'")[2]
    return (elided or p.tokens.words[start + 1])[:1].islower()


def _is_clause(p: Passage, start: int, end: int, tongue: Tongue) -> bool:
    """Whether a finite verb is likely in some tokens: one is known, or follows a subject."""
    lowers = p.tokens.lowers
    if end - start < _SHORTEST_CLAUSE:
        return False
    if any(lowers[k] in tongue.finite or lowers[k].endswith(tongue.future) for k in range(start, end)):
        return True
    if lowers[start] in tongue.names.pronouns or lowers[start].startswith(("c'", "c’")):
        return True
    third = lowers[start + 2].replace("’", "'")
    tied = tongue.prepositions | tongue.names.of | tongue.names.joining | STOPS
    return is_article(lowers[start], tongue.names) and third.partition("'")[0] + "'" not in tied | {third}


def read_hearsay(p: Passage, tongue: Tongue) -> Reading | None:
    """`..., heißt es in dem Bericht`, `Aus dem Rathaus verlautete, ...`."""
    if not tongue.free:
        return None
    lowers, end = p.tokens.lowers, trimmed_end(p)
    for k in range(p.first + 1, end):
        if p.inside[k] >= 0 or lowers[k] not in tongue.hearsay:
            continue
        after = k + 1
        if tongue.hearsay[lowers[k]]:
            if lowers[k + 1 : k + 2] != ["es"]:
                continue
            after = k + 2
        return _heard_behind(p, k, after, end, tongue) or _heard_before(p, k, after, end, tongue)
    return None


def _heard_behind(p: Passage, k: int, after: int, end: int, tongue: Tongue) -> Reading | None:
    """`..., hieß es aus dem Rathaus`."""
    lowers = p.tokens.lowers
    if lowers[k - 1] != "," and p.inside[k - 1] < 0:
        return None
    while after < end and lowers[after] in tongue.times - _HEARD_IN:
        after += 1
    if after >= end or lowers[after] not in _HEARD_IN:
        return None
    source = voice_after(p, after + 1, tongue)
    if source is None:
        return None
    content = speech_before(p, k) or (p.first, k)
    return Reading((k, k + 1), SAY, source, (content,), "clause-cue-source", p)


def _heard_before(p: Passage, k: int, after: int, end: int, tongue: Tongue) -> Reading | None:
    """`In dem Bericht heißt es, ...`, `Aus dem Rathaus verlautete: „...“`."""
    lowers = p.tokens.lowers
    source = voice_after(p, p.first + 1, tongue) if lowers[p.first] in _HEARD_IN else None
    if source is None or source[1] != k or after + 2 >= end or lowers[after] not in {",", ":"}:
        return None
    content = speech_after(p, after, near=True) or (after + 1, end)
    return Reading((k, k + 1), SAY, source, (content,), "cue-clause", p)
