"""Idempotency-Key: a POST that is sent again gets the first one's answer, and acts once."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from anyio import to_thread
from starlette.datastructures import Headers
from starlette.requests import HTTPConnection
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from factcheck.errors import FactcheckError, NotAllowed, UsageError
from factcheck.services.repeating import Answered, begin_request, drop_request, end_request
from factcheck.web.callers import caller_of
from factcheck.web.problems import problem, status_of

if TYPE_CHECKING:
    from factcheck.store.engine import Sessions

# Printable ASCII, with no blank at its ends: what a header carries unchanged.
KEY = r"^[!-~](?:[ -~]{0,198}[!-~])?$"
_KEY = re.compile(KEY[:-1] + r"\Z")
_KEPT_HEADERS = ("content-type", "etag", "location")
# What answers with a secret: that it was done is remembered, and the secret nowhere.
_SHOWN_ONCE = ("/api/v1/tokens",)


class Repeats:
    """Stands before the API; what carries no key goes straight through."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand before `app`."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer from memory, or let it act and remember."""
        headers = Headers(scope=scope) if scope["type"] == "http" else Headers()
        key = headers.get("idempotency-key")
        if key is None or scope["method"] != "POST" or not scope["path"].startswith("/api/"):
            await self._app(scope, receive, send)
            return
        if _KEY.match(key) is None:
            said = "An Idempotency-Key has 1 to 200 letters, digits and marks of ASCII."
            await problem(422, "bad_input", said)(scope, receive, send)
            return
        sessions: Sessions = scope["app"].state.sessions
        try:
            who = await _known(scope)
            caller, digest = hashlib.sha256(who).hexdigest(), _digest(scope, who)
            known = await to_thread.run_sync(begin_request, sessions, caller, key, digest)
        except (NotAllowed, UsageError):
            await self._app(scope, receive, send)  # which refuses them in its own words; nothing is kept
            return
        except FactcheckError as error:
            await problem(status_of(error), error.code, error.message, error.hint)(scope, receive, send)
            return
        if known is not None:
            await _again(known, digest)(scope, receive, send)
            return
        kept = _Kept(send)
        acted = False
        try:
            await self._app(scope, receive, kept.send)
            acted = 200 <= kept.status < 300
        finally:
            if acted:
                answer = _shown_once() if scope["path"] in _SHOWN_ONCE else kept.answer()
                await to_thread.run_sync(end_request, sessions, caller, key, *answer)
            else:
                await to_thread.run_sync(drop_request, sessions, caller, key)
        await kept.pass_on()


async def _known(scope: Scope) -> bytes:
    """Who asks, as far as they proved it: what is remembered is for them alone. Raises NotAllowed."""
    caller = await caller_of(HTTPConnection(scope))
    await to_thread.run_sync(caller.look)
    claimed = caller.claimed
    return "\n".join((claimed.token or "", claimed.session or "", claimed.name)).encode()


def _digest(scope: Scope, who: bytes) -> str:
    """What was asked, as a hash that nobody can try passwords on: the caller's secret is in it too."""
    query: bytes = scope["query_string"]
    based_on = Headers(scope=scope).get("if-match", "").encode()
    parts = (who, scope["path"].encode(), query, based_on, scope.get("factcheck.body", b""))
    return hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()


class _Kept:
    """An answer held back until it is remembered."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._messages: list[Message] = []
        self.status, self.body = 0, b""
        self.headers: dict[str, str] = {}

    async def send(self, message: Message) -> None:
        self._messages.append(message)
        if message["type"] == "http.response.start":
            self.status = message["status"]
            found = Headers(raw=message["headers"])
            self.headers = {name: found[name] for name in _KEPT_HEADERS if name in found}
        else:
            self.body += message.get("body", b"")

    def answer(self) -> tuple[int, dict[str, str], bytes]:
        return self.status, self.headers, self.body

    async def pass_on(self) -> None:
        for message in self._messages:
            await self._send(message)


def _shown_once() -> tuple[int, dict[str, str], bytes]:
    told = problem(409, "conflict", "That was done, and its secret was shown once.", "Make another.")
    return 409, {"content-type": told.headers["content-type"]}, bytes(told.body)


def _again(known: Answered, digest: str) -> Response:
    if known.asked_sha256 != digest:
        return problem(
            422, "bad_input", "That Idempotency-Key was used for another request.", "Use a new key for each."
        )
    if known.status is None:
        return problem(
            409, "conflict", "The first request under that key is still at work, or was cut off.",
            "Look whether it was done before you send it under another key.",
        )  # fmt: skip
    return Response(known.body, known.status, {**known.headers, "Idempotency-Replayed": "true"})
