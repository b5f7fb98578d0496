"""What nobody said: silence, refusals and words that only look like speech give no attribution."""

from __future__ import annotations

import pytest

from factcheck.text import analyse

UNSAID = [
    "The bank refused to confirm that it had lost money.",
    "The bank declined to say that it had lost money.",
    "The bank failed to disclose that it had lost money.",
    "Reuters has not seen the letter.",
    "Reuters has never seen the letter.",
    "The mayor did not know about the letter.",
    "The report did not mention Orr by name.",
    "Nobody said anything.",
    "The mayor said nothing about the letter.",
    "Lane should say that he was wrong.",
    "Lane might say that he was wrong.",
    "A banner reading “no war” hung from the bridge.",
    "Lane could have said that he was wrong.",
    "Lane came close to saying that he was wrong.",
    "Had Lane said he was wrong, all would be well.",
    "The gap widened from 3 points in 2019 to 8 points in 2023.",
    "The phrase “dry rain” was added to the list.",
    "The doctor told her so.",
    "The mayor said so last week.",
    "The firm says so itself on p. 14.",
]


@pytest.mark.parametrize("text", UNSAID)
def test_what_is_not_said_has_no_speaker(text: str) -> None:
    assert analyse(text).attributions == ()


VOICES = [
    ("Carla Bent said her boss, Tom Reyes, lied.", "Carla Bent"),
    ("Carla Bent said the mayor, Tom Reyes, knew.", "Carla Bent"),
    ("Hank Moss, whose show has fans, tried it and said it burned.", "Hank Moss, whose show has fans"),
    ("A study by doctors at Harlow and published in The Dial suggests that milk is bad.",
     "A study by doctors at Harlow and published in The Dial"),
    ("A post shared 40,000 times on X says that milk is bad.", "A post shared 40,000 times on X"),
    ("A clip viewed nearly 3 million times says that milk is bad.", "A clip viewed nearly 3 million times"),
    ("The inspectors’ report said wards were dirty.", "The inspectors’ report"),
    ("There was no proof to support Lane’s claim that the wall was safe.", "Lane’s"),
    ("“This,” she said, pointing at the wall, “is old.”", "she"),
    ("Rey’s agent said by phone that she had signed.", "Rey’s agent"),
    ("In the words of Duarte, “it never rains.”", "Duarte"),
    ("Sky 9 says the wall fell.", "Sky 9"),
    ("The mayor said nothing was lost.", "The mayor"),
    ("Lund said he may have said it.", "Lund"),
    ("Lund said, per a translator, that the dam was open.", "Lund"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker"), VOICES)
def test_the_one_who_says_it_is_its_speaker(text: str, speaker: str) -> None:
    (only,) = analyse(text).attributions
    assert [text[start:end] for start, end in only.source] == [speaker]


def test_a_figure_keeps_its_decimal_comma() -> None:
    text = "Según el INE, hay 9,8 millones de personas en los pueblos de la costa."
    (only,) = analyse(text, language="es").attributions
    assert [text[start:end] for start, end in only.content] == [text[text.index("hay") : -1]]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("- Ana Duarte said the wall fell.", "Ana Duarte"),
        ("* Senators say they need time.", "Senators"),
        ("14:32 Police say two men were hurt.", "Police"),
        ("9:05 The mayor said the wall fell.", "The mayor"),
    ],
)
def test_the_mark_of_an_item_is_no_part_of_its_speaker(text: str, speaker: str) -> None:
    (only,) = analyse(text).attributions
    assert [text[start:end] for start, end in only.source] == [speaker]


TOLD = [
    ("A day after Lund said the wall fell, Ogle said it stood.", ["Lund: the wall fell", "Ogle: it stood"]),
    ("Since Lund said the wall fell, Ogle has said it stood.", ["Lund: the wall fell", "Ogle: it stood"]),
    ("Ogle resigned after Lund said the wall fell, leaving no head.", ["Lund: the wall fell"]),
    ("Lund said the wall fell, a claim Ogle denied.", ["Lund: the wall fell"]),
    ("Lund said the wall fell, something Ogle denies.", ["Lund: the wall fell"]),
    ("Lund said the wall fell, which Ogle denied.", ["Lund: the wall fell"]),
    ("Ogle received a letter saying the wall fell.", ["a letter: the wall fell"]),
    ("Ogle sent a letter saying the wall fell.", ["Ogle: the wall fell"]),
    ("Ogle said nothing when Lund said the wall fell.", ["Lund: the wall fell"]),
    ("Ogle laughed when told that Lund said the wall fell.", ["Lund: the wall fell"]),
    (
        "Lund called Ogle “a liar” and Ogle called Kerr “a thief”.",
        ["Lund: Ogle “a liar”", "Ogle: Kerr “a thief”"],
    ),
    ("It is late, the firm said in response to questions from Reuters.", ["the firm: It is late"]),
    ("Lund, Ogle and Kerr all said the wall fell.", ["Lund, Ogle and Kerr: the wall fell"]),
]


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_of_two_voices_each_has_what_it_said(text: str, told: list[str]) -> None:
    assert [
        f"{text[slice(*one.source[0])]}: {text[slice(*one.content[0])]}" for one in analyse(text).attributions
    ] == told


def test_who_did_not_say_it_is_not_meant_by_who() -> None:
    (only,) = analyse("It was Ana Ogle, not Tom Lund, who said the wall fell.").attributions
    assert only.source_name == "Ana Ogle"
