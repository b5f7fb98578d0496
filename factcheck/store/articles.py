"""Articles, their revisions and their progress."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import RowMapping, Select, insert, select, update
from sqlalchemy.orm import Session

from factcheck.domain.models import Article, Progress
from factcheck.domain.vocabulary import Status
from factcheck.errors import NotFound
from factcheck.store.tables import ArticleRow, RevisionRow, StatusCountRow


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """An article with the key that writing to it needs."""

    id: int
    article: Article


def every(session: Session) -> list[StoredArticle]:
    """All articles, oldest first."""
    return list(_read(session, _query()))


def by_slug(session: Session, slug: str) -> StoredArticle:
    """The article of that slug. Raises NotFound, and names the nearest slugs there are."""
    found = next(_read(session, _query().where(ArticleRow.slug == slug)), None)
    if found is None:
        raise NotFound(f"There is no article “{slug}”.", _nearest(session, slug))
    return found


def by_text(session: Session, text_sha256: str) -> StoredArticle | None:
    """The article whose present text has that hash; None if nobody ingested it yet."""
    query = _query().where(RevisionRow.text_sha256 == text_sha256)
    return next(_read(session, query), None)


def taken(session: Session, slug: str) -> bool:
    """Whether a slug belongs to an article already."""
    return session.scalar(select(ArticleRow.id).where(ArticleRow.slug == slug)) is not None


def add(session: Session, fields: dict[str, Any]) -> int:
    """Insert an article; its id."""
    return session.scalars(insert(ArticleRow).returning(ArticleRow.id), [fields]).one()


def add_revision(session: Session, fields: dict[str, Any]) -> None:
    """Insert a revision: the normalised text and the bytes it came from."""
    session.execute(insert(RevisionRow), [fields])


def change(session: Session, article_id: int, fields: Mapping[str, Any]) -> None:
    """Write new values of an article."""
    session.execute(update(ArticleRow).where(ArticleRow.id == article_id).values(**fields))


def revision(session: Session, article_id: int, n: int) -> RowMapping:
    """A revision's text, hash and original bytes."""
    query = select(*RevisionRow.__table__.c).where(RevisionRow.article_id == article_id, RevisionRow.n == n)
    return session.execute(query).mappings().one()


def _query() -> Select[Any]:
    return (
        select(*ArticleRow.__table__.c, RevisionRow.text_sha256)
        .join(
            RevisionRow,
            (RevisionRow.article_id == ArticleRow.id) & (RevisionRow.n == ArticleRow.revision),
        )
        .order_by(ArticleRow.id)
    )


def _read(session: Session, query: Select[Any]) -> Iterator[StoredArticle]:
    rows = session.execute(query).mappings().all()
    counts: defaultdict[int, dict[Status, int]] = defaultdict(dict)
    wanted = select(StatusCountRow).where(StatusCountRow.article_id.in_([row["id"] for row in rows]))
    for count in session.scalars(wanted if len(rows) < 500 else select(StatusCountRow)):
        counts[count.article_id][Status(count.status)] = count.claims
    for row in rows:
        progress = Progress(counts={status: counts[row["id"]].get(status, 0) for status in Status})
        fields = {name: value for name, value in row.items() if name != "id"}
        article = Article.model_construct(
            None, **fields, claims=progress.total, checked=progress.checked, counts=progress.counts
        )
        yield StoredArticle(row["id"], article)


def _nearest(session: Session, slug: str) -> str:
    import difflib

    near = difflib.get_close_matches(
        slug, session.scalars(select(ArticleRow.slug).limit(10_000)), n=3, cutoff=0.5
    )
    return f"Did you mean {' or '.join(near)}?" if near else "See what there is: factcheck articles."
