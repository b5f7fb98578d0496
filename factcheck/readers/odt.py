"""ODT: the paragraphs of an OpenDocument text, as they read with all changes accepted."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from factcheck.errors import BadInput
from factcheck.extras import extra
from factcheck.readers.article_text import ArticleText, is_sentence
from factcheck.readers.package import check_package

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}table"
# What is no part of the running text: words of deleted changes, notes and comments.
_ASIDE = {
    f"{_TEXT}tracked-changes", f"{_TEXT}note",
    "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}annotation",
}  # fmt: skip


def read_odt(data: bytes) -> ArticleText:
    """Read an OpenDocument text. The headline is its first heading or title, if nothing stands before it.

    Raises BadInput.
    """
    check_package(data, "ODT")
    with extra("documents", "Reading ODT"):
        from lxml import etree
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            root: Any = etree.fromstring(archive.read("content.xml"), parser)
    except (KeyError, ValueError, OSError, zipfile.BadZipFile, etree.XMLSyntaxError) as error:
        raise BadInput("That is no ODT document.", "Save it anew, or as plain text.") from error
    blocks = [(one, _words(one).strip()) for one in _blocks(root)]
    blocks = [(one, words) for one, words in blocks if words]
    headline = blocks.pop(0)[1] if blocks and _is_title(blocks[0][0]) else None
    return ArticleText("\n\n".join(words for _, words in blocks), headline=headline)


def _is_title(element: Any) -> bool:
    return bool(element.tag == f"{_TEXT}h" or element.get(f"{_TEXT}style-name") == "Title")


def _blocks(element: Any, *, in_table: bool = False) -> list[Any]:
    if element.tag in (f"{_TEXT}p", f"{_TEXT}h"):
        return [] if in_table and not is_sentence(_words(element)) else [element]
    inside = in_table or element.tag == _TABLE
    return [
        block for child in element if child.tag not in _ASIDE for block in _blocks(child, in_table=inside)
    ]


def _words(element: Any) -> str:
    parts = [element.text or ""]
    for child in element:
        if child.tag == f"{_TEXT}s":
            parts.append(" " * min(_number(child.get(f"{_TEXT}c", "1")), 100))
        elif child.tag in (f"{_TEXT}tab", f"{_TEXT}line-break"):
            parts.append("\n" if child.tag.endswith("break") else " ")
        elif isinstance(child.tag, str) and child.tag not in _ASIDE:
            parts.append(_words(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _number(said: str) -> int:
    return int(said) if said.isdecimal() and len(said) < 4 else 1
