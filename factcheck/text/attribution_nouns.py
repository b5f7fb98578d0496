"""Nouns and adjectives that attribute: `her view that`, `expressed concern about`, `is confident that`."""

from __future__ import annotations

from typing import Final

from factcheck.text import lexicon as lx
from factcheck.text.attribution_contents import content_end
from factcheck.text.attribution_readings import Reading
from factcheck.text.clauses import Passage, Range, looks_finite, phrase_end
from factcheck.text.cue_forms import OBJECT, QUOTE, THAT, TO, Cue
from factcheck.text.cues import VERBS
from factcheck.text.inflection import forms
from factcheck.text.subjects import main_subject, subject_before
from factcheck.text.verb_groups import verb_group_at
from factcheck.text.wordlists import words

# Verbs that say nothing by themselves: `expressed concern` is a concern.
_LIGHT: Final = frozenset(
    form
    for lemma in words(
        """
        express voice raise issue release offer reiterate repeat have make give take launch renew share
        deliver defend reject dismiss announce cite declare withdraw signal echo pledge show ask pose
        """
    )
    for form in forms(lemma)
)
# Nouns that report words even where nobody is named: `accusations of fraud`, `calls for a vote`.
_OF_NOBODY: Final = words(
    """
    accusation allegation criticism complaint request call promise assessment suggestion comment rejection
    praise condemnation
    """
)
_WHOSE: Final = frozenset(["from", "by", "among", "of"])  # `the hope of many that it will hold`
_BETWEEN: Final = lx.DET | lx.NOT | lx.ADVERB | lx.NUMBER


def read_noun(p: Passage, i: int, cue: Cue) -> Reading | None:
    """`NOUN that/to/of ...` with a possessor, a light verb before it, or `from X` behind it."""
    tokens = p.tokens
    lowers = tokens.lowers
    after = i + 1
    source, first = _possessor(p, i)
    if after < p.last and lowers[after] in _WHOSE and p.inside[after] < 0 and source is None:
        end = phrase_end(p, after + 1, p.last)
        holds = end < p.last and lowers[end] == "that"
        if end > after + 1 and (lowers[after] != "of" or (holds and cue.arguments & THAT)):
            source = (after + 1, end)
            after = end
    argument = _noun_argument(p, after, cue)
    if argument is None or tokens.lowers[argument[0]] == "comment":
        return None
    if source is not None and source[1] - source[0] == 1 and tokens.lowers[source[0]] in _HIS:
        owner = _governing_subject(p, source[0])
        if owner is not None:
            source, first = owner
    if source is None:
        found = _light_subject(p, i) or _hoping_subject(p, i, cue)
        if found is not None:
            source, first = found
        elif argument[1] != "that" and cue.lemma not in _OF_NOBODY:
            return None
    start, kind = argument
    end = content_end(p, start, i, kind)
    if cue.lemma == "request" and not _ASKED_FOR.isdisjoint(lowers[start : start + 3]):
        return None  # `did not respond to a request for further comment`
    if lowers[start] == "that" and cue.lemma == "report" and lowers[start + 1] in VERBS:
        return None  # `a report that blames speed`
    if kind == "that" and lowers[start] == "that":
        end = _before_main_verb(p, first if source is None else min(first, source[0]), start, end)
    return Reading((first, i + 1), cue, source, ((start, end),), f"noun-{kind}", p) if end > start else None


_ASKED_FOR: Final = words("comment comments interview interviews")
_SUBJECT: Final = lx.SUBJECT | lx.PRONOUN | lx.DET | lx.POSSESSIVE
_NEW_CLAUSE: Final = lx.AND | lx.RELATIVE | lx.SUBORDINATOR | lx.SUBJECT | lx.PRONOUN | lx.COMMA


