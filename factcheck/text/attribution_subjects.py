"""Whose verb it is: subjects that stand elsewhere (shared, inverted, of a participle or infinitive)."""

from __future__ import annotations

from typing import Final

from factcheck.text import lexicon as lx
from factcheck.text.attribution_arguments import SUBJECT_START
from factcheck.text.attribution_readings import Reading
from factcheck.text.clauses import Passage, Range, looks_finite, phrase_end, spoken_quote
from factcheck.text.cue_forms import OBJECT_TO
from factcheck.text.cues import VERBS
from factcheck.text.inflection import forms
from factcheck.text.noun_phrases import opens_degree, phrase_start
from factcheck.text.subjects import main_subject, subject_before
from factcheck.text.verb_groups import verb_group_at
from factcheck.text.wordlists import words

# Words behind a verb that are never who speaks.
_NO_SPEAKER: Final = words("him them me us this that these those it no yes")


def shared_subject(p: Passage, v: int, previous: Reading | None) -> Range | None:
    """The subject of a participle, infinitive or second verb: that of the cue before it, or of the clause."""
    if previous is not None and previous.passage is p and previous.source is not None:
        return previous.source
    return main_subject(p, v)


def own_subject(p: Passage, subject: Range | None, previous: Reading | None) -> Range | None:
    """A subject without the clause before it, whose verb was read (`Fans back it and Duarte opposes it`).

    A present in the plural looks like a noun, so that a subject may have been taken to begin before it.
    """
    if subject is None or previous is None or previous.passage is not p or previous.source is None:
        return subject
    tokens = p.tokens
    ended = previous.content[-1][1] if previous.content else subject[0]
    if subject[0] < ended < subject[1] - 1 and tokens.flags[ended] & lx.AND:
        return (ended + 1, subject[1])  # `called him “a toy” and Duarte called her`
    first, behind = previous.cue
    if previous.source[0] != subject[0] or not first < subject[1] - 1 or tokens.lowers[first].endswith("ing"):
        return subject
    joints = [k for k in range(behind, subject[1] - 1) if tokens.flags[k] & lx.AND and p.inside[k] < 0]
    if not joints:
        return subject
    opening = lx.DET | lx.POSSESSIVE | lx.SUBJECT | lx.PERSON
    clear = (k for k in joints if tokens.flags[k + 1] & opening or tokens.words[k + 1][:1].isupper())
    return (next(clear, joints[-1]) + 1, subject[1])


def infinitive_subject(p: Passage, to: int, previous: Reading | None) -> Range | None:
    """Who does what the infinitive at `to` says: a control verb's object, or the nearest verb's subject."""
    tokens = p.tokens
    for k in range(to - 1, max(p.first, to - 25) - 1, -1):
        if p.inside[k] >= 0:
            continue
        if to - k < 9 and k < to - 1 and tokens.lowers[k] in _CONTROL:
            return (k + 1, to)
        if looks_finite(tokens, k) and not (
            previous is not None and previous.passage is p and previous.cue[0] >= k
        ):
            found = subject_before(p, verb_group_at(p, k))
            if found is not None:
                return found
            break
    return shared_subject(p, to, previous)


def subject_to_come(p: Passage, v: int) -> Range | None:
    """The subject of an opening participle, after its comma (`Citing the drought, Duarte closed ...`)."""
    tokens = p.tokens
    first = p.first + 1 if tokens.flags[p.first] & lx.AND else p.first  # `And in explaining why`
    if v > first + 1 or (v == first + 1 and not tokens.flags[first] & (lx.PREPOSITION | lx.SUBORDINATOR)):
        return None
    for k in range(v + 1, min(p.last - 1, v + 50)):
        if p.inside[k] < 0 and tokens.flags[k] & lx.COMMA:
            end = phrase_end(p, k + 1, p.last)
            if end < p.last and end > k + 1 and looks_finite(tokens, end):
                return (k + 1, end)
            if tokens.flags[k + 1] & (lx.SUBJECT | lx.PRONOUN):
                return (k + 1, k + 2)
    return None


def names_someone(p: Passage, phrase: Range) -> bool:
    """Whether the phrase before a participle is its subject (`voters backing`), not an object."""
    tokens = p.tokens
    first, last = phrase[0], phrase[1] - 1
    for k in range(first - 1, max(p.first, first - 8) - 1, -1):
        if tokens.lowers[k] in {"spent", "spend", "spends", "spending", "kept", "went"}:
            return False
        if tokens.flags[k] & (lx.COMMA | lx.BREAK):
            break
    if tokens.flags[last] & lx.TIME:
        return False
    return bool(
        tokens.flags[first] & (lx.DET | lx.POSSESSIVE | lx.PRONOUN | lx.NUMBER)
        or tokens.flags[last] & lx.PERSON
        or tokens.words[last][:1].isupper()
        or tokens.lowers[last].endswith("s")
    )


