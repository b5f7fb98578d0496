from __future__ import annotations

import gzip
import io
from collections.abc import Iterator
from datetime import timedelta
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from pypdf import PdfWriter

from factcheck.domain.links import NewEvidence
from factcheck.domain.models import Claim
from factcheck.domain.refs import Ref
from factcheck.domain.vocabulary import Stance, Status
from factcheck.errors import FetchFailed, IntegrityFailure, NotFound
from factcheck.evidence.fetch import Page, fetch
from factcheck.evidence.shelf import Shelf, open_shelf
from factcheck.services import rechecking, snapshots
from factcheck.services.clock import now
from factcheck.services.doctor import examine_database
from factcheck.services.evidence import attach_evidence
from factcheck.services.marking import mark_claims
from factcheck.services.publishing import publish_article
from factcheck.services.reading import claim_history, show_claims
from factcheck.services.rechecking import Rechecked, due_evidence, recheck_evidence
from factcheck.services.snapshots import missing_snapshots, open_snapshot, take_snapshot
from factcheck.services.steps import approve_claims
from factcheck.store.engine import Sessions
from tests.evidence.serving import Answer, Site, answer, serving
from tests.making import ANA, ED, ingest, refs

TEXT = "The app has 218 million users. Its founder lives in Shanghai."
PAGE = """<html><head><title>Report</title></head><body>
<aside class="advert">{advert}</aside>
<article><h1>How many people use it</h1>
<p>In our yearly survey of people who use such apps we asked thirty thousand people in nine countries.</p>
<p>According to the survey, the app has {users} users, which is more than ever before in its history.</p>
<p>The figures were collected in the spring of the year and weighted by age, sex and place of living.</p>
</article></body></html>"""


def page(users: str = "“218 million”", advert: str = "Buy shoes") -> bytes:
    return PAGE.format(users=users, advert=advert).encode()


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as served:
        yield served


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return open_shelf(str(tmp_path / "shelf"))


def getter(site: Site) -> snapshots.Fetch:
    def get(url: str, headers: dict[str, str]) -> Page:
        return fetch(url, headers=headers, allowed=site.allowed)

    return get


def attach(sessions: Sessions, site: Site, shelf: Shelf, n: int, quote: str | None) -> int:
    """A claim verified by Ana and approved by Ed, on a page with a snapshot; the evidence's number."""
    piece = NewEvidence(site.url(f"/page-{n}"), stance=Stance.SUPPORTS, quote=quote)
    number = attach_evidence(sessions, ANA, Ref("app", n), piece).evidence[-1].id
    take_snapshot(sessions, shelf, getter(site), ANA, number)
    mark_claims(sessions, ANA, refs(f"app#{n}"), "verified")
    approve_claims(sessions, ED, refs(f"app#{n}"))
    return number


def look_again(sessions: Sessions, site: Site, shelf: Shelf) -> list[Rechecked]:
    waited: list[float] = []
    due = due_evidence(sessions)
    return list(recheck_evidence(sessions, shelf, getter(site), ANA, due, pause=waited.append))


def claim(sessions: Sessions, n: int) -> Claim:
    return show_claims(sessions, refs(f"app#{n}")[0])[0]


@pytest.fixture
def desk(sessions: Sessions, site: Site, shelf: Shelf) -> Sessions:
    """Two approved claims: the first relies on a figure, the second on words beside it."""
    ingest(sessions, TEXT, "app")
    site.pages["/page-1"] = site.pages["/page-2"] = page()
    attach(sessions, site, shelf, 1, 'the app has "218 million" users')
    attach(sessions, site, shelf, 2, "thirty thousand people in nine countries")
    return sessions


def test_a_snapshot_opens_with_its_source_gone(sessions: Sessions, shelf: Shelf) -> None:
    ingest(sessions, TEXT, "app")
    with serving() as site:
        site.pages["/page-1"] = answer(
            200, gzip.compress(page()), Content_Encoding="gzip", Content_Type="text/html"
        )
        number = attach(sessions, site, shelf, 1, "“218 million”")
    found = open_snapshot(sessions, shelf, number)
    assert found.body == page()
    assert "218 million" in (found.text or "")
    assert "Buy shoes" not in (found.text or "")
    piece = claim(sessions, 1).evidence[0]
    assert (piece.quote_found, piece.snapshot and piece.snapshot.state) == (True, "unchanged")
    assert examine_database(sessions) == []
    assert missing_snapshots(sessions, lambda: shelf) == []
    assert [event.action for event in claim_history(sessions, Ref("app", 1))][1] == "snapshot_taken"


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("the app has “218 million” users", True),
        ('the  app has "218 million"\nusers', True),
        ("the app has 218 million users", False),
        ("the app has “281 million” users", False),
        ("Buy shoes", True),
        (None, None),
    ],
)
def test_the_quote_is_looked_for(
    sessions: Sessions, site: Site, shelf: Shelf, quote: str | None, found: bool | None
) -> None:
    ingest(sessions, TEXT, "app")
    site.pages["/page-1"] = page()
    attach(sessions, site, shelf, 1, quote)
    assert claim(sessions, 1).evidence[0].quote_found is found


