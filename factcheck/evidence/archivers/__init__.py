"""Archivers: others that keep a page, each in its file, all in one table."""

from __future__ import annotations

from factcheck.errors import UsageError
from factcheck.evidence.archivers import single_file, wayback
from factcheck.evidence.archivers.archiver import Archiver

ARCHIVERS: dict[str, Archiver] = {one.name: one for one in (wayback.Wayback(), single_file.SingleFile())}


def archiver_named(name: str) -> Archiver:
    """The archiver of that name. Raises UsageError that lists them."""
    if name not in ARCHIVERS:
        raise UsageError(f"There is no archiver “{name[:40]}”.", f"There are: {', '.join(ARCHIVERS)}.")
    return ARCHIVERS[name]
