"""The guards of the workflow: each refuses for one reason, and says what to do instead."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.domain.actors import Actor, person_key, wrote
from factcheck.domain.links import page_key
from factcheck.domain.models import Claim, text_sha256
from factcheck.domain.policy import Policy
from factcheck.domain.vocabulary import AttributionCheck, SkipReason
from factcheck.errors import BadInput, TransitionRefused


@dataclass(frozen=True, slots=True)
class Request:
    """What is said along with an act, and the circumstances that guards ask about."""

    policy: Policy
    byline: str | None = None
    verdict: str | None = None
    attribution_check: AttributionCheck | None = None
    skip_reason: SkipReason | None = None
    note: str | None = None
    reason: str | None = None


def says_something(words: str | None) -> bool:
    """Whether there is a letter or digit in it that a reader could see."""
    return bool(person_key(words or ""))


def holder(claim: Claim, actor: Actor, _: Request) -> None:
    """Only who took a claim gives it back."""
    if not actor.is_person(claim.assignee):
        raise TransitionRefused(
            f"{claim.ref} is held by {claim.assignee}, not by {actor.name}.",
            f"Ask {claim.assignee} to release it.",
        )


def nobody_else_holds(claim: Claim, actor: Actor, _: Request) -> None:
    """One checker at a time."""
    if claim.assignee is not None and not actor.is_person(claim.assignee):
        raise TransitionRefused(
            f"{claim.ref} is held by {claim.assignee}.",
            f"Ask {claim.assignee} to release it, or work on another: factcheck next.",
        )


def reason(claim: Claim, _: Actor, request: Request) -> None:
    """The step wants a reason in words."""
    if not says_something(request.reason):
        raise BadInput(f"{claim.ref}: this needs a reason.", "Say why with --reason TEXT.")


def skip_reason(claim: Claim, _: Actor, request: Request) -> None:
    """`other` says nothing by itself, so it needs a note."""
    if request.skip_reason is None:
        raise BadInput(f"{claim.ref}: say why it can't be checked.", f"One of: {', '.join(SkipReason)}.")
    if request.skip_reason is SkipReason.OTHER and not says_something(request.note):
        raise TransitionRefused(f"{claim.ref}: “other” needs a note saying why.", "Add --note TEXT.")


def enough_evidence(claim: Claim, _: Actor, request: Request) -> None:
    """The evidence that the policy asks for this verdict is there; two links to a page are one piece."""
    rule = request.policy.rule(request.verdict or "")
    if rule.needs == "note":
        if not says_something(request.note or claim.note):
            raise TransitionRefused(
                f"{claim.ref}: “{request.verdict}” needs a note saying where you looked.", "Add --note TEXT."
            )
        return
    pieces = {page_key(e.url) for e in claim.evidence if rule.needs in ("any", e.stance)}
    needed = request.policy.unnamed_pieces if claim.only_unnamed else 1
    if len(pieces) < needed:
        number = "a piece of evidence" if needed == 1 else f"{needed} pieces of evidence"
        verb = rule.needs if needed == 1 else rule.needs.removesuffix("s")
        what = "" if rule.needs == "any" else f" that {verb} it"
        why = ", because its only source is unnamed" if claim.only_unnamed and needed > 1 else ""
        raise TransitionRefused(
            f"{claim.ref}: “{request.verdict}” needs {number}{what}{why}; it has {len(pieces)}."
            " Nothing was stored.",
            "Attach what is missing first, and give the verdict then. At once: --evidence URL for each, or"
            f" one by one: factcheck evidence add {claim.ref} URL --stance {rule.usual_stance}.",
        )


def every_checkpoint_ticked(claim: Claim, _: Actor, request: Request) -> None:
    """Where the policy says so, each detail is ticked before the whole gets a verdict."""
    open_ones = [point for point in claim.checkpoints if point.ticked_by is None]
    if request.policy.all_checkpoints and open_ones:
        first = open_ones[0]
        counted = f"{len(open_ones)} checkpoint{'' if len(open_ones) == 1 else 's'}"
        raise TransitionRefused(
            f"{claim.ref} has {counted} that nobody has ticked, such as “{first.text}”.",
            f"Tick each when you have checked it: factcheck tick {claim.ref} {first.n}.",
        )


def second_person(claim: Claim, actor: Actor, request: Request) -> None:
    """Nobody approves their own check."""
    if request.policy.second_person and actor.is_person(claim.checked_by):
        raise TransitionRefused(
            f"{claim.ref} was checked by {claim.checked_by}; a second person must approve it.",
            "Ask another editor, who approves it under their own name: --as NAME.",
        )


def not_the_author(claim: Claim, actor: Actor, request: Request) -> None:
    """An author doesn't sign for their own article."""
    if not request.policy.author_may_approve and wrote(request.byline, actor):
        raise TransitionRefused(
            f"{actor.name} wrote “{claim.article}” and can't approve its claims.", "Ask another editor."
        )


def no_open_query(claim: Claim, _: Actor, __: Request) -> None:
    """A question to the author or a source is answered before anybody signs."""
    if claim.open_queries:
        first = next(query for query in claim.queries if query.answered_at is None)
        raise TransitionRefused(
            f"{claim.ref} has {claim.open_queries} open quer{'y' if claim.open_queries == 1 else 'ies'}"
            f" (“{first.text}”, asked by {first.asked_by}).",
            f"Answer it first: factcheck answer {claim.ref} TEXT.",
        )


def same_text(claim: Claim, _: Actor, __: Request) -> None:
    """What is signed is the sentence that was checked, to the letter."""
    if claim.checked_sha256 != text_sha256(claim.text):
        raise TransitionRefused(
            f"{claim.ref} no longer reads as it did when {claim.checked_by} checked it.",
            f"Send it back: factcheck return {claim.ref} --reason TEXT.",
        )


def not_flagged(claim: Claim, _: Actor, __: Request) -> None:
    """What gives cause to look again is looked into before anybody signs."""
    if claim.recheck:
        raise TransitionRefused(
            f"{claim.ref} has to be looked at again: {claim.recheck}.",
            f"Send it back: factcheck return {claim.ref} --reason TEXT.",
        )


def own_signature(claim: Claim, actor: Actor, _: Request) -> None:
    """Nobody takes a colleague's signature back without a cause that the desk knows of."""
    if claim.recheck is None and not actor.is_person(claim.approved_by):
        raise TransitionRefused(
            f"{claim.ref} is approved (by {claim.approved_by}), so nobody else can return it.",
            f"Ask {claim.approved_by} to return it; evidence against it sends it back as well.",
        )


def own_check(claim: Claim, actor: Actor, _: Request) -> None:
    """Only whoever said a word takes it back just like that; an editor sends it back with a reason."""
    if not actor.is_person(claim.checked_by):
        raise TransitionRefused(
            f"{claim.ref} was checked by {claim.checked_by}, who alone can undo that.",
            "An editor sends it back: factcheck return " + claim.ref + " --reason TEXT.",
        )


def second_editor(claim: Claim, actor: Actor, _: Request) -> None:
    """A withdrawal takes two editors."""
    if claim.withdrawal_by is not None and person_key(claim.withdrawal_by) == person_key(actor.name):
        raise TransitionRefused(
            f"{claim.ref}: {actor.name} proposed this withdrawal; a second editor must confirm it.",
            f"Another editor confirms it: factcheck withdraw {claim.ref} --reason TEXT --as NAME.",
        )
