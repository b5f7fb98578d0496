"""Institutions whose names hold a list or a purpose: one name, with one voice, whose words do not move."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text import analyse
from factcheck.text.institutions import fuse, part

ONE_NAME = [
    "Food and Drug Administration",
    "Centers for Disease Control and Prevention",
    "Department for Environment, Food and Rural Affairs",
    "Bureau of Alcohol, Tobacco, Firearms, and Explosives",
    "Royal Society for the Protection of Birds",
    "Society for the Prevention of Cruelty to Animals",
    "Senate Committee on Health, Education, Labor and Pensions",
    "EP Committee on Civil Liberties, Justice and Home Affairs",
    "National Oceanic and Atmospheric Administration",
    "Center for Strategic & International Studies",
]


@pytest.mark.parametrize("name", ONE_NAME)
def test_an_institution_with_a_list_in_its_name_is_one_voice(name: str) -> None:
    text = f"The {name} said the dam was safe."
    (one,) = analyse(text, language="en").attributions
    assert one.source_name == name
    assert text[slice(*one.source[0])] == f"The {name}"


@pytest.mark.parametrize("name", ONE_NAME)
def test_who_speaks_for_it_is_the_only_voice(name: str) -> None:
    text = f"Ann Lee, a fellow at the {name}, said the dam was safe. Lee said it was old."
    assert [one.source_name for one in analyse(text, language="en").attributions] == ["Ann Lee", "Ann Lee"]


@pytest.mark.parametrize("name", ONE_NAME)
def test_it_is_one_name_to_spell_right(name: str) -> None:
    text = f"On Monday the {name} paid 5 million euros."
    points = analyse(text, language="en").sentences[0].checkpoints
    assert [text[point.start : point.end] for point in points if point.kind == "name"] == [name]


def test_an_office_with_a_list_in_its_name_is_a_title() -> None:
    text = "Health and Human Services Secretary Ann Lee said it worked. Lee said it was new."
    assert [one.source_name for one in analyse(text, language="en").attributions] == ["Ann Lee", "Ann Lee"]


@pytest.mark.parametrize(
    "text",
    [
        "the Ministry of Justice and Health Minister Ann Lee",
        "the Department of Justice and Ann Lee",
        "the University of Hull and the Bank",
        "Marks and Spencer",
        "In Science and Health, Reuters said",
        "Ann Lee and Drug Administration",
        "the Department of Health\nand Human Services",
    ],
)
def test_what_may_be_two_stays_two(text: str) -> None:
    assert fuse(text) == text


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "The Food and Drug Administration warned of it. “No,” the FDA said.",
            ["Food and Drug Administration"] * 2,
        ),
        (
            "The Centers for Disease Control and Prevention warned of it. The CDC said it was late.",
            ["Centers for Disease Control and Prevention"] * 2,
        ),
        ("The Department of Health denied it. The department said no.", ["Department of Health"] * 2),
        ("The Royal Society of Kent denied it. The society said no.", ["Royal Society of Kent"] * 2),
        (
            "Ann Lee and the Food and Drug Administration said it was safe.",
            ["Ann Lee and Food and Drug Administration"],
        ),
    ],
)
def test_a_short_form_means_the_institution(text: str, names: list[str]) -> None:
    assert [one.source_name for one in analyse(text, language="en").attributions] == names


@given(st.lists(st.sampled_from([*ONE_NAME, "Ð", "º", "Ðnd", "and ", "for the ", ", ", "A", "\n"])))
def test_no_offset_moves_and_every_name_comes_back(pieces: list[str]) -> None:
    text = " ".join(pieces)
    assert len(fuse(text)) == len(text)
    if "Ð" not in text and "º" not in text:
        assert part(fuse(text)) == text
