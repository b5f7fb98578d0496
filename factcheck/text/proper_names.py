"""Capitalised names as they stand in a sentence, of whatever they are the name.

Who is meant by them is another question; here they are only what a checker has to spell right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.text.abbreviations import ENGLISH
from factcheck.text.values import Span
from factcheck.text.wordlists import words

# Capitalised words, also joined by the small words of names (`University of Helsinki`).
JOINING = "of|of the|de|da|do|del|della|van|van der|von|den|la|le|al|el|bin|ibn|du|des"
NAME = re.compile(
    r"[A-ZÀ-Þ](?<![\w@#].)[\w’'.&\-]{0,40}"
    rf"(?:[ ](?:(?:{JOINING}) )?[A-ZÀ-Þ][\w’'.&\-]{{0,40}}){{0,7}}"
)
ENDINGS = "s'’.-&"
TAIL = re.compile(r"(?:['’]s?|[.\-&])$")
# Capitals that are no part of a name wherever they stand.
NEVER = words("""
    I I'm I've I'll I'd I’m I’ve I’ll I’d Mr. Mrs. Ms. Dr. A.M. P.M. AM PM OK TV And But Or Last Next
    """)
NO_NAME = NEVER | ENGLISH.openers
ORDINARY_ENDING = re.compile(r"(?:ly|ing|ed|ers?|ies|ions?|ists?|ments?|ness)$")
LOOKED_AROUND = 4000
MOST_LOOKS = 5


def find_names(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the spans of names in `text[start:end]`, without possessive endings.

    The first word of a sentence has a capital anyway: it counts unless it is a word that opens
    sentences, or one that stands nearby in small letters or ends like an ordinary word.
    """
    for match in NAME.finditer(text, start, end):
        first, last = match.span()
        opening = first == start or text[first - 1] in "“\"‘'([—" or text[max(0, first - 2)] in ".!?:"
        while first < last:
            word = text[first:last].partition(" ")[0]
            if word not in NO_NAME and word[0].isupper():
                break
            if word == "Will" and not opening:
                break
            first += len(word) + 1
        else:
            continue
        if opening and first == match.start() and is_ordinary(text, first, last):
            continue
        written = text[first:last]
        if written[-1] in ENDINGS:
            last -= len(written) - len(trim_tail(written))
        if last - first > 1:
            yield first, last


def trim_tail(written: str) -> str:
    """Return a name without a possessive ending or a full stop that ends its sentence."""
    tail = TAIL.search(written)
    if tail is None:
        return written
    initial = tail.group() == "." and written[-3:-2] in (".", " ", "")
    return written if initial else written[: tail.start()]


def is_ordinary(text: str, first: int, last: int) -> bool:
    """Say whether a single capitalised word that opens a sentence is an ordinary word.

    It is if it stands nearby in small letters, and also if it looks like a noun or adverb (`Voters`,
    `Clearly`) and nowhere nearby has its capital amid a sentence (as `Sanders` would).
    """
    word = text[first:last]
    if " " in word or not word.isalpha() or word.isupper():
        return False
    back, on = max(0, first - LOOKED_AROUND), last + LOOKED_AROUND
    if text.find(" " + word.lower(), back, on) >= 0:
        return True
    return ORDINARY_ENDING.search(word) is not None and not has_capital_amid(text, word, back, on)


def has_capital_amid(text: str, word: str, back: int, on: int) -> bool:
    """Say whether `word` stands after a small letter or a comma in `text[back:on]`."""
    at = text.find(" " + word, back, on)
    for _ in range(MOST_LOOKS):
        if at < 0:
            return False
        if text[at - 1 : at].islower() or text[at - 1 : at] == ",":
            return True
        at = text.find(" " + word, at + 1, on)
    return False
