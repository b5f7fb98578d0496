"""The workflow as a table: from which status a claim may go where, who may send it, and what guards it.

A row is one step; nothing else in factcheck decides about a status. `take_step` is pure: it
raises, or says what changes, and the caller writes that down.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from factcheck.domain import guards
from factcheck.domain.actors import Actor
from factcheck.domain.guards import Request
from factcheck.domain.models import Claim, text_sha256
from factcheck.domain.permissions import check_may, may
from factcheck.domain.vocabulary import Status
from factcheck.errors import TransitionRefused

Guard = Callable[[Claim, Actor, Request], None]
Effect = Callable[[Claim, Actor, Request], Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Change:
    """What a step does to a claim: the event's name, and the fields with their new values."""

    action: str
    fields: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Step:
    """A row of the table. `act` is the verb people use, `action` the event's name in the ledger."""

    act: str
    sources: tuple[Status, ...]
    target: Status
    action: str
    effect: Effect
    guards: tuple[Guard, ...] = field(default=())
    permission: str | None = None

    @property
    def needs(self) -> str:
        """What one must be allowed to do (a row of the permissions); mostly the act itself."""
        return self.permission or self.act


# What a claim loses when its check no longer stands. The note stays: it holds what was learned.
_UNCHECK: Mapping[str, Any] = {
    "verdict": None,
    "attribution_check": None,
    "checked_by": None,
    "checked_sha256": None,
    "approved_by": None,
}


def _assign(_: Claim, actor: Actor, __: Request) -> Mapping[str, Any]:
    return {"assignee": actor.name}


def _unassign(_: Claim, __: Actor, ___: Request) -> Mapping[str, Any]:
    return {"assignee": None}


def _skip(claim: Claim, actor: Actor, request: Request) -> Mapping[str, Any]:
    note = request.note or claim.note
    return {
        "assignee": None,
        "skip_reason": request.skip_reason,
        "note": note,
        "checked_by": actor.name,
        "recheck": None,
    }


def _unskip(_: Claim, __: Actor, request: Request) -> Mapping[str, Any]:
    return {"skip_reason": None, "checked_by": None, "reason": request.reason}


def _check(claim: Claim, actor: Actor, request: Request) -> Mapping[str, Any]:
    return {
        "assignee": None,
        "verdict": request.verdict,
        "attribution_check": request.attribution_check,
        "note": request.note or claim.note,
        "checked_by": actor.name,
        "checked_sha256": text_sha256(claim.text),
        "withdrawal_by": None,
        "reason": None,
        "recheck": None,
    }


def _back_to_checker(claim: Claim, _: Actor, request: Request) -> Mapping[str, Any]:
    return {**_UNCHECK, "assignee": claim.checked_by, "reason": request.reason}


def _approve(_: Claim, actor: Actor, __: Request) -> Mapping[str, Any]:
    return {"approved_by": actor.name}


def _publish(claim: Claim, _: Actor, __: Request) -> Mapping[str, Any]:
    return {"published_verdict": claim.verdict, "reason": None}


def _reopen(_: Claim, __: Actor, request: Request) -> Mapping[str, Any]:
    return {**_UNCHECK, "reason": request.reason, "withdrawal_by": None}


def _withdraw(_: Claim, actor: Actor, request: Request) -> Mapping[str, Any]:
    return {**_UNCHECK, "withdrawn_by": actor.name, "reason": request.reason}


_S = Status
TABLE: tuple[Step, ...] = (
    Step("take", (_S.UNCHECKED,), _S.IN_REVIEW, "claim_taken", _assign),
    Step("release", (_S.IN_REVIEW,), _S.UNCHECKED, "claim_released", _unassign, (guards.holder,)),
    Step(
        "skip",
        (_S.UNCHECKED, _S.IN_REVIEW),
        _S.NOT_CHECKABLE,
        "claim_skipped",
        _skip,
        (guards.nobody_else_holds, guards.skip_reason),
    ),
    Step(
        "reopen",
        (_S.NOT_CHECKABLE,),
        _S.UNCHECKED,
        "claim_unskipped",
        _unskip,
        (guards.reason,),
        permission="unskip",
    ),
    Step(
        "mark",
        (_S.UNCHECKED, _S.IN_REVIEW, _S.REOPENED),
        _S.CHECKED,
        "claim_marked",
        _check,
        (guards.nobody_else_holds, guards.every_checkpoint_ticked, guards.enough_evidence),
    ),
    Step("return", (_S.CHECKED,), _S.IN_REVIEW, "claim_returned", _back_to_checker, (guards.reason,)),
    # A slip of the hand: a checker takes back what nobody has signed yet.
    Step(
        "undo",
        (_S.CHECKED,),
        _S.IN_REVIEW,
        "claim_undone",
        _back_to_checker,
        (guards.own_check,),
        permission="mark",
    ),
    Step(
        "undo",
        (_S.NOT_CHECKABLE,),
        _S.UNCHECKED,
        "claim_undone",
        _unskip,
        (guards.own_check,),
        permission="skip",
    ),
    # A signature is taken back by whoever gave it, or by any editor where there is cause to look again.
    Step(
        "return",
        (_S.APPROVED,),
        _S.IN_REVIEW,
        "claim_returned",
        _back_to_checker,
        (guards.reason, guards.own_signature),
    ),
    Step(
        "approve",
        (_S.CHECKED,),
        _S.APPROVED,
        "claim_approved",
        _approve,
        (
            guards.second_person,
            guards.not_the_author,
            guards.no_open_query,
            guards.same_text,
            guards.not_flagged,
        ),
    ),
    # Its guard, the gate, speaks about the whole article: the service that publishes asks it.
    Step("publish", (_S.APPROVED,), _S.PUBLISHED, "claim_published", _publish),
    # What follows by itself when a sentence, its evidence or its like elsewhere changed.
    Step("send back", (_S.CHECKED, _S.APPROVED), _S.IN_REVIEW, "claim_sent_back", _back_to_checker),
    Step("send back", (_S.NOT_CHECKABLE,), _S.UNCHECKED, "claim_sent_back", _unskip),
    Step("send back", (_S.PUBLISHED,), _S.REOPENED, "claim_reopened", _reopen),
    # What follows when somebody took a claim and left it.
    Step("lay back", (_S.IN_REVIEW,), _S.UNCHECKED, "claim_laid_back", _unassign),
    Step("reopen", (_S.PUBLISHED,), _S.REOPENED, "claim_reopened", _reopen, (guards.reason,)),
    Step(
        "withdraw",
        (_S.PUBLISHED, _S.REOPENED),
        _S.WITHDRAWN,
        "claim_withdrawn",
        _withdraw,
        (guards.reason, guards.second_editor),
    ),
)

