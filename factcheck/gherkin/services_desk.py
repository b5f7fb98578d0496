"""The desk through the services: what every face calls."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime

from factcheck.domain.actors import Actor, named_actor
from factcheck.domain.events import Event
from factcheck.domain.links import NewEvidence
from factcheck.domain.models import Article, AskedQuery, Claim, Correction, SentenceChange
from factcheck.domain.refs import parse_ref, parse_refs
from factcheck.domain.vocabulary import CorrectionClass, Role, SkipReason, Stance
from factcheck.errors import FactcheckError
from factcheck.evidence.network import GuardedNetwork
from factcheck.evidence.shelf import Shelf, open_shelf, shelf_of
from factcheck.gherkin.desk import Link, Refused
from factcheck.services import (
    archiving,
    comparing,
    correcting,
    deadlines,
    evidence,
    exporting,
    house_rules,
    ingest,
    ledgers,
    marking,
    people,
    publishing,
    queries,
    queueing,
    reading,
    rechecking,
    registering,
    revising,
    snapshots,
    steps,
    ticking,
)
from factcheck.services.databases import open_database


@contextmanager
def _refusals() -> Iterator[None]:
    try:
        yield
    except FactcheckError as error:
        raise Refused(error.code, error.message, error.hint) from error


def _actor(person: str) -> Actor:
    return named_actor(person)


def _piece(link: Link) -> NewEvidence:
    return NewEvidence(link.url, stance=Stance(link.stance) if link.stance else None, quote=link.quote)


class ServicesDesk:
    """Answers steps by calling the services. See `Desk` for what each method does."""

    def __init__(self, database: str) -> None:
        """Work on a database, which is made on first use."""
        self.sessions = open_database(database)
        self._database = database

    @property
    def _shelf(self) -> Shelf:
        return open_shelf(shelf_of(self._database))

    def take_in(self, person: str, text: str, slug: str) -> Article:  # noqa: D102 - see Desk
        submission = ingest.Submission(text, text.encode(), slug=slug)
        with _refusals():
            return ingest.ingest_article(self.sessions, _actor(person), submission).article

    def revise(self, person: str, slug: str, text: str) -> list[SentenceChange]:  # noqa: D102 - see Desk
        submission = ingest.Submission(text, text.encode())
        with _refusals():
            return list(revising.revise_article(self.sessions, _actor(person), slug, submission).changes)

    def preview(self, slug: str, text: str) -> list[SentenceChange]:  # noqa: D102 - see Desk
        with _refusals():
            submission = ingest.Submission(text, text.encode())
            return list(revising.preview_revision(self.sessions, slug, submission).changes)

    def diff(self, slug: str, first: int, second: int) -> list[SentenceChange]:  # noqa: D102 - see Desk
        with _refusals():
            return comparing.compare_revisions(self.sessions, slug, first, second)

    def articles(self) -> list[Article]:  # noqa: D102 - see Desk
        return reading.list_articles(self.sessions)

    def claims(self, slug: str, *, source: str | None = None, words: str | None = None) -> list[Claim]:  # noqa: D102 - see Desk
        wanted = reading.Wanted(article=slug, source=source, query=words)
        with _refusals():
            return list(reading.list_claims(self.sessions, wanted))

    def claim(self, ref: str) -> Claim:  # noqa: D102 - see Desk
        with _refusals():
            return reading.show_claims(self.sessions, parse_refs(ref))[0]

    def set_deadline(self, person: str, slug: str, moment: datetime) -> None:  # noqa: D102 - see Desk
        with _refusals():
            deadlines.set_deadline(self.sessions, _actor(person), slug, moment)

    def name_user(self, person: str, name: str, role: str) -> None:  # noqa: D102 - see Desk
        with _refusals():
            people.add_user(self.sessions, _actor(person), name, Role(role))

    def change_role(self, person: str, name: str, role: str) -> None:  # noqa: D102 - see Desk
        with _refusals():
            people.change_role(self.sessions, _actor(person), name, Role(role))

    def disable_user(self, person: str, name: str) -> None:  # noqa: D102 - see Desk
        with _refusals():
            people.disable_user(self.sessions, _actor(person), name)

    def next(self, person: str, slug: str | None) -> Claim:  # noqa: D102 - see Desk
        with _refusals():
            return queueing.next_claim(self.sessions, _actor(person), slug)[0]

    def take(self, person: str, ref: str) -> None:  # noqa: D102 - see Desk
        with _refusals():
            steps.take_claims(self.sessions, _actor(person), [parse_refs(ref)])

    def release(self, person: str, ref: str) -> None:  # noqa: D102 - see Desk
        with _refusals():
            steps.release_claims(self.sessions, _actor(person), [parse_refs(ref)])

    def mark(  # noqa: D102 - see Desk
        self,
        person: str,
        ref: str,
        verdict: str,
        *,
        evidence: Sequence[Link] = (),
        note: str | None = None,
        version: int | None = None,
    ) -> None:
        with _refusals():
            marking.mark_claims(
                self.sessions, _actor(person), [parse_refs(ref)], verdict,
                evidence=[_piece(link) for link in evidence], note=note, version=version,
            )  # fmt: skip

    def tick(self, person: str, ref: str, number: int) -> None:  # noqa: D102 - see Desk
        with _refusals():
            ticking.tick_checkpoint(self.sessions, _actor(person), parse_ref(ref), number)

    def merge_sources(self, person: str, name: str, into: str) -> None:  # noqa: D102 - see Desk
        with _refusals():
            registering.merge_sources(self.sessions, _actor(person), name, into)

    def split_source(self, person: str, name: str) -> None:  # noqa: D102 - see Desk
        with _refusals():
            registering.split_source(self.sessions, _actor(person), name)

    def skip(self, person: str, ref: str, reason: str, note: str | None = None) -> None:  # noqa: D102 - see Desk
        with _refusals():
            steps.skip_claims(self.sessions, _actor(person), [parse_refs(ref)], SkipReason(reason), note=note)

    def undo(self, person: str, ref: str) -> None:  # noqa: D102 - see Desk
        with _refusals():
            steps.undo_claims(self.sessions, _actor(person), [parse_refs(ref)])

    def attach(self, person: str, ref: str, link: Link, *, keep: bool = False) -> None:  # noqa: D102 - see Desk
        with _refusals():
            actor, piece = _actor(person), _piece(link)
            claim = evidence.attach_evidence(self.sessions, actor, parse_ref(ref), piece)
            if keep:
                archiving.try_to_keep(
                    self.sessions, lambda: self._shelf, GuardedNetwork(), actor, claim, piece
                )

    def recheck(self, person: str) -> None:  # noqa: D102 - see Desk
        fetch, due = GuardedNetwork().fetch, rechecking.due_evidence(self.sessions)
        with _refusals():
            for _ in rechecking.recheck_evidence(
                self.sessions, self._shelf, fetch, _actor(person), due, pause=time.sleep
            ):
                pass

    def kept_page(self, evidence_id: int) -> str:  # noqa: D102 - see Desk
        with _refusals():
            return snapshots.open_snapshot(self.sessions, self._shelf, evidence_id).text or ""

    def remove(self, person: str, evidence_id: int) -> None:  # noqa: D102 - see Desk
        with _refusals():
            evidence.remove_evidence(self.sessions, _actor(person), evidence_id)

    def ask(self, person: str, ref: str, text: str, due: date | None = None) -> None:  # noqa: D102 - see Desk
        with _refusals():
            queries.ask_query(self.sessions, _actor(person), parse_ref(ref), text, due=due)

    def questions(self) -> list[AskedQuery]:  # noqa: D102 - see Desk
        return queries.list_queries(self.sessions)

    def answer(self, person: str, ref: str, text: str) -> None:  # noqa: D102 - see Desk
        with _refusals():
            queries.answer_query(self.sessions, _actor(person), parse_ref(ref), text)

    def approve(self, person: str, ref: str) -> None:  # noqa: D102 - see Desk
        with _refusals():
            steps.approve_claims(self.sessions, _actor(person), [parse_refs(ref)])

    def send_back(self, person: str, ref: str, reason: str) -> None:  # noqa: D102 - see Desk
        with _refusals():
            steps.return_claims(self.sessions, _actor(person), [parse_refs(ref)], reason)

    def publish(  # noqa: D102 - see Desk
        self, person: str, slug: str, *, kind: str | None = None, notice: str | None = None
    ) -> None:
        worded = publishing.Notice(CorrectionClass(kind) if kind else None, notice)
        with _refusals():
            publishing.publish_article(self.sessions, _actor(person), slug, notice=worded)

    def corrections(self) -> list[Correction]:  # noqa: D102 - see Desk
        return correcting.list_corrections(self.sessions)

    def reopen(self, person: str, ref: str, reason: str) -> None:  # noqa: D102 - see Desk
        with _refusals():
            steps.reopen_claims(self.sessions, _actor(person), [parse_refs(ref)], reason)

    def withdraw(self, person: str, ref: str, reason: str) -> None:  # noqa: D102 - see Desk
        with _refusals():
            steps.withdraw_claims(self.sessions, _actor(person), [parse_refs(ref)], reason)

    def load_rules(self, person: str, feature: str) -> None:  # noqa: D102 - see Desk
        with _refusals():
            house_rules.load_rules(self.sessions, _actor(person), {"house.feature": feature})

    def gate(self, slug: str) -> list[str]:  # noqa: D102 - see Desk
        with _refusals():
            return [found.ref for found in publishing.check_gate(self.sessions, slug)]

    def export(self, slug: str, format_name: str, *, verified: bool = False) -> bytes:  # noqa: D102 - see Desk
        wanted = reading.Wanted(article=slug)
        with _refusals():
            return b"".join(exporting.export_claims(self.sessions, wanted, format_name, verified=verified))

    def history(self, ref: str) -> list[Event]:  # noqa: D102 - see Desk
        with _refusals():
            return reading.claim_history(self.sessions, parse_ref(ref))

    def seal(self, person: str) -> str:  # noqa: D102 - see Desk
        with _refusals():
            return ledgers.seal_ledger(self.sessions, _actor(person)).hash

    def verify(self, head: str | None = None) -> None:  # noqa: D102 - see Desk
        with _refusals():
            ledgers.verify_ledger(self.sessions, head=head)
