"""From a reading to claims: every sentence becomes one, with its share of each attribution."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from factcheck.domain.models import Attribution, AttributionSpans, Checkpoint
from factcheck.domain.vocabulary import CheckpointKind, Kind
from factcheck.text import values

# The W3C's TextQuoteSelector asks for enough context to tell repeated quotations apart; 32 code
# points either side is what annotation clients agreed on.
CONTEXT = 32


@dataclass(frozen=True, slots=True)
class ClaimDraft:
    """A claim as the text alone gives it, before anybody has touched it."""

    n: int
    paragraph: int
    text: str
    start: int
    end: int
    prefix: str
    suffix: str
    kind: Kind
    checkworthiness: float
    checkpoints: tuple[Checkpoint, ...]
    attributions: tuple[Attribution, ...]


def draft_claims(analysis: values.Analysis) -> list[ClaimDraft]:
    """Number the sentences of a reading from 1, in the order of the text."""
    starts = [sentence.start for sentence in analysis.sentences]
    shares: list[list[Attribution]] = [[] for _ in starts]
    for attribution in analysis.attributions:
        first, last = attribution.content[0][0], attribution.content[-1][1]
        for place in range(max(0, bisect_right(starts, first) - 1), bisect_left(starts, last)):
            sentence = analysis.sentences[place]
            share = _share(analysis.text, attribution, sentence.start, sentence.end)
            if share is not None:
                shares[place].append(share)
    return [
        _draft(analysis.text, n, sentence, said)
        for n, (sentence, said) in enumerate(zip(analysis.sentences, shares, strict=True), 1)
    ]


def _draft(text: str, n: int, sentence: values.Sentence, said: list[Attribution]) -> ClaimDraft:
    start, end = sentence.start, sentence.end
    return ClaimDraft(
        n=n,
        paragraph=sentence.paragraph,
        text=text[start:end],
        start=start,
        end=end,
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
        kind=Kind(sentence.kind),
        checkworthiness=round(sentence.checkworthiness, 2),
        checkpoints=tuple(
            Checkpoint.model_construct(
                n=i, kind=CheckpointKind(point.kind), text=text[point.start : point.end],
                start=point.start, end=point.end, ticked_by=None,
            )
            for i, point in enumerate(sentence.checkpoints, 1)
        ),
        attributions=tuple(said),
    )  # fmt: skip


def _share(text: str, attribution: values.Attribution, start: int, end: int) -> Attribution | None:
    """What a sentence carries of an attribution; None when no word of the content stands in it."""
    parts = [(max(a, start), min(b, end)) for a, b in attribution.content if a < end and b > start]
    if not any(char.isalnum() for a, b in parts for char in text[a:b]):
        return None
    anchors = attribution.cue or attribution.source
    return Attribution.model_construct(
        source=attribution.source_name,
        source_text=_words(text, attribution.source),
        outlet=attribution.outlet,
        medium=attribution.medium,
        cue=_words(text, attribution.cue),
        mode=attribution.mode,
        polarity=attribution.polarity,
        anonymity=attribution.anonymity,
        continued=bool(anchors) and not any(a < end and b > start for a, b in anchors),
        rule=attribution.rule,
        spans=AttributionSpans.model_construct(
            source=_hull(attribution.source),
            cue=_hull(attribution.cue),
            content=(parts[0][0], parts[-1][1]),
        ),
    )


def _hull(spans: tuple[values.Span, ...]) -> values.Span | None:
    return (spans[0][0], spans[-1][1]) if spans else None


def _words(text: str, spans: tuple[values.Span, ...]) -> str | None:
    return " … ".join(text[a:b] for a, b in spans) or None
