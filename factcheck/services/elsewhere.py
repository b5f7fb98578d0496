"""The same fact elsewhere: claims of other articles with the same words."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, select

from factcheck.domain import workflow
from factcheck.domain.actors import Actor
from factcheck.domain.guards import Request
from factcheck.domain.models import Claim, Correction, text_sha256
from factcheck.domain.policy import Policy
from factcheck.domain.refs import Ref, RefRange
from factcheck.domain.revising import why_again
from factcheck.domain.vocabulary import Status
from factcheck.domain.workflow import Change
from factcheck.services.changes import record, select_claim
from factcheck.store import claims
from factcheck.store.claims import Filters, StoredClaim
from factcheck.store.engine import Sessions
from factcheck.store.session import Session
from factcheck.store.tables import ArticleRow, ClaimRow
from factcheck.text.anchor import plain_sentence

# So few words (“No comment.”) are said of anything; the same ones elsewhere are no same fact.
_FEWEST_WORDS = 4


def same_elsewhere(sessions: Sessions, ref: Ref) -> list[Claim]:
    """The claims of other articles that say the same in the same words. Raises NotFound."""
    with sessions.read() as session:
        return [one.claim for one in _like(session, select_claim(session, ref))]


def flag_elsewhere(
    session: Session,
    actor: Actor,
    policy: Policy,
    stored: StoredClaim,
    correction: Correction,
    at: datetime,
    *,
    but: Collection[str] = (),
) -> list[Claim]:
    """Have every claim with the words of `stored` looked at again, because these were corrected.

    One that has a verdict and isn't public yet goes back to its checker; a public one is flagged. `but`
    are the refs of those that were flagged just now.
    """
    flagged = []
    for twin in _like(session, stored, gone_too=True):
        if twin.claim.status is Status.WITHDRAWN or twin.claim.ref in but:
            continue
        why = f"{correction.ref} says the same and was corrected on {at.date()}: {correction.text}"
        change = Change("claim_flagged", {"recheck": why_again(twin.claim, why)})
        if twin.claim.status in (Status.CHECKED, Status.APPROVED):
            step = workflow.take_step("send back", twin.claim, actor, Request(policy, reason=why))
            change = Change(step.action, {**step.fields, "recheck": why})
        flagged.append(record(session, actor, twin, change, at))
    return flagged


def refs_elsewhere(session: Session, corrected: Sequence[StoredClaim]) -> set[RefRange]:
    """The claims that `flag_elsewhere` may flag because of these, for whoever has to lock them in order."""
    found: set[RefRange] = set()
    for stored in corrected:
        if (same := _same_as(stored)) is not None:
            named = select(ArticleRow.slug, ClaimRow.n).join(ArticleRow, ArticleRow.id == ClaimRow.article_id)
            found |= {RefRange(slug, n, n) for slug, n in session.execute(named.where(*same))}
    return found


def _same_as(stored: StoredClaim) -> list[ColumnElement[bool]] | None:
    """What claims of other articles with the same words have; None where the words say too little."""
    words = plain_sentence(stored.claim.text)
    if len(words.split()) < _FEWEST_WORDS:
        return None
    return [ClaimRow.same_as == text_sha256(words), ClaimRow.article_id != stored.article_id]


def _like(session: Session, stored: StoredClaim, *, gone_too: bool = False) -> list[StoredClaim]:
    """Claims with the same words in other articles; with `gone_too` those that left the text as well."""
    same = _same_as(stored)
    if same is None:
        return []
    return claims.find(
        session, Filters(orphaned=None if gone_too else False, locked=session.writing, extra=same)
    )
