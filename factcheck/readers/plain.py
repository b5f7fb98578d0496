"""Plain text: the text is the article."""

from __future__ import annotations

from factcheck.readers.article_text import ArticleText


def read_plain(text: str) -> ArticleText:
    """Take the text as it is; the layout is read later, from the text itself."""
    return ArticleText(text)