def _before_main_verb(p: Passage, first: int, start: int, end: int) -> int:
    """Where a noun's clause ends if the noun is the subject: `Duarte’s claim that it works is false`.

    Or at the comma, where the noun hangs on a preposition (`Despite Duarte’s claim that it works, it fell`).
    """
    tokens = p.tokens
    while first > p.first and (tokens.flags[first - 1] & lx.DET or _is_adjective(p, first - 1)):
        first -= 1  # `The old claim that`
    opening = tokens.flags[p.first] & lx.PREPOSITION and p.first < first <= p.first + 1
    if first > p.first and not opening:
        return end
    verbs = 0
    for k in range(start + 1, end):
        f = tokens.flags[k]
        if p.inside[k] >= 0 or f & lx.RELATIVE:
            return end
        if opening:
            if f & lx.COMMA and (tokens.flags[k + 1] & _SUBJECT or tokens.words[k + 1][:1].isupper()):
                return k
        elif f & lx.AND:
            verbs = 0  # a clause of its own may follow
        elif f & lx.AUXILIARY or looks_finite(tokens, k):
            if verbs and f & lx.AUXILIARY and not tokens.flags[k - 1] & (_NEW_CLAUSE | lx.AUXILIARY | lx.TO):
                return k
            verbs += not tokens.flags[k - 1] & lx.AUXILIARY
    return end


def _is_adjective(p: Passage, k: int) -> bool:
    """Whether a word of no class stands at `k`, in small letters."""
    return p.inside[k] < 0 and p.tokens.flags[k] == 0 and p.tokens.words[k].islower()


def _noun_argument(p: Passage, j: int, cue: Cue) -> tuple[int, str] | None:
    """Where the content of a noun starts."""
    tokens = p.tokens
    if j + 1 >= p.last:
        return None
    word = tokens.lowers[j]
    if p.inside[j] >= 0:
        return None
    if (
        tokens.flags[j] & lx.BE
        and tokens.lowers[j + 1] in {"that", "whether"}
        and cue.arguments & (THAT | QUOTE)  # a message says something, `the message that came` does not
    ):
        return (j + 1, "that")  # `Their fear is that`
    if word == "that" and cue.arguments & THAT and not _is_relative(p, j):
        return (j, "that")
    if tokens.flags[j] & lx.TO and cue.arguments & TO:
        return (j, "to")
    if word in cue.prepositions:
        return (j + 1, "preposition")
    return None


def _is_relative(p: Passage, that: int) -> bool:
    """Whether a verb follows `that`: it stands for the noun, and no clause says what the noun says."""
    tokens = p.tokens
    k = that + 1
    if tokens.flags[k] & lx.BREAK or looks_finite(tokens, k):
        return True
    after = tokens.flags[k + 1] if k + 1 < p.last else 0
    verbal = tokens.lowers[k].endswith("s") and tokens.flags[k] == 0 and tokens.words[k].islower()
    phrased = after & (lx.PREPOSITION | lx.DET | lx.TO) and tokens.lowers[k + 1] != "of"
    return verbal and bool(phrased)


def _possessor(p: Passage, i: int) -> tuple[Range | None, int]:
    """The possessor of the noun at `i` (`Duarte’s firm belief`, `her view`), and the cue's first word."""
    tokens = p.tokens
    flags, lowers = tokens.flags, tokens.lowers
    k = i - 1
    low = max(p.first, i - 4)
    while k >= low and p.inside[k] < 0:
        f = flags[k]
        if f & lx.POSSESSIVE:
            if lowers[k] in {"'s", "’s"}:
                start = _owner_start(p, k)
                return (None, i) if start is None else ((start, k + 1), k + 1)
            if lowers[k] in {"its", "whose", "our", "my", "your", "his", "her", "their"}:
                return (k, k + 1), k + 1
            return None, i
        if lowers[k] in {"'", "’"} and k > p.first and lowers[k - 1].endswith("s"):
            start = _owner_start(p, k)
            return (None, i) if start is None else ((start, k + 1), k + 1)
        doing = lowers[k].endswith("ing") and not (
            k > p.first and (flags[k - 1] & lx.POSSESSIVE or lowers[k - 1] == "most")
        )
        if lowers[k] != "most" and (f & ~(lx.ADVERB | lx.NUMBER | lx.TIME) or doing):
            break
        k -= 1
    return None, i


_HIS: Final = frozenset(["his", "her", "their", "its"])


