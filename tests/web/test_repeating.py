"""A POST under an Idempotency-Key acts once, and answers alike as often as it is sent."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from sqlalchemy import text

from factcheck.services import people, queries
from factcheck.store.engine import Sessions
from factcheck.web.repeats import _digest
from tests.making import ingest
from tests.web.newsrooms import app_of, client_of, served
from tests.web.seeding import BOSS, people_it

ASK, QUESTION = "/api/v1/articles/bridge/claims/1/queries", {"text": "Since when?"}
KEY = {"Idempotency-Key": "first"}


@pytest.fixture
def ana(sessions: Sessions) -> Iterator[httpx.Client]:
    ingest(sessions)
    with client_of(app_of(sessions), **{"Factcheck-As": "Ana"}) as client:
        yield client


def asked(sessions: Sessions) -> int:
    return len(queries.list_queries(sessions, None, answered=True, due_by=None))


def test_once_it_acted_it_answers_alike(ana: httpx.Client, sessions: Sessions) -> None:
    first = ana.post(ASK, json=QUESTION, headers=KEY)
    ana.post("/api/v1/articles/bridge/claims/1/take")  # so that the claim is another by now
    again = ana.post(ASK, json=QUESTION, headers=KEY)
    assert (first.status_code, first.content) == (again.status_code, again.content)
    assert (first.headers["etag"], again.headers["etag"]) == ('"v2"', '"v2"')
    assert "idempotency-replayed" not in first.headers
    assert again.headers["idempotency-replayed"] == "true"
    assert asked(sessions) == 1
    assert ana.post(ASK, json={**QUESTION, "text": "Who counted?"}).status_code == 200
    assert asked(sessions) == 2


def test_what_is_asked_twice_at_once_is_done_once(sessions: Sessions) -> None:
    ingest(sessions)
    answers: list[httpx.Response] = []
    ready = threading.Barrier(8)

    def ask(address: str) -> None:
        with httpx.Client(base_url=address, headers={"Factcheck-As": "Ana", **KEY}) as client:
            ready.wait()
            answers.append(client.post(ASK, json=QUESTION))

    with served(app_of(sessions)) as address:
        threads = [threading.Thread(target=ask, args=(address,)) for _ in range(8)]
        for one in threads:
            one.start()
        for one in threads:
            one.join()
        with httpx.Client(base_url=address, headers={"Factcheck-As": "Ana", **KEY}) as client:
            last = client.post(ASK, json=QUESTION)
    assert asked(sessions) == 1
    told = {one.status_code for one in answers}
    assert 200 in told
    assert told <= {200, 409}
    assert {one.content for one in answers if one.status_code == 200} == {last.content}


@pytest.mark.parametrize("other", ["body", "path", "query", "version"])
def test_a_key_is_for_one_request(ana: httpx.Client, sessions: Sessions, other: str) -> None:
    assert ana.post(ASK, json=QUESTION, headers=KEY).status_code == 200
    changed: dict[str, dict[str, Any]] = {
        "body": {"url": ASK, "json": {"text": "Until when?"}},
        "path": {"url": ASK.replace("/1/", "/2/"), "json": QUESTION},
        "query": {"url": f"{ASK}?x=y", "json": QUESTION},
        "version": {"url": ASK, "json": QUESTION, "headers": {**KEY, "If-Match": '"v1"'}},
    }
    answer = ana.post(**{"headers": KEY, **changed[other]})
    assert (answer.status_code, answer.json()["code"]) == (422, "bad_input")
    assert asked(sessions) == 1


def test_what_was_refused_can_be_sent_again(ana: httpx.Client, sessions: Sessions) -> None:
    approve, mark = (f"/api/v1/articles/bridge/claims/1/{one}" for one in ("approve", "mark"))
    ed = {"Factcheck-As": "Ed", **KEY}
    assert ana.post(approve, headers=ed).status_code == 409
    assert ana.post(approve, headers={**ed, "If-Match": '"v7"'}).status_code == 409
    assert ana.post(mark, json={"verdict": "unproven", "note": "Looked."}).status_code == 200
    assert ana.post(approve, headers=ed).status_code == 200
    assert ana.post(approve, headers=ed).json()["status"] == "approved"


def test_a_key_is_ones_own(ana: httpx.Client, sessions: Sessions) -> None:
    assert ana.post(ASK, json=QUESTION, headers=KEY).status_code == 200
    answer = ana.post(ASK, json=QUESTION, headers={**KEY, "Factcheck-As": "Eva"})
    assert "idempotency-replayed" not in answer.headers
    assert asked(sessions) == 2


@pytest.mark.parametrize("key", ["", "x" * 201])
def test_a_key_has_a_length(ana: httpx.Client, sessions: Sessions, key: str) -> None:
    assert ana.post(ASK, json=QUESTION, headers={"Idempotency-Key": key}).status_code == 422
    assert asked(sessions) == 0


def test_nobody_hears_what_was_answered_before_they_were_let_go(sessions: Sessions) -> None:
    ingest(sessions)
    bearer = {"Authorization": f"Bearer {people_it(sessions)}"}
    with client_of(app_of(sessions), **bearer) as client:
        assert client.post(ASK, json=QUESTION, headers=KEY).status_code == 200
        newest = max(one.id for one in people.list_tokens(sessions, BOSS))
        people.revoke_token(sessions, BOSS, newest)
        answer = client.post(ASK, json=QUESTION, headers=KEY)
        assert answer.status_code == 401
        assert "Since when" not in answer.text
    with sessions.read() as session:
        assert session.scalar(text("SELECT count(*) FROM idempotency_keys")) == 1


def test_a_stranger_keeps_nothing(sessions: Sessions) -> None:
    people_it(sessions)
    with client_of(app_of(sessions)) as client:
        for number in range(3):
            stranger = {"Idempotency-Key": str(number), "Authorization": "Bearer none"}
            assert client.post(ASK, json=QUESTION, headers=stranger).status_code == 401
    with sessions.read() as session:
        assert session.scalar(text("SELECT count(*) FROM idempotency_keys")) == 0


def test_a_secret_is_shown_once_and_kept_nowhere(sessions: Sessions) -> None:
    bearer = {"Authorization": f"Bearer {people_it(sessions)}"}
    made = {"user": "The checker", "label": "script"}
    with client_of(app_of(sessions), **bearer) as client:
        secret = client.post("/api/v1/tokens", json=made, headers=KEY).json()["secret"]
        again = client.post("/api/v1/tokens", json=made, headers=KEY)
        assert (again.status_code, again.json()["code"]) == (409, "conflict")
        assert again.headers["content-type"] == "application/problem+json"
        labels = [one["label"] for one in client.get("/api/v1/tokens", params={"user": "The checker"}).json()]
        assert labels == ["script", "script"]  # the one from before, and one
    with sessions.read() as session:
        kept = [str(tuple(row)) for row in session.execute(text("SELECT * FROM idempotency_keys"))]
    assert len(kept) == 1
    assert not [row for row in kept if secret in row]


def test_what_is_kept_of_a_request_tells_no_password() -> None:
    scope = {"path": "/api/v1/users", "query_string": b"", "headers": [], "factcheck.body": b"hunter2"}
    told = {_digest({"type": "http", **scope}, who) for who in (b"secret", b"another")}
    assert len(told) == 2  # whoever doesn't know the caller's secret can't try passwords on it
