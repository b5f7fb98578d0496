"""Articles, their revisions and their progress."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import RowMapping, Select, func, insert, select, update

from factcheck.domain.models import Article, Hold, Progress
from factcheck.domain.vocabulary import Status
from factcheck.errors import NotFound
from factcheck.store.columns import table_of
from factcheck.store.session import Session
from factcheck.store.tables import ArticleRow, ClaimRow, RevisionRow, StatusCountRow

# Of so many articles or more, a list of ids in a query costs more than reading them all.
_MANY = 500


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


def byline(session: Session, article_id: int) -> str | None:
    """Who wrote an article, as it stands now."""
    articles = table_of(ArticleRow)
    return session.scalar(select(articles.c.byline).where(articles.c.id == article_id))


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
    ids = [row["id"] for row in rows]
    for count in session.execute(_among(select(StatusCountRow), StatusCountRow.article_id, ids)):
        counts[count.article_id][Status(count.status)] = count.claims
    held, flagged = _held(session, ids), _flagged(session, ids)
    for row in rows:
        progress = Progress(counts={status: counts[row["id"]].get(status, 0) for status in Status})
        fields = {name: value for name, value in row.items() if name != "id"}
        article = Article.model_construct(
            None,
            **fields,
            claims=progress.total,
            checked=progress.checked,
            counts=progress.counts,
            held=tuple(held[row["id"]]),
            flagged=flagged.get(row["id"], 0),
        )
        yield StoredArticle(row["id"], article)


def _held(session: Session, ids: Sequence[int]) -> defaultdict[int, list[Hold]]:
    """Who holds which claims of these articles."""
    query = (
        select(ClaimRow.article_id, ArticleRow.slug, ClaimRow.n, ClaimRow.assignee, ClaimRow.updated_at)
        .join(ArticleRow, ArticleRow.id == ClaimRow.article_id)
        .where(ClaimRow.status == Status.IN_REVIEW, ClaimRow.orphaned.is_(False))
        .where(ClaimRow.assignee.is_not(None))
        .order_by(ClaimRow.article_id, ClaimRow.n)
    )
    held: defaultdict[int, list[Hold]] = defaultdict(list)
    for article_id, slug, n, by, since in session.execute(_among(query, ClaimRow.article_id, ids)):
        held[article_id].append(Hold(ref=f"{slug}#{n}", by=by, since=since))
    return held


def _flagged(session: Session, ids: Sequence[int]) -> dict[int, int]:
    query = (
        select(ClaimRow.article_id, func.count())
        .where(ClaimRow.recheck.is_not(None), ClaimRow.orphaned.is_(False))
        .group_by(ClaimRow.article_id)
    )
    rows = session.execute(_among(query, ClaimRow.article_id, ids))
    found: dict[int, int] = {key: number for key, number in rows}  # noqa: C416 - a row is no pair to mypy
    return found


def _among(query: Any, column: Any, ids: Sequence[int]) -> Any:
    """Narrow a query to some articles, unless they are so many that all are faster."""
    return query.where(column.in_(ids)) if len(ids) < _MANY else query


def _nearest(session: Session, slug: str) -> str:
    import difflib

    near = difflib.get_close_matches(
        slug, session.scalars(select(ArticleRow.slug).limit(10_000)), n=3, cutoff=0.5
    )
    return f"Did you mean {' or '.join(near)}?" if near else "See what there is: factcheck articles."
