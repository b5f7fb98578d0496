"""What every reader gives."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ArticleText:
    """The text of an article, and what its format said about it beside the text."""

    text: str
    headline: str | None = None
    byline: str | None = None
    published: date | None = None
    language: str | None = None
