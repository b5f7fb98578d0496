"""Who speaks, where the phrase that tells it is longer than a name, and where their words begin."""

from __future__ import annotations

import pytest

from factcheck.text import analyse

# Who speaks, where a rule once lost it or took the wrong word for it.
SPEAKERS = [
    ("A man called Duarte said the weir broke.", "A man called Duarte", "Duarte"),
    ("A group called Save Our Weir said it broke.", "A group called Save Our Weir", "Save Our Weir"),
    ("An account called @weirwatch said it broke.", "An account called @weirwatch", None),
    ("The agency that runs the weir said it broke.", "The agency that runs the weir", None),
    ("The woman whose house burned down said it broke.", "The woman whose house burned down", None),
    ("The weir broke, said officials at the mill.", "officials at the mill", None),
    ("The weir broke, said prosecutors.", "prosecutors", None),
    ("The weir broke, said Ana Duarte (Labour).", "Ana Duarte (Labour)", "Ana Duarte"),
    ("The weir broke, said the firm that runs the ferry.", "the firm", None),
    ("At least two people said the weir broke.", "At least two people", None),
    ("According to sources close to the talks, it broke.", "sources close to the talks", None),
    ("A widow sued the clinic, alleging that staff slept.", "A widow", None),
    ("Widow sues clinic, alleging staff ignored alarms", "Widow", None),
    ("Ana Duarte quits the board, saying rivals lied.", "Ana Duarte", "Ana Duarte"),
    ("Ana Duarte told Good Morning Moon she would not resign.", "Ana Duarte", "Ana Duarte"),
]


@pytest.mark.parametrize(("text", "words", "name"), SPEAKERS)
def test_all_the_words_that_tell_who_speaks_are_the_source(text: str, words: str, name: str | None) -> None:
    (attribution,) = analyse(text, language="en").attributions
    assert text[slice(*attribution.source[0])] == words
    assert name is None or attribution.source_name == name


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The regulator said First Harbor Bank broke the rules.", "First Harbor Bank broke the rules"),
        ("Ana Duarte told Good Morning Moon she would not resign.", "she would not resign"),
        ("The weir is old, Ana Duarte said as she left the hall.", "The weir is old"),
        ("The weir is old, Ana Duarte said when she opened the hall.", "The weir is old"),
        ("In spring, Ana Duarte said when it rains the weir breaks.", "when it rains the weir breaks"),
    ],
)
def test_what_is_said_begins_with_its_first_word(text: str, content: str) -> None:
    (attribution,) = analyse(text, language="en").attributions
    assert text[slice(*attribution.content[0])] == content


def test_anonymity_that_is_asked_for_is_not_what_was_said() -> None:
    assert not analyse("A clerk requested anonymity.", language="en").attributions
