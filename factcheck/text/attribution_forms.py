"""Whether a form that could be a verb of attribution is one here: agreement, articles, nouns."""

from __future__ import annotations

from typing import Final

from factcheck.text import lexicon as lx
from factcheck.text.attribution_passages import HEADLINE
from factcheck.text.attribution_readings import Verb
from factcheck.text.clauses import Passage, ends_compound, reads_as_noun
from factcheck.text.cue_forms import AS, Cue
from factcheck.text.unnamed_voices import BODIES, DOCUMENTS
from factcheck.text.wordlists import words

# Verbs whose base and `-s` forms are verbs only beside a pronoun or name (`the states` are no speech).
_SELDOM_VERBS: Final = words(
    """
    state states like likes contest contests email emails post posts comment comments address addresses
    campaign campaigns votes advocate advocates
    """
)
_PLURALS: Final = words(
    """
    percent those % half third quarter people women men police many some most several few others both all
    critics data media
    """
)
_MUSING: Final = words("think plan feel hope understand")
_THESE: Final = frozenset(["another", "this", "that"])


def may_be_verb(p: Passage, i: int, cue: Cue) -> bool:
    """Whether the word at `i` is not plainly a noun, before its auxiliaries are looked at."""
    if p.tokens.lowers[i] == "regarding" or ends_compound(p, i):
        return False
    following = p.tokens.lowers[i + 1] if i + 1 < p.last else ""
    if p.tokens.lowers[i] == "think" and following in {"tank", "tanks"}:
        return False
    owned = cue.lemma in _MUSING and i > p.first + 1 and p.tokens.lowers[i - 1] in {"'s", "’s"}
    if owned and not p.tokens.flags[i - 2] & (lx.SUBJECT | lx.PRONOUN | lx.RELATIVE):
        return False  # `familiar with Acme’s thinking`
    if i > p.first and p.tokens.lowers[i][-1] == "s" and _is_counted(p, i):
        return False
    if not cue.noun_too or p.tokens.lowers[i].endswith(("ing", "ed")):
        return True
    words, lowers = p.tokens.words, p.tokens.lowers
    if i > p.first and p.tokens.flags[i - 1] & lx.TO and cue.lemma != lowers[i]:
        return False  # `open to offers`
    if i > p.first + 1 and lowers[i - 1].isdigit() and p.tokens.flags[i - 2] & (lx.DET | lx.POSSESSIVE):
        return False  # `A 2022 report said`
    if i > p.first + 1 and lowers[i - 1] in {"'", "’"} and lowers[i - 2].endswith("s"):
        return False  # `The inspectors’ report said`
    inside_name = p.paragraph != HEADLINE and words[i] != lowers[i] and words[i - 1] != lowers[i - 1]
    return not (reads_as_noun(p, i) or inside_name)


def _is_counted(p: Passage, i: int) -> bool:
    """Whether a number behind `from` or `to` counts the plural at `i` (`from 3 points to 8`)."""
    tokens = p.tokens
    if not tokens.lowers[i - 1][:1].isdigit() or p.inside[i - 1] >= 0:
        return False
    return i - 1 > p.first and bool(tokens.flags[i - 2] & (lx.PREPOSITION | lx.TO))


def is_verb(verb: Verb) -> bool:
    """Whether the form is a verb here: not after an article, agreeing with what stands before it."""
    p, i, group = verb.passage, verb.at, verb.group
    tokens = p.tokens
    if group.kind == "noun" or not _is_common_use(verb):
        return False
    if group.kind == "base" and ((group.plain and i == p.first) or not _agrees(p, group.first)):
        return verb.cue.lemma in _COLLECTIVELY and i > p.first and _is_collective(p, group.first - 1)
    before = group.first - 1
    if group.plain and before >= p.first and tokens.flags[before] & (lx.DET | lx.POSSESSIVE):
        word = tokens.lowers[before]
        if word == "her" and not verb.cue.noun_too:
            return True  # `A woman who knew her said`
        if not tokens.flags[before] & lx.PRONOUN and word not in _PLURALS:
            return verb.cue.lemma == "say" and word in _THESE
    return True


# What many who are one say in British English: `the family say they were lied to`.
_COLLECTIVELY: Final = words("say believe think insist argue fear hope admit deny want")
_COLLECTIVES: Final = BODIES | words("""
    family team couple staff band crew squad side crowd public pair trio duo household electorate jury
    """)


def _is_collective(p: Passage, k: int) -> bool:
    """Whether a group that is one stands at `k`, or speech before whom its verb names next."""
    tokens = p.tokens
    if p.inside[k] >= 0:  # `“It is late,” say the family`
        return tokens.lowers[k - 1] == "," or tokens.flags[k - 1] & lx.QUOTE != 0
    acronym = tokens.words[k].isupper() and len(tokens.words[k]) > 2
    return acronym or tokens.lowers[k] in _COLLECTIVES or tokens.words[k] == "Labour"


def _is_common_use(verb: Verb) -> bool:
    """Whether a form that is often something else is a verb: `like`, `states`, `a strong showing in`."""
    p, i, after = verb.passage, verb.at, verb.after
    tokens = p.tokens
    if not verb.group.plain or i <= p.first:
        return not (verb.group.plain and tokens.lowers[i] in _SELDOM_VERBS)
    before = tokens.flags[i - 1]
    if tokens.lowers[i] == "volunteers" and after < p.last and tokens.flags[after] & lx.PREPOSITION:
        return False
    if tokens.lowers[i] in _SELDOM_VERBS:
        quoted = after < p.last and (p.inside[after] >= 0 or tokens.lowers[after] == "that")
        quoted = quoted or p.inside[p.first] >= 0  # `“...,” the Danes state`
        named = tokens.words[i - 1][:1].isupper() and not tokens.words[i][:1].isupper()
        several = tokens.lowers[i - 1].endswith("s") and verb.group.kind == "base"
        several = several and tokens.lowers[i] != "like"  # `words like “maybe”`
        stated = tokens.words[i] == "states" and tokens.lowers[i - 1] in DOCUMENTS
        return bool(before & (lx.SUBJECT | lx.RELATIVE)) or (quoted and (named or several or stated))
    if verb.group.kind == "gerund" and after < p.last and p.inside[i - 1] < 0:
        stranded = tokens.flags[after] & lx.PREPOSITION and tokens.lowers[after] not in verb.cue.prepositions
        return not (stranded and before == 0 and not verb.cue.arguments & AS)
    return True


def _agrees(p: Passage, v: int) -> bool:
    """Whether a plural, `I` or `you` stands before a base form, so that it is finite (`critics say`)."""
    tokens = p.tokens
    k = v - 1
    low = max(p.first, v - 12)
    if k < low:
        return False
    f = tokens.flags[k]
    if f & lx.RELATIVE or tokens.lowers[k] in {
        "they",
        "we",
        "i",
        "you",
        "that",
        "people",
        "and",
        "or",
        "but",
        ",",
    }:
        return True
    while k >= low and p.inside[k] < 0:
        word = tokens.lowers[k]
        f = tokens.flags[k]
        if f & (lx.COMMA | lx.BREAK | lx.AUXILIARY | lx.SUBORDINATOR):
            return False
        if f & lx.NUMBER or word.isdigit() or word in _PLURALS:
            return True
        if word.endswith("s") and f & ~lx.PERSON == 0 and not word.endswith(("ss", "us", "is")):
            return True
        k -= 1
    return False
