"""Claims in the database, read whole: a page at a time, one query a kind of part."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, func, select, tuple_

from factcheck.domain.models import (
    Archive,
    Attribution,
    AttributionSpans,
    Checkpoint,
    Claim,
    Correction,
    Evidence,
    Query,
    Snapshot,
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
from factcheck.store.columns import table_of
from factcheck.store.house import TOLD, told_by
from factcheck.store.parts import Part, Parts, parts_of
from factcheck.store.prepared import Answer, Prepared, Row
from factcheck.store.registry import names
from factcheck.store.search import matching_words
from factcheck.store.session import Session
from factcheck.store.tables import AliasRow, ArticleRow, AttributionRow, ClaimRow, QueryRow, StatusCountRow

# Built once: with its many columns it takes longer to build than to run.
_CLAIMS, _ARTICLES = table_of(ClaimRow), table_of(ArticleRow)
# Every claim with its article's slug: what `whole` makes claims of.
EVERY = select(*_CLAIMS.c, _ARTICLES.c.slug).join(_ARTICLES, _ARTICLES.c.id == _CLAIMS.c.article_id)
_IN_ORDER = EVERY.where(
    _ARTICLES.c.slug == bindparam("slug"), _CLAIMS.c.n.between(bindparam("first"), bindparam("last"))
).order_by(_CLAIMS.c.article_id, _CLAIMS.c.n)
_NUMBERED, _LOCKED = Prepared(_IN_ORDER), Prepared(_IN_ORDER.with_for_update(of=_CLAIMS))
# One claim, which most changes are of, and what every change asks about the newsroom.
_LOCKED_ALONE = Prepared(_IN_ORDER.add_columns(*TOLD).with_for_update(of=_CLAIMS))
_HIGHEST = 2**31 - 1
PAGE = 500


@dataclass(frozen=True, slots=True)
class Filters:
    """Which claims are wanted; every field that is set narrows.

    `after` is a place in the order: see `place_of`. `locked` claims come in the order of their numbers,
    in which everybody locks them, whatever the text does.
    """

    article_id: int | None = None
    statuses: Sequence[Status] = ()
    verdicts: Sequence[str] = ()
    kinds: Sequence[Kind] = ()
    source_ids: Sequence[int] | None = None
    outlet: str | None = None
    assignee: str | None = None
    words: str | None = None
    after: tuple[Any, ...] | None = None
    limit: int | None = None
    orphaned: bool | None = None
    flagged: bool = False
    locked: bool = False
    extra: Sequence[ColumnElement[bool]] = field(default=())


@dataclass(frozen=True, slots=True)
class StoredClaim:
    """A claim with the keys that writing it back needs."""

    id: int
    article_id: int
    claim: Claim


def find(session: Session, filters: Filters) -> list[StoredClaim]:
    """The claims that pass, in the order of articles and of the text; `limit` or all of them."""
    found = list(stream(session, filters))
    return sorted(found, key=place_of) if filters.locked else found


def ask(session: Session, refs: RefRange) -> Answer:
    """Ask for the claims that a ref names: see `numbered`.

    Where they may be changed they are locked, in the order of their numbers.
    """
    named = {"slug": refs.slug, "first": refs.first or 1, "last": refs.last or _HIGHEST}
    if not session.writing:
        return _NUMBERED.run(session, named)
    if refs.first is None or refs.first != refs.last:
        return _LOCKED.run(session, named)
    answer = _LOCKED_ALONE.run(session, named)
    told_by(session, answer)
    return answer


def numbered(asked: Answer) -> list[Row]:
    """The rows of the claims that were asked for, in the order of the text; see `whole_of`, and `glimpse`."""
    return sorted(asked.rows, key=lambda row: (row["orphaned"], row["start"], row["n"]))


def glimpse(row: Row) -> StoredClaim:
    """A claim without its parts: enough to see where it stands, and who has it."""
    return next(_put_together([row], defaultdict(list), {}))


def whole_of(session: Session, rows: Sequence[Row]) -> list[StoredClaim]:
    """Any number of claims with all their parts, in the order of the rows."""
    pages = (rows[start : start + PAGE] for start in range(0, len(rows), PAGE))
    return [stored for page in pages for stored in whole(session, page)]


def stream(session: Session, filters: Filters) -> Iterator[StoredClaim]:
    """The same one by one, a page of the database at a time."""
    after, left = filters.after, filters.limit
    while left is None or left > 0:
        size = PAGE if left is None else min(PAGE, left)
        query = _narrowed(session, filters)
        if after is not None:
            query = query.where(tuple_(*_order(filters)) > after)
        rows = session.execute(query.limit(size)).mappings().all()
        yield from whole(session, rows)
        if len(rows) < size:
            return
        after = tuple(rows[-1][column.key] for column in _order(filters))
        left = None if left is None else left - size


def _order(filters: Filters) -> tuple[Any, ...]:
    """Articles as they came in, their claims in the order of the text; the orphaned ones behind it."""
    if filters.locked:
        return (_CLAIMS.c.article_id, _CLAIMS.c.n)
    return (_CLAIMS.c.article_id, _CLAIMS.c.orphaned, _CLAIMS.c.start, _CLAIMS.c.n)


def place_of(stored: StoredClaim) -> tuple[Any, ...]:
    """A claim's place in the order in which claims are listed."""
    claim = stored.claim
    return (stored.article_id, claim.orphaned, claim.start, claim.n)


