"""Claims in the database: reading them whole, page by page, and changing them by comparing versions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, RowMapping, Select, func, insert, select, tuple_, update
from sqlalchemy.orm import Session

from factcheck.domain.models import (
    Attribution,
    AttributionSpans,
    Checkpoint,
    Claim,
    Correction,
    Evidence,
    Query,
)
from factcheck.domain.refs import RefRange
from factcheck.domain.vocabulary import (
    AttributionCheck,
    CheckpointKind,
    CorrectionClass,
    Kind,
    SkipReason,
    Stance,
    Status,
)
from factcheck.store.search import matching_words
from factcheck.store.tables import (
    ArticleRow,
    AttributionRow,
    Base,
    CheckpointRow,
    ClaimRow,
    CorrectionRow,
    EvidenceRow,
    QueryRow,
    SourceRow,
    StatusCountRow,
)

if TYPE_CHECKING:
    from factcheck.domain.drafting import ClaimDraft

PAGE = 500


@dataclass(frozen=True, slots=True)
class Filters:
    """Which claims are wanted; every field that is set narrows. `after` is (article id, n)."""

    article_id: int | None = None
    refs: RefRange | None = None
    statuses: Sequence[Status] = ()
    verdicts: Sequence[str] = ()
    kinds: Sequence[Kind] = ()
    source_ids: Sequence[int] | None = None
    assignee: str | None = None
    words: str | None = None
    after: tuple[int, int] | None = None
    limit: int | None = None
    extra: Sequence[ColumnElement[bool]] = field(default=())


@dataclass(frozen=True, slots=True)
class StoredClaim:
    """A claim with the keys that writing it back needs."""

    id: int
    article_id: int
    claim: Claim


def find(session: Session, filters: Filters) -> list[StoredClaim]:
    """The claims that pass, in the order of articles and of the text; `limit` or all of them."""
    return list(stream(session, filters))


def stream(session: Session, filters: Filters) -> Iterator[StoredClaim]:
    """The same one by one, a page of the database at a time."""
    after, left = filters.after, filters.limit
    while left is None or left > 0:
        size = PAGE if left is None else min(PAGE, left)
        query = _narrowed(session, filters)
        if after is not None:
            query = query.where(tuple_(ClaimRow.article_id, ClaimRow.n) > after)
        rows = session.execute(query.limit(size)).mappings().all()
        yield from _whole(session, rows)
        if len(rows) < size:
            return
        after = (rows[-1]["article_id"], rows[-1]["n"])
        left = None if left is None else left - size


def _narrowed(session: Session, filters: Filters) -> Select[Any]:
    query = (
        select(*ClaimRow.__table__.c, ArticleRow.slug)
        .join(ArticleRow, ArticleRow.id == ClaimRow.article_id)
        .order_by(ClaimRow.article_id, ClaimRow.n)
    )
    if filters.article_id is not None:
        query = query.where(ClaimRow.article_id == filters.article_id)
    if filters.refs is not None and not filters.refs.is_all:
        query = query.where(ClaimRow.n.between(filters.refs.first, filters.refs.last))
    for column, wanted in (
        (ClaimRow.status, filters.statuses),
        (ClaimRow.verdict, filters.verdicts),
        (ClaimRow.kind, filters.kinds),
    ):
        if wanted:
            query = query.where(column.in_(list(wanted)))
    if filters.source_ids is not None:
        said = select(AttributionRow.claim_id).where(AttributionRow.source_id.in_(list(filters.source_ids)))
        query = query.where(ClaimRow.id.in_(said))
    if filters.assignee is not None:
        query = query.where(func.lower(ClaimRow.assignee) == filters.assignee.lower())
    if filters.words is not None:
        query = query.where(ClaimRow.id.in_(matching_words(session, filters.words)))
    return query.where(*filters.extra)


def _whole(session: Session, rows: Sequence[RowMapping]) -> Iterator[StoredClaim]:
    """Put the parts of each claim together: one query a kind of part, not one a claim."""
    ids = [row["id"] for row in rows]
    points = _parts(session, CheckpointRow, ids, CheckpointRow.n)
    attributions = _attributions(session, ids)
    evidence = _parts(session, EvidenceRow, ids, EvidenceRow.id, EvidenceRow.removed_at.is_(None))
    queries = _parts(session, QueryRow, ids, QueryRow.id)
    corrections = _parts(session, CorrectionRow, ids, CorrectionRow.id)
    for row in rows:
        key, ref = row["id"], f"{row['slug']}#{row['n']}"
        fields = {name: row[name] for name in _PLAIN}
        claim = Claim.model_construct(
            None,
            **fields,
            ref=ref,
            article=row["slug"],
            kind=Kind(row["kind"]),
            status=Status(row["status"]),
            attribution_check=row["attribution_check"] and AttributionCheck(row["attribution_check"]),
            skip_reason=row["skip_reason"] and SkipReason(row["skip_reason"]),
            checkpoints=tuple(_checkpoint(part) for part in points[key]),
            attributions=tuple(_attribution(part) for part in attributions[key]),
            evidence=tuple(_evidence(part) for part in evidence[key]),
            queries=tuple(_query(part) for part in queries[key]),
            corrections=tuple(_correction(part, ref) for part in corrections[key]),
        )
        yield StoredClaim(key, row["article_id"], claim)


_PLAIN = (
    "n", "revision", "paragraph", "text", "start", "end", "prefix", "suffix", "checkworthiness", "verdict",
    "note", "assignee", "checked_by", "checked_sha256", "approved_by", "published_verdict", "reopen_reason",
    "withdrawal_by", "version", "created_at", "updated_at",
)  # fmt: skip

Parts = defaultdict[int, list[RowMapping]]


def _parts(
    session: Session, table: type[Base], ids: Sequence[int], order: Any, *conditions: ColumnElement[bool]
) -> Parts:
    claim_id = table.__table__.c.claim_id
    query = select(*table.__table__.c).where(claim_id.in_(ids), *conditions).order_by(claim_id, order)
    return _by_claim(session.execute(query).mappings())


def _attributions(session: Session, ids: Sequence[int]) -> Parts:
    query = (
        select(*AttributionRow.__table__.c, SourceRow.name)
        .join(SourceRow, SourceRow.id == AttributionRow.source_id, isouter=True)
        .where(AttributionRow.claim_id.in_(ids))
        .order_by(AttributionRow.claim_id, AttributionRow.n)
    )
    return _by_claim(session.execute(query).mappings())


def _by_claim(rows: Iterable[RowMapping]) -> Parts:
    grouped: Parts = defaultdict(list)
    for row in rows:
        grouped[row["claim_id"]].append(row)
    return grouped


def _checkpoint(row: RowMapping) -> Checkpoint:
    fields = {name: row[name] for name in ("n", "text", "start", "end", "ticked_by")}
    return Checkpoint.model_construct(None, **fields, kind=CheckpointKind(row["kind"]))


def _attribution(row: RowMapping) -> Attribution:
    names = ("source_text", "outlet", "medium", "cue", "mode", "polarity", "anonymity", "continued", "rule")
    fields = {name: row[name] for name in names}
    spans: dict[str, Any] = {name: tuple(span) if span else None for name, span in row["spans"].items()}
    return Attribution.model_construct(
        None, **fields, source=row["name"], spans=AttributionSpans.model_construct(None, **spans)
    )


def _evidence(row: RowMapping) -> Evidence:
    names = (
        "id",
        "url",
        "title",
        "publisher",
        "published",
        "quote",
        "note",
        "primary",
        "accessed_at",
        "added_by",
    )
    fields = {name: row[name] for name in names}
    return Evidence.model_construct(None, **fields, stance=Stance(row["stance"]))


def _query(row: RowMapping) -> Query:
    return Query.model_construct(None, **{name: row[name] for name in row if name != "claim_id"})


def _correction(row: RowMapping, ref: str) -> Correction:
    fields = {name: row[name] for name in ("id", "old_verdict", "new_verdict", "text", "made_by", "made_at")}
    return Correction.model_construct(None, **fields, ref=ref, kind=CorrectionClass(row["kind"]))


def count(session: Session, article_id: int | None, status: Status) -> int:
    """How many claims stand in a status: in an article, or anywhere. Read from the counters."""
    query = select(func.coalesce(func.sum(StatusCountRow.claims), 0)).where(StatusCountRow.status == status)
    if article_id is not None:
        query = query.where(StatusCountRow.article_id == article_id)
    return session.scalars(query).one()


def most_checkworthy(session: Session, article_id: int | None) -> int | None:
    """The id of the unchecked claim that matters most; None when none is left.

    Locked where the database can lock a row, passing over those that somebody else is taking.
    """
    query = (
        select(ClaimRow.id)
        .where(ClaimRow.status == Status.UNCHECKED)
        .order_by(ClaimRow.checkworthiness.desc(), ClaimRow.article_id, ClaimRow.n)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    if article_id is not None:
        query = query.where(ClaimRow.article_id == article_id)
    return session.scalar(query)


def change(session: Session, stored: StoredClaim, fields: Mapping[str, Any], at: datetime) -> bool:
    """Write new values if the claim still has the version that was read; False if it has not."""
    written = session.execute(
        update(ClaimRow)
        .where(ClaimRow.id == stored.id, ClaimRow.version == stored.claim.version)
        .values(**fields, version=stored.claim.version + 1, updated_at=at)
    )
    return bool(written.rowcount == 1)  # type: ignore[attr-defined]  # an UPDATE's result has it


def move_count(session: Session, article_id: int, before: Status, after: Status) -> None:
    """Count one claim of an article from one status to another."""
    if before is not after:
        _count(session, article_id, before, -1)
        _count(session, article_id, after, +1)


def _count(session: Session, article_id: int, status: Status, step: int) -> None:
    row = (StatusCountRow.article_id == article_id) & (StatusCountRow.status == status)
    session.execute(update(StatusCountRow).where(row).values(claims=StatusCountRow.claims + step))


def start_counts(session: Session, article_id: int, unchecked: int) -> None:
    """Begin an article's counters: a row a status, so that counting is always an update."""
    rows = [
        {"article_id": article_id, "status": s, "claims": unchecked if s is Status.UNCHECKED else 0}
        for s in Status
    ]
    session.execute(insert(StatusCountRow), rows)


