"""Attribution in languages other than English, from tables: quotations, `dass` clauses, `selon`.

Only frames that leave little doubt are read: speech beside a verb of saying with a subject, a clause that
it opens or closes, what is asked for, and phrases like `laut X`. All else stays the article's own.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factcheck.text.attribution_passages import cut_passages
from factcheck.text.attribution_readings import Reading
from factcheck.text.clauses import Passage, Range
from factcheck.text.quotes import Quotation
from factcheck.text.tokens import Tokens
from factcheck.text.tongue import ACCORD, SAY, Tongue
from factcheck.text.tongue_joints import end_of_joined, is_article
from factcheck.text.tongue_phrases import (
    LONGEST_ADJUNCT,
    STOPS,
    past_title,
    said_at,
    speech_before,
    trimmed_end,
    voice_after,
    voice_before,
)
from factcheck.text.tongue_verbs import read_verb
from factcheck.text.values import Span

_LONGEST_READ: Final = 1500  # tokens of a passage, quotations and all
_MOST_VERBS: Final = 20  # tried in one passage


def read_tongue(
    tokens: Tokens,
    tongue: Tongue,
    paragraphs: Sequence[Span],
    sentences: Sequence[tuple[Span, int]],
    quotations: Sequence[Quotation],
) -> tuple[list[Passage], list[list[Reading]]]:
    """The passages of a text and the readings of each, at most one a passage."""
    passages = cut_passages(tokens, paragraphs, sentences, quotations)
    opening = {phrase[0] for phrase in tongue.accord}
    found = []
    for p in passages:
        reading = None
        if p.last - p.first <= _LONGEST_READ:
            frames = [_read_said, _read_accord, _read_tag]
            if p.tokens.lowers[p.first] in opening:
                frames.insert(0, _read_accord)
            reading = next((each for frame in frames if (each := frame(p, tongue)) is not None), None)
        found.append([] if reading is None else [reading])
    return passages, found


def _read_said(p: Passage, tongue: Tongue) -> Reading | None:
    """What the first verb of saying that has all it needs says."""
    tried = 0
    for i in range(p.first, p.last):
        if p.inside[i] >= 0 or tried >= _MOST_VERBS:
            continue
        if i > p.first and p.tokens.lowers[i - 1] in tongue.names.relatives and not tongue.free:
            continue
        said = said_at(p, i, tongue)
        if said is None:
            found = _read_bracket(p, i, tongue) if p.tokens.lowers[i] in tongue.auxiliaries else None
        else:
            tried += 1
            found = read_verb(p, said, tongue)
        if found is not None:
            return found
    return None


def _read_bracket(p: Passage, i: int, tongue: Tongue) -> Reading | None:
    """`hat X mehr Geld gefordert`: German sets what is said between auxiliary and participle."""
    end = trimmed_end(p)
    if not tongue.free or end - i < 3 or p.tokens.lowers[end - 1] not in tongue.participles:
        return None
    form = p.tokens.lowers[end - 1]
    if form not in tongue.objects:
        return None
    source = voice_before(p, i, tongue)
    start = i + 1
    if source is None:
        source = voice_after(p, i + 1, tongue)
        if source is None:
            return None
        start = source[1]
    if start >= end - 1:
        return None
    return Reading((end - 1, end), tongue.cue(form), source, ((start, end - 1),), "bracket", p)


def _read_accord(p: Passage, tongue: Tongue) -> Reading | None:
    """`Laut X ...`, `..., selon X`, `X zufolge`."""
    lowers = p.tokens.lowers
    opening = {phrase[0] for phrase in tongue.accord} | tongue.postposed
    for i in range(p.first, p.last - 1):
        if lowers[i] not in opening or p.inside[i] >= 0:
            continue
        for phrase in tongue.accord:
            after = i + len(phrase)
            if lowers[i] != phrase[0] or after >= p.last or tuple(lowers[i:after]) != phrase:
                continue
            source = voice_after(p, after, tongue) or _title_at(p, after, tongue)
            if source is None:
                continue
            source = (source[0], end_of_joined(p, source, tongue, several=True))
            end = trimmed_end(p)
            if i - p.first <= 1:
                start = source[1] + (source[1] < end and lowers[source[1]] == ",")
                content = [(_past_apposition(p, start, end, tongue), end)]
            else:
                behind = source[1] + (source[1] < end and lowers[source[1]] == ",")
                content = [(p.first, i - (lowers[i - 1] == ",")), (behind, end)]
            kept = tuple(each for each in content if each[1] > each[0])
            if kept:
                return Reading((i, after), ACCORD, source, kept, "according-before", p)
        if lowers[i] in tongue.postposed:
            source = voice_before(p, i, tongue)
            if source is not None and source[0] == p.first and trimmed_end(p) > i + 1:
                return Reading((i, i + 1), ACCORD, source, ((i + 1, trimmed_end(p)),), "according-after", p)
    return None


def _title_at(p: Passage, k: int, tongue: Tongue) -> Range | None:
    """An outlet between quotation marks, with its article (`Laut „Spiegel“`, `Laut der „Bild“-Zeitung`)."""
    first = k
    if p.tokens.lowers[k] in tongue.names.definite and k + 1 < p.last:
        k += 1
    end = past_title(p, k)
    return (first, end) if end > k else None


def _past_apposition(p: Passage, start: int, end: int, tongue: Tongue) -> int:
    """Where the content begins behind a role between commas (`Según Ana Colina, portavoz, la huelga`)."""
    lowers = p.tokens.lowers
    if start >= end or lowers[start - 1] != "," or is_article(lowers[start], tongue.names):
        return start
    for k in range(start + 1, min(end, start + 8)):
        if p.inside[k] >= 0 or lowers[k] in tongue.verbs:
            return start
        if lowers[k] == ",":
            return k + 1
    return start


def _read_tag(p: Passage, tongue: Tongue) -> Reading | None:
    """`..., so X`: a word alone ties a clause or a quotation to whose it is."""
    end = trimmed_end(p)
    for k in range(end - 2, max(p.first + 3, end - LONGEST_ADJUNCT), -1):
        if p.tokens.lowers[k] not in tongue.tags or p.inside[k] >= 0 or p.tokens.lowers[k - 1] not in STOPS:
            continue
        source = voice_after(p, k + 1, tongue)
        if source is not None and all(word in tongue.times for word in p.tokens.lowers[source[1] : end]):
            left = speech_before(p, k) or (p.first, k)
            return Reading((k, k + 1), SAY, source, (left,), "clause-tag", p)
    return None
