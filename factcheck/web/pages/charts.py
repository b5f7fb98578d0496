"""Charts as the server draws them: rows of stacked bars, with the same numbers as a table beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_WIDTH, _LEFT, _RIGHT, _ROW, _BAR = 640, 150, 50, 26, 16


@dataclass(frozen=True, slots=True)
class Bar:
    """A piece of a row: where it stands, and the number of its series."""

    x: float
    width: float
    series: int
    title: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a chart."""

    y: int
    label: str
    bars: tuple[Bar, ...]
    total: int
    end: float


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing: its size, its rows, the names of its series, and the numbers themselves."""

    title: str
    series: tuple[str, ...]
    rows: tuple[Row, ...]
    table: tuple[tuple[str, tuple[int, ...]], ...]
    width: int = _WIDTH
    left: int = _LEFT

    @property
    def height(self) -> int:
        """How high it is, in pixels."""
        return len(self.rows) * _ROW + 8


def bar_chart(title: str, series: Sequence[str], rows: Sequence[tuple[str, Mapping[str, int]]]) -> Chart:
    """One row a label, one piece of it a series; widths share one scale."""
    table = tuple((label, tuple(numbers.get(name, 0) for name in series)) for label, numbers in rows)
    most = max((sum(numbers) for _, numbers in table), default=0) or 1
    scale = (_WIDTH - _LEFT - _RIGHT) / most
    drawn = []
    for place, (label, numbers) in enumerate(table):
        bars, x = [], float(_LEFT)
        for n, number in enumerate(numbers):
            if number:
                bars.append(
                    Bar(round(x, 1), round(number * scale, 1), n % 5, f"{label}: {number} {series[n]}")
                )
                x += number * scale
        drawn.append(Row(place * _ROW + 4, label, tuple(bars), sum(numbers), round(x + 6, 1)))
    return Chart(title, tuple(series), tuple(drawn), table)
