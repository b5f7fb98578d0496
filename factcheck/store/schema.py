"""The schema's version, and the only ways to make or change it: Alembic's revisions."""

from __future__ import annotations

from sqlalchemy import Connection, Engine, inspect, text

from factcheck.bundled import bundled
from factcheck.errors import DatabaseUnusable
from factcheck.store.faults import faults_translated


def known() -> list[str]:
    """The revisions that this factcheck knows, oldest first: they are files named by number."""
    return sorted(file.name.partition("_")[0] for file in (bundled("alembic") / "versions").glob("[0-9]*.py"))


def head() -> str:
    """The newest revision that this factcheck knows."""
    return known()[-1]


def current(engine: Engine) -> str | None:
    """The revision of a database; None for an empty one.

    Raises DatabaseUnusable for a database that holds something else.
    """
    with faults_translated(), engine.connect() as connection:
        tables = set(inspect(connection).get_table_names())
        if "alembic_version" not in tables:
            if tables:
                raise DatabaseUnusable(
                    f"That database holds something else (a table “{min(tables)}”), not factcheck's data.",
                    "Give another file with --database; it is made on first use.",
                )
            return None
        found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        if found is None and len(tables) == 1:
            return None
        if found is None or (found not in known() and found <= head()):
            raise DatabaseUnusable(
                f"The database says that its schema is “{found or ''}”, which never was one.",
                "Restore a backup.",
            )
        return str(found)


def upgrade(engine: Engine, revision: str = "head") -> None:
    """Bring a database up to `revision`, in one transaction. Raises DatabaseUnusable."""
    _run(engine, "upgrade", revision)


def downgrade(engine: Engine, revision: str) -> None:
    """Take a database down to `revision` (`base` empties it), in one transaction."""
    _run(engine, "downgrade", revision)


def _run(engine: Engine, direction: str, revision: str) -> None:
    from alembic.config import Config

    from alembic import command

    config = Config()
    config.set_main_option("script_location", str(bundled("alembic")).replace("%", "%%"))
    with faults_translated(), engine.connect() as connection:
        _references_checked(connection, on=False)
        config.attributes["connection"] = connection
        getattr(command, direction)(config, revision)
        _references_checked(connection, on=True)


def _references_checked(connection: Connection, *, on: bool) -> None:
    """Switch SQLite's foreign keys, which a batch migration must not have on: it drops tables.

    SQLite ignores the pragma inside a transaction, so it goes to the driver's connection.
    """
    if connection.dialect.name == "sqlite":
        driver = connection.connection.driver_connection
        if driver is not None:
            driver.execute(f"PRAGMA foreign_keys = {'ON' if on else 'OFF'}")
