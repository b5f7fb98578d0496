"""PDF: the words of its pages, in the order in which the file has them."""

from __future__ import annotations

import io

from factcheck.errors import BadInput, UsageError
from factcheck.readers.article_text import ArticleText

# An article has a few pages, a report some hundred.
MOST_PAGES = 500


def read_pdf(data: bytes) -> ArticleText:
    """Read a PDF with words in it. Raises BadInput for one that is locked, endless, broken, or a picture."""
    try:
        from pypdf import PdfReader
        from pypdf.errors import PyPdfError
    except ModuleNotFoundError as error:
        raise UsageError(
            "Reading PDF needs a library that is not here.",
            "Install it: pip install 'factcheck-desk[documents]'.",
        ) from error
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted:
            raise BadInput("That PDF is locked with a password.", "Save it without one, or copy its text.")
        if len(reader.pages) > MOST_PAGES:
            raise BadInput(
                f"That PDF has {len(reader.pages)} pages.", f"At most {MOST_PAGES} are read: take an excerpt."
            )
        pages = [page.extract_text() for page in reader.pages]
    except (
        PyPdfError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        RecursionError,
        OverflowError,
    ) as error:
        raise BadInput("That PDF can't be read: it is broken.", "Save it anew, or copy its text.") from error
    text = "\n\n".join(page.strip() for page in pages if page.strip())
    if not text:
        raise BadInput("That PDF holds no words, only pictures of them.", "Recognise its text first (OCR).")
    return ArticleText(text)
