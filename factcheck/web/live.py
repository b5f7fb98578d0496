"""What colleagues do, as it happens: one watcher a server asks the ledger, and tells all who listen."""

from __future__ import annotations

import asyncio
import contextlib
import json
import time
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from factcheck.domain.events import Event
from factcheck.errors import FactcheckError, TooMany
from factcheck.services.reading import event_feed, newest_event
from factcheck.web.callers import Caller

if TYPE_CHECKING:
    from factcheck.store.engine import Sessions

# How often the ledger is asked while anybody listens, and how often silence is broken, in seconds.
OFTEN, SIGN_OF_LIFE = 0.4, 15.0
_AT_ONCE, _MOST_LISTENERS, _MOST_WAITING = 500, 500, 1000


class Watcher:
    """Asks the ledger for new events while anybody listens, and hands each to everybody."""

    def __init__(self, sessions: Sessions) -> None:
        """Watch one newsroom."""
        self._sessions = sessions
        self._listeners: set[asyncio.Queue[tuple[int, Event] | None]] = set()
        self._task: asyncio.Task[None] | None = None
        self._starting = asyncio.Lock()

    @contextlib.asynccontextmanager
    async def listening(self) -> AsyncIterator[asyncio.Queue[tuple[int, Event] | None]]:
        """A queue of what happens from now on; None in it means that its reader was too slow."""
        queue: asyncio.Queue[tuple[int, Event] | None] = asyncio.Queue(_MOST_WAITING)
        self._listeners.add(queue)
        try:
            async with self._starting:  # two watchers would tell everything twice
                if self._task is None or self._task.done():
                    last = await to_thread.run_sync(newest_event, self._sessions)
                    self._task = asyncio.create_task(self._watch(last))
            yield queue
        finally:
            self._listeners.discard(queue)

    def check_room(self) -> None:
        """Raise TooMany where nobody else can listen."""
        if len(self._listeners) >= _MOST_LISTENERS:
            raise TooMany("Too many are listening already.", "Try again in a minute.")

    async def stop(self) -> None:
        """Watch no more, and let every listener go."""
        for queue in self._listeners:
            with contextlib.suppress(asyncio.QueueFull):
                queue.put_nowait(None)
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task

    async def _watch(self, last: int) -> None:
        while self._listeners:
            try:
                found = await to_thread.run_sync(event_feed, self._sessions, last, _AT_ONCE)
            except FactcheckError:
                found = []  # the database is away for a moment: the feed goes on behind `last`
            for one in found:
                last = one[0]
                for queue in list(self._listeners):
                    self._hand(queue, one)
            await asyncio.sleep(OFTEN)

    def _hand(self, queue: asyncio.Queue[tuple[int, Event] | None], one: tuple[int, Event]) -> None:
        if queue.qsize() < _MOST_WAITING - 1:
            queue.put_nowait(one)
        else:
            self._listeners.discard(queue)
            queue.put_nowait(None)  # who listens again begins with a fresh page


async def stream_events(request: Request, who: Caller, slug: str | None, after: int | None) -> Response:
    """Server-sent events of an article, or of all; those after a number first, else from now on.

    A browser that lost its connection says with Last-Event-ID where it was. "From now on" is from the end
    of the feed, which can lag behind the ledger (see `store.ledger.feed`): the last moments may be told
    again, and nothing is left out. Raises NotSignedIn,
    NotAllowed, TooMany before the first.
    """
    last = request.headers.get("last-event-id", "")
    begin = int(last) if last.isascii() and last.isdigit() and len(last) < 10 else after
    await to_thread.run_sync(who.look)
    watcher: Watcher = request.app.state.watcher
    watcher.check_room()
    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    return StreamingResponse(_told(watcher, who, slug, begin), 200, headers, "text/event-stream")


async def _told(watcher: Watcher, who: Caller, slug: str | None, after: int | None) -> AsyncIterator[bytes]:
    chain = f"article:{slug}" if slug else None
    async with watcher.listening() as queue:
        yield b"retry: 2000\n\n"
        told = after or 0
        while after is not None:
            found = await to_thread.run_sync(event_feed, who.sessions, after, _MOST_WAITING)
            for number, event in found:
                told = number
                if chain in (None, event.chain):
                    yield _line(number, event)
            after = told if len(found) == _MOST_WAITING else None
        looked = time.monotonic()
        while True:
            try:
                one = await asyncio.wait_for(queue.get(), looked + SIGN_OF_LIFE - time.monotonic())
            except TimeoutError:
                try:
                    await to_thread.run_sync(who.look)
                except FactcheckError:
                    return  # signed out, or let go, however much there is to tell
                looked = time.monotonic()
                yield b": still here\n\n"
                continue
            if one is None:
                return
            if one[0] > told and chain in (None, one[1].chain):
                yield _line(*one)


def _line(number: int, event: Event) -> bytes:
    told = {
        "chain": event.chain,
        "entity": event.entity,
        "action": event.action,
        "actor": event.actor,
        "at": event.at,
    }
    return f"id: {number}\ndata: {json.dumps(told)}\n\n".encode()
