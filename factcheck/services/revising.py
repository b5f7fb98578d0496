"""An article is rewritten: its claims keep what still holds, and lose what no longer does."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from factcheck.domain.actors import SYSTEM, Actor
from factcheck.domain.drafting import ClaimDraft, draft_claims
from factcheck.domain.models import Article, Claim, SentenceChange, reading_sha256, text_sha256
from factcheck.domain.revising import Fate, Fated, consequence, decide_fates, keep_ticks, voices_change
from factcheck.domain.vocabulary import Status
from factcheck.domain.workflow import Change
from factcheck.errors import Conflict, NothingToCheck, StaleVersion
from factcheck.services.changes import entity_of, record, write_event
from factcheck.services.clock import now
from factcheck.services.gathering import together
from factcheck.services.ingest import Submission, check_language, cut, keep_text
from factcheck.services.people import acting
from factcheck.services.policies import policy_in_force
from factcheck.services.voices import Voice, register_voices, voice_names
from factcheck.store import articles, claim_writes, claims, ledger
from factcheck.store.articles import StoredArticle
from factcheck.store.claims import Filters, StoredClaim
from factcheck.store.engine import Sessions
from factcheck.store.search import index_anew, index_words
from factcheck.store.session import Session
from factcheck.text import analyse
from factcheck.text.values import Analysis


@dataclass(frozen=True, slots=True)
class Revised:
    """What came of it: the article, the number of its text, and what became of each sentence.

    `changes` leaves out the sentences that merely stayed where they were; `kept` counts them.
    """

    article: Article
    revision: int
    is_new: bool
    kept: int
    changes: tuple[SentenceChange, ...]


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is going to happen: every claim with its fate, and what that changes in it."""

    article: StoredArticle
    revision: int
    stored: Mapping[int, StoredClaim]
    fates: tuple[tuple[Fated, Change | None], ...]

    @property
    def numbered(self) -> list[tuple[int, Fated, Change | None]]:
        """The fates with the number of each claim; new ones go on counting."""
        n, found = max(self.stored), []
        for fated, change in self.fates:
            if fated.claim is None:
                n += 1
            found.append((fated.claim.n if fated.claim else n, fated, change))
        return found


def revise_article(
    sessions: Sessions, actor: Actor, slug: str, submission: Submission, *, based_on: int | None = None
) -> Revised:
    """Give an article a new text. The present text again changes nothing.

    What has the same words keeps its check wherever it stands; changed words send a claim that was
    checked back. `based_on` is the number of the revision that the new text was made from. Raises
    NothingToCheck, NotFound, StaleVersion if there is a newer revision than that, Conflict if the text
    is another article's, NotAllowed; then nothing is changed.
    """
    analysis, drafts = _read(submission)
    at = now()
    with sessions.begin() as session:
        actor = acting(session, actor, "revise")
        ledger.lock_house(session)
        plan = _plan(session, actor, slug, analysis, drafts, based_on)
        if plan.fates:
            _write(session, actor, submission, analysis, plan, at)
        return _told(plan, articles.by_slug(session, slug).article)


def preview_revision(
    sessions: Sessions, slug: str, submission: Submission, *, based_on: int | None = None
) -> Revised:
    """Say what `revise_article` would do, and do nothing. Raises what it raises."""
    analysis, drafts = _read(submission)
    with sessions.read() as session:
        plan = _plan(session, SYSTEM, slug, analysis, drafts, based_on)
        return _told(plan, plan.article.article)


def _read(submission: Submission) -> tuple[Analysis, list[ClaimDraft]]:
    check_language(submission.language)
    analysis = analyse(submission.text, language=submission.language, published=submission.published)
    drafts = draft_claims(analysis)
    if not drafts:
        raise NothingToCheck(
            "There is not one sentence to check in the new text; nothing was changed.",
            "Give the whole article, with its sentences.",
        )
    return analysis, drafts


def _plan(
    session: Session,
    actor: Actor,
    slug: str,
    analysis: Analysis,
    drafts: list[ClaimDraft],
    based_on: int | None,
) -> _Plan:
    """Decide what happens to every claim; no fates if it is the present text."""
    article = articles.by_slug(session, slug)
    found = claims.find(session, Filters(article_id=article.id, locked=session.writing))
    stored = {one.claim.n: one for one in found}
    present = article.article.revision
    if based_on not in (None, present):
        raise StaleVersion(
            f"{slug} is at revision {present} by now, not {based_on}; nothing was changed.",
            f"See what changed: factcheck diff {slug} {based_on} {present}.",
        )
    if text_sha256(analysis.text) == article.article.text_sha256:
        return _Plan(article, present, stored, ())
    other = articles.by_text(session, text_sha256(analysis.text))
    if other is not None:
        raise Conflict(
            f"That is the text of another article, {other.article.slug}; nothing was changed.",
            "Check which file and which article you meant.",
        )
    policy, names = policy_in_force(session), voice_names(session, slug, drafts)
    standing = [one.claim for one in found if not one.claim.orphaned]
    fates = decide_fates(standing, [one.claim for one in found if one.claim.orphaned], drafts)
    decided = tuple(
        (fated, consequence(fated, actor, policy, present + 1, _voices(fated, names))) for fated in fates
    )
    return _Plan(article, present + 1, stored, decided)


