from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.domain.links import NewEvidence
from factcheck.domain.refs import Ref
from factcheck.errors import FetchFailed, IntegrityFailure, NotFound, UsageError
from factcheck.evidence.network import GuardedNetwork
from factcheck.evidence.shelf import Shelf
from factcheck.evidence.timestamps import Authority, configured_authority, stamp, verify_stamp
from factcheck.services.archiving import (
    keep_page,
    open_timestamp,
    timestamp_snapshot,
    try_to_keep,
)
from factcheck.services.doctor import examine_database
from factcheck.services.evidence import attach_evidence
from factcheck.services.reading import claim_history, show_claims
from factcheck.services.snapshots import missing_snapshots, open_kept, take_snapshot
from factcheck.store.engine import Sessions
from tests.evidence.authority import TimeAuthority
from tests.evidence.keeping import attached, shelf, site
from tests.evidence.serving import Site
from tests.making import ANA, ingest, refs
from tests.web.newsrooms import app_of, client_of

__all__ = ("shelf", "site")


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> TimeAuthority:
    return TimeAuthority(tmp_path_factory.mktemp("authority") / "tsa")


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


@pytest.fixture
def trusted(site: Site, authority: TimeAuthority, monkeypatch: pytest.MonkeyPatch) -> Site:
    """A site whose authority the house has named."""
    site.posted["/tsa"] = authority.answer
    monkeypatch.setenv("FACTCHECK_TSA", site.url("/tsa"))
    monkeypatch.setenv("FACTCHECK_TSA_ROOTS", str(authority.roots))
    return site


def test_a_page_is_kept_with_its_timestamp(sessions: Sessions, trusted: Site, shelf: Shelf) -> None:
    number = attached(sessions, trusted)
    kept = keep_page(sessions, shelf, GuardedNetwork(), ANA, number)
    snapshot = kept.piece(number).snapshot
    assert snapshot is not None
    assert snapshot.timestamped_at is not None
    assert kept.missing == ()


def test_a_page_stays_kept_without_its_timestamp(sessions: Sessions, trusted: Site, shelf: Shelf) -> None:
    number = attached(sessions, trusted)
    trusted.posted["/tsa"] = lambda _: (503, "text/plain", b"later")
    kept = keep_page(sessions, shelf, GuardedNetwork(), ANA, number)
    assert kept.piece(number).snapshot is not None
    assert [what for what, _ in kept.missing] == ["No timestamp"]


def test_evidence_stays_though_its_page_cannot_be_kept(sessions: Sessions, site: Site, shelf: Shelf) -> None:
    ingest(sessions, "The app has 218 million users.", "app")
    piece = NewEvidence(site.url("/nowhere"))
    claim = attach_evidence(sessions, ANA, Ref("app", 1), piece)
    kept = try_to_keep(sessions, lambda: shelf, GuardedNetwork(), ANA, claim, piece)
    assert [(what, error.code) for what, error in kept.missing] == [("No snapshot", "fetch_failed")]
    assert show_claims(sessions, refs("app#1")[0]) == [claim]


def test_over_the_web_too_a_page_is_kept_with_its_timestamp(
    sqlite_sessions: Sessions, sqlite_database: str, trusted: Site, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setenv("FACTCHECK_SNAPSHOTS", str(tmp_path / "shelf"))
    ingest(sqlite_sessions, "The app has 218 million users.", "app")
    address = "/api/v1/articles/app/claims/1/evidence"
    with client_of(app_of(sqlite_sessions, sqlite_database), **{"Factcheck-As": "Ana"}) as client:
        asked = {"url": trusted.url("/page"), "keep": True}
        kept = client.post(address, json=asked)
        assert "timestamped_at" in kept.json()["evidence"][0]["snapshot"]
        trusted.posted["/tsa"] = lambda _: (503, "text/plain", b"later")
        late = client.post(address, json={**asked, "note": "Again."})
        assert late.headers["factcheck-not-timestamped"] == "fetch_failed"
        gone = client.post(address, json={"url": trusted.url("/nowhere"), "keep": True})
        assert (gone.status_code, gone.headers["factcheck-not-kept"]) == (200, "fetch_failed")
