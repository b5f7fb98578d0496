"""The one form in which every text is read, stored and compared.

All offsets of the project point into the text as `normalise` returns it, so that the same article
pasted from Windows, macOS or a browser gives the same claims on every database.
"""

from __future__ import annotations

import re
import unicodedata

# NUL ends a string in PostgreSQL and lone surrogates cannot be encoded in UTF-8 at all.
UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
BYTE_ORDER_MARK = "\ufeff"
REPLACEMENT = "\ufffd"
# Ordering n combining marks on one letter takes n² steps (seconds for 100 kB). Unicode's stream-safe
# form (UAX #15, section 13) therefore ends a run after 30 marks with a combining grapheme joiner.
# No mark is below U+0300 or among the dashes and quotation marks of U+2010 to U+20CF.
MARK_RUN = re.compile("[^\x00-\u02ff\u2010-\u20cf]{31,}+")
MOST_MARKS = 30
RARE = re.compile("[^\x00-\u02ff\u2010-\u20cf]")
JOINER = "\u034f"


def normalise(text: str) -> str:
    """Return `text` with one kind of line end, no byte order mark, nothing unstorable, in NFC.

    CRLF and CR become LF; byte order marks at the beginning go; NUL and lone surrogates become
    U+FFFD. Applying it twice is the same as applying it once.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = text.lstrip(BYTE_ORDER_MARK)
    if "\x00" in text or not is_encodable(text):
        text = UNSTORABLE.sub(REPLACEMENT, text)
    if text.isascii():
        return text
    # Every thirty-first character is looked at: a longer run cannot pass between them.
    if RARE.search(text[MOST_MARKS :: MOST_MARKS + 1]):
        text = MARK_RUN.sub(part_marks, text)
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def is_encodable(text: str) -> bool:
    """Say whether a text has no lone surrogate; encoding it is the fastest way to know."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def part_marks(run: re.Match[str]) -> str:
    """Return a run of characters with a joiner after every thirtieth combining mark in a row."""
    parts: list[str] = []
    marks = 0
    for character in run.group():
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks > MOST_MARKS:
            parts.append(JOINER)
            marks = 1
        parts.append(character)
    return "".join(parts)
