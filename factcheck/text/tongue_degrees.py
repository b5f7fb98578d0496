"""Numbers that are rough, in German, French and Spanish: `más de 40`, `au moins deux`, `mehr als zehn`."""

from __future__ import annotations

from typing import Final

from factcheck.text.clauses import Passage
from factcheck.text.wordlists import words

# What makes a number rough, before it (`más de 40 diputados`, `au moins deux personnes`).
DEGREES: Final = frozenset(
    tuple(pair.split("_"))
    for pair in words("""
    más_de menos_de al_menos cerca_de plus_de moins_de au_moins près_de mehr_als weniger_als
    """)
)


def opens_degree(p: Passage, start: int) -> bool:
    """Whether two words that make a number rough stand at `start`, and anything behind them."""
    return start + 2 < p.last and (p.tokens.lowers[start], p.tokens.lowers[start + 1]) in DEGREES


def from_degree(p: Passage, start: int) -> int:
    """Where a phrase starts whose first words make a number rough; `start` if none do."""
    return next((k for k in range(start, max(p.first, start - 2) - 1, -1) if opens_degree(p, k)), start)
