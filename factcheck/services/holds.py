"""Who holds a claim, and when nobody does any more: the time ran out, or the person left the newsroom."""

from __future__ import annotations

from datetime import datetime, timedelta

from factcheck.domain import workflow
from factcheck.domain.actors import SYSTEM, Actor, person_key
from factcheck.domain.guards import Request
from factcheck.domain.models import Claim
from factcheck.domain.policy import Policy
from factcheck.domain.refs import RefRange
from factcheck.domain.vocabulary import Status
from factcheck.services.changes import ask_in_order, record
from factcheck.services.gathering import together
from factcheck.services.policies import policy_in_force
from factcheck.store import claims, people
from factcheck.store.claims import Filters, StoredClaim
from factcheck.store.house import house
from factcheck.store.prepared import at_once
from factcheck.store.session import Session


def lay_back(session: Session, stored: StoredClaim, at: datetime) -> Claim:
    """Take a claim from who left it; the ledger says that nobody did, the time ran out."""
    step = workflow.take_step("lay back", stored.claim, SYSTEM, Request(policy_in_force(session)))
    return record(session, SYSTEM, stored, step, at)


def left_before(policy: Policy, at: datetime) -> datetime | None:
    """Claims that were taken and not touched since this moment are left; None if none ever is."""
    return at - timedelta(minutes=policy.hold_minutes) if policy.hold_minutes else None


def is_left(claim: Claim, policy: Policy, at: datetime) -> bool:
    """Whether somebody took a claim, and did nothing with it for the policy's time."""
    before = left_before(policy, at)
    return claim.status is Status.IN_REVIEW and before is not None and claim.updated_at < before


def is_left_by_another(session: Session, actor: Actor, claim: Claim, at: datetime) -> bool:
    """Whether somebody else took a claim and left it, or the newsroom."""
    if claim.status is not Status.IN_REVIEW or claim.assignee is None or actor.is_person(claim.assignee):
        return False
    if is_left(claim, policy_in_force(session), at):
        return True
    user = people.user_of_key(session, person_key(claim.assignee)) if house(session).has_users else None
    return user is not None and user.disabled


def lay_back_all_of(session: Session, name: str, at: datetime) -> None:
    """Let every claim that somebody holds lie in the queue again."""
    held = claims.find(session, Filters(assignee=name, statuses=[Status.IN_REVIEW]))
    with at_once(session):
        asked = ask_in_order(session, [RefRange(one.claim.article, one.claim.n, one.claim.n) for one in held])
    rows = [row for answer in asked.values() for row in answer.rows]
    with together(session):
        for stored in claims.whole_of(session, rows):
            if stored.claim.status is Status.IN_REVIEW and stored.claim.assignee == name:
                lay_back(session, stored, at)
