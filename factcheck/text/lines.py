"""The lines of a text as blocks that belong together, also where they were cut by hand.

Most texts have a paragraph a line. Mail, wire services and plain-text files cut lines at 60 to 80
columns instead and part paragraphs by a blank line; such lines are joined again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from factcheck.text.values import Span

# The line and paragraph separators that word processors leave behind.
SEPARATORS = ("\u2028", "\u2029")
LIST_ITEM = re.compile(r"[•‣⁃▪●◦*–—-][ \t\u00a0]|\(?\d{1,2}[.)][ \t]|\(?[a-z]\)[ \t]")
NARROWEST, WIDEST = 40, 100
# A line that only parts what is above it from what is below: `___`, `* * *`.
RULE = re.compile(r"[_*=~#·–—-](?:[ ]?[_*=~#·–—-]){2,}")
SENTENCE_ENDS = '.!?…:;"”»’。！？؟'


def read_lines(text: str) -> list[Span]:
    """Return the spans of the lines that say something, trimmed; hard-wrapped ones joined."""
    blocks: list[list[Span]] = []
    at = before = 0
    for line in part_lines(text):
        written = line.strip()
        if written and not (written[0] in "_*=~#·–—-" and RULE.fullmatch(written)):
            start = at + line.find(written)
            span = (start, start + len(written))
            if blocks and text.count("\n", before, start) < 2:
                blocks[-1].append(span)
            else:
                blocks.append([span])
            before = span[1]
        at += len(line) + 1
    return [span for block in blocks for span in join(text, block)]


def part_lines(text: str) -> list[str]:
    """Return the lines of `text` without the one character that ends each."""
    if not text.isascii():
        for separator in SEPARATORS:
            text = text.replace(separator, "\n")
    return text.split("\n")


def join(text: str, block: Sequence[Span]) -> Sequence[Span]:
    """Return the whole of `block` as one span if its lines were cut at a width, else its lines."""
    if len(block) < 2 or not is_wrapped(text, block):
        return block
    joined = [block[0]]
    for span in block[1:]:
        if LIST_ITEM.match(text, *span):
            joined.append(span)
        else:
            joined[-1] = (joined[-1][0], span[1])
    return joined


def is_wrapped(text: str, block: Sequence[Span]) -> bool:
    """Say whether each line of `block` ends where the next word would not have fitted any more.

    Lines that end where a sentence ends prove nothing, so half of them must stop in its middle and
    one must go on in small letters.
    """
    width = max(end - start for start, end in block)
    if not NARROWEST <= width <= WIDEST:
        return False
    amid = 0
    small = False
    for (start, end), (following, following_end) in pairwise(block):
        first_word = text[following : min(following_end, following + WIDEST)].split(None, 1)[0]
        if end - start + 1 + len(first_word) < width:
            return False
        amid += text[end - 1] not in SENTENCE_ENDS
        small = small or text[following].islower()
    return small and amid * 2 >= len(block) - 1
