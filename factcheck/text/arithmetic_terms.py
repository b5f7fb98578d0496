"""The terms of a sum in a claim: its figures, what each can stand for, and what does not work out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from factcheck.text.figures import SCALES, Figure
from factcheck.text.values import Span

PERCENT = frozenset({"%", "percent", "per cent", "pct", "pc"})
BOUNDS = re.compile(
    r"\b(?:(?P<about>about|nearly|almost|around|roughly|approximately|some|close to|an estimated)"
    r"|(?P<more>over|more than|at least|exceeding)|(?P<less>under|less than|fewer than|up to|at most)) ?$"
)


@dataclass(frozen=True, slots=True)
class Claim:
    """The sentence `text[start:end]` with its figures in order."""

    text: str
    start: int
    end: int
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A sum that does not work out: what is wrong in words, where, and the rule that found it."""

    message: str
    spans: tuple[Span, ...]
    rule: str


SCALE_WORD = re.compile(r"\b(?:hundred|thousand|million|billion|trillion|bn|tn|mn|m)\b")


def in_scale_of(text: str, scaled: Figure, bare: Figure) -> Figure:
    """Return `bare` as the figure that it is short for: in `from 50 to 65 million` 50 million."""
    scale = SCALE_WORD.search(text, *scaled.span)
    if scale is None or bare.value is None or not text[slice(*bare.span)].lstrip("$€£¥₹ ").isdigit():
        return bare
    factor = SCALES[scale.group()]
    return replace(bare, value=bare.value * factor, step=bare.step * factor)


def compare_sum(text: str, start: int, parts: Sequence[Figure], total: Figure) -> Iterator[Mismatch]:
    """Compare the sum of `parts` with `total`: exactly if all are counted out, else as far as they are."""
    found = sum(part.value or 0.0 for part in parts)
    ranges = [bounds(text, start, figure) for figure in (*parts, total)]
    if all(high - low == 1.0 for low, high in ranges):
        differs = found != total.value
    else:
        low, high = sum(low for low, _ in ranges[:-1]), sum(high for _, high in ranges[:-1])
        differs = not overlap((low, high), ranges[-1])
    if differs:
        message = f"the parts add up to {found:,.10g}, not {written(text, total)}"
        yield Mismatch(message, (*(part.span for part in parts), total.span), "sum")


def comparable(first: Figure, second: Figure) -> bool:
    """Say whether two figures count the same: one may leave its unit to the other."""
    if first.currency and second.currency and first.currency != second.currency:
        return False
    if first.unit and second.unit and first.unit.rstrip("s") != second.unit.rstrip("s"):
        return False
    return not (is_year(first) and is_year(second))


def is_year(figure: Figure) -> bool:
    """Say whether a figure is rather a year than a number of something."""
    plain = not figure.currency and not figure.unit
    return (
        plain
        and figure.value is not None
        and 1500 <= figure.value <= 2100
        and figure.value == int(figure.value)
    )


def bounds(text: str, start: int, figure: Figure) -> tuple[float, float]:
    """Return what a figure can stand for: half its last digit more or less, and what the word before adds."""
    value = figure.value or 0.0
    low, high = value - figure.step / 2, value + figure.step / 2
    rough = BOUNDS.search(text, max(start, figure.span[0] - 20), figure.span[0])
    if rough is None:
        return low, high
    if rough["more"]:
        return low, high + value * 0.5
    if rough["less"]:
        return low - value * 0.5, high
    return low - value * 0.1, high + value * 0.1


def overlap(first: tuple[float, float], second: tuple[float, float]) -> bool:
    """Say whether two ranges meet; a thousandth more lets rounding errors of the machine pass."""
    slack = 1e-3 * max(1.0, abs(second[0])) * 0.1
    return first[0] <= second[1] + slack and second[0] <= first[1] + slack


def middle(range_: tuple[float, float]) -> float:
    """Return the middle of a range."""
    return (range_[0] + range_[1]) / 2


def written(text: str, figure: Figure) -> str:
    """Return a figure as the text has it."""
    return text[figure.span[0] : figure.span[1]]
