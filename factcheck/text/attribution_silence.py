"""What is not said, though a verb of saying is there: silence, refusals, what others claim."""

from __future__ import annotations

from typing import Final

from factcheck.text import lexicon as lx
from factcheck.text.attribution_readings import Verb, is_nobody
from factcheck.text.clauses import Passage, Range
from factcheck.text.cues import VERBS
from factcheck.text.inflection import forms
from factcheck.text.wordlists import words

_NO_COMMENT: Final = frozenset(
    ["comment", "respond", "elaborate", "reply", "answer", "discuss", "speak", "talk"]
)
_UNNAMED: Final = frozenset(["named", "identified", "quoted", "interviewed"])
# Verbs that tell what is asked: beside `not` or `refused to`, a question after them stays unanswered.
_TELLING: Final = words("say tell specify disclose reveal explain clarify divulge")
_REFUSING: Final = frozenset(form for lemma in ("decline", "refuse") for form in forms(lemma))
# What somebody who refuses to say it does not say, be it so or not.
_OWNING_UP: Final = _TELLING | words("confirm acknowledge admit concede")
_FAILING: Final = _REFUSING | frozenset(
    form for lemma in ("fail", "forget", "neglect") for form in forms(lemma)
)
_SEEING: Final = words("see know mention hear view")
_EMPTY: Final = words("anything nothing")
_WHY: Final = words("because as since")
_GIVING: Final = words("give use share disclose reveal publish")
_IDENTITY: Final = words("name names surname surnames identity age")
_UNIDENTIFIED: Final = frozenset(["identify", "name", "quote"])


def is_withheld(verb: Verb) -> bool:
    """Whether the words are just not said: `stopped short of saying`, `neither confirmed nor denied`.

    So are those that somebody declines to comment on.
    """
    p, first = verb.passage, verb.group.first
    lowers = p.tokens.lowers
    if first <= p.first:
        return False
    before = lowers[first - 1]
    if verb.cue.lemma == "discuss" and "anonymity" in lowers[max(p.first, first - 3) : first]:
        return True  # `spoke on condition of anonymity to discuss private talks`
    if before in _LET and verb.group.kind == "infinitive" and verb.cue.meaning == "say":
        return True  # `were not authorized to discuss the matter`
    if verb.cue.lemma == "protest" and verb.group.kind == "infinitive" and not _PLANNING.issuperset({before}):
        return True  # `marched on Sunday to protest the plan`
    if verb.cue.lemma == "fear" and before in {"he", "she", "they"} and lowers[first - 2] in _WHY:
        return True  # `who asked not to be named because she feared losing her job`
    if before in _FAILING and verb.group.kind == "infinitive" and verb.cue.meaning == "say":
        return True  # `failed to disclose that it had lost money`
    if verb.group.kind == "finite" and verb.cue.meaning == "say" and _is_unreal(lowers[first : verb.at]):
        return True  # `Duarte should say that she was wrong`
    if before == "close" and lowers[first - 2] in {"came", "come", "comes", "coming"}:
        return True  # `came close to saying`
    if before == "yet" and verb.group.kind == "infinitive":
        return True  # `is yet to issue a statement`
    if before in _ASKING and first - 2 >= p.first and lowers[first - 2] in _OPEN:
        return True  # `It is not clear who said so`
    if verb.group.negated and verb.cue.lemma in _UNIDENTIFIED:
        return True  # `asked not to be identified as the plan is private`
    if before == "of":
        return lowers[first - 2] == "short"
    if before == "nor" or (before == "neither" and "nor" in lowers[verb.after : verb.after + 4]):
        return verb.cue.meaning in {"say", "deny"}
    return verb.cue.lemma in _NO_COMMENT and verb.group.kind == "infinitive" and before in _REFUSING


