"""Spans in text order, and how they lie to one another."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

from factcheck.text.values import CheckpointKind, Span

# A span that a checkpoint has, with its kind.
Taken = tuple[int, int, CheckpointKind]


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


class Ordered:
    """Spans in order, of which some may lie within others, to be asked for those at a place."""

    __slots__ = ("reaches", "spans", "starts")

    def __init__(self, spans: Sequence[Span]) -> None:
        """Note where each of `spans` starts, and how far it and those before it reach."""
        self.spans = spans
        self.starts = [start for start, _ in spans]
        self.reaches = list(accumulate([end for _, end in spans], max))

    def overlapping(self, start: int, end: int) -> Sequence[Span]:
        """Return those that reach into `start:end`."""
        last = bisect_left(self.starts, end)
        first = bisect_right(self.reaches, start, 0, last)
        return [span for span in self.spans[first:last] if span[1] > start] if first < last else ()


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
