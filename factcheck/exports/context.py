"""What a format may want to know beside the claims."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from factcheck.domain.models import Article, Claim
from factcheck.domain.policy import Policy


@dataclass(frozen=True, slots=True)
class Context:
    """The policy in force (labels, ratings, who publishes) and the articles by slug."""

    policy: Policy
    articles: Mapping[str, Article]

    def label(self, claim: Claim) -> str | None:
        """The verdict as people read it; a verdict that the policy has dropped keeps its word."""
        if claim.verdict is None:
            return None
        return self.policy.label_of(claim.verdict)


def speakers(claim: Claim) -> list[str]:
    """Who is said to have said it, each once, with the outlet it came through in brackets."""
    named = [
        f"{said.source} ({said.outlet})" if said.outlet else said.source
        for said in claim.attributions
        if said.source
    ]
    return list(dict.fromkeys(named))
