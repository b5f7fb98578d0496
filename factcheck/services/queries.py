"""Questions from the checker to the author or a source; while one is open nobody approves."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import insert, update

from factcheck.domain.actors import Actor
from factcheck.domain.models import AskedQuery, Claim, Query
from factcheck.domain.refs import Ref
from factcheck.errors import BadInput, NotFound, TransitionRefused
from factcheck.services.changes import (
    check_version,
    count_version,
    entity_of,
    refuse_withdrawn,
    select_claim,
    write_event,
)
from factcheck.services.clock import now
from factcheck.services.people import acting
from factcheck.store import articles, queries
from factcheck.store.claims import StoredClaim
from factcheck.store.engine import Sessions
from factcheck.store.session import Session
from factcheck.store.tables import QueryRow


def ask_query(
    sessions: Sessions,
    actor: Actor,
    ref: Ref,
    text: str,
    *,
    due: date | None = None,
    version: int | None = None,
) -> Claim:
    """Put a question about a claim; the very same one of the same person, still open, adds nothing.

    Raises BadInput without words, NotFound, NotAllowed, StaleVersion.
    """
    asked = _worded(text, "a question")
    at = now()
    with sessions.begin() as session:
        actor = acting(session, actor, "query")
        stored = select_claim(session, ref)
        refuse_withdrawn(stored.claim)
        if any(_is_open_as(query, asked, due, actor) for query in stored.claim.queries):
            return stored.claim
        check_version(session, stored.claim, version)
        fields = {"text": asked, "asked_by": actor.name, "asked_at": at, "due": due}
        row = {**fields, "claim_id": stored.id}
        key = session.scalars(insert(QueryRow).returning(QueryRow.id), [row]).one()
        query = Query.model_validate({"id": key, **fields})
        return _written(session, actor, stored, (*stored.claim.queries, query), "query_asked", query, at)


def answer_query(
    sessions: Sessions,
    actor: Actor,
    ref: Ref,
    text: str,
    *,
    number: int | None = None,
    version: int | None = None,
) -> Claim:
    """Answer the open question about a claim; `number` says which, if there are several.

    Raises NotFound when none is open, TransitionRefused when it isn't clear which is meant, StaleVersion.
    """
    answer = _worded(text, "an answer")
    at = now()
    with sessions.begin() as session:
        actor = acting(session, actor, "answer")
        stored = select_claim(session, ref, version)
        query = _open_query(stored.claim, number)
        said = {"answer": answer, "answered_by": actor.name, "answered_at": at}
        session.execute(update(QueryRow).where(QueryRow.id == query.id).values(**said))
        answered = query.model_copy(update=said)
        now_asked = tuple(answered if one.id == query.id else one for one in stored.claim.queries)
        return _written(session, actor, stored, now_asked, "query_answered", answered, at)


def list_queries(
    sessions: Sessions, slug: str | None = None, *, answered: bool = False, due_by: date | None = None
) -> list[AskedQuery]:
    """The open queries of an article, or of all; the most urgent first.

    With `answered` the answered ones too; `due_by` leaves those that have to be answered by then.
    Raises NotFound.
    """
    with sessions.read() as session:
        article_id = articles.by_slug(session, slug).id if slug is not None else None
        return queries.every(session, article_id, answered=answered, due_by=due_by)


def _is_open_as(query: Query, text: str, due: date | None, actor: Actor) -> bool:
    same = query.text == text and query.due == due and actor.is_person(query.asked_by)
    return same and query.answered_at is None


def _worded(text: str, what: str) -> str:
    if not text.strip():
        raise BadInput(f"That is {what} without words.", "Write it out.")
    return text.strip()


def _open_query(claim: Claim, number: int | None) -> Query:
    open_ones = [query for query in claim.queries if query.answered_at is None]
    chosen = [query for query in open_ones if number in (None, query.id)]
    if not chosen:
        answered = [query for query in claim.queries if number in (None, query.id)]
        told = f"; {answered[-1].answered_by} answered: “{answered[-1].answer}”" if answered else ""
        raise NotFound(
            f"{claim.ref} has no open query{f' {number}' if number else ''}{told}.",
            f"See: factcheck show {claim.ref}.",
        )
    if len(chosen) > 1:
        listed = "; ".join(f"{query.id}: {query.text}" for query in chosen)
        raise TransitionRefused(
            f"{claim.ref} has {len(chosen)} open queries ({listed}).", "Say which one: --number N."
        )
    return chosen[0]


def _written(
    session: Session,
    actor: Actor,
    stored: StoredClaim,
    asked: tuple[Query, ...],
    action: str,
    query: Query,
    at: datetime,
) -> Claim:
    claim = count_version(session, stored, at, queries=asked)
    after = {"query": query.model_dump(mode="json", exclude_none=True), "version": claim.version}
    write_event(session, actor, claim.article, action, entity_of(claim), None, after, at)
    return claim
