"""Lists written into one line: `1) The first item 2) The second item`, `• one • two`."""

from __future__ import annotations

import re

BULLETS = "•⁃‣▪●"
MARK = re.compile(
    rf"(?P<bullet>(?:[{BULLETS}·][ ]?)?)(?P<label>\(?\d{{1,3}}|\(?[a-y])"
    r"(?P<tail>\.\)|[.)])(?P<space>[ ]?)(?=\S)"
)


def find_items(text: str, start: int, end: int) -> list[int]:
    """Return where the second and later items of a list begin; empty where there is no list.

    A line is a list if it begins with a mark (`1.`, `(a)`, `•`) and the mark that counts on from
    it follows later in the same shape.
    """
    match = MARK.match(text, start, end)
    if match is None:
        return find_bullets(text, start, end) if text[start] in BULLETS else []
    bullet, label, tail, space = match.group("bullet", "label", "tail", "space")
    bracket = "(" if label[0] == "(" else ""
    label = label.lstrip("(")
    starts: list[int] = []
    at = match.end()
    while True:
        label = str(int(label) + 1) if label.isdigit() else chr(ord(label) + 1)
        at = text.find(f" {bullet}{bracket}{label}{tail}{space}", at, end)
        if at < 0 or label > "z":
            return starts
        starts.append(at + 1)
        at += 1


def find_bullets(text: str, start: int, end: int) -> list[int]:
    """Return where the bullet that opens a line comes back after white space."""
    bullet = f" {text[start]} "
    starts: list[int] = []
    at = text.find(bullet, start, end)
    while at >= 0:
        starts.append(at + 1)
        at = text.find(bullet, at + 1, end)
    return starts
