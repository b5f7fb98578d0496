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
        ("Roe died in 2010 aged 80; she was born in 1940.", "age"),
        ("She ran the mill for 25 years, from 1990 to 2010.", "duration"),
        ("It ended his 15-year term, from 1990 to 2000.", "duration"),
        ("Of the 200 voters, 50 (30%) stayed at home.", "share"),
        ("The firm cut 300 of its 1,200 workers, or 20 percent.", "share"),
        ("The town spent 5 of 10 million (60%).", "share"),
        ("Some 60% of 1,000 people, or 500, agreed.", "share"),
        ("Sales rose 50 percent, from $100 million to $120 million.", "change"),
        ("Output fell 20 percent, from 100 tons to 70 tons.", "change"),
        ("The crowd grew by 500 from 1,500 to 2,500.", "step"),
        ("The storm caused 30 deaths: 10 in Leeds and 15 in York.", "sum"),
        ("They won 120 seats, 70 in the north and 40 in the south.", "sum"),
        ("She pays $5,000 a month, or $50,000 a year.", "rate"),
        ("The bill passed 220 to 210, a margin of 20.", "margin"),
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
        "Roe died in 2010 aged 70; she was born in 1940.",
        "She ran the mill for 20 years, from 1990 to 2010.",
        "The 5-year average from 1990 to 2020 was low.",
        "Of the 200 voters, 50 (25%) stayed at home.",
        "Of the 200 voters, 50 left early and 30% did not vote.",
        "Some 60% of 1,000 people, or 600, agreed.",
        "Some 60% of 1,000 people, or 3 in 5, agreed.",
        "The town spent 5 of 10 million (50%).",
        "The crowd grew by 1,000 from 1,500 to 2,500.",
        "The crowd grew by 3 percent from 1,500 to 1,545.",
        "The storm caused 30 deaths: 10 in Leeds and 20 in York.",
        "The storm caused 30 deaths, 10 in Leeds and 15 in York, and left 400 homeless.",
        "They won 120 seats, including 70 in the north and 40 in the south.",
        "She pays $5,000 a month, or $60,000 a year.",
        "She pays $1,000 a week, or about $50,000 a year.",
        "The bill passed 220 to 210, a margin of 10.",
        "The bill passed 220 to 210, a margin of 2 percentage points.",
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


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Ana Lund, 45, was born in 1950.", ["age"]),
        ("Ana Lund, 73, was born in 1950.", []),
        ("Ana Lund, 74, was born in Leeds in 1950.", []),
        ("Ana Lund, 45, was born in 1950 and died in 1995.", []),
        ("The 20-year-old bridge was built in 1990.", ["age"]),
        ("The mill was founded 40 years ago, in 1974.", ["age"]),
        ("The mill was founded 50 years ago in 1974.", []),
        ("The mill, 45, was founded by 12 men in 1950.", []),
    ],
)
def test_an_age_is_held_against_the_year_of_the_article(sentence: str, found: list[str]) -> None:
    assert [one.rule for one in check_arithmetic(sentence, 0, len(sentence), year=2024)] == found
    assert check_arithmetic(sentence, 0, len(sentence)) == ()
