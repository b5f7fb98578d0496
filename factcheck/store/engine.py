"""Engines and transactions: what a connection is told before its first statement."""

from __future__ import annotations

import functools
import logging
import os
import re
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Dialect, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DisconnectionError, NoSuchModuleError
from sqlalchemy.pool import ConnectionPoolEntry

from factcheck.errors import FactcheckError, UsageError
from factcheck.store.faults import faults_translated
from factcheck.store.session import Session, refused

# How long a writer waits for another before it gives up, in seconds.
PATIENCE = 30.0
_READ = "factcheck_read"
# How long a server may take to answer at all, and a statement to get a lock, in seconds.
_CONNECTING, _WAITING = 10, 30
# A connection that nobody used for so many seconds is asked whether it still lives.
_USED, _IDLE = "factcheck_used", 1.0
# A server has as many threads as connections at most (anyio's forty); the half of them stay open, and the
# one that was used last is used first, as its cache is warm. A command opens one.
_POOL: Mapping[str, Any] = {"pool_size": 20, "max_overflow": 20, "pool_use_lifo": True}


class Sessions:
    """Opens transactions on one database: `begin` to write, `read` to look.

    On SQLite a writing transaction takes the write lock at once (BEGIN IMMEDIATE), so that it
    never fails half-way because another got there first. On PostgreSQL it locks the claims that it
    is about to change (see `Session.writing`); one that only looks sees a single moment of the database.

    What wrote nothing (it looked, or was refused before its first statement that is no SELECT) ends with
    COMMIT: there is nothing to undo, and after a ROLLBACK psycopg would prepare every statement anew.
    """

    def __init__(self, engine: Engine) -> None:
        """Open transactions on `engine`."""
        self.engine = engine
        self._turns = threading.RLock() if engine.dialect.name == "sqlite" else None
        looking = engine.execution_options(**{_READ: True})
        if engine.dialect.name == "postgresql":
            looking = looking.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        self._looking = looking

    @contextmanager
    def begin(self) -> Iterator[Session]:
        """A transaction that writes: committed at the end, rolled back on any error."""
        with faults_translated(), self._turn(), Session(self.engine, writing=True) as session:
            try:
                yield session
            except FactcheckError:
                if not session.wrote:
                    session.commit()
                raise
            session.commit()

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """On SQLite the threads of a process write in turn.

        Whom SQLite makes wait sleeps for up to a tenth of a second, though the file has long been free.
        """
        taken = self._turns is not None and self._turns.acquire(timeout=PATIENCE)
        try:
            yield
        finally:
            if taken and self._turns is not None:
                self._turns.release()

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A transaction that only looks, at one consistent state."""
        with faults_translated(), Session(self._looking, writing=False) as session:
            yield session
            session.commit()

    def close(self) -> None:
        """Give every connection back to the system."""
        self.engine.dispose()


def database_url(location: str) -> URL:
    """The URL of `--database`: a URL as it is, anything else as the path of a SQLite file.

    Raises UsageError for a URL that can't be read, or of a database that factcheck doesn't know.
    """
    if location in ("", ":memory:", "sqlite://", "sqlite:///:memory:"):
        raise UsageError(
            "A database in memory is gone when the command ends.", "Give a file with --database FILE."
        )
    if "://" not in location:
        return URL.create("sqlite", database=location)
    try:
        url = make_url(re.sub("^postgres://", "postgresql://", location))
    except (ArgumentError, ValueError) as error:
        raise UsageError(f"“{location}” is no database URL.", "Give a file, or postgresql://…") from error
    if url.get_backend_name() not in ("sqlite", "postgresql"):
        raise UsageError(
            f"factcheck doesn't keep its data in {url.get_backend_name()}.",
            "Use a SQLite file or postgresql://…",
        )
    return url.set(drivername="postgresql+psycopg") if url.drivername == "postgresql" else url


def shown_url(url: URL) -> str:
    """A URL as one would write it after `--database`, its password hidden."""
    return url.set(drivername=url.get_backend_name()).render_as_string(hide_password=True)


def sqlite_file(url: URL) -> Path | None:
    """The file of a SQLite URL; None for a server, for memory, and for SQLite's own `file:` URIs."""
    if (
        url.get_backend_name() != "sqlite"
        or not url.database
        or url.database.startswith((":memory:", "file:"))
    ):
        return None
    return Path(url.database)


