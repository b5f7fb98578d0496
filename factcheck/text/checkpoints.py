"""The spans inside a sentence that a checker ticks one by one.

Figures, dates, names, titles, quotations and comparisons, each as the exact words of the text.
Where two would overlap, a date comes before a figure and both before a name.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence, Set

from factcheck.text.figures import FIGURE, WORDED_ANCHORS, find_worded
from factcheck.text.proper_names import find_names
from factcheck.text.roles import ROLES, find_titles
from factcheck.text.values import Checkpoint, CheckpointKind, Span
from factcheck.text.wordlists import words
from factcheck.text.written_dates import find_written_dates

MONTH = (
    "(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)|Apr(?:il|\\.)|May|June?|July?|Aug(?:ust|\\.)|Sept?(?:ember|\\.)"
    "|Oct(?:ober|\\.)|Nov(?:ember|\\.)|Dec(?:ember|\\.))"
)
WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
# Written dates begin with a capital or a digit, which keeps the search fast; `May` needs its day or year.
DATE = re.compile(
    rf"\b(?:{WEEKDAY}(?:,? {MONTH} \d{{1,2}}(?:,? (?:1[5-9]|20|21)\d\d\b)?)?"
    rf"|{MONTH} \d{{1,2}}(?:st|nd|rd|th)?\b(?!,\d)(?:,? (?:1[5-9]|20|21)\d\d\b)?"
    rf"|{MONTH},? (?:1[5-9]|20|21)\d\d\b"
    r"|(?:January|February|April|June|July|August|September|October|November|December)\b"
    rf"|\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{MONTH}\b(?:,? (?:1[5-9]|20|21)\d\d\b)?"
    r"|(?:19|20)\d\d-[01]\d-[0-3]\d\b"
    r"|(?<![$€£¥₹.,])(?:1[5-9]|20)\d\ds?\b"
    r"(?![.,]\d|[ -](?:percent|per|people|miles|years|jobs|dollars|million|billion)|%))"
)
COMPARED = words("""
    than least most largest biggest highest lowest smallest greatest fastest slowest longest shortest oldest
    youngest newest richest poorest best worst strongest weakest cheapest deadliest busiest tallest deepest
    hottest coldest wettest driest heaviest earliest latest safest largest-ever twice double triple times
    nearly almost around roughly approximately over under up first only last record doubled tripled
    quadrupled halved outnumber outnumbered outnumbers surpassed surpasses exceeded exceeds all-time
    record-breaking
    """)
COMPARISON = re.compile(
    r"\b(?:one of (?:the|its|their|his|her) (?:\w{2,20} ){0,2}(?:most|least|best|worst|\w{2,14}est)\b"
    r"|the (?:\w{2,12} )?(?:most|least) (?!of\b)\w{3,20}"
    r"|the (?:\w{2,12}[ -])?(?:largest|biggest|highest|lowest|smallest|greatest|fastest|slowest|longest"
    r"|shortest|oldest|youngest|newest|richest|poorest|best|worst|strongest|weakest|cheapest|deadliest|busiest|tallest|deepest|hottest"
    r"|coldest|wettest|driest|heaviest|earliest|safest)\b"
    r"|(?:twice|(?:two|three|four|five|six|ten|\d{1,3}) times) (?:as (?:many|much|\w{3,12})(?: as\b)?"
    r"|(?:more|higher|larger|bigger|greater|faster)(?: than\b)?|the\b)"
    r"|(?:more|less|fewer|higher|lower|larger|bigger|smaller|greater|better|worse|faster|slower|older|younger|earlier"
    r"|later|longer|shorter|stronger|weaker|cheaper|richer|poorer|rather|other)(?: \w{2,20})? than\b"
    r"|(?:at least|at most|up to|as many as|as much as|as few as|no more than|no fewer than|no less than)\b"
    r"|(?:nearly|almost|roughly|approximately|around|over|under)(?= [$€£¥]?\d)"
    r"|the (?:first|only|last) (?:\w{3,20} ){0,2}(?:ever|to|in|of|since)\b|the first time\b"
    r"|(?:record|all-time|record-breaking)(?:[- ](?:high|low|number|level|profits?|sales|numbers))?\b"
    r"|(?:doubled|tripled|quadrupled|halved|outnumber(?:ed|s)?|surpass(?:ed|es)|exceed(?:ed|s)))\b",
    re.IGNORECASE,
)


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
    dates = list(find_dates(text, start, end, english))
    taken = list(dates)
    found: list[Checkpoint] = [Checkpoint("date", a, b) for a, b in dates]

    def add(kind: CheckpointKind, spans: Iterable[Span]) -> None:
        """Keep the spans that overlap nothing kept before."""
        free = outside(spans, taken)
        found.extend(Checkpoint(kind, a, b) for a, b in free)
        taken.extend(free)
        taken.sort()

    add("figure", (match.span() for match in FIGURE.finditer(text, start, end)))
    if english and not WORDED_ANCHORS.isdisjoint(tokens):
        add("figure", find_worded(text, start, end))
    if english and not ROLES.isdisjoint(tokens):
        add("title", find_titles(text, start, end))
    add("name", leftovers(text, find_names(text, start, end), taken))
    if english and not COMPARED.isdisjoint(tokens):
        found += [Checkpoint("comparison", *match.span()) for match in COMPARISON.finditer(text, start, end)]
    found += [Checkpoint("quotation", max(a, start), min(b, end)) for a, b in overlapping(quoted, start, end)]
    found.sort(key=lambda point: (point.start, point.end))
    return tuple(found)


def find_dates(text: str, start: int, end: int, english: bool) -> Iterator[Span]:
    """Yield the spans of written dates, weekdays, months and years."""
    if english:
        for match in DATE.finditer(text, start, end):
            yield match.span()
    elif any(character.isdigit() for character in text[start:end]):
        for date in find_written_dates(text, start, end):
            yield date.start, date.end


def outside(spans: Iterable[Span], taken: Sequence[Span]) -> list[Span]:
    """Return those of `spans` that overlap none of `taken`; both are in text order."""
    free: list[Span] = []
    index = 0
    for start, end in spans:
        while index < len(taken) and taken[index][1] <= start:
            index += 1
        if index == len(taken) or taken[index][0] >= end:
            free.append((start, end))
    return free


def leftovers(text: str, spans: Iterable[Span], taken: Sequence[Span]) -> Iterator[Span]:
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
    """Yield those of the ordered `spans` that reach into `start:end`."""
    index = max(0, bisect_left(spans, (start, start)) - 1)
    while index < len(spans) and spans[index][0] < end:
        if spans[index][1] > start:
            yield spans[index]
        index += 1
