"""The questions that were put about claims, over all articles."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Text, cast, select

from factcheck.domain.models import AskedQuery
from factcheck.store.session import Session
from factcheck.store.tables import ArticleRow, ClaimRow, QueryRow


def every(
    session: Session, article_id: int | None = None, *, answered: bool = False, due_by: date | None = None
) -> list[AskedQuery]:
    """The open queries, or with `answered` all of them: the most urgent first, then as they were asked."""
    columns = [column for column in QueryRow.__table__.c if column.name != "claim_id"]
    query = (
        select((ArticleRow.slug + "#" + cast(ClaimRow.n, Text)).label("ref"), *columns)
        .join(ClaimRow, ClaimRow.id == QueryRow.claim_id)
        .join(ArticleRow, ArticleRow.id == ClaimRow.article_id)
        .order_by(QueryRow.due.is_(None), QueryRow.due, QueryRow.id)
    )
    if article_id is not None:
        query = query.where(ClaimRow.article_id == article_id)
    if not answered:
        query = query.where(QueryRow.answered_at.is_(None))
    if due_by is not None:
        query = query.where(QueryRow.due <= due_by)
    return [AskedQuery.model_validate(dict(row)) for row in session.execute(query).mappings()]
