"""One sentence taken apart once, for everything that asks about its words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from factcheck.text.values import CheckpointKind, Span

WORD = re.compile(r"[^\W\d_][\w']*")
# Characters of a sentence that are looked at. What is longer is a table or a dump without full stops;
# its beginning says what it is, and nobody ticks ten thousand figures.
LONGEST_READ = 10_000


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence as its words in small letters, in order and as a set, with what was found in it.

    `line` is the sentence's text with straight apostrophes. `quoted` is the share of it that stands
    in quotation marks (0..1), `speech` the part of it that an attribution gives to a speaker word
    for word.
    """

    line: str
    words: tuple[str, ...]
    vocabulary: frozenset[str]
    counts: Mapping[CheckpointKind, int]
    quoted: float = 0.0
    speech: float = 0.0

    def count(self, kind: CheckpointKind) -> int:
        """Return how many checkpoints of `kind` the sentence has."""
        return self.counts.get(kind, 0)


def lowered(text: str, start: int, end: int) -> str:
    """Return `text[start:end]` in small letters and of the same length, so that offsets still fit.

    A few capitals (`İ`) become two characters; a text with one of them stays as it is.
    """
    small = text[start:end].lower()
    return small if len(small) == end - start else text[start:end]


def read_words(text: str, span: Span) -> tuple[str, tuple[str, ...]]:
    """Return the sentence at `span` with straight apostrophes, and its words in small letters."""
    line = text[span[0] : min(span[1], span[0] + LONGEST_READ)].replace("’", "'")
    return line, tuple(WORD.findall(line.lower()))
