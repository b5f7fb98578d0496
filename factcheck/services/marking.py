"""A checker's word: a verdict, with the evidence that it stands on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from factcheck.domain import workflow
from factcheck.domain.actors import Actor
from factcheck.domain.guards import Request
from factcheck.domain.links import NewEvidence, check_link
from factcheck.domain.models import Claim
from factcheck.domain.vocabulary import AttributionCheck
from factcheck.services.changes import record
from factcheck.services.evidence import write_evidence
from factcheck.services.policies import policy_in_force
from factcheck.services.steps import Refs, step_each, with_claim
from factcheck.store.claims import StoredClaim
from factcheck.store.engine import Sessions
from factcheck.store.session import Session


def mark_claims(
    sessions: Sessions,
    actor: Actor,
    refs: Refs,
    verdict: str,
    *,
    evidence: Sequence[NewEvidence] = (),
    attribution_check: AttributionCheck | None = None,
    note: str | None = None,
    version: int | None = None,
) -> list[Claim]:
    """Say what checking found; an unchecked claim is taken and checked in one step.

    Evidence given along with it is attached in the same transaction, to every claim named. Raises
    UsageError for an unknown verdict, TransitionRefused when the evidence doesn't suffice or somebody
    else holds a claim, NotFound, StaleVersion; then nothing is attached either.
    """
    links = [replace(piece, url=check_link(piece.url)) for piece in evidence]

    def mark(session: Session, actor: Actor, stored: StoredClaim, at: datetime) -> Claim:
        policy = policy_in_force(session)
        usual = policy.rule(verdict).usual_stance
        request = Request(policy, verdict=verdict, attribution_check=attribution_check, note=note)
        for piece in links:
            given = replace(piece, stance=piece.stance or usual)
            stored = with_claim(stored, write_evidence(session, actor, stored, given, at))
        return record(session, actor, stored, workflow.take_step("mark", stored.claim, actor, request), at)

    return step_each(sessions, actor, refs, "mark", mark, version=version)
