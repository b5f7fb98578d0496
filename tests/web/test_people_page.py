"""The page of the newsroom's people: passwords, tokens, and where they are signed in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from factcheck.domain.vocabulary import Role
from factcheck.errors import NotSignedIn
from factcheck.services import people, signing_in
from factcheck.store.engine import Sessions
from factcheck.web.attempts import PER_NAME
from tests.web.newsrooms import HOME, app_of, client_of
from tests.web.seeding import BOSS

OLD, NEW = "correct horse battery", "another horse battery"


@pytest.fixture
def newsroom(sqlite_sessions: Sessions) -> Sessions:
    people.add_user(sqlite_sessions, BOSS, "Boss", Role.ADMIN, password=OLD)
    people.add_user(sqlite_sessions, BOSS, "Eva", Role.CHECKER, password=OLD)
    return sqlite_sessions


def at_a_browser(sessions: Sessions, name: str) -> httpx.Client:
    secret = signing_in.sign_in(sessions, name, OLD)
    return client_of(app_of(sessions), Cookie=f"factcheck={secret}", Origin=HOME)


@pytest.fixture
def boss(newsroom: Sessions) -> Iterator[httpx.Client]:
    with at_a_browser(newsroom, "Boss") as client:
        yield client


@pytest.fixture
def eva(newsroom: Sessions) -> Iterator[httpx.Client]:
    with at_a_browser(newsroom, "Eva") as client:
        yield client


def test_a_token_is_shown_once_and_revoked(boss: httpx.Client, newsroom: Sessions) -> None:
    asked = {"name": "Eva", "label": "script", "scope": "checker", "days": "30"}
    shown = re.search(r"fct_[\w-]+", boss.post("/users/tokens", data=asked).text)
    assert shown is not None
    assert shown[0] not in boss.get("/users").text
    bearer = {"Authorization": f"Bearer {shown[0]}"}
    with client_of(app_of(newsroom), **bearer) as program:
        assert program.get("/api/v1/me").json()["name"] == "Eva"
        number = people.list_tokens(newsroom, BOSS)[0].id
        assert boss.post(f"/users/tokens/{number}/revoke").status_code == 303
        assert program.get("/api/v1/me").status_code == 401
    assert "revoked" in boss.get("/users").text


def test_who_is_no_admin_makes_no_token(eva: httpx.Client) -> None:
    asked = {"name": "Eva", "label": "script", "scope": "admin"}
    assert eva.post("/users/tokens", data=asked).status_code == 403
    assert "Make a token" not in eva.get("/users").text


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"old": OLD, "password": NEW, "again": NEW}, 303),
        ({"old": "wrong", "password": NEW, "again": NEW}, 422),
        ({"password": NEW, "again": NEW}, 422),
        ({"old": OLD, "password": NEW, "again": NEW + "?"}, 422),
        ({"old": OLD, "password": "short", "again": "short"}, 422),
    ],
)
def test_ones_own_password_wants_the_one_before(
    eva: httpx.Client, newsroom: Sessions, fields: dict[str, str], status: int
) -> None:
    assert eva.post("/users/password", data=fields).status_code == status
    right, wrong = (NEW, OLD) if status == 303 else (OLD, NEW)
    assert signing_in.sign_in(newsroom, "Eva", right)
    with pytest.raises(NotSignedIn):
        signing_in.sign_in(newsroom, "Eva", wrong)


def test_no_other_way_leads_past_the_password_before(eva: httpx.Client, newsroom: Sessions) -> None:
    _, secret = people.add_token(newsroom, BOSS, "Eva", label="script", scope=Role.READER)
    mine = {"name": "Eva", "password": NEW}
    assert eva.post("/users/change", data=mine).status_code == 403
    assert eva.patch("/api/v1/users/Eva", json={"password": NEW}).status_code == 403
    with client_of(app_of(newsroom), Authorization=f"Bearer {secret}") as program:
        assert program.patch("/api/v1/users/Eva", json={"password": NEW}).status_code == 403
    assert signing_in.sign_in(newsroom, "Eva", OLD)


def test_who_is_disabled_is_signed_out_for_good(
    boss: httpx.Client, eva: httpx.Client, newsroom: Sessions
) -> None:
    for disabled in ("yes", "no"):
        boss.post("/users/change", data={"name": "Eva", "disabled": disabled})
        assert eva.get("/api/v1/me").status_code == 401


def test_many_guesses_at_once_are_as_many_as_one_after_the_other(newsroom: Sessions) -> None:
    with client_of(app_of(newsroom), Origin=HOME) as client, ThreadPoolExecutor(20) as pool:
        guess = {"name": "Eva", "password": "not this one"}
        answers = pool.map(lambda _: client.post("/sign-in", data=guess).status_code, range(20))
        counted = Counter(answers)
    assert counted[401] <= PER_NAME
    assert counted[401] + counted[429] == 20


def test_a_password_is_as_it_was_typed(newsroom: Sessions) -> None:
    people.add_user(newsroom, BOSS, "Ana", Role.CHECKER, password="  two blanks before")
    with client_of(app_of(newsroom), Origin=HOME) as client:
        typed = {"name": "Ana", "password": "  two blanks before"}
        assert client.post("/sign-in", data=typed).status_code == 303
        typed["password"] = typed["password"].strip()
        assert client.post("/sign-in", data=typed).status_code == 401


def test_an_admin_sees_where_people_are_signed_in(boss: httpx.Client, newsroom: Sessions) -> None:
    for _ in range(2):
        signing_in.sign_in(newsroom, "Eva", OLD)
    assert "2 browsers, last seen" in boss.get("/users").text
    boss.post("/users/change", data={"name": "Eva", "everywhere": "1"})
    assert "2 browsers" not in boss.get("/users").text


def test_others_see_their_own_sessions_alone(eva: httpx.Client, boss: httpx.Client) -> None:
    assert boss.get("/users").text.count("browser, last seen") == 2
    assert eva.get("/users").text.count("browser, last seen") == 1
