"""What others say and keep of a page: an authority's timestamp, an archiver's copy."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from factcheck.domain.actors import Actor
from factcheck.domain.links import NewEvidence
from factcheck.domain.models import Archive, Claim, Evidence
from factcheck.errors import FactcheckError, NotFound
from factcheck.evidence.archivers.archiver import Archiver
from factcheck.evidence.network import Network
from factcheck.evidence.shelf import Shelf
from factcheck.evidence.timestamps import Authority, configured_authority, stamp
from factcheck.evidence.warc import read_warc, write_resource
from factcheck.services.clock import now
from factcheck.services.evidence import attached_piece, find_evidence
from factcheck.services.people import acting
from factcheck.services.snapshots import no_snapshot, take_snapshot, tell_of_piece
from factcheck.store import snapshots
from factcheck.store.engine import Sessions


@dataclass(frozen=True, slots=True)
class KeptPage:
    """What became of a page that somebody wanted kept: each failure stands beside what was done."""

    claim: Claim
    not_kept: FactcheckError | None = None
    not_stamped: FactcheckError | None = None

    def piece(self, evidence_id: int) -> Evidence:
        """The piece of evidence as it is now."""
        return next(one for one in self.claim.evidence if one.id == evidence_id)

    @property
    def missing(self) -> tuple[tuple[str, FactcheckError], ...]:
        """What could not be had, and why."""
        told = (("No snapshot", self.not_kept), ("No timestamp", self.not_stamped))
        return tuple((what, error) for what, error in told if error is not None)


def keep_page(sessions: Sessions, shelf: Shelf, network: Network, actor: Actor, evidence_id: int) -> KeptPage:
    """Keep the page of a piece of evidence, timestamped where an authority is configured.

    Raises what `take_snapshot` raises. A snapshot stands without its timestamp.
    """
    claim, _ = take_snapshot(sessions, shelf, network.fetch, actor, evidence_id)
    try:
        authority = configured_authority()
        if authority is not None:
            claim, _ = timestamp_snapshot(sessions, shelf, authority, network, actor, evidence_id)
    except FactcheckError as error:
        return KeptPage(claim, not_stamped=error)
    return KeptPage(claim)


def try_to_keep(
    sessions: Sessions,
    shelf: Callable[[], Shelf],
    network: Network,
    actor: Actor,
    claim: Claim,
    piece: NewEvidence,
) -> KeptPage:
    """Keep the page of evidence that was just attached; the evidence stands where that fails."""
    try:
        return keep_page(sessions, shelf(), network, actor, attached_piece(claim, piece).id)
    except FactcheckError as error:
        return KeptPage(claim, not_kept=error)


def timestamp_snapshot(
    sessions: Sessions, shelf: Shelf, authority: Authority, network: Network, actor: Actor, evidence_id: int
) -> tuple[Claim, Evidence]:
    """Have an authority say when the newest snapshot was there; the claim, and the piece with the time.

    A snapshot that has its timestamp already keeps it. Raises NotFound without a snapshot, NotAllowed,
    what the shelf and the authority raise; then nothing is recorded.
    """
    with sessions.read() as session:
        acting(session, actor, "evidence")
        stored, piece = find_evidence(session, evidence_id)
    if piece.snapshot is None:
        raise no_snapshot(evidence_id)
    if piece.snapshot.timestamped_at is not None:
        return stored.claim, piece
    stamped = stamp(shelf.get(piece.snapshot.sha256), authority, network)
    at = now()
    with sessions.begin() as session:
        actor = acting(session, actor, "evidence")
        stored, found = find_evidence(session, evidence_id)
        row = snapshots.newest(session, [evidence_id])[evidence_id]
        if found.snapshot is None or found.snapshot != piece.snapshot:
            return stored.claim, found  # another was taken, or stamped, meanwhile
        snapshots.change(session, row["id"], {"timestamp": stamped.token, "timestamped_at": stamped.at})
        kept = found.snapshot.model_copy(update={"timestamped_at": stamped.at})
        seen = found.model_copy(update={"snapshot": kept})
        told = {
            "evidence_id": evidence_id,
            "sha256": kept.sha256,
            "timestamped_at": kept.model_dump(mode="json")["timestamped_at"],
            "authority": authority.url,
            "token_sha256": hashlib.sha256(stamped.token).hexdigest(),
        }
        claim = tell_of_piece(session, actor, stored, seen, "snapshot_timestamped", {"timestamp": told}, at)
        return claim, seen


def open_timestamp(sessions: Sessions, evidence_id: int) -> bytes:
    """The token (DER, a TimeStampResp) of the newest snapshot. Raises NotFound."""
    with sessions.read() as session:
        find_evidence(session, evidence_id)
        row = snapshots.newest(session, [evidence_id]).get(evidence_id)
        token: bytes | None = row["timestamp"] if row else None
    if token is None:
        raise NotFound(
            f"Evidence {evidence_id} has no timestamp.",
            f"Have one made: factcheck evidence timestamp {evidence_id}",
        )
    return token


def archive_evidence(
    sessions: Sessions, shelf: Shelf, archiver: Archiver, network: Network, actor: Actor, evidence_id: int
) -> tuple[Claim, Evidence]:
    """Have an archiver keep a piece's page; the claim, and the piece with its archives.

    Raises NotFound, NotAllowed, and what the archiver raises; then nothing is recorded.
    """
    with sessions.read() as session:
        acting(session, actor, "evidence")
        piece = find_evidence(session, evidence_id)[1]
    kept = archiver.archive(piece.url, network)
    at = now()
    sha256 = None
    if kept.body is not None:
        media_type = kept.media_type or "application/octet-stream"
        sha256 = shelf.put(write_resource(piece.url, media_type, kept.body, at))
    with sessions.begin() as session:
        actor = acting(session, actor, "evidence")
        stored, piece = find_evidence(session, evidence_id)
        made = Archive(archiver=archiver.name, url=kept.url, sha256=sha256, made_at=at, made_by=actor.name)
        snapshots.add_archive(session, {**made.model_dump(), "evidence_id": evidence_id})
        seen = piece.model_copy(update={"archives": (*piece.archives, made)})
        told = {"evidence_id": evidence_id, **made.model_dump(mode="json", exclude_none=True)}
        return tell_of_piece(session, actor, stored, seen, "evidence_archived", {"archive": told}, at), seen


def open_archive(sessions: Sessions, shelf: Shelf, evidence_id: int, name: str) -> bytes:
    """What an archiver kept of a page on our shelf, the newest. Raises NotFound, IntegrityFailure."""
    with sessions.read() as session:
        piece = find_evidence(session, evidence_id)[1]
    for made in reversed(piece.archives):
        if made.archiver == name and made.sha256 is not None:
            return read_warc(shelf.get(made.sha256))[1]
    raise NotFound(
        f"{name} has kept nothing of evidence {evidence_id} here.",
        f"factcheck evidence archive {evidence_id} {name}",
    )
