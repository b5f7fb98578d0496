"""Figures as they are written in news: with currency, scale and unit, in digits or in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.text.values import Span
from factcheck.text.wordlists import words

SCALES: dict[str, float] = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "k": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "bn": 1e9,
    "b": 1e9,
    "tn": 1e12,
}
# Units that belong to the figure before them; the percent sign and currencies stand by themselves.
UNITS = "|".join(
    sorted(
        words("""
            percent pct cent cents dollar dollars euro euros pound pounds yen yuan ruble rubles rupee rupees
            year years month months week weeks day days hour hours minute minutes second seconds kilometre
            kilometres kilometer kilometers metre metres meter meters mile miles feet foot inch inches acre
            acres hectare hectares ton tons tonne tonnes kilogram kilograms kg km mph degree degrees gallon
            gallons barrel barrels megawatt megawatts gigawatt gigawatts MW GW GB point points
            """)
        | {
            "percentage point",
            "percentage points",
            "basis point",
            "basis points",
            "per cent",
            "square miles",
        },
        key=lambda unit: (-len(unit), unit),
    )
)
# Units that stand right at their figure: `50mph`, `12kg`, `41C`, `20,000sq ft`.
GLUED = (
    "mph|kph|km/h|km2?|cm|mm|m2|ft|in|yds?|kg|mg|g|lbs?|oz|(?<!1)st|pc|pp|p|°[CF]?|C|F|[kKMGT]B|[MG]bps|[kMGT]Wh?|[kMG]?Hz"
    "|b?hp|cl|ml|l|ha|sq ?(?:ft|m|km|miles)|cc|ppm|dB|mins?|hrs?|secs?"
)
# `218 million`, `$5.3bn`, `75-day`, `12.5 percent`, `€3`, `40%`. A time (`10:30`), a version (`2.0.1a`)
# or the tail of a word (`G20`) is none. The pattern begins with a digit and looks back after it, so that
# the search leaps from digit to digit; the currency sign before it is looked for afterwards.
FIGURE = re.compile(
    r"(?P<number>\d(?<![\w:/.,].)\d{0,14}(?:[.,]\d{1,12}){0,5})"
    r"(?:(?P<scale>(?:bn|tn|mn|[kmb])\b|[ -](?:hundred|thousand|million|billion|trillion|bn|tn|mn|m)\b))?"
    rf"(?P<unit>[ ]?%|[ \u2013-](?:{UNITS})\b|(?:{GLUED})(?!\w))?(?![\w/]|:\d)"
)
CURRENCY = re.compile(r"(?:(?<![A-Za-z])(?:US|AU?|CA?|HK|NZ|S))?[$€£¥₹][ ]?$")
ONES = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen
    """
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
NUMBER_WORDS: dict[str, int] = {name: value for value, name in enumerate(ONES.split())} | {
    name: value * 10 for value, name in enumerate(TENS.split(), start=2)
}
SMALL = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
# `one in five`, `two-thirds`, `half of`, `twenty-five million`, `dozens of`, `a million`.
# The first letters are looked at before anything else, which is three times as fast.
WORDED = re.compile(
    r"\b(?=\d|one|zero|t(?:w[eo]|h[iro]|e)|fi|fo[ur]|s[ie]|e[il]|nin|nea|an?[ -]|alm|ha|qu|do|hu|mi|bi|tr)"
    rf"(?:(?:{SMALL}|nearly one|almost one) (?:in|out of) (?:every )?(?:{SMALL}|\d{{1,4}})"
    rf"|(?:(?:{SMALL}|an?)[ -])?(?:thirds?|quarters?|fifths?|tenths?)(?= of\b)"
    rf"|(?:{SMALL}|an?)[ -](?:thirds?|quarters?|fifths?|tenths?)(?=[.,;])"
    r"|(?:one |a )?half(?= (?:of|the|a)\b)"
    rf"|(?:(?:{SMALL}|several|an?|\d{{1,3}}) )?"
    rf"(?:dozens?|hundreds?|thousands?|millions?|billions?|trillions?)(?: (?:{UNITS}))?"
    rf"|(?:{SMALL})(?:-(?:{SMALL}))?(?:[ -](?:hundred|thousand|million|billion|trillion)){{0,2}}"
    rf"(?:[ -](?:{UNITS}))?)\b"
)
# A sentence has a figure in words only if it has one of these.
WORDED_ANCHORS = (
    frozenset(NUMBER_WORDS)
    | words("""
        half third thirds quarter quarters fifth fifths tenth tenths dozen dozens hundred hundreds thousand
        thousands million millions billion billions trillion trillions
        """)
) - {"zero", "one"}


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in digits: its value with the scale in it, its currency sign and unit as written.

    `value` is None where the digits can be read in two ways or none (`1.234.567`, `10,5`). `step` is
    what its last digit counts, for a round number (`1,200`) the hundreds or more that it may be
    rounded to, yet no more than its second digit: who writes `200` does not mean 160.
    """

    span: Span
    value: float | None
    currency: str
    unit: str
    step: float


def find_figures(text: str, start: int, end: int) -> Iterator[Figure]:
    """Yield the figures in digits of `text[start:end]`, in order."""
    for match in FIGURE.finditer(text, start, end):
        first = begin_currency(text, start, match.start())
        currency = text[first : match.start()].strip()
        scale = (match["scale"] or "").strip(" -")
        unit = (match["unit"] or "").strip(" -\u2013")
        value = read_number(match["number"])
        if value is not None:
            value *= SCALES.get(scale, 1.0)
        step = last_digit(match["number"]) * SCALES.get(scale, 1.0)
        yield Figure((first, match.end()), value, currency, unit, step)


def find_figure_spans(text: str, start: int, end: int) -> list[Span]:
    """Return where the figures in digits of `text[start:end]` stand, in order, without reading them."""
    return [
        (begin_currency(text, start, match.start()), match.end())
        for match in FIGURE.finditer(text, start, end)
    ]


def begin_currency(text: str, start: int, first: int) -> int:
    """Return where the currency sign before the digit at `first` begins; `first` if there is none."""
    if first > start and text[first - 1] in "$€£¥₹ ":
        sign = CURRENCY.search(text, max(start, first - 4), first)
        if sign:
            return sign.start()
    return first


def last_digit(digits: str) -> float:
    """Return what the last digit counts: 0.1 for `12.5`, 1 for `45`, 100 for `1,200`, 10 for `200`."""
    _, point, fraction = digits.partition(".")
    if point:
        return 10.0 ** -len(fraction)
    plain = digits.replace(",", "")
    zeros = len(plain) - len(plain.rstrip("0"))
    return 10.0 ** min(zeros, len(plain) - 2) if zeros > 1 else 1.0


def read_number(digits: str) -> float | None:
    """Read `1,234.5` in the English way; None where the groups make no number (`1.2.3`)."""
    whole, _, fraction = digits.partition(".")
    groups = whole.split(",")
    if "," in fraction or "." in fraction or any(len(group) != 3 for group in groups[1:]):
        return None
    return float("".join(groups) + ("." + fraction if fraction else ""))


def find_worded(small: str) -> list[Span]:
    """Return the spans of figures in words in `small`, a text in small letters; `one` alone is none."""
    return [match.span() for match in WORDED.finditer(small) if match.group() not in ("one", "zero")]
