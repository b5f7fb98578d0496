"""Sums that a checker always does again."""

from __future__ import annotations

import pytest

from factcheck.text.arithmetic import check_arithmetic


def rules(sentence: str) -> list[str]:
    """Return the rules that found a mismatch."""
    return [found.rule for found in check_arithmetic(sentence, 0, len(sentence))]


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        ("Sales rose from $40 million to $50 million, a rise of 40 percent.", "change"),
        ("Revenue went from 1.2 billion to 1.5 billion (up 15%).", "change"),
        ("Sales rose 20% from 50 to 65 million last week.", "change"),
        ("Unemployment fell from 6.1 percent to 5.4 percent, a drop of 1.7 percentage points.", "change"),
        ("Sales rose from $50 million to $40 million.", "direction"),
        ("Prices fell from 40 euros to 50 euros.", "direction"),
        ("Sales rose to $65 million from $50 million, or 20 percent.", "change"),
        ("Sales fell to 65 tons from 50 tons.", "direction"),
        ("Output doubled from 10 to 30 tons.", "factor"),
        ("In the town 30 of 120 people, or 35 percent, left.", "share"),
        ("Some 45 out of 60 schools (65 percent) closed.", "share"),
        ("There were 3 in Leeds and 4 in York, a total of 8.", "sum"),
        ("They sold 3 million cars and 4 million vans, a total of 9 million.", "sum"),
        ("The fire killed 12 people (7 men and 6 women).", "sum"),
        ("He led the club from 1990 to 2005, for 20 years.", "duration"),
        ("Roe, born in Leeds in 1950, died in 2000 at the age of 60.", "age"),
    ],
)
def test_a_sum_that_does_not_work_out_is_named(sentence: str, rule: str) -> None:
    assert rules(sentence) == [rule]


@pytest.mark.parametrize(
    "sentence",
    [
        "Sales rose from $40 million to $50 million, a rise of 25 percent.",
        "Sales rose 30% from 50 to 65 million last week.",
        "Sales rose from $41 million to $50 million, a rise of 22 percent.",
        "Sales rose about 27 percent, from $40 million to $50 million.",
        "Sales rose more than 20 percent, from $40 million to $50 million.",
        "Unemployment fell from 6.1 percent to 5.4 percent, a drop of 0.7 percentage points.",
        "Unemployment fell from 6.1 percent to 5.4 percent, or 11 percent.",
        "It grew by 40 percent from 2010 to 2020.",
        "Output doubled from 10 to 21 tons.",
        "In the town 30 of 120 people, or 25 percent, left.",
        "There were 3 in Leeds and 4 in York, a total of 7.",
        "They sold 5 million cars and 3 million trucks for a total of $20 billion.",
        "The fire killed 12 people, including 7 men and 2 women.",
        "He led the club from 1990 to 2005, for 15 years.",
        "Roe, born in 1950, died in 2000 at the age of 49.",
        "The vote was 52 to 48.",
        "The road from 5th Street to 9th Street is closed, and 30 percent of buses are late.",
        "No figures at all.",
        "Revenue climbed from $5 million to $7 million, while profit rose 12%.",
        "Inflation eased from 3.4% to 3.1%, the lowest since 2021, and wages rose 5%.",
        "It rose from 0 to 5, by 100 percent.",
        "The index rose from 300 to 500, by 2 points.",
        "In the town 30 of 0 people, or 25 percent, left.",
        "It rose from $40 to €50, or 3 percent.",
        "It went from 5 miles to 8 years, up 3 percent.",
        "Sales rose less than 30 percent, from $40 million to $50 million.",
        "They sold 3 million cars and 4 million vans, a total of 7 million.",
        "Version 1.234.567 and 1.2.3 differ by 5 percent.",
    ],
)
def test_a_sum_that_works_out_or_is_not_sure_is_passed_over(sentence: str) -> None:
    assert rules(sentence) == []


def test_a_warning_says_what_it_found_and_where() -> None:
    sentence = "Sales rose from $40 million to $50 million, a rise of 40 percent."
    (found,) = check_arithmetic(sentence, 0, len(sentence))
    assert found.message == "from $40 million to $50 million is 25.0 percent, not 40 percent"
    assert [sentence[start:end] for start, end in found.spans] == ["$40 million", "$50 million", "40 percent"]
