"""What the public sees: the checks that were published, and what became of them since."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.domain.models import Article, Claim, Correction
from factcheck.domain.policy import Policy
from factcheck.domain.vocabulary import Status
from factcheck.errors import NotFound
from factcheck.services.policies import policy_in_force
from factcheck.store import articles, claims, corrections
from factcheck.store.articles import StoredArticle
from factcheck.store.claims import Filters
from factcheck.store.engine import Sessions
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
    return claim.status is Status.PUBLISHED and not claim.orphaned


def published_articles(sessions: Sessions) -> list[Article]:
    """The articles of which something was published, the newest first."""
    with sessions.read() as session:
        shown = claims.articles_published(session)
        return [one.article for one in articles.every(session) if one.id in shown][::-1]


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
        return PublishedArticle(
            stored.article,
            tuple(found),
            tuple(corrections.every(session, stored.id)),
            policy_in_force(session),
        )


def _shown(article_id: int) -> Filters:
    return Filters(article_id=article_id, extra=[ClaimRow.published_verdict.is_not(None)])


def newest_published(sessions: Sessions, limit: int = 50) -> tuple[list[Claim], list[Correction], Policy]:
    """The newest published checks and corrections, for a feed."""
    with sessions.read() as session:
        found = claims.newest_published(session, limit)
        return (
            [one.claim for one in found],
            corrections.every(session, None)[:limit],
            policy_in_force(session),
        )
