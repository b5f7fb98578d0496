"""HEAD: what GET would answer, without its body."""

from __future__ import annotations

import asyncio

from starlette.types import ASGIApp, Message, Receive, Scope, Send


class Heads:
    """Lets a HEAD be answered as a GET, and keeps the body back."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand before `app`."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through."""
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self._app(scope, receive, send)
            return
        answered = asyncio.Event()

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                await send(message)
                await send({"type": "http.response.body", "body": b""})
                answered.set()

        async def gone() -> Message:
            """Nobody waits for the rest: a stream without an end has one here."""
            await answered.wait()
            return {"type": "http.disconnect"}

        scope["method"] = "GET"  # in place, as the router leaves its route in the scope
        try:
            await self._app(scope, gone, sending)
        finally:
            scope["method"] = "HEAD"
