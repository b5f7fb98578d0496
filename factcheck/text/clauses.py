"""Shallow grammar: where a verb's subject stands, where a clause starts, where a noun phrase ends.

No parser: a few looks to the left and right over word classes, each bounded, so that a sentence of
100,000 characters costs no more a word than a short one.
"""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.text import lexicon as lx
from factcheck.text.cues import BASE, GERUND_FORM, NOUNS, PARTICIPLE, PAST, THIRD, VERBS
from factcheck.text.tokens import Tokens

Range = tuple[int, int]  # tokens, end exclusive

_REACH = 60  # words a subject may reach back


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence, or several that share a quotation: tokens `first` to `last` of a text.

    `inside[i]` is the number of the quotation that token `i` stands in, or -1; `opens` and `closes`
    give each quotation's first and one-past-last token.
    """

    tokens: Tokens
    inside: list[int]
    opens: list[int]
    closes: list[int]
    first: int
    last: int
    paragraph: int


_PLAIN_FINITE = frozenset(
    word
    for word, form in VERBS.items()
    if form.shape & (PAST | THIRD)
    and not any(cue.noun_too for cue in form.cues)
    and not all(cue.particle for cue in form.cues)
) | {word for word, form in VERBS.items() if form.shape & PAST and not form.shape & BASE}


def looks_finite(tokens: Tokens, i: int) -> bool:
    """Whether token `i` is probably a finite verb: an auxiliary, a listed verb, a cue, or `-ed`."""
    if tokens.flags[i] & lx.FINITE:
        return True
    word = tokens.lowers[i]
    if word in _PLAIN_FINITE:
        return True
    return (
        len(word) > 4
        and word.endswith("ed")
        and tokens.flags[i] == 0
        and tokens.words[i] == word
        and not (i and tokens.flags[i - 1] & (lx.DET | lx.POSSESSIVE))
    )


def spoken_quote(p: Passage, q: int) -> bool:
    """Whether quotation `q` ends as speech does, with a comma or full stop inside its closing mark."""
    first, last = p.opens[q], p.closes[q] - 1
    if last <= first:
        return False
    if last - first < 8 and first > p.first and p.inside[first - 1] < 0:
        before = p.tokens.flags[first - 1]
        if p.tokens.lowers[first - 1] in {"titled", "entitled", "called", "named", "headlined", "labeled", "labelled", "dubbed"}:
            return False
        if before & (lx.PREPOSITION | lx.DET | lx.POSSESSIVE) or p.tokens.words[first - 1][:1].isupper():
            return False  # a title or a borrowed word: `the author of “Going North,”`
    mark = p.tokens.lowers[last - 1]
    return mark in {",", ".", "!", "?", "…", "...", "—", "--", "–", "’", "'"} or (
        last + 1 < p.last and p.tokens.lowers[last + 1] == "," and last - p.opens[q] > 8
    )


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A verb with its auxiliaries: `first` is the leftmost word of the group.

    `kind` is finite, passive, gerund, participle or infinitive.
    """

    first: int
    kind: str
    negated: bool
    plain: bool = False


def verb_group(p: Passage, i: int) -> VerbGroup:
    """Read the auxiliaries and adverbs left of the verb at `i`."""
    flags, lowers = p.tokens.flags, p.tokens.lowers
    shape = VERBS[lowers[i]].shape
    k = i - 1
    be = have = modal = to = negated = False
    first = i
    while k >= p.first and i - k < 9:
        f = flags[k]
        if p.inside[k] >= 0:
            break
        if f & lx.BE:
            be = True
            first = k
        elif lowers[k] in {"'s", "’s"} and k > p.first and (
            flags[k - 1] & (lx.SUBJECT | lx.PRONOUN | lx.RELATIVE) or (i - k < 3 and lowers[i].endswith("ing"))
        ):
            be = have = True
            first = k
        elif f & (lx.HAVE | lx.DO):
            have = True
            first = k
        elif f & lx.MODAL:
            modal = True
            first = k
        elif lowers[k] == "since" and k > p.first and flags[k - 1] & lx.HAVE:
            first = k
        elif f & lx.NOT:
            negated = True
            first = k
        elif f & lx.TO:
            to = True
            first = k
            break
        elif lowers[k] in {"got", "gets", "get", "getting"}:
            be = True
            first = k
        elif f & lx.ADVERB and not f & lx.DET or (lowers[k].endswith("ly") and len(lowers[k]) > 4):
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
    elif have or modal:
        kind = "finite"
    elif shape & (PAST | THIRD):
        kind = "finite"
    else:
        kind = "base"
    return VerbGroup(first, kind, negated, plain=first == i)


