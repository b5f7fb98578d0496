"""What makes a sentence worth checking: a table of features, each with a weight.

The weights are set by hand from what checkers look for: a figure, a record, a comparison, a cause, a
deed of somebody named, in the past. What one person feels, wants or asks weighs against. Every row
can be left out by its name.
"""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.text import verbs


@dataclass(frozen=True, slots=True)
class Feature:
    """One row: a name that is shown as the reason, a weight in tenths, and words that show it.

    A row without words, and some rows with words, hold for what `worthiness.measure` sees.
    """

    name: str
    tenths: int
    words: frozenset[str] = frozenset()


FEATURES: tuple[Feature, ...] = (
    Feature("figure", 9),
    Feature("amount", 13, verbs.AMOUNTS),
    Feature("several figures", 6),
    Feature("quantity", 7, verbs.QUANTITY),
    Feature("date", 6),
    Feature("time past", 6, verbs.TIME_PAST),
    Feature("comparison", 5),
    Feature("more or less", 5, verbs.COMPARATIVE),
    Feature("cause", 3, verbs.CAUSAL),
    Feature("change", 6, verbs.CHANGE),
    Feature("deed or word of somebody", 7, verbs.REPORTING),
    Feature("past tense", 7, verbs.PAST),
    Feature("perfect", 4),
    Feature("named", 3),
    Feature("several names", 3),
    Feature("public matter", 5, verbs.PUBLIC_MATTERS),
    Feature("office", 3, verbs.OFFICES),
    Feature("absolute", 3, verbs.ABSOLUTE),
    Feature("third person", 4, verbs.THIRD_PERSON),
    Feature("long", 3),
    Feature("short", -5),
    Feature("very short", -10),
    Feature("question", -20),
    Feature("belief", -8, verbs.BELIEF),
    Feature("ought", -11, verbs.NORMATIVE | {"need"}),
    Feature("future", -10, verbs.FUTURE),
    Feature("intention", -6, verbs.INTENTION),
    Feature("possibility", -5, verbs.POSSIBILITY | {"would", "can", "if"}),
    Feature("judgement", -5, verbs.VALUING),
    Feature("courtesy", -12, verbs.COURTESY),
    Feature("address", -4, verbs.SECOND_PERSON),
    Feature("speaker's own", -5, verbs.SPEAKER),
)
