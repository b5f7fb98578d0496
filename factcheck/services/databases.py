"""Keeping a database: its version, copies of it, and whether it is sound."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from factcheck.errors import BadInput, DatabaseUnusable, NotFound, OutputFailed
from factcheck.services.clock import now
from factcheck.store import schema
from factcheck.store.engine import Sessions, database_url, make_engine, sqlite_file
from factcheck.store.faults import faults_translated
from factcheck.store.opening import open_database as open_database


def upgrade_database(location: str) -> tuple[str | None, str]:
    """Bring a database to the newest schema; the version before and after."""
    url = database_url(location)
    if url.get_backend_name() == "sqlite":
        file = sqlite_file(url)
        before = _version(location) if file is None or file.exists() else None
        open_database(location).close()
        return before, schema.head()
    engine = make_engine(url)
    try:
        before = schema.current(engine)
        schema.upgrade(engine)
        return before, schema.head()
    finally:
        engine.dispose()


def _version(location: str) -> str | None:
    engine = make_engine(database_url(location))
    try:
        return schema.current(engine)
    finally:
        engine.dispose()


def current_version(location: str) -> tuple[str | None, str]:
    """The schema that a database has, and the newest one. Raises NotFound for no file."""
    file = sqlite_file(database_url(location))
    if file is not None and not file.exists():
        raise NotFound(f"There is no database at {file}.", "It is made on first use, for instance by ingest.")
    return _version(location), schema.head()


def check_ready(sessions: Sessions) -> None:
    """Raise DatabaseUnusable if the database doesn't answer, or has another schema than this needs."""
    with faults_translated():
        found = schema.current(sessions.engine)
    if found != schema.head():
        raise DatabaseUnusable(
            f"The schema is {found}; this factcheck needs {schema.head()}.", "Run: factcheck db upgrade"
        )


def backup_database(sessions: Sessions, target: Path) -> int:
    """Copy a SQLite database to a new file, consistent even while others write; its size in bytes.

    Raises OutputFailed when the file exists or can't be written; a half copy never stays.
    """
    if sessions.engine.dialect.name != "sqlite":
        raise BadInput("That database is on a PostgreSQL server.", "Use pg_dump, the server's own backup.")
    if target.exists():
        raise OutputFailed(f"{target} exists already; it was not touched.", "Name a new file.")
    draft = target.with_name(f".{target.name}.part")
    try:
        with sqlite3.connect(draft) as copy:
            _pour(sessions, into=copy)
        copy.close()
        file = sqlite_file(sessions.engine.url)
        draft.chmod(file.stat().st_mode & 0o777 if file else 0o600)
        draft.replace(target)
    except (OSError, sqlite3.Error) as error:
        raise OutputFailed(
            f"No backup can be written to {target}: {error}.", "Name another place."
        ) from error
    finally:
        draft.unlink(missing_ok=True)
    return target.stat().st_size


def _pour(sessions: Sessions, *, into: sqlite3.Connection) -> None:
    with sessions.engine.connect() as connection:
        source = connection.connection.driver_connection
        if not isinstance(source, sqlite3.Connection):
            raise BadInput("Only a SQLite database is copied this way.", "Use pg_dump for a server.")
        source.backup(into)
        into.execute("PRAGMA journal_mode = DELETE")


def restore_database(location: str, backup: Path) -> Path | None:
    """Put a backup in a database's place; where the present one was put aside, if there was one.

    The backup is looked through first. Raises NotFound, BadInput for a server, DatabaseUnusable for a
    file that is no sound database of factcheck; then nothing was changed.
    """
    file = sqlite_file(database_url(location))
    if file is None:
        raise BadInput(
            "Only a SQLite file is restored like this.", "Use pg_restore, the server's own restore."
        )
    if not backup.is_file():
        raise NotFound(f"There is no backup {backup}.", "Name the file that factcheck db backup wrote.")
    try:
        version = _version(str(backup))
    except DatabaseUnusable as error:
        raise DatabaseUnusable(
            f"{backup} is no backup: {error.message}", "Name what db backup wrote."
        ) from error
    if version is None:
        raise DatabaseUnusable(f"{backup} is empty.", "Name the file that factcheck db backup wrote.")
    if version > schema.head():
        raise DatabaseUnusable(
            f"{backup} is of a newer factcheck (schema {version}).", "Upgrade factcheck first."
        )
    _check_sound(backup)
    aside = file.with_name(f"{file.name}.before-restore-{now():%Y%m%dT%H%M%S%f}")
    if not file.exists():
        _replace_contents(file, backup)
        return None
    try:
        present = open_database(location)
    except DatabaseUnusable:
        _move_aside(file, aside)
    else:
        try:
            backup_database(present, aside)
        finally:
            present.close()
    _replace_contents(file, backup)
    return aside


def _move_aside(file: Path, aside: Path) -> None:
    """Put a file that is no database any more out of the way, byte for byte, with its side files."""
    for ending in ("", "-wal", "-shm"):
        part = Path(f"{file}{ending}")
        if part.exists():
            part.replace(f"{aside}{ending}")


def _read_only_uri(file: Path) -> str:
    """SQLite's URI of a file that is only to be read; `?`, `#` and `%` of its name mean themselves."""
    return f"{file.absolute().as_uri()}?mode=ro"


def _check_sound(backup: Path) -> None:
    with sqlite3.connect(_read_only_uri(backup), uri=True) as opened:
        said = opened.execute("PRAGMA integrity_check").fetchone()[0]
    opened.close()
    if said != "ok":
        raise DatabaseUnusable(f"{backup} is damaged: {said.splitlines()[0]}.", "Use another backup.")


def _replace_contents(file: Path, backup: Path) -> None:
    """Copy page by page in one transaction, so that programs that have the file open stay right."""
    try:
        source, target = (
            sqlite3.connect(_read_only_uri(backup), uri=True),
            sqlite3.connect(file, timeout=30),
        )
        with source, target:
            source.backup(target)
        source.close()
        target.close()
    except sqlite3.Error as error:
        raise DatabaseUnusable(
            f"The backup could not be put in place: {error}.", "Nothing was changed."
        ) from error