def subject_before(p: Passage, v: int) -> Range | None:
    """The noun phrase that ends right before token `v`, with its appositions; None if there is none."""
    tokens = p.tokens
    flags, lowers = tokens.flags, tokens.lowers
    k = _before_adverbs(p, v - 1)
    if k < p.first:
        return None
    f = flags[k]
    if p.inside[k] >= 0:
        if spoken_quote(p, p.inside[k]):
            return None
        start = _phrase_start(p, p.opens[p.inside[k]] - 1)
        return (start if start is not None else p.opens[p.inside[k]], k + 1)
    if lowers[k] == "that" and k > p.first and not flags[k - 1] & (lx.BREAK | lx.COMMA | lx.FINITE):
        head = _phrase_start(p, k - 1)
        return (k if head is None else head, k + 1)
    if f & lx.RELATIVE or (lowers[k] == "that" and k > p.first and not flags[k - 1] & lx.BREAK):
        return (k, k + 1)
    if f & lx.SUBJECT or (f & lx.PRONOUN and lowers[k] not in {"him", "them", "me", "us"}):
        return (k, k + 1)
    if f & lx.COMMA or f & lx.DASH:
        return _past_apposition(p, k)
    if f & lx.CLOSE:
        opener = _matching_open(p, k)
        if opener is None or opener <= p.first:
            return None
        start = _phrase_start(p, opener - 1)
        return None if start is None else (start, k + 1)
    if f & (lx.AND | lx.SUBORDINATOR | lx.BREAK | lx.TO | lx.FINITE | lx.PREPOSITION) and not f & lx.TIME:
        return None
    start = _phrase_start(p, k)
    return None if start is None else (start, k + 1)


_FLOATING = frozenset("both all each himself herself themselves itself".split())
_TIME_LEADS = frozenset("on last this in late early the earlier next past of over for during".split())


def _before_adverbs(p: Passage, k: int) -> int:
    """Leftwards past adverbs, floating quantifiers (`who both said`) and times between subject and verb."""
    flags, lowers, words = p.tokens.flags, p.tokens.lowers, p.tokens.words
    timed = False
    while k > p.first and p.inside[k] < 0:
        f, word = flags[k], lowers[k]
        before = flags[k - 1]
        if f & lx.TIME and not f & lx.SUBJECT and (words[k - 1] != words[k - 1].lower() or before & ~lx.DET or timed or word != words[k]):
            timed = True
        elif timed and word in _TIME_LEADS:
            pass
        elif word in _FLOATING:
            if not before & (lx.RELATIVE | lx.SUBJECT | lx.COMMA) and not word.endswith(("self", "selves")):
                break
        elif not (f & lx.ADVERB and not f & lx.DET) and not (
            f == 0 and word.endswith("ly") and word == words[k] and len(word) > 4
        ) and not (word in {"more", "most", "so"} and lowers[k + 1].endswith("ly")):
            break
        k -= 1
    return k


def _matching_open(p: Passage, k: int) -> int | None:
    """The opening bracket of the closing one at `k`, within reach."""
    for i in range(k - 1, max(p.first, k - 30) - 1, -1):
        if p.tokens.flags[i] & lx.OPEN:
            return i
    return None


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
        earlier = _mark_before(p, opening, mark)
        if earlier is not None and p.tokens.flags[earlier + 1] & lx.PREPOSITION and earlier > p.first + 1:
            closing = opening = earlier  # `Duarte, during a visit to Porto, Portugal,`
        start = _phrase_start(p, opening - 1)
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
    if after & (lx.AND | lx.SUBORDINATOR) and lowers[comma + 1] != "where":
        return False
    return not flags[comma - 1] & (lx.PREPOSITION | lx.AUXILIARY | lx.TIME | lx.ADVERB)


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
    if lowers[start] in {"a", "an", "the", "who", "which", "whose", "now", "his", "her"} or words[start][:1].isdigit():
        return not flags[name] & lx.PREPOSITION and (start + 1 < end or words[start][:1].isdigit())
    return end - start == 1 and words[start][:1].isupper() and flags[name] == 0


def _phrase_start(p: Passage, k: int) -> int | None:
    """Where the noun phrase that ends at token `k` starts."""
    tokens = p.tokens
    flags, lowers, words = tokens.flags, tokens.lowers, tokens.words
    if k < p.first:
        return None
    stop = lx.COMMA | lx.BREAK | lx.DASH | lx.OPEN | lx.SUBORDINATOR | lx.SUBJECT
    low = max(p.first, k - _REACH)
    s = k
    relative = -1
    while s >= low:
        f = flags[s]
        if p.inside[s] >= 0:
            q = p.inside[s]
            if spoken_quote(p, q):
                break
            s = p.opens[q] - 1
            continue
        if f & lx.CLOSE:
            opener = _matching_open(p, s)
            if opener is None:
                break
            s = opener - 1
            continue
        if f & lx.RELATIVE or lowers[s] == "that":
            if s > low and s < k and not flags[s - 1] & (lx.COMMA | lx.FINITE | lx.BREAK) and words[s] == lowers[s]:
                relative = s
                s -= 1
                continue
            break
        if f & stop and not (f & lx.TIME and not f & stop):
            break
        if f & lx.AND:
            if lowers[s] not in {"and", "or"} or s == low:
                break
            if relative < 0 and _finite_between(p, max(low, s - 8), s):
                break
        if relative < 0 and s < k and looks_finite(tokens, s):
            if _relative_before(p, s, low):
                s -= 1
                continue
            break
        s -= 1
    start = s + 1
    while start < k and (flags[start] & (lx.AND | lx.ADVERB) and not flags[start] & lx.DET):
        start += 1
    if start > k:
        return None
    if flags[start] & lx.PREPOSITION:
        return _after_preposition(p, start, k)
    return start


