"""What every change asks about the newsroom first: its policy, and whether it has users."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, select

from factcheck.store.columns import table_of
from factcheck.store.house_tables import PolicyRow, UserRow
from factcheck.store.prepared import Answer, Prepared, at_once
from factcheck.store.session import Session

_HOUSE = "factcheck_house"
_POLICIES, _USERS = table_of(PolicyRow), table_of(UserRow)
# What a statement that asks for something else may ask for besides, to have it `told_by` its answer.
TOLD: tuple[ColumnElement[Any], ...] = (
    select(_POLICIES.c.toml).order_by(_POLICIES.c.id.desc()).limit(1).scalar_subquery().label("policy"),
    select(_USERS.c.id).limit(1).scalar_subquery().is_not(None).label("has_users"),
)
_ASKED = Prepared(select(*TOLD))


@dataclass(frozen=True, slots=True)
class House:
    """The text of the policy that was put in force last, None before the first; whether there are users."""

    policy: str | None
    has_users: bool


def ask_house(session: Session) -> None:
    """Ask for what `house` will tell, at once with something else."""
    if _HOUSE not in session.info:
        session.info[_HOUSE] = _ASKED.run(session)


def told_by(session: Session, answer: Answer) -> None:
    """Let `house` tell what a statement with the columns of `TOLD` answers, if it has a row."""
    session.info.setdefault(_HOUSE, answer)


def house(session: Session) -> House:
    """The newsroom as this transaction found it, so that a change is judged by one policy throughout."""
    found: Answer | House | None = session.info.get(_HOUSE)
    if isinstance(found, House):
        return found
    if found is None or not found.rows:
        with at_once(session):  # with the BEGIN, where this is what a transaction begins with
            found = _ASKED.run(session)
    row = found.rows[0]
    told = session.info[_HOUSE] = House(row["policy"], bool(row["has_users"]))
    return told
