from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from factcheck.domain.actors import Actor
from factcheck.domain.refs import parse_ref
from factcheck.domain.vocabulary import Role
from factcheck.services.doctor import examine_database
from factcheck.services.people import add_user
from factcheck.services.queries import ask_query
from factcheck.services.reading import show_claims
from factcheck.services.steps import take_claims
from factcheck.store.engine import Sessions
from tests.browser.browsing import SEEDS, Window, Windows, browser, windows
from tests.making import ANA, ED, approve, ingest, refs

__all__ = ("browser", "windows")
pytestmark = pytest.mark.slow

ARTICLE = (SEEDS / "rednote-newcomers.txt").read_text()
PASSWORD = "correct horse battery"


@pytest.fixture
def people(sessions: Sessions) -> None:
    for name, role in (("Eva", Role.ADMIN), ("Ana", Role.CHECKER), ("Ed", Role.EDITOR)):
        add_user(sessions, Actor("Eva"), name, role, password=PASSWORD)


def said(page: Page, words: str | re.Pattern[str]) -> None:
    expect(page.locator("#said")).to_have_text(words)


def open_claim(window: Window, slug: str, n: int) -> Page:
    page = window.go(f"/articles/{slug}?claim={n}")
    expect(page.locator("#panel-title")).to_have_text(f"{slug}#{n}")
    return page


@pytest.mark.parametrize("database", ["sqlite", "postgresql"], indirect=True)
@pytest.mark.usefixtures("people")
def test_a_day_at_the_desk(windows: Windows, sessions: Sessions) -> None:
    """From signing in to the public page; what the editor signs, the checker sees without loading again."""
    checker, editor = windows.open(), windows.open()
    checker.sign_in("Ana", PASSWORD)
    page = checker.page
    page.fill("#text", "The bridge cost 4 million euros. It opened in 1932.")
    page.fill("#slug", "bridge")
    page.click("button:has-text('Take it in')")
    page.wait_for_url("**/articles/bridge*")

    page.keyboard.press("j")
    expect(page.locator("#panel-title")).to_have_text("bridge#1")
    page.keyboard.press("e")
    page.keyboard.type("https://evidence.example/bridge")
    page.keyboard.press("Escape")
    page.keyboard.press("1")
    expect(page.locator("#c1")).to_have_class(re.compile("s-checked"))
    said(page, "bridge#1 is marked: Verified.")

    page.keyboard.press("u")  # and taken back
    expect(page.locator("#c1")).to_have_class(re.compile("s-in_review"))
    page.keyboard.press("1")
    expect(page.locator("#c1")).to_have_class(re.compile("s-checked"))
    page.keyboard.press("n")
    expect(page.locator("#panel-title")).to_have_text("bridge#2")
    page.keyboard.press("1")
    said(page, re.compile("needs a piece of evidence"))
    page.fill("#url", "https://evidence.example/bridge")
    page.click("button:has-text('Verified')")
    expect(page.locator("#progress")).to_contain_text("2 of 2 checked")
    page.keyboard.press("k")
    expect(page.locator("#panel-title")).to_have_text("bridge#1")
    page.keyboard.press("j")
    expect(page.locator("#panel-title")).to_have_text("bridge#2")

    editor.sign_in("Ed", PASSWORD)
    for n in (1, 2):
        second = open_claim(editor, "bridge", n)
        second.keyboard.press("a")
        expect(second.locator(f"#c{n}")).to_have_class(re.compile("s-approved"))
        expect(page.locator(f"#c{n}")).to_have_class(re.compile("s-approved"))  # without loading it again

    editor.go("/articles/bridge/gate").click("button:has-text('Publish')")
    said(editor.page, "Published.")
    expect(page.locator("#c1")).to_have_class(re.compile("s-published"))

    checker.go("/articles/bridge/revise").fill("#text", "The bridge cost 5 million euros. It opened in 1932.")
    page.click("button:has-text('Show what it does')")
    expect(page.locator(".changes ins")).to_have_text("5")
    page.click("button:has-text('Make it the text')")
    expect(page.locator("#c1")).to_have_class(re.compile("s-reopened"))

    reader = windows.open()
    public = reader.go("/published/bridge")
    expect(public.locator("#c2 .verdict")).to_have_text("Verified")
    expect(public.locator("#c1")).to_contain_text("Being looked at again")
    assert "ClaimReview" in (public.locator("script[type='application/ld+json']").text_content() or "")
    assert examine_database(sessions) == []


