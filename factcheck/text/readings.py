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
# Letters become small, apostrophes, digits and lines stay, all else parts words. A question mark is left
# for what is beyond ASCII.
NO_LETTER = "'0123456789_"
SPACED = bytes(
    ord(chr(code).lower()) if chr(code).isalnum() or chr(code) in "'_?" else 32 for code in range(128)
) + bytes(128)
# Every digit and line becomes a nought, all else white space.
NOUGHTS = bytes(48 if chr(code) in "0123456789_" else 32 for code in range(256))


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


class Page:
    """A text in forms of one length, made once for all its sentences.

    `named` is where names are looked for (see `institutions.fuse`), `straight` has straight apostrophes. In
    `spaced` white space parts the words, all in small letters; `noughts` tells where a digit may be.
    """

    __slots__ = ("named", "noughts", "spaced", "straight")

    def __init__(self, text: str, named: str | None = None) -> None:
        """Make the forms of `text`."""
        self.named = text if named is None else named
        self.straight = text.replace("’", "'")
        raw = to_plain(self.straight).replace("?", " ").encode("ascii", "replace")
        self.spaced = raw.translate(SPACED).decode()
        self.noughts = raw.translate(NOUGHTS)

    def words(self, start: int, end: int) -> tuple[list[str], bool]:
        """Return the words of `start:end` in small letters, and whether a digit may be in it.

        A word begins with a letter and goes on with letters, digits and straight apostrophes. Plain
        sentences, which most are, are parted at white space, in a quarter of the time of the pattern that
        says the same.
        """
        spaced = self.spaced[start:end]
        if "?" in spaced:
            line = self.straight[start:end]
            return WORD.findall(line.lower()), DIGIT.search(line) is not None
        digits = self.noughts.find(b"0", start, end) >= 0
        if digits or " '" in spaced or spaced[:1] == "'":
            return [word for piece in spaced.split() if (word := piece.lstrip(NO_LETTER))], digits
        return spaced.split(), False
