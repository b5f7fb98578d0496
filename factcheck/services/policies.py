"""The policy in force, and putting another in force."""

from __future__ import annotations

import functools
from datetime import datetime

from sqlalchemy import select

from factcheck.bundled import bundled
from factcheck.domain.policy import Policy, read_policy
from factcheck.store.engine import Sessions
from factcheck.store.house import house
from factcheck.store.house_tables import PolicyRow
from factcheck.store.session import Session


@functools.lru_cache(maxsize=8)
def _parsed(toml: str) -> Policy:
    return read_policy(toml)


@functools.cache
def default_policy_toml() -> str:
    """The policy that we ship, as text."""
    return (bundled("seeds") / "policy.toml").read_text(encoding="utf-8")


def policy_in_force(session: Session, as_of: datetime | None = None) -> Policy:
    """The policy that was put in force last (until a moment, if one is given); ours if none ever was."""
    return _parsed(toml_in_force(session, as_of))


def toml_in_force(session: Session, as_of: datetime | None = None) -> str:
    """The policy in force, as the text that somebody loaded."""
    if as_of is None:
        newest = house(session).policy
    else:
        until = select(PolicyRow.toml).where(PolicyRow.set_at <= as_of)
        newest = session.scalar(until.order_by(PolicyRow.id.desc()).limit(1))
    return default_policy_toml() if newest is None else newest


def show_policy(sessions: Sessions) -> str:
    """The policy in force, as TOML."""
    with sessions.read() as session:
        return toml_in_force(session)


def current_policy(sessions: Sessions) -> Policy:
    """The policy in force."""
    with sessions.read() as session:
        return policy_in_force(session)
