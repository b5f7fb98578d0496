"""What is done with an article as a whole: revised, compared, dated, published; what happened to it."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import islice
from typing import Annotated

from fastapi import APIRouter, Path, Request
from starlette.responses import Response

from factcheck.domain.actors import Actor
from factcheck.domain.vocabulary import CorrectionClass
from factcheck.errors import BadInput, GateClosed, StaleVersion
from factcheck.services import comparing, deadlines, house_rules, publishing, reading, revising
from factcheck.services.ingest import Submission
from factcheck.services.policies import current_policy
from factcheck.services.publishing import Notice
from factcheck.web.api.kinds import Slug
from factcheck.web.callers import Caller, Who
from factcheck.web.pages.forms import Fields, Form, needed, number
from factcheck.web.pages.rendering import go, looking, page
from factcheck.web.pages.words import word_changes

router = APIRouter(include_in_schema=False)
Number = Annotated[int, Path(ge=1, le=1_000_000)]
_TOLD = 1000


@router.get("/articles/{slug}/revise")
def rewrite(request: Request, who: Who, slug: Slug) -> Response:
    """The text, to be changed."""
    actor = looking(who)
    revision, text = comparing.article_text(who.sessions, slug)
    context = {
        "article": reading.show_article(who.sessions, slug),
        "text": text,
        "based_on": revision,
        "planned": None,
        "refused": None,
    }
    return page(request, who, "revise.html", context, actor=actor)


@router.post("/articles/{slug}/revise")
def revise(request: Request, who: Who, slug: Slug, fields: Form) -> Response:
    """Show what a new text does; do it when it is sent again with the word to."""
    actor = looking(who)
    text = needed(fields, "text", "The text")
    submission, based_on = Submission(text, text.encode()), number(fields, "based_on")
    try:
        return _revised(request, who, actor, slug, fields, submission, based_on)
    except StaleVersion as error:  # their text stays here, and stays bound to what it was made from
        context = {
            "article": reading.show_article(who.sessions, slug),
            "text": text,
            "based_on": based_on,
            "planned": None,
            "refused": error,
        }
        return page(request, who, "revise.html", context, actor=actor, status=409)


def _revised(
    request: Request,
    who: Caller,
    actor: Actor,
    slug: str,
    fields: Fields,
    submission: Submission,
    based_on: int | None,
) -> Response:
    if "do" in fields:
        done = revising.revise_article(who.sessions, who.actor, slug, submission, based_on=based_on)
        return go(f"/articles/{slug}?done={'revised' if done.is_new else 'same'}")
    planned = revising.preview_revision(who.sessions, slug, submission, based_on=based_on)
    context = {
        "article": planned.article,
        "text": submission.text,
        "based_on": based_on or planned.article.revision,
        "planned": planned,
        "refused": None,
        "word_changes": word_changes,
    }
    return page(request, who, "revise.html", context, actor=actor)


@router.get("/articles/{slug}/diff/{first}/{second}")
def diff(request: Request, who: Who, slug: Slug, first: Number, second: Number) -> Response:
    """What changed between two texts."""
    actor = looking(who)
    context = {
        "article": reading.show_article(who.sessions, slug),
        "first": first,
        "second": second,
        "changes": comparing.compare_revisions(who.sessions, slug, first, second),
        "word_changes": word_changes,
    }
    return page(request, who, "diff.html", context, actor=actor)


@router.get("/articles/{slug}/history")
def history(request: Request, who: Who, slug: Slug) -> Response:
    """What happened to an article and its claims, the newest first."""
    actor = looking(who)
    events = list(islice(reading.article_history(who.sessions, slug), 100_000))[::-1]
    context = {
        "article": reading.show_article(who.sessions, slug),
        "events": events[:_TOLD],
        "all": len(events),
    }
    return page(request, who, "history.html", context, actor=actor)


@router.get("/articles/{slug}/gate")
def gate(request: Request, who: Who, slug: Slug) -> Response:
    """What stands between an article and publication."""
    return _gate(request, who, slug)


def _gate(request: Request, who: Caller, slug: str, refused: GateClosed | None = None) -> Response:
    actor = looking(who)
    context = {
        "article": reading.show_article(who.sessions, slug),
        "findings": publishing.check_gate(who.sessions, slug),
        "rules": len(house_rules.named_rules(house_rules.show_rules(who.sessions))),
        "classes": list(CorrectionClass),
        "newsroom": current_policy(who.sessions).newsroom,
        "refused": refused,
    }
    return page(request, who, "gate.html", context, actor=actor, status=409 if refused else 200)


@router.post("/articles/{slug}/publish")
def publish(request: Request, who: Who, slug: Slug, fields: Form) -> Response:
    """Publish every approved claim of an article whose gate is green."""
    looking(who)
    notice = Notice(_class(fields.get("kind")), fields.get("correction"))
    try:
        done = publishing.publish_article(who.sessions, who.actor, slug, notice=notice)
    except GateClosed as error:
        return _gate(request, who, slug, error)
    return go(f"/articles/{slug}?done={'published' if done.claims else 'nothing_new'}")


def _class(word: str | None) -> CorrectionClass | None:
    try:
        return CorrectionClass(word) if word else None
    except ValueError as error:
        raise BadInput("That is no class of correction.", "Choose one of those on the page.") from error


@router.post("/articles/{slug}/deadline")
def deadline(who: Who, slug: Slug, fields: Form) -> Response:
    """Say by when an article has to be checked, in UTC; nothing takes the deadline off."""
    looking(who)
    moment = None
    if "deadline" in fields:
        try:
            typed = datetime.fromisoformat(fields["deadline"])
            moment = typed.astimezone(UTC) if typed.tzinfo else typed.replace(tzinfo=UTC)
        except (ValueError, OverflowError) as error:
            raise BadInput("That is no date and time.", "Such as 2026-01-31T18:00.") from error
    deadlines.set_deadline(who.sessions, who.actor, slug, moment)
    return go("/?done=done")
