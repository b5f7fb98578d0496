"""The tables, one schema for SQLite and PostgreSQL. Alembic alone makes and changes them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    CheckConstraint,
    Date,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    false,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from factcheck.domain.vocabulary import Status

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class UTCMoment(TypeDecorator[datetime]):
    """A moment in UTC: aware in Python, `timestamptz` on PostgreSQL, naive UTC text on SQLite."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn an aware moment into what the database keeps."""
        if value is None or dialect.name == "postgresql":
            return value
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - the hook's signature
        """Give an aware moment back."""
        if value is None or value.tzinfo is not None:
            return value
        return value.replace(tzinfo=UTC)


class Base(DeclarativeBase):
    """The root of all tables; every constraint gets a name from the convention."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map = {datetime: UTCMoment(), dict[str, Any]: JSON(), str: Text()}  # noqa: RUF012 - SQLAlchemy's own form


def table_of(row: type[Base]) -> Table:
    """The table itself, for statements that need no objects."""
    table = row.__table__
    if not isinstance(table, Table):
        raise TypeError(f"{row.__name__} is no table of its own")
    return table


class ChainRow(Base):
    """A ledger chain: its length and the hash of its last event, so that a cut tail shows."""

    __tablename__ = "chains"

    name: Mapped[str] = mapped_column(String(120), primary_key=True)
    length: Mapped[int] = mapped_column(Integer)
    head: Mapped[str] = mapped_column(String(64))


class EventRow(Base):
    """One row of the append-only ledger; triggers refuse UPDATE and DELETE."""

    __tablename__ = "events"
    __table_args__ = (
        UniqueConstraint("chain", "seq"),
        UniqueConstraint("chain", "prev_hash"),
        Index(None, "entity"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    chain: Mapped[str] = mapped_column(String(120), ForeignKey("chains.name"))
    seq: Mapped[int]
    at: Mapped[str] = mapped_column(String(27))
    actor: Mapped[str]
    action: Mapped[str] = mapped_column(String(60))
    entity: Mapped[str] = mapped_column(String(160))
    before: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    after: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    prev_hash: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))


class SealRow(Base):
    """A checkpoint over all chains; `heads` keeps what it saw, so that a changed chain is named."""

    __tablename__ = "seals"

    n: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[str] = mapped_column(String(27))
    size: Mapped[int]
    root: Mapped[str] = mapped_column(String(64))
    prev_hash: Mapped[str] = mapped_column(String(64), unique=True)
    hash: Mapped[str] = mapped_column(String(64), unique=True)
    heads: Mapped[str]
    signature: Mapped[str | None]
    signed_by: Mapped[str | None]


class PolicyRow(Base):
    """A policy that was put in force; the newest row counts, none means the one we ship."""

    __tablename__ = "policies"

    id: Mapped[int] = mapped_column(primary_key=True)
    toml: Mapped[str]
    set_by: Mapped[str]
    set_at: Mapped[datetime]


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


class UserRow(Base):
    """A person of the newsroom; `key` is one for all spellings of the name. Nobody is ever deleted."""

    __tablename__ = "users"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    key: Mapped[str] = mapped_column(String(200), unique=True)
    role: Mapped[str] = mapped_column(String(20))
    disabled: Mapped[bool]
    created_by: Mapped[str]
    created_at: Mapped[datetime]


class TokenRow(Base):
    """What a program shows to act for a user, kept as a hash; `scope` is the most it may do."""

    __tablename__ = "tokens"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"), index=True)
    label: Mapped[str]
    scope: Mapped[str] = mapped_column(String(20))
    sha256: Mapped[str] = mapped_column(String(64), unique=True)
    created_by: Mapped[str]
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]
