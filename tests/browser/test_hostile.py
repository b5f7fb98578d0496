"""What people and articles bring along runs nowhere; what strangers send does nothing."""

from __future__ import annotations

import json
import re

import httpx
import pytest
from playwright.sync_api import expect

from factcheck.domain.actors import Actor, named_actor
from factcheck.domain.links import NewEvidence
from factcheck.domain.refs import parse_ref
from factcheck.domain.vocabulary import Role, Stance
from factcheck.errors import BadInput
from factcheck.services.evidence import attach_evidence
from factcheck.services.ingest import Submission, ingest_article
from factcheck.services.marking import mark_claims
from factcheck.services.people import add_user
from factcheck.services.publishing import Notice, publish_article
from factcheck.services.queries import answer_query, ask_query
from factcheck.services.reading import list_sources, show_claims
from factcheck.services.steps import approve_claims, reopen_claims
from factcheck.store.engine import Sessions
from tests.browser.browsing import Window, Windows, browser, served, windows
from tests.making import ED, ingest, refs

__all__ = ("browser", "windows")
pytestmark = pytest.mark.slow

RUN = "<script>window.ran=1</script><img src=x onerror=window.ran=1>\"'><svg onload=window.ran=1>"
END = "</script><script>window.ran=1</script>"
MALLORY = named_actor(f"Mallory {RUN[:60]}")
PASSWORD = "correct horse battery"


def people_of(origin: str) -> httpx.Client:
    """A program that speaks as a page of the desk does."""
    return httpx.Client(base_url=origin, headers={"Origin": origin})


def fill(sessions: Sessions) -> int:
    """Payloads in every field that somebody writes."""
    said = f"According to Statista, the bridge cost 4 million euros. It opened {RUN} in 1932 {END}."
    text = f"{END} Headline {RUN}\n\nBy {RUN}\n\n{said}"
    bad = Submission(
        text, text.encode(), slug="bad", headline=RUN + END, byline=RUN, origin=END, language="en"
    )
    done = ingest_article(sessions, MALLORY, bad)
    link = "https://evil.example/%3Cscript%3E\"'><img/src=x/onerror=window.ran=1>"
    piece = NewEvidence(
        link, stance=Stance.SUPPORTS, quote=RUN + END, title=RUN, publisher=RUN, note=END, primary=True
    )
    other = NewEvidence("https://b.example/x", stance=Stance.SUPPORTS)
    for n in range(1, done.article.claims + 1):
        ref = f"bad#{n}"
        attach_evidence(sessions, MALLORY, parse_ref(ref), piece)
        attach_evidence(sessions, MALLORY, parse_ref(ref), other)
        ask_query(sessions, MALLORY, parse_ref(ref), RUN)
        answer_query(sessions, MALLORY, parse_ref(ref), END)
        mark_claims(sessions, MALLORY, refs(ref), "verified", note=RUN + END)
    approve_claims(sessions, ED, refs("bad#all"))
    publish_article(sessions, ED, "bad")
    reopen_claims(sessions, MALLORY, refs("bad#1"), RUN + END)
    mark_claims(sessions, MALLORY, refs("bad#1"), "mostly_true", note=RUN)
    approve_claims(sessions, ED, refs("bad#1"))
    publish_article(sessions, ED, "bad", notice=Notice(text=RUN + END))
    return list_sources(sessions)[0].id


def test_nothing_that_is_stored_runs(windows: Windows, sessions: Sessions) -> None:
    source = fill(sessions)
    window = windows.open()
    window.sign_in(MALLORY.name)
    for path in (
        "/", "/queue", "/queries", "/sources", f"/sources/{source}", "/evidence", "/corrections",
        "/dashboard", "/ledger", "/users", "/search?q=script", f"/search?q={RUN}", "/articles/bad",
        "/articles/bad?claim=1",
        "/articles/bad?claim=2", "/articles/bad/gate", "/articles/bad/revise", "/articles/bad/history",
        "/articles/bad/proof", "/published", "/published/bad", "/embed/bad", f"/sign-in?next={RUN}",
    ):  # fmt: skip
        page = window.go(path)
        assert page.evaluate("window.ran") is None, path
        foreign = page.locator("script:not([src^='/static/']):not([type='application/ld+json'])")
        assert foreign.count() == 0, path
        assert page.locator("img, svg[onload], [onerror], a[href^='javascript:']").count() == 0, path
    found = window.go("/published/bad").locator("script[type='application/ld+json']").text_content()
    assert END in json.dumps(json.loads(found or ""), ensure_ascii=False)


def test_feeds_and_frames_hold_what_hostile_people_wrote(sessions: Sessions, database: str) -> None:
    fill(sessions)
    with served(database, sessions) as origin, httpx.Client(base_url=origin) as client:
        for kind in ("atom", "rss"):
            answer = client.get(f"/published/feed.{kind}")
            assert answer.headers["content-type"].startswith(f"application/{kind}+xml")
            assert "<script" not in answer.text
        told = client.get("/oembed", params={"url": f"{origin}/published/bad"}).json()
        frame = r'<iframe src="[^"<>]*" width="640" height="480" title="[^"<>]*" sandbox="[^"<>]*"></iframe>'
        assert re.fullmatch(frame, told["html"])
        assert client.get("/oembed", params={"url": "https://evil.example/published/bad"}).status_code == 404
        assert "frame-ancestors *" in client.get("/embed/bad").headers["content-security-policy"]
        assert "frame-ancestors 'none'" in client.get("/published/bad").headers["content-security-policy"]


