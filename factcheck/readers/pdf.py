"""PDF: the words of its pages, in the order in which the file has them."""

from __future__ import annotations

import io
import logging
import re
import time
from typing import Any

from factcheck.errors import BadInput
from factcheck.extras import extra
from factcheck.readers.article_text import ArticleText

# An article has a few pages, a report some hundred.
MOST_PAGES = 500
# A page full of words is drawn with some 20 kB; what takes longer than this is no article.
MOST_DRAWN, MOST_SECONDS = 500_000, 20.0


def read_pdf(data: bytes) -> ArticleText:
    """Read a PDF with words in it. Raises BadInput for one that is locked, endless, broken, or a picture."""
    with extra("documents", "Reading PDF"):
        from pypdf import PdfReader
    begun = time.monotonic()
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what is wrong is told below, once
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted:
            raise BadInput("That PDF is locked with a password.", "Save it without one, or copy its text.")
        if len(reader.pages) > MOST_PAGES:
            raise BadInput(
                f"That PDF has {len(reader.pages)} pages.", f"At most {MOST_PAGES} are read: take an excerpt."
            )
        pages = [_words(page, begun) for page in reader.pages]
    except BadInput:
        raise
    except Exception as error:  # what a broken file makes of the library has no one root
        raise BadInput("That PDF can't be read: it is broken.", "Save it anew, or copy its text.") from error
    text = "\n\n".join(unwrapped(page) for page in pages if page.strip())
    if not text:
        raise BadInput("That PDF holds no words, only pictures of them.", "Recognise its text first (OCR).")
    return ArticleText(text)


def _words(page: Any, begun: float) -> str:
    contents = page.get_contents()
    if contents is not None and len(contents.get_data()) > MOST_DRAWN:
        raise BadInput("A page of that PDF is a drawing, too big to look for words in.", "Copy its text.")
    if time.monotonic() - begun > MOST_SECONDS:
        raise BadInput("That PDF takes too long to read.", "Take an excerpt, or copy its text.")
    return str(page.extract_text())


_HYPHEN = re.compile(r"(?<=[a-zà-ÿ])-\n(?=[a-zà-ÿ])")
_ENDED = (".", "!", "?", ":", "”", '"', "»", "’")
# A line shorter than so much of the longest ends a paragraph, or is a heading.
_FULL = 0.75


def unwrapped(page: str) -> str:
    """The lines of a page as paragraphs: a line goes on where it is full, or the next begins small."""
    lines = [line.strip() for line in _HYPHEN.sub("", page.strip()).split("\n")]
    longest = max(map(len, lines))
    joined = ""
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        small = following[:1].islower()
        full = len(line) >= _FULL * longest and bool(following)
        goes_on = small if not full else small or not line.endswith(_ENDED) or len(line) >= 0.9 * longest
        joined += line + (" " if goes_on and following else "\n\n" if line else "")
    return joined.strip()
