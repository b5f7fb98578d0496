"""Voices in a phrase beside a clause: `In a poll, ...`, `..., in her view`, `reportedly`."""

from __future__ import annotations

from typing import Final

from factcheck.text import lexicon as lx
from factcheck.text.attribution_contents import content_end
from factcheck.text.attribution_readings import Reading
from factcheck.text.clauses import Passage, Range, looks_finite, phrase_end
from factcheck.text.cue_forms import Cue
from factcheck.text.cues import VERBS
from factcheck.text.subjects import subject_before
from factcheck.text.verb_groups import verb_group_at
from factcheck.text.wordlists import words

_SURVEY: Final = Cue("in", "show", 0)
_VIEW: Final = Cue("in", "say", 0)
_HEARSAY: Final = Cue("reportedly", "say", 0)
SURVEYS: Final = words("poll survey study report polls surveys studies polling census")
# What somebody has by their own reckoning, and all that one says something in.
_RECKONED: Final = words(
    "estimate estimates count tally calculation calculations admission account reckoning"
)
VIEWS: Final = _RECKONED | words("view views opinion words eyes mind telling estimation judgment judgement")
HEARSAY: Final = words("reportedly allegedly purportedly supposedly")
_OWN: Final = words("my your his her its our their")


def read_survey(p: Passage, i: int) -> Reading | None:
    """`In a poll released on Monday, ...` and `... in a new poll`: the clause is what the poll says."""
    tokens = p.tokens
    if tokens.lowers[p.first] not in {"in", "by"} or any(
        tokens.flags[k] & lx.COMMA for k in range(p.first, i)
    ):
        return _read_survey_after(p, i)
    if not any(tokens.flags[k] & (lx.DET | lx.POSSESSIVE) for k in range(p.first + 1, i)):
        return None
    for k in range(i + 1, min(p.last - 2, i + 14)):
        if p.inside[k] >= 0 or tokens.flags[k] & lx.BREAK:
            return None
        if tokens.flags[k] & lx.COMMA and not tokens.lowers[k + 1].endswith("ed"):
            end = content_end(p, k + 1, i, "clause")
            return Reading(
                (p.first, p.first + 1), _SURVEY, (p.first + 1, i + 1), ((k + 1, end),), "in-survey", p
            )
    return None


_POLLED: Final = frozenset(["poll", "survey"])  # `in the polls`: where one votes
_EDGE: Final = lx.COMMA | lx.BREAK | lx.AND
_LONGEST: Final = 10  # words of a survey's name


def _read_survey_after(p: Passage, i: int) -> Reading | None:
    """`Duarte leads in the latest poll`: the clause before `in` is what the poll says."""
    tokens = p.tokens
    flags, lowers = tokens.flags, tokens.lowers
    if lowers[i] not in _POLLED:
        return None
    for k in range(i - 1, max(p.first + 2, i - _LONGEST) - 1, -1):
        if p.inside[k] >= 0 or flags[k] & _EDGE or looks_finite(tokens, k):
            return None
        if lowers[k] == "in":
            if _names_polled(p, k):
                return None
            if not flags[k + 1] & (lx.DET | lx.POSSESSIVE) and lowers[k + 1] not in {"last", "latest"}:
                return None
            start = _clause_start(p, k)
            if start is None:
                return None
            end = k - 1 if flags[k - 1] & lx.COMMA else k
            return Reading(
                (k, k + 1), _SURVEY, (k + 1, phrase_end(p, k + 1, p.last)), ((start, end),), "after-survey", p
            )
    return None


def _names_polled(p: Passage, k: int) -> bool:
    """Whether the words before `in` say whose answer it is (`expected by nine analysts in a poll`)."""
    lowers = p.tokens.lowers
    for i in range(k - 1, max(p.first + 3, k - 6) - 1, -1):
        if lowers[i] == "by":
            return any(lowers[j].endswith("ed") and lowers[j] in VERBS for j in range(i - 3, i))
    return False


def _clause_start(p: Passage, k: int) -> int | None:
    """Where the clause that ends before `k` starts: after a conjunction or `;`; None without a verb."""
    tokens = p.tokens
    verb = False
    for i in range(k - 1, p.first - 1, -1):
        if p.inside[i] >= 0:
            continue
        if looks_finite(tokens, i):
            verb = True
        elif verb and (tokens.flags[i] & (lx.AND | lx.SUBORDINATOR) or tokens.lowers[i] == ";"):
            return i + 1
    return p.first if verb else None


def read_view(p: Passage, i: int) -> Reading | None:
    """`In her view, ...`, `..., in Duarte’s words, ...`: the clause that the phrase stands beside."""
    tokens = p.tokens
    flags, lowers = tokens.flags, tokens.lowers
    opening = {"in", "by"} if lowers[i] in _RECKONED else {"in"}
    start = i - 1
    while start > max(p.first, i - 8) and lowers[start] not in opening:
        if p.inside[start] >= 0 or flags[start] & _EDGE:
            return None
        start -= 1
    if lowers[start] not in opening or p.inside[start] >= 0 or start + 1 >= i:
        return None
    owner = start + 1
    last = i - 2 if lowers[i - 1] == "own" else i - 1
    if not (lowers[owner] in _OWN or lowers[last] in {"'s", "’s", "'", "’"}):
        return None
    source: Range = (owner, owner + 1) if lowers[owner] in _OWN else (owner, last + 1)
    cue = (start, i + 1)
    after = i + 1
    if start == p.first or (start - 1 == p.first and flags[p.first] & lx.AND):
        if after + 1 >= p.last or not flags[after] & lx.COMMA:
            return None
        content: tuple[Range, ...] = ((after + 1, content_end(p, after + 1, i, "clause")),)
        return Reading(cue, _VIEW, source, content, "in-view", p)
    if not flags[start - 1] & lx.COMMA:
        return None
    if after < p.last and flags[after] & lx.COMMA and after + 1 < p.last:
        if p.inside[after + 1] >= 0:
            content = ((after + 1, content_end(p, after + 1, i, "quote")),)
        else:
            content = ((p.first, start - 1), (after + 1, content_end(p, after + 1, i, "clause")))
        return Reading(cue, _VIEW, source, content, "in-view", p)
    if after >= p.last - 1 or flags[after] & lx.BREAK:
        return Reading(cue, _VIEW, source, ((p.first, start - 1),), "in-view", p)
    return None


def read_hearsay(p: Passage, i: int) -> Reading | None:
    """`The dam is reportedly leaking`: subject and predicate, said by nobody the text names."""
    tokens = p.tokens
    helped = i > p.first and tokens.flags[i - 1] & lx.AUXILIARY and p.inside[i - 1] < 0
    if i + 1 >= p.last or not (helped or looks_finite(tokens, i + 1)):
        return None
    end = content_end(p, i + 1, i, "clause")
    subject = subject_before(p, verb_group_at(p, i + 1))
    if subject is None or end <= i + 1:
        return None
    return Reading((i, i + 1), _HEARSAY, None, ((subject[0], i), (i + 1, end)), "hearsay", p)