_PLANNING: Final = words("vowed vows plans planned threatened threatens promised wants wanted")
_LET: Final = words("authorized authorised permitted allowed cleared free entitled empowered")
_ASKING: Final = words("who what whoever")
_OPEN: Final = words("clear unclear known unknown sure unsure know knows wonder wonders about of determine")
# What others say, where it is answered: `hit back at claims that she lied`.
_CLAIMED: Final = words(
    """
    claim claims allegation allegations accusation accusations suggestion suggestions warning warnings
    criticism rumour rumours rumor rumors complaint complaints
    """
)
_ANSWERING: Final = words("at for to against over about on")


def belongs_to_noun(p: Passage, that: int) -> bool:
    """Whether the clause at `that` says what a noun before it claims, which somebody else did."""
    lowers = p.tokens.lowers
    k = that - 2
    return lowers[that - 1] in _CLAIMED and k > p.first and not _ANSWERING.isdisjoint(lowers[k - 1 : k + 1])


def _ends_there(p: Passage, k: int) -> bool:
    """Whether an object is whole before `k`, and no subject of a verb (`said nothing was lost`)."""
    if k >= p.last or p.inside[k] >= 0:
        return True
    ends = lx.BREAK | lx.COMMA | lx.TIME | lx.PREPOSITION | lx.SUBORDINATOR | lx.RELATIVE | lx.AND
    return bool(p.tokens.flags[k] & ends) or p.tokens.lowers[k] in {"when", "else", "more"}


def _is_unreal(group: list[str]) -> bool:
    """Whether the auxiliaries of a verb leave it undone (`might say`, `could have said`)."""
    if not _UNSURE.isdisjoint(group):
        return True
    return "have" in group and not _UNDONE.isdisjoint(group)


_UNSURE: Final = words("should might may")
_UNDONE: Final = words("could would")


def _is_so(p: Passage, after: int) -> bool:
    """Whether `so` alone stands for what is said (`said so last week`, `told her so`)."""
    flags, lowers = p.tokens.flags, p.tokens.lowers
    k = after + (after < p.last and bool(flags[after] & (lx.PRONOUN | lx.POSSESSIVE)))
    if k >= p.last or lowers[k] != "so" or p.inside[k] >= 0:
        return False
    if k + 1 >= p.last or flags[k + 1] & (lx.BREAK | lx.COMMA | lx.TIME | lx.PREPOSITION):
        return True
    return lowers[k + 1].endswith(("self", "selves"))


def says_nothing(verb: Verb, source: Range, start: int, kind: str) -> bool:
    """Whether somebody keeps silent: `declined to comment`, `refused to say who`, `did not say when`."""
    p, lemma = verb.passage, verb.cue.lemma
    lowers = p.tokens.lowers
    if lowers[start] == "anonymity" and kind in {"object", "preposition"}:
        return True  # `who requested anonymity`
    if verb.group.negated and lemma in _SEEING and kind in {"object", "clause", "preposition"}:
        return True  # `Reuters has not seen the letter`
    if lowers[start] in _EMPTY and kind in {"object", "clause"} and _ends_there(p, start + 1):
        return True  # `said nothing about the letter`
    if _is_so(p, verb.after):
        return True
    if kind == "whether" and lemma in _TELLING:
        refused = verb.group.kind == "infinitive" and lowers[verb.group.first - 1] in _REFUSING
        return verb.group.negated or refused or is_nobody(p, source)
    if kind != "to" or start + 1 >= p.last:
        return False
    if lowers[start + 1] == "be" and start + 2 < p.last and lowers[start + 2] in _UNNAMED:
        return True  # `declined to be named`, `did not want to be identified`
    if (
        verb.group.negated
        and lowers[start + 1] in _GIVING
        and not _IDENTITY.isdisjoint(lowers[start + 2 : start + 6])
    ):
        return True  # `did not want to give his surname`
    if lowers[verb.at] not in _REFUSING:
        return False
    if lowers[start + 1] in _NO_COMMENT:
        return True
    told = VERBS.get(lowers[start + 1])
    return told is not None and told.cues[0].lemma in _OWNING_UP
