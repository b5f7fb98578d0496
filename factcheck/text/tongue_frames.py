"""Attribution in languages other than English, from tables: quotations, `dass` clauses, `selon`.

Only frames that leave little doubt are read: speech beside a verb of saying with a subject, a clause that
it opens or closes, what is asked for, and phrases like `laut X`. All else stays the article's own.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factcheck.text.attribution_passages import cut_passages
from factcheck.text.attribution_readings import Reading
from factcheck.text.clauses import Passage
from factcheck.text.quotes import Quotation
from factcheck.text.tokens import Tokens
from factcheck.text.tongue import Tongue
from factcheck.text.tongue_accords import read_accord
from factcheck.text.tongue_before import voice_before
from factcheck.text.tongue_phrases import voice_after
from factcheck.text.tongue_runs import run_on
from factcheck.text.tongue_said import STOPS, Said, said_at
from factcheck.text.tongue_seconds import with_second
from factcheck.text.tongue_speech import trimmed_end
from factcheck.text.tongue_tags import read_inner_tag, read_tag
from factcheck.text.tongue_verbs import read_verb
from factcheck.text.tongue_views import read_hearsay, read_view
from factcheck.text.values import Span

_LONGEST_READ: Final = 1500  # tokens of a passage, quotations and all
_MOST_VERBS: Final = 20  # tried in one passage
_LONGEST_BRACKET: Final = 12  # tokens between a subject and its participle


def read_tongue(
    tokens: Tokens,
    tongue: Tongue,
    paragraphs: Sequence[Span],
    sentences: Sequence[tuple[Span, int]],
    quotations: Sequence[Quotation],
) -> tuple[list[Passage], list[list[Reading]]]:
    """The passages of a text and the readings of each, at most two a passage."""
    passages = cut_passages(tokens, paragraphs, sentences, quotations)
    bare = [-1] * len(tokens.words)
    found: list[list[Reading]] = []
    for p in passages:
        reading = _read_passage(p, tongue, bare) if p.last - p.first <= _LONGEST_READ else None
        found.append([] if reading is None else with_second(reading, tongue))
    run_on(passages, found, tongue)
    return passages, found


def _read_passage(p: Passage, tongue: Tongue, bare: list[int]) -> Reading | None:
    """What the first frame that fits a passage reads; `bare` says of each token that nothing quotes it."""
    frames = [_read_said, read_accord, read_tag, read_hearsay, read_view]
    if p.tokens.lowers[p.first] in {phrase[0] for phrase in tongue.accord}:
        frames.insert(0, read_accord)
    found = next((each for frame in frames if (each := frame(p, tongue)) is not None), None)
    return read_inner_tag(p, tongue, bare) if found is None and not tongue.free else found


def _read_said(p: Passage, tongue: Tongue) -> Reading | None:
    """What the first verb of saying that has all it needs says."""
    tried = 0
    for i in range(p.first, p.last):
        if p.inside[i] >= 0 or tried >= _MOST_VERBS:
            continue
        if i > p.first and p.tokens.lowers[i - 1] in tongue.names.relatives and not tongue.free:
            continue
        said = _perfect_at(p, i, tongue) or said_at(p, i, tongue)
        if said is None:
            found = _read_bracket(p, i, tongue) if p.tokens.lowers[i] in tongue.auxiliaries else None
        else:
            tried += 1
            found = read_verb(p, said, tongue)
        if found is not None:
            return found
    return None


def _perfect_at(p: Passage, i: int, tongue: Tongue) -> Said | None:
    """A German perfect whose subject stands within it, behind what is said (`..., hat X dem NDR gesagt`)."""
    lowers = p.tokens.lowers
    if not tongue.free or lowers[i] not in tongue.auxiliaries or i == p.first:
        return None
    if lowers[i - 1] != "," and p.inside[i - 1] < 0:
        return None
    source = voice_after(p, i + 1, tongue)
    if source is None:
        return None
    for k in range(source[1], min(p.last, source[1] + _LONGEST_BRACKET)):
        ends = k + 1 >= p.last or lowers[k + 1] in STOPS
        if ends and lowers[k] in tongue.participles:
            return Said(i, k + 1, lowers[k], source)
        if p.inside[k] < 0 and (lowers[k] in STOPS or lowers[k] in tongue.joints):
            return None
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
