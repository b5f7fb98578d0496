"""An `Analysis` as the JSON that the library, `analyse --json` and the server share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from factcheck.text.values import Analysis, Attribution, Sentence, Span


def to_json(analysis: Analysis, id: str | int | None = None) -> dict[str, Any]:
    """A JSON-ready dictionary of an analysis; `id` is whatever the caller knows the text by.

    Spans are `[start, end]` in code points into `text`. Fields are added over time, never renamed.
    """
    date = analysis.date
    return {
        "id": id,
        "language": analysis.language,
        "text": analysis.text,
        "headline": _span(analysis.headline),
        "byline": _span(analysis.byline),
        "dateline": _span(analysis.dateline),
        "date": None if date is None else {"span": list(date.span), "value": date.value},
        "sentences": [_sentence(sentence) for sentence in analysis.sentences],
        "attributions": [_attribution(attribution) for attribution in analysis.attributions],
    }


def _span(span: Span | None) -> list[int] | None:
    """A span as a JSON array."""
    return None if span is None else list(span)


def _spans(spans: Iterable[Span]) -> list[list[int]]:
    """Spans as arrays."""
    return [list(span) for span in spans]


def _sentence(sentence: Sentence) -> dict[str, Any]:
    """A sentence with its kind and what to check in it."""
    return {
        "start": sentence.start,
        "end": sentence.end,
        "paragraph": sentence.paragraph,
        "kind": sentence.kind,
        "checkworthiness": sentence.checkworthiness,
        "checkpoints": [{"kind": c.kind, "start": c.start, "end": c.end} for c in sentence.checkpoints],
        "reasons": list(sentence.reasons),
        "rule": sentence.rule,
    }


def _attribution(attribution: Attribution) -> dict[str, Any]:
    """An attribution: the spans of source, cue and content, and what they were read as."""
    return {
        "source": _spans(attribution.source),
        "cue": _spans(attribution.cue),
        "content": _spans(attribution.content),
        "source_name": attribution.source_name,
        "outlet": attribution.outlet,
        "medium": attribution.medium,
        "mode": attribution.mode,
        "polarity": attribution.polarity,
        "anonymity": attribution.anonymity,
        "rule": attribution.rule,
    }
