"""Where content ends: at the sentence's end, unless another voice or the article's own word comes first."""

from __future__ import annotations

from factcheck.text import lexicon as lx
from factcheck.text.clauses import (
    Passage,
    clause_like,
    is_finite,
    looks_finite,
    past_adverbs,
    reads_as_noun,
    spoken_quote,
)
from factcheck.text.closing_voices import cue_clause, now_says, opens_adjunct, told_in, voice_follows
from factcheck.text.conjunctions import is_of_subject, narrator_goes_on, second_verb, speaks_up
from factcheck.text.content_stops import (
    is_of_noun,
    lists_on,
    opens_sentence,
    owns_time,
    says_next,
    stands_for_more,
)
from factcheck.text.cue_forms import LEFT
from factcheck.text.cues import NOUNS, VERBS
from factcheck.text.wordlists import words

_ADJUNCT_OPENERS = words("as when while after before because if since until during although though amid")
_HOLDING = words("while although though as")
_AGAINST = words("but yet")
_TURNS = _AGAINST | {"and"}
# Word classes at which content may end: every other word belongs to it.
_LANDMARK = lx.COMMA | lx.DASH | lx.BREAK | lx.AND | lx.SUBORDINATOR | lx.PREPOSITION | lx.TIME
_EMBEDDING = lx.RELATIVE | lx.SUBORDINATOR | lx.SUBJECT | lx.PRONOUN
_NEW_THOUGHT = lx.DASH | lx.BREAK
_COMPARING = words("whose as so than")
_PAUSE = lx.COMMA | lx.DASH
_MARK = lx.COMMA | lx.DASH | lx.BREAK
_OBJECT_PRONOUNS = words("him her them it me us himself herself themselves")


def content_end(p: Passage, start: int, cue_at: int, kind: str) -> int:
    """Where the content that starts at `start` ends (token, exclusive).

    A clause runs to the sentence's end, or to the next voice; a noun phrase (kinds `object` and
    `preposition`) ends sooner, at a comma or a second verb.
    """
    tokens = p.tokens
    flags, lowers, inside, last = tokens.flags, tokens.lowers, p.inside, p.last
    phrase = kind in {"object", "preposition"}
    if (
        phrase
        and lowers[start] in _OBJECT_PRONOUNS
        and start + 1 < last
        and not flags[start + 1] & lx.PREPOSITION
        and not (lowers[start] == "her" and owns_time(p, start + 1))
    ):
        to_verb = (
            flags[start + 1] & lx.TO and start + 2 < last and not flags[start + 2] & (lx.DET | lx.POSSESSIVE)
        )
        if inside[start + 1] < 0 and (
            to_verb or flags[start + 1] & (lx.COMMA | lx.AND | lx.BREAK | lx.ADVERB | lx.TIME)
        ):
            marks = _marks_behind(p, start + 1) if flags[start + 1] & lx.COMMA else -1
            return start + 1 if marks < 0 else min(p.closes[inside[marks]], last)
    fronted = -1  # the comma that closes an adverbial at the head of a that-clause
    if (
        kind == "that"
        and start + 1 < last
        and flags[start + 1] & (lx.PREPOSITION | lx.SUBORDINATOR | lx.COMMA)
    ):
        fronted = start + 2
    hanging = (phrase or kind == "to") and not flags[start] & _EMBEDDING and _hangs_on_noun(p, cue_at)
    judged = kind == "that" and lowers[cue_at] in NOUNS and opens_sentence(p, cue_at)
    i = start
    while i < last:
        q = inside[i]
        if q >= 0:
            i = min(p.closes[q], last)
            if fronted > 0 and i < last and lowers[i - 2] == ",":
                fronted = -1
                continue
            opened = p.opens[q] > start and not phrase and kind != "as"
            if opened and i < last and lowers[i - 2] == "," and _clause_goes_on(p, i):
                continue
            again = kind == "that" and i + 1 < last and flags[i] & lx.AND and lowers[i + 1] == "that"
            if kind == "quote" and i < last and looks_finite(p.tokens, i) and _hangs_on_noun(p, cue_at):
                break  # `A banner reading “no war” hung from the bridge`
            if i < last and not again and _ends_with(p, q, i, phrase=phrase or kind == "as"):
                break
            continue
        f = flags[i]
        if judged and f & lx.BE and is_of_noun(p, i):
            break
        if hanging and i > start:
            if f & _EMBEDDING or f & _NEW_THOUGHT or lowers[i] in _COMPARING:
                hanging = False
            elif f & lx.FINITE and is_finite(p, i):
                break
        if not f & _LANDMARK:
            i += 1
            continue
        if f & _PAUSE and i + 1 < last:
            if fronted > 0:
                fronted = fronted if i < fronted else -1
            elif (
                voice_follows(p, i + 1)
                or _answers(p, i + 1)
                or stands_for_more(p, start, i)
                or (
                    _in_subordinate(p, cue_at) and (_main_clause_follows(p, i + 1) or _tail_follows(p, i + 1))
                )
                or (phrase and f & lx.COMMA and _leaves_phrase(p, i + 1))
            ):
                break
        elif lowers[i] == ";" or (
            i > start and (opens_adjunct(p, i) if phrase else told_in(p, start, i, kind))
        ):
            break
        elif f & lx.AND and i > start:
            if i + 1 < last and flags[i + 1] & lx.RELATIVE and inside[i - 1] >= 0:
                break  # `which she called “a toy” and which leaks`
            if lowers[i] in _AGAINST and now_says(p, i + 1):
                break
            if kind == "quote" and inside[i - 1] == inside[start] and _finite_follows(p, i + 1):
                break  # `said “the farmers” and swears they love him`
            if phrase and inside[i - 1] >= 0 and cue_clause(p, i + 1):
                break  # `called her “a liar” and she called him “a thief”`
            if inside[i - 1] >= 0 and lowers[cue_at].endswith("ing") and says_next(p, i + 1):
                break  # `left, declaring it “void” and said so`
            if (
                (second_verb(p, i, cue_at) and not is_of_subject(p, start, i))
                or (phrase and (_finite_follows(p, i + 1) or _new_subject(p, i + 1)))
                or narrator_goes_on(p, start, i, kind, hanging=hanging)
                or (lowers[i] in _TURNS and speaks_up(p, i + 1, cue_at, kind))
            ):
                break
        elif i > start and lowers[i] in _ADJUNCT_OPENERS:
            if _own_deed(p, i):
                break
            if phrase and lowers[i] != "as" and clause_like(p, i + 1):
                break
            if lowers[i] in _HOLDING and (
                cue_clause(p, i + 1) or (phrase and i + 1 < len(flags) and flags[i + 1] & lx.SUBJECT)
            ):
                break
        i += 1
    end = i
    while end > start and inside[end - 1] < 0 and flags[end - 1] & _MARK:
        end -= 1
    return end


