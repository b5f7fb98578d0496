"""One sentence taken apart once, for everything that asks about its words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.text.values import CheckpointKind

WORD = re.compile(r"[^\W\d_][\w']*")
DIGIT = re.compile(r"\d")
# Characters of a sentence that are looked at. What is longer is a table or a dump without full stops;
# its beginning says what it is, and nobody ticks ten thousand figures.
LONGEST_READ = 10_000
# Marks outside ASCII that English news is full of; a sentence that has no others is read as bytes.
PLAIN = (("“", '"'), ("”", '"'), ("‘", '"'), ("—", "-"), ("–", "-"), ("…", "."), ("\u00a0", " "))
# Letters become small, the apostrophe stays, all else parts words.
SPACED = bytes(
    ord(chr(code).lower()) if chr(code).isalpha() or chr(code) == "'" else 32 for code in range(128)
) + bytes([32] * 128)
NO_DIGIT = bytes(code for code in range(256) if chr(code) not in "0123456789_")


@dataclass(slots=True, eq=False)
class Reading:
    """A sentence as its words, with what was found in it.

    `line` is the sentence's text with straight apostrophes, `small` the same and `words` its words in
    small letters. `marks` are the classes of its words (see `vocabulary`), `kinds` those of its
    checkpoints, one entry each. `quoted` is the share of it that stands in quotation marks (0..1),
    `speech` the part of it that an attribution gives to a speaker word for word. Nothing changes it; it
    is not frozen because a frozen one takes four times as long to make.
    """

    line: str
    small: str
    words: Sequence[str]
    marks: int
    kinds: Sequence[CheckpointKind]
    quoted: float = 0.0
    speech: float = 0.0


def to_plain(text: str) -> str:
    """Return `text` with the marks of ASCII for its quotation marks, dashes and the like."""
    if not text.isascii():
        for written, simple in PLAIN:
            text = text.replace(written, simple)
    return text


def read_words(line: str) -> tuple[list[str], bool]:
    """Return the words of `line` in small letters, and whether a digit may be in it.

    A word begins with a letter and goes on with letters, digits and straight apostrophes. Plain
    lines, which most are, are parted at white space once all that is no letter has become one;
    this takes half the time of the pattern that says the same.
    """
    plain = to_plain(line)
    if not plain.isascii():
        return WORD.findall(line.lower()), DIGIT.search(line) is not None
    raw = plain.encode()
    if raw.translate(None, NO_DIGIT):
        return WORD.findall(line.lower()), True
    spaced = raw.translate(SPACED).decode()
    if " '" in spaced or spaced.startswith("'"):
        return WORD.findall(line.lower()), False
    return spaced.split(), False
