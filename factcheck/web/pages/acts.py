"""What can be done with a claim from its panel: each form calls one service, and says what it did."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from factcheck.domain import workflow
from factcheck.domain.actors import Actor
from factcheck.domain.links import NewEvidence
from factcheck.domain.models import Claim
from factcheck.domain.permissions import may
from factcheck.domain.policy import Policy
from factcheck.domain.refs import Ref, RefRange
from factcheck.domain.vocabulary import AttributionCheck, SkipReason, Stance, Status
from factcheck.errors import BadInput, NotFound
from factcheck.services import archiving, evidence, marking, queries, steps, ticking
from factcheck.web.callers import Caller
from factcheck.web.pages.forms import Fields, day, needed, number
from factcheck.web.problems import web_hint

T = TypeVar("T", AttributionCheck, SkipReason, Stance)


@dataclass(frozen=True, slots=True)
class Done:
    """A claim after an act; `missing` is what the act could not get beside it, in sentences."""

    claim: Claim
    missing: tuple[str, ...] = ()


Act = Callable[[Caller, Ref, Fields], Claim | archiving.KeptPage]


def do(who: Caller, ref: Ref, name: str, fields: Fields) -> Done:
    """Do what a form asks. Raises NotFound for no such act, and what it raises."""
    if name not in ACTS:
        raise NotFound("There is no such step.", "Use the buttons of the claim's panel.")
    found = ACTS[name](who, ref, fields)
    if isinstance(found, Claim):
        return Done(found)
    missing = (f"{what}: {why.message} {web_hint(why.hint) or ''}".rstrip() for what, why in found.missing)
    return Done(found.claim, tuple(missing))


def told(name: str, claim: Claim, policy: Policy) -> str:
    """What an act did, in words."""
    words = WORDS[name]
    if name == "mark":
        words += f": {policy.label_of(claim.verdict)}"
    elif name == "tick":
        ticked = sum(point.ticked_by is not None for point in claim.checkpoints)
        words = f"has {ticked} of {len(claim.checkpoints)} details ticked"
    elif name == "withdraw" and claim.status is not Status.WITHDRAWN:
        words = "is proposed to be withdrawn; a second editor confirms that"
    return f"{claim.ref} {words}."


def _one(ref: Ref) -> list[RefRange]:
    return [RefRange(ref.slug, ref.n, ref.n)]


def _take(who: Caller, ref: Ref, fields: Fields) -> Claim:
    return steps.take_claims(who.sessions, who.actor, _one(ref), version=number(fields, "version"))[0]


def _release(who: Caller, ref: Ref, fields: Fields) -> Claim:
    return steps.release_claims(who.sessions, who.actor, _one(ref), version=number(fields, "version"))[0]


def _mark(who: Caller, ref: Ref, fields: Fields) -> Claim:
    done = marking.mark_claims(
        who.sessions,
        who.actor,
        _one(ref),
        needed(fields, "verdict", "A verdict"),
        evidence=[_piece(fields)] if "url" in fields else (),
        attribution_check=_choice(AttributionCheck, fields.get("attribution_check")),
        note=fields.get("note"),
        version=number(fields, "version"),
    )
    return done[0]


def _skip(who: Caller, ref: Ref, fields: Fields) -> Claim:
    reason = _choice(SkipReason, needed(fields, "reason", "A reason")) or SkipReason.OTHER
    version, note = number(fields, "version"), fields.get("note")
    return steps.skip_claims(who.sessions, who.actor, _one(ref), reason, note=note, version=version)[0]


def _undo(who: Caller, ref: Ref, fields: Fields) -> Claim:
    return steps.undo_claims(who.sessions, who.actor, _one(ref), version=number(fields, "version"))[0]


def _tick(who: Caller, ref: Ref, fields: Fields) -> Claim:
    point = number(fields, "checkpoint")
    if point is None:
        raise BadInput("Which detail is meant?", "Use the buttons of the claim's panel.")
    return ticking.tick_checkpoint(who.sessions, who.actor, ref, point, ticked="off" not in fields)


def _approve(who: Caller, ref: Ref, fields: Fields) -> Claim:
    return steps.approve_claims(who.sessions, who.actor, _one(ref), version=number(fields, "version"))[0]


def _with_reason(step: Callable[..., list[Claim]]) -> Act:
    def act(who: Caller, ref: Ref, fields: Fields) -> Claim:
        reason = needed(fields, "reason", "A reason")
        return step(who.sessions, who.actor, _one(ref), reason, version=number(fields, "version"))[0]

    return act


def _attach(who: Caller, ref: Ref, fields: Fields) -> Claim | archiving.KeptPage:
    version, piece = number(fields, "version"), _piece(fields)
    claim = evidence.attach_evidence(who.sessions, who.actor, ref, piece, version=version)
    if "keep" not in fields:
        return claim
    return archiving.try_to_keep(who.sessions, lambda: who.shelf, who.network, who.actor, claim, piece)


def _remove(who: Caller, _: Ref, fields: Fields) -> Claim:
    piece = number(fields, "evidence")
    if piece is None:
        raise BadInput("Which page is meant?", "Use the buttons of the claim's panel.")
    return evidence.remove_evidence(who.sessions, who.actor, piece, reason=fields.get("reason"))


def _keep(who: Caller, _: Ref, fields: Fields) -> archiving.KeptPage:
    piece = number(fields, "evidence")
    if piece is None:
        raise BadInput("Which page is meant?", "Use the buttons of the claim's panel.")
    return archiving.keep_page(who.sessions, who.shelf, who.network, who.actor, piece)


def _ask(who: Caller, ref: Ref, fields: Fields) -> Claim:
    question = needed(fields, "text", "A question")
    return queries.ask_query(who.sessions, who.actor, ref, question, due=day(fields, "due"))


def _answer(who: Caller, ref: Ref, fields: Fields) -> Claim:
    answer = needed(fields, "text", "An answer")
    return queries.answer_query(who.sessions, who.actor, ref, answer, number=number(fields, "query"))


def _piece(fields: Fields) -> NewEvidence:
    return NewEvidence(
        needed(fields, "url", "A link"),
        stance=_choice(Stance, fields.get("stance")),
        quote=fields.get("quote"),
        title=fields.get("title"),
        publisher=fields.get("publisher"),
        published=day(fields, "published"),
        note=fields.get("evidence_note"),
        primary="primary" in fields,
    )


def _choice(kind: type[T], word: str | None) -> T | None:
    if word is None:
        return None
    try:
        return kind(word)
    except ValueError as error:
        raise BadInput("That is none of the choices.", "Choose one of those on the page.") from error


ACTS: Mapping[str, Act] = {
    "take": _take,
    "release": _release,
    "mark": _mark,
    "skip": _skip,
    "undo": _undo,
    "tick": _tick,
    "approve": _approve,
    "return": _with_reason(steps.return_claims),
    "reopen": _with_reason(steps.reopen_claims),
    "withdraw": _with_reason(steps.withdraw_claims),
    "evidence": _attach,
    "remove": _remove,
    "keep": _keep,
    "query": _ask,
    "answer": _answer,
}
# What each did, after the claim's ref.
WORDS: Mapping[str, str] = {
    "take": "is yours",
    "release": "is given back",
    "mark": "is marked",
    "skip": "is left out of checking",
    "undo": "has no verdict any more; it is yours, and its evidence stays",
    "tick": "has a detail ticked, or no longer ticked",
    "approve": "is approved",
    "return": "is sent back",
    "reopen": "is open again",
    "withdraw": "is withdrawn",
    "evidence": "has new evidence",
    "remove": "has lost a piece of evidence",
    "keep": "has its page kept",
    "query": "has a question",
    "answer": "has an answer",
}


def offered(claim: Claim, actor: Actor, policy: Policy) -> frozenset[str]:
    """The acts that a panel offers somebody: those that the workflow has here and the role reaches.

    The guards speak when it is tried: they say why in words.
    """
    if claim.status is Status.WITHDRAWN:
        return frozenset()
    able = {
        step.act
        for step in workflow.steps_from(claim.status)
        if may(actor.role, step.needs) and workflow.can(step.act, claim)
    }
    own = actor.is_person(claim.checked_by)
    able -= {"undo"} if not own else {"approve"} if policy.second_person else set()
    for act, needs in (("tick", "tick"), ("evidence", "evidence"), ("query", "query"), ("answer", "answer")):
        if may(actor.role, needs):
            able.add(act)
    return frozenset(able)


def is_offered(name: str, offers: frozenset[str]) -> bool:
    """Whether a panel with these offers has the form of an act."""
    return ("evidence" if name in ("keep", "remove") else name) in offers