def _narrowed(session: Session, filters: Filters) -> Select[Any]:
    query = EVERY.order_by(*_order(filters))
    if filters.article_id is not None:
        query = query.where(_CLAIMS.c.article_id == filters.article_id)
    for column, wanted in (
        (_CLAIMS.c.status, filters.statuses),
        (_CLAIMS.c.verdict, filters.verdicts),
        (_CLAIMS.c.kind, filters.kinds),
    ):
        if wanted:
            query = query.where(column.in_(list(wanted)))
    if filters.source_ids is not None:
        names_of = select(func.lower(AliasRow.alias)).where(AliasRow.source_id.in_(list(filters.source_ids)))
        said = select(AttributionRow.claim_id).where(
            AttributionRow.source_id.in_(list(filters.source_ids))
            | func.lower(AttributionRow.outlet).in_(names_of)
            | (func.lower(AttributionRow.outlet) == (filters.outlet or "").lower())
        )
        query = query.where(_CLAIMS.c.id.in_(said))
    if filters.assignee is not None:
        query = query.where(func.lower(_CLAIMS.c.assignee) == filters.assignee.lower())
    if filters.orphaned is not None:
        query = query.where(_CLAIMS.c.orphaned.is_(filters.orphaned))
    if filters.flagged:
        query = query.where(_CLAIMS.c.recheck.is_not(None))
    if filters.words is not None:
        query = query.where(_CLAIMS.c.id.in_(matching_words(session, filters.words)))
    if filters.locked:
        query = query.with_for_update(of=_CLAIMS)
    return query.where(*filters.extra)


def whole(session: Session, rows: Sequence[Mapping[Any, Any]]) -> Iterator[StoredClaim]:
    """Put the parts of each claim together: one query for all of them."""
    parts = parts_of(session, [row["id"] for row in rows])
    said = (part for row in rows for part in parts["attributions", row["id"]])
    yield from _put_together(rows, parts, names(session, {part["merged_into"] for part in said} - {None}))


def _put_together(
    rows: Sequence[Mapping[Any, Any]], parts: Parts, named: Mapping[int, str]
) -> Iterator[StoredClaim]:
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
            checkpoints=tuple(_checkpoint(part) for part in parts["checkpoints", key]),
            attributions=tuple(_attribution(part, named) for part in parts["attributions", key]),
            evidence=_evidence_of(parts, key),
            queries=tuple(_query(part) for part in parts["queries", key]),
            corrections=tuple(_correction(part, ref) for part in parts["corrections", key]),
        )
        yield StoredClaim(key, row["article_id"], claim)


_PLAIN = (
    "n", "revision", "paragraph", "text", "start", "end", "prefix", "suffix", "checkworthiness", "verdict",
    "note", "assignee", "checked_by", "checked_sha256", "approved_by", "published_verdict", "reason",
    "withdrawal_by", "withdrawn_by", "orphaned", "recheck", "version", "created_at", "updated_at",
)  # fmt: skip


