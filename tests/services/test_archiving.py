from __future__ import annotations

import json
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs

import pytest

from factcheck.domain.links import NewEvidence
from factcheck.domain.refs import Ref
from factcheck.errors import FactcheckError, FetchFailed, IntegrityFailure, NotFound, UsageError
from factcheck.evidence.archivers import ARCHIVERS, archiver_named
from factcheck.evidence.archivers.wayback import Wayback
from factcheck.evidence.network import GuardedNetwork
from factcheck.evidence.shelf import Shelf, open_shelf
from factcheck.evidence.timestamps import Authority, configured_authority, stamp, verify_stamp
from factcheck.services.archiving import (
    archive_evidence,
    open_archive,
    open_timestamp,
    timestamp_snapshot,
)
from factcheck.services.doctor import examine_database
from factcheck.services.evidence import attach_evidence
from factcheck.services.reading import claim_history, show_claims
from factcheck.services.snapshots import missing_snapshots, open_kept, take_snapshot
from factcheck.store.engine import Sessions
from tests.evidence.serving import Site, serving
from tests.making import ANA, ingest, refs

_CONFIG = """
oid_section = oids
[oids]
policy1 = 1.2.3.4.1
[req]
distinguished_name = name
prompt = no
[name]
CN = Test authority
[authority]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign
subjectKeyIdentifier = hash
[stamping]
basicConstraints = CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
subjectKeyIdentifier = hash
[tsa]
default_tsa = ours
[ours]
serial = {folder}/serial
crypto_device = builtin
signer_cert = {folder}/tsa.pem
signer_key = {folder}/tsa.key
signer_digest = sha256
default_policy = policy1
other_policies = policy1
digests = sha256
accuracy = secs:1
ordering = no
tsa_name = no
ess_cert_id_chain = no
ess_cert_id_alg = sha256
"""


