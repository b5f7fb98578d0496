"""The desk benchmark's writers: people who use factcheck's services, and the bare SQL of the same writes."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Protocol

import psycopg

from factcheck.domain.actors import Actor
from factcheck.domain.links import NewEvidence
from factcheck.domain.refs import RefRange
from factcheck.errors import StaleVersion, TransitionRefused
from factcheck.services.databases import open_database
from factcheck.services.marking import mark_claims
from factcheck.services.steps import release_claims, return_claims

Place = tuple[str, int]


class Refused(Exception):
    """An honest conflict: somebody else has the claim, or marked it already."""


@dataclass(frozen=True, slots=True)
class Told:
    """A change that a writer was told is done."""

    ref: str
    action: str
    version: int
    by: str


class Writer(Protocol):
    """Somebody at the desk. Each act is a transaction of its own, and raises Refused."""

    def mark(self, place: Place, link: str) -> Told: ...

    def give_back(self, place: Place) -> list[Told]: ...

    def close(self) -> None: ...


class Ours:
    """A person whose acts are factcheck's services."""

    def __init__(self, location: str, name: str) -> None:
        self.sessions = open_database(location)
        self.actor = Actor(name)

    def mark(self, place: Place, link: str) -> Told:
        refs = [RefRange(place[0], place[1], place[1])]
        try:
            claim = mark_claims(self.sessions, self.actor, refs, "verified", evidence=[NewEvidence(link)])[0]
        except (TransitionRefused, StaleVersion) as refusal:
            raise Refused from refusal
        return Told(claim.ref, "claim_marked", claim.version, self.actor.name)

    def give_back(self, place: Place) -> list[Told]:
        refs = [RefRange(place[0], place[1], place[1])]
        returned = return_claims(self.sessions, self.actor, refs, "Look again.")[0]
        released = release_claims(self.sessions, self.actor, refs)[0]
        return [
            Told(returned.ref, "claim_returned", returned.version, self.actor.name),
            Told(released.ref, "claim_released", released.version, self.actor.name),
        ]

    def close(self) -> None:
        self.sessions.close()


_CLAIM = """SELECT c.*, a.slug FROM claims c JOIN articles a ON a.id = c.article_id
    WHERE a.slug = %s AND c.n = %s"""
_HEAD = "SELECT length, head FROM chains WHERE name = %s"
_EVIDENCE = """INSERT INTO evidence (claim_id, url, stance, "primary", accessed_at, added_by)
    VALUES (%s, %s, 'supports', %s, %s, %s) RETURNING id"""
_EVENT = """INSERT INTO events (chain, seq, at, actor, action, entity, before, after, prev_hash, hash)
    VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s)"""
_GROWN = "UPDATE chains SET length = %s, head = %s WHERE name = %s"
_COUNT = "UPDATE status_counts SET claims = claims + %s WHERE article_id = %s AND status = %s"
_CHANGE = "UPDATE claims SET {}, version = %s, updated_at = %s WHERE id = %s AND version = %s"
_MARKED = "status = 'checked', verdict = 'verified', checked_by = %s, checked_sha256 = %s, assignee = NULL"
_RETURNED = "status = 'in_review', verdict = NULL, checked_by = NULL, assignee = %s, reason = %s"
_RELEASED = "status = 'unchecked', assignee = NULL"
_BEFORE, _AFTER = '{"status": "unchecked", "verdict": null}', '{"status": "checked", "version": 3}'


class Bare:
    """The same writes as bare SQL: what any program on this database, driver and language pays."""

    def __init__(self, location: str, name: str) -> None:
        self.name = name
        self.on_file = "://" not in location
        self.connection: Any
        if self.on_file:
            self.connection = sqlite3.connect(location, timeout=30, isolation_level=None)
            self.connection.execute("PRAGMA foreign_keys = ON")
            self.connection.execute("PRAGMA synchronous = FULL")
        else:
            self.connection = psycopg.connect(location, autocommit=True)

    def mark(self, place: Place, link: str) -> Told:
        with self._transaction():
            row = self._locked(place, "unchecked")
            at, version = str(datetime.now(UTC)), row["version"] + 2
            self._execute(_EVIDENCE, row["id"], link, not link, at, self.name)
            changed = _CHANGE.format(_MARKED)
            self._execute(changed, self.name, "0" * 64, version, at, row["id"], row["version"])
            self._tell(place, at, "evidence_added", "claim_marked")
            self._move(row["article_id"], "unchecked", "checked")
        return Told(f"{place[0]}#{place[1]}", "claim_marked", version, self.name)

    def give_back(self, place: Place) -> list[Told]:
        returned = self._step(place, "checked", "in_review", _RETURNED, self.name, "Look again.")
        return [returned, self._step(place, "in_review", "unchecked", _RELEASED)]

    def close(self) -> None:
        self.connection.close()

    def _step(self, place: Place, was: str, then: str, sets: str, *values: str) -> Told:
        with self._transaction():
            row = self._locked(place, was)
            at, version = str(datetime.now(UTC)), row["version"] + 1
            self._execute(_CHANGE.format(sets), *values, version, at, row["id"], row["version"])
            self._tell(place, at, f"to_{then}")
            self._move(row["article_id"], was, then)
        return Told(f"{place[0]}#{place[1]}", f"to_{then}", version, self.name)

    def _locked(self, place: Place, status: str) -> dict[str, Any]:
        cursor = self._execute(_CLAIM if self.on_file else f"{_CLAIM} FOR UPDATE OF c", *place)
        names = [column[0] for column in cursor.description]
        row = dict(zip(names, cursor.fetchone(), strict=True))
        if row["status"] != status:
            raise Refused
        return row

    def _tell(self, place: Place, at: str, *actions: str) -> None:
        chain, entity = f"article:{place[0]}", f"claim:{place[0]}#{place[1]}"
        length, head = self._execute(_HEAD if self.on_file else f"{_HEAD} FOR UPDATE", chain).fetchone()
        rows = []
        for action in actions:
            length, before, head = length + 1, head, os.urandom(32).hex()
            values = (chain, length, at[:27], self.name, action, entity, _BEFORE, _AFTER, before, head)
            rows.append(values)
        self._execute(_GROWN, length, head, chain)
        self._execute_many(_EVENT, rows)

    def _move(self, article_id: int, was: str, then: str) -> None:
        self._execute_many(_COUNT, [(-1, article_id, was), (+1, article_id, then)])

    def _execute_many(self, statement: str, rows: Sequence[tuple[object, ...]]) -> None:
        self.connection.cursor().executemany(
            statement.replace("%s", "?") if self.on_file else statement, rows
        )

    def _execute(self, statement: str, *values: object) -> Any:
        return self.connection.execute(statement.replace("%s", "?") if self.on_file else statement, values)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self.connection.execute("BEGIN IMMEDIATE" if self.on_file else "BEGIN")
        try:
            yield
        except Refused:  # before anything was written
            self.connection.execute("COMMIT")
            raise
        except BaseException:
            self.connection.execute("ROLLBACK")
            raise
        self.connection.execute("COMMIT")
