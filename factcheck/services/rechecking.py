"""Evidence looked at again: is the page still there, and does it still say what was relied on?"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from factcheck.domain import workflow
from factcheck.domain.actors import Actor
from factcheck.domain.guards import Request
from factcheck.domain.refs import Ref
from factcheck.domain.revising import why_again
from factcheck.errors import FetchFailed, FetchRefused
from factcheck.evidence.extraction import article_text
from factcheck.evidence.fetch import Page
from factcheck.evidence.shelf import Shelf
from factcheck.evidence.warc import write_warc
from factcheck.services.changes import count_version, entity_of, record, select_claim, write_event
from factcheck.services.clock import now
from factcheck.services.people import acting
from factcheck.services.policies import policy_in_force
from factcheck.services.snapshots import Fetch, due_after_failure, quote_found
from factcheck.services.steps import with_claim
from factcheck.store import articles, snapshots
from factcheck.store.claims import StoredClaim
from factcheck.store.engine import Sessions
from factcheck.store.session import Session
from factcheck.store.snapshots import DueSnapshot
from factcheck.text.anchor import same_words

# Between two pages of one host, in seconds: as slow as somebody who reads.
POLITE = 1.0
_GONE = (404, 410)
_LOOKED_INTO = 20  # sentences that share most words with a quotation that is gone
_NOT_MODIFIED = 304
_SENTENCE = re.compile(r"[^.!?\n]{1,600}[.!?]?")


@dataclass(frozen=True, slots=True)
class Rechecked:
    """What became of one piece of evidence: its state now, and the claim if that was sent back."""

    ref: str
    evidence_id: int
    url: str
    state: str
    quote_found: bool | None
    sent_back: bool
    why: str | None


def due_evidence(
    sessions: Sessions, *, slug: str | None = None, evidence_id: int | None = None, due_only: bool = False
) -> list[DueSnapshot]:
    """The evidence that has a snapshot to compare with: of an article, one piece, or all that is due."""
    with sessions.read() as session:
        if slug is not None:
            articles.by_slug(session, slug)
        return snapshots.due(session, before=now() if due_only else None, evidence_id=evidence_id, slug=slug)


def recheck_evidence(
    sessions: Sessions,
    shelf: Shelf,
    fetch: Fetch,
    actor: Actor,
    due: list[DueSnapshot],
    *,
    pause: Callable[[float], None],
) -> Iterator[Rechecked]:
    """Look at pages again, one after the other; each is written down before the next is asked for.

    A page whose relied-on words are gone sends the claims that rest on it back. `pause` waits so many
    seconds, so that no host is asked twice in a moment. Raises NotAllowed.
    """
    with sessions.read() as session:
        acting(session, actor, "evidence")
    last: dict[str, datetime] = {}
    for one in due:
        host = urlsplit(one.url).hostname or ""
        if host in last:
            pause(max(0.0, POLITE - (now() - last[host]).total_seconds()))
        seen = _look(fetch, one)
        last[host] = now()
        yield _written(sessions, shelf, actor, one, seen)


@dataclass(frozen=True, slots=True)
class _Seen:
    state: str
    page: Page | None = None
    text: str | None = None
    quote_found: bool | None = None


def _look(fetch: Fetch, one: DueSnapshot) -> _Seen:
    asked = {"If-None-Match": one.etag, "If-Modified-Since": one.last_modified}
    try:
        page = fetch(one.url, {name: value for name, value in asked.items() if value})
    except (FetchFailed, FetchRefused):
        return _Seen("unreachable", quote_found=one.quote_found)
    if page.status == _NOT_MODIFIED:
        return _Seen("unchanged", quote_found=one.quote_found)
    if page.status in _GONE:
        return _Seen("gone", quote_found=one.quote_found)
    if not 200 <= page.status < 300:
        return _Seen("unreachable", quote_found=one.quote_found)
    text = article_text(page.media_type, page.body)
    same = text is not None and same_words(text) == same_words(one.text or "")
    found = quote_found(one.quote, page.media_type, page.body, text)
    return _Seen("unchanged" if same and found == one.quote_found else "changed", page, text, found)


def _written(sessions: Sessions, shelf: Shelf, actor: Actor, one: DueSnapshot, seen: _Seen) -> Rechecked:
    """Write down what was seen, and send the claim back if its evidence no longer says it."""
    at = now()
    lost = one.quote_found is True and seen.quote_found is False
    silent = one.quote is None and seen.state == "changed"  # nobody said which words count
    kept = shelf.put(write_warc(seen.page, at)) if seen.page is not None and (lost or silent) else None
    why = None
    if lost:
        says = _now_says(one.quote or "", seen.text)
        why = f"its evidence changed: “{one.quote}” stands no more on {one.url}{says}"
    elif silent:
        why = f"the page of its evidence changed: {one.url}"
    with sessions.begin() as session:
        actor = acting(session, actor, "evidence")
        stored = select_claim(session, Ref(one.slug, one.n))
        still = any(piece.id == one.evidence_id for piece in stored.claim.evidence)  # nobody removed it since
        if still:
            _remember(session, one, seen, at)
        changed = still and (seen.state, seen.quote_found) != (one.state, one.quote_found)
        sent_back = changed and _told(session, actor, stored, one, seen, why, kept, lost=lost)
    return Rechecked(
        f"{one.slug}#{one.n}", one.evidence_id, one.url, seen.state, seen.quote_found, sent_back, why
    )


def _remember(session: Session, one: DueSnapshot, seen: _Seen, at: datetime) -> None:
    failures = one.failures + 1 if seen.state == "unreachable" else 0
    days = timedelta(days=policy_in_force(session).recheck_days)
    due_at = due_after_failure(at, one.failures) if failures else at + days
    fields = {
        "state": seen.state, "checked_at": at, "failures": failures, "due_at": due_at,
        "quote_found": seen.quote_found,
    }  # fmt: skip
    if seen.page is not None and seen.state == "unchanged":  # they are compared with the snapshot's page
        fields |= {"etag": seen.page.header("etag"), "last_modified": seen.page.header("last-modified")}
    snapshots.change(session, one.id, fields)


def _told(
    session: Session,
    actor: Actor,
    stored: StoredClaim,
    one: DueSnapshot,
    seen: _Seen,
    why: str | None,
    kept: str | None,
    *,
    lost: bool,
) -> bool:
    """Tell the ledger what is otherwise than before; whether the claim was sent back."""
    at = now()
    claim = count_version(session, stored, at)
    told = {"evidence_id": one.evidence_id, "url": one.url, "state": seen.state}
    after = {
        "seen": {**told, "quote_found": seen.quote_found, **({"sha256": kept} if kept else {})},
        "version": claim.version,
    }
    write_event(session, actor, claim.article, "evidence_rechecked", entity_of(claim), None, after, at)
    if why is None or claim.verdict is None:
        return False
    stored = with_claim(stored, claim)
    if lost and workflow.can("send back", claim):
        request = Request(policy_in_force(session), reason=why)
        record(session, actor, stored, workflow.take_step("send back", claim, actor, request), at)
        return True
    again = {"recheck": why_again(claim, why)}
    record(session, actor, stored, workflow.Change("claim_flagged", again), at)
    return False


def _now_says(quote: str, text: str | None) -> str:
    """What the page says in place of a quotation, where something like it stands."""
    words = _words(quote)
    sentences = [found.strip() for found in _SENTENCE.findall(text or "")]
    likely = [one for one in sentences if words & _words(one)]
    likely.sort(key=lambda one: -len(words & _words(one)))
    best = max(
        likely[:_LOOKED_INTO],
        key=lambda one: difflib.SequenceMatcher(None, quote, one, autojunk=False).find_longest_match().size,
        default=None,
    )
    return f"; it says “{best}”" if best else ""


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower()))
