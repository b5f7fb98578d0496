"""A newsroom moves between SQLite and PostgreSQL, and nothing is lost on the way."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from factcheck.errors import Conflict, IntegrityFailure, NotFound
from factcheck.services.copying import copy_database
from factcheck.services.databases import open_database
from factcheck.services.doctor import examine_database
from factcheck.services.reading import Wanted, list_articles, list_claims
from factcheck.services.registering import merge_sources
from factcheck.store.columns import Base
from factcheck.store.engine import Sessions
from tests import postgres
from tests.making import ED, approve, ingest
from tests.store.test_migrations import fill


def rows(sessions: Sessions) -> dict[str, list[tuple[object, ...]]]:
    """Everything that a database holds."""
    with sessions.read() as session:
        return {
            table.name: [tuple(row) for row in session.execute(select(table).order_by(*table.primary_key))]
            for table in Base.metadata.sorted_tables
        }


def made(location: str) -> dict[str, list[tuple[object, ...]]]:
    """A database with rows in every table, and a source merged into a later one."""
    opened = open_database(location)
    fill(opened)
    ingest(opened, "“It will hold,” Zoe Quill said. Ana Abbot said it would not.", "later")
    merge_sources(opened, ED, "Ana Abbot", "Zoe Quill")
    held = rows(opened)
    opened.close()
    return held


def check(location: str, held: dict[str, list[tuple[object, ...]]]) -> None:
    """The copy holds the same, is sound, finds words and goes on."""
    opened = open_database(location)
    assert rows(opened) == held
    assert examine_database(opened) == []
    assert [claim.ref for claim in list_claims(opened, Wanted(query="hold"))] == ["later#1"]
    ingest(opened, "A third story came in.", "third")
    approve(opened, "third#1")
    assert [article.slug for article in list_articles(opened)] == ["bridge", "later", "third"]
    assert examine_database(opened) == []
    opened.close()


def test_to_a_server_and_back(sqlite_database: str, server_database: str, tmp_path: Path) -> None:
    held = made(sqlite_database)
    back = str(tmp_path / "back.db")
    copied = copy_database(sqlite_database, server_database)
    assert copied.rows == sum(map(len, held.values()))
    assert copied.events == len(held["events"])
    assert copy_database(server_database, back) == copied
    check(server_database, held)
    check(back, held)


def test_only_an_empty_database_is_copied_into(sqlite_database: str, server_database: str) -> None:
    opened = open_database(server_database)
    ingest(opened)
    opened.close()
    made(sqlite_database)
    with pytest.raises(Conflict, match="data in the target"):
        copy_database(sqlite_database, server_database)
    with pytest.raises(Conflict, match="data in the target"):
        copy_database(server_database, sqlite_database)


def test_a_broken_ledger_is_not_copied(server_database: str, tmp_path: Path) -> None:
    made(server_database)
    forged = "UPDATE events SET actor = 'Eve' WHERE seq = 1"
    postgres.execute(server_database, f"ALTER TABLE events DISABLE TRIGGER ALL; {forged}")
    with pytest.raises(IntegrityFailure):
        copy_database(server_database, str(tmp_path / "copy.db"))
    assert not (tmp_path / "copy.db").exists()


def test_a_database_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    missing, target = tmp_path / "missing.db", tmp_path / "target.db"
    with pytest.raises(NotFound, match="no database"):
        copy_database(str(missing), str(target))
    assert list(tmp_path.iterdir()) == []
