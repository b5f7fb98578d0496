"""What a transaction writes about claims, put together: a row once, a chain in one go, a counter once.

Every change is a claim's new values, an event and a step of two counters. Written one by one, ten claims of
an article would lock and move the head of its chain ten times, and the others who work on the article would
wait all the while; gathered, the locks that everybody needs are held for the last statements only.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from factcheck.domain.actors import Actor
from factcheck.domain.models import iso
from factcheck.domain.vocabulary import Status
from factcheck.errors import StaleVersion
from factcheck.store import claim_writes, ledger
from factcheck.store.claims import StoredClaim
from factcheck.store.prepared import Answer, at_once
from factcheck.store.session import Session

_GATHERED = "factcheck_gathered"


@dataclass(slots=True)
class _Row:
    """A claim's new values, and the version that they were decided on."""

    ref: str
    read: int
    fields: dict[str, Any] = field(default_factory=dict)


class Gathered:
    """Changes in the order in which they were made, to be written as one."""

    def __init__(self, only: str | None = None) -> None:
        """Gather changes; to claims of `only` that article, if it is given."""
        self._only = only
        self._heads: dict[str, Answer] = {}
        self._rows: dict[int, _Row] = {}
        self._entries: defaultdict[str, list[tuple[str, str, ledger.Entry]]] = defaultdict(list)
        self._counts: Counter[tuple[int, Status]] = Counter()

    def change(self, stored: StoredClaim, fields: Mapping[str, Any], at: datetime) -> None:
        """Give a claim new values and the next version; several times, and the last ones count."""
        row = self._rows.setdefault(stored.id, _Row(stored.claim.ref, stored.claim.version))
        row.fields |= {**fields, "version": stored.claim.version + 1, "updated_at": at}

    def tell(self, actor: Actor, slug: str, at: datetime, entry: ledger.Entry) -> None:
        """Say what happened, at the end of an article's chain."""
        self._entries[ledger.chain_of(slug)].append((iso(at), actor.name, entry))

    def expect(self, session: Session, slug: str) -> None:
        """Lock the end of an article's chain, which will be written to, at once with something else.

        It changes nothing where several articles are at stake: their chains are locked in one order.
        """
        if slug == self._only:
            self._lock(session, ledger.chain_of(slug))

    def _lock(self, session: Session, chain: str) -> None:
        if chain not in self._heads:
            self._heads[chain] = ledger.lock_head(session, chain)

    def count(self, article_id: int, before: Status, after: Status) -> None:
        """Count a claim of an article from one status to another."""
        self._counts[article_id, before] -= 1
        self._counts[article_id, after] += 1

    def write(self, session: Session) -> None:
        """Write all of it. Raises StaleVersion when somebody else changed one of the claims first.

        In one order: claims, chains by name, counters. Whoever has a chain's head has the article's
        counters to himself as well, and two who write to the same articles never wait for each other.
        Where the heads were locked before (see `expect`), all of it is sent at once.
        """
        written: list[tuple[str, Answer]] = []
        all_locked = self._heads.keys() >= self._entries.keys()
        if not all_locked:
            with at_once(session):
                written = self._write_rows(session)
                for chain in sorted(self._entries):
                    self._lock(session, chain)
            _refuse_stale(written)
        with at_once(session):
            if all_locked:
                written = self._write_rows(session)
            for chain in sorted(self._entries):
                ledger.append_each(session, chain, self._entries[chain], self._heads[chain])
            claim_writes.move_counts(session, self._counts)
        _refuse_stale(written)

    def _write_rows(self, session: Session) -> list[tuple[str, Answer]]:
        """Write the claims' new values; what each write answers, with the claim's ref."""
        rows = self._rows.items()
        return [(row.ref, claim_writes.change(session, key, row.read, row.fields)) for key, row in rows]


def _refuse_stale(written: list[tuple[str, Answer]]) -> None:
    for ref, answer in written:
        if answer.count != 1:
            raise StaleVersion(
                f"{ref} was changed by somebody else just now.", f"Look again: factcheck show {ref}."
            )


@contextmanager
def together(session: Session, only: str | None = None) -> Iterator[Gathered]:
    """Gather what is changed inside, and write it at the end; within another one, at the end of that.

    `only` promises that all of it is of one article.
    """
    outer = session.info.get(_GATHERED)
    if outer is not None:
        yield outer
        return
    gathered = session.info[_GATHERED] = Gathered(only)
    try:
        yield gathered
    finally:
        del session.info[_GATHERED]
    gathered.write(session)
