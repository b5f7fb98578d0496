"""An error as a page: what is wrong, and what to do instead."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote, urlsplit

from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response

from factcheck.errors import FactcheckError, NotSignedIn
from factcheck.web.guard import same_site_path
from factcheck.web.pages.rendering import go, render, wants_fragment
from factcheck.web.problems import TITLES, status_of

# What a form says beside what somebody wrote into it.
_UNWRITTEN = (
    "version", "query", "evidence", "checkpoint", "back", "primary", "off", "keep", "verdict", "stance",
    "attribution_check",
)  # fmt: skip


def failure_page(
    request: Request,
    error: FactcheckError,
    status: int | None = None,
    *,
    written: Mapping[str, str] | None = None,
) -> Response:
    """What is wrong, and what to do instead; to the entrance for who isn't signed in.

    What was `written` into a form comes back in one, to be corrected and sent again.
    """
    status = status or status_of(error)
    if isinstance(error, NotSignedIn):
        onward = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        return go(f"/sign-in?next={quote(onward)}" if request.method == "GET" else "/sign-in")
    if wants_fragment(request):
        return HTMLResponse(render("refusal.html", {"error": error}), status)
    context = {
        "error": error,
        "title": TITLES.get(status, "That did not work"),
        "status": status,
        "back": _back(request),
        "again": request.url.path,
        "written": {name: value for name, value in (written or {}).items() if name not in _UNWRITTEN},
        "unwritten": {name: value for name, value in (written or {}).items() if name in _UNWRITTEN},
    }
    return HTMLResponse(render("failure.html", context), status)


def _back(request: Request) -> str | None:
    """The page of ours that was left for this one; a browser that goes back there has kept what was typed."""
    came = urlsplit(request.headers.get("referer", ""))
    if came.netloc != request.headers.get("host"):
        return None
    return same_site_path(came.path + (f"?{came.query}" if came.query else ""))


def plain_failure(said: str) -> Response:
    """A page that needs nothing else to work."""
    return PlainTextResponse(said, 500)
