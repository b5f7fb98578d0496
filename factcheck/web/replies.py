"""What the API answers with: the models' own JSON, pages of lists, versions as ETags."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from pydantic_core import to_json
from starlette.requests import Request
from starlette.responses import Response

from factcheck.domain.models import Claim
from factcheck.errors import BadInput
from factcheck.services.archiving import KeptPage

_ETAG = re.compile(r'"v(\d{1,9})"\Z')
PAGE, LONGEST_PAGE = 100, 1000


def reply(value: Any, status: int = 200, **headers: str) -> Response:
    """A value as JSON; models become theirs."""
    return Response(to_json(value), status, headers, "application/json")


def claim_reply(claim: Claim, status: int = 200) -> Response:
    """A claim, with its version as ETag."""
    return reply(claim, status, ETag=f'"v{claim.version}"')


def kept_reply(kept: KeptPage) -> Response:
    """A claim whose page was to be kept; headers give the code of what could not be had."""
    failed = {"Factcheck-Not-Kept": kept.not_kept, "Factcheck-Not-Timestamped": kept.not_stamped}
    answer = claim_reply(kept.claim)
    answer.headers.update({name: error.code for name, error in failed.items() if error})
    return answer


def list_reply(request: Request, items: Sequence[Any], after: str | None) -> Response:
    """A page of a list, with the address of the next one; `after` is where it goes on, None at the end."""
    following = None
    if after is not None:
        asked = [(name, value) for name, value in request.query_params.multi_items() if name != "after"]
        following = f"{request.url.path}?{urlencode([*asked, ('after', after)])}"
    return reply({"items": items, "next": following})


def has_already(if_none_match: str, etag: str) -> bool:
    """Whether a caller has what that ETag stands for; a proxy that compresses makes it weak."""
    named = [one.strip().removeprefix("W/") for one in if_none_match.split(",")]
    return etag in named or named == ["*"]


def version_of(if_match: str | None) -> int | None:
    """The version that a change is based on, from If-Match. Raises BadInput."""
    if if_match is None or if_match.strip() == "*":
        return None
    found = _ETAG.match(if_match.strip())
    if found is None:
        raise BadInput(
            "If-Match names no version of a claim.", 'Send the ETag that came with it, such as "v3".'
        )
    return int(found[1])
