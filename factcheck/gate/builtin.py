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


class Finding(Model):
    """A claim that breaks a rule."""

    ref: str
    rule: str
    message: str
    text: str


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
