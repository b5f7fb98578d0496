"""Voices and channels: who a phrase names, and through which outlet it was said."""

from __future__ import annotations

import pytest

from factcheck.text import analyse
from factcheck.text.voices import read_voice


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("Rui Costa, a harbour engineer", "Rui Costa"),
        ("Its director, Prof. Rui Costa,", "Rui Costa"),
        ("the British Broadcasting Corporation", "British Broadcasting Corporation"),
        ("the BBC", "BBC"),
        ("Judge Ana Duarte KC", "Ana Duarte"),
        ("Lord Harrow", "Lord Harrow"),
        ("Porto’s mayor, Ana Duarte", "Ana Duarte"),
        ("a baker named Ana Duarte", "Ana Duarte"),
        ("the Kestrel news agency", "Kestrel"),
    ],
)
def test_a_voice_is_named_without_title_role_or_article(phrase: str, name: str) -> None:
    assert read_voice(phrase).name == name


@pytest.mark.parametrize(
    ("phrase", "anonymity"),
    [
        ("two people familiar with the talks", "unnamed_group"),
        ("a senior official", "unnamed_person"),
        ("the company", "named"),
        ("A report released last week", "named"),
        ("the police", "named"),
    ],
)
def test_bodies_and_documents_are_named_by_their_kind_and_people_are_not(phrase: str, anonymity: str) -> None:
    assert read_voice(phrase).anonymity == anonymity


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("Ana Duarte told the German broadcaster Nordfunk that the wall would hold.", "Nordfunk"),
        ("In an interview with Kestrel, Ana Duarte said the wall would hold.", "Kestrel"),
        ("The wall will hold, Ana Duarte posted on LinkedIn.", "LinkedIn"),
        ("Ana Duarte told the court that the wall would hold.", None),
        ("Ana Duarte said on Monday that the wall would hold.", None),
    ],
)
def test_an_outlet_is_read_by_its_frame_or_kind(text: str, outlet: str | None) -> None:
    assert [a.outlet for a in analyse(text, language="en").attributions] == [outlet]


def test_an_outlet_stays_while_the_same_voice_goes_on() -> None:
    text = "Ana Duarte told CBS News that it rained. “It poured,” she said."
    assert [a.outlet for a in analyse(text, language="en").attributions] == ["CBS News", "CBS News"]


def test_what_is_cited_for_a_report_came_through_the_medium() -> None:
    text = "The wall will hold, Reuters said, citing a harbour pilot."
    found = {(a.source_name, a.outlet) for a in analyse(text, language="en").attributions}
    assert ("a harbour pilot", "Reuters") in found


def test_questions_and_answers_are_who_the_introduction_says() -> None:
    text = (
        "The record of the hearing\n\nHere Q is the board's lawyer, Ana Duarte, and A is Mr. Costa."
        "\n\nQ: Did it rain?\n\nA: It did.\n\nQ: For long?\n\nA: All night."
    )
    turns = [a.source_name for a in analyse(text, language="en").attributions if a.rule == "turn"]
    assert turns == ["Ana Duarte", "Costa", "Ana Duarte", "Costa"]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("The World Bank and the IMF", "World Bank and IMF"),
        ("Both Ana Duarte and Jon Abara", "Ana Duarte and Jon Abara"),
        ("Ana Duarte, the mayor, and Jon Abara, her deputy,", "Ana Duarte and Jon Abara"),
        ("Ana Duarte, who built it, and Jon Abara", "Ana Duarte and Jon Abara"),
        ("Ana Duarte, Jon Abara and Rui Costa", "Ana Duarte, Jon Abara and Rui Costa"),
        ("Ana Duarte, Jon Abara, and Rui Costa", "Ana Duarte, Jon Abara and Rui Costa"),
        ("Ana Duarte and her husband", "Ana Duarte and her husband"),
        ("Ana Duarte and other masons", "Ana Duarte and other masons"),
        ("Senators Ana Duarte and Jon Abara", "Ana Duarte and Jon Abara"),
        ("The Bank of England and the Treasury", "Bank of England and Treasury"),
        ("The mayor and Ana Duarte", "The mayor and Ana Duarte"),
        ("The mayor and the council", "The mayor and the council"),
        ("Marks and Spencer", "Marks and Spencer"),
        ("The Department of Health and Human Services", "Department of Health and Human Services"),
        ("Officials in Porto and Lisbon", "Officials in Porto and Lisbon"),
        ("Chairman and CEO Ana Duarte", "Ana Duarte"),
        ("The actor and singer Ana Duarte", "Ana Duarte"),
        ("In Porto, Ana Duarte", "Ana Duarte"),
        ("Ana Duarte, who left early, and the board of Porto", "Ana Duarte and the board of Porto"),
        ("The United States and the European Union", "United States and European Union"),
        ("On Monday, Republican and Democratic leaders", "Republican and Democratic leaders"),
        ("Spokesmen for Duarte and the board", "Spokesmen for Duarte and the board"),
        ("Mr. and Mrs. Duarte", "Mr. and Mrs. Duarte"),
        ("The United States envoy", "The United States envoy"),
    ],
)
def test_two_who_speak_as_one_are_both_named(source: str, name: str) -> None:
    analysis = analyse(f"{source} said the wall would hold.", language="en")
    assert [a.source_name for a in analysis.attributions] == [name]


def test_joint_speakers_are_each_known_by_their_full_name() -> None:
    text = "Ana Duarte met Jon Abara in Porto. Duarte and Abara told reporters that the wall would hold."
    (found,) = analyse(text, language="en").attributions
    assert found.source_name == "Ana Duarte and Jon Abara"
    assert found.anonymity == "named"


def test_a_speaker_who_leaves_another_behind_speaks_alone() -> None:
    (found,) = analyse("“It will hold,” said Ana Duarte, and Jon Abara left.", language="en").attributions
    assert found.source_name == "Ana Duarte"
