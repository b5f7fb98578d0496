"""One text read whole: layout, sentences, attributions, kinds and checkpoints in one answer."""

from __future__ import annotations

from datetime import date
from itertools import repeat

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

    `language` is an ISO 639-1 code (`en`, also `EN` or `en-GB`), detected when None;
    `published` anchors relative dates. Every span of the answer points into `Analysis.text`, the
    normalised text, in code points.
    """
    text = normalise(text)
    code = language.lower().replace("_", "-").partition("-")[0] if language else detect(text)
    layout = read_layout(text, published=published, language=code)
    spans: list[tuple[Span, int]] = []
    for number, (start, end) in enumerate(layout.paragraphs):
        spans += zip(split(text, start, end, language=code), repeat(number), strict=False)
    blocks = layout.paragraphs if layout.headline is None else (layout.headline, *layout.paragraphs)
    quotations = find_quotations(text, blocks, language=code)
    attributions = attribute(text, layout, spans, quotations, language=code)
    quoted = [(q.start, q.end) for q in quotations]
    spoken = _spoken(attributions)
    sentences = assess(text, spans, spoken=spoken, quoted=quoted, language=code)
    return Analysis(
        text, code, layout.headline, layout.byline, layout.dateline, layout.date,
        layout.paragraphs, sentences, attributions,
    )  # fmt: skip


def _spoken(attributions: tuple[Attribution, ...]) -> list[Span]:
    """What is said word for word: the contents of direct speech in order, those that overlap made one."""
    spans: list[Span] = []
    for start, end in sorted(span for a in attributions if a.mode == "direct" for span in a.content):
        if spans and start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return spans
