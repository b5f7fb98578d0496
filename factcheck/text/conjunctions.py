"""Who goes on behind a conjunction in content: the article, somebody else, or the speaker with a new verb."""

from __future__ import annotations

from typing import Final

from factcheck.text import lexicon as lx
from factcheck.text.clauses import (
    Passage,
    has_verb,
    is_finite,
    looks_finite,
    past_adverbs,
    phrase_end,
    reads_as_noun,
)
from factcheck.text.closing_voices import past_apposition
from factcheck.text.cue_forms import ADDRESSEE, BASE, GERUND_FORM, PARTICIPLE, PAST, QUOTE, THIRD
from factcheck.text.cues import VERBS
from factcheck.text.roles import is_human
from factcheck.text.wordlists import words

_HOLDING: Final = lx.RELATIVE | lx.SUBORDINATOR | lx.SUBJECT
_BARE: Final = words("be have do")
_CLAUSE: Final = lx.SUBJECT | lx.DET | lx.POSSESSIVE | lx.PRONOUN | lx.SUBORDINATOR


def narrator_goes_on(p: Passage, start: int, i: int, kind: str, *, hanging: bool = False) -> bool:
    """Whether the conjunction at `i` opens a clause of the article's own, or goes on with its verb.

    Content without a verb of its own (`to close the bridge`, `the plan`) has no subject, so that no finite
    verb behind the conjunction belongs to it. A clause in it might go on (`to help all who fell and died`);
    a clause may only have begun (`the mayor and the council are wrong`), and content `hanging` on the
    sentence's subject has its verb behind it (`hopes for rain and wind are vain`).
    """
    flags, lowers = p.tokens.flags, p.tokens.lowers
    clause = kind == "clause"
    if kind == "that" or (clause and has_verb(p, start, i)):
        return False
    if any(p.inside[k] >= 0 or is_finite(p, k) for k in range(start + 1, i)):
        return False
    if any(flags[k] & _HOLDING or lowers[k] == "that" for k in range(start, i)):
        return False
    k = past_adverbs(p, i + 1)
    if k >= p.last or p.inside[k] >= 0:
        return False
    if is_finite(p, k) and lowers[k] not in _BARE:
        return True
    if clause or (hanging and not flags[k] & lx.SUBJECT):
        return False
    end = k + 1 if flags[k] & lx.SUBJECT else phrase_end(p, k, p.last)
    end = past_adverbs(p, past_apposition(p, k, end))
    return k < end < p.last and p.inside[end] < 0 and not flags[end - 1] & lx.AND and is_finite(p, end)


def speaks_up(p: Passage, k: int, cue_at: int, kind: str) -> bool:
    """Whether somebody else says something of their own at `k` (`and Ruth Abara said, “No.”`).

    Words in marks are always the other's. Others are in the tense of the cue (`Ana said it held and Ruth said
    it broke`), but behind `that` both may be told by the first.
    """
    tokens = p.tokens
    if k >= p.last or p.inside[k] >= 0 or tokens.flags[k] & (lx.RELATIVE | lx.PREPOSITION):
        return False
    pronoun = bool(tokens.flags[k] & lx.SUBJECT)
    end = k + 1 if pronoun else phrase_end(p, k, p.last)
    if not k < end < p.last - 1 or p.inside[end] >= 0:
        return False
    form = VERBS.get(tokens.lowers[end])
    if form is None or not form.shape & (PAST | THIRD) or not any(c.arguments & QUOTE for c in form.cues):
        return False
    if tokens.flags[end - 1] & lx.AND or (form.shape & THIRD and reads_as_noun(p, end)):
        return False
    behind = end + 1
    if p.inside[behind] < 0 and any(cue.arguments & ADDRESSEE for cue in form.cues):
        behind = phrase_end(p, behind, p.last)
    behind += behind < p.last and bool(tokens.flags[behind] & lx.COMMA or tokens.lowers[behind] == ":")
    if behind < p.last and p.inside[behind] >= 0:
        return True
    first = VERBS.get(tokens.lowers[cue_at])
    if kind == "that" or pronoun or first is None or not form.shape & first.shape & (PAST | THIRD):
        return False
    if form.cues[0].meaning != "say" or first.cues[0].meaning != "say":
        return False
    return bool(tokens.flags[end + 1] & _CLAUSE) or tokens.words[end + 1][:1].isupper()


def second_verb(p: Passage, conjunction: int, cue_at: int) -> bool:
    """Whether `and added`, `but said` follows: a second cue in the form of the first, and its subject."""
    tokens = p.tokens
    k = conjunction + 1
    perfect = False
    while k < p.last and tokens.flags[k] & (lx.ADVERB | lx.HAVE) and not tokens.flags[k] & lx.DET:
        perfect = perfect or bool(tokens.flags[k] & lx.HAVE)
        k += 1
    if k >= p.last or p.inside[k] >= 0:
        return False
    form = VERBS.get(tokens.lowers[k])
    first = VERBS.get(tokens.lowers[cue_at])
    if form is None or first is None or reads_as_noun(p, k):
        return False
    shared = form.shape & first.shape & (PAST | THIRD | GERUND_FORM)
    if perfect and form.shape & PARTICIPLE:
        return True
    return bool(shared) and not form.shape & BASE


def is_of_subject(p: Passage, start: int, conjunction: int) -> bool:
    """Whether the verb behind the conjunction is that of whom the content speaks, who is a person.

    In `Duarte said the minister was tired and planned to resign` the minister plans; what is said besides
    (`and added that`) is Duarte's.
    """
    tokens = p.tokens
    k = conjunction + 1
    while k < p.last - 1 and tokens.flags[k] & (lx.ADVERB | lx.HAVE) and not tokens.flags[k] & lx.DET:
        k += 1
    form = VERBS.get(tokens.lowers[k])
    if form is None or form.cues[0].meaning not in {"intend", "believe"}:
        return False
    first = start + (tokens.lowers[start] == "that")
    if first >= conjunction or p.inside[first] >= 0:
        return False
    head = first + 1 if tokens.flags[first] & lx.SUBJECT else phrase_end(p, first, p.last)
    person = (
        tokens.lowers[first] in {"he", "she", "they", "we", "i"}
        or tokens.words[head - 1][:1].isupper()
        or is_human(tokens.lowers[head - 1])
    )
    return person and head < conjunction and looks_finite(tokens, head)
