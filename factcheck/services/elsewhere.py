"""The same fact elsewhere: claims of other articles with the same words."""

from __future__ import annotations

from datetime import datetime

from factcheck.domain import workflow
from factcheck.domain.actors import Actor
from factcheck.domain.guards import Request
from factcheck.domain.models import Claim, Correction, text_sha256
from factcheck.domain.policy import Policy
from factcheck.domain.refs import Ref
from factcheck.domain.revising import why_again
from factcheck.domain.vocabulary import Status
from factcheck.domain.workflow import Change
from factcheck.services.changes import record, select_claim
from factcheck.store import claims
from factcheck.store.claims import Filters, StoredClaim
from factcheck.store.engine import Sessions
from factcheck.store.session import Session
from factcheck.store.tables import ClaimRow
from factcheck.text.anchor import plain_sentence

# So few words (“No comment.”) are said of anything; the same ones elsewhere are no same fact.
_FEWEST_WORDS = 4


def same_elsewhere(sessions: Sessions, ref: Ref) -> list[Claim]:
    """The claims of other articles that say the same in the same words. Raises NotFound."""
    with sessions.read() as session:
        return [one.claim for one in _like(session, select_claim(session, ref))]


def flag_elsewhere(
    session: Session, actor: Actor, policy: Policy, stored: StoredClaim, correction: Correction, at: datetime
) -> list[Claim]:
    """Have every claim with the same words looked at again, because this one was corrected.

    One that has a verdict and isn't public yet goes back to its checker; a public one is flagged.
    """
    flagged = []
    for twin in _like(session, stored, gone_too=True):
        if twin.claim.status is Status.WITHDRAWN:
            continue
        why = f"{correction.ref} says the same and was corrected on {at.date()}: {correction.text}"
        change = Change("claim_flagged", {"recheck": why_again(twin.claim, why)})
        if twin.claim.status in (Status.CHECKED, Status.APPROVED):
            step = workflow.take_step("send back", twin.claim, actor, Request(policy, reason=why))
            change = Change(step.action, {**step.fields, "recheck": why})
        flagged.append(record(session, actor, twin, change, at))
    return flagged


def _like(session: Session, stored: StoredClaim, *, gone_too: bool = False) -> list[StoredClaim]:
    """Claims with the same words in other articles; with `gone_too` those that left the text as well."""
    words = plain_sentence(stored.claim.text)
    if len(words.split()) < _FEWEST_WORDS:
        return []
    same = [ClaimRow.same_as == text_sha256(words), ClaimRow.article_id != stored.article_id]
    return claims.find(
        session, Filters(orphaned=None if gone_too else False, locked=session.writing, extra=same)
    )
