"""Claims: listed, shown, and each step of the workflow."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from factcheck.domain.events import Event
from factcheck.domain.models import Claim
from factcheck.domain.refs import Ref, RefRange, parse_ref
from factcheck.domain.vocabulary import Kind, Status
from factcheck.services import marking, queries, queueing, reading, steps, ticking
from factcheck.services.archiving import try_to_keep
from factcheck.services.evidence import attach_evidence
from factcheck.services.people import check_allowed
from factcheck.services.reading import Wanted
from factcheck.web.api.answers import NextAnswer, Page
from factcheck.web.api.bodies import (
    AnswerBody,
    AttachBody,
    MarkBody,
    NextBody,
    QueryBody,
    ReasonBody,
    SkipBody,
    TickBody,
)
from factcheck.web.api.kinds import Article, Flag, IfMatch, Limit, N, Plain, RefAfter, Slug, Verdicts
from factcheck.web.callers import Who
from factcheck.web.claim_lists import listed_claims
from factcheck.web.replies import PAGE, claim_reply, kept_reply, reply, version_of

router = APIRouter(tags=["claims"])
_STEP = "/articles/{slug}/claims/{n}"


def wanted_claims(
    article: Article = None,
    status: Annotated[list[Status] | None, Query()] = None,
    verdict: Verdicts = None,
    kind: Annotated[list[Kind] | None, Query()] = None,
    source: Annotated[Plain | None, Query(max_length=300, description="Said by.")] = None,
    assignee: Annotated[Plain | None, Query(max_length=100)] = None,
    query: Annotated[Plain | None, Query(max_length=300, description="With these words.")] = None,
    flagged: Annotated[Flag, Query(description="Only those to be looked at again.")] = False,
    orphaned: Annotated[
        Flag | None, Query(description="Only those whose sentence has gone, or has not.")
    ] = None,
    after: RefAfter = None,
    limit: Limit = PAGE,
) -> Wanted:
    """Which claims are asked for."""
    return Wanted(
        article=article, statuses=status or (), verdicts=verdict or (), kinds=kind or (), source=source,
        assignee=assignee, query=query, after=parse_ref(after) if after else None, limit=limit,
        orphaned=orphaned, flagged=flagged,
    )  # fmt: skip


WantedClaims = Annotated[Wanted, Depends(wanted_claims)]


@router.get("/claims", response_model=Page[Claim], operation_id="list_claims")
def list_claims(request: Request, who: Who, wanted: WantedClaims) -> Response:
    """Claims, in the order of articles and of the text."""
    return listed_claims(request, who, wanted)


@router.get(_STEP, response_model=Claim, operation_id="show_claim")
def show(who: Who, slug: Slug, n: N) -> Response:
    """One claim; its ETag is its version."""
    who.look()
    return claim_reply(reading.show_claims(who.sessions, RefRange(slug, n, n))[0])


@router.get(_STEP + "/history", response_model=list[Event], operation_id="claim_history")
def history(who: Who, slug: Slug, n: N) -> Response:
    """What happened to a claim, oldest first."""
    who.look()
    return reply(reading.claim_history(who.sessions, Ref(slug, n)))


@router.post("/next", response_model=NextAnswer, operation_id="next_claim")
def take_next(who: Who, body: NextBody | None = None) -> Response:
    """Take the unchecked claim that matters most; nobody else gets it."""
    check_allowed(who.sessions, who.actor, "take")  # before anybody is told which articles there are
    claim, waiting = queueing.next_claim(who.sessions, who.actor, body.article if body else None)
    return reply({"claim": claim, "waiting": waiting})


@router.post(_STEP + "/take", response_model=Claim, operation_id="take_claim")
def take(who: Who, slug: Slug, n: N, if_match: IfMatch = None) -> Response:
    """Take a claim to work on."""
    version = version_of(if_match)
    return claim_reply(steps.take_claims(who.sessions, who.actor, [RefRange(slug, n, n)], version=version)[0])


@router.post(_STEP + "/release", response_model=Claim, operation_id="release_claim")
def release(who: Who, slug: Slug, n: N, if_match: IfMatch = None) -> Response:
    """Give a claim back."""
    refs, version = [RefRange(slug, n, n)], version_of(if_match)
    return claim_reply(steps.release_claims(who.sessions, who.actor, refs, version=version)[0])


@router.post(_STEP + "/mark", response_model=Claim, operation_id="mark_claim")
def mark(who: Who, slug: Slug, n: N, body: MarkBody, if_match: IfMatch = None) -> Response:
    """Say what checking found."""
    done = marking.mark_claims(
        who.sessions, who.actor, [RefRange(slug, n, n)], body.verdict,
        evidence=[one.piece() for one in body.evidence], attribution_check=body.attribution_check,
        note=body.note, version=version_of(if_match),
    )  # fmt: skip
    return claim_reply(done[0])


@router.post(_STEP + "/skip", response_model=Claim, operation_id="skip_claim")
def skip(who: Who, slug: Slug, n: N, body: SkipBody, if_match: IfMatch = None) -> Response:
    """Say that a claim can't be checked."""
    refs, version = [RefRange(slug, n, n)], version_of(if_match)
    done = steps.skip_claims(who.sessions, who.actor, refs, body.reason, note=body.note, version=version)
    return claim_reply(done[0])


