"""The galley: the article as it will be printed, and the panel of one claim."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from pydantic import Field
from starlette.responses import HTMLResponse, Response

from factcheck.domain.actors import Actor
from factcheck.domain.models import Article, Claim
from factcheck.domain.policy import Policy
from factcheck.domain.refs import Ref, RefRange
from factcheck.domain.replay import wordings
from factcheck.domain.vocabulary import AttributionCheck, Kind, SkipReason, Stance, Status
from factcheck.errors import FactcheckError, NotSignedIn, StaleVersion
from factcheck.services import reading
from factcheck.services.galley import Galley, GalleyClaim, read_galley, read_piece
from factcheck.services.policies import current_policy
from factcheck.web.api.kinds import N, Slug
from factcheck.web.callers import Caller, Who
from factcheck.web.pages import acts
from factcheck.web.pages.failing import failure_page
from factcheck.web.pages.forms import Fields, Form
from factcheck.web.pages.rendering import go, looking, page, render, wants_fragment
from factcheck.web.pages.setting import marked_sentence, set_text

router = APIRouter(include_in_schema=False)

FILTERS = {
    "all": "All sentences",
    "unchecked": "Not checked yet",
    "mine": "Mine",
    "unnamed": "Unnamed sources",
    "figures": "Figures",
    "flagged": "To look at again",
}
_OPEN = (Status.UNCHECKED, Status.IN_REVIEW, Status.REOPENED)
_Number = Annotated[int, Field(ge=1, le=9_999_999)]
Chosen = Annotated[int | None, Query(ge=1, le=9_999_999)]


@router.get("/articles/{slug}")
def galley(
    request: Request,
    who: Who,
    slug: Slug,
    claim: Chosen = None,
    show: Annotated[str, Query(max_length=20)] = "all",
) -> Response:
    """An article with every sentence underlined by its state; `claim` opens a panel."""
    actor = looking(who)
    after = reading.newest_event(who.sessions)
    found = read_galley(who.sessions, slug)
    panel = _panel(who, actor, found.policy, Ref(slug, claim)) if claim else {"claim": None}
    shown = {one.n for one in found.standing if _passes(one, show, actor)}
    context = {
        "galley": found,
        "article": found.article,
        "blocks": set_text(found.text, found.standing, found.article.headline),
        "gone": [one for one in found.claims if one.orphaned],
        "shown": shown,
        "show": show if show in FILTERS else "all",
        "filters": FILTERS,
        "states": list(Status),
        "open": claim,
        "after": after,
        **panel,
    }
    return page(request, who, "galley.html", context, actor=actor)


def _passes(claim: GalleyClaim, show: str, actor: Actor) -> bool:
    if show == "unchecked":
        return claim.status in _OPEN
    if show == "mine":
        return actor.is_person(claim.assignee) or actor.is_person(claim.checked_by)
    if show == "unnamed":
        return bool(claim.voices) and all(voice.anonymity != "named" for voice in claim.voices)
    if show == "figures":
        return claim.figures > 0
    return show != "flagged" or claim.recheck is not None


@router.get("/articles/{slug}/pieces")
def pieces(
    who: Who, slug: Slug, n: Annotated[list[_Number], Query(max_length=50)], panel: Chosen = None
) -> Response:
    """Some sentences as they are now, how far the article is, and a panel: to be swapped in."""
    actor = looking(who)
    return _swapped(who, actor, slug, n, panel)


def _swapped(
    who: Caller,
    actor: Actor,
    slug: str,
    numbers: Sequence[int],
    panel: int | None,
    done: tuple[str, acts.Done] | None = None,
) -> Response:
    found = [read_piece(who.sessions, slug, n) for n in numbers]
    article, policy = (found[0][0], found[0][2]) if found else _article_and_policy(who, slug)
    context: dict[str, Any] = {
        "article": article,
        "policy": policy,
        "pieces": [one for _, one, _ in found if not one.orphaned],
        "said": " ".join((acts.told(done[0], done[1].claim, policy), *done[1].missing)) if done else "",
        "role": actor.role,
        "actor": actor,
        "with_panel": panel is not None,
        "open": panel,
    }
    if panel is not None:
        context |= _panel(who, actor, policy, Ref(slug, panel))
    return HTMLResponse(render("pieces.html", context))


def _article_and_policy(who: Caller, slug: str) -> tuple[Article, Policy]:
    return reading.show_article(who.sessions, slug), current_policy(who.sessions)


def _panel(who: Caller, actor: Actor, policy: Policy, ref: Ref) -> dict[str, Any]:
    """What the panel of a claim shows."""
    claim = reading.show_claims(who.sessions, RefRange(ref.slug, ref.n, ref.n))[0]
    history = reading.claim_history(who.sessions, ref)
    spans = [
        (name, *span)
        for said in claim.attributions
        for name in ("source", "cue", "content")
        if (span := getattr(said.spans, name)) is not None
    ]
    return {
        "claim": claim,
        "marked": marked_sentence(claim.text, claim.start, spans),
        "history": history,
        "offered": acts.offered(claim, actor, policy),
        "policy": policy,
        "own_check": claim.status is Status.CHECKED and actor.is_person(claim.checked_by),
        "skip_reasons": list(SkipReason),
        "stances": list(Stance),
        "attribution_checks": list(AttributionCheck),
        "versions": wordings(claim.text, history),
    }


@router.post("/articles/{slug}/claims/{n}/{act}")
def do(request: Request, who: Who, slug: Slug, n: N, act: str, fields: Form) -> Response:
    """Do something with a claim, and show it as it is then."""
    actor, ref = looking(who), Ref(slug, n)
    try:
        done = acts.do(who, ref, act, fields)
    except StaleVersion as error:
        return _conflict(request, who, actor, ref, act, fields, error)
    except FactcheckError as error:
        if isinstance(error, NotSignedIn):
            raise
        return failure_page(request, error, written=fields)
    if wants_fragment(request):
        return _swapped(who, actor, slug, [n], n, done=(act, done))
    said = "not_kept" if done.missing else act
    if fields.get("back") == "questions":
        return go(f"/queries?done={said}")
    return go(f"/articles/{slug}?claim={n}&done={said}#c{n}")


def _conflict(
    request: Request, who: Caller, actor: Actor, ref: Ref, act: str, fields: Fields, error: StaleVersion
) -> Response:
    """Both versions: what somebody wanted, what is there by now; nothing was overwritten."""
    claim: Claim = reading.show_claims(who.sessions, RefRange(ref.slug, ref.n, ref.n))[0]
    last = next(reversed(reading.claim_history(who.sessions, ref)), None)
    wanted = {name: value for name, value in fields.items() if name != "version"}
    policy = current_policy(who.sessions)
    possible = acts.is_offered(act, acts.offered(claim, actor, policy))
    context = {
        "claim": claim, "act": act, "wanted": wanted, "last": last, "error": error, "policy": policy,
        "possible": possible,
    }  # fmt: skip
    if wants_fragment(request):
        return HTMLResponse(render("conflict_dialog.html", context), 409)
    return page(request, who, "conflict.html", context, actor=actor, status=409)


@router.get("/articles/{slug}/proof")
def proof(request: Request, who: Who, slug: Slug) -> Response:
    """A proof to be printed: the text with its marks, each sentence's check as a footnote."""
    actor = looking(who)
    found: Galley = read_galley(who.sessions, slug)
    claims = list(reading.list_claims(who.sessions, reading.Wanted(article=slug, orphaned=False)))
    context = {
        "galley": found,
        "article": found.article,
        "blocks": set_text(found.text, found.standing, found.article.headline),
        "claims": claims,
        "policy": found.policy,
        "kinds": list(Kind),
    }
    return page(request, who, "proof.html", context, actor=actor)
