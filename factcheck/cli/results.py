"""What a command that changed claims says afterwards."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.cli import output
from factcheck.domain.models import Claim


def put_changed(claims: Sequence[Claim], *, as_json: bool) -> None:
    """Say where each claim stands now: a line each, or its JSON (an array when there are several)."""
    if as_json:
        output.put_json(claims[0] if len(claims) == 1 else claims)
        return
    for claim in claims:
        output.put(f"{claim.ref}  {standing(claim)}")


def standing(claim: Claim) -> str:
    """Status, verdict and whose word it is, in a few words."""
    verdict = f": {claim.verdict.replace('_', ' ')}" if claim.verdict else ""
    by = {
        "in_review": claim.assignee and f"held by {claim.assignee}",
        "checked": claim.checked_by and f"checked by {claim.checked_by}",
        "not_checkable": claim.skip_reason and claim.skip_reason.replace("_", " "),
        "approved": claim.approved_by and f"checked by {claim.checked_by}, approved by {claim.approved_by}",
    }.get(claim.status)
    if claim.withdrawal_by and claim.status != "withdrawn":
        by = f"withdrawal proposed by {claim.withdrawal_by}; a second editor must confirm it"
    return f"{claim.status.replace('_', ' ')}{verdict}{f' ({by})' if by else ''}"