def test_pdf_and_images_are_kept_too(sessions: Sessions, site: Site, shelf: Shelf) -> None:
    ingest(sessions, TEXT, "app")
    blank = PdfWriter()
    blank.add_blank_page(100, 100)
    written = io.BytesIO()
    blank.write(written)
    kinds = (
        ("application/pdf", written.getvalue()),
        ("image/png", b"\x89PNG..."),
        ("application/pdf", b"none"),
    )
    for n, (kind, body) in enumerate(kinds, 1):
        site.pages[f"/{n}"] = answer(200, body, Content_Type=kind)
        piece = NewEvidence(site.url(f"/{n}"), quote="218 million")
        number = attach_evidence(sessions, ANA, Ref("app", 1), piece).evidence[-1].id
        take_snapshot(sessions, shelf, getter(site), ANA, number)
        assert open_snapshot(sessions, shelf, number).body == body
    assert [one.quote_found for one in claim(sessions, 1).evidence] == [None, None, None]


def test_a_page_that_is_not_there_is_no_snapshot(sessions: Sessions, site: Site, shelf: Shelf) -> None:
    ingest(sessions, TEXT, "app")
    number = attach_evidence(sessions, ANA, Ref("app", 1), NewEvidence(site.url("/none"))).evidence[-1].id
    with pytest.raises(FetchFailed, match="answers 404"):
        take_snapshot(sessions, shelf, getter(site), ANA, number)
    with pytest.raises(NotFound, match="has no snapshot"):
        open_snapshot(sessions, shelf, number)
    assert claim(sessions, 1).evidence[0].snapshot is None
    assert examine_database(sessions) == []


def test_one_byte_changed_on_the_shelf_is_found(desk: Sessions, shelf: Shelf, tmp_path: Path) -> None:
    file = sorted((tmp_path / "shelf").rglob("*.warc.gz"))[0]
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)
    found = missing_snapshots(desk, lambda: shelf)
    assert len(found) == 1
    assert "was altered" in found[0]
    assert str(file) in found[0]
    file.unlink()
    assert "is missing" in missing_snapshots(desk, lambda: shelf)[0]
    with pytest.raises((IntegrityFailure, NotFound)):
        [open_snapshot(desk, shelf, number) for number in (1, 2)]


def test_another_figure_sends_back_only_what_relied_on_it(desk: Sessions, site: Site, shelf: Shelf) -> None:
    site.pages["/page-1"] = site.pages["/page-2"] = page(users="“281 million”")
    done = look_again(desk, site, shelf)
    assert [(one.ref, one.state, one.sent_back) for one in done] == [
        ("app#1", "changed", True),
        ("app#2", "changed", False),
    ]
    first, second = claim(desk, 1), claim(desk, 2)
    assert (first.status, first.verdict, first.assignee) == (Status.IN_REVIEW, None, "Ana")
    assert "stands no more on" in (first.reason or "")
    assert "it says “According to the survey, the app has “281 million” users" in (first.reason or "")
    assert (second.status, second.verdict) == (Status.APPROVED, "verified")
    assert first.evidence[0].quote_found is False
    assert examine_database(desk) == []
    assert [one.state for one in look_again(desk, site, shelf)] == ["changed", "changed"]
    assert claim(desk, 1).version == first.version


def test_another_advertisement_changes_nothing(desk: Sessions, site: Site, shelf: Shelf) -> None:
    before = [claim(desk, n) for n in (1, 2)]
    site.pages["/page-1"] = site.pages["/page-2"] = page(advert="Buy a hat, at 281 million shops")
    assert [(one.state, one.sent_back) for one in look_again(desk, site, shelf)] == [("unchanged", False)] * 2
    assert [claim(desk, n) for n in (1, 2)] == before


