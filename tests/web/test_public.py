"""The public sees what an editor published, in the words and under the names of that day."""

from __future__ import annotations

import re
from collections.abc import Iterator

import httpx
import pytest

from factcheck.domain.links import NewEvidence
from factcheck.domain.refs import parse_ref
from factcheck.domain.vocabulary import Stance
from factcheck.services.exporting import export_claims
from factcheck.services.ingest import Submission
from factcheck.services.marking import mark_claims
from factcheck.services.publishing import publish_article
from factcheck.services.queries import ask_query
from factcheck.services.reading import Wanted, show_claims
from factcheck.services.revising import revise_article
from factcheck.services.steps import approve_claims, reopen_claims
from factcheck.store.engine import Sessions
from tests.making import ANA, ED, approve, ingest, refs
from tests.web.newsrooms import HOME, app_of, client_of

TEXT = "Mayor opens school\n\nThe school cost 2 million euros. It opened in 1932."


@pytest.fixture
def reader(sqlite_sessions: Sessions) -> Iterator[httpx.Client]:
    with client_of(app_of(sqlite_sessions)) as client:
        yield client


def publish(sessions: Sessions, text: str, slug: str, *numbers: int) -> None:
    ingest(sessions, text, slug)
    for n in numbers:
        approve(sessions, f"{slug}#{n}")
    publish_article(sessions, ED, slug)


def revise(sessions: Sessions, slug: str, text: str) -> None:
    revise_article(sessions, ANA, slug, Submission(text, text.encode()))


def test_a_draft_stays_in_the_house(reader: httpx.Client, sqlite_sessions: Sessions) -> None:
    publish(sqlite_sessions, TEXT, "school", 1, 2)
    draft = TEXT.replace("opens school", "ARRESTED").replace("2 million", "9 million")
    revise(sqlite_sessions, "school", draft)
    for path in ("/published", "/published/school", "/embed/school", "/published/feed.atom",
                 f"/oembed?url={HOME}/published/school"):  # fmt: skip
        told = reader.get(path).text
        assert "ARRESTED" not in told, path
        assert "9 million" not in told, path
    page = reader.get("/published/school").text
    assert "Mayor opens school" in page
    assert "The school cost 2 million euros." in page
    assert "Being looked at again" in page


def test_once_it_is_published_again_the_new_words_are_public(
    reader: httpx.Client, sqlite_sessions: Sessions
) -> None:
    publish(sqlite_sessions, TEXT, "school", 1, 2)
    revise(sqlite_sessions, "school", TEXT.replace("opens school", "closes school").replace("2 m", "9 m"))
    approve(sqlite_sessions, "school#1")
    publish_article(sqlite_sessions, ED, "school")
    page = reader.get("/published/school").text
    assert "Mayor closes school" in page
    assert "The school cost 9 million euros." in page


def test_another_name_is_not_put_under_a_verdict(reader: httpx.Client, sqlite_sessions: Sessions) -> None:
    said = "Jane Miller spoke on Monday. “The school cost 2 million euros,” she said."
    publish(sqlite_sessions, said, "school", 1, 2)
    assert "Jane Miller" in reader.get("/published/school").text
    revise(sqlite_sessions, "school", said.replace("Jane Miller", "Eva Thornton"))
    page = reader.get("/published/school").text
    assert "Eva Thornton" not in page
    assert page.count("Being looked at again") == 2
    for name, verified in (("claimreview", False), ("json", True)):
        told = b"".join(export_claims(sqlite_sessions, Wanted(), name, verified=verified)).decode()
        assert "Thornton" not in told, name


def test_it_stays_off_for_whatever_else_it_is_flagged(
    reader: httpx.Client, sqlite_sessions: Sessions
) -> None:
    said = "Jane Miller spoke on Monday. “The school cost 2 million euros,” she said."
    publish(sqlite_sessions, said, "school", 1, 2)
    twin = said.replace("Jane Miller spoke on Monday", "Ada King spoke on Tuesday")
    publish(sqlite_sessions, twin, "other", 1, 2)
    revise(sqlite_sessions, "school", said.replace("Jane Miller", "Eva Thornton"))
    reopen_claims(sqlite_sessions, ED, refs("other#2"), "A newer figure")
    page = NewEvidence("https://evidence.example/new", stance=Stance.REFUTES)
    mark_claims(sqlite_sessions, ANA, refs("other#2"), "false", evidence=[page])
    approve_claims(sqlite_sessions, ED, refs("other#2"))
    publish_article(sqlite_sessions, ED, "other")
    flagged = show_claims(sqlite_sessions, refs("school#2")[0])[0]
    assert "was corrected on" in (flagged.recheck or "")
    assert "Eva Thornton" not in reader.get("/published/school").text


def test_an_entry_of_the_feed_stays_the_same(reader: httpx.Client, sqlite_sessions: Sessions) -> None:
    publish(sqlite_sessions, TEXT, "school", 1, 2)
    before = reader.get("/published/feed.atom").text
    ask_query(sqlite_sessions, ANA, parse_ref("school#1"), "Who says so?")
    after = reader.get("/published/feed.atom").text
    assert re.findall("<id>.*</id>", before) == re.findall("<id>.*</id>", after)
    assert re.findall("<updated>.*</updated>", before) == re.findall("<updated>.*</updated>", after)
