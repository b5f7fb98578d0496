"""Lists out: one file a format, one table of them.

An exporter takes claims one by one and what a format may want to know beside them, and gives bytes
one piece at a time, so that a list may be longer than memory. The faces' choices derive from the
table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from factcheck.domain.models import Claim
from factcheck.errors import UsageError
from factcheck.exports.as_claimreview import write_claimreview
from factcheck.exports.as_csv import write_csv
from factcheck.exports.as_json import write_json
from factcheck.exports.as_jsonl import write_jsonl
from factcheck.exports.as_markdown import write_markdown
from factcheck.exports.context import Context

Exporter = Callable[[Iterable[Claim], Context], Iterator[bytes]]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: how it is written, what kind of file that makes."""

    write: Exporter
    media_type: str
    ending: str


FORMATS: dict[str, Format] = {
    "json": Format(write_json, "application/json", "json"),
    "jsonl": Format(write_jsonl, "application/x-ndjson", "jsonl"),
    "csv": Format(write_csv, "text/csv; charset=utf-8", "csv"),
    "markdown": Format(write_markdown, "text/markdown; charset=utf-8", "md"),
    "claimreview": Format(write_claimreview, "application/ld+json", "json"),
}


def export_format(name: str) -> Format:
    """The format of that name. Raises UsageError when there is none."""
    if name not in FORMATS:
        raise UsageError(f"“{name[:40]}” is no export format.", "One of: " + ", ".join(FORMATS) + ".")
    return FORMATS[name]
