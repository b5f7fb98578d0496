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
from factcheck.domain.vocabulary import Role, Status
from factcheck.errors import NotAllowed, TransitionRefused

Guard = Callable[[Claim, Actor, Request], None]
Effect = Callable[[Claim, Actor, Request], Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Change:
    """What a step does to a claim: the event's name, and the fields with their new values."""

    action: str
    fields: Mapping[str, Any]
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """A row of the table. `act` is the verb people use, `action` the event's name in the ledger."""

    act: str
    sources: tuple[Status, ...]
    target: Status
    role: Role
    action: str
    effect: Effect
    guards: tuple[Guard, ...] = field(default=())


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
    return {"assignee": None, "skip_reason": request.skip_reason, "note": note, "checked_by": actor.name}


def _unskip(_: Claim, __: Actor, ___: Request) -> Mapping[str, Any]:
    return {"skip_reason": None, "checked_by": None}


def _check(claim: Claim, actor: Actor, request: Request) -> Mapping[str, Any]:
    return {
        "assignee": None,
        "verdict": request.verdict,
        "attribution_check": request.attribution_check,
        "note": request.note or claim.note,
        "checked_by": actor.name,
        "checked_sha256": text_sha256(claim.text),
        "withdrawal_by": None,
    }


def _back_to_checker(claim: Claim, _: Actor, __: Request) -> Mapping[str, Any]:
    return {**_UNCHECK, "assignee": claim.checked_by}


def _approve(_: Claim, actor: Actor, __: Request) -> Mapping[str, Any]:
    return {"approved_by": actor.name}


def _publish(claim: Claim, _: Actor, __: Request) -> Mapping[str, Any]:
    return {"published_verdict": claim.verdict, "reopen_reason": None}


def _reopen(_: Claim, __: Actor, request: Request) -> Mapping[str, Any]:
    return {**_UNCHECK, "reopen_reason": request.reason, "withdrawal_by": None}


def _withdraw(claim: Claim, _: Actor, __: Request) -> Mapping[str, Any]:
    return {**_UNCHECK, "withdrawal_by": claim.withdrawal_by}


_S = Status
TABLE: tuple[Step, ...] = (
    Step("take", (_S.UNCHECKED,), _S.IN_REVIEW, Role.CHECKER, "claim_taken", _assign),
    Step(
        "release", (_S.IN_REVIEW,), _S.UNCHECKED, Role.CHECKER, "claim_released", _unassign, (guards.holder,)
    ),
    Step(
        "skip",
        (_S.UNCHECKED, _S.IN_REVIEW),
        _S.NOT_CHECKABLE,
        Role.CHECKER,
        "claim_skipped",
        _skip,
        (guards.nobody_else_holds, guards.skip_reason),
    ),
    Step(
        "reopen",
        (_S.NOT_CHECKABLE,),
        _S.UNCHECKED,
        Role.CHECKER,
        "claim_unskipped",
        _unskip,
        (guards.reason,),
    ),
    Step(
        "mark",
        (_S.UNCHECKED, _S.IN_REVIEW, _S.REOPENED),
        _S.CHECKED,
        Role.CHECKER,
        "claim_marked",
        _check,
        (guards.nobody_else_holds, guards.every_checkpoint_ticked, guards.enough_evidence),
    ),
    Step(
        "return",
        (_S.CHECKED,),
        _S.IN_REVIEW,
        Role.EDITOR,
        "claim_returned",
        _back_to_checker,
        (guards.reason,),
    ),
    Step(
        "approve",
        (_S.CHECKED,),
        _S.APPROVED,
        Role.EDITOR,
        "claim_approved",
        _approve,
        (guards.second_person, guards.not_the_author, guards.no_open_query, guards.same_text),
    ),
    # Its guard, the gate, speaks about the whole article: the service that publishes asks it.
    Step("publish", (_S.APPROVED,), _S.PUBLISHED, Role.EDITOR, "claim_published", _publish),
    Step(
        "send back", (_S.CHECKED, _S.APPROVED), _S.IN_REVIEW, Role.READER, "claim_sent_back", _back_to_checker
    ),
    Step("reopen", (_S.PUBLISHED,), _S.REOPENED, Role.READER, "claim_reopened", _reopen, (guards.reason,)),
    Step(
        "withdraw",
        (_S.PUBLISHED, _S.REOPENED),
        _S.WITHDRAWN,
        Role.EDITOR,
        "claim_withdrawn",
        _withdraw,
        (guards.reason, guards.second_editor),
    ),
)

# Steps that follow from another act (a sentence or its evidence changed); nobody asks for them by name.
_CONSEQUENCES = ("send back",)


def steps_from(status: Status) -> tuple[Step, ...]:
    """The rows that a person may ask for in this status, in the table's order."""
    return tuple(step for step in TABLE if status in step.sources and step.act not in _CONSEQUENCES)


def can(act: str, status: Status) -> bool:
    """Whether the table has this act in this status; the guards may still refuse it."""
    return any(step.act == act and status in step.sources for step in TABLE)


def take_step(act: str, claim: Claim, actor: Actor, request: Request) -> Change:
    """Say what `act` changes in a claim.

    Raises TransitionRefused when the table has no such step from here or a guard says no,
    NotAllowed when the actor's role doesn't reach.
    """
    for step in TABLE:
        if step.act == act and claim.status in step.sources:
            _check_role(step, actor)
            for guard in step.guards:
                guard(claim, actor, request)
            fields = {"status": step.target, **step.effect(claim, actor, request)}
            return Change(step.action, fields, request.reason)
    raise _no_such_step(act, claim)


def propose_withdrawal(claim: Claim, actor: Actor, request: Request) -> Change | None:
    """The first editor's half of a withdrawal, or None when a first editor has spoken already."""
    if claim.withdrawal_by is not None or not can("withdraw", claim.status):
        return None
    _check_role(next(step for step in TABLE if step.act == "withdraw"), actor)
    guards.reason(claim, actor, request)
    return Change("withdrawal_proposed", {"withdrawal_by": actor.name}, request.reason)


def _check_role(step: Step, actor: Actor) -> None:
    if actor.machine and step.act not in _CONSEQUENCES:
        raise NotAllowed(
            "A machine can suggest; it can't set a status or a verdict.", "A person has to do it."
        )
    if not actor.role.reaches(step.role):
        raise NotAllowed(
            f"{actor.name} is a {actor.role}; to {step.act} a claim takes a {step.role}.",
            f"Ask a {step.role} to do it.",
        )


_WHO_DID: Mapping[Status, str] = {
    Status.IN_REVIEW: "assignee",
    Status.CHECKED: "checked_by",
    Status.NOT_CHECKABLE: "checked_by",
    Status.APPROVED: "approved_by",
    Status.PUBLISHED: "approved_by",
}


def _no_such_step(act: str, claim: Claim) -> TransitionRefused:
    who = getattr(claim, _WHO_DID[claim.status]) if claim.status in _WHO_DID else None
    by = f" (by {who})" if who else ""
    ways = [step.act for step in steps_from(claim.status)]
    hint = f"From {claim.status} one can: {', '.join(dict.fromkeys(ways))}." if ways else "That is its end."
    return TransitionRefused(f"{claim.ref} is {claim.status}{by}, so nobody can {act} it.", hint)
