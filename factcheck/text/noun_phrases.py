"""Where the noun phrase that ends at a word starts: walking left over adjectives, `of`, relative clauses."""

from __future__ import annotations

from factcheck.text import lexicon as lx
from factcheck.text.attribution_passages import HEADLINE
from factcheck.text.clauses import Passage, looks_finite, spoken_quote
from factcheck.text.cues import VERBS

_REACH = 60  # words a subject may reach back

_EDGE = lx.COMMA | lx.BREAK | lx.DASH | lx.OPEN | lx.SUBORDINATOR | lx.SUBJECT
_OWN_SUBJECT = lx.DET | lx.POSSESSIVE | lx.SUBJECT | lx.NUMBER
_LANDMARK = _EDGE | lx.CLOSE | lx.RELATIVE | lx.AND


def phrase_start(p: Passage, k: int) -> int | None:
    """Where the noun phrase that ends at token `k` starts."""
    tokens = p.tokens
    flags, lowers, words = tokens.flags, tokens.lowers, tokens.words
    if k < p.first:
        return None
    inside = p.inside
    low = max(p.first, k - _REACH)
    s = k
    relative = -1
    while s >= low:
        f = flags[s]
        q = inside[s]
        if q >= 0:
            if spoken_quote(p, q) or lowers[p.closes[q] - 2] == ",":
                break
            s = p.opens[q] - 1
            continue
        if not f & _LANDMARK:  # only a verb may end the phrase here
            if lowers[s] == "be" and s - 2 > low and lowers[s - 1] == "to" and lowers[s - 2] in _POSING:
                s -= 3  # `A man claiming to be her son said`
                continue
            verb = relative < 0 and s < k and looks_finite(tokens, s) and not is_in_name(p, s)
            if verb and not (_relative_before(p, s, low) or _is_reduced(p, s, k)):
                break
            s -= 1
            continue
        if f & lx.CLOSE:
            opener = matching_open(p, s)
            if opener is None:
                break
            s = opener - 1
            continue
        if f & lx.RELATIVE or lowers[s] == "that":
            if (
                s > low
                and s < k
                and not flags[s - 1] & (lx.COMMA | lx.FINITE | lx.BREAK)
                and words[s] == lowers[s]
                and not _opens_object_relative(p, s, k)
            ):
                relative = s
                s -= 1
                continue
            if s == p.first and s + 1 == k and words[s] != lowers[s] and not flags[k]:
                s -= 1  # `That figure was disputed`
            break
        if f & _EDGE:
            break
        if lowers[s] not in {"and", "or", "nor"} or s == low:
            break
        if relative < 0 and _finite_between(p, max(low, s - 8), s):
            break
        s -= 1
    start = s + 1
    while (
        start < k
        and flags[start] & (lx.AND | lx.ADVERB)
        and not flags[start] & lx.DET
        and lowers[start] != "almost"
    ):
        start += 1
    if start > k:
        return None
    if flags[start] & lx.DET:
        start = _past_contact(p, start, k)
    elif start < k and start > p.first and flags[start - 1] & lx.COMMA and lowers[start] in _SAYING:
        start += 1  # `sued the clinic, alleging staff ignored alarms`
    for i in range(k - 1, start, -1):
        if (
            lowers[i] in {"after", "before", "as"}
            and lowers[i - 1] not in _AS
            and (flags[i - 1] & lx.TIME or _finite_between(p, max(low, i - 8), i))
        ):
            start = i + 1  # `nine days after auditors said`, `he resigned after the paper reported`
            break
    if lowers[start] == "as" and start < k:
        return start + 1  # a conjunction before a subject: `as Ana Duarte said`
    if flags[start] & lx.PREPOSITION and not opens_degree(p, start):
        return _after_preposition(p, start, k)
    return start


def opens_degree(p: Passage, start: int) -> bool:
    """Whether a number follows what looks like a preposition (`at least two people`, `about 40 fans`)."""
    lowers = p.tokens.lowers
    if start + 2 >= p.last or lowers[start] not in _BEFORE_NUMBERS:
        return False
    if lowers[start] == "at":
        return lowers[start + 1] in {"least", "most"}
    return bool(p.tokens.flags[start + 1] & lx.NUMBER) or lowers[start + 1][:1].isdigit()


