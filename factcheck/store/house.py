"""What every change asks about the newsroom first: its policy, and whether it has users."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from factcheck.store.columns import table_of
from factcheck.store.house_tables import PolicyRow, UserRow
from factcheck.store.prepared import Prepared, at_once
from factcheck.store.session import Session

_HOUSE = "factcheck_house"
_POLICIES, _USERS = table_of(PolicyRow), table_of(UserRow)
_ASKED = Prepared(
    select(
        select(_POLICIES.c.toml).order_by(_POLICIES.c.id.desc()).limit(1).scalar_subquery().label("policy"),
        select(_USERS.c.id).limit(1).scalar_subquery().is_not(None).label("has_users"),
    )
)


@dataclass(frozen=True, slots=True)
class House:
    """The text of the policy that was put in force last, None before the first; whether there are users."""

    policy: str | None
    has_users: bool


def house(session: Session) -> House:
    """The newsroom as this transaction found it, so that a change is judged by one policy throughout."""
    if _HOUSE not in session.info:
        with at_once(session):  # with the BEGIN, where this is what a transaction begins with
            asked = _ASKED.run(session)
        row = asked.rows[0]
        session.info[_HOUSE] = House(row["policy"], bool(row["has_users"]))
    found: House = session.info[_HOUSE]
    return found
