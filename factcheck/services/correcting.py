"""Corrections: what the public was told after it was told something else."""

from __future__ import annotations

from factcheck.domain.models import Correction
from factcheck.store import articles, corrections
from factcheck.store.engine import Sessions


def list_corrections(sessions: Sessions, slug: str | None = None) -> list[Correction]:
    """The corrections of an article, or of all, the newest first. Raises NotFound."""
    with sessions.read() as session:
        return corrections.every(session, articles.by_slug(session, slug).id if slug else None)
