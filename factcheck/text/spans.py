"""Spans in text order, and how they lie to one another."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from factcheck.text.values import CheckpointKind, Span

# A span that a checkpoint has, with its kind.
Taken = tuple[int, int, CheckpointKind]
# Quotations within quotations that may begin before a sentence and reach into it.
MOST_NESTED = 4


def outside(spans: Iterable[Span], taken: Sequence[Span | Taken]) -> list[Span]:
    """Return those of `spans` that overlap none of `taken`; both are in text order."""
    free: list[Span] = []
    index = 0
    for start, end in spans:
        while index < len(taken) and taken[index][1] <= start:
            index += 1
        if index == len(taken) or taken[index][0] >= end:
            free.append((start, end))
    return free


def overlapping(spans: Sequence[Span], start: int, end: int) -> list[Span]:
    """Return those of the ordered `spans` that reach into `start:end`; a few may lie within each other."""
    first = bisect_left(spans, (start,))
    last = bisect_left(spans, (end,), first)
    earliest = first - MOST_NESTED if first > MOST_NESTED else 0
    return [span for span in spans[earliest:last] if span[1] > start]


def covered(spans: Sequence[Span], start: int, end: int) -> int:
    """Return how many characters of `start:end` the spans cover; overlapping ones count once."""
    if len(spans) == 1:
        first, last = spans[0]
        return max(0, (last if last < end else end) - (first if first > start else start))
    total = 0
    reached = start
    for span_start, span_end in sorted(spans):
        begin, stop = max(span_start, reached), min(span_end, end)
        if begin < stop:
            total += stop - begin
            reached = stop
    return total
