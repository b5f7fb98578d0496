"""What an archiver is: what it says of itself, and what it gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from factcheck.evidence.network import Network


@dataclass(frozen=True, slots=True)
class Archived:
    """What came of it: an address where all can see the page, or the page itself, with its media type."""

    url: str | None = None
    body: bytes | None = None
    media_type: str | None = None


class Archiver(Protocol):
    """Keeps a page, or has it kept."""

    name: str
    does: str
    """What it does, for people."""
    tells: str
    """Who learns of the page by it."""
    needs: str
    """What has to be set or installed."""

    def archive(self, url: str, network: Network) -> Archived:
        """Keep a page. Raises FactcheckError where that fails; then there is no result."""
        ...
