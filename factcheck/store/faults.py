"""One table that turns the database drivers' errors into ours."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, IntegrityError, SQLAlchemyError

from factcheck.errors import Conflict, DatabaseUnusable, FactcheckError

# What the driver's message contains, what that means, what to do about it.
_MEANINGS: tuple[tuple[str, str, str], ...] = (
    ("deadlock detected", "Two changes waited for each other; this one was not made.", "Try again."),
    (
        "could not serialize",
        "Somebody else changed the same thing; this change was not made.",
        "Try again.",
    ),
    (
        "file is not a database",
        "The database file is not a SQLite database.",
        "Give another with --database.",
    ),
    ("malformed", "The database file is damaged.", "Look at it with factcheck db doctor; restore a backup."),
    (
        "readonly",
        "The database can be read but not written.",
        "Give yourself write permission, or use a copy.",
    ),
    ("unable to open", "The database file can't be opened.", "Check the path and your permissions."),
    ("locked", "The database is busy: another program has been writing to it.", "Try again in a moment."),
    ("disk is full", "The disk is full; nothing was changed.", "Make room and try again."),
    (
        "disk i/o",
        "The disk failed while the database was in use.",
        "Check the disk, then factcheck db doctor.",
    ),
    (
        "password authentication failed",
        "The server doesn't accept that name and password.",
        "Check the URL; PGPASSWORD or ~/.pgpass keep the password out of it.",
    ),
    (
        'fatal:  role "',
        "The server knows no user of that name.",
        "Check the name in the URL.",
    ),
    (
        'fatal:  database "',
        "There is no database of that name on the server.",
        "Make it with createdb, then: factcheck db upgrade --database URL.",
    ),
    ("lock timeout", "Somebody else has been changing the same claims.", "Try again in a moment."),
    ("permission denied", "The server's user may not do that.", "Grant the rights that the README lists."),
    (
        "connection",
        "The database server can't be reached, or hung up.",
        "Is it running? Check host, port and name in the URL.",
    ),
    ("no such table", "That is not a database of factcheck.", "Give another with --database."),
    ("append-only", "The ledger is append-only; it was not changed.", "What happened stays; add to it."),
)

_CLASHES = ("unique", "foreign key")


def fault(error: SQLAlchemyError) -> FactcheckError:
    """Our error for a driver's. A second one where there may be one, or a row gone, is a conflict."""
    said = str(error.orig if isinstance(error, DBAPIError) else error)
    if isinstance(error, IntegrityError) and any(sign in said.lower() for sign in _CLASHES):
        return Conflict(
            "Somebody else wrote the same thing at the same moment; nothing was changed.", "Try again."
        )
    for sign, message, hint in _MEANINGS:
        if sign in said.lower():
            return DatabaseUnusable(message, hint)
    return DatabaseUnusable(
        f"The database refused: {said.splitlines()[0] if said else type(error).__name__}."
    )


@contextmanager
def faults_translated() -> Iterator[None]:
    """Whatever the driver raises inside comes out as one of our errors."""
    try:
        yield
    except SQLAlchemyError as error:
        raise fault(error) from error
