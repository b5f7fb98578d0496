"""The policy in force, and putting another in force."""

from __future__ import annotations

import functools

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from factcheck.bundled import bundled
from factcheck.domain.actors import Actor
from factcheck.domain.ledger import HOUSE
from factcheck.domain.models import iso, text_sha256
from factcheck.domain.policy import Policy, read_policy
from factcheck.domain.vocabulary import Role
from factcheck.errors import Conflict, NotAllowed
from factcheck.services.clock import now
from factcheck.store import ledger
from factcheck.store.engine import Sessions
from factcheck.store.tables import ClaimRow, PolicyRow


@functools.lru_cache(maxsize=8)
def _parsed(toml: str) -> Policy:
    return read_policy(toml)


@functools.cache
def default_policy_toml() -> str:
    """The policy that we ship, as text."""
    return (bundled("seeds") / "policy.toml").read_text(encoding="utf-8")


def policy_in_force(session: Session) -> Policy:
    """The policy that was put in force last; ours if none ever was."""
    return _parsed(_toml_in_force(session))


def _toml_in_force(session: Session) -> str:
    newest = session.scalar(select(PolicyRow.toml).order_by(PolicyRow.id.desc()).limit(1))
    return default_policy_toml() if newest is None else newest


def show_policy(sessions: Sessions) -> str:
    """The policy in force, as TOML."""
    with sessions.read() as session:
        return _toml_in_force(session)


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
    if actor.machine or not actor.role.reaches(Role.ADMIN):
        raise NotAllowed("Only an admin changes the policy.", "Ask an admin.")
    policy = read_policy(toml)
    at = now()
    with sessions.begin() as session:
        ledger.lock_house(session)
        _check_in_use(session, policy)
        before = text_sha256(_toml_in_force(session))
        session.execute(insert(PolicyRow).values(toml=toml, set_by=actor.name, set_at=at))
        entry = ledger.Entry(
            "policy_loaded", "policy", {"sha256": before}, {"name": policy.name, "sha256": text_sha256(toml)}
        )
        ledger.append(session, HOUSE, iso(at), actor.name, [entry])
    return policy
