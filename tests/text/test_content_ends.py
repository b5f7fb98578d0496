"""What is said ends where the article goes on by itself, and where somebody else begins to speak."""

import pytest

from factcheck.text import analyse

ENDS = [
    # a clause of the article behind an infinitive, a noun phrase, a hearer
    (
        "Duarte pledged to visit every town and she has long used that against her rivals.",
        "to visit every town",
    ),
    ("Lund declined to renew the lease and the council could not find a new tenant.", "to renew the lease"),
    ("Duarte may blame the tides for the flood, but the real cause is the wall.", "the tides for the flood"),
    ("Duarte did not praise her rival by name but told her voters, “We will win.”", "her rival by name"),
    ("Duarte denied the claim and is suing the paper.", "the claim"),
    ("The paper will call you a liar and the radio will accuse you of theft.", "you a liar"),
    ("Duarte hoped to rescue the hall and the roof fell on Monday.", "to rescue the hall"),
    # the main verb behind a noun that tells of speech
    ("Her announcement of a new bridge came during the election.", "a new bridge"),
    ("Her criticism of the plan by the council has weighed on the talks.", "the plan by the council"),
    ("Her promise to build a bridge was kept.", "to build a bridge"),
    # the medium, which is no part of it
    ("Duarte acknowledged as much in an interview with the Harbour Times.", "as much"),
    (
        "Duarte described herself as a friend of the town during a speech on Monday.",
        "herself as a friend of the town",
    ),
    # all this belongs to it
    ("Duarte plans to sell the house and move to Porto.", "to sell the house and move to Porto"),
    ("Duarte wants to help all who fell and died.", "to help all who fell and died"),
    ("Duarte said the mayor and the council are wrong.", "the mayor and the council are wrong"),
    ("Duarte wants a bridge and a road built by the town.", "a bridge and a road built by the town"),
    (
        "Duarte outlined her priorities and positions on the harbour.",
        "her priorities and positions on the harbour",
    ),
    ("Duarte is ordering him to appear in court on Monday.", "him to appear in court on Monday"),
    ("Duarte swore the door was locked.", "the door was locked"),
    (
        "Kerr said that he “could be unyielding,” and that Fred had struggled with it.",
        "that he “could be unyielding,” and that Fred had struggled with it",
    ),
    ("She sold the house, just as she said she would, and the market did nothing.", "she would"),
    ("The mayor said “The farmers” and swears they love him.", "“The farmers”"),
    (
        "It has not gone unnoticed: According to recent polls, Kerr holds only 14 seats.",
        "Kerr holds only 14 seats",
    ),
    ("According to E. J. Fleming’s “The Fixers” and other books, his was a good job.", "his was a good job"),
    ("Duarte promised the work was done.", "the work was done"),
    ("Duarte promised the bridge and the road would open.", "the bridge and the road would open"),
    ("Duarte said she left and Abara said nothing.", "she left and Abara said nothing"),
    ("The minister said rates would fall, but brokers at the bank say they will rise.", "rates would fall"),
    (
        "Most of the town believe the wall is safe, a Harlow poll has found.",
        "Most of the town believe the wall is safe",
    ),
    ("The claim that mills poison eels is false.", "that mills poison eels"),
    ("The claim that the wall was safe is false.", "that the wall was safe"),
    ("The mayor shrugged (“It was,” he wrote).", "“It was,”"),
    ("The firm said quarterly sales would fall.", "quarterly sales would fall"),
    ("Ogle noted her years as a senator.", "her years as a senator"),
    ("Abara criticised Lund, Duarte and Kerr.", "Lund, Duarte and Kerr"),
    ("Abara criticised Lund, and Duarte and Kerr left.", "Lund"),
    ("Duarte won, declaring it “a great day” and said it was a step.", "it “a great day”"),
    ("Lund said, according to Reuters, that the dam was open.", "that the dam was open"),
    ("Lund said, according to a report by Reuters, the dam was open.", "the dam was open"),
    ("According to Jo Foss, who joined in 2019, the ward is full.", "the ward is full"),
    ("According to the union’s chair, Dr Ana Orr, one in five nurses left.", "one in five nurses left"),
    ("According to an email from Duarte to Lund, it fell.", "it fell"),
    ("According to Duarte, the mayor and the council left.", "the mayor and the council left"),
    ("According to the police, Lund, Kerr and Abara were hurt.", "Lund, Kerr and Abara were hurt"),
    (
        "Duarte said that the bridge held and Abara said it broke.",
        "that the bridge held and Abara said it broke",
    ),
]


@pytest.mark.parametrize(("text", "content"), ENDS)
def test_content_ends_where_the_article_goes_on(text: str, content: str) -> None:
    first = analyse(text).attributions[0]
    assert [text[start:end] for start, end in first.content] == [content]


TWO = [
    (
        "Ms. Ogle told a court that the wall fell at noon, “a crime,” she said.",
        "that the wall fell at noon, “a crime,”",
        "she",
        "“a crime,”",
    ),
    (
        "Duarte acknowledged the two had split the vote, which is an outcome, he said, “we expected.”",
        "the two had split the vote, which is an outcome",
        "he",
        "which is an outcome … “we expected.”",
    ),
    ("Voters favour the plan and the mayor opposes it.", "the plan", "the mayor", "it"),
    ("Residents support the ban and the council rejects it.", "the ban", "the council", "it"),
    ("Ana Duarte asked for a photo and Ruth Abara said, “No.”", "a photo", "Ruth Abara", "“No.”"),
    (
        "Duarte said the bridge was safe and Abara said it was not.",
        "the bridge was safe",
        "Abara",
        "it was not",
    ),
    (
        "The union called for a strike and a man from the firm said talks would go on.",
        "a strike",
        "a man from the firm",
        "talks would go on",
    ),
    (
        "Lund backed the bill and her rival, Tom Reyes, said it would fail.",
        "the bill",
        "her rival, Tom Reyes",
        "it would fail",
    ),
    (
        "Residents want the road closed and the council wants it open.",
        "the road closed",
        "the council",
        "it open",
    ),
    (
        "Duarte thanked the crew and the captain told reporters, “We were lucky.”",
        "the crew",
        "the captain",
        "“We were lucky.”",
    ),
    (
        "Duarte told the paper the bridge was safe and Abara told the radio it was not.",
        "the bridge was safe",
        "Abara",
        "it was not",
    ),
]


@pytest.mark.parametrize(("text", "content", "speaker", "answer"), TWO)
def test_another_speaker_has_words_of_their_own(text: str, content: str, speaker: str, answer: str) -> None:
    first, second = analyse(text).attributions
    assert [text[start:end] for start, end in first.content] == [content]
    assert [text[start:end] for start, end in second.source] == [speaker]
    assert " … ".join(text[start:end] for start, end in second.content) == answer


def test_words_about_a_promised_thing_are_not_promised() -> None:
    text = "The minister promised a review of the bridge and the opposition called it “a farce”."
    (only,) = analyse(text).attributions
    assert [text[start:end] for start, end in only.source] == ["the opposition"]
