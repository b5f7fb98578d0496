"""Shallow grammar: passages, finite verbs, where a noun phrase ends.

No parser: a few looks to the left and right over word classes, each bounded, so that a sentence of
100,000 characters costs no more a word than a short one.
"""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.text import lexicon as lx
from factcheck.text.cue_forms import BASE, PAST, THIRD
from factcheck.text.cues import NOUNS, VERBS
from factcheck.text.tokens import Tokens
from factcheck.text.unnamed_voices import DOCUMENTS
from factcheck.text.wordlists import words

Range = tuple[int, int]  # tokens, end exclusive


@dataclass(slots=True, eq=False)
class Passage:
    """One sentence, or several that share a quotation: tokens `first` to `last` of a text.

    `inside[i]` is the number of the quotation that token `i` stands in, or -1; `opens` and `closes`
    give each quotation's first and one-past-last token. Nothing changes a passage; it is not frozen
    because a frozen one takes four times as long to make.
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


_DETERMINED = lx.DET | lx.POSSESSIVE


def looks_finite(tokens: Tokens, i: int) -> bool:
    """Whether token `i` is probably a finite verb: an auxiliary, a listed verb, a cue, or `-ed`."""
    f = tokens.flags[i]
    if f & lx.FINITE:
        named = tokens.words[i][:1].isupper() and i and tokens.flags[i - 1] & (lx.DET | lx.PREPOSITION)
        return not named  # `the Met Office`, `in May`
    word = tokens.lowers[i]
    if word in _PLAIN_FINITE:
        return True
    return (
        f == 0
        and word.endswith("ed")
        and len(word) > 4
        and tokens.words[i] == word
        and not (i and tokens.flags[i - 1] & _DETERMINED)
    )


def has_verb(p: Passage, start: int, end: int) -> bool:
    """Whether a finite verb or a quotation is among some tokens."""
    return any(p.inside[k] >= 0 or looks_finite(p.tokens, k) for k in range(start, end))


_TITLING = words("titled entitled called named headlined labeled labelled dubbed")
_SPEECH_ENDS = frozenset({",", ".", "!", "?", "…", "...", "—", "--", "–", "’", "'"})


def spoken_quote(p: Passage, q: int) -> bool:
    """Whether quotation `q` ends as speech does, with a comma or full stop inside its closing mark."""
    first, last = p.opens[q], p.closes[q] - 1
    if last <= first:
        return False
    if last - first < 8 and first > p.first and p.inside[first - 1] < 0:
        before = p.tokens.flags[first - 1]
        if p.tokens.lowers[first - 1] in _TITLING:
            return False
        if before & (lx.PREPOSITION | lx.DET | lx.POSSESSIVE) or p.tokens.words[first - 1][:1].isupper():
            return False  # a title or a borrowed word: `the author of “Going North,”`
    return p.tokens.lowers[last - 1] in _SPEECH_ENDS or (
        last + 1 < p.last and p.tokens.lowers[last + 1] == "," and last - p.opens[q] > 8
    )


_PHRASE_EDGE = lx.COMMA | lx.BREAK | lx.SUBORDINATOR | lx.RELATIVE | lx.SUBJECT | lx.OPEN | lx.DASH
_VERBAL = lx.FINITE | lx.TO
# Cues in a finite form that is no noun.
_CLEAR_VERBS = frozenset(
    word for word, form in VERBS.items() if form.shape & (PAST | THIRD) and word not in NOUNS
)


def phrase_end(p: Passage, start: int, last: int) -> int:
    """Where the noun phrase that starts at `start` ends (exclusive): before a verb, comma, or clause."""
    flags, lowers, inside = p.tokens.flags, p.tokens.lowers, p.inside
    i = start
    limit = min(last, start + 25)
    while i < limit:
        if inside[i] >= 0:
            return i
        f = flags[i]
        if f & _PHRASE_EDGE:
            break
        verbal = f & _VERBAL or (lowers[i] in _CLEAR_VERBS and not flags[i - 1] & _HELD)
        if verbal and i > start and not (f & lx.TO and lowers[i - 1] == "close"):
            break  # but not in `sources close to the talks`
        i += 1
    return i


_HELD = _DETERMINED | lx.PREPOSITION  # `with direct knowledge`


# Nouns that are verbs too, by the words that make a noun of them (`its profit forecast`, `new figures`).
_COMPOUND = {
    "call": words("conference phone video earnings roll telephone"),
    "forecast": words("profit profits sales growth earnings revenue weather inflation economic demand"),
    "figures": words("new latest official recent crime sales unemployment inflation government key"),
}
_NOUN_BEFORE = lx.DET | lx.POSSESSIVE | lx.PREPOSITION | lx.NUMBER
_ADJECTIVAL = ("al", "ic", "ous", "ive", "ful", "able", "ary", "ent", "ial", "ing", "ed", "ry")


def ends_compound(p: Passage, i: int) -> bool:
    """Whether the word at `i` makes one noun with the word before it (`its profit forecast`)."""
    makes = _COMPOUND.get(p.tokens.lowers[i])
    return makes is not None and i > p.first and p.tokens.lowers[i - 1] in makes


def reads_as_noun(p: Passage, i: int) -> bool:
    """Whether a word that is noun and verb (`claims`, `support`) is a noun here, by the word before it."""
    if i == p.first:
        return True
    f = p.tokens.flags[i - 1]
    if ends_compound(p, i):
        return True
    if (
        f & _NOUN_BEFORE
        and not f & (lx.TO | lx.HAVE | lx.BE)
        and p.tokens.lowers[i - 1] not in {"who", "some", "many"}
    ):
        return True
    if i + 1 < p.last and (
        p.tokens.flags[i + 1] & (lx.SUBJECT | lx.DET | lx.POSSESSIVE) or p.tokens.lowers[i + 1] == "that"
    ):
        return False
    word = p.tokens.lowers[i - 1]
    if word in DOCUMENTS and (i + 1 >= p.last or p.tokens.flags[i + 1] & lx.BREAK):
        return False  # `Acme lost money, a filing shows.`
    return f == 0 and word == p.tokens.words[i - 1] and word.endswith(_ADJECTIVAL)


_OBJECT = lx.DET | lx.POSSESSIVE | lx.PRONOUN | lx.NUMBER | lx.PERSON
_UNFINISHED = words("been being having done had")
_SAID = words("said says told tells")
# Verbs of the lexicon that are infinitives too, or join nouns (`actor turned mayor`), and pasts alone.
_BASES = words("quit put cut hit set let cost beat hurt lay bore turned")
_PASTS = words("""
    went came took gave became began grew fell rose broke drew drove flew threw wore ate shook froze rode swam
    sank sang shrank sprang stole tore woke ran chose withdrew undertook underwent overcame arose awoke
    """)


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


def past_adverbs(p: Passage, k: int) -> int:
    """Past the adverbs at `k`."""
    while k < p.last and p.inside[k] < 0 and p.tokens.flags[k] & lx.ADVERB and not p.tokens.flags[k] & lx.DET:
        k += 1
    return k


def clause_like(p: Passage, k: int) -> bool:
    """Whether a subject and a finite verb stand at `k`."""
    tokens = p.tokens
    if k >= p.last or p.inside[k] >= 0:
        return False
    if tokens.flags[k] & lx.SUBJECT:
        return True
    end = phrase_end(p, k, p.last)
    while end < p.last and tokens.flags[end] & lx.ADVERB:
        end += 1
    return k < end < p.last and p.inside[end] < 0 and looks_finite(tokens, end)