def make_engine(url: URL) -> Engine:
    """An engine whose connections have our pragmas and our way of beginning transactions."""
    if url.get_backend_name() != "sqlite" or url.drivername not in ("sqlite", "sqlite+pysqlite"):
        try:
            engine = create_engine(url, hide_parameters=True, connect_args=_server_arguments(url), **_POOL)
        except (NoSuchModuleError, ModuleNotFoundError) as error:
            raise UsageError(
                f"The driver of “{url.drivername}” is not here.",
                "Write postgresql://… and: pip install 'factcheck-desk[postgres]'.",
            ) from error
        logging.getLogger("psycopg").setLevel(logging.ERROR)  # what it warns of comes out as an error of ours
        event.listen(engine, "checkin", _note_use)
        event.listen(engine, "checkout", functools.partial(_ping_if_idle, engine.dialect))
        return engine
    file = sqlite_file(url)
    writable = file is None or not file.exists() or os.access(file, os.W_OK)
    if file is not None and not writable:
        url = _read_only(file)
    engine = create_engine(url, hide_parameters=True, connect_args={"timeout": PATIENCE}, **_POOL)
    event.listen(engine, "connect", _tell_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _note_use(_: Any, record: ConnectionPoolEntry) -> None:
    record.info[_USED] = time.monotonic()


def _ping_if_idle(dialect: Dialect, connection: Any, record: ConnectionPoolEntry, _: Any) -> None:
    """Have a connection replaced that died while nobody used it: the server was restarted meanwhile.

    One that was in use just now is not asked each time: that would be a way to the server and back more
    for every transaction.
    """
    used = record.info.get(_USED)
    if used is None or time.monotonic() - used < _IDLE:
        return
    try:
        dialect.do_ping(connection)
    except dialect.loaded_dbapi.Error as error:
        raise DisconnectionError from error


def _server_arguments(url: URL) -> dict[str, object]:
    """What a connection to a server is told, unless the URL says otherwise."""
    usual: dict[str, object] = {
        "connect_timeout": _CONNECTING,
        "application_name": "factcheck",
        "options": f"-c lock_timeout={_WAITING}s -c default_transaction_isolation=read\\ committed",
    }
    usual = {name: value for name, value in usual.items() if name not in url.query or name == "options"}
    given = url.query.get("options", ())
    theirs = (given,) if isinstance(given, str) else given
    return {**usual, "options": " ".join((str(usual["options"]), *theirs))}  # what is set last counts


def use_wal(engine: Engine) -> None:
    """Let readers and a writer of a SQLite file work side by side; the file remembers it.

    A file that may only be read keeps the journal it has.
    """
    with engine.connect() as connection:
        driver = connection.connection.driver_connection
        if driver is None or driver.execute("PRAGMA journal_mode").fetchone()[0] in ("wal", "memory"):
            return
        if not connection.engine.url.query:
            _switch_to_wal(driver)


def _switch_to_wal(driver: Any) -> None:
    import sqlite3

    try:
        driver.execute("PRAGMA journal_mode = WAL")
    except sqlite3.OperationalError as error:
        # Somebody else is using the file this moment; the next who opens it switches.
        if "locked" not in str(error):
            raise


def _read_only(file: Path) -> URL:
    """A URI for a file that we may not write; `immutable` where SQLite couldn't make its side files."""
    wal = file.with_name(file.name + "-wal")
    quiet = not wal.exists() or wal.stat().st_size == 0
    mode = {"immutable": "1"} if quiet and not os.access(file.parent, os.W_OK) else {"mode": "ro"}
    return URL.create("sqlite", database=_uri(file), query={**mode, "uri": "true"})


def _uri(file: Path) -> str:
    """The file as SQLite's URI, in which `?`, `#` and `%` of its name mean themselves."""
    return file.absolute().as_uri()


def _tell_sqlite(connection: Any, _: Any) -> None:
    # The driver's own transaction handling would begin late and deferred; ours is in `_begin_sqlite`.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    reading = connection.get_execution_options().get(_READ, False)
    driver = connection.connection.driver_connection
    if driver is not None:
        try:
            driver.execute("BEGIN" if reading else "BEGIN IMMEDIATE")
        except connection.dialect.loaded_dbapi.Error as error:
            raise refused(connection, error) from error
