"""Writing claims: new ones with all their parts, changes by comparing versions, the counters beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import Integer, bindparam, case, delete, insert, text, update

from factcheck.domain.models import text_sha256
from factcheck.domain.vocabulary import Status
from factcheck.store.columns import table_of
from factcheck.store.prepared import Answer, Prepared
from factcheck.store.session import Session
from factcheck.store.tables import AttributionRow, CheckpointRow, ClaimRow, StatusCountRow
from factcheck.text.anchor import plain_sentence

if TYPE_CHECKING:
    from factcheck.domain.drafting import ClaimDraft
    from factcheck.store.claims import StoredClaim


_CLAIMS, _COUNTS = table_of(ClaimRow), table_of(StatusCountRow)
_CHANGED = Prepared(
    update(_CLAIMS).where(_CLAIMS.c.id == bindparam("key"), _CLAIMS.c.version == bindparam("read"))
)
_COUNTED = Prepared(
    update(_COUNTS)
    .where(_COUNTS.c.article_id == bindparam("article"), _COUNTS.c.status == bindparam("where"))
    .values(claims=_COUNTS.c.claims + bindparam("step"))
)
# What most changes are: of one article, some from a status to another.
_LEFT, _MET = _COUNTS.c.status == bindparam("left"), _COUNTS.c.status == bindparam("met")
_STEP = case((_MET, bindparam("step")), else_=-bindparam("step", type_=Integer()))
_MOVED = Prepared(
    update(_COUNTS)
    .where(_COUNTS.c.article_id == bindparam("article"), _LEFT | _MET)
    .values(claims=_COUNTS.c.claims + _STEP)
)


def lock_every(session: Session) -> None:
    """Wait for all who are changing claims, and let nobody begin to until the transaction ends.

    SQLite has one writer anyway.
    """
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("LOCK TABLE claims IN EXCLUSIVE MODE"))


def change(session: Session, claim_id: int, read: int, fields: Mapping[str, Any]) -> Answer:
    """Write new values if the claim still has the version that was read; it counts no row if it has not."""
    return _CHANGED.run(session, {"key": claim_id, "read": read, **fields})


def move_counts(session: Session, steps: Mapping[tuple[int, Status], int]) -> None:
    """Count claims of an article into a status (above 0) or out of it."""
    rows: list[dict[str, Any]] = [
        {"article": article_id, "where": status, "step": step}
        for (article_id, status), step in sorted(steps.items())
        if step
    ]
    match rows:
        case [one, other] if one["article"] == other["article"] and one["step"] == -other["step"]:
            met = {"met": other["where"], "step": other["step"]}
            _MOVED.run(session, {"article": one["article"], "left": one["where"], **met})
        case [_, *_]:
            _COUNTED.run_each(session, rows)


def start_counts(session: Session, article_id: int, unchecked: int) -> None:
    """Begin an article's counters: a row a status, so that counting is always an update."""
    rows = [
        {"article_id": article_id, "status": s, "claims": unchecked if s is Status.UNCHECKED else 0}
        for s in Status
    ]
    session.execute(insert(StatusCountRow), rows)


def add(
    session: Session,
    article_id: int,
    revision: int,
    drafts: Sequence[ClaimDraft],
    sources: Mapping[tuple[str, str], int],
    at: datetime,
) -> list[int]:
    """Insert drafted claims with their parts; the ids in the drafts' order.

    `sources` maps (name, anonymity) of an attribution to its entry of the registry.
    """
    shared = {"article_id": article_id, "revision": revision, "status": Status.UNCHECKED, "version": 1}
    copied = ("n", "paragraph", "text", "start", "end", "prefix", "suffix", "kind", "checkworthiness")
    rows = [
        {
            **shared,
            **{name: getattr(draft, name) for name in copied},
            "same_as": text_sha256(plain_sentence(draft.text)),
            "created_at": at,
            "updated_at": at,
        }
        for draft in drafts
    ]
    statement = insert(ClaimRow).returning(ClaimRow.id, sort_by_parameter_order=True)
    ids = list(session.scalars(statement, rows))
    _add_parts(session, list(zip(ids, drafts, strict=True)), sources)
    return ids


def place(
    session: Session,
    revision: int,
    placed: Sequence[tuple[StoredClaim, ClaimDraft]],
    sources: Mapping[tuple[str, str], int],
) -> None:
    """Let claims stand where a new text has them, with all that was read there; their numbers stay.

    What people have said about them is not touched, nor are their versions.
    """
    if not placed:
        return
    copied = ("paragraph", "text", "start", "end", "prefix", "suffix", "kind", "checkworthiness")
    rows = [
        {
            "key": stored.id,
            "revision": revision,
            "same_as": text_sha256(plain_sentence(draft.text)),
            **{name: getattr(draft, name) for name in copied},
        }
        for stored, draft in placed
    ]
    session.execute(update(_CLAIMS).where(_CLAIMS.c.id == bindparam("key")), rows)
    ids = [stored.id for stored, _ in placed]
    for table in (CheckpointRow, AttributionRow):
        session.execute(delete(table).where(table.claim_id.in_(ids)))
    _add_parts(session, [(stored.id, draft) for stored, draft in placed], sources)


def _add_parts(
    session: Session, drafts: Sequence[tuple[int, ClaimDraft]], sources: Mapping[tuple[str, str], int]
) -> None:
    """Insert the checkpoints and attributions of drafts, each given with its claim's id."""
    points = [{"claim_id": key, **point.model_dump()} for key, draft in drafts for point in draft.checkpoints]
    if points:
        session.execute(insert(CheckpointRow), points)
    attributions = [
        {
            "claim_id": key,
            "n": n,
            "source_id": sources.get((said.source, said.anonymity)) if said.source else None,
            "spans": said.spans.model_dump(),
            **said.model_dump(exclude={"source", "spans"}),
        }
        for key, draft in drafts
        for n, said in enumerate(draft.attributions, 1)
    ]
    if attributions:
        session.execute(insert(AttributionRow), attributions)


def count_standing(session: Session, article_id: int, status: Status, step: int) -> None:
    """Count claims of a status in (`step` above 0) or out, as their sentences come, go and return."""
    move_counts(session, {(article_id, status): step})
