"""Whether the words before or behind a verb can be who speaks: what is no noun phrase is nobody's name."""

from __future__ import annotations

from typing import Final

from factcheck.text import lexicon as lx
from factcheck.text.attribution_readings import Reading
from factcheck.text.clauses import Passage, Range
from factcheck.text.noun_phrases import opens_degree
from factcheck.text.wordlists import words

# Nouns with the ending of a participle or an adverb.
_NOUNS: Final = words("""
    polling reporting modelling modeling testing screening sampling evening morning everything something
    nothing anything nursing policing housing banking king beijing reading family assembly ally supply reply
    elderly unemployed injured accused deceased fed feed bed need speed breed seed wed
    """)
_BEFORE_NOUN: Final = lx.DET | lx.POSSESSIVE | lx.PREPOSITION | lx.SUBJECT | lx.PRONOUN | lx.TO
_NO_END: Final = lx.DET | lx.PREPOSITION | lx.AND | lx.TO
# Small words that a source may end with.
_ENDS: Final = words("""
    some many all both this that these those each any none most several few more one two half another others
    her his in up on off out down over around about
    """)


def can_speak(reading: Reading) -> bool:
    """Whether the source of a reading can be a voice; whoever speaks in quotation marks is one."""
    source = reading.source
    if source is None or reading.rule.startswith("quote"):
        return True
    lowers = reading.passage.tokens.lowers
    if source[1] - source[0] == 1 and lowers[source[0]] in {"you", "there"}:
        return False  # `what you call a desk`, `There is no proof to support`
    if lowers[source[0]] == "everyone" and source[0] and lowers[source[0] - 1] == "not":
        return False  # `Not everyone agrees with it`
    return is_noun_phrase(reading.passage, source)


def noun_phrase_in(p: Passage, phrase: Range) -> Range:
    """The end of a phrase that can be a voice (`every voter` of `to every voter`), or all of it."""
    first, last = phrase
    lowers, flags = p.tokens.lowers, p.tokens.flags
    while first < last:
        if is_noun_phrase(p, (first, last)):
            return first, last
        infinitive = flags[first] & lx.TO and (first == phrase[0] or not lowers[first - 1].endswith("ing"))
        first += 1
        if infinitive and flags[first] == 0 and p.tokens.words[first] == lowers[first] and first + 1 < last:
            first += 1  # `to placate nervous voters`
    return phrase


def is_noun_phrase(p: Passage, phrase: Range) -> bool:
    """Whether a phrase is no infinitive, no participle with its object, no adverb alone."""
    tokens = p.tokens
    first, last = phrase
    word = tokens.lowers[first]
    if tokens.words[first] != word:
        return True
    flags = tokens.flags
    if flags[first] & (lx.TO | lx.PREPOSITION) and not flags[first] & (lx.DET | lx.ADVERB):
        return last - first > 1 and opens_degree(p, first)
    if word == "well":
        return False  # `as well as complaints`
    if last - first == 1:
        if word.endswith(("ing", "ed", "ly")):
            return bool(flags[first] & ~lx.ADVERB) or word in _NOUNS
        return not flags[first] & lx.AND
    following = flags[first + 1]
    if word.endswith("ing") and flags[first] == 0 and word not in _NOUNS:
        return not following & _BEFORE_NOUN
    if word.endswith("ly") and flags[first] & lx.ADVERB:
        return not following & (lx.PREPOSITION | lx.SUBORDINATOR | lx.TO)
    end = tokens.lowers[last - 1]
    return not (flags[last - 1] & _NO_END and tokens.words[last - 1] == end and end not in _ENDS)
