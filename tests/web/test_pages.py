"""Every page answers, asked without a browser: a quick look at what tests/browser looks at closely."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import httpx
import pytest

from factcheck.domain.refs import RefRange
from factcheck.services.publishing import publish_article
from factcheck.services.reading import list_sources, show_claims
from factcheck.services.registering import merge_sources
from factcheck.store.engine import Sessions
from tests.making import ED, approve, ingest
from tests.web.newsrooms import HOME, app_of, client_of

PAGES = (
    "/", "/queue", "/queries", "/sources", "/sources/{source}", "/evidence", "/corrections", "/dashboard",
    "/ledger", "/policy", "/exports", "/users", "/search?q=bridge", "/articles/bridge",
    "/articles/bridge?claim=1&show=figures", "/articles/bridge/pieces?n=1&panel=2", "/articles/bridge/gate",
    "/articles/bridge/revise", "/articles/bridge/history", "/articles/bridge/proof", "/published",
    "/published/bridge", "/published/feed.atom", "/published/feed.rss", "/embed/bridge",
    f"/oembed?url={HOME}/published/bridge",
)  # fmt: skip


@pytest.fixture
def browser(sqlite_sessions: Sessions) -> Iterator[httpx.Client]:
    """Somebody signed in by name."""
    with closing(client_of(app_of(sqlite_sessions), Origin=HOME)) as client:
        assert client.post("/sign-in", data={"name": "Ana"}).status_code == 303
        yield client


def test_every_page_answers(browser: httpx.Client, sqlite_sessions: Sessions) -> None:
    ingest(sqlite_sessions, "According to Statista, the bridge cost 4 million euros. It opened in 1932.")
    for ref in ("bridge#1", "bridge#2"):
        approve(sqlite_sessions, ref)
    publish_article(sqlite_sessions, ED, "bridge")
    source = list_sources(sqlite_sessions)[0].id
    answers = {path: browser.get(path.format(source=source)).status_code for path in PAGES}
    assert answers == dict.fromkeys(PAGES, 200)
    assert browser.get("/articles/nowhere").status_code == 404


def test_forms_do_what_they_say(browser: httpx.Client, sqlite_sessions: Sessions) -> None:
    took = browser.post("/articles", data={"text": "The bridge cost 4 million euros.", "slug": "bridge"})
    assert took.headers["location"] == "/articles/bridge?done=taken_in"
    link = {"url": "https://evidence.example/page", "stance": "supports"}
    for act, fields, status in (
        ("take", {}, 303),
        ("query", {"text": "Since when?"}, 303),
        ("answer", {"text": "Since May."}, 303),
        ("evidence", link, 303),
        ("mark", {"verdict": "verified", "version": "1"}, 409),
        ("mark", {"verdict": "verified"}, 303),
        ("undo", {}, 303),
        ("skip", {"reason": "opinion"}, 303),
        ("reopen", {"reason": "No opinion."}, 303),
        ("mark", {"verdict": "verified"}, 303),
        ("approve", {}, 409),
        ("nonsense", {}, 404),
    ):
        answer = browser.post(f"/articles/bridge/claims/1/{act}", data=fields)
        assert answer.status_code == status, (act, answer.text)
    text = {"text": "The bridge cost 5 million euros.", "based_on": "1"}
    assert "<ins>5</ins>" in browser.post("/articles/bridge/revise", data=text).text
    assert browser.post("/articles/bridge/revise", data={**text, "do": "1"}).status_code == 303
    assert "<del>4</del>" in browser.get("/articles/bridge/diff/1/2").text
    late = browser.post(
        "/articles/bridge/revise", data={**text, "text": "It cost 6 million euros.", "do": "1"}
    )
    assert (late.status_code, "It cost 6 million euros." in late.text) == (409, True)
    assert 'name="based_on" value="1"' in late.text  # what she wrote stays bound to what she read
    assert browser.post("/articles/bridge/publish").status_code == 409
    assert browser.post("/articles/bridge/deadline", data={"deadline": "2026-12-01T18:00"}).status_code == 303
    assert "Unbroken" in browser.post("/ledger/verify").text
    assert browser.post("/ledger/seal").status_code == 303
    assert browser.post("/queue/next").headers["location"] == "/queue?done=nothing"
    person = {"name": "Eva", "role": "admin", "password": "correct horse battery"}
    assert browser.post("/users", data=person).status_code == 303
    assert browser.get("/").headers["location"].startswith("/sign-in")  # now everybody shows who they are


def test_a_refused_form_comes_back_with_what_was_written(
    browser: httpx.Client, sqlite_sessions: Sessions
) -> None:
    ingest(sqlite_sessions)
    said = {"url": "evidence.example", "quote": "4 million <euros>", "stance": "supports"}
    refused = browser.post("/articles/bridge/claims/1/evidence", data=said)
    assert refused.status_code == 422
    assert 'action="/articles/bridge/claims/1/evidence"' in refused.text
    assert "4 million &lt;euros&gt;</textarea>" in refused.text
    assert '<input type="hidden" name="stance" value="supports">' in refused.text


def test_a_version_that_never_was_is_a_conflict(browser: httpx.Client, sqlite_sessions: Sessions) -> None:
    ingest(sqlite_sessions)
    refused = browser.post("/articles/bridge/claims/1/skip", data={"version": "99", "reason": "opinion"})
    assert (refused.status_code, "opinion" in refused.text) == (409, True)


def test_questions_are_answered_where_they_are_listed(
    browser: httpx.Client, sqlite_sessions: Sessions
) -> None:
    ingest(sqlite_sessions)
    browser.post("/articles/bridge/claims/1/query", data={"text": "Since when?"})
    number = show_claims(sqlite_sessions, RefRange("bridge", 1, 1))[0].queries[0].id
    assert f'name="query" value="{number}"' in browser.get("/queries").text
    answer = {"text": "Since May.", "query": str(number), "back": "questions"}
    answered = browser.post("/articles/bridge/claims/1/answer", data=answer)
    assert answered.headers["location"] == "/queries?done=answer"
    assert "Since when?" not in browser.get("/queries").text
    assert "Since May." in browser.get("/queries?answered=1").text
    late = browser.post("/articles/bridge/claims/1/answer", data={**answer, "text": "Since June."})
    assert (late.status_code, "Since June.</textarea>" in late.text) == (404, True)


def test_what_cannot_be_checked_is_no_part_of_the_work(
    browser: httpx.Client, sqlite_sessions: Sessions
) -> None:
    ingest(sqlite_sessions, "The bridge cost 4 million euros. It opened in 1932. It is a beauty.")
    browser.post("/articles/bridge/claims/3/skip", data={"reason": "opinion"})
    approve(sqlite_sessions, "bridge#1")
    assert "1 of 2 checked, 1 not checkable" in browser.get("/articles/bridge").text
    assert "1 / 2 <small>1 not checkable</small>" in browser.get("/").text


def test_sources_are_listed_with_what_was_found_of_them(
    browser: httpx.Client, sqlite_sessions: Sessions
) -> None:
    text = "According to Statista, the bridge cost 4 million. Statista said it has 3 arches."
    ingest(sqlite_sessions, text)
    ingest(sqlite_sessions, "According to StatCorp, the mill is old.", "mill")
    approve(sqlite_sessions, "bridge#1")
    merge_sources(sqlite_sessions, ED, "StatCorp", "Statista")
    row = browser.get("/sources").text.split("Statista</a>")[1].split("</tr>")[0]
    assert "<td>3</td>" in row
    assert "Verified</span> 1" in row
    assert "2 without one" in row
