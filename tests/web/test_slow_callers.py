from __future__ import annotations

import socket
import time
from contextlib import ExitStack
from urllib.parse import urlsplit

import httpx
import pytest

from factcheck.store.engine import Sessions
from tests.browser.browsing import served
from tests.making import ingest

HALF_SENT = 300
# What the server waits here, in seconds: longer than it takes to open them all, beside other tests.
PATIENCE, IN_ALL = 4.0, 6.0


def connect(origin: str) -> socket.socket:
    parts = urlsplit(origin)
    return socket.create_connection(("127.0.0.1", parts.port or 80), timeout=10)


def is_closed(connection: socket.socket) -> bool:
    """Whether the other side hangs up, whatever it answers before."""
    connection.settimeout(20)
    try:
        while connection.recv(4096):
            continue
    except ConnectionError:
        return True
    except TimeoutError:
        return False
    return True


def _seconds(client: httpx.Client, origin: str) -> float:
    before = time.perf_counter()
    assert client.get(origin + "/api/v1/articles/bridge").status_code == 200
    return time.perf_counter() - before


def send_on(connection: socket.socket) -> None:
    for _ in range(1000):
        connection.sendall(b"x" * 10_000)
        time.sleep(0.001)


def test_a_head_without_end_is_refused(sqlite_database: str, sqlite_sessions: Sessions) -> None:
    with served(sqlite_database, sqlite_sessions) as origin, connect(origin) as one:
        one.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: ")
        with pytest.raises(ConnectionError):
            send_on(one)


@pytest.mark.slow
@pytest.mark.parametrize(
    "begun",
    [
        b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ",
        b"POST /api/v1/articles HTTP/1.1\r\nHost: localhost\r\nFactcheck-As: Ana\r\n"
        b"Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{",
        b"",
        b"GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\nGET / HTTP/1.1\r\nX-Slow: ",
    ],
    ids=["head", "body", "nothing", "second head"],
)
def test_whoever_dawdles_keeps_nobody_waiting(
    sqlite_database: str, sqlite_sessions: Sessions, monkeypatch: pytest.MonkeyPatch, begun: bytes
) -> None:
    monkeypatch.setattr("factcheck.web.serving.HEADERS_IN", PATIENCE)
    ingest(sqlite_sessions)
    with (
        ExitStack() as opened,
        served(sqlite_database, sqlite_sessions, patience=PATIENCE, in_all=IN_ALL) as origin,
    ):
        slow = [opened.enter_context(connect(origin)) for _ in range(HALF_SENT)]
        for one in slow:
            one.sendall(begun)
        time.sleep(0.2)
        with httpx.Client(headers={"Factcheck-As": "Ana"}, timeout=30) as client:
            assert min(_seconds(client, origin) for _ in range(5)) < 0.5
        assert sum(is_closed(one) for one in slow) == HALF_SENT
