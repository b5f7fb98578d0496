"""How values are shown: moments, changes, cells."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from factcheck.cli.histories import _change
from factcheck.cli.invocation import read_moment
from factcheck.cli.output import _cell
from factcheck.domain.ledger import GENESIS, next_event


@pytest.fixture
def new_york(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Local time five hours behind UTC in winter."""
    monkeypatch.setenv("TZ", "America/New_York")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("new_york")
def test_a_local_time_is_taken_to_utc() -> None:
    assert f"{read_moment('2026-12-31T18:00', 'WHEN'):%Y-%m-%d %H:%M}" == "2026-12-31 23:00"
    assert f"{read_moment('2026-12-31T18:00+01:00', 'WHEN'):%H:%M}" == "17:00"


def test_a_history_leaves_out_what_did_not_change() -> None:
    before = {"byline": "Ana", "orphaned": False, "revision": 1}
    after = {"byline": "Ana", "orphaned": True, "revision": 2, "moved": 0, "kept": 3}
    event = next_event(
        chain="article:bridge", length=0, head=GENESIS, at="2026-01-31T12:00:00Z", actor="Ana",
        action="claim_orphaned", entity="claim:bridge#1", before=before, after=after,
    )  # fmt: skip
    assert _change(event) == "orphaned: no → yes; revision: 1 → 2; kept: 3"


def test_a_cell_has_json_for_what_is_nested() -> None:
    assert _cell([{"ref": "bridge#1", "left": False}]) == '{"ref":"bridge#1","left":false}'
    assert [_cell(value) for value in (True, None, ["a", "b"], 3)] == ["true", "", "a | b", "3"]
