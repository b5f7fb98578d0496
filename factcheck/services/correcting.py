"""Corrections: what the public was told after it was told something else."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import insert

from factcheck.domain.actors import Actor
from factcheck.domain.models import Correction
from factcheck.domain.vocabulary import CorrectionClass
from factcheck.services.changes import entity_of, write_event
from factcheck.store import articles, corrections
from factcheck.store.claims import StoredClaim
from factcheck.store.engine import Sessions
from factcheck.store.session import Session
from factcheck.store.tables import CorrectionRow


def list_corrections(sessions: Sessions, slug: str | None = None) -> list[Correction]:
    """The corrections of an article, or of all, the newest first. Raises NotFound."""
    with sessions.read() as session:
        return corrections.every(session, articles.by_slug(session, slug).id if slug else None)


def tell_public(
    session: Session,
    actor: Actor,
    stored: StoredClaim,
    kind: CorrectionClass,
    text: str,
    new_verdict: str | None,
    at: datetime,
) -> Correction:
    """Write a public notice that what was published of a claim changed; without a verdict it is withdrawn."""
    claim = stored.claim
    fields = {
        "kind": kind,
        "old_verdict": claim.published_verdict,
        "new_verdict": new_verdict,
        "text": text,
        "made_by": actor.name,
        "made_at": at,
    }
    row = {**fields, "claim_id": stored.id}
    key = session.scalars(insert(CorrectionRow).returning(CorrectionRow.id), [row]).one()
    correction = Correction.model_validate({"id": key, "ref": claim.ref, **fields})
    after = {"correction": correction.model_dump(mode="json")}
    write_event(session, actor, claim.article, "correction_made", entity_of(claim), None, after, at)
    return correction
