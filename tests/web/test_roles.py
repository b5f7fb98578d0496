"""The matrix of roles and actions, cell by cell, over the API; with a token and signed in."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from factcheck.domain.actors import Actor
from factcheck.domain.permissions import LEAST
from factcheck.domain.vocabulary import Role
from factcheck.services import people, reading, signing_in, steps
from factcheck.services.databases import open_database
from factcheck.services.doctor import examine_database
from factcheck.services.marking import mark_claims
from factcheck.services.policies import default_policy_toml
from factcheck.store.engine import Sessions
from tests.making import PAGE, TEXT, ingest, refs
from tests.peopled import BOSS, OLD_HAND, people_it
from tests.web.newsrooms import HOME, app_of, client_of
from tests.web.operations import operations

PASSWORD = "correct horse battery staple"
STATES = "/articles/states/claims"
# What each action is over the API: a method, a path, a body.
ACTS: dict[str, tuple[str, str, dict[str, Any] | None]] = {
    "look": ("GET", "/articles/states", None),
    "answer": ("POST", f"{STATES}/3/answer", {"text": "Yes."}),
    "reopen": ("POST", "/articles/public/claims/1/reopen", {"reason": "why"}),
    "ingest": ("POST", "/articles", {"text": "Another text came in.", "slug": "other"}),
    "revise": ("POST", "/articles/bridge/revisions", {"text": TEXT.replace("4", "5")}),
    "take": ("POST", f"{STATES}/1/take", None),
    "release": ("POST", f"{STATES}/9/release", None),
    "mark": ("POST", f"{STATES}/6/mark", {"verdict": "verified", "evidence": [{"url": PAGE.url}]}),
    "skip": ("POST", f"{STATES}/7/skip", {"reason": "opinion"}),
    "unskip": ("POST", f"{STATES}/2/reopen", {"reason": "why"}),
    "tick": ("POST", f"{STATES}/8/tick", {"checkpoint": 1}),
    "evidence": ("POST", f"{STATES}/8/evidence", {"url": PAGE.url}),
    "query": ("POST", f"{STATES}/8/queries", {"text": "Since when?"}),
    "sources": ("POST", "/sources/alias", {"name": "Statista", "alias": "The numbers house"}),
    "approve": ("POST", f"{STATES}/4/approve", None),
    "return": ("POST", f"{STATES}/5/return", {"reason": "why"}),
    "publish": ("POST", "/articles/ready/publish", None),
    "withdraw": ("POST", "/articles/public/claims/2/withdraw", {"reason": "why"}),
    "deadline": ("PUT", "/articles/states/deadline", {"deadline": "2026-01-31T12:00:00Z"}),
    "seal": ("POST", "/ledger/seals", None),
    "policy": ("PUT", "/policy", {"toml": default_policy_toml()}),
    "users": ("POST", "/users", {"name": "New", "role": "reader"}),
}
# Which action each operation that changes something is.
CHANGES = {
    "ingest_article": "ingest", "ingest_file": "ingest", "revise_article": "revise",
    "set_deadline": "deadline", "publish_article": "publish", "next_claim": "take",
    "take_claim": "take", "release_claim": "release",
    "mark_claim": "mark", "skip_claim": "skip", "undo_claim": "mark", "tick_checkpoint": "tick",
    "approve_claim": "approve", "return_claim": "return", "reopen_claim": "reopen",
    "withdraw_claim": "withdraw", "attach_evidence": "evidence", "ask_query": "query",
    "answer_query": "answer", "remove_evidence": "evidence", "take_snapshot": "evidence",
    "recheck_evidence": "evidence", "merge_sources": "sources", "split_source": "sources",
    "alias_source": "sources", "add_user": "users", "change_user": "users", "add_token": "users",
    "revoke_token": "users", "load_policy": "policy", "load_rules": "policy", "seal_ledger": "seal",
}  # fmt: skip
# Claims that each step is open to, for whoever may take it; one's own password is one's own to change.
PLACES: dict[str, dict[str, Any]] = {
    "release_claim": {"n": 9}, "approve_claim": {"n": 4}, "return_claim": {"n": 5}, "undo_claim": {"n": 4},
    "withdraw_claim": {"slug": "public", "n": 2}, "change_user": {"name": "Boss"},
}  # fmt: skip
Credentials = dict[str, dict[str, dict[str, str]]]


@pytest.fixture(scope="session")
def known(template: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Credentials]:
    """A newsroom's file, and what each role shows to be let in: a token, or a session's cookie."""
    file = Path(shutil.copy(template, tmp_path_factory.mktemp("known") / "factcheck.db"))
    sessions = open_database(str(file))
    people_it(sessions)
    ingest(sessions, "The fee is 5 euros, according to Statista.", "fee", OLD_HAND)
    shown: Credentials = {"token": {}, "session": {}}
    for role in Role:
        name = f"The {role}"
        _, secret = people.add_token(sessions, BOSS, name, label="script")
        shown["token"][role] = {"Authorization": f"Bearer {secret}"}
        signing_in.set_password(sessions, BOSS, name, PASSWORD)
        cookie = f"factcheck={signing_in.sign_in(sessions, name, PASSWORD)}"
        shown["session"][role] = {"Cookie": cookie, "Origin": HOME, "Sec-Fetch-Site": "same-origin"}
    sessions.close()
    return file, shown


@pytest.fixture
def newsroom(known: tuple[Path, Credentials], tmp_path: Path) -> Iterator[Sessions]:
    opened = open_database(str(shutil.copy(known[0], tmp_path / "known.db")))
    yield opened
    opened.close()


def test_every_action_of_the_table_is_tried() -> None:
    assert ACTS.keys() == LEAST.keys()


@pytest.mark.slow
@pytest.mark.parametrize("by", ["token", "session"])
@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("action", ACTS)
def test_over_the_api(
    newsroom: Sessions, known: tuple[Path, Credentials], action: str, role: Role, by: str
) -> None:
    if action == "release":
        holder = Actor(f"The {role}") if role.reaches(Role.CHECKER) else OLD_HAND
        steps.take_claims(newsroom, holder, refs("states#9"))
    before = reading.newest_event(newsroom)
    method, path, body = ACTS[action]
    with client_of(app_of(newsroom), **known[1][by][role]) as client:
        answer = client.request(method, f"/api/v1{path}", json=body)
    if role.reaches(LEAST[action]):
        assert answer.is_success, answer.text
        told = reading.event_feed(newsroom, before, 100)
        assert {event.actor for _, event in told} <= {f"The {role}"}
        assert told or action in ("look", "seal")
    else:
        assert (answer.status_code, answer.json()["code"]) == (403, "not_allowed")
        assert f"The {role} is a {role}" in answer.json()["detail"].replace(" an ", " a ")
        assert reading.newest_event(newsroom) == before
    assert examine_database(newsroom) == []


def test_no_operation_lets_anybody_do_more(newsroom: Sessions, known: tuple[Path, Credentials]) -> None:
    steps.take_claims(newsroom, OLD_HAND, refs("states#9"))
    before = reading.newest_event(newsroom)
    app = app_of(newsroom)
    asked = [one for one in operations(app) if one.method != "GET"]
    assert {one.id for one in asked} == CHANGES.keys()
    with client_of(app) as client:
        for one in asked:
            one.headers.pop("if-match", None)
            places = {"slug": "states", **PLACES.get(one.id, {})}
            one.path_values = {name: places.get(name, value) for name, value in one.path_values.items()}
            for role in Role:
                if role.reaches(LEAST[CHANGES[one.id]]):
                    continue
                for shown in known[1].values():
                    answer = one.send(client, **shown[role])
                    assert answer.status_code == 403, (one.id, role, answer.text)
    assert reading.newest_event(newsroom) == before


@pytest.mark.parametrize("by", ["token", "session"])
def test_nobody_approves_their_own_check(
    newsroom: Sessions, known: tuple[Path, Credentials], by: str
) -> None:
    for role, n in ((Role.EDITOR, 6), (Role.ADMIN, 7)):
        mark_claims(newsroom, Actor(f"The {role}"), refs(f"states#{n}"), "verified", evidence=[PAGE])
        with client_of(app_of(newsroom), **known[1][by][role]) as client:
            answer = client.post(f"/api/v1{STATES}/{n}/approve")
            assert (answer.status_code, answer.json()["code"]) == (409, "transition_refused")
            assert "second person" in answer.text
            # Another name beside the proof makes nobody another person.
            other = client.post(f"/api/v1{STATES}/{n}/approve", headers={"Factcheck-As": "Old Hand"})
            assert other.status_code == 409
            assert client.get(f"/api/v1{STATES}/{n}").json()["status"] == "checked"


@pytest.mark.parametrize("spelling", ["Ana", "ANA", " ana ", "Ana.", "Ａna", "A\u00adna"])
def test_nobody_approves_their_own_check_under_a_name(sessions: Sessions, spelling: str) -> None:
    ingest(sessions)
    with client_of(app_of(sessions)) as client:
        body = {"verdict": "verified", "evidence": [{"url": PAGE.url}]}
        path = "/api/v1/articles/bridge/claims/1"
        assert client.post(f"{path}/mark", json=body, headers={"Factcheck-As": "Ana"}).is_success
        named = {"Factcheck-As": spelling.encode()}
        answer = client.post(f"{path}/approve", headers=named)  # type: ignore[arg-type]
        assert answer.status_code in (409, 422)
        assert client.get(path).json()["status"] == "checked"
        assert client.post(f"{path}/approve", headers={"Factcheck-As": "Ed"}).json()["approved_by"] == "Ed"


def test_a_token_does_no_more_than_its_scope(newsroom: Sessions) -> None:
    _, secret = people.add_token(newsroom, BOSS, "The admin", label="looks", scope=Role.READER)
    with client_of(app_of(newsroom), Authorization=f"Bearer {secret}") as client:
        assert client.get("/api/v1/me").json() == {"name": "The admin", "role": "reader", "has_users": True}
        assert client.post(f"/api/v1{STATES}/1/take").status_code == 403