@router.post(_STEP + "/undo", response_model=Claim, operation_id="undo_claim")
def undo(who: Who, slug: Slug, n: N, if_match: IfMatch = None) -> Response:
    """Take one's own word back before anybody signed it."""
    refs, version = [RefRange(slug, n, n)], version_of(if_match)
    return claim_reply(steps.undo_claims(who.sessions, who.actor, refs, version=version)[0])


@router.post(_STEP + "/tick", response_model=Claim, operation_id="tick_checkpoint")
def tick(who: Who, slug: Slug, n: N, body: TickBody, if_match: IfMatch = None) -> Response:
    """Tick a checkpoint of a claim."""
    done = ticking.tick_checkpoint(
        who.sessions,
        who.actor,
        Ref(slug, n),
        body.checkpoint,
        ticked=body.ticked,
        version=version_of(if_match),
    )
    return claim_reply(done)


@router.post(_STEP + "/approve", response_model=Claim, operation_id="approve_claim")
def approve(who: Who, slug: Slug, n: N, if_match: IfMatch = None) -> Response:
    """Sign a checked claim; nobody signs their own check."""
    refs, version = [RefRange(slug, n, n)], version_of(if_match)
    return claim_reply(steps.approve_claims(who.sessions, who.actor, refs, version=version)[0])


@router.post(_STEP + "/return", response_model=Claim, operation_id="return_claim")
def send_back(who: Who, slug: Slug, n: N, body: ReasonBody, if_match: IfMatch = None) -> Response:
    """Send a checked claim back to its checker."""
    refs, version = [RefRange(slug, n, n)], version_of(if_match)
    return claim_reply(steps.return_claims(who.sessions, who.actor, refs, body.reason, version=version)[0])


@router.post(_STEP + "/reopen", response_model=Claim, operation_id="reopen_claim")
def reopen(who: Who, slug: Slug, n: N, body: ReasonBody, if_match: IfMatch = None) -> Response:
    """Open a claim again: a published one, or one said not to be checkable."""
    refs, version = [RefRange(slug, n, n)], version_of(if_match)
    return claim_reply(steps.reopen_claims(who.sessions, who.actor, refs, body.reason, version=version)[0])


@router.post(_STEP + "/withdraw", response_model=Claim, operation_id="withdraw_claim")
def withdraw(who: Who, slug: Slug, n: N, body: ReasonBody, if_match: IfMatch = None) -> Response:
    """Withdraw a published claim: the first editor proposes, a second one confirms."""
    refs, version = [RefRange(slug, n, n)], version_of(if_match)
    return claim_reply(steps.withdraw_claims(who.sessions, who.actor, refs, body.reason, version=version)[0])


@router.post(_STEP + "/evidence", response_model=Claim, operation_id="attach_evidence")
def attach(who: Who, slug: Slug, n: N, body: AttachBody, if_match: IfMatch = None) -> Response:
    """Attach a page; `keep` fetches it and keeps it as it is now.

    Where that fails the evidence stands all the same, without a snapshot or its timestamp: the headers
    Factcheck-Not-Kept and Factcheck-Not-Timestamped give the code of the reason.
    """
    piece = body.piece()
    version = version_of(if_match)
    claim = attach_evidence(who.sessions, who.actor, Ref(slug, n), piece, version=version)
    if not body.keep:
        return claim_reply(claim)
    return kept_reply(try_to_keep(who.sessions, lambda: who.shelf, who.network, who.actor, claim, piece))


@router.post(_STEP + "/queries", response_model=Claim, operation_id="ask_query")
def ask(who: Who, slug: Slug, n: N, body: QueryBody, if_match: IfMatch = None) -> Response:
    """Put a question to the author or a source; it blocks approval until it is answered."""
    ref, version = Ref(slug, n), version_of(if_match)
    return claim_reply(
        queries.ask_query(who.sessions, who.actor, ref, body.text, due=body.due, version=version)
    )


@router.post(_STEP + "/answer", response_model=Claim, operation_id="answer_query")
def answer(who: Who, slug: Slug, n: N, body: AnswerBody, if_match: IfMatch = None) -> Response:
    """Answer a question about a claim."""
    ref, version = Ref(slug, n), version_of(if_match)
    return claim_reply(
        queries.answer_query(who.sessions, who.actor, ref, body.text, number=body.query, version=version)
    )
