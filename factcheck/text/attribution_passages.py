"""Passages: the stretches of a text in which one looks for a cue and what it governs.

A passage is a sentence, or all the sentences that a quotation holds together: in `“It rained. It
poured,” she said.` the words before the full stop are hers too.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from factcheck.text.clauses import Passage
from factcheck.text.quotes import Quotation
from factcheck.text.tokens import Tokens
from factcheck.text.values import Span

HEADLINE = -1  # the paragraph number of a passage that is the headline


def cut_passages(
    tokens: Tokens,
    paragraphs: Sequence[Span],
    sentences: Sequence[tuple[Span, int]],
    quotations: Sequence[Quotation],
) -> list[Passage]:
    """The passages of the text in order; `sentences` are spans with the number of their paragraph."""
    starts = tokens.starts
    inside = [-1] * len(starts)
    opens, closes = [], []
    for number, quotation in enumerate(quotations):
        first, last = bisect_left(starts, quotation.start), bisect_left(starts, quotation.end)
        opens.append(first)
        closes.append(last)
        inside[first:last] = [number] * (last - first)
    passages: list[Passage] = []
    held: int | None = None
    for (start, end), paragraph in sentences:
        first = bisect_left(starts, start) if held is None else held
        last = bisect_left(starts, end)
        edge = last - 1
        if edge >= 0 and last < len(inside) and inside[edge] >= 0 and inside[edge] == inside[last]:
            stop = paragraphs[paragraph][1] if paragraph >= 0 else end
            if starts[last] < stop:
                held = first
                continue
        held = None
        first = _past_mark(tokens, first, last)
        if last > first:
            passages.append(Passage(tokens, inside, opens, closes, first, last, paragraph))
    return passages


_MARKS = frozenset(["*", "•", "-", "–", "—", "‣", "▪", "●", "·"])


def _past_mark(tokens: Tokens, first: int, last: int) -> int:
    """Past the mark of a list's item or the time of an entry (`14:32 Police say`), which nobody says."""
    words = tokens.words
    if last - first > 1 and words[first] in _MARKS:
        return first + 1
    timed = last - first > 3 and words[first].isdigit() and words[first + 1] in {":", "."}
    if timed and len(words[first]) < 3 and words[first + 2].isdigit() and len(words[first + 2]) == 2:
        return first + 3
    return first
