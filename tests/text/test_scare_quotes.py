"""Marks that quote nobody, and verbs that name or act where they seem to say."""

from __future__ import annotations

import pytest

from factcheck.text import analyse


@pytest.mark.parametrize(
    "text",
    [
        "They opened a small shop called “Regards” near the harbour.",
        "The newcomers call themselves “harbour rats,” and they swim at dawn.",
        "The app, which goes by “Kite” in English, was made in Porto.",
        "A card on the table explained the difference between “local” and “from Rui.”",
        "Thousands of people who expected to lose the ferry have bought bicycles.",
        "Buyers can ask for a refund of “up to” 80 euros.",
        "The firm has hurried to add a button that translates menus.",
    ],
    ids=["called", "themselves", "goes by", "difference", "quantity", "can ask", "add"],
)
def test_naming_and_acting_say_nothing(text: str) -> None:
    assert analyse(text, language="en").attributions == ()


def test_content_ends_before_a_gloss_that_names() -> None:
    text = "Ana Duarte hopes to treat the frogs early, a method known as “seeding”."
    (attribution,) = analyse(text, language="en").attributions
    assert [text[start:end] for start, end in attribution.content] == ["to treat the frogs early"]


def test_a_judgement_in_marks_is_still_its_speakers() -> None:
    text = "Ana Duarte called the plan “a disaster for the town.”"
    (attribution,) = analyse(text, language="en").attributions
    assert attribution.source_name == "Ana Duarte"
