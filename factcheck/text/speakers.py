"""Labels of speakers in transcripts: `SMITH:`, `Q:`, `Jane Roe (host):` at a line's beginning."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from factcheck.text.values import Span
from factcheck.text.wordlists import words

LONGEST = 60
SHOUTED = re.compile(
    r"(?:[A-ZÀ-Þ][A-ZÀ-Þ.,'’\- ]{1,40}|[QA]\.?)(?:[ ]?\([^()\n:]{1,30}\))?"
    r"(?:, [A-ZÀ-Þ][A-ZÀ-Þ' ]{1,30})?:(?=\s|$)"
)
NAMED = re.compile(
    r"[A-ZÀ-Þ][\w.'’\-]{1,24}(?:[ ][A-ZÀ-Þ][\w.'’\-]{0,24}){0,3}(?:[ ]?\([^()\n:]{1,30}\))?:(?=\s|$)"
)
# When it was said, before the label: `[10:32] SMITH:`, `00:01:15 Smith:`.
TIMED = re.compile(
    r"(?:\[\d{1,2}:\d\d(?::\d\d)?\]|\(\d{1,2}:\d\d(?::\d\d)?\)|\d{1,2}:\d\d(?::\d\d)?)(?:[ ][-–—])?[ ]"
)
# Questions and answers of a hearing, without a colon.
ASKED = re.compile(r"[QA]\.(?=\s)")
# Words before a colon that call out and do not speak.
CALLS = words("""
    UPDATE UPDATED NOTE WATCH BREAKING RELATED PHOTO PHOTOS VIDEO READ CORRECTION EXCLUSIVE ANALYSIS OPINION
    BYLINE FACT CLAIM VERDICT RATING SOURCE SOURCES WARNING MORE LISTEN ALSO FACTBOX TIMELINE ALERT URGENT
    FILE NOTES UPDATES CORRECTIONS CLARIFICATION DISCLAIMER DISCLOSURE VIDEOS AUDIO IMAGE CAPTION CREDIT
    GRAPHIC INFOGRAPHIC MAP CHART LIVE TIP TIPS SUMMARY BACKGROUND CONTEXT KEY ADVERTISEMENT
    """)
# What such a label may also end in (`EDITOR’S NOTE`, `Late Update`).
_CALLS_AT_END = words("NOTE NOTES UPDATE CORRECTION CLARIFICATION")
# Of them what also gives news (`Sources: Duarte to resign`).
_GIVING = words("SOURCE SOURCES ANALYSIS")


def calls_out(label: str) -> bool:
    """Whether a label without its colon announces something, and is nobody (`NOTE`, `Photo`)."""
    parts = [part.strip(".,()").upper() for part in label.split()]
    return bool(parts) and (parts[0] in CALLS or parts[-1] in _CALLS_AT_END)


def gives_news(label: str) -> bool:
    """Whether a label that calls out in a transcript is a source in a headline."""
    return label.upper() in _GIVING


def find_labels(text: str, lines: Sequence[Span]) -> dict[int, Span]:
    """Return the label's span by the index of its line; empty where the text is no transcript.

    Capitals are enough once a second line has a label too; names in small letters must come back,
    and two of them must talk; `Q.` must be followed by `A.`.
    """
    shouted: dict[int, Span] = {}
    named: dict[int, Span] = {}
    asked: dict[int, Span] = {}
    for index, (start, end) in enumerate(lines):
        if text[start] in "QA" and (match := ASKED.match(text, start, end)):
            asked[index] = match.span()
            continue
        if text.find(":", start, min(end, start + LONGEST)) < 0:
            continue
        timed = TIMED.match(text, start, end) if text[start] in "[(0123456789" else None
        start = timed.end() if timed else start
        head = min(end, start + LONGEST)
        if match := SHOUTED.match(text, start, head):
            if not calls_out(match.group()[:-1]):
                shouted[index] = match.span()
        elif (match := NAMED.match(text, start, head)) and not calls_out(match.group()[:-1]):
            named[index] = match.span()
    times = Counter(text[start:end] for start, end in named.values())
    again = {label for label, count in times.items() if count > 1}
    talking = {index: span for index, span in named.items() if text[span[0] : span[1]] in again}
    if len(again) < 2 and not shouted:
        talking = {}
    if {text[start] for start, _ in asked.values()} == {"Q", "A"}:
        shouted |= asked
    labels = shouted | talking
    return labels if len(labels) > 1 else {}
