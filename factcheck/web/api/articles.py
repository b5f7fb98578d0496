"""Articles: taken in, revised, compared, dated, published."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from factcheck.domain.models import Article, SentenceChange, text_sha256
from factcheck.errors import BadInput, GateClosed, NotFound
from factcheck.services import comparing, deadlines, publishing, reading, revising
from factcheck.services.ingest import Submission, ingest_article
from factcheck.services.people import check_allowed
from factcheck.services.publishing import Notice
from factcheck.services.submitting import fetch_submission, read_submission
from factcheck.web.api.answers import (
    GateAnswer,
    IngestedAnswer,
    Page,
    PublishedAnswer,
    RevisedAnswer,
    TextAnswer,
)
from factcheck.web.api.bodies import ArticleBody, DeadlineBody, PublishBody, RevisionBody
from factcheck.web.api.kinds import Limit, Number, Plain, Slug
from factcheck.web.callers import Caller, Who
from factcheck.web.replies import PAGE, list_reply, reply

router = APIRouter(tags=["articles"])


@router.get("/articles", response_model=Page[Article], operation_id="list_articles")
def list_articles(
    request: Request,
    who: Who,
    limit: Limit = PAGE,
    after: Annotated[Plain | None, Query(max_length=80, description="The slug to go on after.")] = None,
) -> Response:
    """All articles with their progress, oldest first."""
    who.look()
    found = reading.list_articles(who.sessions)
    places = {one.slug: place for place, one in enumerate(found, 1)}
    if after is not None and after not in places:
        raise NotFound("There is no article to go on after.", "Begin with the first page.")
    begin = places[after] if after is not None else 0
    page = found[begin : begin + limit]
    return list_reply(request, page, page[-1].slug if begin + limit < len(found) else None)


@router.post("/articles", status_code=201, response_model=IngestedAnswer, operation_id="ingest_article")
def ingest(who: Who, body: ArticleBody) -> Response:
    """Take an article in, by its text or its address: every sentence becomes a claim.

    The same text again is the same article (200).
    """
    if (body.text is None) == (body.url is None):
        raise BadInput("An article comes by its text or by its address.", "Send one of: text, url.")
    if body.url is not None:
        check_allowed(who.sessions, who.actor, "ingest")
        submission = fetch_submission(who.network, body.url)
    else:
        submission = Submission(body.text or "", (body.text or "").encode())
    given = {
        name: value for name, value in body.model_dump(exclude={"text", "url"}).items() if value is not None
    }
    return _ingested(who, replace(submission, **given))


@router.post(
    "/articles/file",
    status_code=201,
    response_model=IngestedAnswer,
    operation_id="ingest_file",
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
        }
    },
)
def ingest_file(
    request: Request,
    who: Who,
    name: Annotated[Plain, Query(max_length=200, examples=["article.docx"], description="The file's name.")],
    slug: Annotated[Plain | None, Query(max_length=80)] = None,
) -> Response:
    """Take an article in from a file (text, Markdown, HTML, DOCX, ODT, PDF), told apart by its name."""
    check_allowed(who.sessions, who.actor, "ingest")
    return _ingested(who, replace(read_submission(request.scope["factcheck.body"], name), slug=slug))


def _ingested(who: Caller, submission: Submission) -> Response:
    done = ingest_article(who.sessions, who.actor, submission)
    answer = {"article": done.article, "is_new": done.is_new, "sources": done.sources}
    return reply(answer, 201 if done.is_new else 200, Location=f"/api/v1/articles/{done.article.slug}")


@router.get("/articles/{slug}", response_model=Article, operation_id="show_article")
def show(who: Who, slug: Slug) -> Response:
    """One article."""
    who.look()
    return reply(reading.show_article(who.sessions, slug))


@router.get("/articles/{slug}/text", response_model=TextAnswer, operation_id="article_text")
def text(who: Who, slug: Slug, revision: Annotated[int | None, Query(ge=1, le=1_000_000)] = None) -> Response:
    """A text of an article, the newest unless another revision is asked for."""
    who.look()
    n, words = comparing.article_text(who.sessions, slug, revision)
    return reply({"article": slug, "revision": n, "text": words, "sha256": text_sha256(words)})


@router.post("/articles/{slug}/revisions", response_model=RevisedAnswer, operation_id="revise_article")
def revise(who: Who, slug: Slug, body: RevisionBody) -> Response:
    """Give an article a new text: the same words keep their check, other words lose it."""
    submission = Submission(body.text, body.text.encode())
    if body.dry_run:
        who.look()
        done = revising.preview_revision(who.sessions, slug, submission, based_on=body.based_on)
    else:
        done = revising.revise_article(who.sessions, who.actor, slug, submission, based_on=body.based_on)
    return reply(
        {
            "article": done.article,
            "revision": done.revision,
            "is_new": done.is_new,
            "kept": done.kept,
            "changes": done.changes,
        }
    )


@router.get(
    "/articles/{slug}/revisions/{first}/diff/{second}",
    response_model=list[SentenceChange],
    operation_id="compare_revisions",
)
def diff(who: Who, slug: Slug, first: Number, second: Number) -> Response:
    """What changed between two texts of an article."""
    who.look()
    return reply(comparing.compare_revisions(who.sessions, slug, first, second))


@router.put("/articles/{slug}/deadline", response_model=Article, operation_id="set_deadline")
def set_deadline(who: Who, slug: Slug, body: DeadlineBody) -> Response:
    """Say by when an article has to be checked."""
    return reply(deadlines.set_deadline(who.sessions, who.actor, slug, body.deadline))


@router.get("/articles/{slug}/gate", response_model=GateAnswer, operation_id="check_gate")
def gate(who: Who, slug: Slug) -> Response:
    """What stands between an article and publication."""
    who.look()
    findings = publishing.check_gate(who.sessions, slug)
    return reply({"green": not findings, "findings": findings})


@router.post("/articles/{slug}/publish", response_model=PublishedAnswer, operation_id="publish_article")
def publish(who: Who, slug: Slug, body: PublishBody | None = None) -> Response:
    """Publish every approved claim of an article whose gate is green."""
    notice = Notice(body.kind, body.correction) if body else None
    try:
        done = publishing.publish_article(who.sessions, who.actor, slug, notice=notice)
    except GateClosed as error:
        error.findings = publishing.check_gate(who.sessions, slug)
        raise
    return reply({"claims": done.claims, "corrections": done.corrections, "flagged": done.flagged})
