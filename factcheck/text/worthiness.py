"""How much a sentence is worth checking, from 0 to 1, and why.

The sum of the weights of the features that hold goes through the logistic function.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable

from factcheck.text import verbs
from factcheck.text.features import FEATURES
from factcheck.text.readings import Reading
from factcheck.text.vocabulary import BIT

# What a sentence without any feature has, in tenths: about one in nine is worth a look.
BASE = -19
# Each branch begins with its letter and looks back after it: so the search leaps from letter to letter.
PERFECT = re.compile(
    r"(?:h(?<!\wh)a(?:s|ve|d)|'(?<=\w')ve)(?: \w{2,12}){0,2}? "
    r"(?:been|\w{2,14}(?:ed|wn|ught|ne)|gotten|lost|cut|made|said)\b"
)
# A sum of money, a large number: what somebody has counted.
AMOUNT = re.compile(r"\d(?:(?:,\d{3}|\d{1,5})\b|(?<=[$€£¥₹].))")
FIGURE, SEVERAL_FIGURES, DATED = BIT["figure"], BIT["several figures"], BIT["date"]
NAMED, SEVERAL_NAMES, COMPARISON = BIT["named"], BIT["several names"], BIT["comparison"]
AMOUNTS, PAST, HAS, IS_PERFECT = BIT["amount"], BIT["past tense"], BIT["has"], BIT["perfect"]
LONG, SHORT, VERY_SHORT, QUESTION = BIT["long"], BIT["short"], BIT["very short"], BIT["question"]
# What makes a claim of the fewest words: `Vaccines cause autism.`
TELLING = BIT["cause"] | BIT["change"] | BIT["comparison"] | BIT["absolute"] | FIGURE
ALL = (1 << len(FEATURES)) - 1


def measure(reading: Reading) -> int:
    """Return the bits of the features that a sentence has."""
    line, words, marks, kinds = reading.line, reading.words, reading.marks, reading.kinds
    shown = marks & ALL
    if kinds:
        if "name" in kinds:
            shown |= NAMED if kinds.count("name") == 1 else NAMED | SEVERAL_NAMES
        if "figure" in kinds:
            shown |= FIGURE if kinds.count("figure") == 1 else FIGURE | SEVERAL_FIGURES
        if "date" in kinds:
            shown |= DATED
        if "comparison" in kinds:
            shown |= COMPARISON
    if not shown & AMOUNTS and ("%" in line or (shown & (FIGURE | DATED) and AMOUNT.search(line))):
        shown |= AMOUNTS
    if not shown & PAST and "ed" in reading.small and has_past(words):
        shown |= PAST
    if marks & HAS and PERFECT.search(line):
        shown |= IS_PERFECT
    count = len(words)
    if count > 14:
        shown |= LONG
    elif count < 7:
        if count >= 5:
            shown |= SHORT
        elif not shown & TELLING:
            shown |= SHORT | VERY_SHORT
    if "?" in line[-4:]:
        shown |= QUESTION
    return shown


def has_past(words: Iterable[str]) -> bool:
    """Say whether a word looks like a regular past tense."""
    return not verbs.NO_PAST.issuperset([word for word in words if word[-2:] == "ed" and len(word) > 4])


def add_up(shown: int) -> tuple[int, tuple[str, ...]]:
    """Return the sum of the features in `shown`, in tenths, and their names."""
    rows = [row for row in FEATURES if shown & BIT[row.name]]
    return sum(row.tenths for row in rows), tuple(
        row.name if row.tenths > 0 else "-" + row.name for row in rows
    )


# The features are added up eight at a time: what each byte of `shown` comes to.
FIRST, SECOND, THIRD, FOURTH = (
    [add_up(byte << shift) for byte in range(256)] for shift in range(0, len(FEATURES), 8)
)
LEAST = BASE + sum(row.tenths for row in FEATURES if row.tenths < 0)
MOST = BASE + sum(row.tenths for row in FEATURES if row.tenths > 0)
WORTH = [round(1 / (1 + math.exp(-tenths / 10)), 3) for tenths in range(LEAST, MOST + 1)]


def weigh(reading: Reading, *, without: Iterable[str] = ()) -> tuple[float, tuple[str, ...]]:
    """Return the check-worthiness of a sentence and the names of the features that made it.

    Names of features that lower it have a minus sign. `without` switches rows off by name.
    """
    shown = measure(reading)
    for name in without:
        shown &= ~BIT[name]
    first, second = FIRST[shown & 255], SECOND[shown >> 8 & 255]
    third, fourth = THIRD[shown >> 16 & 255], FOURTH[shown >> 24]
    tenths = BASE + first[0] + second[0] + third[0] + fourth[0]
    return WORTH[tenths - LEAST], first[1] + second[1] + third[1] + fourth[1]
