"""Text of articles on its way to a screen: never an escape sequence, never a trick of direction."""

from __future__ import annotations

import re

# C0 and C1 controls but tab and line feed; and the marks that turn the direction of what follows.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_UNSAFE_IN_JSON = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def printable(text: str) -> str:
    """The text with every character that could steer a terminal shown as U+FFFD."""
    return _UNSAFE.sub("\ufffd", text)


def printable_json(document: str) -> str:
    """A JSON document with the same characters escaped as JSON has it; its meaning is unchanged."""
    return _UNSAFE_IN_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", document)
