"""The ledger in the database: appending to a chain, and reading chains back in order."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, bindparam, func, insert, select, text, update
from sqlalchemy.exc import DBAPIError

from factcheck.domain.events import Event, Seal
from factcheck.domain.ledger import GENESIS, next_event, next_seal
from factcheck.errors import IntegrityFailure
from factcheck.store.columns import table_of
from factcheck.store.house_tables import ChainRow, EventRow, SealRow
from factcheck.store.prepared import Answer, Prepared
from factcheck.store.session import Session

_BEFORE_ALL = -(2**31)  # a forged event may have any number
_PAGE = 1000  # events that are fetched at once
# Any number, the same in every process: this one spells "fact".
_HOUSE_LOCK = 0x66616374

# Every change runs the first of these. They are built once, and of tables: building them, or asking for
# objects, costs more than running them.
_CHAINS, _EVENTS = table_of(ChainRow), table_of(EventRow)
_NAMED = _CHAINS.c.name == bindparam("chain")
_HEAD = Prepared(select(_CHAINS.c.length, _CHAINS.c.head).where(_NAMED).with_for_update())
_BEGUN = Prepared(insert(_CHAINS))
_GROWN = Prepared(update(_CHAINS).where(_NAMED))
_AT_ONCE = 8  # events that one statement adds
_HEAD_ALONE = select(_CHAINS.c.head).where(_NAMED)
_LENGTHS = select(func.sum(_CHAINS.c.length))


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
    """Add events of one actor to the end of a chain, which is made with its first event.

    Locks that chain's head and no other until the transaction ends.
    """
    return append_each(session, chain, [(at, actor, entry) for entry in entries], lock_head(session, chain))


def lock_head(session: Session, chain: str) -> Answer:
    """Have a chain's end to oneself until the transaction ends; what `append_each` goes on from."""
    return _HEAD.run(session, {"chain": chain})


def append_each(
    session: Session, chain: str, entries: Sequence[tuple[str, str, Entry]], locked: Answer
) -> list[Event]:
    """Add events to the locked end of a chain, each with its own time and actor: else as `append`."""
    found = locked.first
    length, head = (found["length"], found["head"]) if found else (0, GENESIS)
    events: list[Event] = []
    for at, actor, entry in entries:
        event = next_event(
            chain=chain, length=length, head=head, at=at, actor=actor, action=entry.action,
            entity=entry.entity, before=entry.before, after=entry.after,
        )  # fmt: skip
        length, head = event.seq, event.hash
        events.append(event)
    if found:
        _GROWN.run(session, {"chain": chain, "length": length, "head": head})
    else:
        _BEGUN.run(session, {"name": chain, "length": length, "head": head})
    for start in range(0, len(events), _AT_ONCE):
        page = events[start : start + _AT_ONCE]
        values = {f"{name}_{k}": value for k, event in enumerate(page) for name, value in event}
        _adding(len(page)).run(session, values)
    return events


@functools.cache
def _adding(count: int) -> Prepared:
    """The statement that adds so many events, numbered in their order; nobody asks for the numbers."""
    columns = [_EVENTS.c[name] for name in Event.model_fields]
    rows = [{c.name: bindparam(f"{c.name}_{k}", type_=c.type) for c in columns} for k in range(count)]
    return Prepared(insert(_EVENTS).inline().values(rows))


def lock_house(session: Session) -> None:
    """Let one at a time change what is the house's: slugs, sources, policy. Held to the transaction's end.

    SQLite has one writer anyway.
    """
    if session.get_bind().dialect.name == "postgresql":
        session.execute(select(func.pg_advisory_xact_lock(_HOUSE_LOCK)))


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
    last, left = _BEFORE_ALL, limit
    while left is None or left > 0:
        size = _PAGE if left is None else min(_PAGE, left)
        page = query.where(EventRow.seq > last).limit(size)
        try:
            rows = session.execute(page).mappings().all()
        except _UNREADABLE as error:
            raise unreadable(chain, _first_unreadable(session, chain, last)) from error
        for row in rows:
            yield Event.model_construct(None, **row)
        if len(rows) < size:
            return
        last = rows[-1]["seq"]
        left = None if left is None else left - size


