"""The spans inside a sentence that a checker ticks one by one.

Figures, dates, names, titles, quotations and comparisons, each as the exact words of the text.
Where two would overlap, a date comes before a figure and both before a name.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence, Set

from factcheck.text.figures import WORDED_ANCHORS, find_figures, find_worded
from factcheck.text.proper_names import find_names
from factcheck.text.readings import lowered
from factcheck.text.roles import ROLES, find_titles
from factcheck.text.values import Checkpoint, CheckpointKind, Span
from factcheck.text.wordlists import words
from factcheck.text.written_dates import find_written_dates

MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)|Apr(?:il|\.)|May|June?|July?|Aug(?:ust|\.)|Sept?(?:ember|\.)"
    r"|Oct(?:ober|\.)|Nov(?:ember|\.)|Dec(?:ember|\.))"
)
YEAR = r"(?:1[5-9]|20|21)\d\d\b"
# Month or weekday first; `May` and `March` alone are ordinary words. The first letter is looked for
# before anything else, which is fast.
NAMED_DATE = re.compile(
    r"(?=[JFMASONDTW])\b(?:"
    rf"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:,? {MONTH} \d{{1,2}}(?:,? {YEAR})?)?\b"
    rf"|{MONTH} \d{{1,2}}(?:st|nd|rd|th)?\b(?!,\d)(?:,? {YEAR})?|{MONTH},? {YEAR}"
    r"|(?:January|February|April|June|July|August|September|October|November|December)\b)"
)
# Day or year first. A round number that counts something is no year.
NUMBERED_DATE = re.compile(
    r"(?=\d)(?<![\w$€£¥₹.,])(?:"
    rf"\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{MONTH}(?!\w)(?:,? {YEAR})?"
    r"|(?:19|20)\d\d-[01]\d-[0-3]\d\b"
    r"|(?:1[5-9]|20)\d\ds?\b"
    r"(?![.,]\d|[ -](?:percent|per|people|miles|years|jobs|dollars|million|billion)|%))"
)
DATE_WORDS = words("""
    january february march april may june july august september october november december jan feb mar apr
    jun jul aug sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday
    """)
DIGIT = re.compile(r"\d")
COMPARED = words("""
    than least most best worst times twice first only last record doubled tripled quadrupled halved
    outnumber outnumbered outnumbers surpassed surpasses exceeded exceeds
    """)
# Words in -est that compare nothing.
NO_SUPERLATIVE = (
    r"\w{0,6}(?:interest|forest|west|rest|test|guest|request|harvest|honest|modest|invest|chest|priest)\b"
)
COMPARISON = re.compile(
    r"\b(?:one of (?:the|its|their|his|her) (?:\w{2,20} ){0,2}(?:most|least|best|worst|\w{2,14}est)\b"
    r"|the (?:\w{2,12} )?(?:most|least) (?!of\b)\w{3,20}"
    rf"|the (?:\w{{2,12}}[ -])?(?!{NO_SUPERLATIVE})\w{{2,14}}est\b|the (?:best|worst)\b"
    r"|(?:twice|(?:two|three|four|five|six|ten|\d{1,3}) times) (?:as (?:many|much|\w{3,12})(?: as\b)?"
    r"|(?:more|higher|larger|bigger|greater|faster)(?: than\b)?|the\b)"
    r"|(?:more|less|fewer|higher|lower|larger|bigger|smaller|greater|better|worse|faster|slower|older|younger|earlier"
    r"|later|longer|shorter|stronger|weaker|cheaper|richer|poorer|rather|other)(?: \w{2,20})? than\b"
    r"|(?:at least|at most|up to|as many as|as much as|as few as|no more than|no fewer than|no less than)\b"
    r"|the (?:first|only|last) (?:\w{3,20} ){0,2}(?:ever|to|in|of|since)\b|the first time\b"
    r"|(?:record|all-time|record-breaking)(?:[- ](?:high|low|number|level|profits?|sales|numbers))?\b"
    r"|(?:doubled|tripled|quadrupled|halved|outnumber(?:ed|s)?|surpass(?:ed|es)|exceed(?:ed|s)))\b"
)
# Quotations within quotations that may begin before a sentence and reach into it.
MOST_NESTED = 4
Taken = tuple[int, int, CheckpointKind]
DATED: CheckpointKind = "date"
NAMED: CheckpointKind = "name"
COMPARING: CheckpointKind = "comparison"
QUOTED: CheckpointKind = "quotation"
ROUGH = words("nearly almost roughly approximately around over under")
ROUGHLY = re.compile(r"\b(?:nearly|almost|roughly|approximately|around|over|under)(?= [$€£¥]?\d)")


def find_checkpoints(
    text: str, span: Span, tokens: Set[str], *, quoted: Sequence[Span] = (), language: str = "en"
) -> tuple[Checkpoint, ...]:
    """Return the checkpoints of the sentence at `span`, in text order.

    `tokens` is the set of the sentence's words in small letters: what has no word that could begin a
    kind of checkpoint is not searched for it. `quoted` are the text's quotations in order.
    Comparisons, titles and figures in words are known for English only.
    """
    start, end = span
    english = language in ("en", "und")
    digits = DIGIT.search(text, start, end) is not None
    if english:
        dates = find_dates(text, start, end, digits, not DATE_WORDS.isdisjoint(tokens))
    else:
        dates = [(date.start, date.end) for date in find_written_dates(text, start, end)] if digits else []
    taken = [(first, last, DATED) for first, last in dates]
    if digits:
        take("figure", [figure.span for figure in find_figures(text, start, end)], taken)
    if english and not WORDED_ANCHORS.isdisjoint(tokens):
        take("figure", list(find_worded(text, start, end)), taken)
    if english and (roles := ROLES & tokens):
        take("title", find_titles(text, start, end, roles), taken)
    names = find_names(text, start, end)
    found = taken + [
        (first, last, NAMED) for first, last in (leftovers(text, names, taken) if taken else names)
    ]
    if english:
        compared = find_comparisons(text, start, end, digits, tokens)
        found += [(first, last, COMPARING) for first, last in compared]
    if quoted:
        found += [(max(a, start), min(b, end), QUOTED) for a, b in overlapping(quoted, start, end)]
    found.sort()
    return tuple([Checkpoint(kind, first, last) for first, last, kind in found])


def take(kind: CheckpointKind, spans: Sequence[Span], taken: list[Taken]) -> None:
    """Add to `taken` those of `spans` that overlap nothing in it, and keep it in order."""
    if not spans:
        return
    free = outside(spans, taken) if taken else spans
    taken += [(first, last, kind) for first, last in free]
    taken.sort()


def find_dates(text: str, start: int, end: int, digits: bool, named: bool) -> list[Span]:
    """Return the spans of English dates, weekdays, months and years, in order.

    `digits` and `named` say whether there is a digit and a weekday's or month's name at all.
    """
    spans: list[Span] = []
    if digits:
        spans = [match.span() for match in NUMBERED_DATE.finditer(text, start, end)]
    if named:
        names = [match.span() for match in NAMED_DATE.finditer(text, start, end)]
        spans = sorted(names + outside(spans, names))
    return spans


def find_comparisons(text: str, start: int, end: int, digits: bool, tokens: Set[str]) -> list[Span]:
    """Return the spans of comparisons, superlatives and roundings, in order."""
    spans: list[Span] = []
    low = ""
    if (
        not COMPARED.isdisjoint(tokens)
        or text.find("est ", start, end) > 0
        or text.find("up to", start, end) > 0
    ):
        low = lowered(text, start, end)
        spans = [match.span() for match in COMPARISON.finditer(low)]
    if digits and not ROUGH.isdisjoint(tokens):
        spans += [match.span() for match in ROUGHLY.finditer(low or lowered(text, start, end))]
    return [(start + first, start + last) for first, last in spans]


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


def leftovers(text: str, spans: Iterable[Span], taken: Sequence[Taken]) -> Iterator[Span]:
    """Yield `spans` without what is in `taken`: of `President Ana Duarte` the title is taken."""
    index = 0
    for start, end in spans:
        while index < len(taken) and taken[index][1] <= start:
            index += 1
        if index < len(taken) and taken[index][0] <= start:
            start = taken[index][1]
        elif index < len(taken) and taken[index][0] < end:
            end = taken[index][0]
        while start < end and text[start] in " \u00a0":
            start += 1
        while start < end and text[end - 1] in " \u00a0":
            end -= 1
        if end - start > 1 and text[start].isupper():
            yield start, end


def overlapping(spans: Sequence[Span], start: int, end: int) -> Iterator[Span]:
    """Yield those of the ordered `spans` that reach into `start:end`; a few may lie within each other."""
    index = max(0, bisect_left(spans, (start, start)) - MOST_NESTED)
    while index < len(spans) and spans[index][0] < end:
        if spans[index][1] > start:
            yield spans[index]
        index += 1
