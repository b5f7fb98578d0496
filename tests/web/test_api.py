"""The API's contract: the same JSON as everywhere, pages without a gap, versions that are kept."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from factcheck.cli import run
from factcheck.domain.refs import Ref
from factcheck.domain.vocabulary import Kind, Status
from factcheck.exports import FORMATS
from factcheck.services import queries, reading, steps
from factcheck.services.exporting import export_claims
from factcheck.services.marking import mark_claims
from factcheck.services.reading import Wanted
from factcheck.store.engine import Sessions
from tests.evidence.serving import Site, serving
from tests.making import ANA, PAGE, approve, ingest, refs
from tests.web.newsrooms import app_of, client_of, served
from tests.web.operations import operations
from tests.web.seeding import TEXT, people_it, seed

CLAIM = "/api/v1/articles/rednote/claims/1"


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Site]:
    monkeypatch.setenv("FACTCHECK_SNAPSHOTS", str(tmp_path / "shelf"))
    with serving() as served_:
        monkeypatch.setenv("FACTCHECK_FETCH_ALLOW", served_.address)
        yield served_


@pytest.fixture
def seeded(sessions: Sessions, database: str, site: Site) -> Sessions:
    seed(sessions, database, site)
    return sessions


@pytest.fixture
def ana(seeded: Sessions, database: str) -> Iterator[httpx.Client]:
    with client_of(app_of(seeded, database), **{"Factcheck-As": "Ana"}) as client:
        yield client


def dumped(claims: Any) -> list[dict[str, Any]]:
    return [one.model_dump(mode="json") for one in claims]


def test_a_claim_is_the_same_json_on_the_command_line(
    ana: httpx.Client, database: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["--database", database, "show", "rednote#1", "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    answer = ana.get(CLAIM)
    assert answer.json() == (shown[0] if isinstance(shown, list) else shown)
    assert answer.headers["etag"] == f'"v{answer.json()["version"]}"'
    assert run(["--database", database, "claims", "--nl"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert ana.get("/api/v1/claims").json() == {"items": lines, "next": None}


DECIDED = [Status.APPROVED, Status.NOT_CHECKABLE]
FILTERS: dict[str, tuple[dict[str, Any], Wanted]] = {
    "article": ({"article": "public"}, Wanted(article="public")),
    "status": ({"status": ["approved", "not_checkable"]}, Wanted(statuses=DECIDED)),
    "verdict": ({"verdict": "verified"}, Wanted(verdicts=["verified"])),
    "kind": ({"kind": "question"}, Wanted(kinds=[Kind.QUESTION])),
    "source": ({"source": "Statista"}, Wanted(source="Statista")),
    "assignee": ({"assignee": "Ana"}, Wanted(assignee="Ana")),
    "query": ({"query": "wells dug"}, Wanted(query="wells dug")),
    "orphaned": ({"orphaned": "true"}, Wanted(orphaned=True)),
    "standing": ({"orphaned": "false"}, Wanted(orphaned=False)),
    "flagged": ({"flagged": "true"}, Wanted(flagged=True)),
    "both": ({"article": "rednote", "kind": "question"}, Wanted(article="rednote", kinds=[Kind.QUESTION])),
}  # fmt: skip


def test_every_filter_is_the_services_own(ana: httpx.Client, seeded: Sessions) -> None:
    steps.take_claims(seeded, ANA, refs("rednote#3"))
    everything = dumped(reading.list_claims(seeded, Wanted()))
    for name, (asked, wanted) in FILTERS.items():
        found = ana.get("/api/v1/claims", params=asked).json()["items"]
        assert found == dumped(reading.list_claims(seeded, wanted)), name
        assert len(found) < len(everything), name
        if name != "flagged":
            assert found, name


def walked(client: httpx.Client, path: str, **params: Any) -> Iterator[Any]:
    address: str | None = str(httpx.URL(path, params=params))
    while address is not None:
        page = client.get(address).json()
        assert len(page["items"]) <= params["limit"]
        yield from page["items"]
        address = page["next"]


@pytest.mark.parametrize("limit", [1, 2, 3, 7, 1000])
def test_pages_leave_no_gap_and_tell_nothing_twice(ana: httpx.Client, seeded: Sessions, limit: int) -> None:
    everything = dumped(reading.list_claims(seeded, Wanted()))
    assert list(walked(ana, "/api/v1/claims", limit=limit)) == everything
    standing = dumped(reading.list_claims(seeded, Wanted(article="rednote", query="the")))
    assert len(standing) > 3
    assert list(walked(ana, "/api/v1/claims", limit=limit, article="rednote", query="the")) == standing
    assert list(walked(ana, "/api/v1/articles", limit=limit)) == dumped(reading.list_articles(seeded))
    told = [event for _, event in reading.event_feed(seeded, 0, 1000)]
    found = list(walked(ana, "/api/v1/events", limit=limit))
    assert [one.pop("id") for one in found] == sorted(n for n, _ in reading.event_feed(seeded, 0, 1000))
    assert found == dumped(told)
    history = dumped(reading.article_history(seeded, "rednote"))
    assert list(walked(ana, "/api/v1/articles/rednote/history", limit=limit)) == history
    house = dumped(reading.house_history(seeded))
    assert list(walked(ana, "/api/v1/history", limit=limit)) == house


def test_a_page_after_nothing_is_refused(ana: httpx.Client) -> None:
    for path, after in (("articles", "nowhere"), ("claims", "rednote#99"), ("claims", "rednote#all")):
        answer = ana.get(f"/api/v1/{path}", params={"after": after})
        assert answer.status_code in (404, 422), path


STALE: dict[str, Any] = {
    "take": {},
    "mark": {"verdict": "verified", "note": "Looked."},
    "skip": {"reason": "opinion"},
    "tick": {"checkpoint": 1},
    "evidence": {"url": PAGE.url},
    "approve": {},
    "return": {"reason": "why"},
    "reopen": {"reason": "why"},
    "withdraw": {"reason": "why"},
    "undo": {},
    "release": {},
}


def test_a_change_based_on_an_old_version_shows_both(ana: httpx.Client, seeded: Sessions) -> None:
    before = ana.get(CLAIM).json()["version"]
    queries.answer_query(seeded, ANA, Ref("rednote", 1), "Since 2013.")
    queries.ask_query(seeded, ANA, Ref("rednote", 1), "And now?")
    now = ana.get(CLAIM).json()
    assert now["version"] > before
    for step, body in STALE.items():
        answer = ana.post(f"{CLAIM}/{step}", json=body, headers={"If-Match": f'"v{before}"'})
        told = answer.json()
        assert (answer.status_code, told["code"]) == (409, "stale_version"), (step, told)
        assert (told["current"], told["yours"]) == (now, before), step
        assert answer.headers["content-type"] == "application/problem+json"
    assert ana.get(CLAIM).json() == now
    done = ana.post(f"{CLAIM}/take", headers={"If-Match": f'"v{now["version"]}"'})
    assert (done.status_code, done.headers["etag"]) == (200, f'"v{now["version"] + 1}"')
    assert ana.post(f"{CLAIM}/release", headers={"If-Match": "*"}).status_code == 200


@pytest.mark.parametrize("named", ["v3", '"3"', 'W/"v3"', '"v3", "v4"', '"v99999999999"', ""])
def test_an_if_match_that_names_no_version_changes_nothing(ana: httpx.Client, named: str) -> None:
    before = ana.get(CLAIM).json()
    answer = ana.post(f"{CLAIM}/take", headers={"If-Match": named})
    assert (answer.status_code, answer.json()["code"]) == (422, "bad_input")
    assert ana.get(CLAIM).json() == before


def test_a_closed_gate_says_what_stands_in_the_way(ana: httpx.Client, seeded: Sessions) -> None:
    approve(seeded, "rednote#7")
    answer = ana.post("/api/v1/articles/rednote/publish")
    told = answer.json()
    assert (answer.status_code, told["code"]) == (409, "gate_closed")
    assert told["findings"] == ana.get("/api/v1/articles/rednote/gate").json()["findings"]
    assert {"rednote#1", "rednote#2"} <= {one["ref"] for one in told["findings"]}


@pytest.mark.parametrize("format_name", FORMATS)
def test_an_export_is_the_services_own_and_comes_in_pieces(
    sqlite_sessions: Sessions, format_name: str
) -> None:
    ingest(sqlite_sessions, TEXT, "rednote")
    approve(sqlite_sessions, "rednote#4")
    expected = b"".join(export_claims(sqlite_sessions, Wanted(article="rednote"), format_name))
    with served(app_of(sqlite_sessions)) as address, httpx.Client(base_url=address) as client:
        path, asked = f"/api/v1/exports/{format_name}", {"article": "rednote"}
        with client.stream("GET", path, params=asked) as answer:
            assert answer.headers["transfer-encoding"] == "chunked"
            assert answer.headers["content-disposition"].startswith('attachment; filename="rednote.')
            assert answer.read() == expected
        with client.stream("GET", path, params=asked):
            pass  # who goes away half-way leaves nothing behind
        assert client.get(path, params={"article": "nowhere"}).status_code == 404
        verified = client.get(path, params={**asked, "verified": "true"})
    assert verified.content == b"".join(
        export_claims(sqlite_sessions, Wanted(article="rednote"), format_name, verified=True)
    )


def test_the_list_as_it_stood(ana: httpx.Client, seeded: Sessions) -> None:
    then = max(one.updated_at for one in reading.list_claims(seeded, Wanted()))
    mark_claims(seeded, ANA, refs("rednote#3"), "unproven", note="Looked.")
    now = ana.get("/api/v1/exports/json", params={"article": "rednote"}).json()
    asked = {"article": "rednote", "as_of": then.isoformat()}
    before = ana.get("/api/v1/exports/json", params=asked).json()
    assert [one["status"] for one in now] != [one["status"] for one in before]


def test_nobody_unknown_looks_at_anything(
    sqlite_sessions: Sessions, sqlite_database: str, site: Site
) -> None:
    seed(sqlite_sessions, sqlite_database, site)
    people_it(sqlite_sessions)
    before = reading.event_feed(sqlite_sessions, 0, 1000)
    app = app_of(sqlite_sessions, sqlite_database)
    nobody: list[dict[str, str]] = [{}, {"Factcheck-As": "Boss"}, {"Authorization": "Basic Qm9zczp4"}]
    with client_of(app) as client:
        for asked in operations(app):
            for headers in nobody:
                answer = asked.send(client, **headers)
                assert answer.status_code == 401, (asked.id, answer.text)
                assert answer.headers["www-authenticate"].startswith("Bearer")
                assert answer.json()["code"] == "not_signed_in"
        assert client.get("/metrics").status_code == 401
        assert {client.get(f"/health/{one}").status_code for one in ("live", "ready")} == {200}
    assert reading.event_feed(sqlite_sessions, 0, 1000) == before


def test_a_misspelt_parameter_is_refused(ana: httpx.Client) -> None:
    for path, wrong in (
        ("claims", "verdit=false"),
        ("exports/csv", "verfied=true"),
        ("me", "x"),
        ("next", "a=b"),
    ):
        answer = ana.request("POST" if path == "next" else "GET", f"/api/v1/{path}?{wrong}")
        assert (answer.status_code, answer.json()["code"]) == (422, "bad_input"), path
        assert f"“{wrong.partition('=')[0]}”" in answer.json()["detail"]
    assert "verified" in ana.get("/api/v1/exports/csv?verfied=true").json()["hint"]


def test_who_one_is(ana: httpx.Client, seeded: Sessions) -> None:
    assert ana.get("/api/v1/me").json() == {"name": "Ana", "role": "admin", "has_users": False}
    secret = people_it(seeded)
    answer = ana.get("/api/v1/me", headers={"Authorization": f"Bearer {secret}"})
    assert answer.json() == {"name": "Boss", "role": "admin", "has_users": True}
