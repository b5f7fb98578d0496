"""What becomes of an error: a problem for programs, a page for people; never a traceback."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.routing import Match

from factcheck.domain.refs import RefRange
from factcheck.errors import (
    BadInput,
    BadToken,
    FactcheckError,
    GateClosed,
    NotFound,
    NotSignedIn,
    StaleVersion,
    TooMany,
)
from factcheck.services.reading import show_claims
from factcheck.web.attempts import Attempts
from factcheck.web.echoes import said_in, without_input
from factcheck.web.guard import protecting
from factcheck.web.problems import problem, status_of, wants_page, web_hint
from factcheck.web.replies import version_of

# What a program may be told of a status that the framework gives.
_FRAMEWORK = {404: "not_found", 405: "no_such_method", 400: "bad_input", 415: "bad_input"}
_DESCRIBED = "The OpenAPI description says what is taken: /openapi.json."
_METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")


def handle_failures(app: FastAPI) -> None:
    """Let an app answer every error as a problem, or as a page where a page was asked for."""
    app.add_exception_handler(FactcheckError, _deliberate)
    app.add_exception_handler(RequestValidationError, _unusable)
    app.add_exception_handler(HTTPException, _of_framework)
    app.add_exception_handler(Exception, _fault)


async def _deliberate(request: Request, error: Exception) -> Response:
    if not isinstance(error, FactcheckError):
        raise error
    if wants_page(request.url.path):
        from factcheck.web.pages.failing import failure_page

        return await run_in_threadpool(failure_page, request, error)
    headers: dict[str, str] = {}
    more: dict[str, Any] = {}
    if isinstance(error, BadToken):
        headers["WWW-Authenticate"] = 'Bearer realm="factcheck", error="invalid_token"'
        error = _too_many_bad_tokens(request) or error
    elif isinstance(error, NotSignedIn):
        headers["WWW-Authenticate"] = 'Bearer realm="factcheck"'
    if isinstance(error, TooMany):
        headers["Retry-After"] = str(error.seconds)
    if isinstance(error, StaleVersion):
        more = await run_in_threadpool(_both_versions, request)
    if isinstance(error, GateClosed):
        more = {"findings": list(error.findings)}
    said = said_in(request)
    hint = web_hint(error.hint) or (_DESCRIBED if error.hint else None)
    hint = without_input(hint, said) if hint else None
    message = without_input(error.message, said)
    return problem(status_of(error), error.code, message, hint, headers=headers, **more)


def _both_versions(request: Request) -> dict[str, Any]:
    """On a conflict about a claim: what it is now, and what the request was based on."""
    slug, n = request.path_params.get("slug"), request.path_params.get("n")
    if slug is None or n is None:
        return {}
    claim = show_claims(request.app.state.sessions, RefRange(slug, int(n), int(n)))[0]
    return {"current": claim.model_dump(mode="json"), "yours": version_of(request.headers.get("if-match"))}


def _too_many_bad_tokens(request: Request) -> TooMany | None:
    """Write a bad token down. Only bad ones are counted and held up: a house may share one address."""
    attempts: Attempts = request.app.state.attempts
    address = request.client.host if request.client else ""
    try:
        attempts.check_token(address)
    except TooMany as error:
        return error
    attempts.count_token(address)
    return None


async def _unusable(request: Request, error: Exception) -> Response:
    if not isinstance(error, RequestValidationError):
        raise error
    wrong = error.errors()[0]
    parts = [str(part)[:_LONGEST_PART] for part in wrong["loc"]]
    where = ".".join(part for part in parts if part.isdigit() or part.isidentifier())
    if wants_page(request.url.path):
        from factcheck.web.pages.failing import failure_page

        told = _no_such_page() if parts[:1] == ["path"] else _in_words(parts[-1], wrong["type"])
        return await run_in_threadpool(failure_page, request, told)
    what = wrong["msg"] if wrong["type"] not in _ECHOING else "It is not as it should be"
    said = without_input(f"{where}: {what}.", said_in(request))
    return problem(422, "bad_input", said, _DESCRIBED)


def _in_words(name: str, kind: str) -> BadInput:
    """What is wrong with a field of an address, for who types or follows one."""
    what = next((words for start, words in _WRONG.items() if kind.startswith(start)), "can't be used")
    field = f"“{name}”" if name.isidentifier() else "A part of the address"
    return BadInput(f"{field} {what}.", "Correct it in the address, or go on from the desk.")


_WRONG = {
    "missing": "is missing",
    "int": "is no whole number",
    "string_too_long": "is too long",
    "greater": "is too small",
    "less": "is too large",
}


def _no_such_page() -> NotFound:
    return NotFound("There is no such page.", "Go on from the desk.")


_LONGEST_PART = 60  # of a field's name, which the caller may have made up
# Kinds of error whose words repeat what was sent.
_ECHOING = frozenset({"json_invalid", "value_error", "assertion_error", "datetime_from_date_parsing"})


async def _of_framework(request: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        raise error
    if wants_page(request.url.path):
        from factcheck.web.pages.failing import failure_page

        return await run_in_threadpool(failure_page, request, _no_such_page(), error.status_code)
    code, said = _FRAMEWORK.get(error.status_code, "failed"), "There is nothing like that here."
    headers = dict(error.headers or {})
    if error.status_code == 405:
        headers["Allow"] = ", ".join(_methods_at(request))
        said = "That can't be done to it."
    elif error.status_code == 400:
        said = "The request's body can't be read."
    return problem(error.status_code, code, said, headers=headers)


def _methods_at(request: Request) -> list[str]:
    """What may be done to a path: several routes share it, and the framework names those of the first."""
    routes = request.app.router.routes
    asked = ((method, {**request.scope, "method": method}) for method in _METHODS)
    found = [name for name, scope in asked if any(one.matches(scope)[0] is Match.FULL for one in routes)]
    return ["GET", "HEAD", *found[1:]] if found[:1] == ["GET"] else found


async def _fault(request: Request, error: Exception) -> Response:
    request.app.state.log.error(
        "fault", kind=type(error).__name__, route=getattr(request.scope.get("route"), "path", None)
    )
    said = "That is a fault of factcheck; nothing was half-written."
    if wants_page(request.url.path):
        from factcheck.web.pages.failing import plain_failure

        answer = plain_failure(said)
    else:
        answer = problem(500, "internal", said, "Look at the server's log.")
    answer.headers.update(protecting(request.scope["path"]))  # the guard stands behind what answers a fault
    return answer
