"""The registry of sources."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from factcheck.domain.models import Source
from factcheck.services import reading, registering
from factcheck.web.api.answers import SuggestionAnswer
from factcheck.web.api.bodies import AliasBody, MergeBody, SourceBody
from factcheck.web.api.kinds import Article
from factcheck.web.callers import Who
from factcheck.web.replies import reply

router = APIRouter(prefix="/sources", tags=["sources"])


@router.get("", response_model=list[Source], operation_id="list_sources")
def list_sources(who: Who, article: Article = None) -> Response:
    """Who is quoted, most often first."""
    who.look()
    return reply(reading.list_sources(who.sessions, article))


@router.get("/suggestions", response_model=list[SuggestionAnswer], operation_id="suggest_merges")
def suggestions(who: Who) -> Response:
    """Sources that may be one; nothing is merged."""
    who.look()
    found = registering.suggest_merges(who.sessions)
    return reply([{"name": name, "into": into, "likeness": likeness} for name, into, likeness in found])


@router.post("/merge", response_model=Source, operation_id="merge_sources")
def merge(who: Who, body: MergeBody) -> Response:
    """Let one source stand for another; it can be taken back."""
    return reply(registering.merge_sources(who.sessions, who.actor, body.name, body.into))


@router.post("/split", response_model=Source, operation_id="split_source")
def split(who: Who, body: SourceBody) -> Response:
    """Take a merge back."""
    return reply(registering.split_source(who.sessions, who.actor, body.name))


@router.post("/alias", response_model=Source, operation_id="alias_source")
def alias(who: Who, body: AliasBody) -> Response:
    """Let a source be known by another name too."""
    return reply(registering.alias_source(who.sessions, who.actor, body.name, body.alias))
