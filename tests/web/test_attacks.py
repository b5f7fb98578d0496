"""What strangers try: other hosts, other sites, old cookies, guessed tokens; and what a log would tell."""

from __future__ import annotations

import itertools
import logging
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from factcheck.domain.vocabulary import Role
from factcheck.errors import UsageError
from factcheck.services import people, reading, signing_in
from factcheck.services.marking import mark_claims
from factcheck.store.engine import Sessions
from factcheck.web.attempts import BAD_TOKENS, Attempts
from factcheck.web.serving import serve
from factcheck.web.settings import Settings
from tests.making import PAGE, ingest, refs
from tests.web.newsrooms import HOME, app_of, client_of, served
from tests.web.seeding import BOSS

PASSWORD = "correct horse battery staple"
CLAIM = "/api/v1/articles/bridge/claims/1"
OURS = {"Origin": HOME, "Sec-Fetch-Site": "same-origin"}
DESK = "https://desk.paper.example"


@pytest.fixture
def newsroom(sqlite_sessions: Sessions) -> Sessions:
    people.add_user(sqlite_sessions, BOSS, "Boss", Role.ADMIN, password=PASSWORD)
    people.add_user(sqlite_sessions, BOSS, "Eva", Role.CHECKER, password=PASSWORD)
    ingest(sqlite_sessions, actor=BOSS)
    return sqlite_sessions


@pytest.fixture
def eva(newsroom: Sessions) -> Iterator[httpx.Client]:
    """Somebody signed in at a browser."""
    secret = signing_in.sign_in(newsroom, "Eva", PASSWORD)
    with client_of(app_of(newsroom), Cookie=f"factcheck={secret}") as client:
        yield client


STRANGERS = (
    "evil.example", "evil.example:80", "", "127.0.0.1.evil.example", "localhost.evil.example", "testserver",
    "0.0.0.0", "[::1", "localhost@evil.example", "evil@localhost", "LOCALHOST.",
)  # fmt: skip


def test_another_host_is_not_served(newsroom: Sessions) -> None:
    with client_of(app_of(newsroom)) as client:
        for host in STRANGERS:
            for path in ("/health/live", "/api/v1/claims", "/openapi.json", "/", "/static/desk.css"):
                answer = client.get(path, headers={"Host": host})
                assert answer.status_code == 421, host
                assert "not served here" in answer.text


def test_this_machine_is_served(newsroom: Sessions) -> None:
    with client_of(app_of(newsroom)) as client:
        for host in ("localhost", "localhost:8765", "127.0.0.1:1", "[::1]:8765", "LocalHost"):
            assert client.get("/health/live", headers={"Host": host}).status_code == 200, host


def test_the_desks_own_address_is_served(newsroom: Sessions) -> None:
    with client_of(app_of(newsroom, origin=DESK)) as client:
        for host, status in (
            ("desk.paper.example", 200),
            ("paper.example", 421),
            ("x.desk.paper.example", 421),
        ):
            assert client.get("/health/live", headers={"Host": host}).status_code == status
        led = {"Host": "evil.example", "X-Forwarded-Host": "desk.paper.example"}
        assert client.get("/health/live", headers=led).status_code == 421


FOREIGN: tuple[dict[str, str], ...] = (
    {"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Sec-Fetch-Site": "none"},
    {"Sec-Fetch-Site": "cross-site", "Origin": HOME},
    {"Origin": "https://evil.example"},
    {"Origin": "null"},
    {"Origin": "http://localhost:9999"},
    {"Origin": "http://localhost.evil.example"},
    {"Sec-Fetch-Site": "same-origin", "Origin": "https://evil.example"},
    {"Sec-Fetch-Site": "same-origin", "Origin": "null"},
    {"Referer": f"{HOME}/"},
    {},
)


