"""Tampering: whatever somebody who can write the file does to the ledger, verification names it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from factcheck.domain.ledger import GENESIS, next_event
from factcheck.errors import IntegrityFailure, NotFound, UsageError
from factcheck.services.databases import open_database
from factcheck.services.ledgers import latest_seal, seal_ledger, verify_ledger
from tests import postgres
from tests.making import ED, approve, ingest

CHAIN = "article:bridge"


@pytest.fixture
def database(sqlite_database: str) -> str:
    """A file, which one can tamper with byte by byte; a server's rows are at the end."""
    return sqlite_database


@pytest.fixture
def told(database: str) -> tuple[Path, str]:
    """A database with a few events and a checkpoint: its file, and the checkpoint's hash."""
    sessions = open_database(database)
    ingest(sessions)
    ingest(sessions, "Another story.", "other")
    approve(sessions, "bridge#1")
    seal = seal_ledger(sessions, ED)
    approve(sessions, "bridge#2")
    assert verify_ledger(sessions, head=seal.hash).events == 8
    sessions.close()
    return Path(database), seal.hash


def tamper(file: Path, act: Callable[[sqlite3.Connection], object]) -> None:
    """Do something to the file that the triggers would refuse."""
    with sqlite3.connect(file) as opened:
        for (name,) in opened.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            opened.execute(f"DROP TRIGGER {name}")
        act(opened)
    opened.close()


def verify(file: Path, head: str | None = None) -> None:
    sessions = open_database(str(file))
    try:
        verify_ledger(sessions, head=head)
    finally:
        sessions.close()


def event(opened: sqlite3.Connection, seq: int) -> int:
    found = opened.execute("SELECT id FROM events WHERE chain = ? AND seq = ?", (CHAIN, seq)).fetchone()
    return int(found[0])


def sql(statement: str, *values: object) -> Callable[[sqlite3.Connection], object]:
    return lambda opened: opened.execute(statement, values)


def swap(opened: sqlite3.Connection) -> None:
    first, second = event(opened, 2), event(opened, 3)
    columns = "at, actor, action, entity, before, after, hash"
    query = f"SELECT {columns} FROM events WHERE id = ?"
    rows = [opened.execute(query, (one,)).fetchone() for one in (first, second)]
    marks = ", ".join(f"{name.strip()} = ?" for name in columns.split(","))
    for target, row in ((first, rows[1]), (second, rows[0])):
        opened.execute(f"UPDATE events SET {marks} WHERE id = ?", (*row, target))


def flip_a_byte(opened: sqlite3.Connection) -> None:
    row = opened.execute("SELECT id, after FROM events WHERE chain = ? AND seq = 3", (CHAIN,)).fetchone()
    opened.execute(
        "UPDATE events SET after = ? WHERE id = ?", (row[1].replace("verified", "verifiee", 1), row[0])
    )


BYTES = "UPDATE events SET actor = x'00ff' WHERE chain = ? AND seq = 3"
LETTERS = "UPDATE events SET after = CAST(x'ff' AS TEXT) WHERE chain = ? AND seq = 3"
AFTER = "UPDATE events SET after = ? WHERE chain = ? AND seq = 3"


def cut_the_tail(opened: sqlite3.Connection) -> None:
    opened.execute("DELETE FROM events WHERE chain = ? AND seq = 7", (CHAIN,))


def cut_the_tail_and_mend_the_head(opened: sqlite3.Connection) -> None:
    opened.execute("DELETE FROM events WHERE chain = ? AND seq > 3", (CHAIN,))
    head = opened.execute("SELECT hash FROM events WHERE chain = ? AND seq = 3", (CHAIN,)).fetchone()[0]
    opened.execute("UPDATE chains SET length = 3, head = ? WHERE name = ?", (head, CHAIN))


DELETE, CHANGE_CHAIN = "DELETE FROM events WHERE chain = ?", "UPDATE chains SET head = ? WHERE name = ?"
CHANGE = "UPDATE events SET actor = 'Eve' WHERE chain = ? AND seq = 4"
TAMPERINGS: dict[str, tuple[Callable[[sqlite3.Connection], object], str]] = {
    "a byte flipped": (flip_a_byte, "event 3 was altered"),
    "an actor changed": (sql(CHANGE, CHAIN), "event 4 was altered"),
    "the first deleted": (sql(f"{DELETE} AND seq = 1", CHAIN), "event 1 is missing"),
    "one deleted": (sql(f"{DELETE} AND seq = 5", CHAIN), "event 5 is missing"),
    "the last deleted": (cut_the_tail, "event 7 is missing: the end was cut off"),
    "all deleted": (sql(DELETE, CHAIN), "event 1 is missing"),
    "two swapped": (swap, "event 2 was altered"),
    "the head changed": (sql(CHANGE_CHAIN, "f" * 64, CHAIN), "its head doesn't match"),
    "the head deleted": (sql("DELETE FROM chains WHERE name = ?", CHAIN), "its history was removed"),
    "the tail cut and the head mended": (
        cut_the_tail_and_mend_the_head,
        "event 4 is missing: the end was cut",
    ),
    "JSON broken": (sql(AFTER, "{", CHAIN), "event 3 was altered: it can't be read"),
    "letters broken": (sql(LETTERS, CHAIN), "event 3 was altered: it can't"),
    "a number that JSON doesn't have": (sql(AFTER, '{"version": NaN}', CHAIN), "event 3 was altered"),
    "a number too large": (sql(AFTER, '{"version": 99999999999999999999}', CHAIN), "event 3 was altered"),
    "half a letter": (sql(AFTER, '{"note": "\\ud800"}', CHAIN), "event 3 was altered"),
    "a list for an object": (sql(AFTER, "[1]", CHAIN), "event 3 was altered"),
    "bytes for a name": (sql(BYTES, CHAIN), "event 3"),
    "an event before the first": (
        sql(
            "INSERT INTO events (chain, seq, at, actor, action, entity, prev_hash, hash)"
            " VALUES (?, 0, '', 'Eve', 'x', 'x', 'x', 'x')", CHAIN,
        ),
        "event 1 is missing",
    ),
    "a checkpoint's memory broken": (sql("UPDATE seals SET heads = '[['"), "checkpoint 1 was altered"),
    "a checkpoint changed": (sql("UPDATE seals SET root = ?", "f" * 64), "checkpoint 1 was altered"),
    "a checkpoint's memory changed": (sql("UPDATE seals SET heads = '[]'"), "checkpoint 1 was altered"),
}  # fmt: skip


