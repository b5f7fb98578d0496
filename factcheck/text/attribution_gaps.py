"""Cues inside relative clauses: `what she said was a mistake`, `the plan that he called a mistake`."""

from __future__ import annotations

from factcheck.text import lexicon as lx
from factcheck.text.attribution_contents import content_end
from factcheck.text.attribution_readings import Reading, Verb
from factcheck.text.clauses import Passage, Range, looks_finite
from factcheck.text.cue_forms import AS, BARE, THAT


def has_gap(p: Passage, source: Range) -> bool:
    """Whether a relative or `what` stands before the source."""
    k = source[0] - 1
    if k < p.first or p.inside[k] >= 0:
        return False
    return bool(p.tokens.flags[k] & lx.RELATIVE) or p.tokens.lowers[k] in {"what", "that"}


def read_gap(verb: Verb, source: Range) -> Reading | None:
    """A cue whose content is, or holds, what the relative before its source stands for."""
    p, cue = verb.passage, verb.cue
    tokens = p.tokens
    flags = tokens.flags
    wh = source[0] - 1
    rest = verb.after
    while rest < p.last and flags[rest] & lx.ADVERB and p.inside[rest] < 0:
        rest += 1
    if rest < p.last and p.inside[rest] < 0 and looks_finite(tokens, rest):
        if not cue.arguments & (THAT | BARE):
            return None
        return verb.reading(
            source, ((wh, wh + 1), (rest, content_end(p, rest, verb.at, "clause"))), "relative-gap"
        )
    if rest < p.last and cue.arguments & AS and tokens.lowers[rest] == "as" and p.inside[rest] < 0:
        return verb.reading(
            source, ((wh, wh + 1), (rest, content_end(p, rest, verb.at, "as"))), "relative-gap"
        )
    return None