def test_another_site_changes_nothing(newsroom: Sessions, eva: httpx.Client) -> None:
    before = reading.newest_event(newsroom)
    forms = ("application/json", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data")
    asked = (
        ("POST", f"{CLAIM}/take"), ("PUT", "/api/v1/articles/bridge/deadline"),
        ("PATCH", "/api/v1/users/Eva"), ("DELETE", "/api/v1/evidence/1"), ("POST", "/sign-out"),
        ("FROB", f"{CLAIM}/take"),
    )  # fmt: skip
    for headers, kind, (method, path) in itertools.product(FOREIGN, forms, asked):
        answer = eva.request(method, path, content=b"{}", headers={**headers, "Content-Type": kind})
        assert answer.status_code == 403, (headers, kind, method, path)
        assert "comes from another site" in answer.text
    assert reading.newest_event(newsroom) == before
    assert eva.get("/api/v1/me").json()["name"] == "Eva"  # and she is signed in still


def test_ones_own_page_and_ones_own_program_may(newsroom: Sessions, eva: httpx.Client) -> None:
    assert eva.post(f"{CLAIM}/take", headers=OURS).status_code == 200
    assert eva.post(f"{CLAIM}/release", headers={"Origin": HOME}).status_code == 200
    assert eva.post(f"{CLAIM}/take", headers={"Sec-Fetch-Site": "same-origin"}).status_code == 200
    _, secret = people.add_token(newsroom, BOSS, "Eva", label="script")
    with client_of(app_of(newsroom), Authorization=f"Bearer {secret}") as program:
        assert program.post(f"{CLAIM}/release").status_code == 200


def test_the_desks_namesake_without_encryption_may_not(newsroom: Sessions) -> None:
    secret = signing_in.sign_in(newsroom, "Eva", PASSWORD)
    headers = {"Host": "desk.paper.example", "Cookie": f"__Host-factcheck={secret}"}
    with client_of(app_of(newsroom, origin=DESK), **headers) as client:
        plain = client.post(f"{CLAIM}/take", headers={"Origin": "http://desk.paper.example"})
        assert plain.status_code == 403
        assert client.post(f"{CLAIM}/take", headers={"Origin": DESK}).status_code == 200


@pytest.mark.parametrize("how", ["sign out", "everywhere", "password", "disabled"])
def test_an_old_cookie_opens_nothing(newsroom: Sessions, eva: httpx.Client, how: str) -> None:
    assert eva.get(CLAIM).status_code == 200
    cookie = eva.headers["cookie"].removeprefix("factcheck=")
    if how == "sign out":
        signing_in.sign_out(newsroom, cookie)
    elif how == "everywhere":
        signing_in.sign_out_everywhere(newsroom, BOSS, "Eva")
    elif how == "password":
        signing_in.set_password(newsroom, BOSS, "Eva", PASSWORD + "!")
    else:
        people.disable_user(newsroom, BOSS, "Eva")
    before = reading.newest_event(newsroom)
    looked, acted = eva.get(CLAIM), eva.post(f"{CLAIM}/take", headers=OURS)
    assert {looked.status_code, acted.status_code} == {401}
    assert "bridge cost" not in looked.text
    assert reading.newest_event(newsroom) == before


def test_wrong_tokens_are_held_up_and_right_ones_are_not(newsroom: Sessions) -> None:
    _, secret = people.add_token(newsroom, BOSS, "Eva", label="script")
    right = {"Authorization": f"Bearer {secret}"}
    with client_of(app_of(newsroom)) as client:
        for number in range(BAD_TOKENS):
            answer = client.get(CLAIM, headers={"Authorization": f"Bearer fct_{number}"})
            assert answer.status_code == 401
            assert 'error="invalid_token"' in answer.headers["www-authenticate"]
        assert client.get(CLAIM, headers=right).status_code == 200
        for method in ("GET", "POST"):
            path = CLAIM if method == "GET" else f"{CLAIM}/take"
            held_up = client.request(method, path, headers={"Authorization": "Bearer fct_x"})
            assert (held_up.status_code, held_up.json()["code"]) == (429, "too_many")
            assert 1 <= int(held_up.headers["retry-after"]) <= 61
        assert client.get(CLAIM, headers=right).status_code == 200  # others of the house share the address


def test_a_newsroom_without_users_is_for_this_machine(sqlite_database: str) -> None:
    for settings, host in (
        (Settings(sqlite_database, DESK), "127.0.0.1"),
        (Settings(sqlite_database, DESK), "0.0.0.0"),
        (Settings(sqlite_database), "0.0.0.0"),
    ):
        with pytest.raises(UsageError, match="no users"):
            serve(settings, host=host, port=0, say=print)


def test_a_log_tells_no_secret_and_no_article(
    newsroom: Sessions, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    _, secret = people.add_token(newsroom, BOSS, "Eva", label="script")
    cookie = signing_in.sign_in(newsroom, "Eva", PASSWORD)
    mark_claims(newsroom, BOSS, refs("bridge#2"), "verified", evidence=[PAGE])
    app = app_of(newsroom)
    with served(app) as address, httpx.Client(base_url=address) as client:
        ours = {"Origin": address, "Sec-Fetch-Site": "same-origin"}
        for headers in ({"Authorization": f"Bearer {secret}"}, {"Cookie": f"factcheck={cookie}", **ours}):
            assert client.get(CLAIM, headers=headers).status_code == 200
            asked = {"query": "crosses it at night", "source": "Ines Duarte"}
            assert client.get("/api/v1/claims", params=asked, headers=headers).status_code in (200, 404)
            body = {"verdict": "unproven", "note": "A note that nobody else should read."}
            assert client.post(f"{CLAIM}/mark", json=body, headers=headers).status_code in (200, 409)
            assert client.get("/api/v1/articles/secret-story", headers=headers).status_code == 404
        client.get(CLAIM, headers={"Authorization": "Bearer fct_mistyped"})
        client.post("/sign-in", data={"name": "Eva", "password": PASSWORD + "?"}, headers=ours)
        app.state.lists = None  # what a mistake of ours would be
        answer = client.get("/api/v1/claims", headers={"Authorization": f"Bearer {secret}"})
        assert (answer.status_code, answer.json()["code"]) == (500, "internal")
        assert "NoneType" not in answer.text
    out, err = capfd.readouterr()
    ours_ = [
        one for one in caplog.records if not one.name.startswith(("httpx", "httpcore"))
    ]  # not the caller's
    told = "\n".join((out, err, *(f"{one.getMessage()} {one.exc_text} {one.__dict__}" for one in ours_)))
    assert '"route": "/api/v1/articles/{slug}/claims/{n}"' in told
    assert '"event": "fault"' in told
    for private in (
        secret, cookie, PASSWORD, "mistyped", "bridge", "secret-story", "at night", "nobody else", "Duarte",
    ):  # fmt: skip
        assert private not in told, private


def test_what_callers_make_up_is_no_row_of_numbers(newsroom: Sessions) -> None:
    app = app_of(newsroom)
    with client_of(app) as client:
        for number in range(50):
            client.request(f"M{number}", f"/api/v1/{number}")
            client.request(f"M{number}", CLAIM)
    found: list[Any] = list(app.state.metrics.registry.collect())
    labels = {tuple(sorted(one.labels.items())) for family in found for one in family.samples}
    assert len({one for one in labels if ("method", "OTHER") in one}) < 60
    assert not [one for one in labels if ("method", "M1") in one]


ALWAYS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
}


def test_every_answer_protects_its_reader(newsroom: Sessions, eva: httpx.Client) -> None:
    app = eva._transport.app  # type: ignore[attr-defined]
    tag = eva.get("/api/v1/claims").headers["etag"]
    asked: dict[int, list[tuple[str, str, dict[str, Any]]]] = {
        200: [
            ("GET", CLAIM, {}),
            ("GET", "/health/live", {}),
            ("GET", "/openapi.json", {}),
            ("GET", "/", {}),
        ],
        304: [("GET", "/api/v1/claims", {"headers": {"If-None-Match": tag}})],
        401: [("GET", CLAIM, {"headers": {"Cookie": "factcheck=old"}})],
        403: [("POST", f"{CLAIM}/take", {}), ("POST", "/api/v1/ledger/seals", {"headers": OURS})],
        404: [("GET", "/api/v1/articles/none", {}), ("GET", "/api/none", {}), ("GET", "/none", {})],
        405: [("PUT", CLAIM, {"headers": OURS})],
        409: [("POST", f"{CLAIM}/release", {"headers": OURS})],
        413: [("POST", f"{CLAIM}/mark", {"headers": OURS, "content": b"x" * 2_000_001})],
        421: [("GET", CLAIM, {"headers": {"Host": "evil.example"}})],
        422: [("POST", f"{CLAIM}/mark", {"headers": OURS, "json": {}})],
        429: [("GET", CLAIM, {"headers": {"Authorization": "Bearer x"}})],
        500: [("GET", "/api/v1/claims", {})],
    }
    for status, requests in asked.items():
        if status == 429:
            for _ in range(BAD_TOKENS):
                app.state.attempts.count_token("127.0.0.1")
        if status == 500:
            app.state.attempts, app.state.lists = Attempts(), None
        for method, path, given in requests:
            answer = eva.request(method, path, **given)
            assert answer.status_code == status, (path, answer.text)
            assert {name: answer.headers.get(name) for name in ALWAYS} == ALWAYS, (status, path)
            policy = answer.headers["content-security-policy"]
            assert policy.startswith("default-src 'none'; script-src 'self'"), path
            assert "unsafe" not in policy
            assert "frame-ancestors 'none'" in policy
            assert answer.headers["cache-control"] in ("no-store", "private, no-cache"), path
            assert "access-control-allow-origin" not in answer.headers
            assert "set-cookie" not in answer.headers
