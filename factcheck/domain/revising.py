"""What becomes of each claim when its article is rewritten. Pure: sentences in, fates out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from factcheck.domain.actors import Actor
from factcheck.domain.drafting import ClaimDraft
from factcheck.domain.guards import Request
from factcheck.domain.models import Checkpoint, Claim, text_sha256
from factcheck.domain.policy import Policy
from factcheck.domain.vocabulary import Status
from factcheck.domain.workflow import Change, can, take_step
from factcheck.text.anchor import anchor, same_words


class Fate(StrEnum):
    """What a new revision does to a claim."""

    KEPT = "kept"
    MOVED = "moved"
    REWORDED = "reworded"
    RETURNED = "returned"
    NEW = "new"
    ORPHANED = "orphaned"


@dataclass(frozen=True, slots=True)
class Fated:
    """A claim, the sentence of the new text that it is, or both; `claim` is None for a new one."""

    fate: Fate
    claim: Claim | None
    draft: ClaimDraft | None


def decide_fates(claims: Sequence[Claim], lost: Sequence[Claim], drafts: Sequence[ClaimDraft]) -> list[Fated]:
    """Match the sentences of a new text to claims: first those of the new text in order, then the orphaned.

    `claims` stand in the present text, in its order; `lost` were orphaned before and return only word
    for word. A withdrawn claim has come to its end: new words are a new claim.
    """
    found = anchor(
        [claim.text for claim in claims], [draft.text for draft in drafts], [claim.text for claim in lost]
    )
    every = [*claims, *lost]
    ended = {
        j for j, i in found.items() if every[i].status is Status.WITHDRAWN and not _same(every[i], drafts[j])
    }
    pairs = {j: i for j, i in found.items() if j not in ended}
    moved = out_of_order([pairs[j] for j in sorted(pairs) if pairs[j] < len(claims)])
    fates = []
    for j, draft in enumerate(drafts):
        i = pairs.get(j)
        claim = None if i is None else every[i]
        fates.append(
            Fated(
                _fate(claim, draft, is_lost=i is not None and i >= len(claims), is_moved=i in moved),
                claim,
                draft,
            )
        )
    standing = set(pairs.values())
    gone = [claim for i, claim in enumerate(claims) if i not in standing]
    return fates + [Fated(Fate.ORPHANED, claim, None) for claim in gone]


def _fate(claim: Claim | None, draft: ClaimDraft, *, is_lost: bool, is_moved: bool) -> Fate:
    if claim is None:
        return Fate.NEW
    if is_lost:
        return Fate.RETURNED
    if not _same(claim, draft):
        return Fate.REWORDED
    return Fate.MOVED if is_moved else Fate.KEPT


def _same(claim: Claim, draft: ClaimDraft) -> bool:
    return same_words(claim.text) == same_words(draft.text)


_Place = TypeVar("_Place", int, tuple[str, int])


def out_of_order(places: Sequence[_Place]) -> frozenset[_Place]:
    """Those of some places that aren't in their longest ascending run: the fewest that have moved."""
    ends: list[_Place] = []  # the last place of the best run of each length
    at: list[int] = []  # and where in `places` it stands
    before: list[int] = [-1] * len(places)
    for k, place in enumerate(places):
        length = bisect_left(ends, place)
        before[k] = at[length - 1] if length else -1
        ends[length : length + 1] = [place]
        at[length : length + 1] = [k]
    kept = set()
    k = at[-1] if at else -1
    while k >= 0:
        kept.add(places[k])
        k = before[k]
    return frozenset(places) - kept


def keep_ticks(claim: Claim | None, fate: Fate, draft: ClaimDraft) -> tuple[Checkpoint, ...]:
    """The checkpoints of a draft, ticked as they were if the sentence has the same words."""
    if claim is None or fate is Fate.REWORDED:
        return draft.checkpoints
    ticked = {(one.kind, same_words(one.text), one.n): one.ticked_by for one in claim.checkpoints}
    return tuple(
        point.model_copy(update={"ticked_by": ticked.get((point.kind, same_words(point.text), point.n))})
        for point in draft.checkpoints
    )


def consequence(
    fated: Fated, actor: Actor, policy: Policy, revision: int, voices: str | None
) -> Change | None:
    """What a fate changes in a claim, beyond its place; None if nothing.

    `voices` says in words whose sentence it was and is, where that changed and the words did not.
    """
    claim, draft = fated.claim, fated.draft
    if claim is None:
        return None
    if draft is None:
        return Change("claim_orphaned", {"orphaned": True})
    if fated.fate is Fate.REWORDED:
        return _reworded(claim, draft, actor, policy, revision)
    fields: dict[str, object] = {}
    if claim.text != draft.text and claim.checked_sha256 == text_sha256(claim.text):
        fields = {"text": draft.text, "checked_sha256": text_sha256(draft.text)}
    if voices and claim.checked_by:
        fields["recheck"] = f"{_SAID_BY_OTHERS} {revision} it is {voices}"
    if fated.fate is Fate.RETURNED:
        return Change("claim_restored", {"orphaned": False, **fields})
    return Change("claim_flagged" if "recheck" in fields else "claim_respelled", fields) if fields else None


_SAID_BY_OTHERS = "since revision"


def said_by_others(claim: Claim) -> bool:
    """Whether a checked sentence came into another mouth since: its check is of who said it, too."""
    return claim.recheck is not None and claim.recheck.startswith(_SAID_BY_OTHERS)


def why_again(claim: Claim, why: str) -> str:
    """Why to look at a claim again; that it came into another mouth is said until somebody has looked."""
    return f"{claim.recheck}; {why}" if said_by_others(claim) else why


def _reworded(claim: Claim, draft: ClaimDraft, actor: Actor, policy: Policy, revision: int) -> Change:
    """New words: whatever was found about the old ones stands no more, and what was public is flagged."""
    fields: dict[str, object] = {"text": draft.text, "revision": revision}
    reason = f"its sentence changed in revision {revision}; it read “{claim.text}”"
    if claim.published_verdict is not None:
        fields["recheck"] = reason
    if not can("send back", claim):
        return Change("claim_reworded", fields)
    step = take_step("send back", claim, actor, Request(policy, reason=reason))
    return Change(step.action, {**step.fields, **fields})


def voices_change(claim: Claim, said: Sequence[tuple[str | None, str | None]]) -> str | None:
    """Say in words that other voices, as (source, outlet), say a sentence now; None if they are the same."""
    before = {(one.source, one.outlet) for one in claim.attributions}
    if before == set(said):
        return None
    return f"said by {_listed(said)} instead of {_listed(sorted(before, key=str))}"


def _listed(voices: Sequence[tuple[str | None, str | None]]) -> str:
    named = [f"{source or 'nobody named'}{f' via {outlet}' if outlet else ''}" for source, outlet in voices]
    return ", ".join(named) or "nobody"
