from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from factcheck.errors import BadInput, DatabaseUnusable, FactcheckError, NotFound, OutputFailed
from factcheck.services.databases import (
    backup_database,
    current_version,
    open_database,
    restore_database,
    upgrade_database,
)
from factcheck.services.doctor import examine_database
from factcheck.services.reading import list_articles
from factcheck.store import schema
from factcheck.store.engine import Sessions
from tests import postgres
from tests.making import approve, ingest

FORGED_TEXT = """
UPDATE revisions SET text = replace(text, '4 million', '9 million');
UPDATE claims SET text = replace(text, '4 million', '9 million');
"""
COMMON_FAULTS = {
    "UPDATE claims SET verdict = 'false' WHERE n = 1": "its verdict is 'false'; the ledger says 'verified'",
    "UPDATE claims SET status = 'published' WHERE n = 1": "the ledger says 'approved'",
    "UPDATE claims SET approved_by = 'Eve' WHERE n = 1": "its approved by is 'Eve'; the ledger says 'Ed'",
    "UPDATE claims SET note = 'Forged.' WHERE n = 2": "its note is 'Forged.'; the ledger says None",
    "UPDATE claims SET text = 'Forged.' WHERE n = 2": "doesn't stand in the text",
    "UPDATE revisions SET text = replace(text, '4 million', '5 million')": "doesn't match its hash",
    FORGED_TEXT: "its text is not what came in",
    "UPDATE articles SET byline = 'By Eve'": "its byline is not what came in",
    "UPDATE claims SET kind = 'opinion' WHERE n = 2": "its reading is not what came in",
    "DELETE FROM checkpoints; DELETE FROM claims WHERE n = 3": "its claims is not what came in",
    "UPDATE evidence SET stance = 'refutes'": "evidence 1 is not what the ledger says",
    "UPDATE evidence SET url = 'https://forged.example/'": "evidence 1 is not what the ledger says",
    "DELETE FROM evidence": "evidence 1 is not what the ledger says",
    "UPDATE status_counts SET claims = 3 WHERE status = 'unchecked'": "counts 3 claims unchecked; it has 2",
    "INSERT INTO policies (toml, set_by, set_at) VALUES ('x', 'Eve', '2026-01-01')": "policies are not those",
    "UPDATE alembic_version SET version_num = '0000'": "never was one",
}
FAULTS = COMMON_FAULTS | {
    "UPDATE revisions SET original = x'00'": "its original is not what came in",
    "DROP TRIGGER events_no_delete": "trigger events_no_delete",
    "DROP TRIGGER events_no_update; UPDATE events SET after = '{' WHERE seq = 2": "can't be read",
    "DELETE FROM claim_words_docsize WHERE id = 1": "index of words",
    "PRAGMA foreign_keys = OFF; UPDATE claims SET article_id = 99 WHERE n = 3": "points at a row",
}
FAULTS_ON_A_SERVER = COMMON_FAULTS | {
    "UPDATE revisions SET original = '\\x00'": "its original is not what came in",
    "DROP TRIGGER events_no_change ON events": "trigger events_no_change",
    "ALTER TABLE seals DISABLE TRIGGER ALL": "trigger seals_no_change",
}


@pytest.fixture
def database(sqlite_database: str) -> str:
    """A file: what is said of a server's database has its own tests below."""
    return sqlite_database


@pytest.fixture
def filled(sessions: Sessions) -> Sessions:
    ingest(sessions)
    approve(sessions)
    return sessions


def test_a_sound_database_has_no_findings(filled: Sessions) -> None:
    assert examine_database(filled) == []


@pytest.mark.parametrize("fault", FAULTS)
def test_the_doctor_finds(filled: Sessions, database: str, fault: str) -> None:
    filled.close()
    with sqlite3.connect(database) as opened:
        opened.executescript(fault)
    opened.close()
    try:
        found = examine_database(open_database(database))
    except DatabaseUnusable as refused:
        found = [refused.message]
    assert any(FAULTS[fault] in finding for finding in found), found


