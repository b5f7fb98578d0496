"""Quotations: marks of all styles, apostrophes, quotations that run on."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.quotes import find_quotations


def quoted(text: str, language: str = "en") -> list[str]:
    """The quotations of a text whose lines are its paragraphs."""
    paragraphs = []
    start = 0
    for line in text.split("\n"):
        paragraphs.append((start, start + len(line)))
        start += len(line) + 1
    return [text[q.start : q.end] for q in find_quotations(text, paragraphs, language=language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It rained,” she said.", ["“It rained,”"]),
        ('"It rained," she said. "It poured."', ['"It rained,"', '"It poured."']),
        ("''It's late,'' he said.", ["''It's late,''"]),
        ("‘The workers’ pay is safe,’ she said.", ["‘The workers’ pay is safe,’"]),
        ("'It isn't late,' he said.", ["'It isn't late,'"]),
        ("“She said ‘no’ to me,” he said.", ["“She said ‘no’ to me,”"]),
        ("“Not so,“ he said. “Not at all.”", ["“Not so,“", "“Not at all.”"]),
        ("The '90s were Ana's and the workers' best years.", []),
        ("A board of 6'2\" is long.", []),
    ],
)
def test_marks_of_every_style_are_paired(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("„Die Mauer hält“, sagte sie.", "de", ["„Die Mauer hält“"]),
        ("»Die Mauer hält«, sagte sie.", "de", ["»Die Mauer hält«"]),
        ("« Le mur tient », dit-elle.", "fr", ["« Le mur tient »"]),
        ("«El muro resiste», dijo.", "es", ["«El muro resiste»"]),
    ],
)
def test_other_languages_have_their_own_marks(text: str, language: str, expected: list[str]) -> None:
    assert quoted(text, language) == expected


def test_a_quotation_without_its_mark_runs_on_into_the_next_paragraph() -> None:
    text = "“It rained all night.\n“Then it poured.”"
    first, second = find_quotations(text, [(0, 21), (22, len(text))])
    assert (first.closed, second.continues) == (False, True)


def test_a_stray_single_mark_opens_nothing() -> None:
    assert quoted("He came 'round and never left.") == []


@pytest.mark.parametrize("piece", ['"', "“", "'", "’", "“a ", "'a ", "‘a ", "''", " ", "a", "."])
def test_hostile_marks_cost_no_more_than_their_length(piece: str) -> None:
    text = (piece * 100_000)[:100_000]
    begin = time.process_time()
    find_quotations(text, [(0, len(text))])
    assert time.process_time() - begin < 4


@given(st.text(alphabet="ab ,.“”\"'‘’«»\n", max_size=120))
def test_quotations_never_overlap(text: str) -> None:
    spans = [(q.start, q.end) for q in find_quotations(text, [(0, len(text))])]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one[1] <= two[0] for one, two in pairwise(spans))
