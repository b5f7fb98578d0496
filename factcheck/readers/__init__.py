"""Bytes to article text: one file a format, one table of them.

A reader takes an article's bytes and gives an `ArticleText`. Which one reads a file is settled by the
file's ending, or by what its server said that it is; anything unknown, and standard input, is plain text.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from factcheck.errors import BadInput, UsageError
from factcheck.readers.article_text import ArticleText
from factcheck.readers.decoding import decode
from factcheck.readers.docx import read_docx
from factcheck.readers.html import read_html
from factcheck.readers.markdown import read_markdown
from factcheck.readers.odt import read_odt
from factcheck.readers.pdf import read_pdf
from factcheck.readers.plain import read_plain

# More bytes than this no article has, pictures and all; texts have a lower limit of their own.
MOST_BYTES = 25_000_000


@dataclass(frozen=True, slots=True)
class Format:
    """A format that articles come in: what it is called on the wire and on disk, and who reads it."""

    media_type: str
    endings: tuple[str, ...]
    read: Callable[[bytes, str | None], ArticleText]


def _text(read: Callable[[str], ArticleText]) -> Callable[[bytes, str | None], ArticleText]:
    return lambda data, encoding: read(decode(data, encoding=encoding))


def _whole(read: Callable[[bytes], ArticleText]) -> Callable[[bytes, str | None], ArticleText]:
    return lambda data, _: read(data)


FORMATS: dict[str, Format] = {
    "plain": Format("text/plain", (".txt",), _text(read_plain)),
    "markdown": Format("text/markdown", (".md", ".markdown"), _text(read_markdown)),
    "html": Format("text/html", (".html", ".htm", ".xhtml"), _whole(read_html)),
    "docx": Format(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        (".docx",),
        _whole(read_docx),
    ),
    "odt": Format("application/vnd.oasis.opendocument.text", (".odt",), _whole(read_odt)),
    "pdf": Format("application/pdf", (".pdf",), _whole(read_pdf)),
}


def read_article(
    data: bytes,
    name: str = "",
    *,
    encoding: str | None = None,
    format_name: str | None = None,
    media_type: str | None = None,
) -> tuple[str, ArticleText]:
    """Read an article's bytes; the media type, and what was read.

    `format_name` chooses the reader, else what a server called it (`media_type`), else the ending of the
    file's `name`. Raises BadInput for bytes that can't be read, UsageError for an unknown format.
    """
    if format_name is not None and format_name not in FORMATS:
        raise UsageError(f"“{format_name[:40]}” is no format to read.", f"One of: {', '.join(FORMATS)}.")
    if len(data) > MOST_BYTES:
        raise BadInput(
            f"That is more than {MOST_BYTES / 1e6:.0f} MB; an article has at most that.",
            "Split it into its articles and ingest them one by one.",
        )
    chosen = FORMATS[format_name] if format_name else _format_of(name, media_type)
    return chosen.media_type, chosen.read(data, encoding)


def _format_of(name: str, media_type: str | None) -> Format:
    kinds = {"application/xhtml+xml": "text/html"}
    ending = PurePath(name).suffix.lower()
    for one in FORMATS.values():
        if media_type is not None and kinds.get(media_type, media_type) == one.media_type:
            return one
    return next((one for one in FORMATS.values() if ending in one.endings), FORMATS["plain"])
