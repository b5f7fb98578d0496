"""The public notices over all articles, and the claims that say the same elsewhere."""

from __future__ import annotations

from sqlalchemy import Text, cast, select

from factcheck.domain.models import Correction
from factcheck.store.session import Session
from factcheck.store.tables import ArticleRow, ClaimRow, CorrectionRow


def every(session: Session, article_id: int | None = None) -> list[Correction]:
    """The corrections, the newest first."""
    columns = [column for column in CorrectionRow.__table__.c if column.name != "claim_id"]
    query = (
        select((ArticleRow.slug + "#" + cast(ClaimRow.n, Text)).label("ref"), *columns)
        .join(ClaimRow, ClaimRow.id == CorrectionRow.claim_id)
        .join(ArticleRow, ArticleRow.id == ClaimRow.article_id)
        .order_by(CorrectionRow.id.desc())
    )
    if article_id is not None:
        query = query.where(ClaimRow.article_id == article_id)
    return [Correction.model_validate(dict(row)) for row in session.execute(query).mappings()]
