"""Evidence: attached, listed, removed; and what that does to a claim that stood on it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlalchemy import insert, select, update

from factcheck.domain import workflow
from factcheck.domain.actors import Actor
from factcheck.domain.guards import Request
from factcheck.domain.links import NewEvidence, check_link
from factcheck.domain.models import Claim, Evidence
from factcheck.domain.refs import Ref
from factcheck.domain.vocabulary import Stance
from factcheck.errors import NotFound
from factcheck.services.changes import (
    check_version,
    count_version,
    entity_of,
    record,
    refuse_withdrawn,
    select_claim,
    write_event,
)
from factcheck.services.clock import now
from factcheck.services.gathering import together
from factcheck.services.people import acting
from factcheck.services.policies import policy_in_force
from factcheck.services.steps import with_claim
from factcheck.store.claims import StoredClaim
from factcheck.store.columns import table_of
from factcheck.store.engine import Sessions
from factcheck.store.prepared import Prepared, at_once
from factcheck.store.session import Session
from factcheck.store.tables import ArticleRow, ClaimRow, EvidenceRow

_EVIDENCE = table_of(EvidenceRow)
_ADDED = Prepared(insert(_EVIDENCE).returning(_EVIDENCE.c.id))


def attach_evidence(
    sessions: Sessions, actor: Actor, ref: Ref, piece: NewEvidence, *, version: int | None = None
) -> Claim:
    """Attach a link to a claim. The very same piece again adds nothing.

    Evidence that speaks against a verdict sends the claim back to be checked anew. Raises BadInput
    for a link that is none, NotFound, NotAllowed, StaleVersion.
    """
    given = _checked(piece)
    at = now()
    with sessions.begin() as session:
        actor = acting(session, actor, "evidence")
        stored = select_claim(session, ref)
        refuse_withdrawn(stored.claim)
        if _find(stored.claim, given) is not None:
            return stored.claim  # sent twice: its first time made the version another
        check_version(session, stored.claim, version)
        stored = with_claim(stored, write_evidence(session, actor, stored, given, at))
        reason = f"evidence that {given.stance} was added: {given.url}"
        return _reconsidered(session, actor, stored, {given.stance or Stance.CONTEXT}, reason, at)


def attached_piece(claim: Claim, piece: NewEvidence) -> Evidence:
    """A piece as it hangs on the claim that it was attached to. Raises NotFound where it doesn't."""
    found = _find(claim, _checked(piece))
    if found is None:
        raise NotFound(f"{claim.ref} has no such evidence any more.", "Attach it again.")
    return found


def _checked(piece: NewEvidence) -> NewEvidence:
    return replace(piece, url=check_link(piece.url), stance=piece.stance or Stance.CONTEXT)


def _find(claim: Claim, piece: NewEvidence) -> Evidence | None:
    """The very same piece, if the claim has it."""
    same = (
        one for one in claim.evidence if all(getattr(one, name) == getattr(piece, name) for name in _GIVEN)
    )
    return next(same, None)


def remove_evidence(
    sessions: Sessions,
    actor: Actor,
    evidence_id: int,
    *,
    reason: str | None = None,
    version: int | None = None,
) -> Claim:
    """Take a piece of evidence off its claim; the ledger keeps it.

    A verdict that stood on it goes back to be checked anew. Raises NotFound, NotAllowed, StaleVersion.
    """
    at = now()
    with sessions.begin() as session:
        actor = acting(session, actor, "evidence")
        stored, piece = find_evidence(session, evidence_id)
        refuse_withdrawn(stored.claim)
        check_version(session, stored.claim, version)
        session.execute(
            update(EvidenceRow)
            .where(EvidenceRow.id == evidence_id)
            .values(removed_by=actor.name, removed_at=at)
        )
        left = tuple(kept for kept in stored.claim.evidence if kept.id != evidence_id)
        claim = count_version(session, stored, at, evidence=left)
        after = {"version": claim.version, **({"reason": reason} if reason else {})}
        write_event(
            session, actor, claim.article, "evidence_removed", entity_of(claim), _facts(piece), after, at
        )
        why = reason or f"evidence was removed: {piece.url}"
        return _reconsidered(session, actor, with_claim(stored, claim), set(Stance), why, at)


def write_evidence(
    session: Session, actor: Actor, stored: StoredClaim, piece: NewEvidence, at: datetime
) -> Claim:
    """Insert a checked piece of evidence and its event; the claim itself where it has it already."""
    claim = stored.claim
    if _find(claim, piece) is not None:
        return claim
    fields = {
        "url": piece.url,
        "title": piece.title,
        "publisher": piece.publisher,
        "published": piece.published,
        "stance": piece.stance or Stance.CONTEXT,
        "quote": piece.quote,
        "note": piece.note,
        "primary": piece.primary,
        "accessed_at": at,
        "added_by": actor.name,
    }
    row = {**fields, "claim_id": stored.id, "removed_by": None, "removed_at": None}
    with together(session) as gathered, at_once(session):
        inserted = _ADDED.run(session, row)
        gathered.expect(session, claim.article)
    key = inserted.rows[0]["id"]
    added = Evidence.model_validate({"id": key, **fields})
    changed = count_version(session, stored, at, evidence=(*claim.evidence, added))
    after = {**_facts(added), "version": changed.version}
    write_event(session, actor, claim.article, "evidence_added", entity_of(claim), None, after, at)
    return changed


_GIVEN = ("url", "stance", "quote", "title", "publisher", "published", "note", "primary")


def _reconsidered(
    session: Session, actor: Actor, stored: StoredClaim, stances: set[Stance], reason: str, at: datetime
) -> Claim:
    """Send a claim back when its verdict was given without, or stood on, evidence of these stances."""
    claim = stored.claim
    if claim.verdict is None:
        return claim
    policy = policy_in_force(session)
    if not stances - policy.rule(claim.verdict).unmoved_by:
        return claim
    step = workflow.take_step("send back", claim, actor, Request(policy, reason=reason))
    return record(session, actor, stored, step, at)


def find_evidence(session: Session, evidence_id: int) -> tuple[StoredClaim, Evidence]:
    """A piece of evidence and the claim that it bears on. Raises NotFound."""
    none = NotFound(f"There is no evidence number {evidence_id}.", "See them: factcheck evidence list REF.")
    where = session.execute(
        select(ArticleRow.slug, ClaimRow.n)
        .join(ClaimRow, ClaimRow.article_id == ArticleRow.id)
        .join(EvidenceRow, EvidenceRow.claim_id == ClaimRow.id)
        .where(EvidenceRow.id == evidence_id, EvidenceRow.removed_at.is_(None))
    ).one_or_none()
    if where is None:
        raise none
    stored = select_claim(session, Ref(where.slug, where.n))
    for piece in stored.claim.evidence:
        if piece.id == evidence_id:
            return stored, piece
    raise none  # somebody removed it while we waited for the claim


def _facts(piece: Evidence) -> dict[str, object]:
    """What the ledger keeps of a piece of evidence: all that somebody said about it."""
    return {"evidence": piece.model_dump(mode="json", exclude_none=True)}
