"""JSON lines: a claim a line, for programs that read as it comes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.domain.display import printable_json
from factcheck.domain.models import Claim
from factcheck.exports.context import Context


def write_jsonl(claims: Iterable[Claim], _: Context) -> Iterator[bytes]:
    """Write a claim a line."""
    for claim in claims:
        yield printable_json(claim.model_dump_json()).encode() + b"\n"
