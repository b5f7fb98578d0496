"""Opening a database: made on first use, brought up to date, or refused with a reason."""

from __future__ import annotations

from pathlib import Path

from factcheck.errors import DatabaseUnusable
from factcheck.store import schema
from factcheck.store.engine import Sessions, database_url, make_engine, shown_url, sqlite_file, use_wal

_SQLITE_HEADER = b"SQLite format 3\x00"


def open_database(location: str) -> Sessions:
    """Open `--database`. A SQLite file is made and migrated at first use, a server's never silently.

    Making it is one transaction, so that nobody ever sees half a schema: of two who make it at once,
    the second waits and finds it made.

    Raises DatabaseUnusable when it can't be opened, is none of ours, or is of a newer version.
    """
    url = database_url(location)
    file = sqlite_file(url)
    if file is not None:
        _check_file(file)
    sessions = Sessions(make_engine(url))
    try:
        _bring_up_to_date(sessions, shown_url(url))
        if file is not None:
            use_wal(sessions.engine)
    except BaseException:
        sessions.close()
        raise
    return sessions


def _check_file(file: Path) -> None:
    if file.is_dir():
        raise DatabaseUnusable(
            f"{file} is a folder, not a database file.", f"Try --database {file / 'factcheck.db'}"
        )
    if not file.parent.is_dir():
        raise DatabaseUnusable(f"There is no folder {file.parent}.", "Make it, or give another --database.")
    if file.exists():
        try:
            with file.open("rb") as opened:
                start = opened.read(len(_SQLITE_HEADER))
        except OSError as error:
            raise DatabaseUnusable(
                f"{file} can't be read: {error.strerror}.",
                "Check its permissions, or give another --database.",
            ) from error
        if start and start != _SQLITE_HEADER:
            raise DatabaseUnusable(f"{file} is not a SQLite database.", "Give another file with --database.")


def _bring_up_to_date(sessions: Sessions, location: str) -> None:
    found, newest = schema.current(sessions.engine), schema.head()
    if found == newest:
        return
    if found is not None and found > newest:
        raise DatabaseUnusable(
            f"The database is of a newer factcheck (schema {found}; this one knows {newest}).",
            "Upgrade factcheck; the database was not touched.",
        )
    if sessions.engine.dialect.name != "sqlite":
        raise DatabaseUnusable(
            "The server's database is empty."
            if found is None
            else f"The server's database is at schema {found}.",
            f"Bring it to schema {newest}: factcheck db upgrade --database {location}",
        )
    schema.upgrade(sessions.engine)
