"""Dates, weekdays, months, years and times of day in English: where they stand, not what day it is."""

from __future__ import annotations

import re

from factcheck.text.values import Span
from factcheck.text.wordlists import words

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
# Day or year first, entered at its first digit. A round number that counts something is no year.
NUMBERED_DATE = re.compile(
    r"\d(?<![\w$€£¥₹.,].)(?:"
    rf"\d?(?:st|nd|rd|th)? (?:of )?{MONTH}(?!\w)(?:,? {YEAR})?"
    r"|(?:(?<=1)9|(?<=2)0)\d\d-[01]\d-[0-3]\d\b"
    r"|\d?[./]\d\d?[./](?:19|20)\d\d\b"
    r"|\d?(?:[.:][0-5]\d)?[ ]?(?:[ap]m\b|[ap]\.m\.)|\d?:[0-5]\d(?![\d:])"
    r"|(?:(?<=1)[5-9]|(?<=2)0)\d\ds?\b"
    r"(?![.,]\d|[ -](?:percent|per|people|miles|years|jobs|dollars|million|billion)|%))"
)
# A sentence has a date that begins with a name only if it has one of these.
DATE_WORDS = words("""
    january february march april may june july august september october november december jan feb mar apr
    jun jul aug sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday
    """)


def find_dates(text: str, start: int, end: int, digits: bool, named: bool) -> list[Span]:
    """Return the spans of English dates, weekdays, months, years and times of day, in order.

    `digits` and `named` say whether there is a digit and a weekday's or month's name at all.
    """
    spans = [match.span() for match in NUMBERED_DATE.finditer(text, start, end)] if digits else []
    if not named:
        return spans
    found: list[Span] = []
    for span in sorted(spans + [match.span() for match in NAMED_DATE.finditer(text, start, end)]):
        if not found or span[0] >= found[-1][1]:  # else it is in one that began before: `3 May 2023`
            found.append(span)
    return found
