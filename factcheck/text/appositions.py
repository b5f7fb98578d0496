"""Long appositions: `Ana Duarte, 54, head of the board for harbours, dams and locks, who ..., said`.

The short ones are read from the verb leftwards (`subjects`). Where a list or several of them stand
in between, the way back is a guess at each comma; read from where the clause starts, each piece
between commas only has to say that it tells of the head and is no clause of its own.
"""

from __future__ import annotations

from typing import Final

from factcheck.text import lexicon as lx
from factcheck.text.clauses import Passage, Range, looks_finite, spoken_quote
from factcheck.text.name_words import NAMES_IN_LY
from factcheck.text.no_persons import is_no_person
from factcheck.text.wordlists import words

_REACH: Final = 70  # tokens from the head to its verb
_MOST: Final = 9  # pieces between commas
_NO_HEAD: Final = (
    lx.PREPOSITION | lx.SUBORDINATOR | lx.TIME | lx.TO | lx.RELATIVE | lx.ADVERB | lx.FINITE | lx.NOT | lx.AND
)
_CLAUSE: Final = lx.SUBORDINATOR | lx.SUBJECT | lx.DASH
_NO_NAME: Final = _NO_HEAD | lx.DET | lx.SUBJECT | lx.PRONOUN | lx.POSSESSIVE
# What a relative clause about somebody or a place opens with.
_RELATIVES: Final = words("who which whose whom where")


def head_of_appositions(p: Passage, k: int) -> Range | None:
    """The clause's first noun phrase, if all between it and the comma at `k` only tells of it."""
    flags = p.tokens.flags
    start = _clause_start(p, k)
    if start is None:
        return None
    if flags[start] & lx.PREPOSITION:  # `Outside the court, Ana Duarte, 66, said`
        start = _past_place(p, start, k)
    comma = start
    while comma < k and not flags[comma] & lx.COMMA:
        comma += 1
    if not start < comma < k or not _is_head(p, start, comma):
        return None
    telling = False  # within a relative clause, whose second verb may follow `and`
    first = comma + 1
    for _ in range(_MOST):
        if first >= k:
            return (start, k)
        last = _piece_end(p, first, k)
        relative = _opens_relative(p, first)
        if not relative and not _tells(p, first, last, telling=telling):
            return None
        telling = telling or relative
        first = last + 1
    return None


def _past_place(p: Passage, start: int, k: int) -> int:
    """Where the clause goes on behind an adverbial that opens it (`In Erie, Pa., Ana Duarte, 66, said`)."""
    commas = [i for i in range(start, k) if p.inside[i] < 0 and p.tokens.flags[i] & lx.COMMA]
    if not commas:
        return start
    behind = " ".join(p.tokens.words[commas[0] + 1 : commas[1]]) if len(commas) > 1 else ""
    place = behind.endswith(".") or is_no_person(behind)
    return commas[1] + 1 if place else commas[0] + 1


def list_start(p: Passage, start: int) -> int:
    """Where a list of names starts whose last one is the subject at `start`.

    `Duarte, Abara and Costa said`; also `Ana Duarte, who built it, and Jon Abara said`.
    """
    flags, words = p.tokens.flags, p.tokens.words
    edge = start - 1
    while edge > p.first and p.inside[edge] < 0 and flags[edge] & (lx.AND | lx.COMMA):
        edge -= 1
    if edge == start - 1 or not flags[edge + 1] & lx.COMMA:
        return start
    apart = any(flags[i] & lx.AND for i in range(edge + 1, start))
    opens = words[start][:1].isupper() or flags[start] & (lx.DET | lx.POSSESSIVE)
    head = head_of_appositions(p, edge + 1) if apart and opens and words[start - 1] == "and" else None
    if head is not None:
        return head[0]
    if not words[start][:1].isupper():
        return start
    joined = apart or _joins_two(p, start)
    opening = _clause_start(p, start)
    if opening is not None and flags[opening] & lx.PREPOSITION:
        opening = _past_place(p, opening, start)
    if not joined or opening is None or not edge >= opening:
        return start
    for i in range(opening, edge + 1):
        named = words[i][:1].isupper() and not flags[i] & _NO_NAME and not p.tokens.lowers[i].endswith("ly")
        between = i > opening and (flags[i] & lx.COMMA or words[i] in {"of", "de", "von", "van", "."})
        if p.inside[i] >= 0 or not (named or between):
            return start
    return opening