_BEFORE_NUMBERS = frozenset(["at", "about", "around", "over", "under"])


def _past_contact(p: Passage, start: int, k: int) -> int:
    """Where the subject begins in a clause that hangs on a noun: `a decision the company said it regrets`."""
    flags, words = p.tokens.flags, p.tokens.words
    for i in range(start + 2, k):
        if (
            p.tokens.lowers[i] == "the"
            and flags[i - 1] == 0
            and p.inside[i - 1] < 0
            and words[i - 1].islower()
        ):
            return i
    return start


def matching_open(p: Passage, k: int) -> int | None:
    """The opening bracket of the closing one at `k`, within reach."""
    for i in range(k - 1, max(p.first, k - 30) - 1, -1):
        if p.tokens.flags[i] & lx.OPEN:
            return i
    return None


def _relative_before(p: Passage, s: int, low: int) -> bool:
    """Whether a relative pronoun stands shortly before `s`, so that the verb at `s` is inside the phrase."""
    flags = p.tokens.flags
    for i in range(s - 1, max(low, s - 12) - 1, -1):
        if flags[i] & (lx.COMMA | lx.BREAK | lx.AND) or p.inside[i] >= 0:
            return False
        if flags[i] & lx.RELATIVE and i > low:
            return not flags[i - 1] & (lx.COMMA | lx.PREPOSITION | lx.FINITE)
        if p.tokens.lowers[i] == "whose" and i > low:
            return True  # `The man whose house burned down said`
        if p.tokens.lowers[i] == "that" and i > low:
            return (
                not flags[i - 1] & ~lx.PERSON and p.tokens.lowers[i - 1] not in VERBS and _only_verb(p, i, s)
            )
    return False


def _only_verb(p: Passage, that: int, s: int) -> bool:
    """Whether nothing but its adverbs and auxiliaries stands between `that` and the verb at `s`."""
    return all(p.tokens.flags[k] & (lx.ADVERB | lx.AUXILIARY) for k in range(that + 1, s))


def _opens_object_relative(p: Passage, relative: int, k: int) -> bool:
    """Whether the subject of the verb behind `k` opens after the relative (`a plan that he called`)."""
    tokens = p.tokens
    flags = tokens.flags
    for i in range(relative + 1, k + 1):
        if p.inside[i] >= 0 or looks_finite(tokens, i):
            return False
    first = relative + 1
    if flags[first] & _OWN_SUBJECT or tokens.words[first][:1].isupper():
        return True
    return tokens.lowers[relative] != "who" and bool(flags[k] & lx.PERSON)


def _is_reduced(p: Passage, s: int, k: int) -> bool:
    """Whether the `-ed` form at `s` hangs on the noun before it (`A lawsuit filed Tuesday in Erie alleges`).

    An adjunct follows it, no new noun phrase up to the verb behind `k`; after a number it is an
    adjective (`four kidnapped engineers`).
    """
    tokens = p.tokens
    flags, lowers = tokens.flags, tokens.lowers
    if flags[s] & lx.AUXILIARY or not (lowers[s].endswith("ed") or lowers[s] in _STRONG):
        return False
    if s <= p.first or p.inside[s - 1] >= 0 or p.inside[s + 1] >= 0:
        return False
    if names_behind(p, s) == k + 1:
        return True
    before = flags[s - 1]
    if before & lx.NUMBER and flags[s + 1] == 0:
        return True
    if before & lx.AND and flags[s + 1] & lx.PREPOSITION:
        return not _finite_between(p, p.first, s - 1)  # `A study by Harlow and published in June found`
    named = tokens.words[s - 1][:1].isupper() and s - 1 > p.first and lowers[s + 1] != "by"
    if is_counted(p, s) and not before & ~(lx.PERSON | lx.NUMBER):
        return True
    if before & ~(lx.PERSON | lx.NUMBER) or named:
        return False
    if not (flags[s + 1] & (lx.PREPOSITION | lx.TIME) or lowers[s + 1] == "more" or _is_given_out(p, s)):
        return False
    for i in range(s + 2, k + 1):
        own = flags[i] & (lx.DET | lx.POSSESSIVE) and tokens.words[i][:1] not in "'’"
        if own and not flags[i - 1] & (lx.PREPOSITION | lx.DET):
            return False
        if tokens.words[i][:1].isupper() and flags[i - 1] & lx.TIME:
            return False
    return True


