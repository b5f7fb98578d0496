"""What a sentence asks of a checker: its kind, how much it is worth checking, what to check in it."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.text.checkpoints import find_checkpoints
from factcheck.text.kinds import tell_kind
from factcheck.text.readings import LONGEST_READ, Reading, read_words
from factcheck.text.spans import covered, overlapping
from factcheck.text.values import Checkpoint, Sentence, Span
from factcheck.text.vocabulary import mark
from factcheck.text.worthiness import weigh


def assess(
    text: str,
    span: Span,
    paragraph: int,
    *,
    spoken: Sequence[Span] = (),
    quoted: Sequence[Span] = (),
    language: str = "en",
) -> Sentence:
    """Return the sentence at `span` with its kind, check-worthiness and checkpoints.

    `spoken` are the spans of the text that somebody says word for word, `quoted` those of its
    quotations, both in order. Of a sentence beyond all measure (`LONGEST_READ`) the beginning is looked
    at. English (and a text of unknown language) gets all rules, other languages those that need no word
    list.
    """
    start, end = span
    english = language in ("en", "und")
    looked_at = (start, min(end, start + LONGEST_READ))
    line = text[start : looked_at[1]].replace("’", "'")
    words, digits = read_words(line)
    marks = mark(words)
    small = line.lower()
    # A few capitals (`İ`) become two small characters, and then offsets would not fit.
    same_length = small if len(small) == len(line) else line
    found = find_checkpoints(text, looked_at, same_length, words, marks, digits=digits, english=english)
    in_quotes = said = 0.0
    if quoted and (quotations := overlapping(quoted, start, end)):
        in_quotes = covered(quotations, start, end) / (end - start)
        until = looked_at[1]
        found += [
            (a if a > start else start, b if b < until else until, "quotation")
            for a, b in quotations
            if a < until
        ]
    if spoken and (speech := overlapping(spoken, start, end)):
        said = covered(speech, start, end) / (end - start)
    found.sort()
    reading = Reading(line, small, words, marks, [kind for _, _, kind in found], in_quotes, said)
    kind, rule = tell_kind(reading, english=english)
    worth, reasons = weigh(reading)
    points = tuple([Checkpoint(kind, first, last) for first, last, kind in found])
    return Sentence(start, end, paragraph, kind, worth, points, reasons, rule)
