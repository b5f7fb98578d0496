from __future__ import annotations

import functools
import io
import time
import tracemalloc
import zipfile
from collections.abc import Callable

import pytest
from docx import Document
from pypdf import PdfWriter

from factcheck.errors import BadInput
from factcheck.readers import read_article
from factcheck.readers.feed import read_feed
from factcheck.readers.pdf import unwrapped

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ODT = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:body><office:text>{}'
    "</office:text></office:body></office:document-content>"
)


def docx(change: Callable[[object], None] | None = None) -> bytes:
    document = Document()
    document.add_heading("The Bridge Is Closed", 1)
    first = document.add_paragraph("The bridge cost ")
    first.add_run("4 million").bold = True
    first.add_run(" euros.")
    document.add_paragraph("It opened in 1932.")
    if change:
        change(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def zipped(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def test_a_word_document_is_read() -> None:
    kind, found = read_article(docx(), "bridge.docx")
    assert kind.endswith("wordprocessingml.document")
    assert (found.headline, found.text) == (
        "The Bridge Is Closed", "The bridge cost 4 million euros.\n\nIt opened in 1932."
    )  # fmt: skip


def test_changes_in_a_word_document_are_read_as_accepted() -> None:
    from docx.oxml import parse_xml

    def change(document: object) -> None:
        paragraph = document.add_paragraph("It is ")._p  # type: ignore[attr-defined]
        paragraph.append(parse_xml(f"<w:del {W}><w:r><w:delText>not </w:delText></w:r></w:del>"))
        paragraph.append(parse_xml(f"<w:ins {W}><w:r><w:t>very old.</w:t></w:r></w:ins>"))

    assert read_article(docx(change), "a.docx")[1].text.endswith("It is very old.")


def test_an_open_document_is_read() -> None:
    body = (
        "<text:tracked-changes><text:p>Deleted words.</text:p></text:tracked-changes>"
        "<text:h>The Bridge Is Closed</text:h>"
        "<text:p>The bridge<text:s text:c='1'/>cost <text:span>4 million</text:span>"
        "<text:note><text:p>A note.</text:p></text:note> euros.</text:p>"
        "<table:table><text:p>40 tons</text:p><text:p>It made 40 tons.</text:p></table:table>"
        "<text:list><text:list-item><text:p>It opened in 1932.</text:p></text:list-item></text:list>"
    )
    data = zipped(
        {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": ODT.format(body).encode()}
    )
    found = read_article(data, "bridge.odt")[1]
    assert found.headline == "The Bridge Is Closed"
    assert found.text == "The bridge cost 4 million euros.\n\nIt made 40 tons.\n\nIt opened in 1932."


def test_the_sentences_of_a_table_are_read() -> None:
    def change(document: object) -> None:
        table = document.add_table(1, 2)  # type: ignore[attr-defined]
        table.cell(0, 0).text = "40 tons"
        table.cell(0, 1).text = "It made 40 tons in 2024."

    assert read_article(docx(change), "a.docx")[1].text.endswith("1932.\n\nIt made 40 tons in 2024.")


def test_the_lines_of_a_page_are_paragraphs_again() -> None:
    page = (
        "The Mill\nIt was built in 1980 by three hundred workers who\ncame from the north to live here for a"
        " win-\nter. It closed.\n\nNobody came back to it after that day in 2020.\nIt stands empty."
    )
    assert unwrapped(page).split("\n\n") == [
        "The Mill",
        "It was built in 1980 by three hundred workers who came from the north to live here for a winter."
        " It closed.",
        "Nobody came back to it after that day in 2020.",
        "It stands empty.",
    ]


def test_a_page_is_read_with_what_it_says_of_itself() -> None:
    page = """<html lang="en"><head><title>The Bridge Is Closed - The Ledger</title>
    <meta property="og:title" content="The Bridge Is Closed"><meta name="author" content="Ines Duarte">
    <meta property="article:published_time" content="2025-03-04T10:00:00Z"></head><body><nav>Home Shop</nav>
    <article><h1>The Bridge Is Closed</h1>
    <p>The bridge over the Norder cost 4 million euros when it was built.</p>
    <p>It opened in 1932, and some forty thousand cars have crossed it on every working day since then.</p>
    </article>
    <footer>All rights reserved</footer></body></html>"""
    kind, found = read_article(page.encode(), media_type="text/html")
    assert kind == "text/html"
    assert (found.headline, found.byline, str(found.published)) == (
        "The Bridge Is Closed", "By Ines Duarte", "2025-03-04"
    )  # fmt: skip
    assert "Home Shop" not in found.text
    assert "It opened in 1932" in found.text


@functools.cache
def bomb() -> bytes:
    """400 kB that unpack to 400 MB."""
    return zipped({"word/document.xml": b"\0" * 400_000_000, "[Content_Types].xml": b"<a/>"})


def lying() -> bytes:
    """An archive whose directory says that a part is small."""
    data = bytearray(zipped({"content.xml": b"<a>" + b" " * 5_000_000 + b"</a>"}))
    place = data.rindex(b"PK\x01\x02") + 24
    data[place : place + 4] = (100).to_bytes(4, "little")
    return bytes(data)


LAUGHS = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbb">' + b'<!ENTITY c "&b;&b;">]><a>&c;</a>'


@pytest.mark.parametrize(
    ("make", "name", "said"),
    [
        (bomb, "a.docx", "unpacks to 400 MB"),
        (bomb, "a.odt", "unpacks to 400 MB"),
        (lying, "a.odt", "ODT document"),
        (lambda: zipped({"content.xml": LAUGHS}), "a.odt", "declares entities"),
        (lambda: zipped({"word/document.xml": LAUGHS}), "a.docx", "declares entities"),
        (lambda: zipped({f"{n}": b"" for n in range(3500)}), "a.docx", "3500 parts"),
        (lambda: zipped({"other.xml": b"<a/>"}), "a.docx", "no DOCX document"),
        (lambda: zipped({"other.xml": b"<a/>"}), "a.odt", "no ODT document"),
        (
            lambda: zipped({"content.xml": b"<a>" + b" " * 9000 + b"<!ENTITY n 'x'></a>"}),
            "a.odt",
            "declares entities",
        ),
        (lambda: b"PK\x03\x04 nonsense", "a.docx", "no DOCX document"),
        (lambda: docx()[:2000], "a.docx", "no DOCX document"),
        (lambda: b"%PDF-1.7 nonsense", "a.pdf", "can't be read"),
        (lambda: b"", "a.pdf", "can't be read"),
        (lambda: b"<html><body></body></html>", "a.html", "no article"),
        (lambda: b"", "a.html", "no article"),
        (lambda: b"%PDF-1.7", "a.txt", "PDF document, not text"),
        (lambda: b"x" * 26_000_000, "a.docx", "more than 25 MB"),
    ],
)
def test_what_is_too_much_or_broken_is_refused_at_once(
    make: Callable[[], bytes], name: str, said: str
) -> None:
    data = make()
    tracemalloc.start()
    begun = time.perf_counter()
    with pytest.raises(BadInput) as refused:
        read_article(data, name)
    assert time.perf_counter() - begun < 1
    assert tracemalloc.get_traced_memory()[1] < 100_000_000
    tracemalloc.stop()
    assert said in refused.value.message
    assert refused.value.hint


def test_a_locked_pdf_and_one_of_pictures_are_refused() -> None:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    out = io.BytesIO()
    writer.write(out)
    with pytest.raises(BadInput, match="only pictures"):
        read_article(out.getvalue(), "a.pdf")
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    with pytest.raises(BadInput, match="locked"):
        read_article(out.getvalue(), "a.pdf")


@pytest.mark.parametrize(
    "feed",
    [
        '<rss version="2.0"><channel><item><title>A</title><link>https://a.example/1</link></item>'
        "<item><title>No link</title></item></channel></rss>",
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>A</title><link href="https://a.example/1"/></entry></feed>',
    ],
    ids=["RSS", "Atom"],
)
def test_a_feed_names_its_articles(feed: str) -> None:
    assert [(one.link, one.title) for one in read_feed(feed.encode())] == [("https://a.example/1", "A")]


@pytest.mark.parametrize("data", [b"", b"<html></html>", LAUGHS, b"\xff\xfe nonsense"])
def test_what_is_no_feed_is_refused(data: bytes) -> None:
    with pytest.raises(BadInput):
        read_feed(data)
