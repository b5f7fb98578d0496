"""ClaimReview: what search engines read, as schema.org's JSON-LD.

After schema.org/ClaimReview and the public guidelines for fact-check structured data: the rating's
numbers are whole, at least 1 and within the scale; the words of a verdict are its `alternateName`.
Claims without a verdict are no reviews and are left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from factcheck.domain.display import printable_json
from factcheck.domain.models import Article, Attribution, Claim
from factcheck.domain.sources import likely_kind
from factcheck.domain.vocabulary import SourceKind
from factcheck.exports.context import Context


def write_claimreview(claims: Iterable[Claim], context: Context) -> Iterator[bytes]:
    """Write an array of ClaimReview objects, a review a line."""
    yield b"["
    separator = b"\n"
    for claim in claims:
        if claim.verdict is not None:
            yield separator + printable_json(json.dumps(review(claim, context), ensure_ascii=False)).encode()
            separator = b",\n"
    yield b"\n]\n"


def review(claim: Claim, context: Context) -> dict[str, Any]:
    """One claim with a verdict as a ClaimReview."""
    article = context.articles[claim.article]
    newsroom = context.policy.newsroom
    return {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": f"{newsroom.url.rstrip('/')}/{claim.article}#{claim.n}",
        "datePublished": claim.updated_at.date().isoformat(),
        "author": {"@type": "Organization", "name": newsroom.name, "url": newsroom.url},
        "claimReviewed": claim.text,
        "reviewRating": _rating(claim, context),
        "itemReviewed": _claim(claim, article),
        **({"correction": [c.text for c in claim.corrections]} if claim.corrections else {}),
    }


def _rating(claim: Claim, context: Context) -> dict[str, Any]:
    policy = context.policy
    rule = policy.verdicts.get(claim.verdict or "")
    middle = (policy.worst_rating + policy.best_rating) // 2
    return {
        "@type": "Rating",
        "ratingValue": rule.rating if rule else middle,
        "bestRating": policy.best_rating,
        "worstRating": policy.worst_rating,
        "alternateName": context.label(claim),
    }


def _claim(claim: Claim, article: Article) -> dict[str, Any]:
    made: dict[str, Any] = {"@type": "Claim"}
    said = next((one for one in claim.attributions if one.source), None)
    if said is not None:
        made["author"] = _author(said)
    if article.origin and article.origin.startswith(("http://", "https://")):
        made["appearance"] = {"@type": "CreativeWork", "url": article.origin}
    else:
        made["appearance"] = {"@type": "CreativeWork", "name": article.headline or article.slug}
    if article.published:
        made["datePublished"] = article.published.isoformat()
    return made


def _author(said: Attribution) -> dict[str, str]:
    kind = likely_kind(said.source or "", said.anonymity)
    person = kind is SourceKind.PERSON or said.anonymity == "unnamed_person"
    return {"@type": "Person" if person else "Organization", "name": said.source or ""}
