"""What a sentence asks of a checker: its kind, how much it is worth checking, what to check in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factcheck.text.checkpoints import find_checkpoints, overlapping
from factcheck.text.kinds import tell_kind
from factcheck.text.readings import LONGEST_READ, Reading, read_words
from factcheck.text.values import Attribution, CheckpointKind, Sentence, Span
from factcheck.text.worthiness import weigh


def assess(
    text: str,
    span: Span,
    paragraph: int,
    *,
    attributions: Sequence[Attribution] = (),
    quoted: Sequence[Span] = (),
    language: str = "en",
) -> Sentence:
    """Return the sentence at `span` with its kind, check-worthiness and checkpoints.

    `attributions` are those that touch the sentence, `quoted` the spans of the text's quotations in
    order. Of a sentence beyond all measure (`LONGEST_READ`) the beginning is looked at. English (and
    a text of unknown language) gets all rules, other languages those that need no word list.
    """
    start, end = span
    line, in_order = read_words(text, span)
    vocabulary = frozenset(in_order)
    looked_at = (start, min(end, start + LONGEST_READ))
    points = find_checkpoints(text, looked_at, vocabulary, quoted=quoted, language=language)
    counts: dict[CheckpointKind, int] = {}
    for point in points:
        counts[point.kind] = counts.get(point.kind, 0) + 1
    in_quotes = said = 0.0
    if quoted:
        in_quotes = covered(overlapping(quoted, start, end), start, end) / (end - start)
    if attributions:
        direct = (
            part
            for attribution in attributions
            if attribution.mode == "direct"
            for part in attribution.content
        )
        said = covered(direct, start, end) / (end - start)
    reading = Reading(line, in_order, vocabulary, counts, in_quotes, said)
    kind, rule = tell_kind(reading, language=language)
    worth, reasons = weigh(reading)
    return Sentence(start, end, paragraph, kind, worth, points, reasons, rule)


def covered(spans: Iterable[Span], start: int, end: int) -> int:
    """Return how many characters of `start:end` the spans cover; overlapping ones count once."""
    total = 0
    reached = start
    for span_start, span_end in sorted(spans):
        begin, stop = max(span_start, reached), min(span_end, end)
        if begin < stop:
            total += stop - begin
            reached = stop
    return total
