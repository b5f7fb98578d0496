"""Impressions: `seems to`, `appears that`. Somebody's judgement, and the text does not say whose."""

from __future__ import annotations

from typing import Final

from factcheck.text import lexicon as lx
from factcheck.text.attribution_contents import content_end
from factcheck.text.attribution_readings import Reading
from factcheck.text.clauses import Passage
from factcheck.text.cue_forms import Cue
from factcheck.text.cues import VERBS
from factcheck.text.subjects import subject_before
from factcheck.text.verb_groups import verb_group_at
from factcheck.text.wordlists import words

_IMPRESSION: Final = Cue("seem", "show", 0)
IMPRESSIONS: Final = words("seem seems seemed seemingly appear appears appeared")


def read_impression(p: Passage, i: int) -> Reading | None:
    """`X seems to ...`, `it appears that ...`, `X seems content`: content without a source."""
    tokens = p.tokens
    after = i + 1
    if after >= p.last - 1 or tokens.lowers[i] == "seemingly":
        return None
    f = tokens.flags[after]
    word = tokens.lowers[after]
    appears = tokens.lowers[i].startswith("appear")
    if p.inside[after] < 0:
        if f & (lx.BREAK | lx.COMMA | lx.AND) or (f & lx.PREPOSITION and word not in {"like", "as"}):
            return None
        if appears and not (f & lx.TO or word == "that" or f & lx.SUBJECT):
            return None
        following = VERBS.get(tokens.lowers[after + 1])
        if f & lx.TO and following is not None and following.is_infinitive():
            return None  # `seemed to deny`: the infinitive has a source
    first = verb_group_at(p, i)
    subject = subject_before(p, first)
    end = content_end(p, after, i, "clause")
    if end <= after:
        return None
    if subject is None or tokens.lowers[subject[0]] in {"it", "there"}:
        return Reading((first, after), _IMPRESSION, None, ((after, end),), "impression", p)
    return Reading((first, after), _IMPRESSION, None, (subject, (after, end)), "impression", p)
