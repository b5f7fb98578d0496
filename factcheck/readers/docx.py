"""DOCX: the paragraphs of a Word document, as they read with all changes accepted."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from factcheck.errors import BadInput
from factcheck.extras import extra
from factcheck.readers.article_text import ArticleText, is_sentence
from factcheck.readers.package import check_package

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TITLES = ("title", "heading 1")


def read_docx(data: bytes) -> ArticleText:
    """Read a Word document: words of deleted changes are left out, inserted ones read.

    Of tables only the sentences are read: figures and labels are none.

    The headline is the first paragraph, if its style is Title or Heading 1. Raises BadInput.
    """
    check_package(data, "DOCX")
    with extra("documents", "Reading DOCX"):
        from docx import Document
        from docx.opc.exceptions import PackageNotFoundError
    try:
        document: Any = Document(io.BytesIO(data))
        blocks = list(_blocks(document))
    except (PackageNotFoundError, KeyError, ValueError, SyntaxError, AttributeError) as error:
        raise BadInput("That is no DOCX document.", "Save it anew, or as plain text.") from error
    blocks = [(style, words) for style, words in blocks if words]
    headline = blocks.pop(0)[1] if blocks and blocks[0][0] in _TITLES else None
    return ArticleText("\n\n".join(words for _, words in blocks), headline=headline)


def _blocks(document: Any) -> Iterator[tuple[str, str]]:
    """Each paragraph with its style, in order; of a table the cells that hold a sentence."""
    for one in document.iter_inner_content():
        if hasattr(one, "rows"):
            words = [_words(element) for element in one._tbl.iter(f"{_W}p")]
            yield from (("", cell) for cell in words if is_sentence(cell))
        else:
            yield _style(one), _words(one._p)


def _style(paragraph: Any) -> str:
    return (paragraph.style.name or "").lower() if paragraph.style is not None else ""


def _words(element: Any) -> str:
    parts = []
    for one in element.iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}noBreakHyphen"):
        if one.tag == f"{_W}t":
            parts.append(one.text or "")
        elif one.tag == f"{_W}noBreakHyphen":
            parts.append("-")
        elif one.getparent().tag == f"{_W}r":  # a tab stop's definition has the same name
            parts.append("\n" if one.tag == f"{_W}br" else " ")
    return "".join(parts).strip()