@pytest.mark.usefixtures("people")
def test_two_at_one_claim_see_both_versions(windows: Windows, sessions: Sessions) -> None:
    ingest(sessions, actor=Actor("Eva"))
    one, two = windows.open(), windows.open(java_script_enabled=False)
    one.sign_in("Ana", PASSWORD)
    two.sign_in("Eva", PASSWORD)
    page, plain = open_claim(one, "bridge", 1), open_claim(two, "bridge", 1)
    page.route("**/events/stream**", lambda route: route.abort())
    page.reload()
    plain.fill("#note", "Mine")
    open_claim(windows.opened[0], "bridge", 1)
    plain.fill("#url", "https://evidence.example/eva")
    page.fill("#url", "https://evidence.example/ana")
    page.fill("#note", "My own note")
    plain.click("button:has-text('Mostly true')")
    page.click("button:has-text('Verified')")
    dialog = page.locator("#conflict")
    expect(dialog).to_contain_text("has changed meanwhile")
    expect(dialog.locator("[aria-label=Yours]")).to_contain_text("Verified")
    expect(dialog.locator("[aria-label=Theirs]")).to_contain_text("Mostly true")
    expect(dialog.locator("button")).to_have_count(0)  # a checked claim is not marked over
    page.click("text=Look at theirs")
    expect(page.locator("#panel .state")).to_contain_text("Mostly true")
    expect(page.locator("#more-url")).to_have_value("https://evidence.example/ana")  # and is not lost
    said(page, "What you wrote and did not send: My own note")
    assert show_claims(sessions, refs("bridge#1")[0])[0].verdict == "mostly_true"
    errors = windows.opened[0].errors
    assert all("ERR_FAILED" in one for one in errors)  # the stream that this test cut off
    errors.clear()


def test_a_conflict_that_can_be_settled_is(windows: Windows, sessions: Sessions) -> None:
    ingest(sessions)
    window = windows.open()
    window.sign_in("Ana")
    page = open_claim(window, "bridge", 1)
    page.route("**/events/stream**", lambda route: route.abort())
    page.reload()
    ask_query(sessions, ED, parse_ref("bridge#1"), "Since when?")
    page.fill("#note", "Three archives.")
    page.click("button:has-text('Unproven')")
    page.click("text=Do mine all the same")
    expect(page.locator("#panel .state")).to_contain_text("Unproven")
    assert show_claims(sessions, refs("bridge#1")[0])[0].note == "Three archives."
    window.errors[:] = [one for one in window.errors if "ERR_FAILED" not in one]  # the stream again


def test_a_second_click_means_the_first(windows: Windows, sessions: Sessions) -> None:
    ingest(sessions)
    window = windows.open()
    window.sign_in("Ana")
    page = open_claim(window, "bridge", 1)
    page.fill("#question", "Since when?")
    page.dblclick("button:has-text('Ask')")
    said(page, "bridge#1 has a question.")
    assert len(show_claims(sessions, refs("bridge#1")[0])[0].queries) == 1


def test_a_filter_stays_while_one_walks(windows: Windows, sessions: Sessions) -> None:
    ingest(sessions, ARTICLE, "rednote")
    window = windows.open()
    window.sign_in("Ana")
    page = window.go("/articles/rednote?show=figures")
    page.keyboard.press("j")
    page.wait_for_url("**claim=*")
    assert "show=figures" in page.url
    page.reload()
    expect(page.locator(".filters [aria-current]")).to_have_text("Figures")


def test_a_page_that_cannot_be_kept_is_told(windows: Windows, sessions: Sessions) -> None:
    ingest(sessions)
    window = windows.open()
    window.sign_in("Ana")
    page = open_claim(window, "bridge", 1)
    page.click("text=Attach evidence")
    page.fill("#more-url", "http://127.0.0.1:1/page")
    page.check("text=keep the page as it is now")
    page.click("button:has-text('Attach')")
    said(page, re.compile("bridge#1 has new evidence. No snapshot: 127.0.0.1 is asked for on port 1"))


def test_without_modules_everything_is_links_and_forms(windows: Windows, sessions: Sessions) -> None:
    ingest(sessions)
    window = windows.open(java_script_enabled=False)
    window.sign_in("Ana")
    page = window.go("/articles/bridge")
    page.click("#c1")
    expect(page.locator("#panel-title")).to_have_text("bridge#1")
    page.fill("#url", "https://evidence.example/page")
    page.click("button:has-text('Verified')")
    expect(page.locator("#c1")).to_have_class(re.compile("s-checked"))
    page.click("button:has-text('Undo')")
    expect(page.locator("#c1")).to_have_class(re.compile("s-in_review"))
    page.fill("#question", "In which year?")
    page.click("button:has-text('Ask')")
    expect(page.locator(".queries")).to_contain_text("In which year?")
    window.go("/queue").click("text=Take what matters most")
    expect(page.locator("#panel .state")).to_contain_text("taken by Ana")
    page.click("button:has-text('Sign out')")
    window.go("/")
    assert "/sign-in" in page.url


