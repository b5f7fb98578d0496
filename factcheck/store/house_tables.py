"""The house's tables: the ledger, the policy and the newsroom's rules, its people and their tokens."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, Integer, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from factcheck.store.columns import Base


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


class RuleSetRow(Base):
    """The rules that a newsroom wrote, as feature files by name; the newest row counts, none means none."""

    __tablename__ = "rule_sets"

    id: Mapped[int] = mapped_column(primary_key=True)
    files: Mapped[dict[str, str]] = mapped_column(JSON)
    set_by: Mapped[str]
    set_at: Mapped[datetime]


class UserRow(Base):
    """A person of the newsroom; `key` is one for all spellings of the name. Nobody is ever deleted.

    `password` is its argon2 hash; `login` is how the house's identity provider (OIDC) knows them.
    """

    __tablename__ = "users"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    key: Mapped[str] = mapped_column(String(200), unique=True)
    role: Mapped[str] = mapped_column(String(20))
    disabled: Mapped[bool]
    created_by: Mapped[str]
    created_at: Mapped[datetime]
    password: Mapped[str | None]
    login: Mapped[str | None] = mapped_column(String(300), unique=True)


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


class WebSessionRow(Base):
    """Somebody signed in at a browser; without a user, on a personal file, under the name that they say."""

    __tablename__ = "web_sessions"

    id: Mapped[int] = mapped_column(primary_key=True)
    sha256: Mapped[str] = mapped_column(String(64), unique=True)
    user_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"), index=True)
    name: Mapped[str]
    created_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]


class IdempotencyRow(Base):
    """A request that a program may repeat: what was asked under its key, and what was answered."""

    __tablename__ = "idempotency_keys"
    __table_args__ = (UniqueConstraint("caller", "key"), Index(None, "created_at"))

    id: Mapped[int] = mapped_column(primary_key=True)
    caller: Mapped[str] = mapped_column(String(64))
    key: Mapped[str] = mapped_column(String(200))
    asked_sha256: Mapped[str] = mapped_column(String(64))
    status: Mapped[int | None]
    headers: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    body: Mapped[bytes | None] = mapped_column(LargeBinary)
    created_at: Mapped[datetime]
