"""Steps of the workflow on one or many claims: all of them, or none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from factcheck.domain import workflow
from factcheck.domain.actors import Actor
from factcheck.domain.guards import Request
from factcheck.domain.models import Claim
from factcheck.domain.refs import RefRange
from factcheck.domain.vocabulary import CorrectionClass, SkipReason, Status
from factcheck.errors import TransitionRefused
from factcheck.services.changes import ask_in_order, check_version, record, select_rows
from factcheck.services.clock import now
from factcheck.services.correcting import tell_public
from factcheck.services.gathering import together
from factcheck.services.holds import is_left_by_another, lay_back
from factcheck.services.people import identify
from factcheck.services.policies import policy_in_force
from factcheck.store import articles, claims
from factcheck.store.claims import StoredClaim
from factcheck.store.engine import Sessions
from factcheck.store.house import ask_house
from factcheck.store.prepared import Row, at_once
from factcheck.store.session import Session

Refs = Sequence[RefRange]


def take_claims(sessions: Sessions, actor: Actor, refs: Refs, *, version: int | None = None) -> list[Claim]:
    """Take unchecked claims to work on. Raises TransitionRefused, NotFound, StaleVersion."""
    return _each(sessions, actor, refs, "take", version=version)


def release_claims(
    sessions: Sessions, actor: Actor, refs: Refs, *, version: int | None = None
) -> list[Claim]:
    """Give claims back that one holds. Raises TransitionRefused, NotFound, StaleVersion."""
    return _each(sessions, actor, refs, "release", version=version)


def skip_claims(
    sessions: Sessions,
    actor: Actor,
    refs: Refs,
    reason: SkipReason,
    *,
    note: str | None = None,
    version: int | None = None,
) -> list[Claim]:
    """Say that claims can't be checked, and why. Raises TransitionRefused, NotFound, StaleVersion."""
    return _each(sessions, actor, refs, "skip", skip_reason=reason, note=note, version=version)


def approve_claims(
    sessions: Sessions, actor: Actor, refs: Refs, *, version: int | None = None
) -> list[Claim]:
    """Sign checked claims as an editor who did not check them.

    Raises TransitionRefused, NotAllowed, NotFound, StaleVersion.
    """
    return _each(sessions, actor, refs, "approve", version=version)


def return_claims(
    sessions: Sessions, actor: Actor, refs: Refs, reason: str, *, version: int | None = None
) -> list[Claim]:
    """Send checked claims back to their checker. Raises TransitionRefused, NotAllowed, NotFound."""
    return _each(sessions, actor, refs, "return", reason=reason, version=version)


def undo_claims(sessions: Sessions, actor: Actor, refs: Refs, *, version: int | None = None) -> list[Claim]:
    """Take one's own verdict, or word that a claim can't be checked, back before anybody signed it.

    Raises TransitionRefused, NotAllowed, NotFound, StaleVersion.
    """
    return _each(sessions, actor, refs, "undo", version=version)


def reopen_claims(
    sessions: Sessions, actor: Actor, refs: Refs, reason: str, *, version: int | None = None
) -> list[Claim]:
    """Open claims again: published ones, or ones said not to be checkable.

    Raises TransitionRefused, NotFound, StaleVersion.
    """
    return _each(sessions, actor, refs, "reopen", reason=reason, version=version)


def withdraw_claims(
    sessions: Sessions, actor: Actor, refs: Refs, reason: str, *, version: int | None = None
) -> list[Claim]:
    """Withdraw published claims: the first editor proposes, a second one confirms.

    Raises TransitionRefused, NotAllowed, NotFound, StaleVersion.
    """
    return _each(sessions, actor, refs, "withdraw", reason=reason, version=version)


def _each(
    sessions: Sessions,
    actor: Actor,
    refs: Refs,
    act: str,
    *,
    version: int | None = None,
    skip_reason: SkipReason | None = None,
    note: str | None = None,
    reason: str | None = None,
) -> list[Claim]:
    bylines: dict[int, str | None] = {}

    def step(session: Session, actor: Actor, stored: StoredClaim, at: datetime) -> Claim:
        if act == "approve" and stored.article_id not in bylines:
            bylines[stored.article_id] = articles.byline(session, stored.article_id)
        request = Request(
            policy_in_force(session),
            byline=bylines.get(stored.article_id),
            skip_reason=skip_reason,
            note=note,
            reason=reason,
        )
        proposal = workflow.propose_withdrawal(stored.claim, actor, request) if act == "withdraw" else None
        change = proposal or workflow.take_step(act, stored.claim, actor, request)
        if change.action == "claim_withdrawn":
            stored = _told_withdrawn(session, actor, request, stored, at)
        return record(session, actor, stored, change, at)

    return step_each(sessions, actor, refs, act, step, version=version)


def _told_withdrawn(
    session: Session, actor: Actor, request: Request, stored: StoredClaim, at: datetime
) -> StoredClaim:
    """Tell the public that a verdict is withdrawn; the desk's reason stays with the desk."""
    claim = stored.claim
    text = f"We withdraw our verdict “{request.policy.label_of(claim.published_verdict)}”."
    made = tell_public(session, actor, stored, CorrectionClass.CORRECTION, text, None, at)
    return with_claim(stored, claim.model_copy(update={"corrections": (*claim.corrections, made)}))


def step_each(
    sessions: Sessions,
    actor: Actor,
    refs: Refs,
    act: str,
    step: Callable[[Session, Actor, StoredClaim, datetime], Claim],
    *,
    version: int | None = None,
) -> list[Claim]:
    """Take one step with every claim that the refs name, in one transaction.

    `slug#all` means those whose status has that step; a ref with numbers means each of them, and one
    refusal refuses all.
    """
    at = now()
    with sessions.begin() as session:
        with at_once(session):  # claims are locked before one knows who asks: for no longer than that takes
            asked = ask_in_order(session, refs)
            ask_house(session)
        actor = identify(session, actor)
        workflow.check_act(act, actor)
        # Their parts come later: most refusals are for somebody who was quicker.
        rows_of = {ref: select_rows(session, ref, answer) for ref, answer in asked.items()}
        rows: dict[int, Row] = {}
        for ref in refs:
            found = rows_of[ref]
            if ref.is_all:
                found = [row for row in found if workflow.can(act, claims.glimpse(row).claim)]
                if not found:
                    raise TransitionRefused(
                        f"There is no claim of {ref.slug} that one could {act} now.",
                        f"See where they stand: factcheck claims {ref.slug}.",
                    )
            rows.update((row["id"], row) for row in found)
        for row in rows.values():
            if version is None and workflow.has_step(act, Status(row["status"])):
                continue
            claim = claims.glimpse(row).claim
            check_version(session, claim, version)
            workflow.check_step(act, claim)
        chosen = {stored.id: stored for stored in claims.whole_of(session, list(rows.values()))}
        slugs = {ref.slug for ref in refs}
        with together(session, slugs.pop() if act == "mark" and len(slugs) == 1 else None):
            for key, stored in chosen.items():
                if is_left_by_another(session, actor, stored.claim, at):
                    chosen[key] = with_claim(stored, lay_back(session, stored, at))
            return [step(session, actor, stored, at) for stored in chosen.values()]


def with_claim(stored: StoredClaim, claim: Claim) -> StoredClaim:
    """The same row, as it reads after a change."""
    return replace(stored, claim=claim)
