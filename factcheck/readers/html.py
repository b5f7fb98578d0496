"""HTML: the article of a page, without what stands around it."""

from __future__ import annotations

from datetime import date

from factcheck.errors import BadInput
from factcheck.extras import extra
from factcheck.readers.article_text import ArticleText

# The article of a page of more markup than this takes minutes to find; the longest we met had 1.5 MB.
MOST_MARKUP = 2_000_000


def read_html(data: bytes) -> ArticleText:
    """Read a page's article, with the headline, author and date that the page gives. Raises BadInput."""
    with extra("evidence", "Reading pages"):
        from trafilatura import bare_extraction
    if len(data) > MOST_MARKUP:
        raise BadInput(
            f"That page has more than {MOST_MARKUP / 1e6:.0f} MB of markup.",
            "Copy its text into a file, and ingest that.",
        )
    found = bare_extraction(data, include_comments=False, with_metadata=True)
    text = found.text if found is not None and not isinstance(found, dict) else None
    if found is None or isinstance(found, dict) or not (text or "").strip():
        raise BadInput("There is no article on that page.", "Copy its text into a file, and ingest that.")
    title = found.title or None
    blocks = [line.strip() for line in (text or "").split("\n") if line.strip()]
    if title and blocks and blocks[0] == title:
        blocks.pop(0)
    return ArticleText(
        "\n\n".join(blocks),
        headline=title,
        byline=f"By {found.author}" if found.author else None,
        published=_date(found.date),
        language=found.language or None,
    )


def _date(value: str | None) -> date | None:
    try:
        return date.fromisoformat((value or "")[:10])
    except ValueError:
        return None
