"""Charts as the server draws them: rows of bars, with the same numbers as a table beside them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from factcheck.domain.policy import Policy

_WIDTH, _LEFT, _RIGHT, _ROW, _BAR = 640, 150, 80, 26, 16
# The colours of the style sheet: five from right to wrong, four for what has no place between them, and
# one for what is open.
_SCALE, _COLOURS, OPEN = 5, 9, 9


@dataclass(frozen=True, slots=True)
class Series:
    """What is counted: its name as people read it, and its colour."""

    key: str
    name: str
    colour: int


@dataclass(frozen=True, slots=True)
class Bar:
    """A piece of a row: where it stands, in pixels, and its colour."""

    x: float
    y: float
    width: float
    height: float
    colour: int
    title: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a chart: its bars, and what stands behind the longest."""

    y: int
    label: str
    bars: tuple[Bar, ...]
    said: str
    end: float


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing: its size, its rows, what is counted, and the numbers themselves."""

    title: str
    series: tuple[Series, ...]
    rows: tuple[Row, ...]
    table: tuple[tuple[str, tuple[int, ...]], ...]
    width: int = _WIDTH
    left: int = _LEFT

    @property
    def height(self) -> int:
        """How high it is, in pixels."""
        return len(self.rows) * _ROW + 8


def stacked_chart(
    title: str, series: Sequence[Series], rows: Sequence[tuple[str, Mapping[str, int]]]
) -> Chart:
    """One row a label, the series behind each other: parts of one whole, which stands at the end."""
    table = _table(series, rows)
    scale = _scale(sum(numbers) for _, numbers in table)
    drawn = []
    for y, (label, numbers) in _placed(table):
        bars, x = [], float(_LEFT)
        for one, number in zip(series, numbers, strict=True):
            if number:
                bars.append(_bar(x, y, number * scale, _BAR, one, label, number))
                x += number * scale
        drawn.append(Row(y, label, tuple(bars), str(sum(numbers) or ""), round(x + 6, 1)))
    return Chart(title, tuple(series), tuple(drawn), table)


def grouped_chart(
    title: str, series: Sequence[Series], rows: Sequence[tuple[str, Mapping[str, int]]]
) -> Chart:
    """One row a label, the series below each other: things that are compared, and never added up."""
    table, height = _table(series, rows), _BAR / len(series)
    scale = _scale(number for _, numbers in table for number in numbers)
    drawn = []
    for y, (label, numbers) in _placed(table):
        pairs = list(zip(series, numbers, strict=True))
        bars = [
            _bar(_LEFT, y + k * height, number * scale, height - 1, one, label, number)
            for k, (one, number) in enumerate(pairs)
            if number
        ]
        said = " / ".join(str(number) for number in numbers) if any(numbers) else ""
        drawn.append(Row(y, label, tuple(bars), said, round(_LEFT + max(numbers) * scale + 6, 1)))
    return Chart(title, tuple(series), tuple(drawn), table)


def verdict_series(policy: Policy, met: Sequence[str]) -> list[Series]:
    """The verdicts of a house in its policy's order, coloured by their place on its scale.

    `met` names those that claims have: what an earlier policy knew stands behind the others. Verdicts
    of one place have different colours.
    """
    reach = (policy.best_rating - policy.worst_rating) or 1
    taken: dict[str, int] = {}
    for name, rule in policy.verdicts.items():
        place = round((policy.best_rating - rule.rating) / reach * (_SCALE - 1))
        free = [place, *range(_SCALE, _COLOURS)]
        taken[name] = next((one for one in free if one not in taken.values()), place)
    known = [name for name in policy.verdicts if name in met]
    dropped = sorted(set(met) - set(policy.verdicts))
    return [Series(name, policy.label_of(name), taken.get(name, _COLOURS - 1)) for name in (*known, *dropped)]


def _table(
    series: Sequence[Series], rows: Sequence[tuple[str, Mapping[str, int]]]
) -> tuple[tuple[str, tuple[int, ...]], ...]:
    return tuple((label, tuple(numbers.get(one.key, 0) for one in series)) for label, numbers in rows)


def _placed(
    table: Sequence[tuple[str, tuple[int, ...]]],
) -> Sequence[tuple[int, tuple[str, tuple[int, ...]]]]:
    return [(place * _ROW + 4, row) for place, row in enumerate(table)]


def _scale(lengths: Iterable[int]) -> float:
    """Pixels for each one that is counted; the longest row fills the drawing."""
    return (_WIDTH - _LEFT - _RIGHT) / (max(lengths, default=0) or 1)


def _bar(x: float, y: float, width: float, height: float, one: Series, label: str, number: int) -> Bar:
    said = f"{label}: {number} {one.name}"
    return Bar(round(x, 1), round(y, 1), round(width, 1), round(height, 1), one.colour, said)
