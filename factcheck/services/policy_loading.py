"""Putting another policy in force."""

from __future__ import annotations

from sqlalchemy import insert, select

from factcheck.domain.actors import Actor
from factcheck.domain.ledger import HOUSE
from factcheck.domain.models import iso, text_sha256
from factcheck.domain.policy import Policy, read_policy
from factcheck.errors import Conflict, TransitionRefused
from factcheck.services.clock import now
from factcheck.services.people import acting
from factcheck.services.policies import toml_in_force
from factcheck.store import claim_writes, ledger, people
from factcheck.store.engine import Sessions
from factcheck.store.house_tables import PolicyRow
from factcheck.store.session import Session
from factcheck.store.tables import ClaimRow


def _check_in_use(session: Session, policy: Policy) -> None:
    columns = (ClaimRow.verdict, ClaimRow.published_verdict)
    used = {
        verdict for column in columns for verdict in session.scalars(select(column).distinct()) if verdict
    }
    lost = sorted(used - set(policy.verdicts))
    if lost:
        raise Conflict(
            f"Claims have the verdict “{lost[0]}”, which the new policy doesn't know; nothing was changed.",
            f"Keep on the scale what is in use: {', '.join(lost)}.",
        )


def load_policy(sessions: Sessions, actor: Actor, toml: str) -> Policy:
    """Put a policy in force from now on. Raises BadInput for one that can't be read,
    Conflict for one without a verdict that claims have, NotAllowed."""
    policy = read_policy(toml)
    at = now()
    with sessions.begin() as session:
        ledger.lock_house(session)
        claim_writes.lock_every(session)  # who is at work finishes under the old policy
        if policy.tokens_required and actor.token is None and people.has_users(session):
            raise TransitionRefused(
                "You would lock yourself out: you act without a token, and this policy wants one.",
                "Make one first (factcheck tokens add NAME), and load the policy with FACTCHECK_TOKEN set.",
            )
        actor = acting(session, actor, "policy")
        _check_in_use(session, policy)
        before = text_sha256(toml_in_force(session))
        session.execute(insert(PolicyRow).values(toml=toml, set_by=actor.name, set_at=at))
        entry = ledger.Entry(
            "policy_loaded", "policy", {"sha256": before}, {"name": policy.name, "sha256": text_sha256(toml)}
        )
        ledger.append(session, HOUSE, iso(at), actor.name, [entry])
    return policy