def add(
    session: Session,
    article_id: int,
    revision: int,
    drafts: Sequence[ClaimDraft],
    sources: Mapping[tuple[str, str], int],
    at: datetime,
) -> list[int]:
    """Insert drafted claims with their parts; the ids in the drafts' order.

    `sources` maps (name, anonymity) of an attribution to its entry of the registry.
    """
    shared = {"article_id": article_id, "revision": revision, "status": Status.UNCHECKED, "version": 1}
    names = ("n", "paragraph", "text", "start", "end", "prefix", "suffix", "kind", "checkworthiness")
    rows = [
        {**shared, **{name: getattr(draft, name) for name in names}, "created_at": at, "updated_at": at}
        for draft in drafts
    ]
    statement = insert(ClaimRow).returning(ClaimRow.id, sort_by_parameter_order=True)
    ids = list(session.scalars(statement, rows))
    points = [
        {"claim_id": key, **point.model_dump()}
        for key, draft in zip(ids, drafts, strict=True)
        for point in draft.checkpoints
    ]
    if points:
        session.execute(insert(CheckpointRow), points)
    attributions = [
        {
            "claim_id": key,
            "n": n,
            "source_id": sources.get((said.source, said.anonymity)) if said.source else None,
            "spans": said.spans.model_dump(),
            **said.model_dump(exclude={"source", "spans"}),
        }
        for key, draft in zip(ids, drafts, strict=True)
        for n, said in enumerate(draft.attributions, 1)
    ]
    if attributions:
        session.execute(insert(AttributionRow), attributions)
    return ids
