from __future__ import annotations

import codecs
import contextlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import BadInput
from factcheck.readers import read_article
from factcheck.readers.decoding import MOST_BYTES, decode


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "no text"),
        (b" \n\t ", "no text"),
        (b"\x00\x00", "no text"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04....", "ZIP"),
        (b"\x7fELF....", "program"),
        (b"Caf\xe9 Noir", "not utf-8"),
        (bytes(range(32)) * 10, "binary"),
        (b"a" * (MOST_BYTES + 1), "5 MB"),
    ],
)
def test_what_is_no_article_is_refused_with_a_way_out(data: bytes, said: str) -> None:
    with pytest.raises(BadInput, match=said) as refused:
        decode(data)
    assert refused.value.hint


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_a_byte_order_mark_says_how_to_read(encoding: str) -> None:
    bom = {"utf-16-le": codecs.BOM_UTF16_LE}.get(encoding, b"")
    assert decode(bom + "Café Noir 📱".encode(encoding)).lstrip("\ufeff") == "Café Noir 📱"


def test_an_older_encoding_can_be_named() -> None:
    assert decode(b"Caf\xe9", encoding="cp1252") == "Café"
    for name in ("klingon", "rot13", "hex"):
        with pytest.raises(BadInput, match="no encoding"):
            decode(b"abc", encoding=name)


def test_a_lone_surrogate_or_a_nul_spoils_no_article() -> None:
    assert decode(b"It \xed\xa0\x80 opened.\x00 It closed.") == "It \ud800 opened.\x00 It closed."


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with contextlib.suppress(BadInput):
        assert decode(data)


MARKDOWN = b"""---
title: "The Bridge"
author: Robin Author
date: 2026-01-31
lang: en
---

# The Bridge

The *bridge* cost [4 million](https://a.example) euros.
It opened in `1932`.

> **Nobody** crosses it.

- One arch
- Two arches

```python
print("not an article")
```

<div>Nor this.</div>
"""


def test_markdown_becomes_the_words_that_a_reader_sees() -> None:
    media_type, read = read_article(MARKDOWN, "story.md")
    assert media_type == "text/markdown"
    assert read.text.split("\n\n") == [
        "The bridge cost 4 million euros. It opened in 1932.",
        "Nobody crosses it.",
        "One arch",
        "Two arches",
    ]
    assert (read.headline, read.byline, read.published, read.language) == (
        "The Bridge", "Robin Author", date(2026, 1, 31), "en",
    )  # fmt: skip


def test_a_first_heading_is_the_headline_and_a_later_one_is_not() -> None:
    _, read = read_article(b"# Title\n\nOne.\n\n# Another\n\nTwo.", "x.markdown")
    assert (read.headline, read.text) == ("Title", "One.\n\nAnother\n\nTwo.")
    _, read = read_article(b"One.\n\n# Title", "x.md")
    assert (read.headline, read.text) == (None, "One.\n\nTitle")


def test_front_matter_that_is_none_stays_text() -> None:
    _, read = read_article(b"---\nno key here\n---\n\nOne.", "x.md")
    assert read.headline is None
    assert read.text == "One."
    _, read = read_article(b"date: someday\n\nOne.", "x.md")
    assert read.text.startswith("date: someday")


def test_anything_else_is_plain_text() -> None:
    assert read_article(b"# not *markdown*", "x.txt") == read_article(b"# not *markdown*", "")
