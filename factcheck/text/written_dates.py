"""Dates written out in full, in the forms and languages a newsroom meets.

One table of month names serves English, German, French, Spanish, Portuguese, Italian and Polish:
no name stands for two different months in them. Numbers with slashes (`3/4/2025`) are found but
not read when day and month could be exchanged, because the country is not known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

MONTH_NAMES: dict[int, str] = {
    1: "january jan januar jänner janvier janv enero ene janeiro gennaio stycznia styczeń",
    2: "february feb februar feber février févr fevereiro febrero febbraio lutego luty",
    3: "march mar märz mrz mars marzo março marca marzec",
    4: "april apr avril avr abril aprile kwietnia kwiecień",
    5: "may mai mayo maio maggio maja maj",
    6: "june jun juni juin junio junho giugno czerwca czerwiec",
    7: "july jul juli juillet juil julio julho luglio lipca lipiec",
    8: "august aug août aout agosto sierpnia sierpień",
    9: "september sept sep septembre septiembre setiembre setembro settembre września wrzesień",
    10: "october oct oktober okt octobre octubre outubro ottobre października październik",
    11: "november nov novembre noviembre novembro listopada listopad",
    12: "december dec dezember dez décembre déc diciembre dic dezembro dicembre grudnia grudzień",
}
MONTHS: dict[str, int] = {name: number for number, names in MONTH_NAMES.items() for name in names.split()}
WEEKDAY_NAMES: dict[int, str] = {
    0: "monday mon montag lundi lunes segunda-feira lunedì poniedziałek",
    1: "tuesday tue tues dienstag mardi martes terça-feira martedì wtorek",
    2: "wednesday wed mittwoch mercredi miércoles quarta-feira mercoledì środa",
    3: "thursday thu thur thurs donnerstag jeudi jueves quinta-feira giovedì czwartek",
    4: "friday fri freitag vendredi viernes sexta-feira venerdì piątek",
    5: "saturday sat samstag sonnabend samedi sábado sabato sobota",
    6: "sunday sun sonntag dimanche domingo domenica niedziela",
}
WEEKDAYS: dict[str, int] = {name: number for number, names in WEEKDAY_NAMES.items() for name in names.split()}


def any_of(names: Iterable[str]) -> str:
    """Return a pattern for any of `names`, the longest first; each first letter is looked at once."""
    ends: dict[str, list[str]] = {}
    for name in sorted(names, key=len, reverse=True):
        ends.setdefault(name[0], []).append(name[1:])
    return "(?:" + "|".join(f"{first}(?:{'|'.join(rests)})" for first, rests in ends.items()) + ")"


# A full stop belongs to a month's name only where the date goes on after it: `Mar. 3`, not `on 3 March.`
MONTH = any_of(MONTHS) + r"\b(?:\.(?=[ ]\d))?"
WEEKDAY = any_of(WEEKDAYS) + r"\b\.?"
YEAR = r"(?:1[5-9]|20|21)\d\d\b"
DATE = re.compile(
    rf"(?<!\w)(?:{WEEKDAY},?[ ](?:den[ ]|le[ ])?)?"
    r"(?:"
    rf"\b(?P<iso>{YEAR[:-2]}-[01]\d-[0-3]\d)\b"
    rf"|\b(?P<month1>{MONTH})[ ](?P<day1>[0-3]?\d)(?:st|nd|rd|th)?\b(?:,?[ ](?P<year1>{YEAR}))?"
    rf"|\b(?P<day2>[0-3]?\d)(?:st|nd|rd|th|\.|er|º)?[ ](?:of[ ]|de[ ])?(?P<month2>{MONTH})"
    rf"(?:,?[ ](?:del?[ ])?(?P<year2>{YEAR}))?"
    rf"|\b(?P<month3>{MONTH}),?[ ](?:of[ ]|del?[ ])?(?P<year3>{YEAR})"
    rf"|\b(?P<a>[0-3]?\d)(?P<mark>[./])(?P<b>[0-3]?\d)(?P=mark)(?P<year4>{YEAR})"
    r")|(?P<year5>(?:19|20)\d\d)年[ ]?(?P<month5>1?\d)月(?:[ ]?(?P<day5>[0-3]?\d)日)?",
    re.IGNORECASE,
)
# `24 may attend` is no date in May.
ALSO_ENGLISH_WORDS = frozenset({"may", "mar"})


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date as it stands in a text.

    `value` is `2025-03-03`, `2025-03` where no day is given, or None where the year is missing or
    the order of day and month is not clear.
    """

    start: int
    end: int
    value: str | None


def find_written_dates(
    text: str, start: int, end: int, *, year: int | None = None, full: bool = False
) -> Iterator[WrittenDate]:
    """Yield the written-out dates of `text[start:end]` in order.

    `year` is taken where the text gives a day and month only. With `full` only dates with a day
    and month come back. A day that the month does not have (31 June) is no date.
    """
    for match in DATE.finditer(text, start, end):
        found = match.groupdict()
        if (found["month1"] or found["month2"] or found["month3"]) in ALSO_ENGLISH_WORDS:
            continue
        value = read_match(found, year)
        if value == "" or (full and value is not None and len(value) < 10):
            continue
        yield WrittenDate(match.start(), match.end(), value)


def read_match(found: dict[str, str | None], year: int | None) -> str | None:
    """Return the ISO date of a match's named groups; None if open, an empty text if impossible."""
    if found["iso"]:
        return iso(*(int(part) for part in found["iso"].split("-")))
    if found["month3"]:
        return f"{found['year3']}-{MONTHS[found['month3'].rstrip('.').lower()]:02d}"
    if found["year5"]:
        month = int(found["month5"] or 0)
        if not found["day5"]:
            return f"{found['year5']}-{month:02d}" if 1 <= month <= 12 else ""
        return iso(int(found["year5"]), month, int(found["day5"]))
    if found["year4"]:
        first, second = int(found["a"] or 0), int(found["b"] or 0)
        return read_numbers(first, second, int(found["year4"]), found["mark"] or "")
    name, day = (found["month1"], found["day1"]) if found["month1"] else (found["month2"], found["day2"])
    month = MONTHS[(name or "").rstrip(".").lower()]
    written_year = found["year1"] or found["year2"]
    if written_year or year:
        return iso(int(written_year or year or 0), month, int(day or 0))
    return None if iso(2000, month, int(day or 0)) else ""


def read_numbers(first: int, second: int, year: int, mark: str) -> str | None:
    """Read `day.month.year`, or numbers with slashes when only one order is possible."""
    if mark == "." or first > 12 or first == second:
        return iso(year, second, first)
    return iso(year, first, second) if second > 12 else None


def iso(year: int, month: int, day: int) -> str:
    """Return `year-month-day` in ISO form, or an empty text if the calendar has no such day."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