def _relative_before(p: Passage, s: int, low: int) -> bool:
    """Whether a relative pronoun stands shortly before `s`, so that the verb at `s` is inside the phrase."""
    flags = p.tokens.flags
    for i in range(s - 1, max(low, s - 12) - 1, -1):
        if flags[i] & (lx.COMMA | lx.BREAK | lx.AND) or p.inside[i] >= 0:
            return False
        if flags[i] & lx.RELATIVE and i > low:
            return not flags[i - 1] & (lx.COMMA | lx.PREPOSITION | lx.FINITE)
    return False


def _finite_between(p: Passage, start: int, end: int) -> bool:
    """Whether a finite verb stands in tokens `start` to `end`."""
    for i in range(end - 1, start - 1, -1):
        if p.tokens.flags[i] & (lx.COMMA | lx.BREAK) or p.inside[i] >= 0:
            return False
        if looks_finite(p.tokens, i):
            return True
    return False


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
        if words[i][:1].isupper() and not words[i - 1][:1].isupper() and not before & (
            lx.PREPOSITION | lx.DET | lx.POSSESSIVE | lx.AND | lx.CLOSE
        ):
            return i
        i -= 1
    return i if flags[i - 1] & lx.TIME else k


def phrase_end(p: Passage, start: int, last: int) -> int:
    """Where the noun phrase that starts at `start` ends (exclusive): before a verb, comma, or clause."""
    tokens = p.tokens
    flags = tokens.flags
    stop = lx.COMMA | lx.BREAK | lx.SUBORDINATOR | lx.RELATIVE | lx.SUBJECT | lx.OPEN | lx.DASH
    i = start
    limit = min(last, start + 25)
    while i < limit:
        if p.inside[i] >= 0:
            return i
        f = flags[i]
        if f & stop:
            break
        if i > start and (f & lx.FINITE or (f & lx.TO) or _is_clear_verb(tokens, i)):
            break
        i += 1
    return i


def _is_clear_verb(tokens: Tokens, i: int) -> bool:
    """A cue in a finite form that is no noun."""
    form = VERBS.get(tokens.lowers[i])
    return form is not None and bool(form.shape & (PAST | THIRD)) and tokens.lowers[i] not in NOUNS


def main_subject(p: Passage, i: int) -> Range | None:
    """The subject of the clause that token `i` hangs on: the first noun phrase of the passage before a verb."""
    tokens = p.tokens
    flags = tokens.flags
    start = p.first
    for _ in range(4):
        while start < i and (flags[start] & (lx.AND | lx.ADVERB | lx.COMMA | lx.DASH) and not flags[start] & lx.DET):
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
    for v in range(start + 1, min(i, start + 40)):
        if p.inside[v] < 0 and looks_finite(tokens, v):
            found = subject_before(p, v)
            if found is not None:
                return found
    return None


_NOUN_BEFORE = lx.DET | lx.POSSESSIVE | lx.PREPOSITION | lx.NUMBER
_ADJECTIVAL = ("al", "ic", "ous", "ive", "ful", "able", "ary", "ent", "ial", "ing", "ed", "ry")


def reads_as_noun(p: Passage, i: int) -> bool:
    """Whether a word that is noun and verb (`claims`, `support`) is a noun here, by the word before it."""
    if i == p.first:
        return True
    f = p.tokens.flags[i - 1]
    if f & _NOUN_BEFORE and not f & (lx.TO | lx.HAVE | lx.BE) and p.tokens.lowers[i - 1] not in {"who", "some", "many"}:
        return True
    if i + 1 < p.last and (p.tokens.flags[i + 1] & (lx.SUBJECT | lx.DET | lx.POSSESSIVE) or p.tokens.lowers[i + 1] == "that"):
        return False
    word = p.tokens.lowers[i - 1]
    return f == 0 and word == p.tokens.words[i - 1] and word.endswith(_ADJECTIVAL)


def verb_group_at(p: Passage, k: int) -> int:
    """The first token of the group of auxiliaries and adverbs that ends in the verb at `k`."""
    flags, lowers = p.tokens.flags, p.tokens.lowers
    first = k
    i = k - 1
    while i >= p.first and k - i < 8 and p.inside[i] < 0:
        f = flags[i]
        if f & (lx.AUXILIARY | lx.NOT):
            first = i
        elif not (f & lx.ADVERB and not f & (lx.DET | lx.TIME)) and not (f == 0 and lowers[i].endswith("ly")):
            break
        i -= 1
    return first
