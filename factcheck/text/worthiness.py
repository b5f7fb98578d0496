"""How much a sentence is worth checking, from 0 to 1, and why.

A table of features, each with a weight; the sum of those that hold goes through the logistic
function. The weights are set by hand from what checkers look for: a figure, a record, a comparison,
a cause, a deed of somebody named, in the past. What one person feels, wants or asks weighs against.
Every row can be left out by its name.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection
from dataclasses import dataclass

from factcheck.text import verbs
from factcheck.text.readings import Reading

# What a sentence without any feature has: about one in nine is worth a look.
BASE = -2.1


@dataclass(frozen=True, slots=True)
class Feature:
    """One row: a name that is shown as the reason, a weight, and when it holds."""

    name: str
    weight: float
    holds: Callable[[Reading], bool]


def has(vocabulary: frozenset[str]) -> Callable[[Reading], bool]:
    """Return the test whether a sentence has one of the words of `vocabulary`."""
    return lambda reading: not vocabulary.isdisjoint(reading.vocabulary)


def in_past(reading: Reading) -> bool:
    """Say whether a form of the past shows."""
    if not verbs.PAST.isdisjoint(reading.vocabulary):
        return True
    return any(word.endswith("ed") and len(word) > 4 for word in reading.words)


FEATURES: tuple[Feature, ...] = (
    Feature("figure", 1.5, lambda reading: reading.count("figure") > 0),
    Feature("several figures", 0.7, lambda reading: reading.count("figure") > 1),
    Feature("quantity", 0.8, has(verbs.QUANTITY)),
    Feature("date", 0.6, lambda reading: reading.count("date") > 0),
    Feature("time past", 0.5, has(verbs.TIME_PAST)),
    Feature("comparison", 0.8, lambda reading: reading.count("comparison") > 0),
    Feature("cause", 0.3, has(verbs.CAUSAL)),
    Feature("change", 0.6, has(verbs.CHANGE)),
    Feature("deed or word of somebody", 0.7, has(verbs.REPORTING)),
    Feature("past tense", 0.8, in_past),
    Feature("named", 0.4, lambda reading: reading.count("name") > 0),
    Feature("several names", 0.3, lambda reading: reading.count("name") > 1),
    Feature("public matter", 0.4, has(verbs.PUBLIC_MATTERS)),
    Feature("absolute", 0.3, has(verbs.ABSOLUTE)),
    Feature("third person", 0.2, has(verbs.THIRD_PERSON)),
    Feature("long", 0.4, lambda reading: len(reading.words) > 14),
    Feature("very long", 0.2, lambda reading: len(reading.words) > 25),
    Feature("short", -1.2, lambda reading: len(reading.words) < 7),
    Feature("question", -2.0, lambda reading: "?" in reading.line[-4:]),
    Feature("belief", -0.9, has(verbs.BELIEF)),
    Feature("ought", -1.1, has(verbs.NORMATIVE)),
    Feature("future", -1.0, has(verbs.FUTURE | {"going"})),
    Feature("possibility", -0.5, has(verbs.POSSIBILITY | {"would", "can", "if"})),
    Feature("judgement", -0.4, has(verbs.VALUING)),
    Feature("courtesy", -1.2, has(verbs.COURTESY)),
    Feature("address", -0.4, has(verbs.SECOND_PERSON)),
    Feature("first person", -0.3, has(verbs.FIRST_PERSON)),
)


def weigh(reading: Reading, *, without: Collection[str] = ()) -> tuple[float, tuple[str, ...]]:
    """Return the check-worthiness of a sentence and the names of the features that made it.

    Names of features that lower it have a minus sign. `without` switches rows off by name.
    """
    total = BASE
    reasons: list[str] = []
    for feature in FEATURES:
        if feature.name not in without and feature.holds(reading):
            total += feature.weight
            reasons.append(feature.name if feature.weight > 0 else f"-{feature.name}")
    return round(1 / (1 + math.exp(-total)), 3), tuple(reasons)
