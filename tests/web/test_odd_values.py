"""What no person sends and every scanner does: it is refused in words, and is never a fault of ours."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from factcheck.store.engine import Sessions
from tests.evidence.serving import serving
from tests.making import ingest
from tests.web.newsrooms import app_of, client_of
from tests.web.operations import Asked, operations
from tests.web.seeding import seed

ODD: dict[str, Any] = {
    "NUL": "a\x00b",
    "half a character": "a\ud800b",
    "a line and another": "a\r\nSet-Cookie: b=c",
    "a huge number": 10**40,
    "before all time": "0001-01-01T00:00:00+14:00",
    "after all time": "9999-12-31T23:59:59-14:00",
    "a moment nowhere": "2026-01-31T12:00:00",
    "no day": "2026-02-31",
}
NEVER_KEPT = ("NUL", "half a character")
# An article is tidied, whatever it holds; and these say nothing that is kept.
TIDIED = {("ingest_article", ("body", "text")), ("revise_article", ("body", "text"))}
ODD_IN_BODIES = ("half a character", "a line and another")
NEED_NO_BODY = ("next_claim", "publish_article")
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "FROB")
BODIES: dict[str, tuple[bytes, str | None]] = {
    "nothing": (b"", "application/json"),
    "half": (b'{"text": ', "application/json"),
    "null": (b"null", "application/json"),
    "a list": (b"[]", "application/json"),
    "a text": (b'"x"', "application/json"),
    "no text": (b"\xff\xfe{}", "application/json"),
    "a number too long": (b'{"days": %s}' % (b"9" * 5000), "application/json"),
    "plain": (b"{}", "text/plain"),
    "unnamed": (b"{}", None),
    "a form": (b"text=x", "application/x-www-form-urlencoded"),
    "parts": (b"--x--", "multipart/form-data; boundary=x"),
    "nonsense": (b"{}", "nonsense"),
}


@pytest.fixture
def client(
    sessions: Sessions, database: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[httpx.Client]:
    with serving() as site:
        monkeypatch.setenv("FACTCHECK_FETCH_ALLOW", site.address)
        monkeypatch.setenv("FACTCHECK_SNAPSHOTS", str(tmp_path / "shelf"))
        seed(sessions, database, site)
    with client_of(app_of(sessions, database), **{"Factcheck-As": "Ana"}) as client:
        yield client


def asked(client: httpx.Client) -> Iterator[Asked]:
    for one in operations(client._transport.app):  # type: ignore[attr-defined]
        # The stream never ends; and with the first user nobody is believed any more.
        if one.id not in ("event_stream", "add_user"):
            one.headers.pop("if-match", None)
            yield one


@pytest.mark.slow
def test_no_value_is_a_fault(client: httpx.Client) -> None:
    for name, value in ODD.items():
        for one in asked(client):
            for place in one.places():
                if place[0] == "headers" or (place[0] != "body" and name in ODD_IN_BODIES):
                    continue  # no client can send it there
                answer = one.having(place, value).send(client)
                told = (name, one.id, place, answer.status_code, answer.text[:300])
                assert answer.status_code < 500 or answer.json()["code"] == "fetch_failed", told
                if name in NEVER_KEPT and (one.id, place) not in TIDIED:
                    assert answer.status_code >= 400, told


def test_a_method_that_is_none_here_is_told_which_are(sqlite_sessions: Sessions) -> None:
    app = app_of(sqlite_sessions)
    with client_of(app) as client:
        for path, known in app.openapi()["paths"].items():
            allowed = {method.upper() for method in known}
            allowed |= {"GET"} if path.endswith("/articles/file") else set()  # that article
            allowed |= {"HEAD"} if "GET" in allowed else set()
            address = re.sub(r"\{\w+\}", "1", path)
            for method in (one for one in METHODS if one not in allowed):
                answer = client.request(method, address)
                assert answer.status_code == 405, (method, path)
                assert set(answer.headers["allow"].split(", ")) == allowed, (method, path)


@pytest.mark.parametrize(
    "path", ["/", "/articles/bridge", "/published", "/api/v1/claims", "/static/x", "/no"]
)
def test_a_head_is_a_get_without_its_body(sqlite_sessions: Sessions, path: str) -> None:
    ingest(sqlite_sessions)
    with client_of(app_of(sqlite_sessions), **{"Factcheck-As": "Ana"}) as client:
        got, head = client.get(path), client.head(path)
        assert (head.status_code, head.content) == (got.status_code, b"")
        assert head.headers["content-type"] == got.headers["content-type"]


def test_the_head_of_a_stream_without_an_end_has_one(sqlite_sessions: Sessions) -> None:
    with client_of(app_of(sqlite_sessions), **{"Factcheck-As": "Ana"}) as client:
        head = client.head("/api/v1/events/stream")
    assert (head.status_code, head.content) == (200, b"")


def test_a_body_that_is_none_is_refused(sqlite_sessions: Sessions) -> None:
    with client_of(app_of(sqlite_sessions), **{"Factcheck-As": "Ana"}) as client:
        taking = [one for one in asked(client) if one.body is not None and not one.takes_bytes]
        for one, (body, (content, kind)) in itertools.product(taking, BODIES.items()):
            address = one.path.format(**one.path_values)
            headers = {"Content-Type": kind} if kind else {}
            answer = client.request(one.method, address, content=content, headers=headers)
            missing = one.id in NEED_NO_BODY and body in ("nothing", "null")
            assert answer.status_code in ((404,) if missing else (400, 422)), (one.id, answer.text)
            assert answer.headers["content-type"] == "application/problem+json"
