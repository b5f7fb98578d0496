"""The list as it stood at some moment, told again from the ledger."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from factcheck.domain.drafting import ClaimDraft, draft_claims
from factcheck.domain.models import Claim, Event, iso
from factcheck.store import articles, claims, ledger
from factcheck.store.articles import StoredArticle
from factcheck.store.claims import Filters
from factcheck.text import analyse

_PARTS = ("evidence", "queries", "corrections")


@dataclass
class _State:
    """What the ledger had told of one claim by a moment."""

    fields: dict[str, Any] = field(default_factory=dict)
    parts: defaultdict[str, dict[int, Any]] = field(default_factory=lambda: defaultdict(dict))
    ticks: dict[int, str | None] = field(default_factory=dict)
    at: str | None = None


def claims_as_of(session: Session, stored: StoredArticle, moment: datetime) -> Iterator[Claim]:
    """The claims that stood in an article's text at a moment, as they were then, in its order.

    Order is the ledger's own: after a clock that was put back, what comes later counts as later. Voices
    have the names that the registry gives them today.
    """
    slug = stored.article.slug
    states: defaultdict[str, _State] = defaultdict(_State)
    revision = 0
    for event in _until(ledger.events(session, ledger.chain_of(slug)), iso(moment)):
        if event.action in ("article_ingested", "article_revised"):
            revision = _told(event.after)["revision"]
        elif event.entity.startswith("claim:"):
            _fold(states[event.entity.removeprefix("claim:")], event)
    if not revision:
        return
    today = {one.claim.n: one.claim for one in claims.stream(session, Filters(article_id=stored.id))}
    row = articles.revision(session, stored.id, revision)
    drafts = None if revision == stored.article.revision else _read_again(row["text"], stored)
    for n, start, end in row["places"]:
        base = (
            today[n]
            if drafts is None
            else _as_read(today[n], drafts.get((start, end)), row["text"][start:end])
        )
        placed = base.model_copy(update={"revision": revision, "start": start, "end": end})
        yield _at_that_time(placed, states[f"{slug}#{n}"])


def _until(events: Iterable[Event], moment: str) -> Iterator[Event]:
    for event in events:
        if event.at > moment:
            return
        yield event


def _told(said: dict[str, object] | None) -> dict[str, Any]:
    return dict(said or {})


def _fold(state: _State, event: Event) -> None:
    before, after = _told(event.before), _told(event.after)
    state.at = event.at
    if event.action.startswith("checkpoint_"):
        state.ticks[after["checkpoint"]] = event.actor if event.action == "checkpoint_ticked" else None
    elif "evidence" in after:
        state.parts["evidence"][after["evidence"]["id"]] = after["evidence"]
    elif "snapshot" in after:
        piece = state.parts["evidence"][after["snapshot"]["evidence_id"]]
        kept = {"sha256": after["snapshot"]["sha256"], "taken_at": event.at, "state": "unchanged"}
        found = after["snapshot"]["quote_found"]
        state.parts["evidence"][piece["id"]] = {**piece, "snapshot": kept, "quote_found": found}
    elif "seen" in after:
        piece = state.parts["evidence"][after["seen"]["evidence_id"]]
        kept = {**piece["snapshot"], "state": after["seen"]["state"]}
        found = after["seen"]["quote_found"]
        state.parts["evidence"][piece["id"]] = {**piece, "snapshot": kept, "quote_found": found}
    elif "evidence" in before:
        state.parts["evidence"].pop(before["evidence"]["id"], None)
    elif "query" in after:
        state.parts["queries"][after["query"]["id"]] = after["query"]
    elif "correction" in after:
        state.parts["corrections"][after["correction"]["id"]] = after["correction"]
    else:
        state.fields.update(after)
        if event.action != "claim_respelled" and "text" in after:
            state.ticks.clear()
    if "version" in after:
        state.fields["version"] = after["version"]


def _read_again(text: str, stored: StoredArticle) -> dict[tuple[int, int], ClaimDraft]:
    """What is read in an older text, by place."""
    article = stored.article
    drafts = draft_claims(analyse(text, language=article.language, published=article.published))
    return {(draft.start, draft.end): draft for draft in drafts}


def _as_read(claim: Claim, draft: ClaimDraft | None, text: str) -> Claim:
    """A claim with an older text's words and voices; without voices where that is read otherwise today."""
    if draft is None:
        return claim.model_copy(update={"text": text, "attributions": (), "checkpoints": ()})
    read = ("paragraph", "text", "prefix", "suffix", "kind", "checkworthiness", "checkpoints", "attributions")
    return claim.model_copy(update={name: getattr(draft, name) for name in read})


# What a claim is before anybody has touched it.
_UNTOUCHED: dict[str, Any] = {
    **dict.fromkeys(
        ("verdict", "attribution_check", "skip_reason", "note", "assignee", "checked_by", "checked_sha256",
         "approved_by", "published_verdict", "reason", "withdrawal_by", "withdrawn_by", "recheck")
    ),
    "status": "unchecked", "orphaned": False, "version": 1,
}  # fmt: skip


def _at_that_time(claim: Claim, state: _State) -> Claim:
    told = {name: state.fields.get(name, value) for name, value in _UNTOUCHED.items()}
    points = [point.model_copy(update={"ticked_by": state.ticks.get(point.n)}) for point in claim.checkpoints]
    parts = {name: list(state.parts[name].values()) for name in _PARTS}
    whole = claim.model_dump(exclude={*_UNTOUCHED, *_PARTS, "checkpoints", "updated_at"})
    return Claim.model_validate(
        {**whole, **told, **parts, "checkpoints": points, "updated_at": state.at or claim.created_at}
    )
