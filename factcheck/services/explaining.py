"""Why: which rule read what in a claim, and what can be recomputed in it. Nothing is stored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from factcheck.domain.models import Claim
from factcheck.store import articles
from factcheck.store.engine import Sessions
from factcheck.text.arithmetic import Mismatch, check_arithmetic
from factcheck.text.dates import ResolvedDate, resolve_dates


@dataclass(frozen=True, slots=True)
class Reckoned:
    """What a claim's own words give: sums that don't add up, and days that relative dates mean."""

    mismatches: tuple[Mismatch, ...]
    dates: tuple[tuple[str, str], ...]


def reckon(claim: Claim, published: date | None) -> Reckoned:
    """Recompute a claim's figures, and resolve its relative dates against the article's date.

    A mismatch is a warning to look again, never a verdict.
    """
    found: tuple[ResolvedDate, ...] = ()
    if published is not None:
        found = resolve_dates(claim.text, 0, len(claim.text), published)
    return Reckoned(
        check_arithmetic(claim.text, 0, len(claim.text)),
        tuple((claim.text[one.start : one.end], one.value) for one in found),
    )


@dataclass(frozen=True, slots=True)
class Explained:
    """A claim with the rules behind its reading, each as one sentence."""

    claim: Claim
    kind: str
    attributions: tuple[tuple[str, str], ...]
    reasons: tuple[str, ...]
    reckoned: Reckoned


def reckon_claim(sessions: Sessions, claim: Claim) -> Reckoned:
    """The same for a stored claim, whose article knows the date."""
    with sessions.read() as session:
        return reckon(claim, articles.by_slug(session, claim.article).article.published)
