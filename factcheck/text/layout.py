"""Where an article's parts stand: headline, byline, date line, dateline, paragraphs, speakers.

A newsroom's text arrives as lines. The first few are looked at as a head; what they are is said by
form alone (length, final full stop, `By`, a date and nothing else), so that no part of an article
is lost when the guess is wrong: what is not recognised is a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from factcheck.text.datelines import read_dateline
from factcheck.text.heads import is_byline, is_headline, is_lone_headline, read_date_line
from factcheck.text.lines import read_lines
from factcheck.text.speakers import find_labels
from factcheck.text.values import DateLine, Span
from factcheck.text.written_dates import find_written_dates

# Lines that can come before the report itself: headline, deck, byline, role, date, section.
HEAD_LINES = 6
# Paragraphs before the one with the dateline: a deck, an editor's note.
DATELINE_PARAGRAPHS = 3
# What stands above the headline of a press release.
NOTICE = re.compile(
    r"(?:FOR IMMEDIATE RELEASE|(?:Press|News|Media|PRESS|NEWS|MEDIA) (?:Release|RELEASE)"
    r"|EMBARGOED\b[^\n]{0,80}):?"
)


@dataclass(frozen=True, slots=True)
class Layout:
    """The parts of one article, as spans into its normalised text.

    `paragraphs` are those of the body, in order, without dateline and speakers' labels. Each of
    `speakers` is the index of a paragraph and the span of the label (`SMITH:`) that stands before
    it. `date` may lie within the dateline or at the end of the headline's line.
    """

    headline: Span | None
    byline: Span | None
    dateline: Span | None
    date: DateLine | None
    paragraphs: tuple[Span, ...]
    speakers: tuple[tuple[int, Span], ...]


def read_layout(text: str, *, published: date | None = None, language: str = "en") -> Layout:
    """Return the parts of `text`, which is normalised and in the language of that ISO 639-1 code.

    The year of `published` completes a date that has none. A text that is only a headline has no
    paragraphs; one line that reads as a sentence is a paragraph (see `is_lone_headline`).
    """
    year = published.year if published else None
    lines = read_lines(text)
    labels = find_labels(text, lines)
    headline: Span | None = None
    byline: Span | None = None
    dated: DateLine | None = None
    body: list[int] = []
    notices: list[int] = []  # above the headline of a press release
    for index, line in enumerate(lines[:HEAD_LINES]):
        if index in labels:
            body.append(index)
        elif headline is None and not body and NOTICE.fullmatch(text, *line):
            notices.append(index)
        elif found := read_date_line(text, line, year=year):
            dated = dated or found
        elif byline is None and is_byline(text, line, below_headline=headline is not None and not body):
            byline = line
        elif headline is None and not body and heads_the_rest(text, lines, index, year):
            headline, in_line = split_date(text, line, year)
            dated = dated or in_line
        else:
            body.append(index)
    body = notices + body
    body.extend(range(min(HEAD_LINES, len(lines)), len(lines)))
    opening = [lines[index] for index in body[:DATELINE_PARAGRAPHS]]
    dateline, begins = (None, 0) if labels else find_dateline(text, opening, language)
    if dateline and not dated:
        found_dates = find_written_dates(text, *dateline, year=year, full=True)
        dated = next((DateLine((found.start, found.end), found.value) for found in found_dates), None)
    paragraphs: list[Span] = []
    speakers: list[tuple[int, Span]] = []
    for index in body:
        start, end = lines[index]
        if index in labels:
            speakers.append((len(paragraphs), labels[index]))
            start = labels[index][1]
        elif dateline and start == dateline[0]:
            start = begins
        while start < end and text[start].isspace():
            start += 1
        if start < end:
            paragraphs.append((start, end))
    spoken = tuple(label for label in speakers if label[0] < len(paragraphs))
    return Layout(headline, byline, dateline, dated, tuple(paragraphs), spoken)


def heads_the_rest(text: str, lines: Sequence[Span], index: int, year: int | None) -> bool:
    """Say whether line `index` is the headline of the first line below that can be body."""
    line = lines[index]
    if read_dateline(text, *line, colon=False):
        return False
    for below in lines[index + 1 :]:
        if not read_date_line(text, below, year=year) and not is_byline(text, below, below_headline=True):
            return is_headline(text, line, below, dated=read_dateline(text, *below) is not None)
    return is_lone_headline(text, line)


def split_date(text: str, line: Span, year: int | None) -> tuple[Span, DateLine | None]:
    """Part a headline from a date with weekday and year at its end (`... ants Tuesday, May 5, 2015`)."""
    start, end = line
    if not text[end - 1].isdigit():
        return line, None
    for found in find_written_dates(text, start, end, year=year, full=True):
        written = text[found.start : found.end]
        weekday_first = written[0].isalpha() and written.count(",") > 1
        if found.end == end and found.start > start and found.value and weekday_first:
            headline = text[start : found.start].rstrip(" ,|–—-")
            return (start, start + len(headline)), DateLine((found.start, found.end), found.value)
    return line, None


def find_dateline(text: str, paragraphs: Sequence[Span], language: str) -> tuple[Span | None, int]:
    """Return the first dateline of the opening paragraphs and where its report begins."""
    for start, end in paragraphs:
        if found := read_dateline(text, start, end, language=language):
            return found
    return None, 0
