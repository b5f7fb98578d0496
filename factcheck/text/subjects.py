"""The subject of a verb: the noun phrase before it, past appositions, brackets, adverbs and times."""

from __future__ import annotations

from itertools import chain

from factcheck.text import lexicon as lx
from factcheck.text.appositions import head_of_appositions, list_start
from factcheck.text.clauses import Passage, Range, looks_finite, spoken_quote
from factcheck.text.noun_phrases import is_in_name, matching_open, phrase_start
from factcheck.text.wordlists import words

_REACH = 60  # words a subject may reach back
_PAUSE = lx.COMMA | lx.DASH
_NO_HEAD = lx.BREAK | lx.COMMA | lx.FINITE
_NO_SUBJECT = lx.AND | lx.SUBORDINATOR | lx.BREAK | lx.TO | lx.FINITE | lx.PREPOSITION


def subject_before(p: Passage, v: int) -> Range | None:
    """The noun phrase that ends right before token `v`, with its appositions; None if there is none."""
    tokens = p.tokens
    flags, lowers = tokens.flags, tokens.lowers
    k = _before_adverbs(p, v - 1)
    if k < p.first:
        return None
    f = flags[k]
    if k < v - 1 and not f & ~lx.VERB and _has_own_time(p, k):
        start = phrase_start(p, k - 1)  # `A report released on Monday found`
        return None if start is None else (start, v)
    if f == 0 and p.inside[k] < 0:
        start = phrase_start(p, k)
        return None if start is None else (list_start(p, start), k + 1)
    if p.inside[k] >= 0:
        if spoken_quote(p, p.inside[k]):
            return None
        start = phrase_start(p, p.opens[p.inside[k]] - 1)
        return (start if start is not None else p.opens[p.inside[k]], k + 1)
    if lowers[k] == "that" and k > p.first and not flags[k - 1] & _NO_HEAD:
        head = phrase_start(p, k - 1)
        return (k if head is None else head, k + 1)
    if f & lx.RELATIVE or (lowers[k] == "that" and k > p.first and not flags[k - 1] & lx.BREAK):
        return (k, k + 1)
    if f & lx.SUBJECT or (
        f & lx.PRONOUN and lowers[k] not in {"him", "them", "me", "us"} and not _ends_relative(p, k)
    ):
        return (k - 1 if lowers[k] == "one" and k > p.first and lowers[k - 1] == "no" else k, k + 1)
    if f & _PAUSE:
        near = _past_apposition(p, k)
        if f & lx.COMMA and (near is None or _is_within(p, near[0]) or flags[p.first] & lx.PREPOSITION):
            return head_of_appositions(p, k) or near
        return near
    if f & lx.CLOSE:
        opener = matching_open(p, k)
        if opener is None or opener <= p.first:
            return None
        start = phrase_start(p, opener - 1)
        return None if start is None else (start, k + 1)
    named = p.tokens.words[k][:1].isupper() and not (k > p.first and flags[k - 1] & lx.PREPOSITION)
    if f & lx.MODAL and named:
        return (k, k + 1)  # `Will said`
    if f & lx.FINITE and is_in_name(p, k):
        start = phrase_start(p, k - 1)
        return None if start is None else (start, k + 1)  # `Carla Bent said`
    if f & lx.PREPOSITION and lowers[k] in _PARTICLES and lowers[k - 1].endswith(_PARTICIPLE):
        start = phrase_start(p, k)  # `An engineer who was laid off said`
        return None if start is None else (start, k + 1)
    if f & _NO_SUBJECT and not f & lx.TIME:
        return None
    start = phrase_start(p, k)
    return None if start is None else (start, k + 1)


def _ends_relative(p: Passage, k: int) -> bool:
    """Whether the pronoun at `k` is the object in a clause about the subject (`A man who saw it said`)."""
    flags = p.tokens.flags
    for i in range(k - 1, max(p.first, k - 8), -1):
        if p.inside[i] >= 0 or flags[i] & (lx.COMMA | lx.BREAK | lx.SUBJECT):
            return False
        if flags[i] & lx.RELATIVE:
            return i < k - 1 and not flags[i - 1] & (lx.COMMA | lx.PREPOSITION | lx.FINITE)
    return False


