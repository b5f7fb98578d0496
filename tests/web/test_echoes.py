"""No answer repeats what was sent, unless it was kept as data, or is a plain word that a person typed."""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from factcheck.domain.refs import Ref
from factcheck.services import people, queries
from factcheck.store.engine import Sessions
from factcheck.web.echoes import Said, without_input
from tests.evidence.serving import serving
from tests.making import ANA
from tests.web.newsrooms import Stopwatch, app_of, client_of
from tests.web.operations import operations
from tests.web.seeding import BOSS, people_it, seed

BEARER = "Authorization"
# As it is; tidied by whoever gets it; cut by whoever quotes it; as a link, a ref, a slug.
SHAPES = (
    "<script>alert('{}')</script>",
    "  A  <SCRIPT>\n{}</SCRIPT> ",
    "<script>{}</script>" + "a" * 250,
    "https://a.example/<script>{}</script>",
    "rednote#<script>{}",
    "rednote\"'><img src=x onerror=alert({})>",
)
_numbers = itertools.count(1000)


def mark() -> str:
    """A word that stands nowhere else."""
    return f"zq{next(_numbers)}qz"


@pytest.fixture
def client(
    sqlite_sessions: Sessions, sqlite_database: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[httpx.Client]:
    with serving() as site:
        monkeypatch.setenv("FACTCHECK_FETCH_ALLOW", site.address)
        monkeypatch.setenv("FACTCHECK_SNAPSHOTS", str(tmp_path / "shelf"))
        seed(sqlite_sessions, sqlite_database, site)
    app = app_of(sqlite_sessions, sqlite_database)
    with client_of(app, **{"Factcheck-As": "Ana"}) as client:
        yield client


def check(answer: httpx.Response, word: str, *what: object) -> None:
    if answer.is_success:
        assert answer.headers["content-type"].partition(";")[0] != "text/html", what
    else:
        assert word not in answer.text.lower(), (*what, answer.text[:400])
        assert len(answer.content) < 20_000, what
        assert not [value for value in answer.headers.values() if word in value.lower()], what


@pytest.mark.slow
@pytest.mark.parametrize("first", [0, 3])
def test_no_field_comes_back(client: httpx.Client, first: int) -> None:
    shapes = itertools.islice(itertools.cycle(SHAPES), first, None)  # each place gets one, and another
    for one in operations(client._transport.app):  # type: ignore[attr-defined]
        if one.id in ("event_stream", "add_user"):
            continue
        if one.id != "take_claim":
            one.headers.pop("if-match", None)
        for place in one.places():
            word = mark()
            value = next(shapes).format(word)
            if place[0] == "headers":
                value = value.replace("\n", " ")
            check(one.having(place, value).send(client), word, one.id, place)
        for name in ("Factcheck-As", BEARER, "Cookie", "Idempotency-Key", "Content-Type", "If-None-Match"):
            word = mark()
            value = next(shapes).format(word).replace("\n", " ")
            value = {BEARER: f"Bearer {value}", "Cookie": f"factcheck={value}"}.get(name, value)
            check(one.send(client, **{name: value}), word, one.id, name)
        word = mark()
        field = next(shapes).format(word)
        if isinstance(one.body, dict):
            one.body = {**one.body, field: "x"}
            check(one.send(client), word, one.id, "a field")
        one.query = {**one.query, field: "x"}
        check(one.send(client), word, one.id, "a parameter")


@pytest.mark.slow
@pytest.mark.parametrize("shape", SHAPES)
def test_no_body_comes_back(client: httpx.Client, shape: str) -> None:
    for one in operations(client._transport.app):  # type: ignore[attr-defined]
        if one.method == "GET" or one.id == "add_user":
            continue
        address = one.path.format(**one.path_values)
        for kind in ("application/json", "text/plain", "application/x-www-form-urlencoded"):
            for around in ("{}", '{{"{}": ', '["{}"]', '"{}"'):
                word = mark()
                content = around.format(shape.format(word)).encode()
                headers = {"Content-Type": kind}
                check(client.request(one.method, address, content=content, headers=headers), word, one.id)


def test_no_path_comes_back(client: httpx.Client) -> None:
    for around in (
        "/{}",
        "/api/{}",
        "/api/v1/{}",
        "/api/v1/articles/rednote/{}",
        "/health/{}",
        "/metrics/{}",
    ):
        for shape in SHAPES:
            word = mark()
            path = shape.format(word).strip().replace("\n", "%0A").replace("#", "%23").replace("?", "%3F")
            check(client.get(around.format(path)), word, around)


def test_a_large_body_comes_back_no_more_than_a_small_one(client: httpx.Client) -> None:
    word = mark()
    body = {"text": "a" * 300_000, "headline": "x", "slug": f"<script>{word}", "language": word * 2}
    check(client.post("/api/v1/articles", json=body), word)
    check(client.post("/api/v1/articles", json={"text": "a" * 300_000, f"<{word}>" * 30_000: "x"}), word)


def test_what_a_person_typed_is_said_back(client: httpx.Client) -> None:
    claim = "/api/v1/articles/rednote/claims/3"
    for method, path, body, said in (
        ("POST", f"{claim}/mark", {"verdict": "verifed"}, "“verifed” is no verdict"),
        ("POST", f"{claim}/mark", {"verdict": "false", "note": "It is not."}, "rednote#3: “false” needs"),
        ("GET", "/api/v1/articles/no-such.article_2", None, "“no-such.article_2”"),
        ("GET", "/api/v1/claims?article=Nowhere", None, "“Nowhere”"),
        ("POST", "/api/v1/sources/split", {"name": "Ana Duarte"}, "“Ana Duarte”"),
        ("POST", "/api/v1/sources/split", {"name": "İnci Ö'Çelik"}, "“İnci Ö'Çelik”"),
        ("PATCH", "/api/v1/users/Old%20Hand", {"role": "editor"}, "“Old Hand”"),
        ("GET", "/api/v1/exports/docx", None, "docx"),
        ("POST", f"{claim}/evidence", {"url": "ftp://x.example/"}, "“…” is no"),
    ):
        detail = client.request(method, path, json=body).json()["detail"]
        assert said.partition(" is no")[0] in detail, (path, detail)


def test_words_of_the_message_itself_stay(client: httpx.Client) -> None:
    body = {"verdict": "verified", "note": "needs", "evidence": [{"url": "https://x.example", "note": "The"}]}
    answer = client.post("/api/v1/articles/rednote/claims/6/mark", json=body)
    assert "nobody can mark it" in answer.json()["detail"]
    odd = client.post("/api/v1/articles/rednote/claims/6/mark", json={**body, "note": "so nobody can; or"})
    assert "nobody can mark it" in odd.json()["detail"]


def test_a_secret_is_never_said_however_plain_it_is() -> None:
    said = Said(("plain",), ("correcthorse", "correct horse"))
    assert without_input("“correcthorse” and plain, correct horse.", said) == "“…” and plain, …."


def test_a_token_and_a_password_come_back_nowhere(sqlite_sessions: Sessions) -> None:
    secret = people_it(sqlite_sessions)
    with client_of(app_of(sqlite_sessions), Authorization=f"Bearer {secret}") as client:
        for path in ("users", "tokens", "me", "history", "events", "policy"):
            assert secret not in client.get(f"/api/v1/{path}").text
        people.revoke_token(
            sqlite_sessions, BOSS, max(t.id for t in people.list_tokens(sqlite_sessions, BOSS))
        )
        answer = client.get("/api/v1/me")
        assert (answer.status_code, secret in answer.text) == (401, False)


def test_long_messages_are_cut_and_cost_no_time(client: httpx.Client, sqlite_sessions: Sessions) -> None:
    for letter in "<0“":
        for _ in range(3):
            queries.ask_query(sqlite_sessions, ANA, Ref("rednote", 3), letter * 20_000)
    with Stopwatch() as taken:
        answer = client.post("/api/v1/articles/rednote/claims/3/answer", json={"text": "0" * 20_000})
    assert answer.status_code == 409
    assert len(answer.json()["detail"]) <= 2001
    assert taken.seconds < 1


@pytest.mark.parametrize("text", ["“" * 2000, "'" * 2000, "<" * 2000, "“<" * 1000, "a“b”" * 500, "x" * 2000])
def test_no_message_is_slow(text: str) -> None:
    said = Said(tuple(f"<{n}>" * 50 for n in range(500)), tuple("s" * n for n in range(6, 300)))
    before = time.perf_counter()
    without_input(text, said)
    assert time.perf_counter() - before < 0.5
