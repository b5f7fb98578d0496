"""Idempotency-Key: a POST that is sent again gets the first one's answer, and acts once."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from anyio import to_thread
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from factcheck.services.repeating import Answered, begin_request, drop_request, end_request
from factcheck.web.problems import problem

if TYPE_CHECKING:
    from factcheck.store.engine import Sessions

_LONGEST_KEY = 200
_KEPT_HEADERS = ("content-type", "etag", "location")


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
        if not 1 <= len(key) <= _LONGEST_KEY:
            await problem(422, "bad_input", f"An Idempotency-Key has 1 to {_LONGEST_KEY} characters.")(
                scope, receive, send
            )
            return
        sessions: Sessions = scope["app"].state.sessions
        who = "\n".join(headers.get(name, "") for name in ("authorization", "cookie", "factcheck-as"))
        caller = hashlib.sha256(who.encode()).hexdigest()
        asked = "\n".join(
            (scope["path"], scope["query_string"].decode("latin-1"), headers.get("if-match", ""))
        )
        digest = hashlib.sha256(asked.encode() + b"\n" + scope.get("factcheck.body", b"")).hexdigest()
        known = await to_thread.run_sync(begin_request, sessions, caller, key, digest)
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
                await to_thread.run_sync(
                    end_request, sessions, caller, key, kept.status, kept.headers, kept.body
                )
            else:
                await to_thread.run_sync(drop_request, sessions, caller, key)
        await kept.pass_on()


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

    async def pass_on(self) -> None:
        for message in self._messages:
            await self._send(message)


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
