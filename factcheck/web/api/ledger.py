"""What happened: histories, the feed of events, and that nobody rewrote it."""

from __future__ import annotations

from itertools import islice
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from factcheck.domain.events import Event, Seal
from factcheck.services import ledgers, reading
from factcheck.web.api.answers import FeedEvent, Page, VerifiedAnswer
from factcheck.web.api.kinds import After, Article, Limit, Slug
from factcheck.web.callers import Who
from factcheck.web.live import stream_events
from factcheck.web.replies import PAGE, list_reply, reply

router = APIRouter(tags=["ledger"])


@router.get("/events", response_model=Page[FeedEvent], operation_id="event_feed")
def events(request: Request, who: Who, after: After = 0, limit: Limit = PAGE) -> Response:
    """What happened anywhere, oldest first. `next` is there as long as there is more."""
    who.look()
    found = reading.event_feed(who.sessions, after, limit)
    items = [{"id": number, **event.model_dump()} for number, event in found]
    return list_reply(request, items, str(found[-1][0]) if len(found) == limit else None)


@router.get(
    "/events/stream",
    operation_id="event_stream",
    responses={200: {"content": {"text/event-stream": {"schema": {"type": "string"}}}}},
)
async def event_stream(
    request: Request,
    who: Who,
    article: Article = None,
    after: Annotated[int | None, Query(ge=0, le=2**31 - 1)] = None,
) -> Response:
    """The same as it happens (server-sent events): number, chain, entity, action and actor, no texts."""
    return await stream_events(request, who, article, after)


@router.get("/articles/{slug}/history", response_model=Page[Event], operation_id="article_history")
def history(request: Request, who: Who, slug: Slug, after: After = 0, limit: Limit = PAGE) -> Response:
    """What happened to an article and its claims, oldest first; `after` is a `seq`."""
    who.look()
    later = (event for event in reading.article_history(who.sessions, slug) if event.seq > after)
    found = list(islice(later, limit))
    return list_reply(request, found, str(found[-1].seq) if len(found) == limit else None)


@router.get("/history", response_model=Page[Event], operation_id="house_history")
def house_history(request: Request, who: Who, after: After = 0, limit: Limit = PAGE) -> Response:
    """What happened to the policy, the registry and the people."""
    who.look()
    later = (event for event in reading.house_history(who.sessions) if event.seq > after)
    found = list(islice(later, limit))
    return list_reply(request, found, str(found[-1].seq) if len(found) == limit else None)


@router.get("/ledger/head", response_model=Seal, operation_id="latest_seal")
def head(who: Who) -> Response:
    """The newest checkpoint of the ledger."""
    who.look()
    return reply(ledgers.latest_seal(who.sessions))


@router.post("/ledger/seals", status_code=201, response_model=Seal, operation_id="seal_ledger")
def seal(who: Who) -> Response:
    """Make a checkpoint over all chains."""
    return reply(ledgers.seal_ledger(who.sessions, who.actor), 201)


@router.get("/ledger/verify", response_model=VerifiedAnswer, operation_id="verify_ledger")
def verify(
    who: Who,
    head: Annotated[
        str | None,
        Query(
            pattern="^[0-9a-f]{64}$", examples=["0" * 64], description="A checkpoint's hash kept elsewhere."
        ),
    ] = None,
) -> Response:
    """Go through the whole ledger; a break in it is named."""
    who.look()
    done = ledgers.verify_ledger(who.sessions, head=head)
    return reply({"chains": done.chains, "events": done.events, "seals": done.seals, "signed": done.signed})
