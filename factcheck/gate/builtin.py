"""The rule that every newsroom has: nobody publishes a sentence that is still open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.domain.models import Claim, Model
from factcheck.domain.vocabulary import Status

OPEN = (Status.UNCHECKED, Status.IN_REVIEW, Status.CHECKED)

_MISSING = {
    Status.UNCHECKED: "nobody has checked it",
    Status.IN_REVIEW: "it is being checked",
    Status.CHECKED: "no editor has approved it",
}
# What is done about a claim that is to be looked at again.
_UNSIGNED = {
    Status.APPROVED: "factcheck return {} --reason TEXT",
    Status.REOPENED: "factcheck mark {} VERDICT",
}


class Finding(Model):
    """A claim that breaks a rule; `message` says what is missing and how to mend it.

    A rule of the newsroom's own names its scenario, and the line of the step that isn't met.
    """

    ref: str
    rule: str
    message: str
    text: str
    scenario: str | None = None
    file: str | None = None
    line: int | None = None


def open_queries(claims: Iterable[Claim]) -> Iterator[Finding]:
    """Name each claim about which a question is still open, whatever was decided before it was asked."""
    for claim in claims:
        if claim.open_queries and claim.status not in (*OPEN, Status.WITHDRAWN):
            number = "1 open query" if claim.open_queries == 1 else f"{claim.open_queries} open queries"
            yield Finding(
                ref=claim.ref, rule="no query is open", message=f"{number}: answer first", text=claim.text
            )


def flagged_claims(claims: Iterable[Claim]) -> Iterator[Finding]:
    """Name each claim that gives cause to look at it again, and that nobody has signed as it is now.

    An approved one, and one that was public in other words than the text has by now.
    """
    for claim in claims:
        if claim.recheck and claim.status in _UNSIGNED:
            yield Finding(
                ref=claim.ref,
                rule="nothing is to be looked at again",
                message=f"{claim.recheck}: {_UNSIGNED[claim.status].format(claim.ref)}",
                text=claim.text,
            )


def open_claims(claims: Iterable[Claim]) -> Iterator[Finding]:
    """Name each claim that is `unchecked`, `in_review` or `checked`."""
    for claim in claims:
        if claim.status in OPEN:
            yield Finding(
                ref=claim.ref,
                rule="nothing is open",
                message=f"{claim.status}: {_MISSING[claim.status]}",
                text=claim.text,
            )
