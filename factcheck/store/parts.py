"""The parts of claims: checkpoints, attributions, evidence and what is kept of it, queries, corrections.

A claim is read before each of its changes, under its lock. Seven queries for its parts would cost more than
everything that is written, so each part comes as a JSON object, whichever its table.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import (
    ARRAY,
    JSON,
    Boolean,
    ColumnElement,
    Date,
    Integer,
    Select,
    any_,
    bindparam,
    func,
    literal_column,
    select,
    union_all,
)
from sqlalchemy.sql.elements import KeyedColumnElement

from factcheck.store.columns import Base, UTCMoment, table_of
from factcheck.store.prepared import Prepared
from factcheck.store.session import Session
from factcheck.store.tables import (
    ArchiveRow,
    AttributionRow,
    CheckpointRow,
    CorrectionRow,
    EvidenceRow,
    QueryRow,
    SnapshotRow,
    SourceRow,
)

Part = dict[str, Any]
Parts = defaultdict[tuple[str, int], list[Part]]
"""By the name of the table and the id of the claim, in the parts' own order."""

_EVIDENCE, _SOURCES = table_of(EvidenceRow), table_of(SourceRow)
# Each table, and what its rows are in the order of.
_ORDERED = (
    (CheckpointRow, "n"), (AttributionRow, "n"), (EvidenceRow, "id"), (SnapshotRow, "id"), (ArchiveRow, "id"),
    (QueryRow, "id"), (CorrectionRow, "id"),
)  # fmt: skip
# What hangs on a piece of evidence, and the columns of it that are long and that no claim shows.
_ON_EVIDENCE, _LONG = (SnapshotRow, ArchiveRow), {"snapshots": {"text", "timestamp"}}


def parts_of(session: Session, claim_ids: Sequence[int]) -> Parts:
    """All parts of these claims; evidence that was removed is none.

    An attribution has the name of its source, and what that was merged into, beside its own columns.
    """
    found: Parts = defaultdict(list)
    if claim_ids:
        single = len(claim_ids) == 1
        query = _query(session.get_bind().dialect.name, single=single)
        asked: int | list[int] = claim_ids[0] if single else list(claim_ids)
        for row in query.run(session, {"claims": asked}).rows:
            part = row["body"]
            for name, read in _READ[row["part"]]:
                if part[name] is not None:
                    part[name] = read(part[name])
            found[row["part"], row["claim_id"]].append(part)
    return found


@functools.cache
def _query(dialect: str, *, single: bool) -> Prepared:
    parts = (_of_table(dialect, row, order, single=single) for row, order in _ORDERED)
    return Prepared(union_all(*parts).order_by("claim_id", "place"))


def _of_table(dialect: str, row: type[Base], order: str, *, single: bool) -> Select[Any]:
    table = row.__table__
    owner = _EVIDENCE.c.claim_id if row in _ON_EVIDENCE else table.c.claim_id
    mine = owner == bindparam("claims", type_=Integer()) if single else _among(dialect, owner)
    query = select(
        literal_column(f"'{row.__tablename__}'").label("part"),
        owner.label("claim_id"),
        table.c[order].label("place"),
        _as_json(dialect, row).label("body"),
    ).where(mine)
    if row is AttributionRow:
        query = query.outerjoin(_SOURCES, _SOURCES.c.id == table.c.source_id)
    if row in _ON_EVIDENCE:
        query = query.join(_EVIDENCE, _EVIDENCE.c.id == table.c.evidence_id)
    return query.where(_EVIDENCE.c.removed_at.is_(None)) if row in (EvidenceRow, *_ON_EVIDENCE) else query


def _among(dialect: str, owner: ColumnElement[int]) -> ColumnElement[bool]:
    """Whether a part is of one of many claims, however many: as one statement it is written once."""
    if dialect == "sqlite":
        return owner.in_(
            select(func.json_each(bindparam("claims", type_=JSON)).table_valued("value").c.value)
        )
    return owner == any_(bindparam("claims", type_=ARRAY(Integer)))


def _as_json(dialect: str, row: type[Base]) -> ColumnElement[Any]:
    fields: list[ColumnElement[Any]] = []
    for column in _shown(row):
        # On SQLite JSON is text, which would come as a string in the object.
        nested = dialect == "sqlite" and isinstance(column.type, JSON)
        fields += [literal_column(f"'{column.name}'"), func.json(column) if nested else column]
    if row is AttributionRow:
        fields += [literal_column("'source'"), _SOURCES.c.name]
        fields += [literal_column("'merged_into'"), _SOURCES.c.merged_into]
    if dialect == "sqlite":
        return func.json_object(*fields, type_=JSON)
    return func.json_build_object(*fields, type_=JSON)


def _shown(row: type[Base]) -> list[KeyedColumnElement[Any]]:
    long = _LONG.get(row.__tablename__, set())
    return [column for column in row.__table__.c if column.name not in long]


def _moment(text: str) -> datetime:
    """A moment as either database writes it: with its offset, or without one in UTC."""
    read = datetime.fromisoformat(text)
    return read.replace(tzinfo=UTC) if read.tzinfo is None else read.astimezone(UTC)


_KINDS: tuple[tuple[type[Any], Callable[[Any], Any]], ...] = (
    (UTCMoment, _moment), (Date, date.fromisoformat), (Boolean, bool)
)  # fmt: skip
# What JSON doesn't tell from a number or a text.
_READ = {
    row.__tablename__: [
        (column.name, read)
        for column in _shown(row)
        for kind, read in _KINDS
        if isinstance(column.type, kind)
    ]
    for row, _ in _ORDERED
}
