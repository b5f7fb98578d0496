"""What the desk's numbers are made of: what happened lately, verdicts by source, evidence's health."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from factcheck.store.columns import table_of
from factcheck.store.house_tables import EventRow
from factcheck.store.session import Session
from factcheck.store.tables import ArticleRow, AttributionRow, ClaimRow, EvidenceRow, SnapshotRow, SourceRow

_CLAIMS, _SAID, _SOURCES = table_of(ClaimRow), table_of(AttributionRow), table_of(SourceRow)
# How far back the newest events are looked at: some weeks of a busy desk.
_LATELY = 50_000


@dataclass(frozen=True, slots=True)
class Happened:
    """An act on a claim: when, which, and when its article came in."""

    at: str
    action: str
    entity: str
    arrived: datetime | None


def lately(session: Session, since: str, actions: tuple[str, ...]) -> list[Happened]:
    """The acts of these kinds since a moment, oldest first."""
    newest = session.scalar(select(func.max(EventRow.id))) or 0
    query = (
        select(EventRow.at, EventRow.action, EventRow.entity, ArticleRow.created_at)
        .outerjoin(ArticleRow, EventRow.chain == "article:" + ArticleRow.slug)
        .where(EventRow.id > newest - _LATELY, EventRow.at >= since, EventRow.action.in_(actions))
        .order_by(EventRow.id)
    )
    return [Happened(row.at, row.action, row.entity, row.created_at) for row in session.execute(query)]


def verdicts_by_source(session: Session) -> Counter[tuple[str, str]]:
    """How many claims have each verdict, by the kind of who is said to have said it; `""` for nobody."""
    said = (
        select(_SOURCES.c.kind, _CLAIMS.c.verdict, func.count(_CLAIMS.c.id.distinct()))
        .join(_SAID, _SAID.c.claim_id == _CLAIMS.c.id)
        .join(_SOURCES, _SOURCES.c.id == _SAID.c.source_id)
        .where(_CLAIMS.c.verdict.is_not(None))
        .group_by(_SOURCES.c.kind, _CLAIMS.c.verdict)
    )
    own = (
        select(_CLAIMS.c.verdict, func.count())
        .where(_CLAIMS.c.verdict.is_not(None), ~_CLAIMS.c.id.in_(select(_SAID.c.claim_id)))
        .group_by(_CLAIMS.c.verdict)
    )
    found: Counter[tuple[str, str]] = Counter()
    for kind, verdict, number in session.execute(said):
        found[kind, verdict] += number
    for verdict, number in session.execute(own):
        found["", verdict] += number
    return found


@dataclass(frozen=True, slots=True)
class Quoted:
    """What a source is quoted with: its claims by verdict (`""` for none yet), the first and the last."""

    verdicts: Counter[str]
    first: datetime
    last: datetime


def quoted(session: Session, groups: Mapping[int, set[int]]) -> dict[int, Quoted]:
    """The figures of every source that is quoted. A claim that names two merged ones counts once."""
    verdict = func.coalesce(_CLAIMS.c.verdict, "")
    number, since, until = (
        func.count(_CLAIMS.c.id.distinct()), func.min(_CLAIMS.c.created_at), func.max(_CLAIMS.c.created_at)
    )  # fmt: skip
    said = select(verdict, number, since, until).join(_SAID, _SAID.c.claim_id == _CLAIMS.c.id)
    rows: list[tuple[int, str, int, datetime, datetime]] = []
    alone = said.add_columns(_SAID.c.source_id).where(_SAID.c.source_id.is_not(None))
    together = set().union(*groups.values())
    for word, times, first, last, key in session.execute(alone.group_by(_SAID.c.source_id, verdict)):
        if key not in together:
            rows.append((key, word, times, first, last))
    for end, members in groups.items():
        found = session.execute(said.where(_SAID.c.source_id.in_(members)).group_by(verdict))
        rows += [(end, word, times, first, last) for word, times, first, last in found]
    figures: dict[int, Quoted] = {}
    for key, word, times, first, last in rows:
        known = figures.get(key, Quoted(Counter(), first, last))
        known.verdicts[word] += times
        figures[key] = Quoted(known.verdicts, min(known.first, first), max(known.last, last))
    return figures


def statuses(session: Session) -> Counter[str]:
    """How many claims that stand in a text have each status."""
    rows = session.execute(
        select(_CLAIMS.c.status, func.count()).where(_CLAIMS.c.orphaned.is_(False)).group_by(_CLAIMS.c.status)
    )
    return Counter(dict(rows.all()))


@dataclass(frozen=True, slots=True)
class Page:
    """A piece of evidence as its health shows it."""

    evidence_id: int
    slug: str
    n: int
    url: str
    state: str | None
    quote_found: bool | None
    taken_at: datetime | None
    checked_at: datetime | None
    due_at: datetime | None


def pages(session: Session, limit: int) -> list[Page]:
    """Evidence with what was last seen of its page; what is worst first, then what was never kept."""
    last = select(func.max(SnapshotRow.id)).group_by(SnapshotRow.evidence_id)
    query = (
        select(
            EvidenceRow.id.label("evidence_id"), ArticleRow.slug, ClaimRow.n, EvidenceRow.url,
            SnapshotRow.state, SnapshotRow.quote_found, SnapshotRow.taken_at, SnapshotRow.checked_at,
            SnapshotRow.due_at,
        )
        .join(ClaimRow, ClaimRow.id == EvidenceRow.claim_id)
        .join(ArticleRow, ArticleRow.id == ClaimRow.article_id)
        .outerjoin(SnapshotRow, (SnapshotRow.evidence_id == EvidenceRow.id) & SnapshotRow.id.in_(last))
        .where(EvidenceRow.removed_at.is_(None))
        .order_by(EvidenceRow.id.desc())
        .limit(limit)
    )  # fmt: skip
    found = [Page(**row) for row in session.execute(query).mappings()]
    return sorted(found, key=_health)


def _health(page: Page) -> int:
    if page.state in ("gone", "changed") or page.quote_found is False:
        return 0
    return {"unreachable": 1, None: 2}.get(page.state, 3)
