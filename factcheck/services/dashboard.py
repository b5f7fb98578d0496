"""The desk in numbers: what was done each day, how long a check takes, what was found of whom."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from factcheck.domain.models import AskedQuery, Claim, Source, iso
from factcheck.domain.vocabulary import Status
from factcheck.errors import NotFound
from factcheck.services.clock import now
from factcheck.store import claims, figures, queries, registry
from factcheck.store.claims import Filters
from factcheck.store.engine import Sessions
from factcheck.store.figures import Page as Page

_DAYS = 14
_CHECKED, _APPROVED, _PUBLISHED = "claim_marked", "claim_approved", "claim_published"
# How long a check takes, from the article's arrival: in hours, the upper ends of the groups.
_GROUPS: tuple[tuple[float, str], ...] = (
    (1, "under 1 hour"), (4, "1 to 4 hours"), (24, "4 to 24 hours"), (72, "1 to 3 days"),
    (float("inf"), "longer"),
)  # fmt: skip
_MOST_PAGES = 500


@dataclass(frozen=True, slots=True)
class Day:
    """What was done on a day (UTC)."""

    day: date
    checked: int
    approved: int
    published: int


@dataclass(frozen=True, slots=True)
class Dashboard:
    """The numbers of the desk."""

    days: tuple[Day, ...]
    hours: tuple[tuple[str, int], ...]
    median_hours: float | None
    verdicts: tuple[tuple[str, Counter[str]], ...]
    statuses: Counter[str]
    queries: tuple[AskedQuery, ...]


def read_dashboard(sessions: Sessions) -> Dashboard:
    """The last fourteen days, and how things stand."""
    at = now()
    first = (at - timedelta(days=_DAYS - 1)).replace(hour=0, minute=0, second=0, microsecond=0)
    with sessions.read() as session:
        done = figures.lately(session, iso(first), (_CHECKED, _APPROVED, _PUBLISHED))
        by_kind: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for (kind, verdict), number in figures.verdicts_by_source(session).items():
            by_kind[kind][verdict] += number
        standing, asked = figures.statuses(session), queries.every(session, None)
    per_day = Counter((one.at[:10], one.action) for one in done)
    days = [(first + timedelta(days=n)).date() for n in range(_DAYS)]
    hours = _hours(done)
    return Dashboard(
        tuple(
            Day(day, *(per_day[day.isoformat(), action] for action in (_CHECKED, _APPROVED, _PUBLISHED)))
            for day in days
        ),
        tuple((name, sum(_group(one) == name for one in hours)) for _, name in _GROUPS),
        sorted(hours)[len(hours) // 2] if hours else None,
        tuple(sorted(by_kind.items(), key=lambda one: -sum(one[1].values()))),
        standing,
        tuple(asked),
    )


def _hours(done: list[figures.Happened]) -> list[float]:
    """Hours from an article's arrival to the first verdict on each claim."""
    first: dict[str, float] = {}
    for one in done:
        if one.action == _CHECKED and one.arrived is not None and one.entity not in first:
            first[one.entity] = (datetime.fromisoformat(one.at) - one.arrived).total_seconds() / 3600
    return list(first.values())


def _group(hours: float) -> str:
    return next(name for most, name in _GROUPS if hours < most)


def list_pages(sessions: Sessions) -> list[Page]:
    """The newest pieces of evidence with what was last seen of their pages; what is worst first."""
    with sessions.read() as session:
        return figures.pages(session, _MOST_PAGES)


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """A source with what was found of its claims: by verdict, by month, and the newest of them."""

    source: Source
    verdicts: Counter[str]
    months: tuple[tuple[str, Counter[str]], ...]
    claims: tuple[Claim, ...]
    open: int


def read_sources(sessions: Sessions) -> list[tuple[Source, figures.Quoted]]:
    """Whoever is quoted, most often first, with what was found of it."""
    with sessions.read() as session:
        found = figures.quoted(session, registry.merged_groups(registry.merges(session)))
        return [(source, found[source.id]) for source in registry.every(session) if source.id in found]


def read_source(sessions: Sessions, source_id: int) -> SourceRecord:
    """What one source is quoted with. Raises NotFound."""
    with sessions.read() as session:
        source = next((one for one in registry.every(session) if one.id == source_id), None)
        if source is None:
            raise NotFound(
                "There is no such source.", "It may have been merged into another: see the registry."
            )
        ends = registry.merges(session)
        ids = [source_id, *(key for key, end in ends.items() if end == source_id)]
        found = [one.claim for one in claims.stream(session, Filters(source_ids=ids))]
    months: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for claim in found:
        months[claim.created_at.strftime("%Y-%m")][claim.verdict or "open"] += 1
    return SourceRecord(
        source,
        Counter(claim.verdict for claim in found if claim.verdict),
        tuple(sorted(months.items())),
        tuple(found[::-1][:100]),
        sum(claim.status in (Status.UNCHECKED, Status.IN_REVIEW, Status.REOPENED) for claim in found),
    )