@pytest.mark.parametrize("name", TAMPERINGS)
def test_tampering_is_named(told: tuple[Path, str], name: str) -> None:
    file, head = told
    act, said = TAMPERINGS[name]
    tamper(file, act)
    with pytest.raises(IntegrityFailure, match=said):
        verify(file)
    with pytest.raises(IntegrityFailure):
        verify(file, head)


def rewrite(opened: sqlite3.Connection) -> None:
    """Rebuild the whole chain around a changed event, consistently."""
    rows = opened.execute(
        "SELECT id, at, actor, action, entity, before, after FROM events WHERE chain = ? ORDER BY seq",
        (CHAIN,),
    ).fetchall()
    last: str = GENESIS
    made: list[tuple[int, Any]] = []
    for number, (key, at, actor, action, entity, before, after) in enumerate(rows):
        made.append(
            (
                key,
                next_event(
                    chain=CHAIN, length=number, head=last, at=at, actor="Eve" if number == 2 else actor,
                    action=action, entity=entity, before=before and json.loads(before),
                    after=after and json.loads(after),
                ),
            )
        )  # fmt: skip
        last = made[-1][1].hash
    opened.execute("UPDATE events SET prev_hash = 'x' || id, hash = 'y' || id WHERE chain = ?", (CHAIN,))
    for key, event in made:
        opened.execute(
            "UPDATE events SET actor = ?, prev_hash = ?, hash = ? WHERE id = ?",
            (event.actor, event.prev_hash, event.hash, key),
        )
    opened.execute("UPDATE chains SET head = ? WHERE name = ?", (last, CHAIN))


def test_a_chain_rewritten_whole_contradicts_the_checkpoint(told: tuple[Path, str]) -> None:
    file, head = told
    tamper(file, rewrite)
    with pytest.raises(IntegrityFailure, match="a checkpoint sealed"):
        verify(file, head)


def test_from_inside_alone_a_whole_rewrite_with_its_checkpoints_gone_cant_be_seen(
    told: tuple[Path, str],
) -> None:
    file, head = told
    tamper(file, rewrite)
    tamper(file, sql("DELETE FROM seals"))
    verify(file)
    with pytest.raises(IntegrityFailure, match="not in this ledger"):
        verify(file, head)


def test_an_article_removed_with_its_chain_contradicts_the_checkpoint(told: tuple[Path, str]) -> None:
    file, head = told

    def remove(opened: sqlite3.Connection) -> None:
        opened.execute("DELETE FROM events WHERE chain = 'article:other'")
        opened.execute("DELETE FROM chains WHERE name = 'article:other'")
        opened.execute("DELETE FROM claims WHERE article_id = (SELECT id FROM articles WHERE slug = 'other')")
        opened.execute("DELETE FROM articles WHERE slug = 'other'")

    tamper(file, remove)
    with pytest.raises(IntegrityFailure, match="article:other: it is missing"):
        verify(file, head)


def test_there_is_no_checkpoint_before_the_first(database: str) -> None:
    sessions = open_database(database)
    with pytest.raises(NotFound, match="sealed"):
        latest_seal(sessions)
    first, second = seal_ledger(sessions, ED), seal_ledger(sessions, ED)
    assert (second.n, second.prev_hash) == (2, first.hash)
    assert latest_seal(sessions) == second
    sessions.close()


@pytest.mark.parametrize("head", ["", "zz", "F" * 64, "0" * 63])
def test_what_is_no_hash_raises_no_alarm(database: str, head: str) -> None:
    sessions = open_database(database)
    with pytest.raises(UsageError, match="no checkpoint's hash"):
        verify_ledger(sessions, head=head)
    sessions.close()


ON_A_SERVER = {
    "UPDATE events SET actor = 'Eve' WHERE chain = 'article:bridge' AND seq = 2": "event 2",
    "UPDATE events SET after = '{}' WHERE chain = 'article:bridge' AND seq = 2": "event 2",
    "DELETE FROM events WHERE chain = 'article:bridge' AND seq = 1": "article:bridge",
    "DELETE FROM events WHERE chain = 'article:bridge' AND seq > 2": "article:bridge",
    "UPDATE chains SET length = length - 1 WHERE name = 'article:bridge'": "article:bridge",
    "UPDATE seals SET root = hash": "checkpoint 1",
}


@pytest.mark.parametrize("tampering", ON_A_SERVER)
def test_tampering_is_named_on_a_server(server_database: str, tampering: str) -> None:
    sessions = open_database(server_database)
    ingest(sessions)
    approve(sessions, "bridge#1")
    seal_ledger(sessions, ED)
    approve(sessions, "bridge#2")
    verify_ledger(sessions)
    unlocked = "ALTER TABLE events DISABLE TRIGGER ALL; ALTER TABLE seals DISABLE TRIGGER ALL;"
    postgres.execute(server_database, f"{unlocked} {tampering}")
    with pytest.raises(IntegrityFailure, match=ON_A_SERVER[tampering]):
        verify_ledger(sessions)
    sessions.close()
