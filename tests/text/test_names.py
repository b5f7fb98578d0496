"""Names: keys for the registry, and who a short mention means."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text import analyse
from factcheck.text.names import acronyms, match_key, mentions


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The BBC", "bbc"),
        ("B.B.C.", "BBC"),
        ("Åkerlund & Co. Ltd", "Akerlund"),
        ("José Núñez", "JOSE NUNEZ"),
        ("Die Zeit", "zeit"),
        ("O’Brien Holdings, Inc.", "O'Brien Holdings"),
        ("Straße GmbH", "Strasse"),
    ],
)
def test_spellings_of_one_name_share_a_key(one: str, other: str) -> None:
    assert match_key(one) == match_key(other)


@pytest.mark.parametrize(("one", "other"), [("Ana Duarte", "Rui Duarte"), ("Bank of Porto", "Bank of Braga")])
def test_different_names_have_different_keys(one: str, other: str) -> None:
    assert match_key(one) != match_key(other)


@given(st.text(max_size=60))
def test_a_key_is_its_own_key(name: str) -> None:
    assert match_key(match_key(name)) == match_key(name)


def test_an_explained_acronym_is_known() -> None:
    assert acronyms("The World Health Organization (WHO) met.") == {"WHO": "World Health Organization"}


def test_titles_are_taken_off_a_name() -> None:
    (mention,) = mentions("today Prime Minister Ana Duarte left")
    assert mention.name == "Ana Duarte"
    assert mention.titles == ("prime", "minister")


def names(text: str) -> list[str | None]:
    """The resolved sources of an English text."""
    return [a.source_name for a in analyse(text, language="en").attributions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Duarte said it rained. Duarte said it poured.", ["Ana Duarte", "Ana Duarte"]),
        ("Ana Duarte said it rained. She said it poured.", ["Ana Duarte", "Ana Duarte"]),
        (
            "Health Minister Ana Duarte said it rained. The minister said it poured.",
            ["Ana Duarte", "Ana Duarte"],
        ),
        (
            "The World Health Organization (WHO) said cases fell. The WHO said deaths fell.",
            ["World Health Organization", "World Health Organization"],
        ),
        ("Mr. Duarte said it rained.", ["Duarte"]),
        (
            "Inge von der Heide came. Von der Heide said it rained. It poured, von der Heide said.",
            ["Inge von der Heide", "Inge von der Heide"],
        ),
        ("Bill de Boer said it rained. Mr. de Boer said it poured.", ["Bill de Boer", "Bill de Boer"]),
    ],
    ids=["surname", "pronoun", "role", "acronym", "nobody else", "particles", "a first name"],
)
def test_short_mentions_get_the_full_name(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ana Duarte met Rui Duarte. Duarte said it rained.",
        "Duarte said it rained. Later Ana Duarte came.",
    ],
    ids=["two of that name", "introduced later"],
)
def test_a_surname_that_could_be_two_people_stays_as_it_is(text: str) -> None:
    assert names(text) == ["Duarte"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Their lawyer, Kay Orton, said police had lied. The police deny this.", ["Kay Orton", "The police"]),
        (
            "Carl Whitmore and Dana Whitmore came. Carl Whitmore said no. Mr Whitmore said yes.",
            ["Carl Whitmore", "Carl Whitmore"],
        ),
        (
            "Carl Whitmore said no. His wife, Dana Whitmore, left. Whitmore said he would stay.",
            ["Carl Whitmore", "Carl Whitmore"],
        ),
        ("Greg Hall said she was ill. Hall said it was over.", ["Greg Hall", "Greg Hall"]),
    ],
)
def test_a_voice_is_not_lost_to_a_neighbour_or_a_namesake(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_a_pronoun_stays_when_who_spoke_last_may_be_meant() -> None:
    text = (
        "“It cost 1 million,” said Temirlan Aliyev. He said he was ill.\n\n"
        "“It cost 2 million,” said Zhenis Bekov, on Monday. He said he was well."
    )
    assert names(text)[:3] == ["Temirlan Aliyev", "Temirlan Aliyev", "Zhenis Bekov"]
    assert names(text)[3] in {"Zhenis Bekov", "He"}


def test_a_pronoun_stays_when_someone_else_came_between() -> None:
    text = "Ana Duarte said it rained. Maria Costa waved from the bridge. She said it poured."
    assert names(text) == ["Ana Duarte", "She"]


def test_a_role_that_two_people_hold_stays_as_it_is() -> None:
    text = "Minister Ana Duarte met Minister Rui Costa. The minister said it rained."
    assert names(text) == ["The minister"]


def test_an_adjective_of_a_country_is_nobody() -> None:
    text = "A French newspaper wrote that she had left. She said no."
    assert "French" not in names(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PORTO WALL FALLS\n\nAna Duarte, the minister, said it rained. The minister said no.", "Ana Duarte"),
        ("Harrow Air said it rained. The company said it poured.", "Harrow Air"),
        ("Harrow Air fell. According to a report, it rained. The company said it poured.", "Harrow Air"),
        ("According to a report, it rained. The company said it poured.", "The company"),
        ("A senior official said it rained. The official said it poured.", "A senior official"),
        ("Jonas Lunde, Norway’s prime minister, came. The Norwegian prime minister said no.", "Jonas Lunde"),
        ("Jonas Lunde, prime minister of Norway, came. The Norwegian prime minister said no.", "Jonas Lunde"),
        (
            "Norwegian Prime Minister Jonas Lunde met Danish Prime Minister Pia Holm. The Norwegian prime"
            " minister said no.",
            "Jonas Lunde",
        ),
        (
            "The Norwegian prime minister, Jonas Lunde, met the Danish prime minister, Pia Holm, in May. The"
            " Danish prime minister said no.",
            "Pia Holm",
        ),
        (
            "Jonas Lunde, Norway’s prime minister, came. The Danish prime minister said no.",
            "The Danish prime minister",
        ),
    ],
    ids=[
        "apposition",
        "company",
        "no report is a company",
        "no company was named",
        "unnamed",
        "a country’s",
        "of a country",
        "titles",
        "two countries",
        "another",
    ],
)
def test_a_role_means_who_was_introduced_by_it(text: str, expected: str) -> None:
    assert names(text)[-1] == expected


UNCLEAR = [
    "Tom Birch resigned. The mayor’s spokesman declined to comment. “I have nothing to say,” he said.",
    "Tom Birch resigned. Lund’s lawyer shrugged. “I have nothing to say,” he said.",
    "One trader said it was carnage. Another disagreed. “It is a blip,” she said.",
    "Tom Hart left on Monday. Hart, he said, “cannot count”.",
    "No official has said that the wall was safe. He did not say that it was over.",
]


@pytest.mark.parametrize("text", UNCLEAR)
def test_a_pronoun_means_nobody_where_another_came_between(text: str) -> None:
    last = analyse(text).attributions[-1]
    assert last.source_name in {"he", "she", "He"}


def test_a_surname_is_found_before_the_mark_of_a_generation() -> None:
    last = analyse("Al Orr Jr. spoke on Monday. Orr said taxes would rise.").attributions[-1]
    assert last.source_name is not None
    assert last.source_name.startswith("Al Orr Jr")


def test_a_sentence_that_begins_behind_a_company_is_no_part_of_its_name() -> None:
    named = [
        one.name for one in mentions("Acme Corp. sued Borel Ltd. The firm lost. It is Roe Inc. He left.")
    ]
    assert named == ["Acme Corp.", "Borel Ltd.", "Roe Inc."]


@pytest.mark.parametrize(
    "text",
    [
        "Acme Corp. said sales fell. Borel Ltd. rose. The company said it would cut jobs.",
        "The judge said Lund had lied. She gave him six years. He said he would appeal.",
    ],
)
def test_who_came_between_leaves_it_open(text: str) -> None:
    last = analyse(text).attributions[-1]
    assert last.source_name in {"The company", "He"}
