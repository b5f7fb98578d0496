"""An article as it will be printed, with what the desk knows of each sentence."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.domain.models import Article
from factcheck.domain.policy import Policy
from factcheck.errors import NotFound
from factcheck.services.clock import now
from factcheck.services.policies import policy_in_force
from factcheck.services.reading import dated
from factcheck.store import articles, galley
from factcheck.store.engine import Sessions
from factcheck.store.galley import GalleyClaim as GalleyClaim
from factcheck.store.galley import Voice as Voice


@dataclass(frozen=True, slots=True)
class Galley:
    """An article, its present text, and its claims: those in the text in its order, those gone behind."""

    article: Article
    text: str
    claims: tuple[GalleyClaim, ...]
    policy: Policy

    @property
    def standing(self) -> tuple[GalleyClaim, ...]:
        """The claims that stand in the text."""
        return tuple(one for one in self.claims if not one.orphaned)


def read_galley(sessions: Sessions, slug: str) -> Galley:
    """All that the galley of an article shows. Raises NotFound."""
    at = now()
    with sessions.read() as session:
        stored = articles.by_slug(session, slug)
        row = articles.revision(session, stored.id, stored.article.revision)
        return Galley(
            dated(session, stored.article, at),
            row["text"],
            tuple(galley.claims_of(session, stored.id)),
            policy_in_force(session),
        )


def read_piece(sessions: Sessions, slug: str, n: int) -> tuple[Article, GalleyClaim, Policy]:
    """One claim as the galley shows it, and its article. Raises NotFound."""
    at = now()
    with sessions.read() as session:
        stored = articles.by_slug(session, slug)
        found = galley.claims_of(session, stored.id, n)
        if not found:
            raise NotFound(f"There is no claim {slug}#{n}.", f"It has {stored.article.claims}.")
        return dated(session, stored.article, at), found[0], policy_in_force(session)