# Verbs whose object does what the infinitive says.
_CONTROL: Final = frozenset(
    form
    for lemma in words(
        """
        allow help force enable permit cause lead push hire prompt compel wish get need motivate inspire
        require prepare
        """
    )
    for form in forms(lemma)
)


def is_object_control(p: Passage, to: int) -> bool:
    """Whether the infinitive at `to` has the noun phrase before it as its subject (`allow users to post`)."""
    lowers = p.tokens.lowers
    for k in range(to - 1, max(p.first, to - 9) - 1, -1):
        if p.tokens.flags[k] & (lx.COMMA | lx.BREAK | lx.SUBORDINATOR) or p.inside[k] >= 0:
            return False
        if lowers[k] in _CONTROL:
            return True
        form = VERBS.get(lowers[k])
        if form is not None and any(cue.arguments & OBJECT_TO for cue in form.cues):
            return True
    return to == p.first


def inverted_end(p: Passage, after: int, before: int) -> int | None:
    """The end of a subject that follows its verb (`said Ana Duarte, a doctor`), or None."""
    tokens = p.tokens
    flags, words = tokens.flags, tokens.words
    if after >= p.last or p.inside[after] >= 0 or before < p.first:
        return None
    f = flags[after]
    plain = p.inside[before] < 0 and not f & SUBJECT_START and not words[after][:1].isupper()
    if plain and not (flags[before] & lx.COMMA and _closes_with_people(p, after)):
        return None
    if f & lx.PREPOSITION and opens_degree(p, after):
        f = lx.NUMBER  # `said at least two people`
    if f & (lx.PREPOSITION | lx.TO | lx.BREAK | lx.COMMA | lx.SUBORDINATOR | lx.AND | lx.AUXILIARY):
        return None
    if f & lx.TIME and not f & lx.DET:
        return None
    if tokens.lowers[after] in _NO_SPEAKER:
        return None
    end = phrase_end(p, after, p.last)
    if end == after:
        return None
    if p.inside[before] < 0 and end - after > 1 and _ends_clause(p, after, end):
        return None  # `The driver, who left, said the plan failed.`
    if p.inside[before] >= 0 and spoken_quote(p, p.inside[before]):
        goes_on = end < p.last and p.inside[end] < 0 and looks_finite(tokens, end)
        return None if goes_on and participle_of(p, before) > 0 else with_apposition(p, end)
    if p.inside[before] < 0 and not flags[before] & (lx.COMMA | lx.DASH) and _verb_behind_apposition(p, end):
        return None  # `Carla Bent said her boss, Ana Duarte, left`
    # After a clause, only when nothing but the end, a comma or an adjunct follows.
    closed = end >= p.last or flags[end] & (lx.COMMA | lx.BREAK | lx.RELATIVE)
    if closed or (p.inside[before] < 0 and flags[before] & lx.COMMA and _runs_out(p, end)):
        for i in range(before, max(p.first, before - 30) - 1, -1):
            if p.inside[i] >= 0 or _is_verb_before(p, i, before):
                return with_apposition(p, end)
        closing = with_apposition(p, end)
        aside = closing + 1 < p.last and flags[before] & lx.COMMA and flags[closing] & lx.COMMA
        if aside and p.inside[closing + 1] >= 0:
            return closing  # `But, said Ana Duarte, “it is dead.”`
        if aside and looks_finite(tokens, closing + 1):
            return closing  # `The bill, said Ana Duarte, a senator, is dead.`
    return None


def _verb_behind_apposition(p: Passage, end: int) -> bool:
    """Whether an apposition closes at a comma behind `end`, and its head's verb follows."""
    closing = with_apposition(p, end)
    closed = end < closing < p.last - 1 and p.tokens.flags[closing] & lx.COMMA
    return bool(closed) and p.inside[closing + 1] < 0 and looks_finite(p.tokens, closing + 1)


def _is_verb_before(p: Passage, i: int, before: int) -> bool:
    """Whether token `i` is a verb of what stands up to `before`, and no name (`Carla Bent said her boss`)."""
    tokens = p.tokens
    if tokens.words[i] != tokens.lowers[i] and (i > p.first or i == before):
        return False
    return looks_finite(tokens, i) or (i > p.first and tokens.lowers[i] in VERBS)


