"""The newsroom's people and their tokens."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, insert, select, update

from factcheck.domain.people import Token, User
from factcheck.domain.vocabulary import Role
from factcheck.store.house_tables import TokenRow, UserRow
from factcheck.store.prepared import Prepared
from factcheck.store.session import Session


def has_users(session: Session) -> bool:
    """Whether the newsroom has named its people; on a file of one's own nobody has."""
    return session.scalar(select(UserRow.id).limit(1)) is not None


def user_of_key(session: Session, key: str) -> User | None:
    """The user whose name has that key, under whatever spelling."""
    row = _BY_KEY.run(session, {"key": key}).first
    return _user(row) if row else None


def every_user(session: Session) -> list[User]:
    """All users, disabled ones too, in the order in which they came."""
    return [_user(row) for row in session.execute(_USERS.order_by(UserRow.id)).mappings()]


def admins(session: Session) -> int:
    """How many people can still manage the others."""
    working = select(func.count()).where(UserRow.role == Role.ADMIN, UserRow.disabled.is_(False))
    return session.scalar(working) or 0


def add_user(session: Session, fields: Mapping[str, Any]) -> User:
    """Insert a user."""
    session.execute(insert(UserRow).values(**fields))
    return _user(session.execute(_USERS.where(UserRow.key == fields["key"])).mappings().one())


def change_user(session: Session, user: User, fields: Mapping[str, Any]) -> User:
    """Write new values of a user; the user as they are then."""
    session.execute(update(UserRow).where(UserRow.id == user.id).values(**fields))
    return user.model_copy(update=dict(fields))


def add_token(session: Session, fields: Mapping[str, Any]) -> Token:
    """Insert a token, of which only the hash is kept."""
    key = session.scalars(insert(TokenRow).returning(TokenRow.id), [dict(fields)]).one()
    return next(one for one in every_token(session) if one.id == key)


def every_token(session: Session, user_id: int | None = None) -> list[Token]:
    """The tokens of a user or of all, expired and revoked ones too."""
    query = _TOKENS.order_by(TokenRow.id)
    if user_id is not None:
        query = query.where(TokenRow.user_id == user_id)
    return [_token(row) for row in session.execute(query).mappings()]


def token_of_hash(session: Session, sha256: str) -> tuple[Token, User] | None:
    """The token with that hash, and whose it is."""
    row = _BY_HASH.run(session, {"sha256": sha256}).first
    if row is None:
        return None
    user = _BY_NAME.run(session, {"name": row["user"]}).rows[0]
    return _token(row), _user(user)


def revoke_token(session: Session, token_id: int, at: datetime) -> None:
    """Let a token be good for nothing any more."""
    session.execute(update(TokenRow).where(TokenRow.id == token_id).values(revoked_at=at))


_USERS = select(
    UserRow.id, UserRow.name, UserRow.role, UserRow.disabled, UserRow.created_by, UserRow.created_at
)
_TOKENS = select(
    TokenRow.id, UserRow.name.label("user"), TokenRow.label, TokenRow.scope, TokenRow.created_at,
    TokenRow.expires_at, TokenRow.revoked_at,
).join(UserRow, UserRow.id == TokenRow.user_id)  # fmt: skip
# Whoever acts is looked up by one of these.
_BY_KEY = Prepared(_USERS.where(UserRow.key == bindparam("key")))
_BY_NAME = Prepared(_USERS.where(UserRow.name == bindparam("name")))
_BY_HASH = Prepared(_TOKENS.where(TokenRow.sha256 == bindparam("sha256")))


def _user(row: Mapping[Any, Any]) -> User:
    return User.model_validate(dict(row))


def _token(row: Mapping[Any, Any]) -> Token:
    return Token.model_validate(dict(row))
