"""What every change asks about the newsroom first: its policy, and whether it has users."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from factcheck.store.columns import table_of
from factcheck.store.house_tables import PolicyRow, UserRow
from factcheck.store.prepared import Answer, Prepared, at_once
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


def ask_house(session: Session) -> None:
    """Ask for what `house` will tell, at once with something else."""
    if _HOUSE not in session.info:
        session.info[_HOUSE] = _ASKED.run(session)


def house(session: Session) -> House:
    """The newsroom as this transaction found it, so that a change is judged by one policy throughout."""
    if _HOUSE not in session.info:
        with at_once(session):  # with the BEGIN, where this is what a transaction begins with
            ask_house(session)
    found: Answer | House = session.info[_HOUSE]
    if isinstance(found, Answer):
        row = found.rows[0]
        found = session.info[_HOUSE] = House(row["policy"], bool(row["has_users"]))
    return found
