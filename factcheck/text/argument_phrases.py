"""Whether a clause, an object or a noun phrase begins behind a cue, and where the phrase ends."""

from __future__ import annotations

from factcheck.text import lexicon as lx
from factcheck.text.clauses import Passage, looks_finite
from factcheck.text.cues import VERBS
from factcheck.text.wordlists import words

_NO_OBJECT = (
    lx.COMMA | lx.BREAK | lx.AND | lx.PREPOSITION | lx.TO | lx.AUXILIARY | lx.SUBORDINATOR | lx.DASH
    | lx.CLOSE
)  # fmt: skip


def object_starts(p: Passage, j: int) -> bool:
    """Whether a noun phrase starts at `j`."""
    tokens = p.tokens
    f = tokens.flags[j]
    if p.inside[j] >= 0:
        return True
    if tokens.lowers[j] in _OBJECTS and j + 1 < p.last and looks_finite(tokens, j + 1):
        return False
    if tokens.lowers[j] == "that" and j + 1 < p.last and (tokens.flags[j + 1] == 0 or p.inside[j + 1] >= 0):
        return True
    if f & _NO_OBJECT:
        return False
    owned = j + 1 < p.last and tokens.flags[j + 1] & lx.POSSESSIVE  # `Friday’s decision`
    return bool(owned) or not (f & lx.TIME and not f & lx.DET and tokens.lowers[j] not in {"last", "next"})


_NO_CLAUSE = lx.BREAK | lx.COMMA | lx.AND | lx.RELATIVE | lx.AUXILIARY | lx.TO
_NO_STRICT_CLAUSE = lx.PREPOSITION | lx.SUBORDINATOR | lx.ADVERB
_NEW_CLAUSE = lx.SUBORDINATOR | lx.SUBJECT | lx.COMMA


def clause_follows(p: Passage, j: int, *, strict: bool) -> bool:
    """Whether a clause starts at `j`: a subject and, within reach, a finite verb."""
    tokens = p.tokens
    flags = tokens.flags
    if j >= p.last or p.inside[j] >= 0:
        return False
    f = flags[j]
    if tokens.lowers[j] == "that":
        return True
    if tokens.lowers[j] in _OBJECTS and j + 1 < p.last and looks_finite(tokens, j + 1):
        return tokens.lowers[j] == "it" and not _in_relative(p, j)  # `A man who saw him said`
    if f & lx.SUBJECT or tokens.lowers[j] in {"it", "there", "you"}:
        return True
    if f & _NO_CLAUSE or (strict and f & _NO_STRICT_CLAUSE):
        return False
    relative = False
    lowers = tokens.lowers
    for i in range(j + 1, min(p.last, j + 25)):
        f = flags[i]
        if f & lx.BREAK:
            return False
        if f & lx.RELATIVE:
            relative = True
        elif strict and f & _NEW_CLAUSE and not relative:
            return False
        elif looks_finite(tokens, i) or (f == 0 and not strict and i > j + 1 and lowers[i].endswith("s")):
            if not relative:
                return True
            relative = False
    return False


_OBJECTS = frozenset(["him", "her", "them", "me", "us", "it"])


def _in_relative(p: Passage, j: int) -> bool:
    """Whether the object at `j` stands right behind a relative clause's verb (`A man who found it said`)."""
    spoken = p.tokens.lowers[j + 1] in VERBS
    return spoken and j - 2 > p.first and bool(p.tokens.flags[j - 2] & lx.RELATIVE)


_ACCUSATIVE = frozenset(["him", "them", "me", "us"])
WRITING = words("write tweet text email e-mail blog retweet post reaffirm")
_NO_MERE_OBJECT = lx.SUBJECT | lx.PRONOUN | lx.SUBORDINATOR | lx.PREPOSITION | lx.TIME
_CLAUSE_EDGE = lx.BREAK | lx.SUBORDINATOR | lx.SUBJECT | lx.DASH


def is_mere_object(p: Passage, j: int) -> bool:
    """Whether the noun phrase at `j` has no verb of its own: a new clause starts first, or none does.

    `announced a feast in a hall that was small` is one; `announced the plan was dead` is not.
    """
    tokens = p.tokens
    flags = tokens.flags
    if tokens.lowers[j] in _ACCUSATIVE:
        return True
    if p.inside[j] >= 0 or flags[j] & _NO_MERE_OBJECT:
        return False
    relative = False
    for i in range(j + 1, min(p.last, j + 25)):
        f = flags[i]
        if p.inside[i] >= 0:
            continue
        if f & lx.RELATIVE or tokens.lowers[i] == "that":
            relative = True
        elif looks_finite(tokens, i):
            if not relative:
                return False
            relative = False
        elif f & _CLAUSE_EDGE and not relative:
            return True
    return True


_BASE_PHRASE_EDGE = (
    lx.COMMA | lx.BREAK | lx.SUBORDINATOR | lx.SUBJECT | lx.AND | lx.RELATIVE | lx.FINITE | lx.TO | lx.OPEN
    | lx.PREPOSITION
)  # fmt: skip
_DETERMINER = lx.DET | lx.POSSESSIVE
_NEW_PHRASE = _DETERMINER | lx.PRONOUN | lx.TIME


_ROUGHLY = frozenset(["only", "just", "nearly", "almost", "about", "roughly", "around", "some"])


def _counts_anew(p: Passage, i: int) -> bool:
    """Whether a new noun phrase begins at `i` with a number or a degree (`told AFP nearly 40 left`)."""
    tokens = p.tokens
    before = tokens.flags[i - 1]
    if before & (lx.DET | lx.POSSESSIVE | lx.NUMBER | lx.PREPOSITION) or i + 1 >= p.last:
        return False
    number = tokens.flags[i] & lx.NUMBER or tokens.words[i][:1].isdigit()
    counted = number and tokens.flags[i + 1] == 0 and tokens.words[i + 1].islower()
    if not counted and tokens.lowers[i] not in _ROUGHLY:
        return False
    for k in range(i + 1, min(p.last, i + 7)):  # not in `told a Fox 35 reporter that`
        if tokens.lowers[k] == "that" or p.inside[k] >= 0:
            return False
        if looks_finite(tokens, k):
            return True
    return False


_TIMES_OF_DAY = frozenset(["morning", "evening", "afternoon", "night", "tonight", "today"])


def short_phrase(p: Passage, j: int) -> int:
    """The end of a base noun phrase: article, adjectives, nouns, a following `of` phrase."""
    flags, words, lowers, inside = p.tokens.flags, p.tokens.words, p.tokens.lowers, p.inside
    limit = min(p.last, j + 14)
    i = j
    if i < limit and flags[i] & (lx.PRONOUN | lx.SUBJECT):
        return i + 1
    capital = False
    while i < limit and inside[i] < 0:
        f = flags[i]
        if f & _BASE_PHRASE_EDGE:
            break
        upper = words[i][:1].isupper()
        titled = upper and capital and lowers[i] in _TIMES_OF_DAY  # `told Good Morning Moon`
        if i > j and f & _NEW_PHRASE and not titled and (f & lx.TIME or words[i][:1] not in "'’"):
            break
        if i > j and _counts_anew(p, i):
            break
        if i > j and upper and not capital and not flags[i - 1] & _DETERMINER:
            break
        capital = upper
        i += 1
    return i