_ENDING = lx.BREAK | lx.COMMA | lx.TIME
_CHARGES = words("charge allegation claim accusation assertion suggestion")
_REFUTED = words("denies denied deny rejects rejected disputes disputed refutes refuted")


def _answers(p: Passage, k: int) -> bool:
    """Whether what another answers stands at `k`: `..., a charge he denied`, `..., a claim Acme rejects`."""
    lowers = p.tokens.lowers
    if lowers[k] == "which" and k + 2 < p.last and lowers[p.last - 1] != "”":
        reply = [i for i in range(k + 2, min(p.last, k + 8)) if lowers[i] in _REFUTED]
        return bool(reply) and (reply[0] + 1 >= p.last or bool(p.tokens.flags[reply[0] + 1] & _ENDING))
    if lowers[k] not in {"a", "an"} or k + 2 >= p.last:
        return False
    for i in range(k + 2, min(p.last - 2, k + 5)):
        if lowers[i] in {"that", "which"} and p.inside[i] < 0 and cue_clause(p, i + 1):
            return True  # `..., a move that Duarte said was reckless`
    if lowers[k + 1] not in _CHARGES:
        return False
    return not _REFUTED.isdisjoint(lowers[k + 2 : min(p.last, k + 7)])


def _marks_behind(p: Passage, comma: int) -> int:
    """Where words in marks are behind `comma` or an insertion (`him, among other things, “a toy”`), or -1."""
    flags, inside = p.tokens.flags, p.inside
    k = comma + 1
    if k < p.last and inside[k] < 0 and flags[k] & lx.PREPOSITION:
        while k < p.last and inside[k] < 0 and not flags[k] & (lx.COMMA | lx.FINITE | lx.AND):
            k += 1
        k += 1
    return k if k < p.last and inside[k] >= 0 else -1


def _hangs_on_noun(p: Passage, cue_at: int) -> bool:
    """Whether the cue is a noun or a participle, or in a relative clause: the main verb is still to come."""
    tokens = p.tokens
    if cue_at <= p.first:
        return False
    before = tokens.flags[cue_at - 1]
    if tokens.lowers[cue_at] in NOUNS and reads_as_noun(p, cue_at):
        return True
    if tokens.lowers[cue_at].endswith("ing"):
        return not before & (lx.BE | lx.COMMA)
    return any(tokens.flags[k] & lx.RELATIVE for k in range(max(p.first + 1, cue_at - 3), cue_at))


def _ends_with(p: Passage, q: int, i: int, *, phrase: bool) -> bool:
    """Whether content ends with quotation `q`, whose last token is before `i`.

    A comma inside the closing mark ends a noun phrase, and a clause where a voice follows it.
    """
    mark = p.tokens.lowers[i - 2]
    if spoken_quote(p, q) or (phrase and mark in {",", "."}):
        return not _quote_goes_on(p, i, mark)
    return mark == "," and voice_follows(p, i)


