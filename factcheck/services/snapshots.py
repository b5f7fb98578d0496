"""Snapshots: the page of a piece of evidence, kept byte for byte and shown with its source gone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from factcheck.domain.actors import Actor
from factcheck.domain.models import Claim, Evidence
from factcheck.domain.models import Snapshot as Kept
from factcheck.errors import FactcheckError, FetchFailed, NotFound
from factcheck.evidence.extraction import article_text, stands_in, whole_text
from factcheck.evidence.fetch import Page
from factcheck.evidence.shelf import Shelf
from factcheck.evidence.timestamps import stamped_sha256
from factcheck.evidence.warc import read_warc, write_warc
from factcheck.services.changes import count_version, entity_of, write_event
from factcheck.services.clock import now
from factcheck.services.evidence import find_evidence
from factcheck.services.people import acting
from factcheck.services.policies import policy_in_force
from factcheck.store import snapshots
from factcheck.store.claims import StoredClaim
from factcheck.store.engine import Sessions
from factcheck.store.session import Session

Fetch = Callable[[str, dict[str, str]], Page]  # a link and headers to a page, within the guard's limits


@dataclass(frozen=True, slots=True)
class Opened:
    """A snapshot's page: what it is, its bytes unpacked, and what a reader reads of it."""

    piece: Evidence
    media_type: str
    body: bytes
    text: str | None


def take_snapshot(
    sessions: Sessions, shelf: Shelf, fetch: Fetch, actor: Actor, evidence_id: int
) -> tuple[Claim, Evidence]:
    """Keep the page of a piece of evidence as it is now; the claim, and the piece with its snapshot.

    The network is asked outside of any transaction. Raises NotFound, NotAllowed, and what the fetch and
    the shelf raise; then nothing is recorded.
    """
    with sessions.read() as session:
        acting(session, actor, "evidence")
        piece = find_evidence(session, evidence_id)[1]
    page = fetch(piece.url, {})
    if not 200 <= page.status < 300:
        raise FetchFailed(f"{piece.url} answers {page.status}.", "Check the link in a browser.")
    at = now()
    sha256 = shelf.put(write_warc(page, at))
    text = article_text(page.media_type, page.body)
    found = quote_found(piece.quote, page.media_type, page.body, text)
    with sessions.begin() as session:
        actor = acting(session, actor, "evidence")
        stored, piece = find_evidence(session, evidence_id)
        fields = {
            "evidence_id": evidence_id,
            "sha256": sha256,
            "media_type": page.media_type[:120],
            "text": text,
            "quote_found": found,
            "etag": page.header("etag"),
            "last_modified": page.header("last-modified"),
            "taken_at": at,
            "taken_by": actor.name,
            "state": "unchanged",
            "checked_at": at,
            "failures": 0,
            "due_at": at + timedelta(days=policy_in_force(session).recheck_days),
        }
        snapshots.add(session, fields)
        kept = Kept(sha256=sha256, taken_at=at, state="unchanged")
        seen = piece.model_copy(update={"snapshot": kept, "quote_found": found})
        told = {"evidence_id": evidence_id, "url": piece.url, "sha256": sha256, "quote_found": found}
        return tell_of_piece(session, actor, stored, seen, "snapshot_taken", {"snapshot": told}, at), seen


def tell_of_piece(
    session: Session,
    actor: Actor,
    stored: StoredClaim,
    piece: Evidence,
    action: str,
    told: dict[str, object],
    at: datetime,
) -> Claim:
    """Tell the ledger what became of a piece of evidence; the claim with the piece as it is now."""
    pieces = tuple(piece if one.id == piece.id else one for one in stored.claim.evidence)
    claim = count_version(session, stored, at, evidence=pieces)
    after = {**told, "version": claim.version}
    write_event(session, actor, claim.article, action, entity_of(claim), None, after, at)
    return claim


def quote_found(quote: str | None, media_type: str, body: bytes, text: str | None) -> bool | None:
    """Whether the words relied on stand in a page; None without words, or with nothing to read."""
    if not quote or text is None:
        return None
    return stands_in(quote, text) or stands_in(quote, whole_text(media_type, body) or "")


def open_snapshot(sessions: Sessions, shelf: Shelf, evidence_id: int) -> Opened:
    """The page as it was kept, from the shelf alone. Raises NotFound, IntegrityFailure."""
    with sessions.read() as session:
        piece = find_evidence(session, evidence_id)[1]
        text = _text(session, evidence_id)
    media_type, body = read_warc(_kept(shelf, piece))
    return Opened(piece, media_type, body, text)


def open_kept(sessions: Sessions, shelf: Shelf, evidence_id: int) -> bytes:
    """The newest snapshot's own file, a WARC. Raises NotFound, IntegrityFailure."""
    with sessions.read() as session:
        piece = find_evidence(session, evidence_id)[1]
    return _kept(shelf, piece)


def _kept(shelf: Shelf, piece: Evidence) -> bytes:
    if piece.snapshot is None:
        raise no_snapshot(piece.id)
    return shelf.get(piece.snapshot.sha256)


def no_snapshot(evidence_id: int) -> NotFound:
    """The refusal where a page has not been kept."""
    return NotFound(
        f"Evidence {evidence_id} has no snapshot.",
        f"Take one while the page is there: factcheck evidence snapshot {evidence_id}",
    )


def _text(session: Session, evidence_id: int) -> str | None:
    row = snapshots.newest(session, [evidence_id]).get(evidence_id)
    return None if row is None else row["text"]


def missing_snapshots(sessions: Sessions, shelf: Callable[[], Shelf]) -> list[str]:
    """Every snapshot that is missing from the shelf, or whose bytes are others by now, in sentences.

    The shelf is only asked for where there is a snapshot.
    """
    with sessions.read() as session:
        kept = [*snapshots.hashes(session), *snapshots.archived_hashes(session)]
        stamps = snapshots.timestamps(session)
    found = []
    for evidence_id, sha256 in kept:
        try:
            shelf().get(sha256)
        except FactcheckError as error:
            found.append(f"Evidence {evidence_id}: {error.message}")
    for evidence_id, sha256, token in stamps:
        if stamped_sha256(token) != sha256:
            found.append(f"Evidence {evidence_id}: its timestamp is of other bytes.")
    return found


def count_snapshots(sessions: Sessions) -> int:
    """How many snapshots there are; their bytes are on the shelf, not in the database."""
    with sessions.read() as session:
        return len(snapshots.hashes(session)) + len(snapshots.archived_hashes(session))


def due_after_failure(at: datetime, failures: int) -> datetime:
    """When to try a page again that could not be reached: after an hour, two, four, at most a week."""
    return at + min(timedelta(hours=2**failures), timedelta(days=7))
