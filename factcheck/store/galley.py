"""What a page with every sentence of an article shows of each: a few columns, however many there are."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import ColumnElement, ScalarSelect, Table, func, select

from factcheck.domain.vocabulary import CheckpointKind, Kind, Status
from factcheck.store.columns import table_of
from factcheck.store.registry import names
from factcheck.store.session import Session
from factcheck.store.tables import AttributionRow, CheckpointRow, ClaimRow, EvidenceRow, QueryRow

_CLAIMS, _SAID, _EVIDENCE = table_of(ClaimRow), table_of(AttributionRow), table_of(EvidenceRow)
_QUERIES, _POINTS = table_of(QueryRow), table_of(CheckpointRow)


@dataclass(frozen=True, slots=True)
class Voice:
    """Who is said to have said a claim, and the outlet that it came through."""

    source: str | None
    outlet: str | None
    anonymity: str


@dataclass(frozen=True, slots=True)
class GalleyClaim:
    """A claim as the galley shows it in the text."""

    n: int
    start: int
    end: int
    text: str
    status: Status
    verdict: str | None
    kind: Kind
    checkworthiness: float
    assignee: str | None
    checked_by: str | None
    recheck: str | None
    orphaned: bool
    version: int
    voices: tuple[Voice, ...]
    figures: int
    evidence: int
    open_queries: int


def claims_of(session: Session, article_id: int, n: int | None = None) -> list[GalleyClaim]:
    """The claims of an article in the order of its text, those that have gone last; or one of them."""
    mine = _CLAIMS.c.article_id == article_id
    if n is not None:
        mine &= _CLAIMS.c.n == n
    order = (_CLAIMS.c.orphaned, _CLAIMS.c.start, _CLAIMS.c.n)
    columns = (
        "id", "n", "start", "end", "text", "status", "verdict", "kind", "checkworthiness", "assignee",
        "checked_by", "recheck", "orphaned", "version",
    )  # fmt: skip
    chosen = [_CLAIMS.c[name] for name in columns]
    rows = session.execute(select(*chosen).where(mine).order_by(*order))
    keys = select(_CLAIMS.c.id).where(mine).scalar_subquery()
    voices = _voices(session, keys)
    figures = _counted(
        session, _POINTS, _POINTS.c.claim_id.in_(keys) & (_POINTS.c.kind == CheckpointKind.FIGURE)
    )
    pieces = _counted(session, _EVIDENCE, _EVIDENCE.c.claim_id.in_(keys) & _EVIDENCE.c.removed_at.is_(None))
    waiting = _counted(session, _QUERIES, _QUERIES.c.claim_id.in_(keys) & _QUERIES.c.answered_at.is_(None))
    return [
        GalleyClaim(
            n, start, end, words, _STATUS[status], verdict, _KIND[kind], checkworthiness, assignee,
            checked_by, recheck, orphaned, version, voices.get(key, ()), figures.get(key, 0),
            pieces.get(key, 0), waiting.get(key, 0),
        )
        for (
            key, n, start, end, words, status, verdict, kind, checkworthiness, assignee, checked_by, recheck,
            orphaned, version,
        ) in rows.all()
    ]  # fmt: skip


# A lookup is ten times as fast as the enum's own.
_STATUS = {str(one): one for one in Status}
_KIND = {str(one): one for one in Kind}


def _voices(session: Session, keys: ScalarSelect[int]) -> Mapping[int, tuple[Voice, ...]]:
    columns = (_SAID.c.claim_id, _SAID.c.source_id, _SAID.c.outlet, _SAID.c.anonymity)
    rows = session.execute(
        select(*columns).where(_SAID.c.claim_id.in_(keys)).order_by(_SAID.c.claim_id, _SAID.c.n)
    ).all()
    called = names(session, {row.source_id for row in rows} - {None})
    found: defaultdict[int, dict[Voice, None]] = defaultdict(dict)
    for row in rows:
        found[row.claim_id][Voice(called.get(row.source_id), row.outlet, row.anonymity)] = None
    return {key: tuple(said) for key, said in found.items()}


def _counted(session: Session, table: Table, where: ColumnElement[bool]) -> Counter[int]:
    claim_id = table.c.claim_id
    rows = session.execute(select(claim_id, func.count()).where(where).group_by(claim_id))
    return Counter({row[0]: row[1] for row in rows})