def test_a_published_claim_is_opened_again(desk: Sessions, site: Site, shelf: Shelf) -> None:
    publish_article(desk, ED, "app")
    site.pages["/page-1"] = page(users="“281 million”")
    look_again(desk, site, shelf)
    assert claim(desk, 1).status is Status.REOPENED


def test_a_page_without_a_quote_is_flagged_not_sent_back(
    sessions: Sessions, site: Site, shelf: Shelf
) -> None:
    ingest(sessions, TEXT, "app")
    site.pages["/page-1"] = page()
    attach(sessions, site, shelf, 1, None)
    site.pages["/page-1"] = page(users="“281 million”")
    assert [one.sent_back for one in look_again(sessions, site, shelf)] == [False]
    found = claim(sessions, 1)
    assert (found.status, found.recheck) == (
        Status.APPROVED,
        f"the page of its evidence changed: {site.url('/page-1')}",
    )
    assert examine_database(sessions) == []


@pytest.mark.parametrize(
    ("status", "state"), [(404, "gone"), (410, "gone"), (500, "unreachable"), (403, "unreachable")]
)
def test_a_page_that_goes_keeps_its_claim(
    desk: Sessions, site: Site, shelf: Shelf, status: int, state: str
) -> None:
    site.pages["/page-1"] = answer(status)
    assert [one.state for one in look_again(desk, site, shelf)] == [state, "unchanged"]
    found = claim(desk, 1)
    assert (found.status, found.evidence[0].snapshot and found.evidence[0].snapshot.state) == (
        Status.APPROVED,
        state,
    )
    assert open_snapshot(desk, shelf, 1).text


def test_the_server_is_asked_politely(sessions: Sessions, site: Site, shelf: Shelf) -> None:
    ingest(sessions, TEXT, "app")
    site.pages["/page-1"] = answer(200, page(), ETag='"one"', Content_Type="text/html")
    site.pages["/page-2"] = page()
    for n in (1, 2):
        attach(sessions, site, shelf, n, None)
    site.pages["/page-1"] = answer(304)
    waited: list[float] = []
    due = due_evidence(sessions)
    done = list(recheck_evidence(sessions, shelf, getter(site), ANA, due, pause=waited.append))
    assert [one.state for one in done] == ["unchanged", "unchanged"]
    assert site.asked[-2][1]["if-none-match"] == '"one"'
    assert len(waited) == 1
    assert 0 < waited[0] <= rechecking.POLITE


def test_a_changed_page_stays_changed_until_it_says_the_same_again(
    sessions: Sessions, site: Site, shelf: Shelf
) -> None:
    def tagged(body: bytes, tag: str) -> Answer:
        def send(handler: BaseHTTPRequestHandler) -> None:
            known = handler.headers.get("If-None-Match") == tag
            answer(304 if known else 200, b"" if known else body, ETag=tag, Content_Type="text/html")(handler)

        return send

    ingest(sessions, TEXT, "app")
    site.pages["/page-1"] = tagged(page(), '"one"')
    attach(sessions, site, shelf, 1, "“218 million”")
    states = []
    for users in ("“218 million”", "“281 million”", "“281 million”", "“218 million”"):
        site.pages["/page-1"] = tagged(page(users=users), '"one"' if "218" in users else '"two"')
        states += [one.state for one in look_again(sessions, site, shelf)]
    assert states == ["unchanged", "changed", "changed", "unchanged"]
    assert examine_database(sessions) == []


def test_what_was_looked_at_is_due_no_more_and_what_failed_sooner(
    desk: Sessions, site: Site, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = now() + timedelta(days=31)
    for module in (rechecking, snapshots):
        monkeypatch.setattr(module, "now", lambda: later)
    assert len(due_evidence(desk, due_only=True)) == 2
    site.pages["/page-1"] = answer(503)
    walk = recheck_evidence(desk, shelf, getter(site), ANA, due_evidence(desk), pause=lambda _: None)
    next(walk)  # cut off after the first: what is done stays done
    assert [one.n for one in due_evidence(desk, due_only=True)] == [2]
    list(
        recheck_evidence(
            desk, shelf, getter(site), ANA, due_evidence(desk, due_only=True), pause=lambda _: None
        )
    )
    assert due_evidence(desk, due_only=True) == []
    later += timedelta(hours=2)
    assert [one.n for one in due_evidence(desk, due_only=True)] == [1]