def _governing_subject(p: Passage, k: int) -> tuple[Range, int] | None:
    """For `renewed his attacks on`: the subject of the verb shortly before the possessive at `k`."""
    tokens = p.tokens
    for v in range(k - 1, max(p.first, k - 6) - 1, -1):
        if p.inside[v] >= 0 or tokens.flags[v] & (lx.COMMA | lx.BREAK | lx.SUBORDINATOR | lx.RELATIVE):
            return None
        if looks_finite(tokens, v):
            first = verb_group_at(p, v)
            source = subject_before(p, first)
            return None if source is None else (source, first)
    return None


def _owner_start(p: Passage, k: int) -> int | None:
    """Where the owner whose `’s` stands at `k` starts."""
    tokens = p.tokens
    flags, words = tokens.flags, tokens.words
    s = k - 1
    low = max(p.first, k - 8)
    if s < p.first or p.inside[s] >= 0:
        return None
    if words[s][:1].isupper():
        while (
            s > low
            and words[s - 1][:1].isupper()
            and p.inside[s - 1] < 0
            and not flags[s - 1] & (lx.PREPOSITION | lx.AND | lx.SUBORDINATOR)
        ):
            s -= 1
        return s
    while s > low and flags[s - 1] == 0 and p.inside[s - 1] < 0:
        s -= 1
    if s > p.first and flags[s - 1] & (lx.DET | lx.POSSESSIVE):
        s -= 1
    return s


def _light_subject(p: Passage, i: int) -> tuple[Range, int] | None:
    """The subject of a light verb shortly before the noun at `i` (`voiced serious doubts`)."""
    tokens = p.tokens
    k = i - 1
    low = max(p.first, i - 5)
    while k >= low and p.inside[k] < 0:
        if tokens.lowers[k] in _LIGHT:
            first = verb_group_at(p, k)
            source = subject_before(p, first)
            if source is None:
                source = main_subject(p, first)
            return None if source is None else (source, first)
        f = tokens.flags[k]
        if f & ~(_BETWEEN | lx.AND) and not tokens.lowers[k].endswith("ing"):
            return None
        k -= 1
    return None


def _hoping_subject(p: Passage, i: int, cue: Cue) -> tuple[Range, int] | None:
    """Who does something `in hopes of` or `in the hope that`, and where the phrase starts."""
    lowers = p.tokens.lowers
    k = i - 1
    if cue.lemma != "hope" or k <= p.first:
        return None
    if lowers[k] == "the":
        k -= 1
    if k <= p.first or lowers[k] != "in":
        return None
    source = main_subject(p, k)
    return None if source is None else (source, k)


def read_adjective(p: Passage, i: int, cue: Cue, previous: Reading | None) -> Reading | None:
    """`is confident that`, `was critical of`, `are willing to`."""
    tokens = p.tokens
    flags, lowers = tokens.flags, tokens.lowers
    k = i - 1
    while (k > p.first and i - k < 6 and flags[k] & (lx.ADVERB | lx.NOT)) or lowers[k].endswith("ly"):
        k -= 1
        if k <= p.first:
            break
    if k < p.first or not (
        flags[k] & lx.BE or lowers[k] in {"feel", "feels", "felt", "remain", "remains", "remained"}
    ):
        return None
    j = i + 1
    if j + 1 >= p.last or p.inside[j] >= 0:
        return None
    if lowers[j] == "that" and cue.arguments & THAT:
        kind, start = "that", j
    elif flags[j] & lx.TO and cue.arguments & TO:
        kind, start = "to", j
    elif lowers[j] in cue.prepositions:
        kind, start = "preposition", j + 1
    elif cue.arguments & (QUOTE | OBJECT) == 0 and cue.arguments & THAT and flags[j] & (lx.SUBJECT | lx.DET):
        kind, start = "clause", j
    else:
        return None
    first = verb_group_at(p, k)
    source = subject_before(p, first)
    if source is None and previous is not None and flags[first - 1] & lx.AND:
        source = previous.source
    if source is None or lowers[source[0]] in {"it", "that", "there", "this", "which"}:
        return None
    end = content_end(p, start, i, kind)
    return (
        Reading((first, i + 1), cue, source, ((start, end),), f"adjective-{kind}", p) if end > start else None
    )
