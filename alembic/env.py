"""Alembic's way in: factcheck hands its connection over; the `alembic` command uses FACTCHECK_DATABASE."""

from __future__ import annotations

import os

from sqlalchemy import Connection

from alembic import context
from factcheck.store import tables
from factcheck.store.engine import database_url, make_engine


def ours(name: str | None, kind: str, _parents: object) -> bool:
    """Whether Alembic should compare a table: the full-text index is SQLite's own business."""
    return not (kind == "table" and name is not None and name.startswith("claim_words"))


def migrate(connection: Connection) -> None:
    """Run what was asked for, in one transaction."""
    context.configure(
        connection=connection, target_metadata=tables.Base.metadata, render_as_batch=True, include_name=ours,
        compare_type=True, transactional_ddl=True,
    )  # fmt: skip
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    migrate(given)
else:
    with make_engine(database_url(os.environ.get("FACTCHECK_DATABASE", "factcheck.db"))).connect() as own:
        migrate(own)
