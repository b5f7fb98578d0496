from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import text

from factcheck.errors import DatabaseUnusable, UsageError
from factcheck.services.reading import list_articles
from factcheck.store import schema
from factcheck.store.opening import open_database
from tests.making import ingest


@pytest.fixture
def database(sqlite_database: str) -> str:
    """Opening a file; what a server says is tested with the services."""
    return sqlite_database


def test_a_database_is_made_on_first_use_and_nothing_else_is_left(tmp_path: Path) -> None:
    sessions = open_database(str(tmp_path / "new.db"))
    assert schema.current(sessions.engine) == schema.head()
    sessions.close()
    assert [file.name for file in tmp_path.iterdir()] == ["new.db"]


def test_an_empty_file_becomes_a_database(tmp_path: Path) -> None:
    (tmp_path / "new.db").touch()
    sessions = open_database(str(tmp_path / "new.db"))
    assert list_articles(sessions) == []
    sessions.close()


def test_the_pragmas_are_set(database: str) -> None:
    sessions = open_database(database)
    with sessions.read() as session:
        values = {
            name: session.scalar(text(f"PRAGMA {name}"))
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    sessions.close()
    assert values == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_a_file_that_is_no_database_is_refused_untouched(tmp_path: Path) -> None:
    file = tmp_path / "letter.db"
    file.write_text("Dear editor, this is a letter.")
    with pytest.raises(DatabaseUnusable, match="not a SQLite database"):
        open_database(str(file))
    assert file.read_text() == "Dear editor, this is a letter."


def test_somebody_elses_database_is_refused_untouched(tmp_path: Path) -> None:
    file = tmp_path / "recipes.db"
    with sqlite3.connect(file) as theirs:
        theirs.execute("CREATE TABLE recipes (name TEXT)")
    theirs.close()
    before = file.read_bytes()
    with pytest.raises(DatabaseUnusable, match="recipes"):
        open_database(str(file))
    assert file.read_bytes() == before


def test_a_database_of_a_newer_version_is_refused(database: str) -> None:
    with sqlite3.connect(database) as newer:
        newer.execute("UPDATE alembic_version SET version_num = '9999'")
    newer.close()
    with pytest.raises(DatabaseUnusable, match="newer factcheck"):
        open_database(database)


@pytest.mark.parametrize("location", ["mysql://host/db", "nonsense://x", "postgresql+nodriver://host/db"])
def test_a_database_that_factcheck_doesnt_know_is_refused(location: str) -> None:
    with pytest.raises(UsageError):
        open_database(location)


def test_a_folder_and_a_missing_folder_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(DatabaseUnusable, match="is a folder"):
        open_database(str(tmp_path))
    with pytest.raises(DatabaseUnusable, match="no folder"):
        open_database(str(tmp_path / "missing" / "x.db"))


def test_a_database_that_may_only_be_read_can_be_read(database: str) -> None:
    sessions = open_database(database)
    ingest(sessions)
    sessions.close()
    sessions = open_database(f"sqlite:///file:{database}?mode=ro&uri=true")
    assert [article.slug for article in list_articles(sessions)] == ["bridge"]
    with pytest.raises(DatabaseUnusable, match="read but not written"):
        ingest(sessions, "Another text came in.", "other")
    sessions.close()
