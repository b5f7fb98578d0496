"""What reading a text gives: plain immutable values, spans in code points, nothing of a database.

Every span is a pair `(start, end)` of Unicode code points into `Analysis.text` (the normalised
text), end exclusive. What an article has by the hundred is a named tuple, which is made in half the
time of a frozen dataclass.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

Span = tuple[int, int]

Kind = Literal["fact", "quote", "opinion", "prediction", "question", "other"]
CheckpointKind = Literal["figure", "date", "name", "title", "quotation", "comparison"]
Mode = Literal["direct", "indirect", "mixed"]
Polarity = Literal["asserts", "denies", "asks", "intends"]
Anonymity = Literal["named", "unnamed_person", "unnamed_group"]


class Checkpoint(NamedTuple):
    """A span inside a sentence that has to be checked by itself."""

    kind: CheckpointKind
    start: int
    end: int


class Sentence(NamedTuple):
    """A sentence: where it stands, and what it asks of a checker.

    `paragraph` counts from 0. `checkworthiness` is between 0 and 1; `reasons` names the features
    that raised or lowered it. `rule` names the rule that gave `kind`.
    """

    start: int
    end: int
    paragraph: int
    kind: Kind = "fact"
    checkworthiness: float = 0.0
    checkpoints: tuple[Checkpoint, ...] = ()
    reasons: tuple[str, ...] = ()
    rule: str = ""


class Attribution(NamedTuple):
    """Who the text says something from; it may run over several sentences.

    `source`, `cue` and `content` are lists of spans in text order (a quotation interrupted by
    `she said` has two content spans). `source_name` is the resolved name (`she` becomes
    `Ana Duarte`), or the words of the text for an unnamed voice; `outlet` is the medium it came
    through (`CBS News`), `medium` the form (`interview`, `statement`, `post`).
    """

    content: tuple[Span, ...]
    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    source_name: str | None = None
    outlet: str | None = None
    medium: str | None = None
    mode: Mode = "indirect"
    polarity: Polarity = "asserts"
    anonymity: Anonymity = "named"
    rule: str = ""


@dataclass(frozen=True, slots=True)
class DateLine:
    """A line or phrase that dates the article; `value` is an ISO date, or None if unreadable."""

    span: Span
    value: str | None


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that was read in one text.

    `text` is the normalised text that every span points into. `paragraphs` are the spans of the
    body's paragraphs, in order; headline, byline, date line and dateline are in none of the
    sentences.
    """

    text: str
    language: str
    headline: Span | None
    byline: Span | None
    dateline: Span | None
    date: DateLine | None
    paragraphs: tuple[Span, ...]
    sentences: tuple[Sentence, ...]
    attributions: tuple[Attribution, ...]
