"""What colleagues do, as it happens."""

from __future__ import annotations

import json
import queue
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx
import pytest
from sqlalchemy import func, select

from factcheck.domain.vocabulary import Role
from factcheck.services import people, reading, signing_in, steps
from factcheck.services.marking import mark_claims
from factcheck.store.engine import Sessions
from factcheck.store.house_tables import EventRow
from factcheck.web import live
from tests.making import ANA, PAGE, ingest, refs
from tests.web.newsrooms import app_of, served
from tests.web.seeding import BOSS

STREAM = "/api/v1/events/stream"
SECRET = "correct horse battery"


class Listener:
    """Somebody who listens; the events that come, and whether the stream ended."""

    def __init__(self, client: httpx.Client, article: str | None, headers: dict[str, str]) -> None:
        self.events: queue.Queue[dict[str, Any]] = queue.Queue()
        self.began, self.ended = threading.Event(), threading.Event()
        self._client, self._article, self._headers = client, article, headers
        self.status = 0
        threading.Thread(target=self._listen, daemon=True).start()
        assert self.began.wait(5)

    def _listen(self) -> None:
        asked = {"article": self._article} if self._article else {}
        try:
            with self._client.stream(
                "GET", STREAM, params=asked, headers=self._headers, timeout=20
            ) as answer:
                self.status = answer.status_code
                for line in answer.iter_lines():
                    self.began.set()
                    if line.startswith("data: "):
                        self.events.put(json.loads(line.removeprefix("data: ")))
        except httpx.HTTPError:
            pass  # the server is gone
        finally:
            self.began.set()
            self.ended.set()

    def next(self) -> dict[str, Any]:
        return self.events.get(timeout=2)


def _settle(sessions: Sessions) -> None:
    """Wait until nothing of before is to be told: elsewhere on the server somebody may be writing."""
    with sessions.read() as session:
        written = session.scalar(select(func.max(EventRow.id))) or 0
    for _ in range(200):
        if reading.newest_event(sessions) == written:
            return
        time.sleep(0.05)
    pytest.fail("a transaction is open elsewhere")


@contextmanager
def listening(sessions: Sessions, article: str | None = None, **headers: str) -> Iterator[Listener]:
    _settle(sessions)
    with served(app_of(sessions)) as address, httpx.Client(base_url=address) as client:
        yield Listener(client, article, headers)


def test_a_mark_is_told_within_two_seconds(sessions: Sessions) -> None:
    ingest(sessions)
    with listening(sessions, "bridge", **{"Factcheck-As": "Ed"}) as ed:
        before = time.perf_counter()
        mark_claims(sessions, ANA, refs("bridge#1"), "verified", evidence=[PAGE])
        told = [ed.next() for _ in range(2)]
        assert time.perf_counter() - before < 2
    assert {one["entity"] for one in told} == {"claim:bridge#1"}
    assert {one["actor"] for one in told} == {"Ana"}
    assert set(told[0]) == {"chain", "entity", "action", "actor", "at"}  # no text of the article


def test_of_other_articles_nothing_is_told(sessions: Sessions) -> None:
    ingest(sessions)
    ingest(sessions, "A well was dug.", "well")
    with listening(sessions, "bridge") as ed:
        steps.take_claims(sessions, ANA, refs("well#1"))
        steps.take_claims(sessions, ANA, refs("bridge#1"))
        assert ed.next()["entity"] == "claim:bridge#1"
        assert ed.events.empty()


def test_each_event_is_told_to_each_once(sqlite_sessions: Sessions) -> None:
    ingest(sqlite_sessions)
    with served(app_of(sqlite_sessions)) as address, httpx.Client(base_url=address) as client:
        made = [threading.Thread(target=lambda: heard.append(Listener(client, None, {}))) for _ in range(8)]
        heard: list[Listener] = []
        for one in made:
            one.start()
        for one in made:
            one.join()
        steps.take_claims(sqlite_sessions, ANA, refs("bridge#1"))
        steps.take_claims(sqlite_sessions, ANA, refs("bridge#2"))
        for listener in heard:
            assert [listener.next()["entity"] for _ in range(2)] == ["claim:bridge#1", "claim:bridge#2"]
        time.sleep(2 * live.OFTEN)
        assert all(listener.events.empty() for listener in heard)


def test_who_was_cut_off_hears_what_they_missed(sqlite_sessions: Sessions) -> None:
    ingest(sqlite_sessions)
    steps.take_claims(sqlite_sessions, ANA, refs("bridge#1"))
    with listening(sqlite_sessions, "bridge", **{"Last-Event-ID": "1"}) as ed:
        assert ed.next()["entity"] == "claim:bridge#1"
        steps.take_claims(sqlite_sessions, ANA, refs("bridge#2"))
        assert ed.next()["entity"] == "claim:bridge#2"


@pytest.mark.parametrize("how", ["session", "token", "user"])
def test_who_may_look_no_more_hears_no_more(
    sqlite_sessions: Sessions, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    monkeypatch.setattr(live, "SIGN_OF_LIFE", 0.3)
    ingest(sqlite_sessions)
    people.add_user(sqlite_sessions, BOSS, "Boss", Role.ADMIN)
    people.add_user(sqlite_sessions, BOSS, "Eva", Role.CHECKER, password=SECRET)
    token, secret = people.add_token(sqlite_sessions, BOSS, "Eva", label="script")
    session = signing_in.sign_in(sqlite_sessions, "Eva", SECRET)
    bearer = {"Authorization": f"Bearer {secret}"}
    headers = bearer if how != "session" else {"Cookie": f"factcheck={session}"}
    with listening(sqlite_sessions, "bridge", **headers) as eva:
        assert eva.status == 200
        if how == "session":
            signing_in.sign_out(sqlite_sessions, session)
        elif how == "token":
            people.revoke_token(sqlite_sessions, BOSS, token.id)
        else:
            people.disable_user(sqlite_sessions, BOSS, "Eva")
        busy = threading.Event()

        def work() -> None:  # a busy desk leaves no silence in which to look who listens
            while not busy.wait(0.05):
                steps.take_claims(sqlite_sessions, BOSS, refs("bridge#1"))
                steps.release_claims(sqlite_sessions, BOSS, refs("bridge#1"))

        thread = threading.Thread(target=work)
        thread.start()
        try:
            assert eva.ended.wait(3)
        finally:
            busy.set()
            thread.join()


def test_nobody_hears_anything_unknown(sqlite_sessions: Sessions) -> None:
    people.add_user(sqlite_sessions, BOSS, "Boss", Role.ADMIN)
    with listening(sqlite_sessions, None, **{"Factcheck-As": "Boss"}) as stranger:
        assert stranger.ended.wait(3)
        assert stranger.status == 401


def test_more_than_there_is_room_for_are_told_so(
    sqlite_sessions: Sessions, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live, "_MOST_LISTENERS", 1)
    with served(app_of(sqlite_sessions)) as address, httpx.Client(base_url=address) as client:
        Listener(client, None, {})
        refused = client.get(STREAM)
        assert (refused.status_code, refused.json()["code"]) == (429, "too_many")
        assert int(refused.headers["retry-after"]) > 0