def participle_of(p: Passage, k: int) -> int:
    """The participle that speaks of words in marks which token `k` closes (`citing “a friend,”`), or -1."""
    q = p.inside[k]
    if q < 0:
        return -1
    for i in range(p.opens[q] - 1, max(p.first, p.opens[q] - 4), -1):
        if p.inside[i] >= 0 or p.tokens.flags[i] & (lx.COMMA | lx.BREAK):
            return -1
        if p.tokens.lowers[i].endswith("ing"):
            return i
    return -1


def before_aside(p: Passage, k: int) -> Range | None:
    """Whose verb follows an aside that token `k` closes (`Ana Kerr, citing “a friend,” said ice fell`)."""
    comma = participle_of(p, k) - 1
    if comma <= p.first or not p.tokens.flags[comma] & lx.COMMA or p.inside[comma - 1] >= 0:
        return None
    start = phrase_start(p, comma - 1)
    return None if start is None else (start, comma)


def _closes_with_people(p: Passage, after: int) -> bool:
    """Whether a plural of people ends the passage, with no verb behind it (`said officials at the mill.`)."""
    flags = p.tokens.flags
    people = False
    for k in range(after, p.last):
        if flags[k] & lx.BREAK:
            break
        if flags[k] & lx.TO or _parts_phrases(p, k):
            return False
        people = people or (k < after + 3 and bool(flags[k] & lx.PERSON))
    return people


def _runs_out(p: Passage, end: int) -> bool:
    """Whether what follows a subject only tells who it is (`a man accused of theft.`, `Duarte (Ind.)`)."""
    flags, lowers = p.tokens.flags, p.tokens.lowers
    if flags[end] & lx.OPEN:
        while end < p.last - 1 and not flags[end] & lx.CLOSE:
            end += 1
        return end + 1 >= p.last or bool(flags[end + 1] & (lx.COMMA | lx.BREAK))
    if lowers[end] == "that" and end + 1 < p.last and looks_finite(p.tokens, end + 1):
        end += 1  # `said the firm that runs the ferry`
    elif not lowers[end].endswith("ed"):
        return False
    closing = next((k for k in range(end + 1, p.last) if flags[k] & lx.BREAK), p.last)
    return not any(_parts_phrases(p, k) for k in range(end + 1, closing))


def _parts_phrases(p: Passage, k: int) -> bool:
    """Whether another phrase or clause begins at `k`: a comma, a subject, a verb, a quotation."""
    f = p.tokens.flags[k]
    apart = f & (lx.COMMA | lx.SUBORDINATOR | lx.SUBJECT) or p.inside[k] >= 0
    return bool(apart) or looks_finite(p.tokens, k)


def _ends_clause(p: Passage, after: int, end: int) -> bool:
    """Whether what stands behind the verb is a clause of two or more words and no name: `the plan failed`."""
    tokens = p.tokens
    last = end - 1
    while last > after + 1 and tokens.flags[last] & (lx.TIME | lx.ADVERB):
        last -= 1
    return looks_finite(tokens, last) and tokens.words[last].islower() and last > after + 1


def with_apposition(p: Passage, end: int) -> int:
    """Extend an inverted subject over `, a doctor in Porto` up to the next comma that ends it."""
    tokens = p.tokens
    flags, lowers, words = tokens.flags, tokens.lowers, tokens.words
    for _ in range(4):
        if end >= p.last - 1:
            return end
        if flags[end] & lx.OPEN:
            closing = end
            while closing < p.last - 1 and not flags[closing] & lx.CLOSE:
                closing += 1
            end = closing + 1
            continue
        if flags[end] & lx.RELATIVE:
            return end
        if not flags[end] & lx.COMMA or p.inside[end + 1] >= 0:
            return end
        nxt = end + 1
        if lowers[nxt] == "and" and nxt + 1 < p.last and words[nxt + 1][:1].isupper():
            other = phrase_end(p, nxt + 1, p.last)
            if other < p.last and not flags[other] & (lx.COMMA | lx.BREAK):
                return end
            end = other  # `said Ana Duarte, the mayor, and Jon Abara, her deputy`
            continue
        if not (
            flags[nxt] & (lx.DET | lx.POSSESSIVE | lx.NUMBER) or flags[nxt] == 0 or lowers[nxt] == "who"
        ) or (tokens.lowers[nxt].endswith("ing")):
            return end
        if (
            flags[nxt] == 0
            and not words[nxt][:1].isupper()
            and not words[nxt][:1].isdigit()
            and VERBS.get(lowers[nxt])
        ):
            return end
        i = nxt + 1
        while i < p.last and not flags[i] & (lx.COMMA | lx.BREAK | lx.DASH) and p.inside[i] < 0:
            i += 1
        end = i
    return end