# What comes of a row whose bytes are no text, or whose text is no JSON.
_UNREADABLE = (ValueError, TypeError, RecursionError, DBAPIError)


def _first_unreadable(session: Session, chain: str, last: int) -> int:
    """Which event it is: they are fetched many at a time, and looked at one by one only now."""
    numbers = select(EventRow.seq).where(EventRow.chain == chain, EventRow.seq > last).order_by(EventRow.seq)
    for seq in session.scalars(numbers).all():
        try:
            session.execute(
                select(*EventRow.__table__.c).where(EventRow.chain == chain, EventRow.seq == seq)
            ).one()
        except _UNREADABLE:
            return seq
    return last + 1


def unreadable(chain: str, number: int) -> IntegrityFailure:
    """What is said of an event or checkpoint whose row isn't text or JSON any more."""
    what = f"checkpoint {number}" if chain == "checkpoints" else f"event {number}"
    return IntegrityFailure(
        f"The ledger is broken. {chain}: {what} was altered: it can't be read.",
        "Restore a backup from before, and find out who had access.",
    )


def heads(session: Session) -> list[tuple[str, int, str]]:
    """All chains with length and head as the database keeps them, sorted by name."""
    rows = session.execute(select(ChainRow.name, ChainRow.length, ChainRow.head))
    return sorted((row.name, row.length, row.head) for row in rows)


def head_of(session: Session, chain: str) -> str | None:
    """The hash of a chain's last event; None for a chain that has none."""
    return session.scalar(_HEAD_ALONE, {"chain": chain})


def state(session: Session) -> str:
    """A word for all chains as they are: it is another after every event."""
    return str(session.scalar(_LENGTHS) or 0)


def feed(session: Session, after: int, limit: int) -> list[tuple[int, Event]]:
    """The events of all chains after the number of one, in an order that never changes.

    On PostgreSQL an event counts once nobody who began before it can still commit one with a lower
    number: whoever follows the feed by its numbers misses none. (Every append locks a chain first, so
    that its transaction has its id before its events have their numbers.) The server counts the writers
    of all its databases: a long transaction in any of them holds the feed up until it ends.
    """
    query = select(*EventRow.__table__.c).where(EventRow.id > after).order_by(EventRow.id).limit(limit)
    rows = session.execute(_settled(session, query)).mappings()
    return [
        (row["id"], Event.model_construct(None, **{name: row[name] for name in Event.model_fields}))
        for row in rows
    ]


def newest_of(session: Session, action: str, limit: int) -> dict[str, datetime]:
    """When something was last done to each entity, for the entities to which it was done last."""
    query = select(EventRow.entity, EventRow.at).where(EventRow.action == action)
    rows = session.execute(query.order_by(EventRow.id.desc()).limit(limit))
    found: dict[str, datetime] = {}
    for entity, at in rows:
        found.setdefault(entity, datetime.fromisoformat(at))
    return found


def newest(session: Session) -> int:
    """The number of the newest event of the feed; 0 if there is none. See `feed`."""
    query = _settled(session, select(EventRow.id)).order_by(EventRow.id.desc()).limit(1)
    return session.scalar(query) or 0


def _settled(session: Session, query: Select[Any]) -> Select[Any]:
    """Only the events before which nothing can come any more."""
    if session.get_bind().dialect.name != "postgresql":
        return query
    return query.where(text("age(events.xmin) > age(pg_snapshot_xmin(pg_current_snapshot())::xid)"))


def chain_names(session: Session) -> list[str]:
    """Every chain that has a head or an event; tampering can leave either without the other."""
    named = set(session.scalars(select(ChainRow.name)))
    return sorted(named | set(session.scalars(select(EventRow.chain).distinct())))


def draft_seal(session: Session, at: str) -> tuple[Seal, list[tuple[str, int, str]]]:
    """What would seal the present heads, and those."""
    now, last = heads(session), latest_seal(session)
    number, before = (last.n + 1, last.hash) if last else (1, GENESIS)
    return next_seal(n=number, at=at, heads=now, prev_hash=before), now


def append_seal(session: Session, seal: Seal, sealed: Sequence[tuple[str, int, str]]) -> None:
    """Add a checkpoint over these heads."""
    session.execute(insert(SealRow).values(**seal.model_dump(), heads=json.dumps(sealed)))


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
