"""Looking: articles, claims, sources, the queue, what happened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from factcheck.domain.actors import Actor
from factcheck.domain.events import Event
from factcheck.domain.ledger import HOUSE
from factcheck.domain.models import Article, Claim, Source
from factcheck.domain.refs import Ref, RefRange
from factcheck.domain.vocabulary import Kind, Status
from factcheck.services.changes import select_claim, select_claims
from factcheck.services.clock import now
from factcheck.services.holds import left_before
from factcheck.services.people import acting
from factcheck.services.policies import policy_in_force
from factcheck.store import articles, claims, ledger, registry
from factcheck.store.claims import Filters
from factcheck.store.engine import Sessions
from factcheck.store.session import Session


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which claims somebody wants to see; every field that is set narrows."""

    article: str | None = None
    statuses: Sequence[Status] = ()
    verdicts: Sequence[str] = ()
    kinds: Sequence[Kind] = ()
    source: str | None = None
    assignee: str | None = None
    query: str | None = None
    after: Ref | None = None
    limit: int | None = None
    orphaned: bool | None = None
    flagged: bool = False


def list_articles(sessions: Sessions) -> list[Article]:
    """All articles with their progress, who holds what of them, and whether they are late; oldest first."""
    at = now()
    with sessions.read() as session:
        return [dated(session, stored.article, at) for stored in articles.every(session)]


def show_article(sessions: Sessions, slug: str) -> Article:
    """One article. Raises NotFound."""
    at = now()
    with sessions.read() as session:
        return dated(session, articles.by_slug(session, slug).article, at)


def dated(session: Session, article: Article, at: datetime) -> Article:
    """An article with what depends on the hour: whether it is late, and who left what they took."""
    before = left_before(policy_in_force(session), at)
    late = article.deadline is not None and article.deadline < at and article.checked < article.claims
    held = tuple(
        one.model_copy(update={"left": before is not None and one.since < before}) for one in article.held
    )
    return article.model_copy(update={"overdue": late, "held": held})


def list_claims(sessions: Sessions, wanted: Wanted) -> Iterator[Claim]:
    """The claims that are wanted, in the order of articles and of the text, as a stream.

    Raises NotFound for an article that doesn't exist, UsageError for a verdict the policy lacks, both
    before the first claim comes.
    """
    with sessions.read() as session:
        policy = policy_in_force(session)
        for verdict in wanted.verdicts:
            policy.rule(verdict)
        after = select_claim(session, wanted.after) if wanted.after is not None else None
        filters = Filters(
            article_id=articles.by_slug(session, wanted.article).id if wanted.article else None,
            statuses=wanted.statuses,
            verdicts=wanted.verdicts,
            kinds=wanted.kinds,
            source_ids=None if wanted.source is None else registry.ids_named(session, wanted.source),
            outlet=wanted.source,
            assignee=wanted.assignee,
            words=wanted.query,
            after=claims.place_of(after) if after else None,
            limit=wanted.limit,
            orphaned=wanted.orphaned,
            flagged=wanted.flagged,
        )
    return _stream(sessions, filters)


def _stream(sessions: Sessions, filters: Filters) -> Iterator[Claim]:
    with sessions.read() as session:
        for stored in claims.stream(session, filters):
            yield stored.claim


def show_claims(sessions: Sessions, refs: RefRange) -> list[Claim]:
    """The claims that a ref names. Raises NotFound."""
    with sessions.read() as session:
        return [stored.claim for stored in select_claims(session, refs)]


def list_sources(sessions: Sessions, slug: str | None = None) -> list[Source]:
    """Who is quoted, most often first: in one article, or anywhere."""
    with sessions.read() as session:
        return registry.every(session, articles.by_slug(session, slug).id if slug else None)


def claim_history(sessions: Sessions, ref: Ref) -> list[Event]:
    """What happened to a claim, oldest first. Raises NotFound."""
    with sessions.read() as session:
        select_claim(session, ref)
        return list(ledger.events(session, ledger.chain_of(ref.slug), entity=f"claim:{ref}"))


def article_history(sessions: Sessions, slug: str) -> Iterator[Event]:
    """What happened to an article and all its claims, oldest first, as a stream. Raises NotFound."""
    with sessions.read() as session:
        articles.by_slug(session, slug)
    return _events(sessions, ledger.chain_of(slug))


def house_history(sessions: Sessions) -> Iterator[Event]:
    """What happened to the policy and the source registry, oldest first, as a stream."""
    return _events(sessions, HOUSE)


def event_feed(sessions: Sessions, after: int, limit: int) -> list[tuple[int, Event]]:
    """What happened anywhere after an event's number, in an order that never changes; with the numbers."""
    with sessions.read() as session:
        return ledger.feed(session, after, limit)


def newest_event(sessions: Sessions) -> int:
    """The number of the newest event; 0 if there is none."""
    with sessions.read() as session:
        return ledger.newest(session)


def _events(sessions: Sessions, chain: str) -> Iterator[Event]:
    with sessions.read() as session:
        yield from ledger.events(session, chain)


def state_of(sessions: Sessions, actor: Actor, slug: str | None = None) -> str:
    """What tells whether anything about an article's claims (or anybody's) has happened since.

    It is the ledger's own word: the heads of the article's chain and of the house's. Raises NotSignedIn,
    NotAllowed, NotFound.
    """
    with sessions.read() as session:
        acting(session, actor, "look")
        if slug is None:
            return ledger.state(session)
        found = ledger.head_of(session, ledger.chain_of(slug))
        if found is None:
            articles.by_slug(session, slug)
        return f"{found} {ledger.head_of(session, HOUSE)}"
