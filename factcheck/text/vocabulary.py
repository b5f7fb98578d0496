"""Every word that a rule asks for, with the classes it belongs to, one bit a class.

A sentence's words are looked up here once. Which features it has, which rules can hold and which
patterns are worth searching for is then seen in one number.
"""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.text import verbs
from factcheck.text.comparisons import COMPARED, ROUGH
from factcheck.text.english_dates import DATE_WORDS
from factcheck.text.features import FEATURES
from factcheck.text.figures import WORDED_ANCHORS
from factcheck.text.roles import ROLES

# The features come first, in the order of their table.
CLASSES: dict[str, frozenset[str]] = {row.name: row.words for row in FEATURES} | {
    "auxiliary": verbs.AUXILIARIES,
    "has": verbs.PERFECT,
    "plan": verbs.PLANS,
    "forecast": verbs.FORECASTS,
    "may": verbs.POSSIBILITY,
    "should": verbs.NORMATIVE,
    "needs": verbs.NEEDS,
    "thought": verbs.THOUGHTS,
    "day or month": DATE_WORDS,
    "number": WORDED_ANCHORS,
    "role": ROLES,
    "compared": COMPARED,
    "rough": ROUGH,
}
BIT: dict[str, int] = {name: 1 << place for place, name in enumerate(CLASSES)}
MARKS: dict[str, int] = {}
for name, members in CLASSES.items():
    for member in members:
        MARKS[member] = MARKS.get(member, 0) | BIT[name]
KNOWN = frozenset(MARKS)


def mark(in_order: Iterable[str]) -> int:
    """Return the bits of all classes that the words, in small letters, belong to."""
    marks = 0
    for word in KNOWN.intersection(in_order):
        marks |= MARKS[word]
    return marks
