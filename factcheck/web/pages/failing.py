"""An error as a page."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from factcheck.errors import FactcheckError


def failure_page(_: Request, error: FactcheckError, status: int | None = None) -> Response:
    """What is wrong, and what to do instead."""
    return PlainTextResponse(error.message, status or 422)


def plain_failure(said: str) -> Response:
    """A page that needs nothing else to work."""
    return PlainTextResponse(said, 500)
