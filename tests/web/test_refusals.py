"""What nobody reads, or nobody can: refused on a page for people, as a problem for programs."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from urllib.parse import quote_plus, urlsplit

import httpx
import pytest

from factcheck.errors import TooMany
from factcheck.services.reading import Wanted, list_claims, newest_event
from factcheck.store.engine import Sessions
from factcheck.web.callers import SparingNetwork
from factcheck.web.limits import MOST_JSON
from tests.evidence.serving import Site, serving
from tests.making import ingest
from tests.web.newsrooms import HOME, app_of, client_of, served


@pytest.fixture
def client(sqlite_sessions: Sessions) -> Iterator[httpx.Client]:
    with client_of(app_of(sqlite_sessions), Origin=HOME) as opened:
        assert opened.post("/sign-in", data={"name": "Ana"}).status_code == 303
        yield opened


def test_too_much_is_told_to_each_in_their_own_way(client: httpx.Client) -> None:
    large = b"x" * (MOST_JSON + 1)
    person, program = client.post("/sign-in", content=large), client.post("/api/v1/next", content=large)
    assert (person.status_code, program.status_code) == (413, 413)
    assert person.headers["content-type"].startswith("text/html")
    assert "more than 2,000,000 bytes" in person.text
    assert program.json()["code"] == "too_large"


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/articles/NO%20SLUG", 404, "no such page"),
        ("/articles/bridge/claims/x/mark", 404, "no such page"),
        ("/sources/99999999999", 404, "no such page"),
        (f"/search?q={'x' * 400}", 422, "“q” is too long"),
        ("/articles/bridge?claim=0", 422, "“claim” is too small"),
        ("/articles/bridge?claim=one", 422, "“claim” is no whole number"),
        ("/oembed", 422, "“url” is missing"),
        ("/oembed?url=http://[", 404, "nothing to embed"),
        ("/articles/bridge/pieces?n=99999999999999999999", 422, "is too large"),
    ],
)
def test_an_address_that_cannot_be_is_told_in_words(
    client: httpx.Client, path: str, status: int, said: str
) -> None:
    answer = client.post(path) if path.endswith("mark") else client.get(path)
    assert answer.status_code == status
    assert said in answer.text


@pytest.mark.parametrize("text", ["a\x00b", "a\ud800b"], ids=["NUL", "half a character"])
def test_what_is_no_text_is_refused(client: httpx.Client, sqlite_sessions: Sessions, text: str) -> None:
    ingest(sqlite_sessions)
    address, before = "/articles/bridge/claims/1/query", newest_event(sqlite_sessions)
    sent = quote_plus(text, errors="surrogatepass")
    kind = {"Content-Type": "application/x-www-form-urlencoded"}
    assert client.post(address, content=f"text={sent}", headers=kind).status_code in (303, 422)
    for charset in ("utf-7", "unicode_escape", "undefined", "punycode", "nonsense"):
        body = b'--b\r\nContent-Disposition: form-data; name="text"\r\n\r\na\\ud800b+2AA-\r\n--b--\r\n'
        kind = {"Content-Type": f"multipart/form-data; boundary=b; charset={charset}"}
        assert client.post(address, content=body, headers=kind).status_code == 422, charset
    asked = [query.text for claim in list_claims(sqlite_sessions, Wanted()) for query in claim.queries]
    assert all("\x00" not in one for one in asked)
    assert newest_event(sqlite_sessions) - before <= 1


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("2030-01-31T18:00", "2030-01-31T18:00:00Z"),
        ("2030-01-31T18:00+05:00", "2030-01-31T13:00:00Z"),
        ("0001-01-01T00:00", None),
        ("0001-01-01T00:00+05:00", None),
        ("9999-12-31T23:59-05:00", None),
    ],
)
def test_a_deadline_is_the_moment_that_was_meant(
    client: httpx.Client, sqlite_sessions: Sessions, typed: str, kept: str | None
) -> None:
    ingest(sqlite_sessions)
    answer = client.post("/articles/bridge/deadline", data={"deadline": typed})
    told = client.get("/api/v1/articles/bridge").json()["deadline"]
    assert answer.status_code == (303 if kept else 422)
    assert told == (kept and kept.replace("Z", ".000000Z"))


def test_a_list_that_nobody_fetches_holds_nothing(sqlite_sessions: Sessions) -> None:
    text = " ".join(f"House {n} of the long street has {n * 3} windows." for n in range(500))
    ingest(sqlite_sessions, text, "long")
    asked = b"GET /api/v1/exports/json?article=long HTTP/1.1\r\nHost: localhost\r\n\r\n"
    with served(app_of(sqlite_sessions)) as address, ExitStack() as opened:
        for _ in range(6):
            dawdler = opened.enter_context(socket.socket())
            dawdler.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
            dawdler.connect(("127.0.0.1", urlsplit(address).port))
            dawdler.sendall(asked)
            assert dawdler.recv(12) == b"HTTP/1.1 200"
        assert sqlite_sessions.engine.pool.checkedout() == 0  # type: ignore[attr-defined]  # a QueuePool has it


def test_a_few_go_out_at_once_and_the_others_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    network, waiting, go_on = SparingNetwork(1), threading.Event(), threading.Event()

    def slow(path: str) -> None:
        waiting.set()
        go_on.wait(10)

    with serving() as site:
        monkeypatch.setenv("FACTCHECK_FETCH_ALLOW", site.address)
        url = _page(site)
        monkeypatch.setattr("factcheck.evidence.network.fetch", lambda *_, **__: slow(url))
        first = threading.Thread(target=network.fetch, args=(url, {}))
        first.start()
        assert waiting.wait(10)
        with pytest.raises(TooMany):
            network.fetch(url, {})
        go_on.set()
        first.join()
        network.fetch(url, {})  # and then there is room again


def _page(site: Site) -> str:
    return f"http://{site.address}/"