def _voices(fated: Fated, names: Mapping[Voice, str]) -> str | None:
    if fated.claim is None or fated.draft is None:
        return None
    said = [
        (names.get((one.source, one.anonymity), one.source) if one.source else None, one.outlet)
        for one in fated.draft.attributions
    ]
    return voices_change(fated.claim, said)


def _write(
    session: Session, actor: Actor, submission: Submission, analysis: Analysis, plan: _Plan, at: datetime
) -> None:
    article_id, slug = plan.article.id, plan.article.article.slug
    drafts = {n: _as_claim(n, fated) for n, fated, _ in plan.numbered if fated.draft is not None}
    sources = register_voices(session, article_id, slug, drafts.values())
    respelled = []
    with together(session):
        for n, fated, change in plan.numbered:
            if fated.claim is None:
                continue
            if change is not None:
                _record(session, actor, plan.stored[n], fated.fate, change, at)
            if fated.draft is not None and fated.fate is not Fate.REWORDED:
                _tell_dropped_ticks(session, actor, fated.claim, drafts[n], at)
            if fated.draft is not None and fated.draft.text != fated.claim.text:
                respelled.append((plan.stored[n].id, fated.claim.text, fated.draft.text))
    placed = [(plan.stored[n], draft) for n, draft in drafts.items() if n in plan.stored]
    claim_writes.place(session, plan.revision, placed, sources)
    index_anew(session, respelled)
    new = [draft for n, draft in drafts.items() if n not in plan.stored]
    if new:
        index_words(session, claim_writes.add(session, article_id, plan.revision, new, sources, at))
        claim_writes.count_standing(session, article_id, Status.UNCHECKED, len(new))
    _write_text(session, actor, submission, analysis, plan, list(drafts.values()), at)


def _as_claim(n: int, fated: Fated) -> ClaimDraft:
    """The sentence under its claim's number, with the ticks that still hold."""
    if fated.draft is None:
        raise TypeError("an orphaned claim has no sentence")
    return replace(fated.draft, n=n, checkpoints=keep_ticks(fated.claim, fated.fate, fated.draft))


def _tell_dropped_ticks(
    session: Session, actor: Actor, claim: Claim, draft: ClaimDraft, at: datetime
) -> None:
    """The same words may be read otherwise beside others: a detail that is none any more loses its tick."""
    kept = {point.n for point in draft.checkpoints if point.ticked_by is not None}
    for point in claim.checkpoints:
        if point.ticked_by is not None and point.n not in kept:
            lost = {"checkpoint": point.n, "text": point.text}
            entity = entity_of(claim)
            write_event(session, actor, claim.article, "checkpoint_unticked", entity, None, lost, at)


def _record(
    session: Session, actor: Actor, stored: StoredClaim, fate: Fate, change: Change, at: datetime
) -> Claim:
    changed = record(session, actor, stored, change, at)
    if fate in (Fate.ORPHANED, Fate.RETURNED):
        step = 1 if fate is Fate.RETURNED else -1
        claim_writes.count_standing(session, stored.article_id, changed.status, step)
    return changed


def _write_text(
    session: Session,
    actor: Actor,
    submission: Submission,
    analysis: Analysis,
    plan: _Plan,
    drafts: list[ClaimDraft],
    at: datetime,
) -> None:
    """Keep the new text, and tell the ledger what it made of the claims."""
    article_id, was = plan.article.id, plan.article.article
    keep_text(session, actor, article_id, plan.revision, submission, analysis.text, drafts, at)
    fields = {
        "revision": plan.revision,
        "headline": submission.headline or cut(analysis, analysis.headline) or was.headline,
        "byline": submission.byline or cut(analysis, analysis.byline) or was.byline,
        "dateline": cut(analysis, analysis.dateline) or was.dateline,
    }
    articles.change(session, article_id, fields)
    told = {
        **{fate.value: sum(fated.fate is fate for fated, _ in plan.fates) for fate in Fate},
        "claims": len(drafts),
        "revision": plan.revision,
        "byline": fields["byline"],
        "text_sha256": text_sha256(analysis.text),
        "original_sha256": hashlib.sha256(submission.original).hexdigest(),
        "reading_sha256": reading_sha256(drafts),
    }
    before = {
        "revision": was.revision,
        "text_sha256": was.text_sha256,
        "headline": was.headline,
        "byline": was.byline,
    }
    write_event(session, actor, was.slug, "article_revised", f"article:{was.slug}", before, told, at)


def _told(plan: _Plan, article: Article) -> Revised:
    changes = [
        _change(article.slug, n, fated, change)
        for n, fated, change in plan.numbered
        if fated.fate is not Fate.KEPT or change is not None
    ]
    kept = sum(fated.fate is Fate.KEPT for fated, _ in plan.fates)
    return Revised(
        article, plan.revision, bool(plan.fates), kept if plan.fates else article.claims, tuple(changes)
    )


def _change(slug: str, n: int, fated: Fated, change: Change | None) -> SentenceChange:
    claim, fields = fated.claim, change.fields if change else {}
    status = claim.status if claim else None
    return SentenceChange(
        ref=f"{slug}#{n}",
        change=fated.fate.value,
        before=claim.text if claim else None,
        after=fated.draft.text if fated.draft else None,
        status_before=status,
        status=fields.get("status", status) or "unchecked",
        verdict_before=claim.verdict if claim else None,
        verdict=fields.get("verdict", claim.verdict) if claim else None,
        recheck=fields.get("recheck"),
    )
