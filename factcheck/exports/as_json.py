"""JSON: one array of claims, as every face shows them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.domain.display import printable_json
from factcheck.domain.models import Claim
from factcheck.exports.context import Context


def write_json(claims: Iterable[Claim], _: Context) -> Iterator[bytes]:
    """Write an array, a claim a line."""
    yield b"["
    separator = b"\n"
    for claim in claims:
        yield separator + printable_json(claim.model_dump_json()).encode()
        separator = b",\n"
    yield b"\n]\n"
