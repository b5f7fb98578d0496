"""How much a sentence is worth checking, from 0 to 1, and why.

A table of features, each with a weight; the sum of those that hold goes through the logistic
function. The weights are set by hand from what checkers look for: a figure, a record, a comparison,
a cause, a deed of somebody named, in the past. What one person feels, wants or asks weighs against.
Every row can be left out by its name.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Collection
from dataclasses import dataclass

from factcheck.text import verbs
from factcheck.text.readings import Reading

# What a sentence without any feature has: about one in nine is worth a look.
BASE = -1.9
PERFECT = re.compile(
    r"\b(?:has|have|had|'ve)(?: \w{2,12}){0,2}? "
    r"(?:been|\w{2,14}(?:ed|wn|ught|ne)|gotten|lost|cut|made|said)\b"
)
# A sum of money, a large number: what somebody has counted.
AMOUNT = re.compile(r"\d(?:,\d{3}|\d{1,5})\b|(?<=[$€£¥₹])\d")


@dataclass(frozen=True, slots=True)
class Feature:
    """One row: a name that is shown as the reason, a weight, and when it holds.

    It holds for a sentence with one of `words`, or of which `holds` is true.
    """

    name: str
    weight: float
    words: frozenset[str] = frozenset()
    holds: Callable[[Reading], bool] | None = None


def has_amount(reading: Reading) -> bool:
    """Say whether a share, a sum of money or a large number is in it."""
    if "%" in reading.line or not verbs.AMOUNTS.isdisjoint(reading.vocabulary):
        return True
    return ("figure" in reading.counts or "date" in reading.counts) and AMOUNT.search(
        reading.line
    ) is not None


def in_past(reading: Reading) -> bool:
    """Say whether a form of the past shows."""
    if not verbs.PAST.isdisjoint(reading.vocabulary):
        return True
    return any(
        word[-2:] == "ed" and len(word) > 4 and word not in verbs.NO_PAST for word in reading.vocabulary
    )


def is_perfect(reading: Reading) -> bool:
    """Say whether `has`, `have` or `had` stands with a participle near behind it."""
    if verbs.PERFECT.isdisjoint(reading.vocabulary):
        return False
    return PERFECT.search(reading.line) is not None


FEATURES: tuple[Feature, ...] = (
    Feature("figure", 0.9, holds=lambda reading: "figure" in reading.counts),
    Feature("amount", 1.3, holds=has_amount),
    Feature("several figures", 0.6, holds=lambda reading: reading.counts.get("figure", 0) > 1),
    Feature("quantity", 0.7, verbs.QUANTITY),
    Feature("date", 0.6, holds=lambda reading: "date" in reading.counts),
    Feature("time past", 0.6, verbs.TIME_PAST),
    Feature("comparison", 0.5, holds=lambda reading: "comparison" in reading.counts),
    Feature("more or less", 0.5, verbs.COMPARATIVE),
    Feature("cause", 0.3, verbs.CAUSAL),
    Feature("change", 0.6, verbs.CHANGE),
    Feature("deed or word of somebody", 0.7, verbs.REPORTING),
    Feature("past tense", 0.7, holds=in_past),
    Feature("perfect", 0.4, holds=is_perfect),
    Feature("named", 0.3, holds=lambda reading: "name" in reading.counts),
    Feature("several names", 0.3, holds=lambda reading: reading.counts.get("name", 0) > 1),
    Feature("public matter", 0.5, verbs.PUBLIC_MATTERS),
    Feature("office", 0.3, verbs.OFFICES),
    Feature("absolute", 0.3, verbs.ABSOLUTE),
    Feature("third person", 0.4, verbs.THIRD_PERSON),
    Feature("long", 0.3, holds=lambda reading: len(reading.words) > 14),
    Feature("short", -0.5, holds=lambda reading: len(reading.words) < 7),
    Feature("very short", -1.0, holds=lambda reading: len(reading.words) < 5),
    Feature("question", -2.0, holds=lambda reading: "?" in reading.line[-4:]),
    Feature("belief", -0.8, verbs.BELIEF),
    Feature("ought", -1.1, verbs.NORMATIVE | {"need"}),
    Feature("future", -1.0, verbs.FUTURE),
    Feature("intention", -0.6, verbs.INTENTION),
    Feature("possibility", -0.5, verbs.POSSIBILITY | {"would", "can", "if"}),
    Feature("judgement", -0.5, verbs.VALUING),
    Feature("courtesy", -1.2, verbs.COURTESY),
    Feature("address", -0.4, verbs.SECOND_PERSON),
    Feature("speaker's own", -0.5, verbs.SPEAKER),
)


# Every word of the table with the features it stands for, one bit each, so that a sentence's words are
# looked up once and not once a feature.
BITS: dict[str, int] = {}
for number, row in enumerate(FEATURES):
    for word in row.words:
        BITS[word] = BITS.get(word, 0) | 1 << number
KNOWN = frozenset(BITS)
TESTS = tuple((1 << number, row.holds) for number, row in enumerate(FEATURES) if row.holds)


def weigh(reading: Reading, *, without: Collection[str] = ()) -> tuple[float, tuple[str, ...]]:
    """Return the check-worthiness of a sentence and the names of the features that made it.

    Names of features that lower it have a minus sign. `without` switches rows off by name.
    """
    shown = 0
    for word in reading.vocabulary & KNOWN:
        shown |= BITS[word]
    for bit, holds in TESTS:
        if holds(reading):
            shown |= bit
    total = BASE
    reasons: list[str] = []
    while shown:
        bit = shown & -shown
        shown ^= bit
        row = FEATURES[bit.bit_length() - 1]
        if row.name not in without:
            total += row.weight
            reasons.append(row.name if row.weight > 0 else "-" + row.name)
    return round(1 / (1 + math.exp(-total)), 3), tuple(reasons)