def names_behind(p: Passage, s: int) -> int:
    """Where a name ends that the participle at `s` gives (`A group called Friends of Elm said`), else -1."""
    words, lowers = p.tokens.words, p.tokens.lowers
    if lowers[s] not in _CALLED:
        return -1
    end = s + 1
    while end < p.last and p.inside[end] < 0:
        tied = lowers[end] in _IN_NAMES and s + 1 < end < p.last - 1 and words[end + 1][:1].isupper()
        if words[end] != "@" and not words[end][:1].isupper() and not tied:
            break
        end += 2 if words[end] == "@" else 1
    return end if end > s + 1 else -1


_SAYING = frozenset(["saying", "alleging", "claiming", "arguing", "adding", "insisting", "stating"])
_CALLED = frozenset(["called", "named", "dubbed", "nicknamed"])
_IN_NAMES = frozenset(["of", "for", "the", "and", "de"])


def _is_given_out(p: Passage, s: int) -> bool:
    """Whether `carried out` or `sent out` stands at `s` with who did it, or for whom, behind it."""
    given = p.tokens.lowers[s : s + 2] in (["carried", "out"], ["sent", "out"])
    return given and s + 2 < p.last and bool(p.tokens.flags[s + 2] & lx.PREPOSITION)


def is_counted(p: Passage, s: int) -> bool:
    """Whether a number of times stands behind the participle at `s` (`A post shared 40,000 times says`)."""
    tokens = p.tokens
    if s + 2 >= p.last:
        return False
    near = tokens.lowers[s + 1]
    number = tokens.flags[s + 1] & (lx.NUMBER | lx.ADVERB) or near[:1].isdigit() or near.endswith("ly")
    return bool(number) and "times" in tokens.lowers[s + 2 : min(p.last, s + 5)]


_AS = frozenset(["such", "well", "known", "same", "work", "works", "worked", "role", "job", "described"])
_POSING = frozenset(["claiming", "pretending", "purporting", "appearing", "professing"])
_STRONG = frozenset(["sent", "held", "made", "given", "taken", "built", "written", "seen", "led", "paid"])


def _finite_between(p: Passage, start: int, end: int) -> bool:
    """Whether a finite verb stands in tokens `start` to `end`."""
    for i in range(end - 1, start - 1, -1):
        if p.tokens.flags[i] & (lx.COMMA | lx.BREAK) or p.inside[i] >= 0:
            return False
        if looks_finite(p.tokens, i) and not is_in_name(p, i):
            return True
    return False


def is_in_name(p: Passage, i: int) -> bool:
    """Whether a form with a capital goes on a name (`the United States and Norway`); a headline tells not."""
    words = p.tokens.words
    return p.paragraph != HEADLINE and i > p.first and words[i][:1].isupper() and words[i - 1][:1].isupper()


def _after_preposition(p: Passage, start: int, k: int) -> int:
    """The start of the last noun phrase when the words before the verb open with a preposition."""
    flags, words = p.tokens.flags, p.tokens.words
    i = k
    while i > start + 1:
        before = flags[i - 1]
        if flags[i] & (lx.DET | lx.POSSESSIVE) and words[i][:1] not in "'’" and not before & lx.PREPOSITION:
            return i
        if flags[i] & lx.TIME or before & lx.TIME:
            break
        if (
            words[i][:1].isupper()
            and not words[i - 1][:1].isupper()
            and not before & (lx.PREPOSITION | lx.DET | lx.POSSESSIVE | lx.AND | lx.CLOSE)
        ):
            return i
        i -= 1
    return i if flags[i - 1] & lx.TIME else k
