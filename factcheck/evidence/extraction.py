"""The words of a page, and whether a quotation stands among them."""

from __future__ import annotations

from typing import Any

from factcheck.errors import BadInput
from factcheck.extras import extra
from factcheck.readers.html import MOST_MARKUP
from factcheck.text.anchor import same_words
from factcheck.text.normalise import normalise

_TEXT = ("text/plain", "text/markdown", "text/csv", "application/json")
_MARKUP = ("text/html", "application/xhtml+xml", "application/xml", "text/xml")


def article_text(media_type: str, body: bytes) -> str | None:
    """What a reader reads of a page, without what stands around it; None for an image and the like."""
    kind = media_type.partition(";")[0].strip().lower()
    if kind in _MARKUP:
        if len(body) > MOST_MARKUP:
            return None
        return normalise(_trafilatura().extract(body, include_comments=False, deduplicate=False) or "")
    if kind == "application/pdf":
        return _pdf(body)
    return normalise(body.decode("utf-8", "replace")) if kind in _TEXT else None


def whole_text(media_type: str, body: bytes) -> str | None:
    """All the words of a page, menus and advertisements among them; None for an image and the like."""
    kind = media_type.partition(";")[0].strip().lower()
    return normalise(_every_word(body)) if kind in _MARKUP else article_text(media_type, body)


# What a browser shows nothing of, and what stands on lines of its own.
_UNSEEN = frozenset(["script", "style", "noscript", "template", "head"])
_BLOCK_TAGS = """address article aside blockquote br dd div dl dt figcaption footer h1 h2 h3 h4 h5 h6 header
    hr li main nav ol p pre section table td th tr ul"""
_BLOCKS = frozenset(_BLOCK_TAGS.split())


def _every_word(body: bytes) -> str:
    from lxml import etree, html

    try:
        root = html.document_fromstring(body)
    except (etree.ParserError, ValueError):
        return ""
    parts: list[str] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        seen = isinstance(element.tag, str) and element.tag not in _UNSEEN
        if event == "start":
            if not seen:
                element.clear(keep_tail=True)
            parts.append((element.text or "") if seen else "")
        if event == "end":
            parts.append("\n" if seen and element.tag in _BLOCKS else "")
            parts.append(element.tail or "")
    return "".join(parts)


def stands_in(quote: str, text: str) -> bool:
    """Whether a text has these words: exactly, or but for white space and the form of quotation marks."""
    return quote in text or same_words(quote) in same_words(text)


def _trafilatura() -> Any:
    with extra("evidence", "Reading pages"):
        import trafilatura
    return trafilatura


def _pdf(body: bytes) -> str | None:
    from factcheck.readers.pdf import read_pdf

    try:
        return normalise(read_pdf(body).text)
    except BadInput:
        return None  # kept as it is, though nobody can read it
