"""Where content that is no clause ends, and the article goes on: `hoped to win, but her appeal failed`."""

from __future__ import annotations

from typing import Final

from factcheck.text import lexicon as lx
from factcheck.text.clauses import Passage, has_verb, phrase_end, reads_as_noun
from factcheck.text.closing_voices import opens_medium, past_apposition
from factcheck.text.cue_forms import ADDRESSEE, BASE, PAST, QUOTE, THIRD
from factcheck.text.cues import VERBS
from factcheck.text.wordlists import words

_HOLDING: Final = lx.RELATIVE | lx.SUBORDINATOR | lx.SUBJECT
_OBJECT: Final = lx.DET | lx.POSSESSIVE | lx.PRONOUN | lx.NUMBER | lx.PERSON
_UNFINISHED: Final = frozenset(["been", "being", "having", "done", "had"])
_INFINITIVES: Final = frozenset(["be", "have", "do"])
# Verbs of the lexicon that are infinitives too, or join nouns (`actor turned mayor`), and pasts alone.
_BASES: Final = words("quit put cut hit set let cost beat hurt lay fell bore turned")
_PASTS: Final = words("""
    went came took gave became began grew rose broke drew drove flew threw wore ate shook froze rode swam sank
    sang shrank sprang stole tore woke ran chose withdrew undertook underwent overcame arose awoke
    """)

_SAID: Final = words("said says told tells")


def narrator_goes_on(p: Passage, start: int, i: int, *, clause: bool, hanging: bool = False) -> bool:
    """Whether the conjunction at `i` opens a clause of the article's own, or goes on with its verb.

    Content without a verb of its own (`to close the bridge`, `the plan`) has no subject, so that no finite
    verb behind the conjunction belongs to it. A clause in it might go on (`to help all who fell and died`);
    a `clause` may only have begun (`the mayor and the council are wrong`), and content `hanging` on the
    sentence's subject has its verb behind it (`hopes for rain and wind are vain`).
    """
    flags, lowers = p.tokens.flags, p.tokens.lowers
    if clause and has_verb(p, start, i):
        return False
    if any(p.inside[k] >= 0 or is_finite(p, k) for k in range(start + 1, i)):
        return False
    if any(flags[k] & _HOLDING or lowers[k] == "that" for k in range(start, i)):
        return False
    k = _past_adverbs(p, i + 1)
    if k >= p.last or p.inside[k] >= 0:
        return False
    if is_finite(p, k) and lowers[k] not in _INFINITIVES:
        return True
    if clause or (hanging and not flags[k] & lx.SUBJECT):
        return False
    end = k + 1 if flags[k] & lx.SUBJECT else phrase_end(p, k, p.last)
    end = _past_adverbs(p, past_apposition(p, k, end))
    return k < end < p.last and p.inside[end] < 0 and not flags[end - 1] & lx.AND and is_finite(p, end)


def _past_adverbs(p: Passage, k: int) -> int:
    """Past the adverbs at `k`."""
    while k < p.last and p.inside[k] < 0 and p.tokens.flags[k] & lx.ADVERB and not p.tokens.flags[k] & lx.DET:
        k += 1
    return k


def told_in(p: Passage, start: int, i: int, kind: str) -> bool:
    """Whether the medium in which content without a verb was told stands at `i` (`as much in an interview`).

    A clause may tell of another's interview, and one may be ordered to appear in court.
    """
    if kind == "that" or p.tokens.lowers[i] not in _IN or not opens_medium(p, i) or has_verb(p, start, i):
        return False
    ahead = p.tokens.lowers[i + 1 : min(p.last, i + 12)]
    return "that" not in ahead and (kind not in _INFINITIVE or "court" not in ahead[:3])


_IN: Final = frozenset(["in", "during"])
_INFINITIVE: Final = frozenset(["to", "object-to"])


def is_finite(p: Passage, i: int) -> bool:
    """Whether the word at `i` is a finite verb beyond doubt: no participle, no infinitive, no noun.

    What may be one of those too (`held`, `lives`, `accused`) is a finite verb before its object.
    """
    tokens = p.tokens
    word, f = tokens.lowers[i], tokens.flags[i]
    if f & lx.POSSESSIVE or word in _BASES or (i > p.first and tokens.flags[i - 1] & lx.TO):
        return False
    if f & lx.AUXILIARY:
        return word not in _UNFINISHED and not (tokens.words[i][:1].isupper() and i > p.first)
    if word in _PASTS:
        return True
    if word in _SAID and i > p.first:
        return not tokens.flags[i - 1] & (lx.BE | lx.HAVE)
    form = VERBS.get(word)
    if form is not None:
        if form.shape & BASE or not form.shape & (PAST | THIRD) or reads_as_noun(p, i):
            return False
    elif not f & lx.VERB and (f or not word.endswith("ed") or tokens.words[i] != word):
        return False
    if i + 1 >= p.last:
        return False
    behind = tokens.flags[i + 1]
    if p.inside[i + 1] >= 0 or behind & _OBJECT:
        return True
    return tokens.words[i + 1][:1].isupper() and not behind


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


_CLAUSE: Final = lx.SUBJECT | lx.DET | lx.POSSESSIVE | lx.PRONOUN | lx.SUBORDINATOR
