"""Bytes to characters, without guessing: an article in the wrong letters is worse than none."""

from __future__ import annotations

import codecs

from factcheck.errors import BadInput

# A long read has 100 kB, the longest books some 3 MB. What is larger is an archive, or a mistake.
MOST_BYTES = 5_000_000

_BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive (a DOCX or ODT document is one)"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x7fELF", "a program"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"SQLite format 3", "a database"),
)
_TEXT_CONTROLS = frozenset("\t\n\r\f\v\x85\ufeff")


def decode(data: bytes, *, encoding: str | None = None) -> str:
    """Turn an article's bytes into characters: UTF-8, what a byte order mark says, or `encoding`.

    Raises BadInput for what is too large, empty, no text, or in another encoding.
    """
    if len(data) > MOST_BYTES:
        raise BadInput(
            f"That is more than {MOST_BYTES / 1e6:.0f} MB of text; an article has at most that.",
            "Split it into its articles and ingest them one by one.",
        )
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise BadInput(
                f"That is {what}, not text.",
                "Name it with its own ending, or say --format; or save the article as plain text.",
            )
    text = _decoded(data, encoding)
    if not text.strip(" \t\r\n\x00\ufeff"):
        raise BadInput("There is no text in it.", "Give a file with an article in it.")
    controls = sum(char < " " and char not in _TEXT_CONTROLS for char in text)
    if controls > max(16, len(text) // 20):
        raise BadInput(
            "That looks like a binary file, not text.", "Save the article as plain text or Markdown."
        )
    return text


def _decoded(data: bytes, encoding: str | None) -> str:
    chosen = encoding or next((name for bom, name in _BOMS if data.startswith(bom)), "utf-8")
    try:
        codec = codecs.lookup(chosen)
        if not getattr(codec, "_is_text_encoding", True):
            raise LookupError(chosen)
        # Lone surrogates are let through here: the normaliser replaces them and keeps the rest.
        return data.decode(chosen, "surrogatepass" if codec.name.startswith("utf") else "strict")
    except LookupError as error:
        raise BadInput(
            f"There is no encoding “{chosen[:40]}”.", "Try utf-8, cp1252, latin-1 or utf-16."
        ) from error
    except UnicodeError as error:
        at = f" (byte {error.start})" if isinstance(error, UnicodeDecodeError) else ""
        raise BadInput(
            f"The text is not {chosen}{at}.",
            "If it comes from an older system, name its encoding: --encoding cp1252 (or latin-1, utf-16).",
        ) from error
