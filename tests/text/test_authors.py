"""Who speaks in a document: a survey by somebody is that somebody's word."""

from __future__ import annotations

import pytest

from factcheck.text import analyse

# A source phrase, and whose word it is.
SOURCES: list[tuple[str, str]] = [
    # Who it is by or from.
    ("figures from Statista", "Statista"),
    ("the latest figures from the Office for National Statistics", "Office for National Statistics"),
    ("a report by the Rowan Institute", "Rowan Institute"),
    ("a report by the Rowan Institute and the Harbour Board", "Rowan Institute and Harbour Board"),
    ("a letter from Ana Duarte", "Ana Duarte"),
    ("a poll of 1,000 voters by Harlow", "Harlow"),
    ("figures released on Monday by the ministry", "the ministry"),
    ("a book by the historian Lena Ortiz", "Lena Ortiz"),
    ("a tweet by the mayor", "the mayor"),
    ("a letter from residents", "residents"),
    # Who owns it, or whose name stands before it.
    ("the Rowan Institute’s report", "Rowan Institute"),
    ("Statista figures", "Statista"),
    ("a Harlow Research poll", "Harlow Research"),
    ("a May Harlow Research poll", "Harlow Research"),
    ("World Bank data", "World Bank"),
    ("a report in the Courier", "Courier"),
    ("a report published today by the Fenwick Institute", "Fenwick Institute"),
    ("an investigation by the Audit Office", "Audit Office"),
    ("Reuters calculations", "Reuters"),
    # What unnamed people have studied keeps its words, and so does what tells of no author.
    ("a report by two economists", "a report by two economists"),
    (
        "a study by researchers at the University of Leeds",
        "a study by researchers at the University of Leeds",
    ),
    ("emails obtained by the Courier", "emails"),
    ("a video from Leeds", "a video"),
    ("data from Europe", "data"),
    ("a report from 2019", "a report"),
    ("Friday’s report", "Friday’s report"),
    ("a Republican memo", "a Republican memo"),
    ("a US report", "a US report"),
    ("DNA results", "DNA results"),
    ("court documents", "court documents"),
]


@pytest.mark.parametrize(("phrase", "name"), SOURCES)
def test_a_document_is_the_word_of_who_it_is_by(phrase: str, name: str) -> None:
    text = f"Rents rose by a tenth, according to {phrase}."
    (found,) = analyse(text, language="en").attributions
    assert (found.source_name, text[slice(*found.source[0])]) == (name, phrase)


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("The report, by the Fenwick Institute,", "Fenwick Institute"),
        ("The survey, conducted last year by Veritor,", "Veritor"),
        ("The report, written by Laura Pim and Joe Adeyemi,", "Laura Pim and Joe Adeyemi"),
        ("The study, which followed people in Denmark and Sweden,", "The study"),
        ("The surgeon, Professor Ian Maddox of Aarby Hospital,", "Ian Maddox"),
        ("Their daughter, 16-year-old Maddie,", "Maddie"),
        ("Her sister, 30-year-old nurse Ana Poe,", "Ana Poe"),
        ("Det Ch Insp Karen Loomis", "Karen Loomis"),
        ("Councillor Eva T. Ring of Porto", "Eva T. Ring"),
        ("An email from Ana Duarte obtained by the Courier", "Ana Duarte"),
        ("A report from a long inquiry into Acme", "A report"),
        ("Baroness Tansy Holroyd", "Tansy Holroyd"),
        ("The Financial Courier", "Financial Courier"),
        ("Rep. Cody Hull, R-Austin, who left,", "Cody Hull"),
    ],
)
def test_a_name_is_found_where_it_stands(source: str, name: str) -> None:
    found = analyse(f"{source} said that rents rose by a tenth.", language="en").attributions
    assert [one.source_name for one in found] == [name]


def test_the_survey_is_whose_it_was_before() -> None:
    text = "A survey by the Harbour Board found that ships were late. The survey said most were Greek."
    assert [a.source_name for a in analyse(text, language="en").attributions] == ["Harbour Board"] * 2


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("A report released on Monday found the city overpaid.", "A report released on Monday"),
        ("A letter sent last week warned that the dam could break.", "A letter sent last week"),
        (
            "A study by the Rowan Institute in May found that roads were unsafe.",
            "A study by the Rowan Institute",
        ),
        ("The law passed in May says banks must report.", "The law passed in May"),
        ("The man arrested on Monday denied the charge.", "The man arrested on Monday"),
        ("World Bank data show that growth slowed.", "World Bank data"),
    ],
)
def test_what_was_done_to_a_document_belongs_to_it(text: str, source: str) -> None:
    (found,) = analyse(text, language="en").attributions
    assert text[slice(*found.source[0])] == source


def test_who_founded_a_firm_is_not_the_firm() -> None:
    (found,) = analyse(
        "The firm Ana Duarte founded last year said it was closing.", language="en"
    ).attributions
    assert found.source_name == "The firm Ana Duarte founded last year"
