"""The server as people run it: at a port of this machine, in a thread of the test's process."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn

from factcheck.web.app import make_app
from factcheck.web.settings import Settings


@contextmanager
def served(database: str) -> Iterator[str]:
    """A newsroom's server, until the test is over; its address."""
    # With the protocol named, asyncio sends small answers at once; else each waits 40 ms for Nagle.
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.bind(("127.0.0.1", 0))
    listening.listen()
    config = uvicorn.Config(make_app(Settings(database)), log_level="warning", ws="none")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()
