"""Backups taken while others write: a moment of the database, with all that was acknowledged before it."""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from factcheck.domain.actors import Actor
from factcheck.errors import IntegrityFailure
from factcheck.services.databases import backup_database, open_database, restore_database
from factcheck.services.doctor import examine_database
from factcheck.services.ledgers import seal_ledger, verify_ledger
from factcheck.services.reading import list_articles
from factcheck.store.engine import Sessions
from tests import postgres
from tests.making import ED, approve, ingest

WRITERS = 2
TIMES = 3


@contextmanager
def others_writing(database: str) -> Iterator[list[str]]:
    """Let others take articles in and approve claims, all the while; the slugs of what they have done."""
    done, enough = [], threading.Event()
    begun = threading.Barrier(WRITERS + 1, timeout=60)

    def write(writer: int) -> None:
        sessions, number = open_database(database), 0
        while not enough.is_set():
            number += 1
            slug = f"story-{writer}-{number}"
            text = f"Bridge {writer} cost {number} million euros. It opened in 1932."
            ingest(sessions, text, slug, Actor(f"Writer {writer}"))
            approve(sessions, f"{slug}#1")
            done.append(slug)
            if number == 1:
                begun.wait()
        sessions.close()

    threads = [threading.Thread(target=write, args=(writer,)) for writer in range(WRITERS)]
    for thread in threads:
        thread.start()
    try:
        begun.wait()
        yield done
    finally:
        enough.set()
        for thread in threads:
            thread.join()


def check_moment(database: str, before: list[str], after: list[str]) -> None:
    """See that a copy is sound, has all that was done before it was begun, and nothing from nowhere."""
    sessions = open_database(database)
    assert examine_database(sessions) == []
    there = {article.slug for article in list_articles(sessions)}
    sessions.close()
    assert set(before) <= there
    assert len(there) <= len(after) + WRITERS


def test_a_file_backed_up_while_others_write_restores_to_one_moment(
    sqlite_database: str, sqlite_sessions: Sessions, tmp_path: Path
) -> None:
    copies = []
    with others_writing(sqlite_database) as done:
        for number in range(TIMES):
            before = list(done)
            backup_database(sqlite_sessions, tmp_path / f"backup-{number}.db")
            copies.append((tmp_path / f"backup-{number}.db", before, list(done)))
    for backup, before, after in copies:
        restored = str(tmp_path / f"restored-{backup.name}")
        assert restore_database(restored, backup) is None
        check_moment(restored, before, after)


def client(program: str) -> str:
    """A program of PostgreSQL's own beside the server's. Where there is none the test can't be run."""
    beside = postgres.find_binaries() / program
    found = str(beside) if beside.exists() else shutil.which(program)
    if found is None:
        reason = f"There is no {program} here: install Debian's postgresql."
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    return found


def test_a_dump_of_a_server_taken_while_others_write_restores_to_one_moment(
    server_database: str, tmp_path: Path
) -> None:
    dump, restore = client("pg_dump"), client("pg_restore")
    copies = []
    with others_writing(server_database) as done:
        for number in range(TIMES):
            before, file = list(done), str(tmp_path / f"dump-{number}")
            subprocess.run([dump, "-Fc", "-f", file, "-d", server_database], check=True)
            copies.append((file, before, list(done)))
    for file, before, after in copies:
        with postgres.fresh_database(os.environ[postgres.VARIABLE], "template0") as restored:
            subprocess.run([restore, "--exit-on-error", "-d", restored, file], check=True)
            check_moment(restored, before, after)


def test_a_plain_copy_of_a_file_in_use_lacks_the_newest_and_only_a_checkpoint_tells(
    sqlite_database: str, sqlite_sessions: Sessions, tmp_path: Path
) -> None:
    ingest(sqlite_sessions)
    approve(sqlite_sessions)
    checkpoint = seal_ledger(sqlite_sessions, ED)
    copy = open_database(str(shutil.copy(sqlite_database, tmp_path / "copy.db")))
    # What was written last stands in the file's -wal, so that the copy is sound, and old.
    assert examine_database(copy) == []
    assert list_articles(copy) == []
    with pytest.raises(IntegrityFailure, match="is not in this ledger"):
        verify_ledger(copy, head=checkpoint.hash)
    copy.close()
