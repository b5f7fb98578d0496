"""Quotations beside a verb of saying of another language, and titles in quotation marks."""

from __future__ import annotations

from typing import Final

from factcheck.text.clauses import Passage, Range
from factcheck.text.tongue_said import STOPS

DASHES: Final = frozenset({"–", "—", "-"})
JOINTS: Final = DASHES | {":", ","}
LONGEST_TITLE: Final = 5  # tokens of a quotation that is a name, marks included
SHORTEST_SPEECH: Final = 4  # tokens of a quotation, marks included
LONGEST_ADJUNCT: Final = 14  # words between a verb and the speech or clause that it opens


def quotes(p: Passage, k: int) -> bool:
    """Whether token `k` stands in speech, and not in a name between quotation marks."""
    q = p.inside[k]
    return q >= 0 and p.closes[q] - p.opens[q] > LONGEST_TITLE


def past_title(p: Passage, k: int) -> int:
    """Past the title in quotation marks at `k`, and what is tied to it (`„Bild“-Zeitung`); `k` if none is."""
    q = p.inside[k]
    if q < 0 or p.opens[q] != k or p.closes[q] - k > LONGEST_TITLE:
        return k
    end = p.closes[q]
    return end + 2 if end + 1 < p.last and p.tokens.lowers[end] == "-" else end


def speech_before(p: Passage, i: int) -> Range | None:
    """The quotation that ends right before `i`, a comma or dash between allowed."""
    k = i - 1
    while k > p.first and p.inside[k] < 0 and p.tokens.lowers[k] in JOINTS:
        k -= 1
    if k < p.first or p.inside[k] < 0:
        return None
    q = p.inside[k]
    return None if p.closes[q] - p.opens[q] < SHORTEST_SPEECH else (p.opens[q], k + 1)


def speech_after(p: Passage, i: int, *, near: bool = False) -> Range | None:
    """The next quotation behind `i`: right there if `near`, else after a comma, colon or dash."""
    for k in range(i, min(p.last, i + LONGEST_ADJUNCT)):
        q = p.inside[k]
        if q >= 0:
            marked = k > i and p.tokens.lowers[k - 1] in JOINTS
            if not marked and k > i and not near and not quotes(p, k):
                continue  # a name between quotation marks
            if p.closes[q] - p.opens[q] < SHORTEST_SPEECH or not (marked or k == i):
                return None
            return (k, min(p.closes[q], p.last))
        if near and p.tokens.lowers[k] not in JOINTS:
            return None
        if p.tokens.lowers[k] in ".;!?":
            return None
    return None


def trimmed_end(p: Passage) -> int:
    """The end of the passage without its full stop."""
    end = p.last
    while end > p.first and p.inside[end - 1] < 0 and p.tokens.lowers[end - 1] in STOPS:
        end -= 1
    return end
