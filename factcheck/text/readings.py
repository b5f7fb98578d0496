"""One sentence taken apart once, for everything that asks about its words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.text.values import Checkpoint, Span

WORD = re.compile(r"[^\W\d_][\w'-]*")
# Beyond this a sentence is a dump of data; its first words say what it is.
LONGEST_READ = 4000


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
    checkpoints: tuple[Checkpoint, ...] = ()
    quoted: float = 0.0
    speech: float = 0.0

    def count(self, kind: str) -> int:
        """Return how many checkpoints of `kind` the sentence has."""
        return sum(point.kind == kind for point in self.checkpoints)


def read_words(text: str, span: Span) -> Reading:
    """Return the reading of the sentence at `span`, without checkpoints."""
    line = text[span[0] : min(span[1], span[0] + LONGEST_READ)].replace("’", "'")
    in_order = tuple(WORD.findall(line.lower()))
    return Reading(line, in_order, frozenset(in_order))
