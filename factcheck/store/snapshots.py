"""Snapshots of evidence in the database: which bytes they are, and what was seen since."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping, func, insert, select, update

from factcheck.store.columns import table_of
from factcheck.store.session import Session
from factcheck.store.tables import ArchiveRow, ArticleRow, ClaimRow, EvidenceRow, SnapshotRow

_ARCHIVES = table_of(ArchiveRow)


@dataclass(frozen=True, slots=True)
class DueSnapshot:
    """A snapshot with the evidence that it shows, and the claim that rests on it."""

    id: int
    evidence_id: int
    slug: str
    n: int
    url: str
    quote: str | None
    sha256: str
    media_type: str
    text: str | None
    quote_found: bool | None
    etag: str | None
    last_modified: str | None
    state: str
    failures: int


def add(session: Session, fields: Mapping[str, Any]) -> int:
    """Insert a snapshot; its id."""
    return session.scalars(insert(SnapshotRow).returning(SnapshotRow.id), [dict(fields)]).one()


def change(session: Session, snapshot_id: int, fields: Mapping[str, Any]) -> None:
    """Write down what was seen when the page was looked at again."""
    session.execute(update(SnapshotRow).where(SnapshotRow.id == snapshot_id).values(**fields))


def newest(session: Session, evidence_ids: Sequence[int]) -> dict[int, RowMapping]:
    """The newest snapshot of each of these pieces of evidence."""
    last = (
        select(func.max(SnapshotRow.id))
        .where(SnapshotRow.evidence_id.in_(list(evidence_ids)))
        .group_by(SnapshotRow.evidence_id)
    )
    rows = session.execute(select(*SnapshotRow.__table__.c).where(SnapshotRow.id.in_(last))).mappings()
    return {row["evidence_id"]: row for row in rows}


def timestamps(session: Session) -> list[tuple[int, str, bytes]]:
    """Every timestamp: the evidence, the snapshot's hash, the token."""
    rows = session.execute(
        select(SnapshotRow.evidence_id, SnapshotRow.sha256, SnapshotRow.timestamp)
        .where(SnapshotRow.timestamp.is_not(None))
        .order_by(SnapshotRow.id)
    )
    return [(row.evidence_id, row.sha256, row.timestamp or b"") for row in rows]


def add_archive(session: Session, fields: Mapping[str, Any]) -> None:
    """Insert what an archiver kept."""
    session.execute(insert(ArchiveRow), [dict(fields)])


def archived_hashes(session: Session) -> list[tuple[int, str]]:
    """The evidence and hash of every archive that is on the shelf."""
    query = select(_ARCHIVES.c.evidence_id, _ARCHIVES.c.sha256).where(_ARCHIVES.c.sha256.is_not(None))
    return [(row.evidence_id, row.sha256) for row in session.execute(query.order_by(_ARCHIVES.c.id))]


def hashes(session: Session) -> list[tuple[int, str]]:
    """Every snapshot's evidence and hash, in the order in which they were taken."""
    rows = session.execute(select(SnapshotRow.evidence_id, SnapshotRow.sha256).order_by(SnapshotRow.id))
    return [(row.evidence_id, row.sha256) for row in rows]


def due(
    session: Session,
    *,
    before: datetime | None = None,
    evidence_id: int | None = None,
    slug: str | None = None,
) -> list[DueSnapshot]:
    """The newest snapshots of evidence that still counts, those due longest first."""
    last = select(func.max(SnapshotRow.id)).group_by(SnapshotRow.evidence_id)
    query = (
        select(
            SnapshotRow.id, SnapshotRow.evidence_id, ArticleRow.slug, ClaimRow.n, EvidenceRow.url,
            EvidenceRow.quote, SnapshotRow.sha256, SnapshotRow.media_type, SnapshotRow.text,
            SnapshotRow.quote_found, SnapshotRow.etag, SnapshotRow.last_modified, SnapshotRow.state,
            SnapshotRow.failures,
        )
        .join(EvidenceRow, EvidenceRow.id == SnapshotRow.evidence_id)
        .join(ClaimRow, ClaimRow.id == EvidenceRow.claim_id)
        .join(ArticleRow, ArticleRow.id == ClaimRow.article_id)
        .where(SnapshotRow.id.in_(last), EvidenceRow.removed_at.is_(None))
        .order_by(SnapshotRow.due_at, SnapshotRow.id)
    )  # fmt: skip
    if before is not None:
        query = query.where(SnapshotRow.due_at <= before)
    if evidence_id is not None:
        query = query.where(SnapshotRow.evidence_id == evidence_id)
    if slug is not None:
        query = query.where(ArticleRow.slug == slug)
    return [DueSnapshot(**row) for row in session.execute(query).mappings()]
