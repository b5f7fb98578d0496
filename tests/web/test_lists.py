"""A list is kept as it was written for as long as nothing happens, and never a moment longer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest

from factcheck.domain.refs import Ref
from factcheck.domain.vocabulary import SkipReason
from factcheck.evidence.network import GuardedNetwork
from factcheck.evidence.shelf import open_shelf
from factcheck.services import (
    evidence,
    publishing,
    queries,
    reading,
    rechecking,
    registering,
    revising,
    steps,
)
from factcheck.services.ingest import Submission
from factcheck.services.marking import mark_claims
from factcheck.services.policy_loading import load_policy
from factcheck.services.reading import Wanted
from factcheck.services.snapshots import take_snapshot
from factcheck.services.ticking import tick_checkpoint
from factcheck.store.engine import Sessions
from factcheck.web.claim_lists import WrittenLists
from tests.evidence.serving import Site, serving
from tests.making import ANA, ED, EVA, PAGE, approve, ingest, policy_toml, refs
from tests.web.newsrooms import app_of, client_of
from tests.web.seeding import TEXT, people_it, seed

LISTS: tuple[dict[str, str], ...] = (
    {},
    {"article": "rednote"},
    {"article": "public"},
    {"source": "The numbers house"},
    {"query": "wells dug"},
    {"status": "checked"},
    {"assignee": "Ana"},
    {"flagged": "true"},
    {"orphaned": "true"},
    {"limit": "2", "after": "rednote#2"},
)
REVISED = TEXT.replace("4 million", "5 million")


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Site]:
    monkeypatch.setenv("FACTCHECK_SNAPSHOTS", str(tmp_path / "shelf"))
    with serving() as served:
        monkeypatch.setenv("FACTCHECK_FETCH_ALLOW", served.address)
        yield served


@pytest.fixture
def newsroom(sessions: Sessions, database: str, site: Site) -> Sessions:
    seed(sessions, database, site)
    ingest(sessions, "The app has 218 million users.", "again")
    return sessions


def recheck(sessions: Sessions, site: Site, tmp_path: Path, words: str) -> None:
    site.pages["/page"] = words.encode()
    due = rechecking.due_evidence(sessions)
    fetch = GuardedNetwork().fetch
    shelf = open_shelf(str(tmp_path / "shelf"))
    list(rechecking.recheck_evidence(sessions, shelf, fetch, ANA, due, pause=lambda _: None))


def newest_evidence(sessions: Sessions, ref: str) -> int:
    return reading.show_claims(sessions, refs(ref)[0])[0].evidence[-1].id


# What may happen to a claim, none of it through the server that wrote the list.
CHANGES: tuple[Callable[[Sessions], object], ...] = (
    lambda s: steps.take_claims(s, ANA, refs("rednote#3")),
    lambda s: steps.release_claims(s, ANA, refs("rednote#3")),
    lambda s: mark_claims(s, ANA, refs("rednote#3"), "unproven", note="Looked."),
    lambda s: steps.undo_claims(s, ANA, refs("rednote#3")),
    lambda s: steps.skip_claims(s, ANA, refs("rednote#3"), SkipReason.OPINION),
    lambda s: tick_checkpoint(s, ANA, Ref("rednote", 1), 1),
    lambda s: tick_checkpoint(s, ANA, Ref("rednote", 1), 1, ticked=False),
    lambda s: evidence.attach_evidence(s, ANA, Ref("rednote", 7), PAGE),
    lambda s: evidence.attach_evidence(s, ANA, Ref("rednote", 7), replace(PAGE, note="Read it.")),
    lambda s: evidence.remove_evidence(s, ANA, newest_evidence(s, "rednote#7")),
    lambda s: queries.ask_query(s, ANA, Ref("rednote", 7), "Which wells?"),
    lambda s: queries.answer_query(s, EVA, Ref("rednote", 7), "Three."),
    lambda s: steps.approve_claims(s, ED, refs("rednote#2")),
    lambda s: steps.return_claims(s, ED, refs("rednote#5"), "why"),
    lambda s: registering.alias_source(s, ANA, "Statista", "The numbers house"),
    lambda s: registering.merge_sources(s, ANA, "BBC", "Statista"),
    lambda s: registering.split_source(s, ANA, "BBC"),
    lambda s: revising.revise_article(s, ANA, "rednote", Submission(REVISED, REVISED.encode())),
    lambda s: mark_claims(s, ANA, refs("rednote#1", "again#1"), "verified", evidence=[PAGE]),
    lambda s: steps.approve_claims(s, ED, refs("again#1")),
    lambda s: publishing.publish_article(s, ED, "again"),
    lambda s: steps.reopen_claims(s, ANA, refs("again#1"), "Somebody counted anew."),
    lambda s: mark_claims(s, ANA, refs("again#1"), "unproven", note="Looked again."),
    lambda s: steps.approve_claims(s, ED, refs("again#1")),
    lambda s: publishing.publish_article(s, ED, "again"),  # which sends its twin in rednote back
    lambda s: steps.reopen_claims(s, ANA, refs("public#1"), "It was dug elsewhere."),
    lambda s: mark_claims(s, ANA, refs("public#1"), "false", evidence=[PAGE], note="No."),
    lambda s: ingest(s, "A well was dug.", "third"),
)  # fmt: skip


def asked(client: httpx.Client, known: dict[int, str]) -> tuple[list[Any], dict[int, str]]:
    """All the lists, and their ETags; what is known already is not sent again."""
    lists: list[Any] = []
    tags: dict[int, str] = {}
    for number, params in enumerate(LISTS):
        headers = {"If-None-Match": known[number]} if number in known else {}
        answer = client.get("/api/v1/claims", params=params, headers=headers)
        assert answer.status_code in (200, 304, 404), answer.text
        lists.append(answer.json()["items"] if answer.status_code == 200 else answer.status_code)
        tags |= {number: answer.headers["etag"]} if answer.status_code != 404 else {}
    return lists, tags


@pytest.mark.slow
def test_no_list_is_ever_stale(newsroom: Sessions, database: str, site: Site, tmp_path: Path) -> None:
    app = app_of(newsroom, database)
    changes: list[Callable[[Sessions], object]] = [
        *CHANGES,
        lambda s: recheck(s, site, tmp_path, "<p>Other words, and none that anybody relied on.</p>"),
        lambda s: recheck(s, site, tmp_path, ""),
        lambda s: take_snapshot(s, open_shelf(str(tmp_path / "shelf")), GuardedNetwork().fetch, ANA, 1),
        lambda s: load_policy(s, ANA, policy_toml(second_person="false")),
    ]  # fmt: skip
    with client_of(app, **{"Factcheck-As": "Ana"}) as client:
        before, tags = asked(client, {})
        for number, change in enumerate(changes):
            change(newsroom)
            app.state.lists, kept = WrittenLists(), app.state.lists
            fresh, _ = asked(client, {})
            app.state.lists = kept
            assert asked(client, {})[0] == fresh, number
            again, tags = asked(client, tags)
            for was, now, then in zip(before, fresh, again, strict=True):
                assert then == now or (then == 304 and was == now), number
            before = fresh


def test_a_list_that_one_has_is_not_sent_again(sqlite_sessions: Sessions) -> None:
    ingest(sqlite_sessions)
    with client_of(app_of(sqlite_sessions)) as client:
        first = client.get("/api/v1/claims")
        tag = first.headers["etag"]
        assert first.headers["cache-control"] == "private, no-cache"
        for named in (tag, f"W/{tag}", f'"other", {tag}', "*"):
            answer = client.get("/api/v1/claims", headers={"If-None-Match": named})
            assert (answer.status_code, answer.content, answer.headers["etag"]) == (304, b"", tag)
        for named in ('"other"', "", f'"x{tag[1:]}'):
            assert client.get("/api/v1/claims", headers={"If-None-Match": named}).json() == first.json()
        assert client.get("/api/v1/claims?article=bridge").headers["etag"] != tag


def test_lists_that_were_written_take_no_more_room_than_they_may(sqlite_sessions: Sessions) -> None:
    lists = WrittenLists(10_000)
    for number in range(200):
        lists.put(f"/api/v1/claims?{number}={'x' * 3000}", "state", b"{}")
    assert sum(len(asked_) for asked_ in lists._kept) < 10_000
    assert lists.get(f"/api/v1/claims?199={'x' * 3000}", "state") == b"{}"
    lists.put("too large", "state", b"x" * 20_000)
    assert lists.get("too large", "state") is None
    lists.put("a", "state", b"1")
    lists.put("a", "other", b"22")
    assert (lists.get("a", "state"), lists.get("a", "other")) == (None, b"22")


def test_a_list_for_one_is_no_list_for_a_stranger(sqlite_sessions: Sessions) -> None:
    ingest(sqlite_sessions)
    secret = people_it(sqlite_sessions)
    with client_of(app_of(sqlite_sessions)) as client:
        known = client.get("/api/v1/claims", headers={"Authorization": f"Bearer {secret}"})
        assert known.status_code == 200
        answer = client.get("/api/v1/claims", headers={"If-None-Match": known.headers["etag"]})
        assert answer.status_code == 401


def test_a_page_that_ends_where_the_list_does(sqlite_sessions: Sessions) -> None:
    ingest(sqlite_sessions)
    approve(sqlite_sessions)
    everything = list(reading.list_claims(sqlite_sessions, Wanted()))
    with client_of(app_of(sqlite_sessions)) as client:
        page = client.get("/api/v1/claims", params={"limit": len(everything)}).json()
        rest = client.get(page["next"]).json() if page["next"] else {"items": [], "next": None}
        assert rest == {"items": [], "next": None}
