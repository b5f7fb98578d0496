"""What becomes of an error: a problem for programs, a page for people; never a traceback."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import Response

from factcheck.domain.refs import RefRange
from factcheck.errors import FactcheckError, GateClosed, NotSignedIn, StaleVersion, TooMany
from factcheck.services.reading import show_claims
from factcheck.web.attempts import Attempts
from factcheck.web.problems import leaves, problem, status_of, web_hint, without_input
from factcheck.web.replies import version_of

# What a program may be told of a status that the framework gives.
_FRAMEWORK = {404: "not_found", 405: "no_such_method", 400: "bad_input", 415: "bad_input"}


def handle_failures(app: FastAPI) -> None:
    """Let an app answer every error as a problem, or as a page where a page was asked for."""
    app.add_exception_handler(FactcheckError, _deliberate)
    app.add_exception_handler(RequestValidationError, _unusable)
    app.add_exception_handler(HTTPException, _of_framework)
    app.add_exception_handler(Exception, _fault)


def wants_page(request: Request) -> bool:
    """Whether a person is to read the answer."""
    return not request.url.path.startswith(("/api/", "/health", "/metrics", "/openapi"))


async def _deliberate(request: Request, error: Exception) -> Response:
    if not isinstance(error, FactcheckError):
        raise error
    if wants_page(request):
        from factcheck.web.pages.failing import failure_page

        return await run_in_threadpool(failure_page, request, error)
    status = status_of(error)
    headers: dict[str, str] = {}
    more: dict[str, Any] = {}
    if isinstance(error, NotSignedIn):
        headers["WWW-Authenticate"] = 'Bearer realm="factcheck"'
    if isinstance(error, TooMany):
        headers["Retry-After"] = str(error.seconds)
    if isinstance(error, StaleVersion):
        more = await run_in_threadpool(_both_versions, request)
    if isinstance(error, GateClosed):
        more = {"findings": list(error.findings)}
    if "authorization" in request.headers and status in (401, 403):
        _count_bad_token(request, error)
    said = list(_said(request))
    hint = web_hint(error.hint)
    hint = without_input(hint, said) if hint else None
    return problem(status, error.code, without_input(error.message, said), hint, headers=headers, **more)


def _both_versions(request: Request) -> dict[str, Any]:
    """On a conflict about a claim: what it is now, and what the request was based on."""
    slug, n = request.path_params.get("slug"), request.path_params.get("n")
    if slug is None or n is None:
        return {}
    claim = show_claims(request.app.state.sessions, RefRange(slug, int(n), int(n)))[0]
    return {"current": claim.model_dump(mode="json"), "yours": version_of(request.headers.get("if-match"))}


def _count_bad_token(request: Request, error: FactcheckError) -> None:
    if "token is unknown" in error.message:
        attempts: Attempts = request.app.state.attempts
        attempts.count_token(request.client.host if request.client else "")


def _said(request: Request) -> Any:
    """All that the caller sent which a message could repeat."""
    yield from map(str, request.path_params.values())
    yield from request.query_params.values()
    yield from (
        request.headers.get(name, "") for name in ("authorization", "factcheck-as", "cookie", "if-match")
    )
    body = request.scope.get("factcheck.body", b"")
    if body and len(body) < 200_000:
        yield from leaves(_json_of(body))


def _json_of(body: bytes) -> Any:
    import json

    try:
        return json.loads(body)
    except ValueError:
        return body.decode("utf-8", "replace")


async def _unusable(request: Request, error: Exception) -> Response:
    if not isinstance(error, RequestValidationError):
        raise error
    wrong = error.errors()[0]
    where = ".".join(str(part) for part in wrong["loc"] if not isinstance(part, str) or part.isidentifier())
    what = wrong["msg"] if wrong["type"] not in _ECHOING else "It is not as it should be"
    if wants_page(request):
        from factcheck.errors import BadInput
        from factcheck.web.pages.failing import failure_page

        told = BadInput(f"{where.removeprefix('body.')}: {what}.", "Correct it, and send it again.")
        return await run_in_threadpool(failure_page, request, told)
    said = without_input(f"{where}: {what}.", list(_said(request)))
    return problem(422, "bad_input", said, "The OpenAPI description says what is taken: /openapi.json.")


# Kinds of error whose words repeat what was sent.
_ECHOING = frozenset({"json_invalid", "value_error", "assertion_error", "datetime_from_date_parsing"})


async def _of_framework(request: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        raise error
    if wants_page(request):
        from factcheck.errors import NotFound
        from factcheck.web.pages.failing import failure_page

        said = NotFound("There is no such page.", "Go on from the desk.")
        return await run_in_threadpool(failure_page, request, said, error.status_code)
    code = _FRAMEWORK.get(error.status_code, "failed")
    return problem(error.status_code, code, "There is nothing like that here.", headers=error.headers)


async def _fault(request: Request, error: Exception) -> Response:
    request.app.state.log.error(
        "fault", kind=type(error).__name__, route=getattr(request.scope.get("route"), "path", None)
    )
    said = "That is a fault of factcheck; nothing was half-written."
    if wants_page(request):
        from factcheck.web.pages.failing import plain_failure

        return plain_failure(said)
    return problem(500, "internal", said, "Look at the server's log.")
