"""How much of a chain had happened by a moment, whatever a clock did for a while."""

from __future__ import annotations

import pytest

from factcheck.domain.replay import happened_by


@pytest.mark.parametrize(
    ("stamps", "moment", "count"),
    [
        ("", "5", 0),
        ("1234", "0", 0),
        ("1234", "2", 2),
        ("1223", "2", 3),
        ("1234", "9", 4),
        ("19234", "3", 4),  # one clock was ahead: what came behind it had happened
        ("19234", "1", 1),
        ("17823", "3", 5),
        ("45167", "3", 0),  # one was behind: what came before it had not
        ("45167", "5", 2),
        ("45167", "6", 4),
    ],
)
def test_the_fewest_times_are_disbelieved(stamps: str, moment: str, count: int) -> None:
    assert happened_by(list(stamps), moment) == count
