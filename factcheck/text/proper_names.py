"""Capitalised names as they stand in a sentence, of whatever they are the name.

Who is meant by them is another question; here they are only what a checker has to spell right.
"""

from __future__ import annotations

import re

from factcheck.text.abbreviations import ENGLISH
from factcheck.text.institutions import FUSED
from factcheck.text.values import Span
from factcheck.text.wordlists import words

# Capitalised words, also joined by the small words of names (`University of Helsinki`).
JOINING = "of(?: the)?|d(?:[aou]|e(?:l|lla|n|s)?)|van(?: der)?|von|l[ae]|al|el|bin|ibn"
NAME = re.compile(
    r"[A-ZÀ-Þ](?<![\w@#].)[\w’'.&\-]{0,40}"
    rf"(?:[ ](?:[A-ZÀ-ÏÑ-Þ]|(?:{JOINING}|{FUSED}) [A-ZÀ-Þ])[\w’'.&\-]{{0,40}}){{0,7}}"
)
ENDINGS = "s'’.-&"
# Capitals that are no part of a name wherever they stand.
NEVER = words("""
    I I'm I've I'll I'd I’m I’ve I’ll I’d Mr. Mrs. Ms. Dr. A.M. P.M. AM PM OK TV And But Or Last Next
    """)
NO_NAME = NEVER | ENGLISH.openers
ORDINARY_ENDING = re.compile(r"(?:ly|ing|ed|ers?|ies|ions?|ists?|ments?|ness)$")
LOOKED_AROUND = 4000
MOST_LOOKS = 5


def find_names(text: str, start: int, end: int) -> list[Span]:
    """Return the spans of names in `text[start:end]`, in order, without possessive endings.

    The first word of a sentence has a capital anyway: it counts unless it is a word that opens
    sentences, or one that stands nearby in small letters or ends like an ordinary word.
    """
    spans: list[Span] = []
    for match in NAME.finditer(text, start, end):
        written = match.group()
        first, last = match.span()
        word, space, _ = written.partition(" ")
        if space:
            if word in NO_NAME or not word[0].isupper():
                written = drop_openers(written, text, first, start)
                if not written:
                    continue
                first = last - len(written)
        elif word in NO_NAME:
            if word != "Will" or is_opening(text, first, start):
                continue
        elif not word[0].isupper() or (is_opening(text, first, start) and is_ordinary(text, first, last)):
            continue
        if written[-1] in ENDINGS:
            last -= len(written) - len(trim_tail(written))
        if last - first > 1:
            spans.append((first, last))
    return spans


def is_opening(text: str, first: int, start: int) -> bool:
    """Say whether the word at `first` opens the sentence at `start`, or a quotation or clause in it."""
    return first == start or text[first - 1] in "“\"‘'([—" or text[max(0, first - 2)] in ".!?:"


def drop_openers(written: str, text: str, first: int, start: int) -> str:
    """Return the words of a name from the first that can belong to it; empty if none can.

    The words were found at `first`. `Will` is a name but where a sentence opens.
    """
    rest = written
    while rest:
        word = rest.partition(" ")[0]
        if word not in NO_NAME:
            if word[0].isupper():
                return rest
        elif word == "Will" and not is_opening(text, first, start):
            return rest
        rest = rest[len(word) + 1 :]
    return rest


def trim_tail(written: str) -> str:
    """Return a name without a possessive ending or a full stop that ends its sentence."""
    if written[-1] == "s":
        return written[:-2] if written[-2:-1] in ("'", "’") else written
    initial = written[-1] == "." and written[-3:-2] in (".", " ", "")
    return written if initial or written[-1] not in ENDINGS else written[:-1]


def is_ordinary(text: str, first: int, last: int) -> bool:
    """Say whether the single capitalised word that opens a sentence is an ordinary word.

    It is if it stands nearby in small letters, and also if it looks like a noun or adverb (`Voters`,
    `Clearly`) and nowhere nearby has its capital amid a sentence (as `Sanders` would).
    """
    word = text[first:last]
    if not word.isalpha() or word.isupper():
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
