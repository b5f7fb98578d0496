"""No kind of speaker that was once read right is lost, and nobody else gets the words."""

from __future__ import annotations

import tomllib

import pytest

from tests.bench.speakers import TABLE, cells_of, measure, outcome, read_ours

# Floors in percent, a little below what is reached: exact, and the most that may go to somebody else.
FLOORS = {"en": (87, 0), "de": (87, 0), "fr": (90, 0), "es": (90, 0)}


@pytest.mark.parametrize("language", FLOORS)
def test_who_speaks_is_found_in_every_kind_of_phrase(language: str) -> None:
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    shares = measure(f"ours, {language}", cells_of(table[language]), read_ours(language))
    exact, other = FLOORS[language]
    assert shares["exact"] >= exact
    assert shares["other"] <= other


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (["The agency that runs the weir"], "exact"),
        (["The agency"], "part"),
        (["the weir"], "other"),
        (["The agency that runs the weir", "the weir"], "other"),
        ([], "nobody"),
    ],
)
def test_the_wrong_mouth_is_told_from_a_short_one(found: list[str], expected: str) -> None:
    assert outcome("The agency that runs the weir", found) == expected
