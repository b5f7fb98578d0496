"""The parameters that each operation reads, and no others: a misspelt filter would list everything."""

from __future__ import annotations

from collections.abc import Iterator

from fastapi import Request
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute

from factcheck.errors import BadInput


async def refuse_unknown(request: Request) -> None:
    """Refuse a parameter that nobody reads, such as `?verfied=true` of an export. Raises BadInput."""
    if not request.query_params:
        return
    route: APIRoute = request.scope["route"]
    known = frozenset(_read_by(route.dependant))
    for name in request.query_params:
        if name not in known:
            raise BadInput(
                f"There is no parameter “{name[:60]}” here.",
                f"There are: {', '.join(sorted(known))}." if known else "It takes none.",
            )


def _read_by(one: Dependant) -> Iterator[str]:
    yield from (field.alias for field in one.query_params)
    for other in one.dependencies:
        yield from _read_by(other)
