"""The desk: articles and how far they are, the queue, open questions, corrections, search, lists out."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Annotated

from anyio import to_thread
from fastapi import APIRouter, Query, Request
from starlette.datastructures import UploadFile
from starlette.responses import Response

from factcheck.domain.vocabulary import Status
from factcheck.errors import BadInput, NotFound
from factcheck.exports import FORMATS
from factcheck.services import correcting, queries, queueing, reading
from factcheck.services.ingest import Submission, ingest_article
from factcheck.services.policies import current_policy
from factcheck.services.reading import Wanted
from factcheck.services.submitting import fetch_submission, read_submission
from factcheck.web.callers import Who
from factcheck.web.pages.forms import Form
from factcheck.web.pages.rendering import go, looking, page

router = APIRouter(include_in_schema=False)
_WAITING, _FOUND = 30, 100
_HEADING = re.compile(r"\s*#{1,6} \S")


@router.get("/")
def desk(request: Request, who: Who) -> Response:
    """All articles, the newest first."""
    actor = looking(who)
    found = reading.list_articles(who.sessions)[::-1]
    return page(request, who, "desk.html", {"articles": found}, actor=actor)


@router.post("/articles")
async def ingest(request: Request, who: Who, fields: Form) -> Response:
    """Take an article in: pasted, by its address, or as a file."""
    form = await request.form(max_files=1, max_part_size=26_000_000)
    upload = form.get("file")
    data, name = (await upload.read(), upload.filename or "") if isinstance(upload, UploadFile) else (b"", "")

    def take_in() -> Response:
        looking(who)
        if data:
            submission = read_submission(data, name)
        elif "url" in fields:
            submission = fetch_submission(who.network, fields["url"])
        elif "text" in fields:
            submission = _pasted(fields["text"])
        else:
            raise BadInput("There is nothing to take in.", "Paste a text, give an address, or choose a file.")
        done = ingest_article(who.sessions, who.actor, replace(submission, slug=fields.get("slug")))
        return go(f"/articles/{done.article.slug}?done={'taken_in' if done.is_new else 'same'}")

    return await to_thread.run_sync(take_in)


def _pasted(text: str) -> Submission:
    """A text that somebody pasted: Markdown where it begins with a heading as Markdown writes it."""
    data = text.encode()
    if _HEADING.match(text):
        return replace(read_submission(data, format_name="markdown"), name=None)
    return Submission(text, data)


@router.get("/queue")
def queue(
    request: Request, who: Who, article: Annotated[str | None, Query(max_length=80)] = None
) -> Response:
    """What waits to be checked, the most check-worthy first, and what has to be looked at again."""
    actor = looking(who)
    waiting, more = queueing.list_waiting(who.sessions, article, _WAITING)
    mine = Wanted(assignee=actor.name, statuses=[Status.IN_REVIEW], orphaned=False)
    flagged = Wanted(flagged=True, orphaned=False, limit=_WAITING)
    context = {
        "waiting": waiting,
        "more": more,
        "mine": list(reading.list_claims(who.sessions, mine)),
        "flagged": list(reading.list_claims(who.sessions, flagged)),
        "article": article,
        "policy": current_policy(who.sessions),
    }
    return page(request, who, "queue.html", context, actor=actor)


@router.post("/queue/next")
def take_next(who: Who, fields: Form) -> Response:
    """Take the claim that matters most, and open it."""
    looking(who)
    try:
        claim, _ = queueing.next_claim(who.sessions, who.actor, fields.get("article"))
    except NotFound:
        return go("/queue?done=nothing")
    return go(f"/articles/{claim.article}?claim={claim.n}#c{claim.n}")


@router.get("/queries")
def questions(request: Request, who: Who, answered: bool = False) -> Response:
    """Questions that wait for an answer, the most urgent first; with `answered` the others too."""
    actor = looking(who)
    context = {"queries": queries.list_queries(who.sessions, answered=answered), "answered": answered}
    return page(request, who, "queries.html", context, actor=actor)


@router.get("/corrections")
def corrections(request: Request, who: Who) -> Response:
    """What the public was told after it was told something else."""
    actor = looking(who)
    found = correcting.list_corrections(who.sessions)
    return page(request, who, "corrections.html", {"corrections": found}, actor=actor)


@router.get("/search")
def search(request: Request, who: Who, q: Annotated[str, Query(max_length=300)] = "") -> Response:
    """Claims with certain words."""
    actor = looking(who)
    found = list(reading.list_claims(who.sessions, Wanted(query=q, limit=_FOUND))) if q.strip() else []
    context = {"q": q, "claims": found, "policy": current_policy(who.sessions)}
    return page(request, who, "search.html", context, actor=actor)


@router.get("/exports")
def exports(request: Request, who: Who) -> Response:
    """Lists out, in every format."""
    actor = looking(who)
    context = {"formats": list(FORMATS), "articles": reading.list_articles(who.sessions)}
    return page(request, who, "exports.html", context, actor=actor)
