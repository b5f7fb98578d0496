"""Every regular expression of the language engine is fed its worst and stays linear."""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import factcheck.text

FOLDER = Path(factcheck.text.__file__).parent
LENGTH = 100_000
# The measured worst is 0.08 s; coverage and a busy machine make it five times that, a square ten seconds.
MOST_SECONDS = 1.0
PIECES = [
    "A", "a", " ", ".", '"', "“", "’", "1", "1 ", "1,", ", ", "a ", "Aa ", "A. ", "(A", "(a",
    "the ", "Of ", "of the ", "a, ", "Aa, a ", "in the a a ", "in an interview ", "January ",
    "million ", "http://", "@a ", "a.b", "A.B.", "one of the a ", "has a a ", "is a a a ",
    "\u00a0", "é", "中", "...", "\n", "A: ", "5 p.m. ", "A’s ", "twenty-", "“a ", "A and ",
]  # fmt: skip
# Asked only at a place, never looked for along a text.
AT_A_PLACE = {
    "arithmetic.SHARE_GIVEN", "attribution_values._APPOSITIVE", "datelines.DATELINE", "datelines.UNMARKED",
    "speakers.NAMED", "speakers.SHOUTED", "voices._APPOSED",
}  # fmt: skip
# Looked for in a few dozen characters before a place.
IN_A_WINDOW = {"attribution_values._NAME_BEFORE", "roles.APPOSED"}


def patterns_of(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict):
        yield from patterns_of(tuple(value.values()))
    elif isinstance(value, tuple | list):
        for item in value:
            yield from patterns_of(item)


def all_patterns() -> dict[str, re.Pattern[str]]:
    """Each compiled pattern by the module and name that it has first."""
    found: dict[str, re.Pattern[str]] = {}
    known = set()
    for module in pkgutil.iter_modules([str(FOLDER)]):
        for name, value in vars(importlib.import_module(f"factcheck.text.{module.name}")).items():
            for number, pattern in enumerate(patterns_of(value)):
                if pattern.pattern not in known:
                    known.add(pattern.pattern)
                    found[f"{module.name}.{name}" + (f"[{number}]" if number else "")] = pattern
    return found


PATTERNS = all_patterns()


def test_the_patterns_are_found() -> None:
    assert len(PATTERNS) > 90
    assert PATTERNS.keys() >= AT_A_PLACE | IN_A_WINDOW


@pytest.mark.parametrize("name", sorted(AT_A_PLACE))
def test_a_pattern_asked_at_a_place_is_never_looked_for(name: str) -> None:
    module, _, pattern = name.partition(".")
    uses = re.findall(
        rf"\b{pattern}\.(\w+)\(", "".join(path.read_text("utf-8") for path in FOLDER.glob("*.py"))
    )
    assert uses, module
    assert set(uses) <= {"match", "fullmatch"}


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(PATTERNS))
def test_a_hundred_kilobytes_take_no_pattern_long(name: str) -> None:
    pattern = PATTERNS[name]
    slow = {}
    for piece in PIECES:
        text = (piece * LENGTH)[:LENGTH]
        if name in IN_A_WINDOW:
            text = text[:80]
        begin = time.process_time()
        if name in AT_A_PLACE:
            pattern.match(text)
        else:
            for _ in pattern.finditer(text):
                pass
        seconds = time.process_time() - begin
        if seconds > MOST_SECONDS:
            slow[piece] = seconds
    assert slow == {}
