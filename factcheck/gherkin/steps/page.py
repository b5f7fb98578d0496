"""Pages on the web: served here on loopback, attached, changed, and gone."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from pytest_bdd import given, parsers, then, when

from factcheck.gherkin.desk import Desk, Link
from factcheck.gherkin.steps.article import CHECKER, Notes, about

_PAGE = """<html><head><title>Report</title></head><body><aside>{advert}</aside><article><h1>The report</h1>
<p>In our yearly survey of people who use such apps we asked thirty thousand people in nine countries.</p>
<p>{says}</p>
<p>The figures were collected in the spring of the year and weighted by age, sex and place of living.</p>
</article></body></html>"""


@dataclass
class WebPage:
    """A page that a scenario writes: what it says, what it advertises; None says nothing any more."""

    url: str
    says: str | None = None
    advert: str = "Buy shoes"


@contextmanager
def _served() -> Iterator[WebPage]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            there = page.says is not None
            self.send_response(200 if there else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            if there:
                self.wfile.write(_PAGE.format(says=page.says, advert=page.advert).encode())

        def log_message(self, format: str, *args: object) -> None:
            """Keep quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    page = WebPage(f"http://127.0.0.1:{server.server_address[1]}/report")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield page
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture
def web_page(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[WebPage]:
    """A page that the desk may fetch, though it is on this machine; snapshots in a folder of their own."""
    with _served() as page:
        monkeypatch.setenv("FACTCHECK_FETCH_ALLOW", page.url.split("/")[2])
        monkeypatch.setenv("FACTCHECK_SNAPSHOTS", str(tmp_path / "snapshots"))
        yield page


@given(parsers.parse('a page on the web that says "{words}"'))
def there_is(web_page: WebPage, words: str) -> None:
    """Put a page on the web."""
    web_page.says = words


@given(parsers.parse('a checker attached that page to the claim about "{words}" for "{quote}"'))
@when(parsers.parse('a checker attaches that page to the claim about "{words}" for "{quote}"'))
def attach_page(desk: Desk, notes: Notes, web_page: WebPage, words: str, quote: str) -> None:
    """Attach the page that supports a claim, and keep it."""
    link = Link(web_page.url, "supports", quote)
    desk.attach(CHECKER, about(desk, notes, words).ref, link, keep=True)


@when("that page is gone")
def page_gone(web_page: WebPage) -> None:
    """Take the page off the web."""
    web_page.says = None


@when(parsers.parse('that page says "{words}" instead'))
def page_changes(web_page: WebPage, words: str) -> None:
    """Change the page's article."""
    web_page.says = words


@when(parsers.parse('that page advertises "{words}" instead'))
def advert_changes(web_page: WebPage, words: str) -> None:
    """Change what stands around the page's article."""
    web_page.advert = words


@when("the desk looks at its evidence again")
def look_again(desk: Desk) -> None:
    """Recheck all of it."""
    desk.recheck(CHECKER)


@then(parsers.parse('the desk can still show that page with "{words}"'))
def still_shown(desk: Desk, notes: Notes, words: str) -> None:
    """Open what was kept."""
    pieces = [piece for claim in desk.claims(notes.slug) for piece in claim.evidence if piece.snapshot]
    assert words in desk.kept_page(pieces[-1].id)


@then(parsers.parse('the words relied on for the claim about "{words}" are on the page'))
def found(desk: Desk, notes: Notes, words: str) -> None:
    """The quote was found."""
    assert [piece.quote_found for piece in about(desk, notes, words).evidence] == [True]


@then(parsers.parse('the words relied on for the claim about "{words}" are not on the page'))
def not_found(desk: Desk, notes: Notes, words: str) -> None:
    """The quote was not found."""
    assert [piece.quote_found for piece in about(desk, notes, words).evidence] == [False]