class TimeAuthority:
    """A time authority of the tests' own, made with OpenSSL, that anybody's OpenSSL believes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()
        (folder / "config").write_text(_CONFIG.format(folder=folder))
        (folder / "serial").write_text("01\n")
        key = ["req", "-config", "config", "-newkey", "rsa:2048", "-nodes", "-subj"]
        self.openssl(*key, "/CN=Root", "-x509", "-days", "2", "-extensions", "authority",
                     "-keyout", "root.key", "-out", "root.pem")  # fmt: skip
        self.openssl(*key, "/CN=Authority", "-keyout", "tsa.key", "-out", "tsa.csr")
        signed = ["-CA", "root.pem", "-CAkey", "root.key", "-CAcreateserial", "-days", "2"]
        self.openssl("x509", "-req", "-in", "tsa.csr", *signed,
                     "-extfile", "config", "-extensions", "stamping", "-out", "tsa.pem")  # fmt: skip
        self.roots = folder / "root.pem"

    def openssl(self, *words: str) -> str:
        done = subprocess.run(
            ["openssl", *words], cwd=self.folder, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout + done.stderr

    def answer(self, request: bytes) -> tuple[int, str, bytes]:
        (self.folder / "request").write_bytes(request)
        self.openssl("ts", "-reply", "-config", "config", "-queryfile", "request", "-out", "reply")
        return 200, "application/timestamp-reply", (self.folder / "reply").read_bytes()


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> TimeAuthority:
    assert shutil.which("openssl"), "these tests need the program openssl"
    return TimeAuthority(tmp_path_factory.mktemp("authority") / "tsa")


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    with serving() as served:
        monkeypatch.setenv("FACTCHECK_FETCH_ALLOW", served.address)
        served.pages["/page"] = b"<html><body><p>The app has 218 million users.</p></body></html>"
        yield served


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return open_shelf(str(tmp_path / "shelf"))


def attached(sessions: Sessions, site: Site) -> int:
    ingest(sessions, "The app has 218 million users.", "app")
    return attach_evidence(sessions, ANA, Ref("app", 1), NewEvidence(site.url("/page"))).evidence[-1].id


def test_a_timestamp_is_verified_by_openssl(
    sessions: Sessions, site: Site, shelf: Shelf, authority: TimeAuthority, tmp_path: Path
) -> None:
    number = attached(sessions, site)
    site.posted["/tsa"] = authority.answer
    asked = Authority(site.url("/tsa"), authority.roots.read_bytes())
    with pytest.raises(NotFound, match="has no snapshot"):
        timestamp_snapshot(sessions, shelf, asked, GuardedNetwork(), ANA, number)
    take_snapshot(sessions, shelf, GuardedNetwork().fetch, ANA, number)
    with pytest.raises(NotFound, match="has no timestamp"):
        open_timestamp(sessions, number)
    _, piece = timestamp_snapshot(sessions, shelf, asked, GuardedNetwork(), ANA, number)
    assert piece.snapshot is not None
    assert piece.snapshot.timestamped_at is not None
    assert abs((piece.snapshot.timestamped_at - piece.snapshot.taken_at).total_seconds()) < 60

    warc, token = tmp_path / "page.warc.gz", tmp_path / "page.tsr"
    warc.write_bytes(open_kept(sessions, shelf, number))
    token.write_bytes(open_timestamp(sessions, number))
    verify = ("ts", "-verify", "-data", str(warc), "-in", str(token), "-CAfile", str(authority.roots))
    assert "Verification: OK" in authority.openssl(*verify)
    warc.write_bytes(b"another page")
    with pytest.raises(AssertionError, match="message imprint mismatch"):
        authority.openssl(*verify)

    # Asked again it is the same; everything holds together; the authority saw a hash and nothing else.
    assert timestamp_snapshot(sessions, shelf, asked, GuardedNetwork(), ANA, number)[1] == piece
    assert show_claims(sessions, refs("app#1")[0])[0].evidence == (piece,)
    assert (examine_database(sessions), missing_snapshots(sessions, lambda: shelf)) == ([], [])
    assert len(site.sent) == 1
    assert b"218" not in site.sent[0]


def test_an_authority_is_not_simply_believed(
    sessions: Sessions, site: Site, shelf: Shelf, authority: TimeAuthority, tmp_path: Path
) -> None:
    number = attached(sessions, site)
    take_snapshot(sessions, shelf, GuardedNetwork().fetch, ANA, number)
    other = TimeAuthority(tmp_path / "other").roots.read_bytes()
    ours, address = authority.roots.read_bytes(), site.url("/tsa")

    def old(request: bytes) -> tuple[int, str, bytes]:
        return 200, "application/timestamp-reply", replay

    replay = stamp_of(site, authority, b"other bytes")
    for answer, roots, error in (
        (authority.answer, other, IntegrityFailure),
        (old, ours, IntegrityFailure),
        (lambda _: (200, "text/html", b"<p>Buy time here"), ours, IntegrityFailure),
        (lambda _: (200, "application/timestamp-reply", b""), ours, IntegrityFailure),
        (lambda _: (503, "text/plain", b"later"), ours, FetchFailed),
        (authority.answer, b"no certificate", UsageError),
    ):
        site.posted["/tsa"] = answer
        with pytest.raises(error):
            timestamp_snapshot(sessions, shelf, Authority(address, roots), GuardedNetwork(), ANA, number)
    assert [event.action for event in claim_history(sessions, Ref("app", 1))][-1] == "snapshot_taken"


def stamp_of(site: Site, authority: TimeAuthority, data: bytes) -> bytes:
    site.posted["/tsa"] = authority.answer
    token = stamp(data, Authority(site.url("/tsa"), authority.roots.read_bytes()), GuardedNetwork()).token
    verify_stamp(token, data, authority.roots.read_bytes())
    with pytest.raises(IntegrityFailure):
        verify_stamp(token, data + b"!", authority.roots.read_bytes())
    return token


def test_an_authority_needs_roots(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("FACTCHECK_TSA", "FACTCHECK_TSA_ROOTS"):
        monkeypatch.delenv(name, raising=False)
    assert configured_authority() is None
    monkeypatch.setenv("FACTCHECK_TSA", "https://time.example/tsr")
    with pytest.raises(UsageError, match="nothing says whom to believe"):
        configured_authority()
    monkeypatch.setenv("FACTCHECK_TSA_ROOTS", str(tmp_path / "missing.pem"))
    with pytest.raises(UsageError, match="can't be read"):
        configured_authority()


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
