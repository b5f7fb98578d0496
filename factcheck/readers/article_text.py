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


def is_sentence(words: str) -> bool:
    """Whether the words of a table's cell are a sentence: three words or more, and an end."""
    return len(words.split()) > 2 and words.rstrip("”\"’'»)").endswith((".", "!", "?", "…"))