def _has_own_time(p: Passage, k: int) -> bool:
    """Whether a participle at `k` tells what was done to the noun before it, and the time behind it when."""
    word = p.tokens.lowers[k]
    if k <= p.first or p.inside[k] >= 0 or p.inside[k - 1] >= 0 or p.tokens.words[k] != word:
        return False
    return (word.endswith("ed") or word in _MADE) and not p.tokens.flags[k - 1] & ~lx.PERSON


_MADE = words("made sent given taken built written seen held put")
_PARTICLES = frozenset(["off", "out", "up", "down", "over", "away"])
_PARTICIPLE = ("ed", "aid", "ent", "ken", "own", "ade", "eft", "orn", "ut")


def _is_within(p: Passage, start: int) -> bool:
    """Whether the phrase at `start` is part of an apposition: behind a comma, or a verb's object."""
    before = start - 1
    if before <= p.first or p.inside[before] >= 0:
        return False
    if p.tokens.flags[before] & lx.AND:
        before -= 1  # `Duarte, the mayor, and Abara, her deputy,`
    return bool(p.tokens.flags[before] & lx.COMMA) or looks_finite(p.tokens, before)


_FLOATING = words("both all each himself herself themselves itself")
_INTENSIFIERS = frozenset(["more", "most", "so"])
_TIME_LEADS = words("on last this in late early the earlier next past of over for during")


def _before_adverbs(p: Passage, k: int) -> int:
    """Leftwards past adverbs, floating quantifiers (`who both said`) and times between subject and verb."""
    flags, lowers, words, inside = p.tokens.flags, p.tokens.lowers, p.tokens.words, p.inside
    timed = False
    while k > p.first and inside[k] < 0:
        f, word = flags[k], lowers[k]
        if f == 0 and not timed and not word.endswith("ly") and word not in _INTENSIFIERS:
            break
        before = flags[k - 1]
        if (
            f & lx.TIME
            and not f & lx.SUBJECT
            and (words[k - 1] != words[k - 1].lower() or before & ~lx.DET or timed or word != words[k])
        ):
            timed = True
        elif timed and word in _TIME_LEADS:
            pass
        elif word in _FLOATING:
            named = words[k - 1] != lowers[k - 1]  # `Lund, Hart and Kerr all said`
            after = before & (lx.RELATIVE | lx.SUBJECT | lx.COMMA)
            if not after and not named and not word.endswith(("self", "selves")):
                break
        elif (
            not (f & lx.ADVERB and not f & lx.DET)
            and not (f == 0 and word.endswith("ly") and word == words[k] and len(word) > 4)
            and not (word in _INTENSIFIERS and lowers[k + 1].endswith("ly"))
        ):
            break
        k -= 1
    return k


def _past_apposition(p: Passage, k: int) -> Range | None:
    """The head before an apposition that closes with the comma or dash at `k`.

    Appositions may be stacked (`Duarte, a doctor, who lives in Porto,`; `Smith, D-Ohio,`): while the
    phrase found is one itself, the head is further left.
    """
    mark = lx.DASH if p.tokens.flags[k] & lx.DASH else lx.COMMA
    closing = k
    head: Range | None = None
    for _ in range(5):
        opening = _mark_before(p, closing, mark)
        if opening is None or not _opens_apposition(p, opening):
            break
        if head is None and p.tokens.flags[opening - 1] & (lx.RELATIVE | lx.SUBJECT):
            return (opening - 1, opening)  # `who, on a visit to Porto, said`
        earlier = _mark_before(p, opening, mark)
        if earlier is not None and p.tokens.flags[earlier + 1] & lx.PREPOSITION and earlier > p.first:
            closing = opening = earlier  # `Duarte, during a visit to Porto, Portugal,`
        start = phrase_start(p, opening - 1)
        if start is None:
            break
        head = (start, k)
        if not _stacked(p, start, opening, mark):
            break
        closing = start - 1
    return head


def _mark_before(p: Passage, closing: int, mark: int) -> int | None:
    """The nearest comma (or dash) left of `closing` in the same clause."""
    flags = p.tokens.flags
    i = closing - 1
    low = max(p.first, closing - _REACH)
    while i >= low:
        q = p.inside[i]
        if q >= 0:
            if spoken_quote(p, q):
                return None
            i = p.opens[q] - 1
            continue
        if flags[i] & mark:
            return i if i > p.first else None
        if flags[i] & lx.BREAK:
            return None
        i -= 1
    return None


