"""The desk's tables, one schema for SQLite and PostgreSQL. Alembic alone makes and changes them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    CheckConstraint,
    Date,
    Float,
    ForeignKey,
    Index,
    LargeBinary,
    String,
    UniqueConstraint,
    false,
)
from sqlalchemy.orm import Mapped, mapped_column

from factcheck.domain.vocabulary import Status
from factcheck.store import house_tables as house_tables  # whoever has the one has the whole schema
from factcheck.store.columns import Base as Base


class ArticleRow(Base):
    """A text under check."""

    __tablename__ = "articles"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(80), unique=True)
    headline: Mapped[str | None]
    byline: Mapped[str | None]
    dateline: Mapped[str | None]
    published: Mapped[date | None] = mapped_column(Date)
    language: Mapped[str] = mapped_column(String(8))
    origin: Mapped[str | None]
    revision: Mapped[int]
    deadline: Mapped[datetime | None]
    created_by: Mapped[str]
    created_at: Mapped[datetime]


class StatusCountRow(Base):
    """How many claims of an article stand in a status; kept in the transaction that moves them.

    Claims whose sentence has gone are not counted.
    """

    __tablename__ = "status_counts"

    article_id: Mapped[int] = mapped_column(ForeignKey("articles.id"), primary_key=True)
    status: Mapped[str] = mapped_column(String(20), primary_key=True)
    claims: Mapped[int]


class RevisionRow(Base):
    """An immutable text of an article, and the bytes it came from.

    `places` says which claims stand in it and where: [n, start, end] each, in the order of the text.
    """

    __tablename__ = "revisions"
    __table_args__ = (UniqueConstraint("article_id", "n"), Index(None, "text_sha256"))

    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = mapped_column(ForeignKey("articles.id"))
    n: Mapped[int]
    text: Mapped[str]
    text_sha256: Mapped[str] = mapped_column(String(64))
    original: Mapped[bytes] = mapped_column(LargeBinary)
    media_type: Mapped[str] = mapped_column(String(80))
    places: Mapped[list[list[int]]] = mapped_column(JSON, server_default="[]")
    created_by: Mapped[str]
    created_at: Mapped[datetime]


_WITH_VERDICT = ", ".join(f"'{s}'" for s in (Status.CHECKED, Status.APPROVED, Status.PUBLISHED))
_STATUSES = ", ".join(f"'{s}'" for s in Status)


class ClaimRow(Base):
    """One sentence of an article and where it stands. `n` never changes and is never used again.

    `revision` is the newest text that it stands in; `orphaned` says that this isn't the present one.
    `same_as` is the hash of its plain words, by which the same sentence elsewhere is found.
    """

    __tablename__ = "claims"
    __table_args__ = (
        UniqueConstraint("article_id", "n"),
        CheckConstraint(f"status IN ({_STATUSES})", name="status"),
        CheckConstraint(
            f"(verdict IS NOT NULL) = (status IN ({_WITH_VERDICT}))", name="verdict_when_checked"
        ),
        CheckConstraint('"end" > start AND start >= 0', name="span"),
        Index(None, "status"),
        Index(None, "assignee"),
        Index(None, "same_as"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = mapped_column(ForeignKey("articles.id"))
    n: Mapped[int]
    revision: Mapped[int]
    paragraph: Mapped[int]
    text: Mapped[str]
    start: Mapped[int]
    end: Mapped[int]
    prefix: Mapped[str]
    suffix: Mapped[str]
    kind: Mapped[str] = mapped_column(String(20))
    checkworthiness: Mapped[float] = mapped_column(Float)
    status: Mapped[str] = mapped_column(String(20))
    verdict: Mapped[str | None] = mapped_column(String(40))
    attribution_check: Mapped[str | None] = mapped_column(String(20))
    skip_reason: Mapped[str | None] = mapped_column(String(20))
    note: Mapped[str | None]
    assignee: Mapped[str | None]
    checked_by: Mapped[str | None]
    checked_sha256: Mapped[str | None] = mapped_column(String(64))
    approved_by: Mapped[str | None]
    published_verdict: Mapped[str | None] = mapped_column(String(40))
    reason: Mapped[str | None]
    withdrawal_by: Mapped[str | None]
    withdrawn_by: Mapped[str | None]
    orphaned: Mapped[bool] = mapped_column(server_default=false())
    recheck: Mapped[str | None]
    same_as: Mapped[str] = mapped_column(String(64), server_default="")
    version: Mapped[int]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]


class CheckpointRow(Base):
    """A detail of a claim that is ticked by itself."""

    __tablename__ = "checkpoints"

    claim_id: Mapped[int] = mapped_column(ForeignKey("claims.id"), primary_key=True)
    n: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))
    text: Mapped[str]
    start: Mapped[int]
    end: Mapped[int]
    ticked_by: Mapped[str | None]


class SourceRow(Base):
    """An entry of the source registry.

    One that was merged keeps its row, its aliases and what points to it, so that the merge can be
    taken back; whoever reads follows `merged_into` to its end. A voice without a name of its own (“the
    mayor”, “officials”) belongs to one article, `article_id`: in another it is somebody else.
    """

    __tablename__ = "sources"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    kind: Mapped[str] = mapped_column(String(20))
    homepage: Mapped[str | None]
    merged_into: Mapped[int | None] = mapped_column(ForeignKey("sources.id"))
    article_id: Mapped[int | None] = mapped_column(ForeignKey("articles.id"))


class AliasRow(Base):
    """A name under which a source is met; `key` is its normalised form, one source a key."""

    __tablename__ = "aliases"

    key: Mapped[str] = mapped_column(String(300), primary_key=True)
    source_id: Mapped[int] = mapped_column(ForeignKey("sources.id"), index=True)
    alias: Mapped[str]


class AttributionRow(Base):
    """A claim's share of an attribution."""

    __tablename__ = "attributions"
    __table_args__ = (Index(None, "source_id"),)

    claim_id: Mapped[int] = mapped_column(ForeignKey("claims.id"), primary_key=True)
    n: Mapped[int] = mapped_column(primary_key=True)
    source_id: Mapped[int | None] = mapped_column(ForeignKey("sources.id"))
    source_text: Mapped[str | None]
    outlet: Mapped[str | None]
    medium: Mapped[str | None]
    cue: Mapped[str | None]
    mode: Mapped[str] = mapped_column(String(10))
    polarity: Mapped[str] = mapped_column(String(10))
    anonymity: Mapped[str] = mapped_column(String(20))
    continued: Mapped[bool]
    rule: Mapped[str] = mapped_column(String(60))
    spans: Mapped[dict[str, Any]]


