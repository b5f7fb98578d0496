"""The server that runs the app: uvicorn, which closes whoever doesn't say in time what they want."""

from __future__ import annotations

import asyncio
import logging
import socket
from collections.abc import Callable

import h11
import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from factcheck.errors import UsageError
from factcheck.services.databases import open_database
from factcheck.services.signing_in import has_users
from factcheck.web.app import make_app
from factcheck.web.settings import LOOPBACK, Settings

# From the first byte of a connection to the end of its request's headers, in seconds.
HEADERS_IN = 10.0
# As many may wait to be let in; uvicorn's own number.
WAITING = 2048


class PromptProtocol(H11Protocol):
    """Gives a connection ten seconds to send the head of a request that it has begun, or its first one."""

    _late: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn has it
        """Begin to wait."""
        super().connection_made(transport)
        self._wait()

    def data_received(self, data: bytes) -> None:
        """Wait for the rest of a head, or no more."""
        super().data_received(data)
        if self.conn.their_state is h11.IDLE:
            self._wait()
        else:
            self._wait_no_more()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait no more."""
        self._wait_no_more()
        super().connection_lost(exc)

    def _wait(self) -> None:
        if self._late is None:
            self._late = self.loop.call_later(HEADERS_IN, self.transport.close)

    def _wait_no_more(self) -> None:
        if self._late is not None:
            self._late.cancel()
            self._late = None


def serve(settings: Settings, *, host: str, port: int, say: Callable[[str], None]) -> None:
    """Answer until somebody stops it. `say` tells people where.

    Raises UsageError for a newsroom without users that others than this machine could reach, or for a
    port that is taken; what opening the database raises.
    """
    sessions = open_database(settings.database)
    try:
        named = has_users(sessions)
        if not named and not (host in LOOPBACK and settings.is_of_this_machine):
            raise UsageError(
                "This newsroom has no users, so that only this machine may reach it.",
                "Name them first (factcheck users add NAME --role admin), or leave out --host and --origin.",
            )
        if host not in LOOPBACK and settings.origin is None:
            raise UsageError(
                "Browsers elsewhere need an address.", "Say which: --origin https://desk.paper.example"
            )
        listening = _listen(host, port)
        logging.basicConfig(level=logging.WARNING, format="%(message)s")
        app = make_app(settings, sessions)
        config = uvicorn.Config(
            app,
            http=PromptProtocol,
            ws="none",
            log_level="warning",
            access_log=False,
            server_header=False,
            timeout_keep_alive=15,
            timeout_graceful_shutdown=5,
            backlog=WAITING,
        )
        server = uvicorn.Server(config)
        shown = "localhost" if host in LOOPBACK else host
        say(f"factcheck is at {settings.origin or f'http://{shown}:{listening.getsockname()[1]}'}")
        if not named:
            say("Without users this machine alone is answered, and people are who they say they are.")
        server.run(sockets=[listening])
    finally:
        sessions.close()


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)  # asyncio sends at once on it
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen(WAITING)  # before its address is told: whoever is early waits, and is not refused
    except OSError as error:
        listening.close()
        raise UsageError(
            f"{host}:{port} can't be had: {error.strerror}.", "Choose another --port."
        ) from error
    return listening