def _joins_two(p: Passage, start: int) -> bool:
    """Whether the phrase at `start` is `Abara and Costa`."""
    flags = p.tokens.flags
    k = start
    while k < min(p.last - 1, start + 6) and p.tokens.words[k][:1].isupper():
        k += 1
    return bool(flags[k] & lx.AND) and k > start and p.tokens.words[k + 1][:1].isupper()


def _clause_start(p: Passage, k: int) -> int | None:
    """Where the clause before `k` starts: after speech or a `;`, else with its passage; None if too far."""
    low = max(p.first, k - _REACH)
    for i in range(k - 1, low - 1, -1):
        q = p.inside[i]
        if (q >= 0 and spoken_quote(p, q) and not _is_title(p, q)) or _breaks(p, i):
            return i + 1
    if low > p.first:
        return None
    opens = p.tokens.flags[low]
    return low + 1 if opens & lx.AND and not opens & lx.DET else low


def _breaks(p: Passage, i: int) -> bool:
    """Whether token `i` ends a sentence or a clause, and no abbreviation (`Rep.`, `D-Ohio.,`)."""
    tokens = p.tokens
    if not tokens.flags[i] & lx.BREAK:
        return False
    dotted = tokens.lowers[i] == "." and i > p.first and i + 1 < p.last
    return not (dotted and (tokens.flags[i + 1] & lx.COMMA or len(tokens.words[i - 1]) < 5))


def _is_title(p: Passage, q: int) -> bool:
    """Whether the words in the marks have a title's capitals (`author of “The Dam,” and`)."""
    tokens = p.tokens
    inner = range(p.opens[q] + 1, p.closes[q] - 1)
    named = [k for k in inner if tokens.words[k][0].isalpha() and not tokens.flags[k]]
    return bool(named) and all(tokens.words[k][0].isupper() for k in named) and len(inner) < 9


def _is_head(p: Passage, start: int, comma: int) -> bool:
    """Whether a noun phrase without a verb, and without a title in marks, fills `start` to `comma`."""
    tokens = p.tokens
    f = tokens.flags[start]
    if f & _NO_HEAD and not f & lx.DET:
        return False
    if tokens.flags[comma - 1] & (lx.TIME | lx.PREPOSITION | lx.ADVERB):
        return False
    if f == 0 and tokens.lowers[start].endswith(("ing", "ed")) and comma - start > 1:
        return False
    if comma - start == 1 and tokens.lowers[start].endswith("ly") and tokens.lowers[start] not in NAMES_IN_LY:
        return False  # `Similarly, Ana Duarte, the mayor, said`
    return not any(
        p.inside[i] >= 0
        or tokens.flags[i] & _CLAUSE
        or (looks_finite(tokens, i) and not (i > start and _is_participle(p, i, start)))
        for i in range(start, comma)
    )


def _piece_end(p: Passage, first: int, k: int) -> int:
    """The comma that ends the piece at `first`; one inside a closing mark is no end."""
    i = first
    while i < k and not (p.inside[i] < 0 and p.tokens.flags[i] & lx.COMMA):
        i += 1
    return i


def _opens_relative(p: Passage, first: int) -> bool:
    """Whether a relative clause opens at `first` (`who`, `and who`, `one of which`)."""
    lowers, flags = p.tokens.lowers, p.tokens.flags
    if lowers[first] in _RELATIVES:
        return True
    return bool(flags[first] & (lx.AND | lx.PREPOSITION)) and lowers[first + 1] in _RELATIVES


def _tells(p: Passage, first: int, last: int, *, telling: bool) -> bool:
    """Whether the piece has no clause of its own: a description, a place, an age, a time."""
    tokens = p.tokens
    flags = tokens.flags
    joined = bool(flags[first] & lx.AND)
    within = telling and joined  # `who led the board, and lives in Porto,`
    for i in range(first, last):
        if p.inside[i] >= 0:
            continue
        f = flags[i]
        if tokens.lowers[i] in _RELATIVES or tokens.lowers[i] == "that":
            within = i > first or within
        elif f & lx.SUBJECT or (f & _CLAUSE and not within):
            if not within:
                return False
        elif looks_finite(tokens, i) and not within and not _is_participle(p, i, first):
            return False
    return True


def _is_participle(p: Passage, i: int, first: int) -> bool:
    """Whether an `-ed` form hangs on a noun (`a mason born in Porto`, `based in Porto`)."""
    tokens = p.tokens
    if not tokens.lowers[i].endswith("ed") or tokens.flags[i] & lx.AUXILIARY:
        return False
    after = tokens.flags[i + 1]
    return bool(after & (lx.PREPOSITION | lx.TIME)) or (i > first and bool(tokens.flags[i - 1] & lx.DET))