def test_a_backup_is_a_whole_database_and_restores(filled: Sessions, database: str, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    assert backup_database(filled, copy) == copy.stat().st_size
    ingest(filled, "Something later.", "later")
    filled.close()
    aside = restore_database(database, copy)
    assert [article.slug for article in list_articles(filled)] == ["bridge"]
    assert examine_database(filled) == []
    assert aside is not None
    before = open_database(str(aside))
    assert [article.slug for article in list_articles(before)] == ["bridge", "later"]
    before.close()


@pytest.mark.parametrize("damage", ["cut", "overwritten"])
def test_a_backup_takes_the_place_of_a_file_that_is_no_database_any_more(
    filled: Sessions, database: str, tmp_path: Path, damage: str
) -> None:
    backup_database(filled, tmp_path / "copy.db")
    filled.close()
    file = Path(database)
    broken = file.read_bytes()[:20_000] if damage == "cut" else b"hello"
    for ending in ("-wal", "-shm"):
        Path(f"{database}{ending}").unlink(missing_ok=True)
    file.write_bytes(broken)
    aside = restore_database(database, tmp_path / "copy.db")
    assert [article.slug for article in list_articles(filled)] == ["bridge"]
    assert aside is not None
    assert aside.read_bytes()[:100] == broken[:100]


@pytest.mark.parametrize("name", ["b#1.db", "b?x=y.db", "b%41.db", "b c.db"])
def test_a_file_may_be_called_what_it_likes(filled: Sessions, tmp_path: Path, name: str) -> None:
    backup_database(filled, tmp_path / name)
    target = tmp_path / f"restored-{name}"
    assert restore_database(str(target), tmp_path / name) is None
    restored = open_database(str(target))
    assert [article.slug for article in list_articles(restored)] == ["bridge"]
    restored.close()
    assert not (tmp_path / "b").exists()


def test_a_backup_is_as_private_as_the_database(filled: Sessions, database: str, tmp_path: Path) -> None:
    Path(database).chmod(0o600)
    backup_database(filled, tmp_path / "copy.db")
    assert (tmp_path / "copy.db").stat().st_mode & 0o777 == 0o600


def test_a_backup_never_replaces_a_file(filled: Sessions, tmp_path: Path) -> None:
    (tmp_path / "copy.db").write_text("mine")
    with pytest.raises(OutputFailed, match="exists already"):
        backup_database(filled, tmp_path / "copy.db")
    with pytest.raises(OutputFailed, match="can be written"):
        backup_database(filled, tmp_path / "missing" / "copy.db")
    assert (tmp_path / "copy.db").read_text() == "mine"


def test_what_is_no_backup_is_not_restored(filled: Sessions, database: str, tmp_path: Path) -> None:
    (tmp_path / "letter").write_text("Dear editor" * 100)
    (tmp_path / "empty").touch()
    with pytest.raises(NotFound):
        restore_database(database, tmp_path / "missing")
    for name in ("letter", "empty"):
        with pytest.raises(DatabaseUnusable):
            restore_database(database, tmp_path / name)
    with pytest.raises(BadInput, match="Only a SQLite file"):
        restore_database("postgresql://host/db", tmp_path / "letter")
    assert [article.slug for article in list_articles(filled)] == ["bridge"]


def test_a_database_tells_its_version(database: str, tmp_path: Path) -> None:
    assert current_version(database) == (schema.head(), schema.head())
    assert upgrade_database(database) == (schema.head(), schema.head())
    with pytest.raises(NotFound):
        current_version(str(tmp_path / "missing.db"))
    assert upgrade_database(str(tmp_path / "new.db")) == (None, schema.head())


@pytest.mark.parametrize("fault", FAULTS_ON_A_SERVER)
def test_the_doctor_finds_it_on_a_server(server_database: str, fault: str) -> None:
    sessions = open_database(server_database)
    ingest(sessions)
    approve(sessions)
    assert examine_database(sessions) == []
    sessions.close()
    postgres.execute(server_database, fault)
    try:
        opened = open_database(server_database)
        found = examine_database(opened)
        opened.close()
    except DatabaseUnusable as refused:
        found = [refused.message]
    assert any(FAULTS_ON_A_SERVER[fault] in finding for finding in found), found


def test_a_server_is_never_migrated_silently(server_database: str) -> None:
    postgres.execute(server_database, "DROP SCHEMA public CASCADE; CREATE SCHEMA public")
    with pytest.raises(DatabaseUnusable, match="empty") as refused:
        open_database(server_database)
    assert "factcheck db upgrade --database postgresql://" in (refused.value.hint or "")
    assert upgrade_database(server_database) == (None, schema.head())
    opened = open_database(server_database)
    assert examine_database(opened) == []
    opened.close()


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("postgresql://nobody@127.0.0.1:9/none", "can't be reached"),
        ("postgres://nobody@127.0.0.1:9/none", "can't be reached"),
        ("{}_missing", "no database of that name"),
        ("mysql://root@localhost/x", "doesn't keep its data in mysql"),
    ],
)
def test_what_is_wrong_with_a_server_is_said(server_database: str, url: str, said: str) -> None:
    path, _, query = server_database.partition("?")
    with pytest.raises(FactcheckError, match=said):
        open_database(url.replace("{}", path) + (f"?{query}" if "{}" in url else ""))


def test_a_server_is_backed_up_by_its_own_tools(server_database: str, tmp_path: Path) -> None:
    opened = open_database(server_database)
    with pytest.raises(BadInput, match="PostgreSQL"):
        backup_database(opened, tmp_path / "copy.db")
    opened.close()
