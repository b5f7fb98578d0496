"""Evidence: removed, kept, opened, looked at again."""

from __future__ import annotations

import time
from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Query
from starlette.responses import Response

from factcheck.domain.models import Claim
from factcheck.errors import NotFound
from factcheck.services.archiving import keep_page, open_timestamp
from factcheck.services.evidence import remove_evidence
from factcheck.services.people import check_allowed
from factcheck.services.rechecking import due_evidence, recheck_evidence
from factcheck.services.snapshots import open_kept, open_snapshot
from factcheck.web.api.answers import KeptPageAnswer, RecheckedAnswer
from factcheck.web.api.kinds import Article, Flag, Id, IfMatch, Plain
from factcheck.web.callers import Who
from factcheck.web.replies import claim_reply, kept_reply, reply, version_of

router = APIRouter(tags=["evidence"])
_BYTES = {"schema": {"type": "string", "format": "binary"}}
_FILE: dict[int | str, dict[str, Any]] = {200: {"content": {"application/octet-stream": _BYTES}}}


@router.delete("/evidence/{id:number}", response_model=Claim, operation_id="remove_evidence")
def remove(
    who: Who,
    id: Id,
    reason: Annotated[Plain | None, Query(max_length=2000)] = None,
    if_match: IfMatch = None,
) -> Response:
    """Take a page off its claim; a verdict that stood on it goes back to be checked anew."""
    version = version_of(if_match)
    return claim_reply(remove_evidence(who.sessions, who.actor, id, reason=reason, version=version))


@router.post("/evidence/{id:number}/snapshot", response_model=Claim, operation_id="take_snapshot")
def snapshot(who: Who, id: Id) -> Response:
    """Keep the page as it is now, with a timestamp where the house has an authority.

    A snapshot stands without its timestamp; the header Factcheck-Not-Timestamped gives the reason's code.
    """
    return kept_reply(keep_page(who.sessions, who.shelf, who.network, who.actor, id))


@router.get("/evidence/{id:number}/page", response_model=KeptPageAnswer, operation_id="open_snapshot")
def page(who: Who, id: Id) -> Response:
    """The words of the page as it was kept, though it may be gone."""
    who.look()
    found = open_snapshot(who.sessions, who.shelf, id)
    if found.piece.snapshot is None:
        raise NotFound("That evidence has no snapshot.")
    return reply(
        {
            "evidence": id,
            "url": found.piece.url,
            "media_type": found.media_type,
            "sha256": found.piece.snapshot.sha256,
            "text": found.text,
        }
    )


@router.get("/evidence/{id:number}/warc", operation_id="open_warc", responses=_FILE)
def warc(who: Who, id: Id) -> Response:
    """The kept file itself (WARC, compressed)."""
    who.look()
    return _file(open_kept(who.sessions, who.shelf, id), f"evidence-{id}.warc.gz")


@router.get("/evidence/{id:number}/timestamp", operation_id="open_timestamp", responses=_FILE)
def timestamp(who: Who, id: Id) -> Response:
    """An authority's timestamp of that file (RFC 3161)."""
    who.look()
    return _file(open_timestamp(who.sessions, id), f"evidence-{id}.tsr")


def _file(data: bytes, name: str) -> Response:
    """Bytes of somebody else's page: a file to keep, never a page of ours."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(data, 200, headers, "application/octet-stream")


@router.post("/evidence/recheck", response_model=list[RecheckedAnswer], operation_id="recheck_evidence")
def recheck(
    who: Who,
    article: Article = None,
    due: Annotated[Flag, Query(description="Just what is due by now.")] = False,
    most: Annotated[int, Query(ge=1, le=50, description="How many pages at most.")] = 20,
) -> Response:
    """Look at pages again; where the words relied on are gone, the claims go back."""
    actor = who.actor
    check_allowed(who.sessions, actor, "evidence")
    pieces = due_evidence(who.sessions, slug=article, due_only=due)[:most]
    done = recheck_evidence(who.sessions, who.shelf, who.network.fetch, actor, pieces, pause=time.sleep)
    return reply([asdict(one) for one in done])
