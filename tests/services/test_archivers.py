from __future__ import annotations

import json
import time
from pathlib import Path
from urllib.parse import parse_qs

import pytest

from factcheck.errors import FactcheckError, FetchFailed, NotFound, UsageError
from factcheck.evidence.archivers import ARCHIVERS, archiver_named
from factcheck.evidence.archivers.wayback import Wayback
from factcheck.evidence.network import GuardedNetwork
from factcheck.evidence.shelf import Shelf
from factcheck.services.archiving import (
    archive_evidence,
    open_archive,
)
from factcheck.services.doctor import examine_database
from factcheck.services.reading import show_claims
from factcheck.services.snapshots import missing_snapshots
from factcheck.store.engine import Sessions
from tests.evidence.keeping import attached, shelf, site
from tests.evidence.serving import Site
from tests.making import ANA, refs

__all__ = ("shelf", "site")


class Machine:
    """A server that speaks Save Page Now, version 2."""

    def __init__(self, site: Site, *answers: dict[str, str]) -> None:
        self.answers = list(answers)
        site.posted["/save"] = lambda _: self.reply({"job_id": "spn2-1"})
        site.pages["/save/status/spn2-1"] = lambda handler: handler.do_answer(self.next())  # type: ignore[attr-defined]

    def next(self) -> tuple[int, str, bytes]:
        return self.reply(self.answers.pop(0))

    @staticmethod
    def reply(what: dict[str, str]) -> tuple[int, str, bytes]:
        return 200, "application/json", json.dumps(what).encode()


@pytest.fixture
def wayback(site: Site, monkeypatch: pytest.MonkeyPatch) -> Wayback:
    monkeypatch.setenv("FACTCHECK_WAYBACK", site.url(""))
    monkeypatch.setenv("FACTCHECK_WAYBACK_KEY", "access:secret")
    return Wayback(sleep=lambda _: None)


def test_the_wayback_machine_keeps_a_page(
    sessions: Sessions, site: Site, shelf: Shelf, wayback: Wayback
) -> None:
    number = attached(sessions, site)
    page = site.url("/page")
    done = {"status": "success", "timestamp": "20261123101500", "original_url": page}
    Machine(site, {"status": "pending"}, {"status": "pending"}, done)
    claim, piece = archive_evidence(sessions, shelf, wayback, GuardedNetwork(), ANA, number)
    assert [made.url for made in piece.archives] == [site.url(f"/web/20261123101500/{page}")]
    assert parse_qs(site.sent[0].decode()) == {"url": [page]}
    assert {asked["authorization"] for path, asked in site.asked if path.startswith("/save")} == {
        "LOW access:secret"
    }
    assert show_claims(sessions, refs("app#1")[0])[0].evidence == claim.evidence
    assert examine_database(sessions) == []
    with pytest.raises(NotFound, match="wayback has kept nothing"):
        open_archive(sessions, shelf, number, "wayback")


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ([{"status": "error", "message": "The page is blocked."}], "did not save it: The page is blocked."),
        ([{"status": "pending"}] * 200, "still at it"),
        ([{}], "doesn't say why"),
    ],
)
def test_a_failed_archiver_leaves_nothing(
    sessions: Sessions, site: Site, shelf: Shelf, wayback: Wayback, answers: list[dict[str, str]], said: str
) -> None:
    number = attached(sessions, site)
    Machine(site, *answers)
    with pytest.raises(FetchFailed, match=said):
        archive_evidence(sessions, shelf, wayback, GuardedNetwork(), ANA, number)
    assert show_claims(sessions, refs("app#1")[0])[0].evidence[0].archives == ()


def test_the_wayback_machine_without_a_key_or_with_a_wrong_one(
    site: Site, wayback: Wayback, monkeypatch: pytest.MonkeyPatch
) -> None:
    for status, said in ((401, "doesn't know that key"), (429, "enough for now"), (502, "answers 502")):
        site.posted["/save"] = lambda _, status=status: (status, "text/html", b"<p>No")  # type: ignore[misc]
        with pytest.raises(FetchFailed, match=said):
            wayback.archive(site.url("/page"), GuardedNetwork())
    monkeypatch.delenv("FACTCHECK_WAYBACK_KEY")
    with pytest.raises(UsageError, match="wants a key"):
        wayback.archive(site.url("/page"), GuardedNetwork())


def program(tmp_path: Path, script: str) -> str:
    file = tmp_path / "single-file"
    file.write_text(f"#!/bin/sh\n{script}\n")
    file.chmod(0o755)
    return str(file)


def test_single_file_keeps_what_it_writes(
    sessions: Sessions, site: Site, shelf: Shelf, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    number = attached(sessions, site)
    monkeypatch.setenv("FACTCHECK_SINGLE_FILE", program(tmp_path, 'echo "<p>$1</p>" > "$2"'))
    keeper = archiver_named("single-file")
    piece = archive_evidence(sessions, shelf, keeper, GuardedNetwork(), ANA, number)[1]
    assert piece.archives[0].url is None
    assert open_archive(sessions, shelf, number, "single-file").decode() == f"<p>{site.url('/page')}</p>\n"
    assert (examine_database(sessions), missing_snapshots(sessions, lambda: shelf)) == ([], [])
    next((tmp_path / "shelf").rglob("*.warc.gz")).unlink()
    assert len(missing_snapshots(sessions, lambda: shelf)) == 1


@pytest.mark.parametrize(
    ("script", "said"),
    [("echo 'no browser' >&2; exit 3", r"failed \(3\): no browser"), ("exit 0", "wrote nothing")],
)
def test_a_program_that_fails_is_told(
    site: Site, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, script: str, said: str
) -> None:
    monkeypatch.setenv("FACTCHECK_SINGLE_FILE", program(tmp_path, script))
    with pytest.raises(FetchFailed, match=said):
        archiver_named("single-file").archive(site.url("/page"), GuardedNetwork())


def test_a_program_is_stopped_with_all_that_it_started(
    site: Site, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("factcheck.evidence.archivers.single_file._SECONDS", 0.3)
    monkeypatch.setenv(
        "FACTCHECK_SINGLE_FILE", program(tmp_path, f"sleep 600 & echo $! > {tmp_path}/pid; wait")
    )
    with pytest.raises(FetchFailed, match="took more than"):
        archiver_named("single-file").archive(site.url("/page"), GuardedNetwork())
    child = Path(f"/proc/{(tmp_path / 'pid').read_text().strip()}")
    until = time.monotonic() + 5
    while _runs(child):  # it was told to die, which takes it a moment
        assert time.monotonic() < until


def _runs(process: Path) -> bool:
    try:
        return "Z" not in (process / "stat").read_text().split()
    except OSError:
        return False


def test_no_program_sees_a_private_address(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("FACTCHECK_SINGLE_FILE", program(tmp_path, f"touch {tmp_path}/ran"))
    with pytest.raises(FactcheckError, match=r"(?i)private|public"):
        archiver_named("single-file").archive("http://169.254.169.254/latest", GuardedNetwork())
    assert not (tmp_path / "ran").exists()
    monkeypatch.setenv("FACTCHECK_SINGLE_FILE", "no-such-program")
    with pytest.raises(UsageError, match="no program"):
        archiver_named("single-file").archive("http://93.184.215.14/", GuardedNetwork())


def test_every_archiver_says_what_it_does() -> None:
    for name, one in ARCHIVERS.items():
        assert (one.name, bool(one.does), bool(one.tells), bool(one.needs)) == (name, True, True, True)
    with pytest.raises(UsageError, match="There is no archiver"):
        archiver_named("scissors")
