"""A newsroom behind the real app: asked in this process, or over a socket."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Any, Literal

import httpx
import uvicorn
from fastapi import FastAPI
from starlette.types import ASGIApp

from factcheck.store.engine import Sessions
from factcheck.web.app import make_app
from factcheck.web.serving import PromptProtocol
from factcheck.web.settings import Settings

HOME = "http://localhost"


class InProcess(httpx.BaseTransport):
    """Hands requests to an app in this process; a fault is answered as a server would, not raised."""

    def __init__(self, app: FastAPI) -> None:
        self.app = app
        self._asgi = httpx.ASGITransport(app, raise_app_exceptions=False)
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        request.read()
        return asyncio.run_coroutine_threadsafe(self._answer(request), self._loop).result()

    async def _answer(self, request: httpx.Request) -> httpx.Response:
        answer = await self._asgi.handle_async_request(request)
        return httpx.Response(answer.status_code, headers=answer.headers, content=await answer.aread())

    def close(self) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()


def app_of(sessions: Sessions, database: str = "", **settings: Any) -> FastAPI:
    """The app on a newsroom that is open already."""
    return make_app(Settings(database, **settings), sessions)


def client_of(app: FastAPI, **headers: str) -> httpx.Client:
    """Somebody who asks that app, always with these headers."""
    return httpx.Client(transport=InProcess(app), base_url=HOME, headers=headers)


@contextmanager
def served(app: ASGIApp, lifespan: Literal["auto", "off"] = "auto") -> Iterator[str]:
    """A real server on a port of its own; its address."""
    server = uvicorn.Server(
        uvicorn.Config(
            app,
            port=0,
            http=PromptProtocol,
            ws="none",
            log_config=None,
            access_log=False,
            lifespan=lifespan,
            timeout_graceful_shutdown=1,
        )
    )
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.005)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()


class Stopwatch:
    """Seconds that something took."""

    def __enter__(self) -> Stopwatch:
        self._begun = time.perf_counter()
        self.seconds = 0.0
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.seconds = time.perf_counter() - self._begun
