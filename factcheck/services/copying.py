"""Moving a newsroom: a whole database into an empty one, from SQLite to PostgreSQL or back."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.errors import Conflict, NotFound
from factcheck.services.databases import open_database, upgrade_database
from factcheck.services.ledgers import verify_ledger
from factcheck.services.snapshots import count_snapshots
from factcheck.store import copying
from factcheck.store.engine import database_url, sqlite_file


@dataclass(frozen=True, slots=True)
class Copied:
    """How much was copied: all rows, the events of the ledger among them; and how many snapshots it names."""

    rows: int
    events: int
    snapshots: int = 0


def copy_database(source: str, target: str) -> Copied:
    """Copy every row of one database into another, events and hashes as they are.

    The source is read at one moment, and its ledger verified before; either all of it arrives, or
    nothing. The target is made, or brought to the newest schema, if need be. Raises Conflict when it
    has data already, NotFound for a source that isn't there, IntegrityFailure for a broken ledger.
    """
    file = sqlite_file(database_url(source))
    if file is not None and not file.exists():
        raise NotFound(f"There is no database {source}.", "Check the path.")
    read = open_database(source)
    try:
        verify_ledger(read)
        upgrade_database(target)
        written = open_database(target)
        try:
            with read.read() as old, written.begin() as new:
                if not copying.is_empty(new):
                    raise Conflict(
                        "There is data in the target already; nothing was copied.",
                        "Copy into a new database: a new file, or one that createdb made.",
                    )
                rows = copying.copy_rows(old, new)
            return Copied(rows, verify_ledger(written).events, count_snapshots(written))
        finally:
            written.close()
    finally:
        read.close()
