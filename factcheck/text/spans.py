"""Spans in text order, and how they lie to one another."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

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


def share_out(spans: Iterable[Span], sentences: Sequence[Span]) -> dict[int, list[Span]]:
    """Return which of `spans` reach into which of `sentences`, by its number; both are in order."""
    shares: dict[int, list[Span]] = {}
    ends = [end for _, end in sentences]
    for span in spans:
        number = bisect_right(ends, span[0])
        while number < len(sentences) and sentences[number][0] < span[1]:
            shares.setdefault(number, []).append(span)
            number += 1
    return shares


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
