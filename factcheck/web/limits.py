"""What a request may be before anybody reads it: bytes, nesting, seconds."""

from __future__ import annotations

import asyncio
import re
import time

from starlette.datastructures import Headers
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from factcheck.readers import MOST_BYTES
from factcheck.web.problems import problem, refusal

# A request's JSON or form, in bytes and levels; an article as text or file may be what a file may be.
MOST_JSON, MOST_LEVELS = 2_000_000, 20
_MOST_BRACKETS, _MOST_QUOTES = 20_000, 200_000  # fifty pieces of evidence have a hundred, and a thousand
_ARTICLES = re.compile(r"/(?:api/v1/)?articles(?:/[^/]+/(?:revisions|revise))?(?:/file)?/?\Z")
# Between two pieces of a request, and for all of it, in seconds.
PATIENCE, IN_ALL = 10.0, 60.0


class RequestLimits:
    """Reads a request's body within limits, and hands it on whole; refuses the rest unread."""

    def __init__(self, app: ASGIApp, *, patience: float = PATIENCE, in_all: float = IN_ALL) -> None:
        """Stand before `app`."""
        self._app, self._patience, self._in_all = app, patience, in_all

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through that keeps within the limits."""
        if scope["type"] != "http" or scope["method"] in ("GET", "HEAD", "OPTIONS"):
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        most = MOST_BYTES + 100_000 if _ARTICLES.match(scope["path"]) else MOST_JSON
        if not _declares_at_most(most, headers.get("content-length", "0")):
            await self._too_large(scope["path"], most)(scope, receive, send)
            return
        try:
            body = await self._body(receive, most)
        except ClientDisconnect:
            return  # half a request asks for nothing
        except TimeoutError:
            late = refusal(
                scope["path"], 408, "too_slow", "The request took too long.", "Send it again.", headers=_CLOSE
            )
            await late(scope, receive, send)
            return
        if body is None:
            await self._too_large(scope["path"], most)(scope, receive, send)
        elif "json" in headers.get("content-type", "").lower() and too_deep(body):
            await problem(
                422,
                "bad_input",
                f"The JSON is nested more than {MOST_LEVELS} levels deep, or has too many parts.",
                "Send it flat.",
            )(scope, receive, send)
        else:
            scope["factcheck.body"] = body
            await self._app(scope, _given(body, receive), send)

    async def _body(self, receive: Receive, most: int) -> bytes | None:
        """All of it; None if it is more than it may be. Raises TimeoutError, ClientDisconnect."""
        pieces: list[bytes] = []
        size, begun = 0, time.monotonic()
        while True:
            left = self._in_all - (time.monotonic() - begun)
            async with asyncio.timeout(max(0.001, min(self._patience, left))):
                message = await receive()
            if message["type"] == "http.disconnect":
                raise ClientDisconnect
            pieces.append(message.get("body", b""))
            size += len(pieces[-1])
            if size > most:
                return None
            if not message.get("more_body", False):
                return b"".join(pieces)

    @staticmethod
    def _too_large(path: str, most: int) -> ASGIApp:
        said = f"The request has more than {most:,} bytes."
        return refusal(path, 413, "too_large", said, "Send less.", headers=_CLOSE)


_CLOSE = {"Connection": "close"}


def _declares_at_most(most: int, declared: str) -> bool:
    return declared.isascii() and declared.isdigit() and len(declared) < 16 and int(declared) <= most


def _given(body: bytes, receive: Receive) -> Receive:
    """What the app reads: the body that is here already, then whatever comes (that the caller has gone)."""
    told = False

    async def again() -> Message:
        nonlocal told
        if told:
            return await receive()
        told = True
        return {"type": "http.request", "body": body, "more_body": False}

    return again


def too_deep(body: bytes, most: int = MOST_LEVELS) -> bool:
    """Whether JSON is nested deeper than it may be, or has more parts; looked at without parsing it."""
    # Every quotation mark that is left begins a string, or ends one.
    unescaped = body.replace(rb"\\", b"").replace(rb"\"", b"")
    if unescaped.count(b'"') > _MOST_QUOTES:
        return True
    brackets = b"".join(unescaped.split(b'"')[::2]).translate(None, _OTHERS)
    depth = 0
    for mark in brackets[:_MOST_BRACKETS]:
        depth += 1 if mark in b"[{" else -1
        if depth > most:
            return True
    return len(brackets) > _MOST_BRACKETS


_OTHERS = bytes(set(range(256)) - set(b"[]{}"))
