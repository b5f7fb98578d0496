"""The one form of every text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.normalise import normalise


@pytest.mark.parametrize(
    ("raw", "form"),
    [
        ("one\r\ntwo\rthree\n", "one\ntwo\nthree\n"),
        ("\ufeffThe town", "The town"),
        ("\ufeff\ufeffThe town", "The town"),
        ("a\x00b\ud800c", "a\ufffdb\ufffdc"),
        ("b\ud800c", "b\ufffdc"),
        ("Cafe\u0301", "Café"),
        ("", ""),
    ],
)
def test_each_thing_that_differs_between_machines_becomes_one(raw: str, form: str) -> None:
    assert normalise(raw) == form


@given(st.text(st.characters(codec=None), max_size=200))
def test_normalising_twice_changes_nothing_more(raw: str) -> None:
    once = normalise(raw)
    assert normalise(once) == once
    assert "\r" not in once
    assert "\x00" not in once
    once.encode()


def test_a_hundred_thousand_combining_marks_take_no_longer_than_letters() -> None:
    started = time.perf_counter()
    normalise("a" + "\u0301\u0327" * 50_000)
    assert time.perf_counter() - started < 4
