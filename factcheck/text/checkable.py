"""What a sentence asks of a checker: its kind, how much it is worth checking, what to check in it."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.text.checkpoints import find_checkpoints
from factcheck.text.institutions import fuse
from factcheck.text.kinds import tell_kind
from factcheck.text.readings import LONGEST_READ, Page, Reading
from factcheck.text.spans import covered, share_out
from factcheck.text.values import Checkpoint, Sentence, Span
from factcheck.text.vocabulary import mark
from factcheck.text.worthiness import weigh


def assess(
    text: str,
    sentences: Sequence[tuple[Span, int]],
    *,
    spoken: Sequence[Span] = (),
    quoted: Sequence[Span] = (),
    language: str = "en",
) -> tuple[Sentence, ...]:
    """Return the sentences with their kinds, check-worthiness and checkpoints.

    `sentences` are spans of `text` with the number of their paragraph; `spoken` are those that somebody
    says word for word, `quoted` those of its quotations, all in order. English (and a text of unknown
    language) gets all rules, other languages those that need no word list.
    """
    english = language in ("en", "und")
    page = Page(text, fuse(text) if english else text)
    spans = [span for span, _ in sentences]
    speech, quotations = share_out(spoken, spans), share_out(quoted, spans)
    return tuple(
        [
            _assess(page, span, paragraph, speech.get(number), quotations.get(number), english)
            for number, (span, paragraph) in enumerate(sentences)
        ]
    )


def _assess(
    page: Page,
    span: Span,
    paragraph: int,
    speech: Sequence[Span] | None,
    quotations: Sequence[Span] | None,
    english: bool,
) -> Sentence:
    """One sentence; of one beyond all measure (`LONGEST_READ`) the beginning is looked at."""
    start, end = span
    until = end if end - start < LONGEST_READ else start + LONGEST_READ
    line = page.straight[start:until]
    words, digits = page.words(start, until)
    marks = mark(words)
    small = line.lower()
    # A few capitals (`İ`) become two small characters, and then offsets would not fit.
    same_length = small if len(small) == len(line) else line
    found = find_checkpoints(
        page.named, (start, until), same_length, words, marks, digits=digits, english=english
    )
    in_quotes = said = 0.0
    if quotations is not None:
        in_quotes = covered(quotations, start, end) / (end - start)
        found += [
            (a if a > start else start, b if b < until else until, "quotation")
            for a, b in quotations
            if a < until
        ]
    if speech is not None:
        said = covered(speech, start, end) / (end - start)
    found.sort()
    reading = Reading(line, small, words, marks, [kind for _, _, kind in found], in_quotes, said)
    kind, rule = tell_kind(reading, english=english)
    worth, reasons = weigh(reading)
    points = tuple([Checkpoint(kind, first, last) for first, last, kind in found])
    return Sentence(start, end, paragraph, kind, worth, points, reasons, rule)