def test_the_last_mark_is_taken_back_from_anywhere(windows: Windows, sessions: Sessions) -> None:
    ingest(sessions)
    window = windows.open()
    window.sign_in("Ana")
    page = open_claim(window, "bridge", 1)
    page.fill("#note", "Three archives.")
    page.keyboard.press("Escape")
    page.keyboard.press("8")
    expect(page.locator("#c1")).to_have_class(re.compile("s-checked"))
    page.keyboard.press("j")
    expect(page.locator("#panel-title")).to_have_text("bridge#2")
    page.keyboard.press("u")
    expect(page.locator("#panel-title")).to_have_text("bridge#1")
    expect(page.locator("#c1")).to_have_class(re.compile("s-in_review"))


def test_enter_in_a_field_is_no_verdict(windows: Windows, sessions: Sessions) -> None:
    ingest(sessions)
    window = windows.open()
    window.sign_in("Ana")
    page = open_claim(window, "bridge", 1)
    page.fill("#url", "https://evidence.example/page")
    page.keyboard.press("Enter")
    page.wait_for_timeout(300)
    assert show_claims(sessions, refs("bridge#1")[0])[0].status == "unchecked"


def test_keys_can_be_switched_off(windows: Windows, sessions: Sessions) -> None:
    ingest(sessions)
    window = windows.open()
    window.sign_in("Ana")
    page = window.go("/articles/bridge")
    page.keyboard.press("?")
    page.uncheck("#keys-on")
    page.click("#keys button")
    page.keyboard.press("j")
    page.wait_for_timeout(200)
    expect(page.locator("#panel")).to_contain_text("Choose a sentence")
    page.reload()
    page.keyboard.press("j")
    page.wait_for_timeout(200)
    expect(page.locator("#panel")).to_contain_text("Choose a sentence")


PAGES = (
    "/", "/queue", "/queries", "/sources", "/sources/{source}", "/evidence", "/corrections", "/dashboard",
    "/ledger", "/policy", "/exports", "/users", "/search?q=app", "/articles/rednote",
    "/articles/rednote?claim=6", "/articles/rednote?claim=1", "/articles/rednote?show=figures",
    "/articles/rednote/gate", "/articles/rednote/revise",
    "/articles/rednote/diff/1/2", "/articles/rednote/history", "/articles/rednote/proof", "/published",
    "/published/bridge", "/embed/bridge", "/sign-in", "/articles/nowhere",
)  # fmt: skip


def fill(sessions: Sessions) -> int:
    from factcheck.services.ingest import Submission
    from factcheck.services.marking import mark_claims
    from factcheck.services.publishing import publish_article
    from factcheck.services.reading import list_sources
    from factcheck.services.revising import revise_article

    ingest(sessions, ARTICLE, "rednote")
    approve(sessions, "rednote#6")
    mark_claims(sessions, ANA, refs("rednote#1"), "unproven", note="Looked.")
    take_claims(sessions, ANA, refs("rednote#4"))
    ask_query(sessions, ANA, parse_ref("rednote#5"), "Since when?")
    text = ARTICLE.replace("Shanghai in 2013", "Shanghai in 2014")
    revise_article(sessions, ANA, "rednote", Submission(text, text.encode()))
    ingest(sessions, "The bridge cost 4 million euros.", "bridge")
    approve(sessions, "bridge#1")
    publish_article(sessions, ED, "bridge")
    return list_sources(sessions)[0].id


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_is_within_everybodys_reach(windows: Windows, sessions: Sessions, scheme: str) -> None:
    """axe-core finds nothing; nothing runs over the edge at 320 pixels."""
    source = fill(sessions)
    window = windows.open(color_scheme=scheme)
    window.sign_in("Ana")
    wrong: dict[str, object] = {}
    for path in PAGES:
        page = window.go(path.format(source=source))
        page.set_viewport_size({"width": 1280, "height": 800})
        if found := window.violations():
            wrong[path] = found[:5]
        page.set_viewport_size({"width": 320, "height": 700})
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > 320:
            wrong[path + " at 320"] = wide
    assert wrong == {}
