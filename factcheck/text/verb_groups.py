"""A verb with its auxiliaries and adverbs: voice, finiteness, negation."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.text import lexicon as lx
from factcheck.text.clauses import Passage
from factcheck.text.cue_forms import BASE, GERUND_FORM, PARTICIPLE, PAST, THIRD
from factcheck.text.cues import VERBS
from factcheck.text.name_words import NAMES_IN_LY
from factcheck.text.wordlists import words

# Nouns with an adverb's ending: `the family said`.
_NOUNS = lx.NOUN | lx.PERSON
_GOT = words("got gets get getting")
# Quantifiers that float between subject and verb: `who have both urged`.
_FLOATING = words("both all each")
_FLOATED = lx.AUXILIARY | lx.RELATIVE | lx.SUBJECT
_PERFECT = lx.HAVE | lx.DO
# Word classes of which one may stand in a group; `’s` is a possessive and `since` a preposition besides.
_GROUPED = lx.AUXILIARY | lx.NOT | lx.TO | lx.ADVERB | lx.POSSESSIVE | lx.SUBORDINATOR
_HELPING = lx.AUXILIARY | lx.NOT
_NO_ADVERB = lx.DET | lx.TIME


@dataclass(slots=True, eq=False)
class VerbGroup:
    """A verb with its auxiliaries: `first` is the leftmost word of the group.

    `kind` is finite, passive, gerund, participle or infinitive.
    """

    first: int
    kind: str
    negated: bool
    plain: bool = False


def _is_named(p: Passage, k: int) -> bool:
    """Whether a word in -ly is a name (`Kelly said`)."""
    word = p.tokens.words[k]
    if not word[0].isupper() or p.tokens.flags[k] & lx.ADVERB:
        return False
    lower = p.tokens.lowers[k]
    if k > p.first or lower in NAMES_IN_LY:
        return True
    return p.tokens.lowers[k + 1] in _TOLD and not lower.endswith(_ADVERBIAL)


# What no adverb that opens a sentence stands before: `Grammarly said`.
_TOLD = words("said says told tells announced warned denied confirmed argues argued")
_ADVERBIAL = (
    "edly", "ingly", "ally", "ously", "ively", "fully", "ntly", "ably", "ibly", "lessly", "tely", "idly",
)  # fmt: skip
_TIMES = words("earlier previously already recently later yesterday")


def _is_between(p: Passage, k: int) -> int:
    """How many words of time end at `k` behind an auxiliary: `had earlier announced`, `had last year`."""
    flags, lowers = p.tokens.flags, p.tokens.lowers
    if lowers[k] in _TIMES and flags[k - 1] & _HELPING:
        return 1
    if lowers[k] in {"year", "month", "week"} and lowers[k - 1] == "last" and flags[k - 2] & _HELPING:
        return 2
    return 0


def verb_group(p: Passage, i: int) -> VerbGroup:
    """Read the auxiliaries and adverbs left of the verb at `i`."""
    flags, lowers, inside = p.tokens.flags, p.tokens.lowers, p.inside
    shape = VERBS[lowers[i]].shape
    k = i - 1
    be = have = modal = to = negated = False
    first = i
    while k >= p.first and i - k < 9:
        f = flags[k]
        if inside[k] >= 0:
            break
        word = lowers[k]
        if word == "but" and k > p.first and lowers[k - 1] == "all":
            k -= 2
            first = k + 1  # `all but accused`
            continue
        timed = _is_between(p, k) if f & lx.TIME and k > p.first + 1 else 0
        if timed:
            k -= timed
            continue
        known = f & _GROUPED or word in _GOT or word in _FLOATING
        if not known and not (word.endswith("ly") and not _is_named(p, k)):
            break
        if f & lx.BE:
            be = True
            first = k
        elif (
            word in {"'s", "’s"}
            and k > p.first
            and (
                flags[k - 1] & (lx.SUBJECT | lx.PRONOUN | lx.RELATIVE)
                or (i - k < 3 and lowers[i].endswith("ing"))
            )
        ):
            be = have = True
            first = k
        elif f & _PERFECT:
            have = True
            first = k
        elif f & lx.MODAL and (shape & BASE or be or have):
            modal = True
            first = k
        elif word == "since" and k > p.first and flags[k - 1] & lx.HAVE:
            first = k
        elif f & lx.NOT:
            negated = True
            first = k
        elif f & lx.TO:
            to = True
            first = k
            break
        elif word in _FLOATING and (first < i or flags[k - 1] & _FLOATED):
            first = k
        elif word in _GOT:
            be = True
            first = k
        elif (f & lx.ADVERB and not f & lx.DET) or (word.endswith("ly") and len(word) > 4 and not f & _NOUNS):
            if not (f & lx.TIME):
                first = k
        else:
            break
        k -= 1
    if to and not (shape & BASE or be or have):
        to = False
    if shape & GERUND_FORM and not shape & (PAST | BASE | THIRD):
        kind = "finite" if be else "gerund"
    elif to:
        kind = "passive" if be and shape & PARTICIPLE else "infinitive"
    elif be and have and lowers[first] in {"'s", "’s"}:
        kind = "finite"
    elif be and shape & PARTICIPLE:
        kind = "passive"
    elif be:
        kind = "noun"
    elif have or modal or shape & (PAST | THIRD):
        kind = "finite"
    else:
        kind = "base"
    return VerbGroup(first, kind, negated, plain=first == i)


def verb_group_at(p: Passage, k: int) -> int:
    """The first token of the group of auxiliaries and adverbs that ends in the verb at `k`."""
    flags, lowers, inside = p.tokens.flags, p.tokens.lowers, p.inside
    first = k
    i = k - 1
    while i >= p.first and k - i < 8 and inside[i] < 0:
        f = flags[i]
        if f & _HELPING:
            first = i
        elif not (f & lx.ADVERB and not f & _NO_ADVERB) and not (f == 0 and lowers[i].endswith("ly")):
            break
        i -= 1
    return first
