"""Errors on their way out: one table of statuses, as problem details (RFC 9457) or as a page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from typing import Any

from pydantic import BaseModel, Field
from pydantic_core import to_json
from starlette.responses import HTMLResponse, Response

from factcheck.errors import (
    BadInput,
    Conflict,
    DatabaseUnusable,
    FactcheckError,
    FetchFailed,
    GateClosed,
    IntegrityFailure,
    NotAllowed,
    NotFound,
    NotSignedIn,
    OutputFailed,
    TooMany,
    UsageError,
)

MEDIA_TYPE = "application/problem+json"

# The first row whose class fits gives the status; everything deliberate that fits none is 422.
STATUSES: tuple[tuple[type[FactcheckError], int], ...] = (
    (NotSignedIn, 401),
    (NotAllowed, 403),
    (NotFound, 404),
    (Conflict, 409),
    (GateClosed, 409),
    (TooMany, 429),
    (FetchFailed, 502),
    (DatabaseUnusable, 503),
    (OutputFailed, 507),
    (IntegrityFailure, 409),
    (UsageError, 422),
    (BadInput, 422),
)
TITLES: Mapping[int, str] = {
    400: "The request can't be understood",
    401: "Nobody is signed in",
    403: "Not allowed",
    404: "Not found",
    405: "No such method here",
    408: "The request took too long",
    409: "It collides with what is there",
    413: "The request is too large",
    415: "That kind of content is not taken here",
    421: "This host is not served here",
    422: "It can't be used as it is",
    429: "Too many requests",
    500: "A fault of factcheck",
    502: "Another server did not answer as it should",
    503: "The database can't be used",
    507: "There is no room to write",
}


class Problem(BaseModel):
    """What went wrong, as RFC 9457 has it. `code` is stable; `hint` says what to do instead."""

    type: str = Field("about:blank", description="Always about:blank: the code tells the kind.")
    title: str
    status: int
    detail: str
    code: str
    hint: str | None = None
    current: dict[str, Any] | None = Field(None, description="On a conflict: the claim as it is now.")
    yours: int | None = Field(None, description="On a conflict: the version that the request was based on.")
    findings: list[dict[str, Any]] | None = Field(None, description="On a closed gate: what breaks a rule.")


def status_of(error: FactcheckError) -> int:
    """The HTTP status of a deliberate error."""
    return next((status for kind, status in STATUSES if isinstance(error, kind)), 422)


def problem(
    status: int,
    code: str,
    detail: str,
    hint: str | None = None,
    *,
    headers: Mapping[str, str] | None = None,
    **more: Any,
) -> Response:
    """A problem as a reply."""
    told = {
        "type": "about:blank",
        "title": TITLES.get(status, "Failed"),
        "status": status,
        "detail": detail,
        "code": code,
    }
    told |= {name: value for name, value in {"hint": hint, **more}.items() if value is not None}
    return Response(to_json(told), status, headers, MEDIA_TYPE)


def wants_page(path: str) -> bool:
    """Whether a person is to read the answer: what programs ask for has an address of its own."""
    return not path.startswith(("/api/", "/health", "/metrics", "/openapi"))


def refusal(
    path: str, status: int, code: str, detail: str, hint: str, *, headers: Mapping[str, str] | None = None
) -> Response:
    """A refusal of what nobody has read yet: a problem, or a page that needs nothing else to work."""
    if not wants_page(path):
        return problem(status, code, detail, hint, headers=headers)
    title = escape(TITLES.get(status, "Failed"))
    page = (
        f'<!doctype html><html lang="en"><title>{title}</title><h1>{title}</h1>'
        f"<p>{escape(detail)} {escape(hint)}</p>"
    )
    return HTMLResponse(page, status, headers)


def web_hint(hint: str | None) -> str | None:
    """A hint as far as it speaks to whoever is not at the command line."""
    if hint is None:
        return None
    parts = re.split(r"(?<=[.:])\s+", hint)
    spoken = ["--" not in part and "factcheck " not in part for part in parts]
    # What leads to a command by a colon leads nowhere without it.
    kept = [
        part
        for part, here, goes_on in zip(parts, spoken, [*spoken[1:], True], strict=True)
        if here and (goes_on or not part.endswith(":"))
    ]
    return " ".join(kept) or None
