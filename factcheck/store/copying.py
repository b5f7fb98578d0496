"""Every row of one database into another, a page at a time, whichever of the two kinds they are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Table, func, insert, select, text, tuple_, update

from factcheck.store.columns import Base
from factcheck.store.search import index_all_words
from factcheck.store.session import Session
from factcheck.store.tables import SourceRow

_PAGE = 1000


def is_empty(session: Session) -> bool:
    """Whether no table has a row."""
    return all(
        session.execute(select(func.count()).select_from(table)).scalar_one() == 0
        for table in Base.metadata.sorted_tables
    )


def copy_rows(old: Session, new: Session) -> int:
    """Copy all rows, those that others point to first; how many they are."""
    copied = 0
    merged: list[tuple[int, int]] = []
    for table in Base.metadata.sorted_tables:
        for page in _pages(old, table):
            if table is SourceRow.__table__:  # a source may be merged into one that comes later
                merged += [(row["id"], row["merged_into"]) for row in page if row["merged_into"] is not None]
                page = [{**row, "merged_into": None} for row in page]
            new.execute(insert(table), page)
            copied += len(page)
    for source_id, into in merged:
        new.execute(update(SourceRow).where(SourceRow.id == source_id).values(merged_into=into))
    _go_on_counting(new)
    index_all_words(new)
    return copied


def _pages(session: Session, table: Table) -> Iterator[list[dict[str, Any]]]:
    keys = list(table.primary_key.columns)
    query = select(table).order_by(*keys).limit(_PAGE)
    last: tuple[Any, ...] | None = None
    while True:
        found = session.execute(query if last is None else query.where(tuple_(*keys) > last)).mappings().all()
        if found:
            yield [dict(row) for row in found]
        if len(found) < _PAGE:
            return
        last = tuple(found[-1][key.name] for key in keys)


def _go_on_counting(session: Session) -> None:
    """Let PostgreSQL number new rows behind the copied ones; SQLite looks at the highest by itself."""
    if session.get_bind().dialect.name != "postgresql":
        return
    for table in Base.metadata.sorted_tables:
        for column in table.primary_key.columns:
            sequence = session.scalar(
                text("SELECT pg_get_serial_sequence(:table, :column)"),
                {"table": table.name, "column": column.name},
            )
            if sequence is not None:
                highest = session.scalar(select(func.max(column)))
                if highest is not None:
                    session.execute(select(func.setval(sequence, highest)))
