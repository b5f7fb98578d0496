"""Checkpoints: each figure, date and name of a claim, ticked by itself."""

from __future__ import annotations

from sqlalchemy import update

from factcheck.domain.actors import Actor
from factcheck.domain.models import Claim
from factcheck.domain.refs import Ref
from factcheck.domain.vocabulary import Status
from factcheck.errors import NotFound, TransitionRefused
from factcheck.services.changes import count_version, entity_of, select_claim, write_event
from factcheck.services.clock import now
from factcheck.services.people import acting
from factcheck.store.engine import Sessions
from factcheck.store.tables import CheckpointRow

_OPEN = (Status.UNCHECKED, Status.IN_REVIEW, Status.REOPENED)


def tick_checkpoint(
    sessions: Sessions, actor: Actor, ref: Ref, n: int, *, ticked: bool = True, version: int | None = None
) -> Claim:
    """Tick a detail of a claim as checked, or take the tick away.

    Raises NotFound for a checkpoint that isn't there, TransitionRefused once the claim has a verdict,
    NotAllowed, StaleVersion. What is ticked already stays with who ticked it.
    """
    at = now()
    with sessions.begin() as session:
        actor = acting(session, actor, "tick")
        stored = select_claim(session, ref, version)
        claim = stored.claim
        point = next((one for one in claim.checkpoints if one.n == n), None)
        if point is None:
            raise NotFound(f"{ref} has no checkpoint {n}.", f"See them: factcheck show {ref}.")
        if claim.status not in _OPEN:
            raise TransitionRefused(
                f"{ref} is {claim.status}; its checkpoints are ticked while it is being checked.",
                f"An editor sends it back first: factcheck return {ref} --reason TEXT.",
            )
        if (point.ticked_by is not None) == ticked:
            return claim
        by = actor.name if ticked else None
        session.execute(
            update(CheckpointRow)
            .where(CheckpointRow.claim_id == stored.id, CheckpointRow.n == n)
            .values(ticked_by=by)
        )
        points = tuple(
            one.model_copy(update={"ticked_by": by}) if one.n == n else one for one in claim.checkpoints
        )
        changed = count_version(session, stored, at, checkpoints=points)
        action = "checkpoint_ticked" if ticked else "checkpoint_unticked"
        after = {"checkpoint": n, "text": point.text, "version": changed.version}
        write_event(session, actor, claim.article, action, entity_of(claim), None, after, at)
        return changed
