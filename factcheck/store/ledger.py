"""The ledger in the database: appending to a chain, and reading chains back in order."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, insert, select, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from factcheck.domain.ledger import GENESIS, next_event, next_seal
from factcheck.domain.models import Event, Seal
from factcheck.errors import IntegrityFailure
from factcheck.store.tables import ChainRow, EventRow, SealRow


@dataclass(frozen=True, slots=True)
class Entry:
    """What an event says, before it has its place in a chain."""

    action: str
    entity: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None


def chain_of(slug: str) -> str:
    """The chain of an article."""
    return f"article:{slug}"


def append(session: Session, chain: str, at: str, actor: str, entries: Sequence[Entry]) -> list[Event]:
    """Add events to the end of a chain, which is made with its first event.

    Locks that chain's head and no other until the transaction ends.
    """
    found = session.execute(
        select(ChainRow.length, ChainRow.head).where(ChainRow.name == chain).with_for_update()
    ).one_or_none()
    length, head = (found.length, found.head) if found else (0, GENESIS)
    events: list[Event] = []
    for entry in entries:
        event = next_event(
            chain=chain, length=length, head=head, at=at, actor=actor, action=entry.action,
            entity=entry.entity, before=entry.before, after=entry.after,
        )  # fmt: skip
        length, head = event.seq, event.hash
        events.append(event)
    if found:
        session.execute(update(ChainRow).where(ChainRow.name == chain).values(length=length, head=head))
    else:
        session.execute(insert(ChainRow).values(name=chain, length=length, head=head))
    session.execute(insert(EventRow), [event.model_dump() for event in events])
    return events


def events(
    session: Session, chain: str, *, entity: str | None = None, limit: int | None = None
) -> Iterator[Event]:
    """The events of a chain in its own order, in constant memory.

    Raises IntegrityFailure for one that can't even be read.
    """
    columns = [column for column in EventRow.__table__.c if column.name != "id"]
    query = select(*columns).where(EventRow.chain == chain).order_by(EventRow.seq)
    if entity is not None:
        query = query.where(EventRow.entity == entity)
    rows = iter(session.execute(query.limit(limit).execution_options(yield_per=1000)).mappings())
    last = 0
    while True:
        try:
            event = Event.model_construct(None, **next(rows))
        except StopIteration:
            return
        except (ValueError, TypeError, RecursionError, DBAPIError) as error:
            raise unreadable(chain, last + 1) from error
        last = event.seq
        yield event


def unreadable(chain: str, seq: int) -> IntegrityFailure:
    """What is said of an event whose row isn't text or JSON any more."""
    return IntegrityFailure(
        f"The ledger is broken. {chain}: event {seq} or one soon after it was altered: it can't be read.",
        "Restore a backup from before, and find out who had access.",
    )


def heads(session: Session) -> list[tuple[str, int, str]]:
    """All chains with length and head as the database keeps them, sorted by name."""
    rows = session.execute(select(ChainRow.name, ChainRow.length, ChainRow.head))
    return sorted((row.name, row.length, row.head) for row in rows)


def chain_names(session: Session) -> list[str]:
    """Every chain that has a head or an event; tampering can leave either without the other."""
    named = set(session.scalars(select(ChainRow.name)))
    return sorted(named | set(session.scalars(select(EventRow.chain).distinct())))


def append_seal(session: Session, at: str) -> Seal:
    """Seal the present heads."""
    now = heads(session)
    last = latest_seal(session)
    seal = next_seal(n=last.n + 1 if last else 1, at=at, heads=now, prev_hash=last.hash if last else GENESIS)
    session.execute(insert(SealRow).values(**seal.model_dump(), heads=json.dumps(now)))
    return seal


def latest_seal(session: Session) -> Seal | None:
    """The newest seal; None before the first."""
    newest = session.scalar(select(func.max(SealRow.n)))
    return next((seal for seal, _ in seals(session) if seal.n == newest), None)


def seals(session: Session) -> Iterator[tuple[Seal, list[tuple[str, int, str]]]]:
    """All seals in order, each with the heads that it saw."""
    for row in session.execute(select(*SealRow.__table__.c).order_by(SealRow.n)).mappings():
        fields = {name: value for name, value in row.items() if name != "heads"}
        try:
            kept = [(str(name), int(length), str(head)) for name, length, head in json.loads(row["heads"])]
        except (ValueError, TypeError, RecursionError) as error:
            raise unreadable("checkpoints", row["n"]) from error
        yield Seal.model_construct(None, **fields), kept
