"""Signs at which content stops that only one shape of it has: a claim's own verb, a list's last name."""

from __future__ import annotations

from factcheck.text import lexicon as lx
from factcheck.text.clauses import Passage, clause_like, is_finite, past_adverbs
from factcheck.text.cue_forms import PAST
from factcheck.text.cues import VERBS
from factcheck.text.wordlists import words

_DAYS = words("today yesterday tomorrow tonight last this next")
# Classes at which a new clause or phrase may open.
_OPENING = (
    lx.RELATIVE | lx.SUBORDINATOR | lx.SUBJECT | lx.PRONOUN | lx.COMMA | lx.DASH | lx.BREAK | lx.AND | lx.TIME
)


def owns_time(p: Passage, k: int) -> bool:
    """Whether `her` before `k` owns a time (`noted her years as a mayor`), and is nobody's object."""
    tokens = p.tokens
    word = tokens.words[k]
    return bool(tokens.flags[k] & lx.TIME) and word == tokens.lowers[k] and word not in _DAYS


def opens_sentence(p: Passage, noun: int) -> bool:
    """Whether the noun of a claim is its sentence's subject: an article alone stands before it."""
    return noun - p.first < 3 and all(
        p.tokens.flags[k] & (lx.DET | lx.POSSESSIVE) for k in range(p.first, noun)
    )


def is_of_noun(p: Passage, i: int) -> bool:
    """Whether `is` at `i` is the verb of one claim, as a plural stands before it (`that cows fly is false`).

    Or it is the second verb, and nothing between it and the first one opens a clause.
    """
    tokens = p.tokens
    if tokens.lowers[i] not in {"is", "was"} or p.inside[i - 1] >= 0:
        return False
    before = tokens.lowers[i - 1]
    if before.endswith("s") and not before.endswith(("ss", "us", "is")) and tokens.words[i - 1] == before:
        return True
    for k in range(i - 1, p.first, -1):
        if tokens.flags[k] & _OPENING or tokens.lowers[k] == "that":
            return False
        if is_finite(p, k):
            return True
    return False


def stands_for_more(p: Passage, start: int, comma: int) -> bool:
    """Whether content is a subject with its auxiliary alone (`sold it, as she said she would, and left`)."""
    flags = p.tokens.flags
    if comma != start + 2 or not flags[start] & lx.SUBJECT or not flags[start + 1] & lx.AUXILIARY:
        return False
    return bool(p.inside[comma + 1] < 0 and flags[comma + 1] & lx.AND and clause_like(p, comma + 2))


def says_next(p: Passage, k: int) -> bool:
    """Whether a verb of saying, in the past, stands at `k`, adverbs skipped."""
    k = past_adverbs(p, k)
    form = VERBS.get(p.tokens.lowers[k]) if k < p.last and p.inside[k] < 0 else None
    return form is not None and bool(form.shape & PAST) and form.cues[0].meaning == "say"


def lists_on(p: Passage, k: int) -> bool:
    """Whether a list of names goes on at `k` up to its last one (`criticised Lund, Duarte and Kerr.`)."""
    tokens = p.tokens
    joined = False
    while k < p.last and p.inside[k] < 0:
        f = tokens.flags[k]
        if f & lx.AND and not joined:
            joined = True
        elif not tokens.words[k][:1].isupper() and not (f & lx.COMMA and not joined):
            return joined and bool(f & (lx.BREAK | lx.PREPOSITION | lx.TIME))
        k += 1
    return joined and k >= p.last
