"""Signing in and out."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote, unquote

from fastapi import APIRouter, Query, Request
from starlette.responses import HTMLResponse, Response

from factcheck.errors import FactcheckError, NotFound, NotSignedIn
from factcheck.services import signing_in
from factcheck.web.attempts import Attempts
from factcheck.web.callers import Caller, Who
from factcheck.web.guard import same_site_path
from factcheck.web.identity import Errand, login_of, way_there
from factcheck.web.pages.forms import Form, needed
from factcheck.web.pages.rendering import DONE, go, render
from factcheck.web.problems import status_of
from factcheck.web.settings import IdentityProvider

router = APIRouter(include_in_schema=False)
Next = Annotated[str | None, Query(max_length=2000)]
_ERRAND = "factcheck-errand"  # kept while somebody is at the identity provider


@router.get("/sign-in")
def entrance(who: Who, next: Next = None, done: Annotated[str, Query(max_length=20)] = "") -> Response:
    """Where people say who they are."""
    return HTMLResponse(_page(who, same_site_path(next), done=DONE.get(done, "")))


def _page(who: Caller, onward: str, error: FactcheckError | None = None, done: str = "") -> str:
    context = {
        "has_users": signing_in.has_users(who.sessions),
        "provider": who.settings.provider,
        "onward": onward,
        "error": error,
        "done": done,
    }
    return render("sign_in.html", context)


@router.post("/sign-in")
def sign_in(request: Request, who: Who, fields: Form) -> Response:
    """Let somebody in; the session is always a new one."""
    onward = same_site_path(fields.get("next"))
    attempts: Attempts = request.app.state.attempts
    address = request.client.host if request.client else ""
    name = fields.get("name", "")
    try:
        if not signing_in.has_users(who.sessions):
            return admitted(
                who, signing_in.sign_in_by_name(who.sessions, needed(fields, "name", "A name")), onward
            )
        with attempts.signing_in(name, address):
            secret = signing_in.sign_in(who.sessions, name, fields.get("password", ""))
    except NotSignedIn as error:
        return HTMLResponse(_page(who, onward, error), 401)
    except FactcheckError as error:
        return HTMLResponse(_page(who, onward, error), status_of(error))
    return admitted(who, secret, onward)


def admitted(who: Caller, secret: str, onward: str) -> Response:
    """On to the desk, with the new session's cookie; the one before it is over."""
    if who.claimed.session is not None:
        signing_in.sign_out(who.sessions, who.claimed.session)
    answer = go(onward)
    answer.set_cookie(
        who.settings.cookie,
        secret,
        max_age=int(signing_in.LASTS.total_seconds()),
        path="/",
        secure=who.settings.secure,
        httponly=True,
        samesite="lax",
    )
    return answer


@router.post("/sign-out")
def sign_out(who: Who) -> Response:
    """End the session."""
    if who.claimed.session is not None:
        signing_in.sign_out(who.sessions, who.claimed.session)
    answer = go("/sign-in")
    answer.delete_cookie(who.settings.cookie, path="/", secure=who.settings.secure, httponly=True)
    return answer


@router.get("/sign-in/house")
def to_provider(request: Request, who: Who, next: Next = None) -> Response:
    """To the house's identity provider."""
    provider = _provider(who)
    errand = Errand.begun(same_site_path(next))
    answer = go(way_there(who.network, provider, errand, _back(request, who)))
    answer.set_cookie(
        _ERRAND, quote(errand.written()), max_age=600, path="/sign-in", secure=who.settings.secure,
        httponly=True, samesite="lax",
    )  # fmt: skip
    return answer


@router.get("/sign-in/back")
def from_provider(
    request: Request,
    who: Who,
    state: Annotated[str, Query(max_length=200)] = "",
    code: Annotated[str, Query(max_length=4000)] = "",
) -> Response:
    """Back from it: whom it vouches for is let in, if the newsroom knows them."""
    provider = _provider(who)
    try:
        errand = Errand.read(unquote(request.cookies.get(_ERRAND, "")))
        login = login_of(who.network, provider, errand, _back(request, who), state=state, code=code)
        secret = signing_in.sign_in_by_login(who.sessions, login)
    except FactcheckError as error:
        return HTMLResponse(_page(who, "/", error), status_of(error))
    answer = admitted(who, secret, same_site_path(errand.onward))
    answer.delete_cookie(_ERRAND, path="/sign-in", secure=who.settings.secure, httponly=True)
    return answer


def _provider(who: Caller) -> IdentityProvider:
    if who.settings.provider is None:
        raise NotFound("This newsroom has no identity provider.", "Sign in with your password.")
    return who.settings.provider


def _back(request: Request, who: Caller) -> str:
    return f"{who.settings.origin or str(request.base_url).rstrip('/')}/sign-in/back"
