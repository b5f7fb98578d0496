"""Who is signed in at a browser, and what programs asked under a key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from factcheck.domain.people import SignedIn, User
from factcheck.domain.vocabulary import Role
from factcheck.store.columns import table_of
from factcheck.store.house_tables import IdempotencyRow, UserRow, WebSessionRow
from factcheck.store.prepared import Prepared
from factcheck.store.session import Session

_SIGNED, _USERS, _KEYS = table_of(WebSessionRow), table_of(UserRow), table_of(IdempotencyRow)
_OPEN = (
    select(
        *(_SIGNED.c[name] for name in ("id", "name", "created_at", "seen_at", "expires_at", "revoked_at")),
        _USERS.c.id.label("user_id"),
        _USERS.c.name.label("user"),
        _USERS.c.role,
        _USERS.c.disabled,
        _USERS.c.created_by,
        _USERS.c.created_at.label("user_since"),
    )
    .outerjoin(_USERS, _USERS.c.id == _SIGNED.c.user_id)
    .order_by(_SIGNED.c.id)
)
_BY_HASH = Prepared(_OPEN.where(_SIGNED.c.sha256 == bindparam("sha256")))


def open_session(session: Session, fields: Mapping[str, Any]) -> None:
    """Insert somebody who signed in."""
    session.execute(insert(_SIGNED), [dict(fields)])


def session_of_hash(session: Session, sha256: str) -> tuple[SignedIn, User | None] | None:
    """Who is signed in under that secret's hash; the user is None on a personal file."""
    row = _BY_HASH.run(session, {"sha256": sha256}).first
    if row is None:
        return None
    user = None
    if row["user_id"] is not None:
        user = User(
            id=row["user_id"],
            name=row["user"],
            role=Role(row["role"]),
            disabled=row["disabled"],
            created_by=row["created_by"],
            created_at=row["user_since"],
        )
    return _signed_in(row), user


def open_sessions(session: Session, user_id: int | None) -> list[SignedIn]:
    """The sessions of a user, those that have ended too."""
    query = _OPEN.where(_SIGNED.c.user_id == user_id)
    return [_signed_in(row) for row in session.execute(query).mappings()]


def _signed_in(row: Mapping[Any, Any]) -> SignedIn:
    names = ("id", "name", "user", "created_at", "seen_at", "expires_at", "revoked_at")
    return SignedIn(**{name: row[name] for name in names})


def end_sessions(
    session: Session, at: datetime, *, sha256: str | None = None, user_id: int | None = None
) -> None:
    """Let a secret, or all those of a user, open nothing any more."""
    query = update(_SIGNED).where(_SIGNED.c.revoked_at.is_(None)).values(revoked_at=at)
    query = query.where(_SIGNED.c.sha256 == sha256) if sha256 else query.where(_SIGNED.c.user_id == user_id)
    session.execute(query)


def note_seen(session: Session, session_id: int, at: datetime) -> None:
    """Write down that somebody is still there."""
    session.execute(update(_SIGNED).where(_SIGNED.c.id == session_id).values(seen_at=at))


def forget_sessions(session: Session, before: datetime) -> None:
    """Delete what ended before a moment."""
    session.execute(delete(_SIGNED).where(_SIGNED.c.expires_at < before))


def password_of(session: Session, user_id: int) -> str | None:
    """The hash of a user's password; None if they have none."""
    return session.scalar(select(_USERS.c.password).where(_USERS.c.id == user_id))


def key_of_login(session: Session, login: str) -> str | None:
    """The key of the user whom the identity provider knows by that login."""
    return session.scalar(select(_USERS.c.key).where(func.lower(_USERS.c.login) == login.lower()))


@dataclass(frozen=True, slots=True)
class Answered:
    """A request under a key: what was asked (its hash), and the answer, None while it is being made."""

    asked_sha256: str
    status: int | None
    headers: dict[str, str]
    body: bytes


def begin_request(
    session: Session, caller: str, key: str, asked_sha256: str, at: datetime
) -> Answered | None:
    """Take a key for a request; None if it is new, else what is known of the first one."""
    fields = {"caller": caller, "key": key, "asked_sha256": asked_sha256, "created_at": at}
    try:
        with session.begin_nested():
            session.execute(insert(_KEYS), [fields])
    except IntegrityError:
        row = (
            session.execute(select(_KEYS).where(_KEYS.c.caller == caller, _KEYS.c.key == key))
            .mappings()
            .one()
        )
        return Answered(row["asked_sha256"], row["status"], row["headers"] or {}, row["body"] or b"")
    return None


def end_request(
    session: Session, caller: str, key: str, status: int, headers: Mapping[str, str], body: bytes
) -> None:
    """Keep the answer to a request."""
    session.execute(
        update(_KEYS)
        .where(_KEYS.c.caller == caller, _KEYS.c.key == key)
        .values(status=status, headers=dict(headers), body=body)
    )


def drop_request(session: Session, caller: str, key: str) -> None:
    """Forget a request that changed nothing, so that it can be sent again."""
    session.execute(delete(_KEYS).where(_KEYS.c.caller == caller, _KEYS.c.key == key))


def forget_requests(session: Session, before: datetime) -> None:
    """Delete the keys of before a moment."""
    session.execute(delete(_KEYS).where(_KEYS.c.created_at < before))
