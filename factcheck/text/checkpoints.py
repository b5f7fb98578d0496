"""The spans inside a sentence that a checker ticks one by one.

Figures, dates, names, titles, quotations and comparisons, each as the exact words of the text.
Where two would overlap, a date comes before a figure and both before a name.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factcheck.text.comparisons import find_comparisons
from factcheck.text.english_dates import find_dates
from factcheck.text.figures import find_figure_spans, find_worded
from factcheck.text.institutions import holds_fused
from factcheck.text.proper_names import find_names
from factcheck.text.roles import ROLES, find_titles
from factcheck.text.spans import Taken, outside
from factcheck.text.values import CheckpointKind, Span
from factcheck.text.vocabulary import BIT
from factcheck.text.written_dates import find_written_dates

DAY_OR_MONTH, NUMBER, ROLE = BIT["day or month"], BIT["number"], BIT["role"]
COMPARED, ROUGH = BIT["compared"], BIT["rough"]


def find_checkpoints(
    text: str, span: Span, small: str, words: Iterable[str], marks: int, *, digits: bool, english: bool
) -> list[Taken]:
    """Return the checkpoints of the sentence at `span` but its quotations, in no order.

    `small` is the sentence in small letters, of the same length, `words` are its words and `marks`
    their classes: what has no word that could begin a kind of checkpoint, or no digit, is not searched
    for it. Comparisons, titles and figures in words are known for English only.
    """
    start, end = span
    taken: list[Taken] = []
    if english:
        named = marks & DAY_OR_MONTH != 0
        if digits or named:
            taken = [(first, last, "date") for first, last in find_dates(text, start, end, digits, named)]
    elif digits:
        taken = [(date.start, date.end, "date") for date in find_written_dates(text, start, end)]
    if digits:
        take("figure", find_figure_spans(text, start, end), taken)
    if english:
        if marks & NUMBER:
            take("figure", [(start + first, start + last) for first, last in find_worded(small)], taken)
        if marks & ROLE:
            titles = find_titles(text, start, end, ROLES.intersection(words))
            take("title", [span for span in titles if not holds_fused(text[slice(*span)])], taken)
    names = find_names(text, start, end)
    if taken and names:
        names = leftovers(text, names, taken)
    if names:
        taken += [(first, last, "name") for first, last in names]
    if english and (
        compared := find_comparisons(
            small, compared=marks & COMPARED != 0, rough=digits and marks & ROUGH != 0
        )
    ):
        taken += [(start + first, start + last, "comparison") for first, last in compared]
    return taken


def take(kind: CheckpointKind, spans: Sequence[Span], taken: list[Taken]) -> None:
    """Add to `taken` those of `spans` that overlap nothing in it, and keep it in order."""
    if not spans:
        return
    free = outside(spans, taken) if taken else spans
    taken += [(first, last, kind) for first, last in free]
    taken.sort()


def leftovers(text: str, spans: Iterable[Span], taken: Sequence[Taken]) -> list[Span]:
    """Return `spans` without what is in `taken`: of `President Ana Duarte` the title is taken."""
    left: list[Span] = []
    index = 0
    for start, end in spans:
        while index < len(taken) and taken[index][1] <= start:
            index += 1
        if index == len(taken) or taken[index][0] >= end:
            left.append((start, end))
            continue
        if taken[index][0] <= start:
            start = taken[index][1]
        else:
            end = taken[index][0]
        while start < end and text[start] in " \u00a0":
            start += 1
        while start < end and text[end - 1] in " \u00a0":
            end -= 1
        if end - start > 1 and text[start].isupper():
            left.append((start, end))
    return left