def _opens_apposition(p: Passage, comma: int) -> bool:
    """Whether what follows the comma can be an apposition, and what stands before it a head."""
    flags, lowers = p.tokens.flags, p.tokens.lowers
    after = flags[comma + 1]
    if lowers[comma + 1] in {"though", "however", "including", "who"}:
        return True
    if lowers[comma + 1] == "when" and lowers[comma + 2] in _QUESTIONED:
        return True  # `Duarte, when asked about it, said`
    if after & (lx.AND | lx.SUBORDINATOR) and lowers[comma + 1] != "where":
        return bool(flags[comma] & lx.DASH and after & lx.AND)
    return not flags[comma - 1] & (lx.PREPOSITION | lx.AUXILIARY | lx.TIME | lx.ADVERB)


_QUESTIONED = words("asked pressed questioned contacted told reached approached confronted")


def _stacked(p: Passage, start: int, end: int, mark: int) -> bool:
    """Whether the phrase from `start` to `end` is an apposition of the name before it."""
    tokens = p.tokens
    flags, words, lowers = tokens.flags, tokens.words, tokens.lowers
    before = start - 1
    if before <= p.first or not flags[before] & mark:
        return False
    name = before - 1
    if p.inside[name] >= 0 or not words[name][:1].isupper() or flags[name] & (lx.TIME | lx.ADVERB):
        return False
    if (
        lowers[start] in {"a", "an", "the", "who", "which", "whose", "now", "his", "her"}
        or words[start][:1].isdigit()
    ):
        return not flags[name] & lx.PREPOSITION and (start + 1 < end or words[start][:1].isdigit())
    return end - start == 1 and words[start][:1].isupper() and flags[name] == 0


def main_subject(p: Passage, i: int) -> Range | None:
    """The subject of the clause that token `i` hangs on: the passage's first noun phrase before a verb."""
    tokens = p.tokens
    flags = tokens.flags
    start = p.first
    for _ in range(4):
        while start < i and (
            flags[start] & (lx.AND | lx.ADVERB | lx.COMMA | lx.DASH) and not flags[start] & lx.DET
        ):
            start += 1
        if start >= i or p.inside[start] >= 0:
            return None
        if not (flags[start] & (lx.PREPOSITION | lx.SUBORDINATOR | lx.TIME | lx.TO)) and not (
            tokens.lowers[start].endswith("ing") and flags[start] == 0
        ):
            break
        comma = start
        limit = min(i, start + 40)
        while comma < limit and not flags[comma] & lx.COMMA:
            comma += 1
        if comma >= limit:
            return None
        start = comma + 1
    within = [v for v in range(start + 1, min(i, start + 40)) if p.inside[v] < 0]
    sure = (v for v in within if looks_finite(tokens, v))
    likely = (v for v in within if _may_be_present(p, v))
    for v in chain(sure, likely):
        found = subject_before(p, v)
        if found is not None and not _is_aside(p, found, v, i):
            return found
    return None


def _is_aside(p: Passage, subject: Range, v: int, i: int) -> bool:
    """Whether the verb at `v` is that of a relative clause between commas before token `i`."""
    tokens = p.tokens
    first = subject[0]
    if first <= p.first or not tokens.flags[first - 1] & lx.COMMA:
        return False
    relative = tokens.flags[first] & lx.RELATIVE or tokens.lowers[first] == "whose"
    return bool(relative) and any(tokens.flags[k] & lx.COMMA and p.inside[k] < 0 for k in range(v + 1, i))


_NEAR = 9  # words of a subject before a verb that only its place tells
_ONE_FORM = words("shut split spread bet shed bit burst cast thrust upset tied eyed")


def _may_be_present(p: Passage, v: int) -> bool:
    """Whether a word could be the verb where there is no surer one: `Ana Duarte quits the board, saying`."""
    tokens = p.tokens
    word = tokens.words[v]
    if tokens.flags[v] or word != tokens.lowers[v] or word.endswith(("ss", "us", "is")):
        return False
    if not (word.endswith("s") or word in _ONE_FORM) or tokens.flags[v - 1] & (lx.DET | lx.POSSESSIVE):
        return False
    if v - p.first > _NEAR or (v + 1 < p.last and tokens.flags[v + 1] & lx.AND):
        return False
    name = tokens.words[v - 1][:1].isupper() or bool(tokens.flags[v - 1] & lx.PERSON)
    behind = v + 1 < p.last and tokens.flags[v + 1] & (lx.DET | lx.POSSESSIVE | lx.NUMBER | lx.PREPOSITION)
    return name or bool(behind)
