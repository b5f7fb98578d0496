"""Lists out: which claims, in which format, as a stream of bytes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from factcheck.domain.models import Claim
from factcheck.domain.revising import said_by_others
from factcheck.domain.vocabulary import Status
from factcheck.errors import UsageError
from factcheck.exports import export_format
from factcheck.exports.context import Context
from factcheck.services.policies import policy_in_force
from factcheck.services.published import as_shown
from factcheck.services.reading import Wanted, list_claims
from factcheck.store import articles
from factcheck.store.engine import Sessions

VERIFIED = Wanted(statuses=(Status.APPROVED, Status.PUBLISHED), verdicts=("verified",))


def export_claims(
    sessions: Sessions,
    wanted: Wanted,
    format_name: str,
    *,
    verified: bool = False,
    as_of: datetime | None = None,
) -> Iterator[bytes]:
    """Write the wanted claims in a format; `verified` is exactly what two people stand behind.

    Claims whose sentence has gone from the text are on no list. `as_of` gives the list as it stood at
    that moment, under the policy of that time.

    ClaimReview is for the public, so that without a wish for other statuses it lists what was approved
    or published.

    Raises UsageError for an unknown format, or `verified` along with other verdicts or statuses,
    NotFound for an article that doesn't exist.
    """
    chosen = export_format(format_name)
    if verified:
        if wanted.statuses or wanted.verdicts:
            raise UsageError(
                "A verified list is approved or published claims with the verdict “verified”.",
                "Leave out --status and --verdict, or leave out --verified.",
            )
        wanted = replace(wanted, statuses=VERIFIED.statuses, verdicts=VERIFIED.verdicts)
    elif format_name == "claimreview" and not wanted.statuses:
        wanted = replace(wanted, statuses=VERIFIED.statuses)
    wanted = replace(wanted, orphaned=False)
    with sessions.read() as session:
        known = {
            one.article.slug: one.article
            for one in articles.every(session)
            if wanted.article in (None, one.article.slug)
        }
        if format_name == "claimreview" and as_of is None:  # for the public, under the heading that it saw
            known = {slug: one.model_copy(update=as_shown(session, one)[0]) for slug, one in known.items()}
        context = Context(policy_in_force(session, as_of), known)
        if as_of is not None and wanted.article is not None:
            articles.by_slug(session, wanted.article)
    found = list_claims(sessions, wanted) if as_of is None else _as_of(sessions, wanted, as_of)
    if verified or format_name == "claimreview":
        found = (claim for claim in found if not _unsigned(claim))
    return chosen.write(found, context)


def _unsigned(claim: Claim) -> bool:
    """Whether nobody signed a claim as it is now: it came into another mouth since, or has to be looked
    at again before it is published.
    """
    return said_by_others(claim) or (claim.status is Status.APPROVED and claim.recheck is not None)


def _as_of(sessions: Sessions, wanted: Wanted, moment: datetime) -> Iterator[Claim]:
    from factcheck.services.as_of import claims_as_of  # reads texts anew: a list of today needs none of it

    with sessions.read() as session:
        for stored in articles.every(session):
            if wanted.article not in (None, stored.article.slug):
                continue
            for claim in claims_as_of(session, stored, moment):
                if (not wanted.statuses or claim.status in wanted.statuses) and (
                    not wanted.verdicts or claim.verdict in wanted.verdicts
                ):
                    yield claim
