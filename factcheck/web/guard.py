"""Who may call at all: the right host, the right origin; and what every answer tells the browser."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from http.cookies import CookieError, SimpleCookie
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from factcheck.web.problems import refusal
from factcheck.web.settings import Settings

# Nothing inline, nothing from elsewhere; only what this server serves itself.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors {frames}"
)
_HEADERS: Mapping[str, str] = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
}
# What nobody else says; about keeping an answer, whoever answers may.
_OURS = frozenset(name.encode() for name in ("content-security-policy", *_HEADERS))
_SAFE = ("GET", "HEAD", "OPTIONS")


class Guard:
    """Refuses requests for other hosts and from other origins; adds the headers that protect a reader."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        """Stand before `app`."""
        self._app, self._settings = app, settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or answer it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        send = self._with_headers(scope, send)
        if not self._settings.answers(headers.get("host", "")):
            told = ("not_served", "This host is not served here.", "Use the desk's own address.")
            await refusal(scope["path"], 421, *told)(scope, receive, send)
        elif scope["method"] not in _SAFE and not self._same_origin(headers):
            told = (
                "cross_site",
                "The request comes from another site.",
                "Send it from the desk's own pages.",
            )
            await refusal(scope["path"], 403, *told)(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    def _same_origin(self, headers: Headers) -> bool:
        """Whether a change was asked for by a page of ours, or by a program that no browser steers.

        A browser says where a request comes from (`Sec-Fetch-Site`, or `Origin` with every POST). What
        says neither and carries a session's cookie is no browser that we trust.
        """
        site, origin = headers.get("sec-fetch-site"), headers.get("origin")
        if site is not None and site != "same-origin":
            return False
        if origin is not None:
            host = headers.get("host", "")
            own = self._settings.origin
            if own is not None and host == urlsplit(own).netloc:
                return origin == own  # not its namesake without the s
            return origin in (f"http://{host}", f"https://{host}", own)
        return site is not None or session_cookie(headers, self._settings) is None

    @staticmethod
    def _with_headers(scope: Scope, send: Send) -> Send:
        path: str = scope["path"]

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                given = [pair for pair in message.get("headers", ()) if pair[0] not in _OURS]
                kept = any(name == b"cache-control" for name, _ in given)
                ours = [pair for pair in _written(path) if not kept or pair[0] != b"cache-control"]
                message["headers"] = [*given, *ours]
            await send(message)

        return sending


def protecting(path: str) -> dict[str, str]:
    """The headers that every answer has; who answers may say otherwise about keeping it."""
    return {name.decode("latin-1"): value.decode("latin-1") for name, value in _written(path)}


def _written(path: str) -> tuple[tuple[bytes, bytes], ...]:
    return _headers(path.startswith("/embed/"), path.startswith(("/static/", "/published", "/embed/")))


@functools.cache
def _headers(framed: bool, may_be_kept: bool) -> tuple[tuple[bytes, bytes], ...]:
    policy = _POLICY.format(frames="*" if framed else "'none'")
    told = {"content-security-policy": policy, **_HEADERS}
    if not may_be_kept:
        told["cache-control"] = "no-store"
    return tuple((name.encode(), value.encode()) for name, value in told.items())


def session_cookie(headers: Headers, settings: Settings) -> str | None:
    """The session's secret that a browser sent; None without."""
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(settings.cookie)
    except CookieError:
        return None
    return found.value if found is not None and found.value else None


def same_site_path(path: str | None) -> str:
    """A place of ours to go on to; the desk for anything else."""
    if path is None or not path.startswith("/") or path.startswith("//") or "\\" in path:
        return "/"
    parts = urlsplit(path)
    return path if not parts.scheme and not parts.netloc else "/"
