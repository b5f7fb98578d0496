"""What waits to be checked, what was taken and left, what has to be looked at again."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Numeric, cast, func, select

from factcheck.domain.vocabulary import Status
from factcheck.store.claims import EVERY, StoredClaim, whole
from factcheck.store.columns import table_of
from factcheck.store.session import Session
from factcheck.store.tables import ArticleRow, ClaimRow

_CLAIMS, _ARTICLES = table_of(ClaimRow), table_of(ArticleRow)
_AT_ONCE = 100
# What waits in the order in which it is handed out; closer figures of check-worthiness say nothing.
_IS_WAITING = _CLAIMS.c.status == Status.UNCHECKED, _CLAIMS.c.orphaned.is_(False)
# As numbers with decimals: of a half in binary ones SQLite rounds up, PostgreSQL to the even.
_BY_WORTH = (
    func.round(cast(_CLAIMS.c.checkworthiness * 10, Numeric())).desc(),
    _ARTICLES.c.deadline.is_(None),
    _ARTICLES.c.deadline,
    _CLAIMS.c.checkworthiness.desc(),
    _CLAIMS.c.article_id,
    _CLAIMS.c.start,
)


def most_checkworthy(session: Session, article_id: int | None) -> int | None:
    """The id of the unchecked claim that matters most; None when none is left.

    Locked where the database can lock a row, passing over those that somebody else is taking.
    """
    query = select(_CLAIMS.c.id).join(_ARTICLES, _ARTICLES.c.id == _CLAIMS.c.article_id)
    query = query.where(*_IS_WAITING).order_by(*_BY_WORTH).limit(1)
    if article_id is not None:
        query = query.where(_CLAIMS.c.article_id == article_id)
    return session.scalar(query.with_for_update(of=_CLAIMS, skip_locked=True))


def waiting(session: Session, article_id: int | None, limit: int) -> list[StoredClaim]:
    """The unchecked claims that matter most, in the order in which they will be handed out."""
    query = EVERY.where(*_IS_WAITING).order_by(*_BY_WORTH).limit(limit)
    if article_id is not None:
        query = query.where(_CLAIMS.c.article_id == article_id)
    return list(whole(session, session.execute(query).mappings().all()))


def left_alone(session: Session, article_id: int | None, before: datetime) -> list[int]:
    """The ids of claims that somebody holds and nobody has touched since; a hundred at most.

    Locked where the database can lock a row and this transaction writes, passing over those in use.
    """
    query = (
        select(ClaimRow.id)
        .where(ClaimRow.status == Status.IN_REVIEW, ClaimRow.updated_at < before)
        .order_by(ClaimRow.article_id, ClaimRow.n)
        .limit(_AT_ONCE)
    )
    if article_id is not None:
        query = query.where(ClaimRow.article_id == article_id)
    if session.writing:
        query = query.with_for_update(skip_locked=True)
    return list(session.scalars(query))


def flagged(session: Session, article_id: int | None) -> int:
    """How many claims that stand in a text are to be looked at again."""
    query = select(func.count()).where(ClaimRow.recheck.is_not(None), ClaimRow.orphaned.is_(False))
    if article_id is not None:
        query = query.where(ClaimRow.article_id == article_id)
    return session.scalar(query) or 0
