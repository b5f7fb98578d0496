"""The queue: the claim that matters most to one person only, and what was taken and left."""

from __future__ import annotations

from factcheck.domain import workflow
from factcheck.domain.actors import Actor
from factcheck.domain.guards import Request
from factcheck.domain.models import Claim
from factcheck.domain.vocabulary import Status
from factcheck.errors import NotFound
from factcheck.services.changes import record
from factcheck.services.clock import now
from factcheck.services.gathering import together
from factcheck.services.holds import lay_back, left_before
from factcheck.services.people import acting
from factcheck.services.policies import policy_in_force
from factcheck.store import articles, claims, queue
from factcheck.store.claims import Filters
from factcheck.store.engine import Sessions
from factcheck.store.tables import ClaimRow


def next_claim(sessions: Sessions, actor: Actor, slug: str | None = None) -> tuple[Claim, int]:
    """Take the unchecked claim that matters most, and say how many more are waiting.

    The more check-worthy comes first (in tenths: closer figures say nothing), then what has the nearer
    deadline, then the order of articles and of the text. Raises NotFound when none is waiting.
    """
    lay_back_left(sessions, slug)
    at = now()
    with sessions.begin() as session:
        actor = acting(session, actor, "take")
        article_id = articles.by_slug(session, slug).id if slug else None
        waiting = claims.count(session, article_id, Status.UNCHECKED)
        key = queue.most_checkworthy(session, article_id)
        if key is None:
            where = f"of {slug} " if slug else ""
            flagged = queue.flagged(session, article_id)
            again = f" {flagged} to be looked at again: factcheck claims --flagged." if flagged else ""
            raise NotFound(
                f"No claim {where}is waiting to be checked.{again}",
                "See where they stand: factcheck articles.",
            )
        stored = claims.find(session, Filters(extra=[ClaimRow.id == key]))[0]
        step = workflow.take_step("take", stored.claim, actor, Request(policy_in_force(session)))
        return record(session, actor, stored, step, at), waiting - 1


def list_waiting(sessions: Sessions, slug: str | None, limit: int) -> tuple[list[Claim], int]:
    """What waits to be checked, in the order in which `next_claim` hands it out, and how many more do.

    Raises NotFound for no such article.
    """
    with sessions.read() as session:
        article_id = articles.by_slug(session, slug).id if slug else None
        found = [one.claim for one in queue.waiting(session, article_id, limit)]
        return found, claims.count(session, article_id, Status.UNCHECKED) - len(found)


def lay_back_left(sessions: Sessions, slug: str | None = None) -> None:
    """Let claims lie in the queue again that somebody took, and did nothing with for the policy's time.

    A transaction of its own, which waits for no claim, and for chains in their order.
    """
    at = now()
    with sessions.read() as session:
        before = left_before(policy_in_force(session), at)
        article_id = articles.by_slug(session, slug).id if slug else None
        if before is None or not queue.left_alone(session, article_id, before):
            return
    with sessions.begin() as session:
        keys = queue.left_alone(session, article_id, before)
        with together(session):
            for stored in claims.find(session, Filters(extra=[ClaimRow.id.in_(keys)])):
                lay_back(session, stored, at)
