"""Relative dates against the day of an article."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.text.dates import resolve_dates
from factcheck.text.written_dates import find_written_dates

WEDNESDAY = date(2025, 3, 12)


def read(sentence: str, today: date = WEDNESDAY) -> dict[str, str]:
    """Return the values by the words of the sentence."""
    return {sentence[d.start : d.end]: d.value for d in resolve_dates(sentence, 0, len(sentence), today)}


@pytest.mark.parametrize(
    ("sentence", "words", "value"),
    [
        ("They met yesterday.", "yesterday", "2025-03-11"),
        ("They met last night.", "last night", "2025-03-11"),
        ("They meet tomorrow.", "tomorrow", "2025-03-13"),
        ("They met on Tuesday.", "Tuesday", "2025-03-11"),
        ("They met on Wednesday.", "Wednesday", "2025-03-12"),
        ("They will meet on Tuesday.", "Tuesday", "2025-03-18"),
        ("They met last Wednesday.", "last Wednesday", "2025-03-05"),
        ("They meet next Friday.", "next Friday", "2025-03-14"),
        ("They met last week.", "last week", "2025-03-03/2025-03-09"),
        ("They met this weekend.", "this weekend", "2025-03-15/2025-03-16"),
        ("It was built last month.", "last month", "2025-02-01/2025-02-28"),
        ("It opens next year.", "next year", "2026-01-01/2026-12-31"),
        ("It closed three weeks ago.", "three weeks ago", "2025-02-19"),
        ("It closed two years ago.", "two years ago", "2023-01-01/2023-12-31"),
        ("It closed 14 months ago.", "14 months ago", "2024-01-01/2024-01-31"),
        ("It closed in November.", "November", "2024-11-01/2024-11-30"),
        ("It will open in November.", "November", "2025-11-01/2025-11-30"),
        ("It closed last March.", "last March", "2024-03-01/2024-03-31"),
        ("It closed on March 3.", "March 3", "2025-03-03"),
        ("It closed on 30 December.", "30 December", "2024-12-30"),
        ("The vote is on Sunday.", "Sunday", "2025-03-16"),
        ("The law takes effect on April 1.", "April 1", "2025-04-01"),
        ("It will close on 30 December.", "30 December", "2025-12-30"),
        ("They met the day before yesterday.", "the day before yesterday", "2025-03-10"),
        ("They meet the day after tomorrow.", "the day after tomorrow", "2025-03-14"),
        ("It fell over the weekend.", "the weekend", "2025-03-08/2025-03-09"),
        ("It opens at the weekend.", "the weekend", "2025-03-15/2025-03-16"),
        ("It opens in two weeks.", "two weeks", "2025-03-26"),
        ("It will open in three days’ time.", "three days’ time", "2025-03-15"),
        ("It was built a decade ago.", "a decade ago", "2015-01-01/2015-12-31"),
    ],
)
def test_a_relative_date_is_counted_from_the_day_of_the_article(
    sentence: str, words: str, value: str
) -> None:
    assert read(sentence) == {words: value}


@pytest.mark.parametrize(
    "sentence",
    [
        "On Mondays he rests.",
        "They come every Tuesday.",
        "It opens a week from Monday.",
        "It fell by half in two weeks.",
        "It closed on March 3, 2019.",
        "It closed in March 2019.",
        "He may march on.",
        "Nothing.",
    ],
)
def test_a_habit_or_a_full_date_is_not_relative(sentence: str) -> None:
    assert read(sentence) == {}


def test_the_twenty_ninth_of_february_is_the_last_one_there_was() -> None:
    assert read("It closed on February 29.") == {"February 29": "2024-02-29"}
    assert read("It closed on February 30.") == {}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on March 3, 2025.", "2025-03-03"),
        ("am 3. März 2025", "2025-03-03"),
        ("le 1er mars 2025", "2025-03-01"),
        ("el 3 de marzo de 2025", "2025-03-03"),
        ("3/4/2025", None),
        ("in March 2025", "2025-03"),
    ],
)
def test_a_written_date_is_read_unless_it_could_be_two(text: str, value: str | None) -> None:
    assert [found.value for found in find_written_dates(text, 0, len(text))] == [value]


def test_a_day_that_no_month_has_is_no_date() -> None:
    assert list(find_written_dates("31 June 2025", 0, 12)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Shops were full on Black Friday.",
        "Churches were full on Good Friday.",
        "Sheffield Wednesday lost at home.",
        "Ana Duarte was born on 3 May.",
        "Ana Duarte was born May 3.",
    ],
)
def test_a_day_with_another_meaning_is_not_this_weeks(text: str) -> None:
    assert resolve_dates(text, 0, len(text), date(2024, 5, 15)) == ()


def test_a_fortnight_is_two_weeks() -> None:
    (found,) = resolve_dates("He left a fortnight ago.", 0, 24, date(2024, 5, 15))
    assert found.value == "2024-05-01"
