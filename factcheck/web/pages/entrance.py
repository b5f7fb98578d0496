"""Signing in and out."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import HTMLResponse, Response

from factcheck.errors import FactcheckError, NotSignedIn
from factcheck.services import signing_in
from factcheck.web.attempts import Attempts
from factcheck.web.callers import Caller, Who
from factcheck.web.guard import same_site_path
from factcheck.web.pages.forms import Form, needed
from factcheck.web.pages.rendering import go, render
from factcheck.web.problems import status_of

router = APIRouter(include_in_schema=False)
Next = Annotated[str | None, Query(max_length=2000)]


@router.get("/sign-in")
def entrance(who: Who, next: Next = None) -> Response:
    """Where people say who they are."""
    return HTMLResponse(_page(who, same_site_path(next)))


def _page(who: Caller, onward: str, error: FactcheckError | None = None) -> str:
    context = {
        "has_users": signing_in.has_users(who.sessions),
        "provider": who.settings.provider,
        "onward": onward,
        "error": error,
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
        attempts.check_sign_in(name, address)
        secret = signing_in.sign_in(who.sessions, name, fields.get("password", ""))
    except NotSignedIn as error:
        attempts.count_sign_in(name, address)
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
