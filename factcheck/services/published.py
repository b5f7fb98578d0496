"""What the public sees: the checks that were published, and what became of them since."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from factcheck.domain.models import Article, Claim, Correction
from factcheck.domain.policy import Policy
from factcheck.domain.revising import said_by_others
from factcheck.domain.vocabulary import Status
from factcheck.errors import NotFound
from factcheck.services.policies import policy_in_force
from factcheck.store import articles, claims, corrections, ledger
from factcheck.store.articles import StoredArticle
from factcheck.store.claims import Filters
from factcheck.store.engine import Sessions
from factcheck.store.session import Session
from factcheck.store.tables import ClaimRow


@dataclass(frozen=True, slots=True)
class PublishedArticle:
    """An article with the checks that the public was shown, and the corrections of them."""

    article: Article
    claims: tuple[Claim, ...]
    corrections: tuple[Correction, ...]
    policy: Policy


def stands(claim: Claim) -> bool:
    """Whether what was published holds; else it is looked at again, withdrawn, or gone from the text."""
    return claim.status is Status.PUBLISHED and not claim.orphaned and not said_by_others(claim)


def published_articles(sessions: Sessions) -> list[Article]:
    """The articles of which something was published, the newest first, headed as they were then."""
    with sessions.read() as session:
        shown = claims.articles_published(session)
        found = [one.article for one in articles.every(session) if one.id in shown][::-1]
        return [one.model_copy(update=as_shown(session, one)[0]) for one in found]


def published_article(sessions: Sessions, slug: str) -> PublishedArticle:
    """What the public may see of an article. Raises NotFound also for one that is not published."""
    with sessions.read() as session:
        try:
            stored: StoredArticle | None = articles.by_slug(session, slug)
        except NotFound:
            stored = None
        found = [one.claim for one in claims.stream(session, _shown(stored.id))] if stored is not None else []
        if stored is None or not found:
            raise NotFound("Nothing was published here.", "See what was: /published")
        heading, words = as_shown(session, stored.article)
        return PublishedArticle(
            stored.article.model_copy(update=heading),
            tuple(_shown_claim(claim, words) for claim in found),
            tuple(corrections.every(session, stored.id)),
            policy_in_force(session),
        )


def as_shown(session: Session, article: Article) -> tuple[dict[str, Any], dict[str, str]]:
    """What the public saw last, where a revision has changed it since: the heading, and words by entity.

    What a revision makes of an article is a draft until an editor publishes it.
    """
    heading: dict[str, Any] = {}
    words: dict[str, str] = {}
    if article.revision == 1:
        return heading, words
    seen: set[str] = set()
    for event in ledger.events(session, ledger.chain_of(article.slug)):
        before, after = event.before or {}, event.after or {}
        if event.action == "claim_published":
            seen.add(event.entity)
            words.pop(event.entity, None)
            heading = {}
        elif event.action == "article_revised" and seen and not heading:
            heading = {name: before[name] for name in ("headline", "byline") if name in before}
        elif event.entity in seen and "text" in before and "text" in after:
            words.setdefault(event.entity, str(before["text"]))
    return heading, words


def _shown_claim(claim: Claim, words: Mapping[str, str]) -> Claim:
    """A claim in the words that were published; without voices where they are others by now."""
    text = words.get(f"claim:{claim.ref}", claim.text)
    return claim if stands(claim) else claim.model_copy(update={"text": text, "attributions": ()})


def _shown(article_id: int) -> Filters:
    return Filters(article_id=article_id, extra=[ClaimRow.published_verdict.is_not(None)])


def newest_published(
    sessions: Sessions, limit: int = 50
) -> tuple[list[tuple[Claim, datetime]], list[Correction], Policy]:
    """The newest published checks that stand, each with when that was, and corrections, for a feed."""
    with sessions.read() as session:
        when = ledger.newest_of(session, "claim_published", 4 * limit)
        found = claims.newest_published(session, limit)
        checks = [
            (one.claim, when.get(f"claim:{one.claim.ref}", one.claim.updated_at))
            for one in found
            if stands(one.claim)
        ]
        return (
            checks,
            corrections.every(session, None)[:limit],
            policy_in_force(session),
        )