def _clause_goes_on(p: Passage, i: int) -> bool:
    """Whether a clause goes on at `i` behind words in marks: a reason, a condition, a relative."""
    f = p.tokens.flags[i]
    if p.inside[i] >= 0 or not f & (lx.SUBORDINATOR | lx.RELATIVE):
        return False
    return not voice_follows(p, i)


def _quote_goes_on(p: Passage, i: int, mark: str) -> bool:
    """Whether content goes on at `i`, after speech that closed with `mark`: only into more of it."""
    if p.inside[i] >= 0:
        return True
    if mark in {".", "!", "?"}:
        return False
    if mark != ",":
        return True
    limit = min(p.last, i + 4)
    return bool(p.tokens.flags[i] & lx.AND) and any(p.inside[k] >= 0 for k in range(i, limit))


def _own_deed(p: Passage, i: int) -> bool:
    """Whether what else the speaker did stands at `i` (`is “a toy” before leaving`, `while adding that`)."""
    if i + 1 >= p.last or p.inside[i + 1] >= 0:
        return False
    tokens = p.tokens
    doing = tokens.lowers[i + 1]
    if tokens.lowers[i] not in {"before", "after", "while"} or not doing.endswith("ing"):
        return False
    if p.inside[i - 1] >= 0:
        return True
    form = VERBS.get(doing)
    return form is not None and any(cue.meaning == "say" and cue.arguments & LEFT for cue in form.cues)


_EARLIER_LATER = words("after before since until once")
_SUBORDINATING = lx.RELATIVE | lx.SUBORDINATOR
_CLAUSE_EDGE = lx.COMMA | lx.BREAK


def _in_subordinate(p: Passage, cue_at: int) -> bool:
    """Whether the cue stands in a clause that opens with a subordinator, or in a relative clause.

    So does a participle that opens its sentence (`In explaining why it fell, Duarte spoke of money`).
    """
    flags, lowers, inside = p.tokens.flags, p.tokens.lowers, p.inside
    if cue_at - p.first < 3 and lowers[cue_at].endswith("ing") and lowers[cue_at] in VERBS:
        opening = flags[p.first : cue_at]
        if all(f & (lx.AND | lx.PREPOSITION | lx.ADVERB) for f in opening):
            return True
    for k in range(cue_at - 1, max(p.first, cue_at - 25) - 1, -1):
        f = flags[k]
        if f & _SUBORDINATING and (f & lx.RELATIVE or lowers[k] != "that"):
            return True
        if lowers[k] in _EARLIER_LATER:
            return True  # `A day after Duarte said it fell, Abara said it stood`
        if k == p.first and lowers[k] == "as":
            return True
        if f & _CLAUSE_EDGE or inside[k] >= 0:
            return False
    return False


def _main_goes_on(p: Passage, k: int) -> bool:
    """Whether the sentence's main clause starts at `k`, or what came of it."""
    return _main_clause_follows(p, k) or _tail_follows(p, k)


def _tail_follows(p: Passage, k: int) -> bool:
    """Whether what came of the main clause stands at `k` (`He left after she said it fell, leaving none`)."""
    tokens = p.tokens
    return p.inside[k] < 0 and tokens.flags[k] == 0 and tokens.lowers[k].endswith("ing") and k + 1 < p.last


def _main_clause_follows(p: Passage, k: int) -> bool:
    """Whether the sentence's main clause (or its verb, after a relative clause) starts at `k`."""
    tokens = p.tokens
    f = tokens.flags[k]
    if p.inside[k] >= 0:
        return False
    if f & (lx.AUXILIARY | lx.VERB) or looks_finite(tokens, k):
        return True
    if f & lx.AND:
        return k + 1 < p.last and bool(tokens.flags[k + 1] & lx.RELATIVE)
    if f & (lx.SUBORDINATOR | lx.RELATIVE | lx.PREPOSITION):
        return False
    return clause_like(p, k)


def _leaves_phrase(p: Passage, k: int) -> bool:
    """Whether a comma before `k` ends a noun phrase: no list or quotation goes on."""
    tokens = p.tokens
    if p.inside[k] >= 0:
        return False
    if tokens.flags[k] & lx.AND:
        return clause_like(p, k + 1) or _finite_follows(p, k + 1)
    word = tokens.words[k]
    if word[:1].isupper() and lists_on(p, k):
        return False
    return not (tokens.flags[k] == 0 and word.islower() and not word.endswith(("ing", "ed")))


def _finite_follows(p: Passage, k: int) -> bool:
    """Whether the word at `k`, adverbs skipped, is a finite verb."""
    tokens = p.tokens
    k = past_adverbs(p, k)
    return k < p.last and p.inside[k] < 0 and looks_finite(tokens, k) and not reads_as_noun(p, k)


def _new_subject(p: Passage, k: int) -> bool:
    """Whether a pronoun at `k` is the subject of a new clause (`calling him a fool and he left`)."""
    return k < p.last and p.inside[k] < 0 and bool(p.tokens.flags[k] & lx.SUBJECT)
