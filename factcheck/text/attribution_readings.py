"""What a rule of attribution answers: token ranges, before they become spans and names."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.text.clauses import Passage, Range
from factcheck.text.cues import Cue


@dataclass(frozen=True, slots=True)
class Reading:
    """One attribution in tokens: the cue, its source, its contents, and the rule that read it.

    `subject` keeps the source for verbs that share it (`said ..., adding`); it may be known when the
    source is left out of the text's clause.
    """

    cue: Range
    verb: Cue
    source: Range | None
    content: tuple[Range, ...]
    rule: str
    passage: Passage
    negated: bool = False
