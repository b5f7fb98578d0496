"""What is done and not said, though a verb of saying tells it: `voted for the bill`, `recalled its envoy`."""

from __future__ import annotations

from typing import Final

from factcheck.text import lexicon as lx
from factcheck.text.attribution_readings import Verb
from factcheck.text.clauses import Passage, Range
from factcheck.text.cue_forms import PARTICIPLE, PAST, THIRD
from factcheck.text.cues import VERBS
from factcheck.text.wordlists import words


def asks_itself(p: Passage, at: int) -> bool:
    """Whether the article itself asks, by an auxiliary before the subject (`Did Duarte say so?`)."""
    flags = p.tokens.flags
    opens = flags[p.first] & lx.AUXILIARY and p.inside[p.first] < 0 and at - p.first < 12
    if not opens or p.tokens.lowers[p.last - 1] != "?" or p.inside[p.last - 1] >= 0:
        return False
    return not any(flags[k] & lx.COMMA for k in range(p.first, at))  # `Could she not wait, he asked?`


def ends_subject(verb: Verb, source: Range) -> bool:
    """Whether the verb is a participle before the verb of its subject (`Half of those questioned said`)."""
    p, after = verb.passage, verb.after
    if not (verb.group.plain and verb.form.shape & PARTICIPLE) or source[1] != verb.at or after >= p.last:
        return False
    following = None if p.inside[after] >= 0 else VERBS.get(p.tokens.lowers[after])
    said = following is not None and following.shape & (PAST | THIRD) and not following.cues[-1].noun_too
    return bool(said) and p.tokens.lowers[verb.at - 1] in _THOSE


_THOSE: Final = words("those people adults voters workers parents respondents users residents")
_CURRENCY: Final = frozenset("$€£¥₹")


def _is_estimate(p: Passage, after: int) -> bool:
    """Whether an amount is put at a figure: `put the cost at $3 billion`."""
    tokens = p.tokens
    for k in range(after, min(p.last - 1, after + 14)):
        if p.inside[k] >= 0 or tokens.flags[k] & (lx.BREAK | lx.AUXILIARY):
            return False
        if tokens.lowers[k] == "at":
            ahead = tokens.words[k + 1 : min(p.last, k + 4)]
            return any(word[:1].isdigit() or word in _CURRENCY for word in ahead)
    return False


_CHARGING: Final = frozenset(["accuse", "suspect"])
_RECALLED: Final = words(
    "ambassador ambassadors envoy envoys cars vehicles products toys units parliament team"
)
_STRIKING: Final = words("knock slam rip bash hammer pound batter pan")
_STRUCK: Final = words("""
    out down off over back into through power brakes brake door doors lines windows roof roofs coast island
    town
    """)
_HANDING: Final = words("offer deliver issue reveal disclose announce provide say add post publish")
_URGED: Final = words("caution restraint calm patience vigilance unity action prudence")
_NOTHING: Final = words("no nothing little few")


def _says_no(verb: Verb) -> bool:
    """Whether `no` is the answer, and no word for none of something."""
    p, behind = verb.passage, verb.after + 1
    plain = p.tokens.lowers[verb.after] == "no"
    return plain and (behind >= p.last or p.inside[behind] >= 0 or p.tokens.flags[behind] != 0)


def is_deed(verb: Verb, kind: str) -> bool:
    """Whether something is done, and nothing said: `voted for the bill`, `maintained a lead`."""
    group, lemma = verb.group, verb.cue.lemma
    if lemma in _CHARGING and kind == "preposition" and group.plain:
        return verb.passage.tokens.lowers[verb.after] == "of"  # `Minister accused of lying`
    if lemma == "vote":
        return kind == "preposition" and group.plain and bool(verb.form.shape & PAST)
    lowers = verb.passage.tokens.lowers
    if lemma == "recall" and kind == "object":
        ahead = lowers[verb.after : verb.after + 4]
        return ahead[:1] == ["its"] or not _RECALLED.isdisjoint(ahead) or any(w[:1].isdigit() for w in ahead)
    if lemma in _STRIKING and kind == "object":
        return not _STRUCK.isdisjoint(lowers[verb.after : verb.after + 3])
    if lemma == "urge" and kind == "object":
        return lowers[verb.after] not in _URGED
    if lemma in _HANDING and kind == "object" and lowers[verb.after] in _NOTHING:
        return not _says_no(verb)  # `offered no details`, `has said nothing`
    if lemma == "maintain" and kind == "object":
        return "innocence" not in lowers[verb.after : verb.after + 5]
    if lemma == "put" and not verb.cue.particle:
        return not _is_estimate(verb.passage, verb.after)
    if lemma != "report" or kind != "object" or group.kind not in {"finite", "infinitive"}:
        return False
    flags = verb.passage.tokens.flags
    return any(flags[k] & (lx.MODAL | lx.TO) for k in range(group.first, verb.at))