class EvidenceRow(Base):
    """A link that bears on a claim. Removing marks it; nothing is deleted."""

    __tablename__ = "evidence"
    __table_args__ = (Index(None, "claim_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    claim_id: Mapped[int] = mapped_column(ForeignKey("claims.id"))
    url: Mapped[str]
    title: Mapped[str | None]
    publisher: Mapped[str | None]
    published: Mapped[date | None] = mapped_column(Date)
    stance: Mapped[str] = mapped_column(String(10))
    quote: Mapped[str | None]
    note: Mapped[str | None]
    primary: Mapped[bool]
    accessed_at: Mapped[datetime]
    added_by: Mapped[str]
    removed_by: Mapped[str | None]
    removed_at: Mapped[datetime | None]


class SnapshotRow(Base):
    """What the page of a piece of evidence was; its bytes are on the shelf, under `sha256`.

    `text` is what a reader reads of it, `quote_found` whether the words relied on stand in it. The
    newest one of a piece counts: `state` and `checked_at` tell what was seen since it was taken.
    `timestamp` is an authority's word for the time (DER, RFC 3161) over the bytes on the shelf.
    """

    __tablename__ = "snapshots"
    __table_args__ = (Index(None, "evidence_id"), Index(None, "due_at"))

    id: Mapped[int] = mapped_column(primary_key=True)
    evidence_id: Mapped[int] = mapped_column(ForeignKey("evidence.id"))
    sha256: Mapped[str] = mapped_column(String(64))
    media_type: Mapped[str] = mapped_column(String(120))
    text: Mapped[str | None]
    quote_found: Mapped[bool | None]
    etag: Mapped[str | None]
    last_modified: Mapped[str | None]
    taken_at: Mapped[datetime]
    taken_by: Mapped[str]
    state: Mapped[str] = mapped_column(String(12))
    checked_at: Mapped[datetime]
    failures: Mapped[int]
    due_at: Mapped[datetime]
    timestamp: Mapped[bytes | None] = mapped_column(LargeBinary)
    timestamped_at: Mapped[datetime | None]


class ArchiveRow(Base):
    """A page kept by an archiver: at `url`, or on the shelf under `sha256`."""

    __tablename__ = "archives"
    __table_args__ = (Index(None, "evidence_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    evidence_id: Mapped[int] = mapped_column(ForeignKey("evidence.id"))
    archiver: Mapped[str] = mapped_column(String(40))
    url: Mapped[str | None]
    sha256: Mapped[str | None] = mapped_column(String(64))
    made_at: Mapped[datetime]
    made_by: Mapped[str]


class QueryRow(Base):
    """A question to the author or a source."""

    __tablename__ = "queries"
    __table_args__ = (Index(None, "claim_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    claim_id: Mapped[int] = mapped_column(ForeignKey("claims.id"))
    text: Mapped[str]
    asked_by: Mapped[str]
    asked_at: Mapped[datetime]
    due: Mapped[date | None] = mapped_column(Date)
    answer: Mapped[str | None]
    answered_by: Mapped[str | None]
    answered_at: Mapped[datetime | None]


class CorrectionRow(Base):
    """A public notice that a published claim changed."""

    __tablename__ = "corrections"
    __table_args__ = (Index(None, "claim_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    claim_id: Mapped[int] = mapped_column(ForeignKey("claims.id"))
    kind: Mapped[str] = mapped_column(String(20))
    old_verdict: Mapped[str | None] = mapped_column(String(40))
    new_verdict: Mapped[str | None] = mapped_column(String(40))
    text: Mapped[str]
    made_by: Mapped[str]
    made_at: Mapped[datetime]
