"""What is too large or too deep is refused before it costs anything, by the server as people start it."""

from __future__ import annotations

import http.client
import json
import os
import re
import subprocess
import sys
import tracemalloc
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

from factcheck.services.databases import open_database
from factcheck.web.limits import MOST_JSON, MOST_LEVELS, too_deep
from tests.making import ingest
from tests.web.newsrooms import Stopwatch

MEGABYTE = 1_000_000
CLAIM = "/api/v1/articles/bridge/claims/1"
ASKED = {
    "claim": f"{CLAIM}/mark",
    "form": "/sign-in",
    "nowhere": "/api/v1/nowhere",
    "article": "/api/v1/articles",
    "file": "/api/v1/articles/file?name=article.txt",
    "revision": "/api/v1/articles/bridge/revisions",
}
HEADERS = {"Factcheck-As": "Ana", "Content-Type": "application/json"}


class Running:
    """A server in a process of its own."""

    def __init__(self, process: subprocess.Popen[str], address: str) -> None:
        self._process, self.address = process, address

    def peak(self) -> int:
        """The most memory that it ever had, in bytes."""
        told = Path(f"/proc/{self._process.pid}/status").read_text("ascii")
        found = re.search(r"VmHWM:\s+(\d+) kB", told)
        assert found is not None
        return int(found[1]) * 1024

    def send(self, path: str, megabytes: int, *, declared: bool) -> int:
        """Send so much, as far as the server lets one; the status of its answer."""
        connection = http.client.HTTPConnection(urlsplit(self.address).netloc, timeout=30)
        connection.putrequest("POST", path)
        for name, value in HEADERS.items():
            connection.putheader(name, value)
        size = megabytes * MEGABYTE
        connection.putheader(
            *(("Content-Length", str(size)) if declared else ("Transfer-Encoding", "chunked"))
        )
        connection.endheaders()
        piece = b" " * MEGABYTE
        with suppress(ConnectionError):  # it hangs up
            for _ in range(megabytes):
                connection.send(piece if declared else b"%x\r\n%s\r\n" % (len(piece), piece))
        status = connection.getresponse().status
        connection.close()
        return status


@pytest.fixture(scope="module")
def running(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    file = tmp_path_factory.mktemp("served") / "factcheck.db"
    file.write_bytes(template.read_bytes())
    sessions = open_database(str(file))
    ingest(sessions)
    sessions.close()
    command = [sys.executable, "-m", "factcheck", "--database", str(file), "serve", "--port", "0"]
    process = subprocess.Popen(
        command, stderr=subprocess.PIPE, text=True, env={**os.environ, "NO_COLOR": "1", "COLUMNS": "200"}
    )
    assert process.stderr is not None
    found = None
    while found is None:
        line = process.stderr.readline()
        assert line, "the server did not start"
        found = re.search(r"http://\S+?:\d+", line)
    server = Running(process, found[0].rstrip("."))
    with httpx.Client(base_url=server.address, headers=HEADERS) as client:
        for _ in range(3):
            client.post(f"{CLAIM}/take")
            client.post(f"{CLAIM}/release")
            client.get("/api/v1/claims")
    yield server
    process.terminate()
    process.communicate(timeout=20)


@pytest.mark.slow
@pytest.mark.parametrize("declared", [True, False], ids=["declared", "undeclared"])
@pytest.mark.parametrize("what", ASKED)
def test_what_is_too_large_takes_no_room(running: Running, what: str, declared: bool) -> None:
    before = running.peak()
    status = running.send(ASKED[what], 100, declared=declared)
    assert status == 413
    assert running.peak() - before < 30 * MEGABYTE
    assert httpx.get(f"{running.address}/health/live").status_code == 200


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["application/json", "Application/JSON", "application/vnd.x+json"])
@pytest.mark.parametrize("nested", [b"[%s]", b'{"text": %s}', b'{"x\\"[": "\\\\", "y": %s}'])
def test_what_is_too_deep_takes_no_time(running: Running, kind: str, nested: bytes) -> None:
    open_, shut = b'{"a":[', b"]}"
    body = nested % (open_ * 100_000 + b"1" + shut * 100_000)
    before, fastest = running.peak(), 1.0
    for path in (f"{CLAIM}/mark", f"{CLAIM}/skip", "/api/v1/articles"):
        for _ in range(3):
            with Stopwatch() as taken:
                answer = httpx.post(
                    running.address + path, content=body, headers={**HEADERS, "Content-Type": kind}
                )
            assert (answer.status_code, answer.json()["code"]) == (422, "bad_input")
            assert "levels deep" in answer.json()["detail"]
            fastest = min(fastest, taken.seconds)
    assert fastest < 0.1
    assert running.peak() - before < 30 * MEGABYTE


@pytest.mark.slow
def test_no_encoding_hides_how_deep_it_is(running: Running) -> None:
    body = '{"\u0122": ' + "[" * 100_000 + "]" * 100_000 + "}"  # half of that letter is a quotation mark
    for encoding in ("utf-16-le", "utf-16-be", "utf-32", "utf-8-sig"):
        with Stopwatch() as taken:
            answer = httpx.post(
                running.address + f"{CLAIM}/mark", content=body.encode(encoding), headers=HEADERS
            )
        assert answer.status_code in (400, 422)
        assert taken.seconds < 0.5


@pytest.mark.parametrize("levels", [MOST_LEVELS, MOST_LEVELS + 1])
def test_how_deep_is_too_deep(levels: int) -> None:
    for one in (b"[" * levels + b"]" * levels, b'{"a":' * levels + b"1" + b"}" * levels):
        assert too_deep(one) is (levels > MOST_LEVELS)
        assert too_deep(b"[" * (levels - 1) + b'["' + b"[{" * 50 + b'\\"[["') is (levels > MOST_LEVELS)
    assert not too_deep(b"[],{}," * 1000)
    assert too_deep(b"[],{}," * 10_000)  # nobody has so many parts to tell of
    assert not too_deep(json.dumps({"text": "[" * 1000 + '"' * 10}).encode())


@pytest.mark.parametrize(
    "piece", [b"a", b"\\n", b'\\"', b"\\\\", b'"', b"[]", b'"[', b"\\"], ids=lambda piece: piece.decode()
)
def test_looking_how_deep_it_is_takes_no_room(piece: bytes) -> None:
    body = b'{"text": "' + piece * (MOST_JSON // len(piece))
    tracemalloc.start()
    try:
        too_deep(body)
        assert tracemalloc.get_traced_memory()[1] < 4 * len(body)
    finally:
        tracemalloc.stop()
    with Stopwatch() as taken:
        too_deep(body)
    assert taken.seconds < 0.5
