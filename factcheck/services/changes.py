"""Writing a change down: the claim's row, its counter and its event, in one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from factcheck.domain.actors import Actor
from factcheck.domain.models import Claim, iso
from factcheck.domain.refs import Ref, RefRange
from factcheck.domain.vocabulary import Status
from factcheck.domain.workflow import Change
from factcheck.errors import NotFound, StaleVersion, TransitionRefused
from factcheck.services.gathering import together
from factcheck.store import articles, claims, ledger
from factcheck.store.claims import StoredClaim
from factcheck.store.prepared import Answer, Row
from factcheck.store.session import Session


def select_claims(session: Session, refs: RefRange) -> list[StoredClaim]:
    """The claims that a ref names, in order; locked if the transaction may change them.

    Raises NotFound when one of them doesn't exist.
    """
    return claims.whole_of(session, select_rows(session, refs, claims.ask(session, refs)))


def ask_in_order(session: Session, refs: Iterable[RefRange]) -> dict[RefRange, Answer]:
    """Ask for the claims of several refs; locked if the transaction may change them.

    In one order, whoever asks: so that two who lock the same claims never wait for each other.
    """
    in_order = sorted(set(refs), key=lambda ref: (ref.slug, ref.first or 0, ref.last or 0))
    return {ref: claims.ask(session, ref) for ref in in_order}


def select_rows(session: Session, refs: RefRange, asked: Answer) -> list[Row]:
    """The rows that were asked for, without the claims' parts: else as `select_claims`."""
    found = claims.numbered(asked)
    if not found:
        articles.by_slug(session, refs.slug)
    numbers = {row["n"] for row in found}
    missing = refs.first
    while missing is not None and missing in numbers:
        missing += 1
    if refs.last is not None and missing is not None and missing <= refs.last:
        highest = claims.highest(session, articles.by_slug(session, refs.slug).id)
        raise NotFound(
            f"There is no claim {refs.slug}#{missing}.",
            f"{refs.slug} has claims 1 to {highest}: factcheck claims {refs.slug}.",
        )
    return found


def select_claim(session: Session, ref: Ref, version: int | None = None) -> StoredClaim:
    """One claim, as it is now. Raises NotFound, and StaleVersion if it is no longer `version`."""
    stored = select_claims(session, RefRange(ref.slug, ref.n, ref.n))[0]
    check_version(session, stored.claim, version)
    return stored


def check_version(session: Session, claim: Claim, version: int | None) -> None:
    """Refuse a change that was decided on an older state, and say what happened since."""
    if version is None or version == claim.version:
        return
    last = None
    for last in ledger.events(session, ledger.chain_of(claim.article), entity=entity_of(claim)):  # noqa: B007 - the last counts
        pass
    found = (last.after or {}).get("verdict") if last else None
    said = f" “{found}”" if found else ""
    done = f" ({last.actor}: {last.action.replace('_', ' ')}{said})" if last else ""
    raise StaleVersion(
        f"{claim.ref} is at version {claim.version} by now{done}, not {version}; nothing was changed.",
        f"Look again: factcheck show {claim.ref}.",
    )


def record(session: Session, actor: Actor, stored: StoredClaim, change: Change, at: datetime) -> Claim:
    """Write a change of a claim and its event; the claim as it is afterwards.

    Raises StaleVersion when somebody else changed it first; then nothing is written.
    """
    claim = stored.claim
    before, after = difference(claim, change.fields)
    with together(session) as gathered:
        gathered.change(stored, change.fields, at)
        gathered.tell(actor, claim.article, at, ledger.Entry(change.action, entity_of(claim), before, after))
        if not claim.orphaned:
            gathered.count(stored.article_id, claim.status, change.fields.get("status", claim.status))
    return claim.model_copy(update={**change.fields, "version": claim.version + 1, "updated_at": at})


def count_version(session: Session, stored: StoredClaim, at: datetime, **parts: Any) -> Claim:
    """Count a claim's version up because a part of it changed; the claim with those parts.

    So nobody signs it without having seen the change. Raises StaleVersion.
    """
    claim = stored.claim
    with together(session) as gathered:
        gathered.change(stored, {}, at)
    return claim.model_copy(update={**parts, "version": claim.version + 1, "updated_at": at})


def difference(claim: Claim, fields: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Old and new values of what really changes, the new version among them."""
    changed = [name for name, value in fields.items() if getattr(claim, name) != value]
    before = {name: as_json(getattr(claim, name)) for name in changed}
    after = {name: as_json(fields[name]) for name in changed}
    return before, {**after, "version": claim.version + 1}


def write_event(
    session: Session,
    actor: Actor,
    slug: str,
    action: str,
    entity: str,
    before: dict[str, Any] | None,
    after: dict[str, Any] | None,
    at: datetime,
) -> None:
    """Append one event to an article's chain."""
    with together(session) as gathered:
        gathered.tell(actor, slug, at, ledger.Entry(action, entity, before, after))


def refuse_withdrawn(claim: Claim) -> None:
    """A withdrawn claim has come to its end: nothing is added to it or taken from it."""
    if claim.status is Status.WITHDRAWN:
        raise TransitionRefused(
            f"{claim.ref} is withdrawn; that is its end.", "Its history stays: factcheck history."
        )


def entity_of(claim: Claim) -> str:
    """What an event about a claim calls it."""
    return f"claim:{claim.ref}"


def as_json(value: Any) -> Any:
    """A value as the ledger keeps it: enums and dates as their words."""
    if isinstance(value, datetime):
        return iso(value)
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, str) else value