# Steps that follow from another act (a sentence or its evidence changed); nobody asks for them by name.
_CONSEQUENCES = ("send back", "lay back")
# What can still be done with a claim whose sentence has gone from the text.
_FOR_ORPHANED = ("release", "reopen", "withdraw", *_CONSEQUENCES)


def steps_from(status: Status) -> tuple[Step, ...]:
    """The rows that a person may ask for in this status, in the table's order."""
    return tuple(step for step in TABLE if status in step.sources and step.act not in _CONSEQUENCES)


def can(act: str, claim: Claim) -> bool:
    """Whether the table has this act where the claim stands; the guards may still refuse it."""
    gone = claim.orphaned and act not in _FOR_ORPHANED
    return not gone and has_step(act, claim.status)


def has_step(act: str, status: Status) -> bool:
    """Whether the table has this act for any claim of that status."""
    return any(step.act == act and status in step.sources for step in TABLE)


def check_act(act: str, actor: Actor) -> None:
    """Raise NotAllowed when this actor may do that act with no claim, wherever it stands."""
    needs = dict.fromkeys(step.needs for step in TABLE if step.act == act)
    if not any(may(actor.role, permission) for permission in needs):
        check_may(actor, next(iter(needs)))


def check_step(act: str, claim: Claim) -> None:
    """Raise TransitionRefused when the table has no such act where the claim stands.

    For whoever would have to write something before the step itself is taken.
    """
    if not has_step(act, claim.status):
        raise _no_such_step(act, claim)


def take_step(act: str, claim: Claim, actor: Actor, request: Request) -> Change:
    """Say what `act` changes in a claim.

    Raises TransitionRefused when the table has no such step from here or a guard says no,
    NotAllowed when the actor's role doesn't reach.
    """
    for step in TABLE:
        if step.act == act and claim.status in step.sources:
            if act not in _CONSEQUENCES:
                check_may(actor, step.needs)
                _check_in_text(act, claim)
            for guard in step.guards:
                guard(claim, actor, request)
            fields = {"status": step.target, **step.effect(claim, actor, request)}
            return Change(step.action, fields)
    raise _no_such_step(act, claim)


def propose_withdrawal(claim: Claim, actor: Actor, request: Request) -> Change | None:
    """The first editor's half of a withdrawal, or None when a first editor has spoken already."""
    if claim.withdrawal_by is not None or not can("withdraw", claim):
        return None
    check_may(actor, "withdraw")
    guards.reason(claim, actor, request)
    return Change("withdrawal_proposed", {"withdrawal_by": actor.name, "reason": request.reason})


def _check_in_text(act: str, claim: Claim) -> None:
    """Nobody works on a sentence that has gone; what was said of it in public can still be taken back."""
    if claim.orphaned and act not in _FOR_ORPHANED:
        raise TransitionRefused(
            f"{claim.ref} is orphaned: its sentence stands no more in {claim.article}.",
            "It returns when the sentence does. See the newest text: factcheck claims " + claim.article + ".",
        )


_WHO_DID: Mapping[Status, str] = {
    Status.IN_REVIEW: "assignee",
    Status.CHECKED: "checked_by",
    Status.NOT_CHECKABLE: "checked_by",
    Status.APPROVED: "approved_by",
    Status.PUBLISHED: "approved_by",
}


# What to do about a claim whose status has no step that undoes it.
_WAY_OUT: Mapping[Status, str] = {
    Status.CHECKED: " An editor can return it.",
    Status.APPROVED: " Who approved it can return it; evidence against it sends it back.",
}


def _no_such_step(act: str, claim: Claim) -> TransitionRefused:
    who = getattr(claim, _WHO_DID[claim.status]) if claim.status in _WHO_DID else None
    by = f" (by {who})" if who else ""
    found = f" as “{claim.verdict}”" if claim.verdict else ""
    ways = [step.act for step in steps_from(claim.status)]
    hint = f"From there one can: {', '.join(dict.fromkeys(ways))}." if ways else "That is its end."
    status = claim.status.replace("_", " ")
    return TransitionRefused(
        f"{claim.ref} is {status}{by}{found}, so nobody can {act} it.", hint + _WAY_OUT.get(claim.status, "")
    )
