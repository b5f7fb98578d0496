"""Quotations: where they open and close, and which run on into the next paragraph.

Newspapers open a quotation of several paragraphs anew in each and close it once, at the end
(Associated Press and Chicago style), so a mark that never closes before its paragraph ends is a
quotation that runs on. Marks inside a quotation belong to it: only outermost quotations are given.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.text.values import Span

# One mark or two of a kind; the first is read before anything else, so that the search leaps to it.
_MARK = re.compile(r"[\"“”„«»‟‘’'‚‹›`](?:(?<=')'|(?<=’)’|(?<=`)`|(?<!`))")
_CLOSER = {
    "“": "”",
    "”": "”",
    "«": "»",
    "‘": "’",
    "‚": "‘",
    "„": "“",
    "»": "«",
    '"': '"',
    "'": "'",
    "‟": "”",
    "''": "''",
    "``": "''",
    "’’": "’’",
    "‹": "›",
}
_SINGLE = frozenset("'‘‚")
_DOUBLE = frozenset({"“", "”", '"'})  # marks that careless typing takes for one another
_OPENS_BEFORE = frozenset(" \t\n\r\u00a0\u2009\u202f([{—–-/“\"‘'")
# Words that drop their first letters and so begin with an apostrophe.
_ELISION = re.compile(r"['’‘](?:\d0s|tis|twas|em|til|cause|n)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quotation:
    """One outermost quotation within one paragraph.

    `start` and `end` take in the marks. `closed` says whether a closing mark was found, `opened`
    whether an opening one was (German and French styles always have both); `continues` that it takes
    up the quotation which the paragraph before left open.
    """

    start: int
    end: int
    paragraph: int
    closed: bool = True
    continues: bool = False


def _opens(text: str, at: int, start: int, width: int = 1) -> bool:
    """Whether a straight or ambiguous mark at `at` can only open: white space before, none after."""
    before = text[at - 1] if at > start else " "
    after = text[at + width : at + width + 1]
    return before in _OPENS_BEFORE and bool(after) and not after.isspace()


def _is_apostrophe(text: str, at: int, start: int, end: int) -> bool:
    """Whether a single mark stands inside a word, or for dropped letters or digits."""
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    return (before.isalnum() and after.isalnum()) or _ELISION.match(text, at) is not None


def find_quotations(text: str, paragraphs: Sequence[Span], *, language: str = "en") -> list[Quotation]:
    """All outermost quotations of the paragraphs, in text order.

    A paragraph that opens with a mark right after one whose quotation never closed continues it.
    """
    found: list[Quotation] = []
    running = False
    for number, (start, end) in enumerate(paragraphs):
        here = list(_in_paragraph(text, start, end, number, language))
        if here and running and here[0].start - start <= 1:
            first = here[0]
            here[0] = Quotation(first.start, first.end, number, first.closed, continues=True)
        running = bool(here) and not here[-1].closed
        found.extend(here)
    return found


def _in_paragraph(text: str, start: int, end: int, number: int, language: str) -> list[Quotation]:
    """The outermost quotations of one paragraph."""
    found: list[Quotation] = []
    opened = -1
    closer = ""
    last_single: dict[str, int] = {}
    for match in _MARK.finditer(text, start, end):
        at = match.start()
        mark = match.group()
        if opened < 0:
            if not _may_open(text, at, start, end, mark, language):
                continue
            closer = _CLOSER[mark]
            if mark in _SINGLE:
                if closer not in last_single:
                    last_single[closer] = _last_single(text, start, end, closer)
                if last_single[closer] <= at + 1:
                    continue
            opened = at
        elif (mark == closer or (mark in _DOUBLE and closer in _DOUBLE)) and _may_close(
            text, at, start, end, mark
        ):
            found.append(Quotation(opened, at + len(mark), number))
            opened = -1
    if opened >= 0:
        stop = _unclosed_end(text, opened, end, closer)
        if stop > opened + 1:
            found.append(Quotation(opened, stop, number, closed=False))
    return found


def _may_open(text: str, at: int, start: int, end: int, mark: str, language: str) -> bool:
    """Whether this mark can begin a quotation here."""
    if mark == "”":
        return at == start and text[at + 1 : at + 2].isalnum()  # the wrong mark at a paragraph's head
    if mark in {"’", "›"} or (mark == "»" and language != "de"):
        return False
    if mark in _SINGLE:
        return _opens(text, at, start) and not _is_apostrophe(text, at, start, end)
    if mark in {'"', "''", "’’"}:
        return _opens(text, at, start, len(mark))
    return at + 1 < end


_CLOSING_SINGLE = {mark: re.compile(rf"(?<=\S){mark}(?!\w)") for mark in "’'‘"}


def _last_single(text: str, start: int, end: int, closer: str) -> int:
    """The last place in a paragraph where a single mark can close: after no space, before no letter."""
    last = -1
    for match in _CLOSING_SINGLE[closer].finditer(text, start, end):
        last = match.start()
    return last


def _may_close(text: str, at: int, start: int, end: int, mark: str) -> bool:
    """Whether this mark ends the open quotation; a single mark may be an apostrophe instead."""
    if mark in {"’", "'"}:
        if _is_apostrophe(text, at, start, end):
            return False
        # `the workers' pay`: a plural's apostrophe when another mark still closes the quotation.
        if text[at - 1] == "s" and text[at + 1 : at + 2] == " " and text[at - 2 : at].isalpha():
            later = text.find(mark, at + 2, min(end, at + 400))
            return later < 0 or _is_apostrophe(text, later, start, end) or text[later - 1].isspace()
        return True
    if mark in {'"', "“", "''", "’’"}:
        return not (_opens(text, at, start, len(mark)) and text[at - 1].isspace())
    return True


def _unclosed_end(text: str, opened: int, end: int, closer: str) -> int:
    """Where a quotation without its mark ends: at the paragraph's end, unless it holds no sentence.

    A single mark never runs on; a lone double mark in mid-sentence, with lower case after it, is a slip.
    """
    if closer in {"’", "'", "‘"}:
        return opened
    after = text[opened + 1 : opened + 2]
    if (
        not (after.isupper() or after.isdigit() or after in "‘'…¿¡[($")
        and text[opened - 1 : opened].isalnum()
    ):
        return opened
    return end
