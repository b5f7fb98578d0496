"""Bytes to article text: one file a format, one table of them.

A reader takes decoded text and gives an `ArticleText`. Which one reads a file is settled by the
file's ending; anything unknown, and standard input, is plain text.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath

from factcheck.errors import UsageError
from factcheck.readers.article_text import ArticleText
from factcheck.readers.decoding import decode
from factcheck.readers.markdown import read_markdown
from factcheck.readers.plain import read_plain

Reader = Callable[[str], ArticleText]

READERS: dict[str, tuple[str, Reader]] = {
    ".txt": ("text/plain", read_plain),
    ".md": ("text/markdown", read_markdown),
    ".markdown": ("text/markdown", read_markdown),
}


FORMATS = {"plain": ".txt", "markdown": ".md"}


def read_article(
    data: bytes, name: str = "", *, encoding: str | None = None, format_name: str | None = None
) -> tuple[str, ArticleText]:
    """Read an article's bytes; the media type, and what was read.

    `format_name` chooses the reader, else the ending of the file's `name`. Raises BadInput for bytes
    that are no text, UsageError for an unknown format.
    """
    if format_name is not None and format_name not in FORMATS:
        raise UsageError(f"“{format_name[:40]}” is no format to read.", f"One of: {', '.join(FORMATS)}.")
    ending = FORMATS[format_name] if format_name else PurePath(name).suffix.lower()
    media_type, reader = READERS.get(ending, READERS[".txt"])
    return media_type, reader(decode(data, encoding=encoding))