def _checkpoint(row: Part) -> Checkpoint:
    fields = {name: row[name] for name in ("n", "text", "start", "end", "ticked_by")}
    return Checkpoint.model_construct(None, **fields, kind=CheckpointKind(row["kind"]))


def _attribution(row: Part, named: Mapping[int, str]) -> Attribution:
    plain = ("source_text", "outlet", "medium", "cue", "mode", "polarity", "anonymity", "continued", "rule")
    fields = {name: row[name] for name in plain}
    spans: dict[str, Any] = {name: tuple(span) if span else None for name, span in row["spans"].items()}
    return Attribution.model_construct(
        None,
        **fields,
        source=row["source"] if row["merged_into"] is None else named[row["merged_into"]],
        spans=AttributionSpans.model_construct(None, **spans),
    )


def _evidence_of(parts: Parts, key: int) -> tuple[Evidence, ...]:
    """A claim's evidence, each piece with its newest snapshot and all that archivers kept of it."""
    pieces = parts["evidence", key]
    if not pieces:
        return ()
    newest = {part["evidence_id"]: part for part in parts["snapshots", key]}
    archives: defaultdict[int, list[Archive]] = defaultdict(list)
    for part in parts["archives", key]:
        fields = {name: part[name] for name in Archive.model_fields}
        archives[part["evidence_id"]].append(Archive.model_construct(None, **fields))
    return tuple(_evidence(piece, newest.get(piece["id"]), archives[piece["id"]]) for piece in pieces)


def _evidence(row: Part, kept: Part | None, archives: Sequence[Archive]) -> Evidence:
    plain = (
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
    fields = {name: row[name] for name in plain}
    if kept is not None:
        seen = {name: kept[name] for name in ("sha256", "taken_at", "state", "timestamped_at")}
        fields |= {"snapshot": Snapshot.model_construct(None, **seen), "quote_found": kept["quote_found"]}
    stance = Stance(row["stance"])
    return Evidence.model_construct(None, **fields, stance=stance, archives=tuple(archives))


def _query(row: Part) -> Query:
    return Query.model_construct(None, **{name: row[name] for name in row if name != "claim_id"})


def _correction(row: Part, ref: str) -> Correction:
    fields = {name: row[name] for name in ("id", "old_verdict", "new_verdict", "text", "made_by", "made_at")}
    return Correction.model_construct(None, **fields, ref=ref, kind=CorrectionClass(row["kind"]))


def articles_published(session: Session) -> set[int]:
    """The articles of which anything was ever published."""
    return set(
        session.scalars(
            select(_CLAIMS.c.article_id).where(_CLAIMS.c.published_verdict.is_not(None)).distinct()
        )
    )


def newest_published(session: Session, limit: int) -> list[StoredClaim]:
    """The published claims in the text that changed last, the newest first."""
    shown = (_CLAIMS.c.status == Status.PUBLISHED) & _CLAIMS.c.orphaned.is_(False)
    query = EVERY.where(shown).order_by(_CLAIMS.c.updated_at.desc(), _CLAIMS.c.id).limit(limit)
    return list(whole(session, session.execute(query).mappings().all()))


def has_open_query() -> ColumnElement[bool]:
    """The condition that a question about a claim waits for its answer."""
    return ClaimRow.id.in_(select(QueryRow.claim_id).where(QueryRow.answered_at.is_(None)))


def count(session: Session, article_id: int | None, status: Status) -> int:
    """How many claims stand in a status: in an article, or anywhere. Read from the counters."""
    query = select(func.coalesce(func.sum(StatusCountRow.claims), 0)).where(StatusCountRow.status == status)
    if article_id is not None:
        query = query.where(StatusCountRow.article_id == article_id)
    return session.scalars(query).one()


def highest(session: Session, article_id: int) -> int:
    """The highest number that a claim of an article has."""
    return session.scalar(select(func.max(ClaimRow.n)).where(ClaimRow.article_id == article_id)) or 0
