"""What a connection to a server is told, and how its refusals are told on."""

from __future__ import annotations

import pytest
from sqlalchemy import make_url
from sqlalchemy.exc import IntegrityError, OperationalError

from factcheck.store.engine import _server_arguments
from factcheck.store.faults import fault


@pytest.mark.parametrize(
    ("query", "behind"),
    [("", ""), ("?options=-c%20lock_timeout%3D5s", " -c lock_timeout=5s")],
)
def test_what_the_url_sets_stands_behind_ours(query: str, behind: str) -> None:
    told = _server_arguments(make_url(f"postgresql+psycopg://desk@db.example/news{query}"))
    ours = "-c lock_timeout=30s -c default_transaction_isolation=read\\ committed"
    assert told["options"] == ours + behind


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("UNIQUE constraint failed: users.key", "conflict"),
        ("duplicate key value violates unique constraint", "conflict"),
        ("CHECK constraint failed: status", "database_unusable"),
    ],
)
def test_only_what_two_wrote_at_once_is_a_conflict(said: str, code: str) -> None:
    assert fault(IntegrityError("INSERT", {}, Exception(said))).code == code


def test_a_deadlock_is_told_as_one() -> None:
    said = "deadlock detected DETAIL: Process 1 waits for ShareLock; blocked by process 2."
    assert "waited for each other" in fault(OperationalError("UPDATE", {}, Exception(said))).message
