from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from factcheck.cli import run
from tests.evidence.serving import Site, serving

TEXT = "The survey found that the app has 218 million users by now."
PAGE = f"<html><body><article><p>{TEXT}</p></article></body></html>".encode()
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    with serving() as served:
        monkeypatch.setenv("FACTCHECK_FETCH_ALLOW", served.address)
        served.pages["/page"] = PAGE
        yield served


@pytest.fixture
def call(sqlite_database: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command; exit status, output, messages. One article is there."""

    def command(*words: str) -> tuple[int, str, str]:
        status = run(["--database", sqlite_database, *words, "--as", "Ana"])
        told = capsys.readouterr()
        return status, told.out, told.err

    article = tmp_path / "app.txt"
    article.write_text("The app has 218 million users.")
    command("ingest", str(article), "--slug", "app")
    return command


def test_a_page_is_kept_beside_the_database_and_opened(call: Run, site: Site, sqlite_database: str) -> None:
    status, out, said = call("evidence", "add", "app#1", site.url("/page"), "--quote", "218 million users")
    assert (status, said) == (0, "")
    assert "evidence 1 added" in out
    assert list(Path(f"{sqlite_database}.snapshots").rglob("*.warc.gz"))
    piece = json.loads(call("show", "app#1", "--json")[1])["evidence"][0]
    assert (piece["quote_found"], piece["snapshot"]["state"]) == (True, "unchanged")
    site.pages.clear()
    status, out, said = call("evidence", "open", "1")
    assert (status, out.strip()) == (0, TEXT)
    assert site.url("/page") in said
    assert call("evidence", "open", "1", "--raw")[1].encode() == PAGE
    assert call("db", "doctor")[:2] == (0, "The database is sound.\n")


def test_a_byte_changed_on_the_disk_is_named(call: Run, site: Site, sqlite_database: str) -> None:
    call("evidence", "add", "app#1", site.url("/page"))
    file = next(Path(f"{sqlite_database}.snapshots").rglob("*.warc.gz"))
    file.write_bytes(file.read_bytes()[:-1] + b"x")
    status, out, _ = call("db", "doctor")
    assert status == 6
    assert file.name in out
    assert call("evidence", "open", "1")[0] == 6


def test_without_a_page_the_evidence_stands_and_one_is_told(call: Run, site: Site) -> None:
    status, out, said = call("evidence", "add", "app#1", site.url("/none"))
    assert (status, "evidence 1 added" in out) == (0, True)
    assert said.startswith("No snapshot: ")
    assert "answers 404" in said
    status, out, said = call("evidence", "add", "app#1", "https://page.example/a")
    assert (status, "page.example is no public host" in said) == (0, True)
    asked = len(site.asked)
    assert call("evidence", "add", "app#1", site.url("/page"), "--no-snapshot")[2] == ""
    assert len(site.asked) == asked
    assert call("evidence", "open", "3")[0] == 3
    assert call("evidence", "snapshot", "3")[0] == 0
    assert call("evidence", "open", "3")[0] == 0
    assert call("evidence", "snapshot", "2")[0] == 1


def test_a_quote_that_is_not_there_is_said(call: Run, site: Site) -> None:
    _, _, said = call("evidence", "add", "app#1", site.url("/page"), "--quote", "281 million")
    assert said == "The quote of evidence 1 is not on the page.\n"


def test_recheck_sends_back_what_relied_on_words_that_are_gone(call: Run, site: Site) -> None:
    call(
        "evidence", "add", "app#1", site.url("/page"), "--stance", "supports", "--quote", "218 million users"
    )
    call("mark", "app#1", "verified")
    assert call("evidence", "recheck")[1] == f"app#1  evidence 1 unchanged: {site.url('/page')}\n"
    site.pages["/page"] = PAGE.replace(b"218", b"281")
    assert "No evidence with a snapshot is due" in call("evidence", "recheck", "--due")[2]
    found = json.loads(call("evidence", "recheck", "app", "--json")[1])
    assert [(one["ref"], one["state"], one["sent_back"]) for one in found] == [("app#1", "changed", True)]
    assert json.loads(call("show", "app#1", "--json")[1])["status"] == "in_review"


def test_a_server_says_where_its_snapshots_are(
    server_database: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    site: Site,
) -> None:
    article = tmp_path / "app.txt"
    article.write_text("The app has 218 million users.")
    base = ["--database", server_database]
    run([*base, "ingest", str(article), "--slug", "app"])
    run([*base, "evidence", "add", "app#1", site.url("/page")])
    assert "Set FACTCHECK_SNAPSHOTS" in capsys.readouterr().err
    monkeypatch.setenv("FACTCHECK_SNAPSHOTS", "memory://shelf")
    assert run([*base, "evidence", "snapshot", "1"]) == 0
    assert run([*base, "evidence", "open", "1"]) == 0
    assert "218 million" in capsys.readouterr().out


def test_an_article_is_taken_in_from_its_page(call: Run, site: Site) -> None:
    site.pages["/story.html"] = PAGE.replace(b"218", b"231")
    status, out, _ = call("ingest", site.url("/story.html"), "--slug", "story", "--json")
    article = json.loads(out)["article"]
    assert (status, article["origin"], article["claims"]) == (0, site.url("/story.html"), 1)
    assert call("ingest", site.url("/none.html"))[0] == 1
    assert call("ingest", "http://127.0.0.1:1/a")[0] == 1


def test_every_article_of_a_feed_is_taken_in(call: Run, site: Site, tmp_path: Path) -> None:
    for n in (1, 2):
        site.pages[f"/{n}"] = PAGE.replace(b"218", str(300 + n).encode())
    items = [f"<item><link>{site.url(f'/{n}')}</link></item>" for n in (1, 2, 3)]
    whole, part = (
        f'<rss version="2.0"><channel>{"".join(one)}</channel></rss>'.encode() for one in (items, items[:2])
    )
    site.pages["/feed"] = whole
    status, out, said = call("ingest", "--feed", site.url("/feed"))
    assert status == 1
    assert out.count("1 claim") == 2
    assert "answers 404" in said
    assert "1 of 3 articles could not be taken in" in said
    file = tmp_path / "feed.xml"
    file.write_bytes(part)
    assert call("ingest", "--feed", str(file))[0] == 0
    assert call("ingest", "--feed", str(file), "--slug", "x")[0] == 2
