"""Quotations without a cue of their own: they go on in the voice that speaks beside them.

`“It rained,” she said. “It poured.”` is one attribution over two sentences; so is a quotation that
stands alone in the next paragraph, and one whose closing mark comes paragraphs later.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.text import lexicon as lx
from factcheck.text.attribution_readings import Reading
from factcheck.text.clauses import Passage, Range
from factcheck.text.quotes import Quotation
from factcheck.text.wordlists import words

_SPEAKING = words("say believe ask deny show accord judge")
_SUBJECTLESS = words("quote-cue quote-tag")  # rules of languages that leave a subject out


class Voiced(NamedTuple):
    """A reading with all its contents: its own, then those that go on in its voice."""

    reading: Reading
    more: tuple[Range, ...] = ()


def quoted_throughout(p: Passage) -> bool:
    """Whether every word of a passage stands in quotations (marks and stops aside)."""
    i = p.first
    seen = False
    while i < p.last:
        q = p.inside[i]
        if q >= 0:
            i = max(i + 1, p.closes[q])
            seen = True
            continue
        if not p.tokens.flags[i] & (lx.BREAK | lx.COMMA | lx.DASH | lx.QUOTE):
            return False
        i += 1
    return seen


def continue_voices(
    passages: Sequence[Passage], found: Sequence[list[Reading]], quotations: Sequence[Quotation]
) -> list[Voiced]:
    """Give each quotation that stands alone to its neighbour's voice; readings without content fall away."""
    voiced: list[Voiced] = []
    last: int | None = None  # the index in `voiced` of the voice that may go on
    last_passage = -2
    waiting: list[Passage] = []
    for number, (p, readings) in enumerate(zip(passages, found, strict=True)):
        if not readings:
            if not quoted_throughout(p):
                waiting = []
                continue
            first = p.inside[p.first]
            runs_on = first >= 0 and quotations[first].continues
            goes_on = last_passage == number - 1 and not _opens_with(passages, found, number)
            if last is not None and (runs_on or goes_on):
                before = voiced[last]
                voiced[last] = before._replace(more=(*before.more, (p.first, p.last)))
                last_passage = number
            else:
                waiting.append(p)
            continue
        for k, reading in enumerate(readings):
            extra: tuple[Range, ...] = ()
            if k == 0 and waiting and _takes_up(reading, waiting[-1], p):
                extra = tuple((w.first, w.last) for w in waiting)
            voiced.append(Voiced(reading, extra))
            if reading.rule == "quote-credit":
                last = None  # a credit closes its quotation; the next one has its own
            elif reading.verb.meaning in _SPEAKING and _has_speaker(reading):
                last, last_passage = len(voiced) - 1, number
        if last_passage == number:
            last = _main_voice(voiced, last, len(readings))
        waiting = []
    return [v for v in voiced if v.reading.content or v.more]


def _opens_with(passages: Sequence[Passage], found: Sequence[list[Reading]], number: int) -> bool:
    """Whether a quotation opens its paragraph and its speaker comes next (`“Who?” Duarte shot back.`)."""
    paragraph = passages[number].paragraph
    if number + 1 == len(passages) or passages[number + 1].paragraph != paragraph or not found[number + 1]:
        return False
    reading = found[number + 1][0]
    opens = number == 0 or passages[number - 1].paragraph != paragraph
    return opens and reading.source is not None and not reading.content


def _main_voice(voiced: list[Voiced], last: int | None, count: int) -> int | None:
    """Of a passage's voices the one that goes on in the next: the last that quotes, or the last."""
    for k in range(len(voiced) - 1, len(voiced) - 1 - count, -1):
        reading = voiced[k].reading
        if _has_speaker(reading) and reading.verb.meaning in _SPEAKING and _quotes(reading):
            return k
    return last


def _has_speaker(reading: Reading) -> bool:
    """Whether somebody speaks, be it a subject that a language may leave out (`«...», dijo`)."""
    return reading.source is not None or reading.rule in _SUBJECTLESS


def _quotes(reading: Reading) -> bool:
    """Whether the reading's content holds a quotation."""
    inside = reading.passage.inside
    return any(inside[s] >= 0 or inside[e - 1] >= 0 for s, e in reading.content)


def _takes_up(reading: Reading, waiting: Passage, p: Passage) -> bool:
    """Whether a quotation left waiting belongs to the first reading of the passage after it."""
    if reading.source is None:
        return False
    if waiting.paragraph != p.paragraph:
        return reading.rule == "quote-credit" and not reading.content
    if not reading.content:
        return True
    return reading.content[0][0] == p.first and p.inside[p.first] >= 0
