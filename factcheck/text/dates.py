"""Relative dates (`last week`, `on Tuesday`, `in March`) resolved against a given day. English.

Weekdays follow the news agencies' habit: the day's name stands for the day within a week of the
article, in the past unless the sentence looks ahead. Months without a year are the nearest in the
same direction. What could be meant in two ways (`last summer`, `recently`) is left alone.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from factcheck.text.figures import NUMBER_WORDS
from factcheck.text.readings import LONGEST_READ
from factcheck.text.written_dates import MONTHS, WEEKDAYS

WEEKDAY = "Mondays?|Tuesdays?|Wednesdays?|Thursdays?|Fridays?|Saturdays?|Sundays?"
MONTH = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|Jan\\.|Feb\\.|Mar\\.|Apr\\.|Aug\\.|Sept\\.|Oct\\.|Nov\\.|Dec\\."
)
NUMBER = "\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
YEAR_FOLLOWS = "(?!,? (?:1[5-9]|20|21)\\d\\d\\b)"
PHRASE = re.compile(
    "\\b(?:"
    "(?P<day>[Tt]he day (?:before yesterday|after tomorrow)|[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight"
    "|[Ll]ast night|[Tt]his (?:morning|afternoon|evening))"
    "|(?P<which>[Ll]ast|[Tt]his|[Nn]ext|[Tt]he (?:previous|following))"
    f" (?:(?P<unit>week(?:end)?|month|year)|(?P<named>{WEEKDAY})|(?P<that_month>{MONTH}))"
    f"|(?P<ago>{NUMBER}) (?P<ago_unit>day|week|fortnight|month|year)s? ago|(?P<decade>[Aa]) decade ago"
    f"|[Ii]n (?P<hence>{NUMBER}) (?P<hence_unit>day|week|month|year)s?(?:[’']? time)?(?! of)"
    "|(?:[Oo]ver|[Aa]t|[Dd]uring) (?P<weekend>the weekend)"
    f"|(?P<month>{MONTH}) (?P<number>[0-3]?\\d)(?:st|nd|rd|th)?(?!\\d|,\\d){YEAR_FOLLOWS}"
    f"|(?P<number2>[0-3]?\\d)(?:st|nd|rd|th)? (?P<month2>{MONTH}){YEAR_FOLLOWS}"
    "|(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ee]arly|[Ll]ate|[Mm]id-|[Oo]f|[Dd]uring) ?"
    f"(?P<month3>{MONTH}){YEAR_FOLLOWS}(?! \\d)"
    f"|(?P<weekday>{WEEKDAY})(?!,? (?:{MONTH}) \\d)"
    ")(?![\\w])"
)
LOOKS_AHEAD = re.compile(
    r"\b(?:will|won't|shall|going to|scheduled|due|plans?|planned|expected|set to|to be|upcoming|coming"
    r"|would|until|by)\b"
)
WILL = re.compile(r"\b(?:will|would|expected|scheduled|set|due|plans?|planned)\b")
# Without any past tense, a present one tells of what is to come (`The vote is on Sunday`).
PAST_TENSE = re.compile(
    r"\b(?:was|were|had|did|has|have|been|said|told|took|came|went|made|gave|began|saw|fell|rose|\w{2,20}ed)\b"
)
PRESENT_TENSE = re.compile(
    r"\b(?:is|are|takes?|opens?|closes?|begins?|starts?|ends?|comes?|goes|meets?|votes?|expires?|runs?|leaves?"
    r"|faces?|returns?|arrives?|resumes?|launches)\b"
)
# What is no single day, or counted from it: `every Tuesday`, `a week from Monday`.
HABIT = re.compile(r"(?:\b(?:every|each)|weeks? (?:from|after|before)) $")
# Days with a name of their own, and what is no day: `Black Friday`, `Sheffield Wednesday`.
FEAST = re.compile(
    r"\b(?:Black|Good|Ash|Holy|Easter|Palm|Whit|Shrove|Maundy|Cyber|Super|Bloody|Pancake|Giving"
    r"|Sheffield)[ ]$"
)
BORN = re.compile(r"\bborn (?:on )?$")
# What each phrase is counted in, so that a search is only made where one can be.
ANCHORS = re.compile(
    "day|morrow|night|morning|afternoon|evening|week|month|year|ago|"
    "Jan|Feb|Mar|Apr|May|June|July|Aug|Sept|Oct|Nov|Dec"
)
PARTS = ("day", "which", "ago", "decade", "hence", "weekend", "month", "number2", "month3", "weekday")
SHIFTS = {
    "yesterday": -1, "last night": -1, "tomorrow": 1,
    "the day before yesterday": -2, "the day after tomorrow": 2,
}  # fmt: skip
# Counting back a thousand years from here stays within the calendar.
DAYS = {"day": 1, "week": 7, "fortnight": 14}
FIRST_YEAR, LAST_YEAR = 1100, 9000


@dataclass(frozen=True, slots=True)
class ResolvedDate:
    """A relative date at `start:end`; `value` is an ISO day, or `first/last` day of an interval."""

    start: int
    end: int
    value: str


def resolve_dates(text: str, start: int, end: int, today: date) -> tuple[ResolvedDate, ...]:
    """Return the relative dates of the sentence `text[start:end]`, counted from `today`, in order."""
    if ANCHORS.search(text, start, end) is None or not FIRST_YEAR <= today.year <= LAST_YEAR:
        return ()
    end = min(end, start + LONGEST_READ)
    found: list[ResolvedDate] = []
    past = PAST_TENSE.search(text, start, end) is not None
    present = not past and PRESENT_TENSE.search(text, start, end) is not None
    for match in PHRASE.finditer(text, start, end):
        if HABIT.search(text, max(start, match.start() - 14), match.start()):
            continue
        if match["weekday"] and FEAST.search(text, max(start, match.start() - 12), match.start()):
            continue
        day = match["month"] or match["month2"]
        if day and BORN.search(text, max(start, match.start() - 12), match.start()):
            continue  # a birthday tells no year
        ahead = present or LOOKS_AHEAD.search(text, max(start, match.start() - 80), match.end()) is not None
        if past and match["hence"] and WILL.search(text, start, match.start()) is None:
            continue  # `fell by half in two weeks` tells how long it took
        value = read_phrase(match, today, ahead)
        if value:
            first = min(place for place in (match.start(group) for group in PARTS) if place >= 0)
            found.append(ResolvedDate(first, match.end(), value))
    return tuple(found)


def read_phrase(match: re.Match[str], today: date, ahead: bool) -> str | None:
    """Return the value of one phrase, or None where the calendar has no such day."""
    part = match.groupdict()
    if part["day"]:
        word = part["day"].lower()
        shift = SHIFTS.get(word, 0)
        return (today + timedelta(days=shift)).isoformat()
    if part["ago"]:
        return read_count(part["ago"], part["ago_unit"] or "", today, -1)
    if part["hence"]:
        return read_count(part["hence"], part["hence_unit"] or "", today, 1) if ahead else None
    if part["decade"]:
        return whole_year(today.year - 10)
    if part["weekend"]:
        saturday = today - timedelta(days=(today.weekday() - 5) % 7) + timedelta(weeks=1 if ahead else 0)
        return f"{saturday.isoformat()}/{(saturday + timedelta(days=1)).isoformat()}"
    if part["which"]:
        step = {"last": -1, "the previous": -1, "this": 0}.get(part["which"].lower(), 1)
        if part["unit"]:
            return read_unit(part["unit"], step, today)
        if part["named"]:
            return read_weekday(part["named"], today, ahead=step > 0, other_day=step != 0)
        return read_month(part["that_month"] or "", today, ahead=step > 0, other=step != 0)
    if part["month3"]:
        return read_month(part["month3"], today, ahead=ahead)
    if part["weekday"]:
        return read_weekday(part["weekday"], today, ahead=ahead, other_day=False)
    return read_day(
        part["month"] or part["month2"] or "", int(part["number"] or part["number2"] or 0), today, ahead
    )


def read_count(number: str, unit: str, today: date, sign: int) -> str:
    """Count back (`sign` -1) or on: days exactly, weeks to the day, months and years to the whole of them."""
    count = sign * (int(number) if number.isdigit() else NUMBER_WORDS.get(number, 1))
    if unit in DAYS:
        return (today + timedelta(days=count * DAYS[unit])).isoformat()
    if unit == "year":
        return whole_year(today.year + count)
    return whole_month(today.year, today.month + count)


def read_unit(unit: str, step: int, today: date) -> str:
    """Return the week (Monday to Sunday), weekend, month or year `step` away from that of `today`."""
    if unit == "year":
        return whole_year(today.year + step)
    if unit == "month":
        return whole_month(today.year, today.month + step)
    monday = today - timedelta(days=today.weekday()) + timedelta(weeks=step)
    first = monday + timedelta(days=5) if unit == "weekend" else monday
    return f"{first.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"


def read_weekday(name: str, today: date, *, ahead: bool, other_day: bool) -> str | None:
    """Return the nearest day of that name before or after `today`; today itself unless `other_day`.

    A plural (`on Tuesdays`) is a habit and no date.
    """
    if name.endswith("s"):
        return None
    wanted = WEEKDAYS[name.lower()]
    distance = (wanted - today.weekday()) % 7 if ahead else -((today.weekday() - wanted) % 7)
    if distance == 0 and other_day:
        distance = 7 if ahead else -7
    return (today + timedelta(days=distance)).isoformat()


def read_month(name: str, today: date, *, ahead: bool, other: bool = False) -> str:
    """Return the nearest month of that name, the present one included unless `other`."""
    month = MONTHS[name.rstrip(".").lower()]
    year = today.year
    if ahead and (month < today.month or (other and month == today.month)):
        year += 1
    elif not ahead and (month > today.month or (other and month == today.month)):
        year -= 1
    return whole_month(year, month)


def read_day(name: str, day: int, today: date, ahead: bool) -> str | None:
    """Return the nearest day and month of that name, within the half year where nothing looks ahead."""
    month = MONTHS[name.rstrip(".").lower()]
    years = (today.year - 1, today.year, today.year + 1)
    days = [date(year, month, day) for year in years if 1 <= day <= calendar.monthrange(year, month)[1]]
    fitting = [found for found in days if (found >= today if ahead else found <= today)]
    if not fitting:
        return None
    return (min(fitting) if ahead else max(fitting)).isoformat()


def whole_month(year: int, month: int) -> str:
    """Return a month's first and last day; months below 1 and above 12 run into other years."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    last = calendar.monthrange(year, month)[1]
    return f"{date(year, month, 1).isoformat()}/{date(year, month, last).isoformat()}"


def whole_year(year: int) -> str:
    """Return a year's first and last day."""
    return f"{date(year, 1, 1).isoformat()}/{date(year, 12, 31).isoformat()}"