@pytest.mark.parametrize("link", ["javascript:alert(1)", "data:text/html,<script>", " java\nscript:alert(1)"])
def test_a_link_that_would_run_is_none(sessions: Sessions, link: str) -> None:
    ingest(sessions)
    with pytest.raises(BadInput):
        attach_evidence(sessions, MALLORY, parse_ref("bridge#1"), NewEvidence(link))


def test_a_page_elsewhere_can_send_nothing(windows: Windows, sessions: Sessions) -> None:
    """A form on another site, in the browser of somebody who is signed in."""
    ingest(sessions)
    window = windows.open()
    window.sign_in("Ana")
    elsewhere = windows.origin.replace("localhost", "127.0.0.1")
    take = f"{windows.origin}/articles/bridge/claims/1/take"
    form = f'<form method="post" action="{take}"><button>Win</button></form>'
    window.context.route(f"{elsewhere}/win", lambda route: route.fulfill(body=form, content_type="text/html"))
    page = window.page
    page.goto(f"{elsewhere}/win")
    page.click("button")
    expect(page.locator("body")).to_contain_text("another site")
    assert show_claims(sessions, refs("bridge#1")[0])[0].status == "unchecked"
    window.strangers.clear()  # the page elsewhere that this test made


def test_a_session_is_new_at_sign_in_and_over_at_sign_out(sessions: Sessions, database: str) -> None:
    for name, role in (("Eva", Role.ADMIN), ("Ana", Role.CHECKER)):
        add_user(sessions, Actor("Eva"), name, role, password=PASSWORD)
    with (
        served(database, sessions) as origin,
        httpx.Client(base_url=origin, headers={"Origin": origin}) as client,
    ):
        planted = "planted-by-somebody-else"
        client.cookies.set("factcheck", planted)
        answer = client.post("/sign-in", data={"name": "Ana", "password": PASSWORD})
        assert answer.status_code == 303
        secret = answer.cookies["factcheck"]
        assert secret != planted
        cookie = answer.headers["set-cookie"]
        assert "HttpOnly" in cookie
        assert "SameSite=lax" in cookie
        assert httpx.get(origin + "/api/v1/me", cookies={"factcheck": planted}).status_code == 401
        again = client.post("/sign-in", data={"name": "Ana", "password": PASSWORD}).cookies["factcheck"]
        assert httpx.get(origin + "/api/v1/me", cookies={"factcheck": secret}).status_code == 401
        client.post("/sign-out")
        assert httpx.get(origin + "/api/v1/me", cookies={"factcheck": again}).status_code == 401
        assert (
            httpx.get(origin + "/articles/x", cookies={"factcheck": again})
            .headers["location"]
            .startswith("/sign-in")
        )


def test_guessing_passwords_is_slowed_down(sessions: Sessions, database: str) -> None:
    add_user(sessions, Actor("Eva"), "Eva", Role.ADMIN, password=PASSWORD)
    with (
        served(database, sessions) as origin,
        httpx.Client(base_url=origin, headers={"Origin": origin}) as client,
    ):
        tried = [
            client.post("/sign-in", data={"name": "Eva", "password": f"wrong {n}"}).status_code
            for n in range(7)
        ]
        assert tried == [401] * 5 + [429] * 2
        assert client.post("/sign-in", data={"name": "Eva", "password": PASSWORD}).status_code == 429
        unknown = client.post("/sign-in", data={"name": "Nobody", "password": "wrong"})
        assert (unknown.status_code, "go together" in unknown.text) == (401, True)


def test_a_checker_never_signs_their_own_check(windows: Windows, sessions: Sessions) -> None:
    ingest(sessions)
    mark_claims(sessions, Actor("Ana"), refs("bridge#1"), "unproven", note="Looked.")
    window: Window = windows.open()
    window.sign_in("Ana")
    page = window.go("/articles/bridge?claim=1")
    assert page.locator("button[data-key=a]").count() == 0
    answer = page.request.post(
        windows.origin + "/articles/bridge/claims/1/approve", form={}, headers={"Origin": windows.origin}
    )
    assert answer.status == 409
    assert show_claims(sessions, refs("bridge#1")[0])[0].approved_by is None


def test_behind_https_the_cookie_is_this_hosts_alone(sessions: Sessions, database: str) -> None:
    ours = {"Origin": "https://desk.example", "Host": "desk.example"}
    with served(database, sessions, address="https://desk.example") as origin:
        cookie = httpx.post(f"{origin}/sign-in", data={"name": "Ana"}, headers=ours).headers["set-cookie"]
        strange = httpx.get(origin, headers={"Host": "evil.example"})
    assert cookie.startswith("__Host-factcheck=")
    assert "Secure" in cookie
    assert "Path=/;" in cookie
    assert "Domain" not in cookie
    assert strange.status_code == 421
