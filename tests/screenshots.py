"""The README's pictures, taken anew: `python -m tests.screenshots`."""

from __future__ import annotations

import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from factcheck.domain.links import NewEvidence
from factcheck.domain.refs import parse_ref
from factcheck.domain.vocabulary import SkipReason, Stance
from factcheck.services.databases import open_database
from factcheck.services.ingest import Submission, ingest_article
from factcheck.services.marking import mark_claims
from factcheck.services.publishing import publish_article
from factcheck.services.queries import ask_query
from factcheck.services.steps import approve_claims, skip_claims, take_claims
from factcheck.store.engine import Sessions
from tests.browser.browsing import OPTIONS, SEEDS, Windows, chromium, served
from tests.making import ANA, ED, EVA, refs

PICTURES = Path(__file__).parent / "browser" / "pictures"
_SIZE = {"width": 1280, "height": 820}


def main() -> None:
    """Fill a newsroom, and take a picture of each page that the README shows."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        database = str(Path(folder) / "desk.db")
        sessions = open_database(database)
        _fill(sessions)
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(OPTIONS))
        with served(database, sessions) as origin:
            window = Windows(browser, origin).open(viewport=_SIZE)
            window.sign_in("Ed")
            for name, path in (
                ("galley", "/articles/rednote?claim=6"),
                ("desk", "/"),
                ("dashboard", "/dashboard"),
            ):
                window.go(path).screenshot(path=PICTURES / f"{name}.png")
                print(PICTURES / f"{name}.png")
        browser.close()
        sessions.close()


def _fill(sessions: Sessions) -> None:
    text = (SEEDS / "rednote-newcomers.txt").read_text(encoding="utf-8")
    ingest_article(sessions, EVA, Submission(text, text.encode(), slug="rednote"))
    said = "“Nobody had to wait,” said Ines Duarte of the harbour office."
    ferry = f"The ferry carried 5,200 passengers on Monday. {said}"
    back = Submission(ferry, ferry.encode(), slug="ferry", headline="The ferry is back")
    ingest_article(sessions, EVA, back)
    page = NewEvidence("https://statista.example/xiaohongshu", stance=Stance.SUPPORTS, quote="218 million")
    for ref in ("rednote#6", "rednote#2", "ferry#1", "ferry#2"):
        mark_claims(sessions, ANA, refs(ref), "verified", evidence=[page])
    mark_claims(sessions, ANA, refs("rednote#5"), "mostly_true", evidence=[page])
    mark_claims(sessions, ANA, refs("rednote#1"), "unproven", note="Three archives.")
    skip_claims(sessions, ANA, refs("rednote#3"), SkipReason.OPINION)
    approve_claims(sessions, ED, refs("rednote#2", "ferry#1", "ferry#2"))
    publish_article(sessions, ED, "ferry")
    take_claims(sessions, EVA, refs("rednote#4"))
    ask_query(sessions, ANA, parse_ref("rednote#7"), "Who says so?")


if __name__ == "__main__":
    main()
