"""One text read whole: layout, sentences, attributions, kinds and checkpoints in one answer."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date

from factcheck.text.attribution import attribute
from factcheck.text.checkable import assess
from factcheck.text.language import detect
from factcheck.text.layout import read_layout
from factcheck.text.normalise import normalise
from factcheck.text.quotes import find_quotations
from factcheck.text.sentences import split
from factcheck.text.values import Analysis, Attribution, Span


def analyse(text: str, *, language: str | None = None, published: date | None = None) -> Analysis:
    """Read a text: layout, sentences, attributions, kinds, checkpoints.

    `language` is an ISO 639-1 code, detected when None; `published` anchors relative dates. Every span
    of the answer points into `Analysis.text`, the normalised text, in code points.
    """
    text = normalise(text)
    code = language or detect(text)
    layout = read_layout(text, published=published, language=code)
    spans: list[tuple[Span, int]] = []
    for number, (start, end) in enumerate(layout.paragraphs):
        spans.extend((span, number) for span in split(text, start, end, language=code))
    blocks = layout.paragraphs if layout.headline is None else (layout.headline, *layout.paragraphs)
    quotations = find_quotations(text, blocks, language=code)
    attributions = attribute(text, layout, spans, quotations, language=code)
    quoted = [(q.start, q.end) for q in quotations]
    sentences = tuple(
        assess(text, span, paragraph, attributions=shares, quoted=quoted, language=code)
        for (span, paragraph), shares in zip(spans, _shares(spans, attributions), strict=True)
    )
    return Analysis(
        text, code, layout.headline, layout.byline, layout.dateline, layout.date,
        layout.paragraphs, sentences, attributions,
    )  # fmt: skip


def _shares(spans: list[tuple[Span, int]], attributions: tuple[Attribution, ...]) -> list[list[Attribution]]:
    """For each sentence, the attributions whose content or cue overlaps it."""
    shares: list[list[Attribution]] = [[] for _ in spans]
    if not spans:
        return shares
    starts = [span[0] for span, _ in spans]
    for attribution in attributions:
        met: set[int] = set()
        for start, end in (*attribution.content, *attribution.cue):
            k = max(0, bisect_right(starts, start) - 1)
            while k < len(spans) and starts[k] < end:
                if spans[k][0][1] > start:
                    met.add(k)
                k += 1
        for k in met:
            shares[k].append(attribution)
    return shares
