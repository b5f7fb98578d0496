"""Who said what: one sentence a frame, and what must stay the article's own."""

from __future__ import annotations

import time

import pytest

from factcheck.text import analyse
from factcheck.text.attribution_rules import RULES
from factcheck.text.values import Attribution

FRAMES = [
    ("“It will hold,” Duarte said.", "Duarte", "“It will hold,”", "quote-source-cue"),
    ("“It will hold,” said Ana Duarte, a builder.", "Ana Duarte", "“It will hold,”", "quote-cue-source"),
    ("“It will hold,” the sign read.", "the sign", "“It will hold,”", "quote-source-cue"),
    ("“It will hold.” — Ana Duarte", "Ana Duarte", "“It will hold.”", "quote-credit"),
    ("Said Duarte: “It will hold.”", "Duarte", "“It will hold.”", "cue-source-colon"),
    ("Duarte had one more wish: “Let it hold.”", "Duarte", "“Let it hold.”", "colon-quote"),
    ("Duarte said: “It will hold.”", "Duarte", "“It will hold.”", "cue-colon"),
    ("Duarte told reporters on Monday that it would hold.", "Duarte", "that it would hold", "cue-that"),
    ("Duarte said the wall would hold.", "Duarte", "the wall would hold", "cue-clause"),
    ("The wall will hold, Duarte said.", "Duarte", "The wall will hold", "clause-source-cue"),
    ("The wall will hold, said Ana Duarte.", "Ana Duarte", "The wall will hold", "clause-cue-source"),
    ("They set a record, said Eve Adams.", "Eve Adams", "They set a record", "clause-cue-source"),
    ("In the long run, Duarte said, the wall will fall.", "Duarte", "In the long run", "clause-around"),
    ("As Duarte noted, the wall will fall.", "Duarte", "the wall will fall", "as-source-cue"),
    ("Duarte asked whether the wall would hold.", "Duarte", "whether the wall would hold", "cue-whether"),
    ("Duarte promised to mend the wall.", "Duarte", "to mend the wall", "cue-to"),
    ("Duarte urged the council to mend the wall.", "Duarte", "the council to mend the wall", "cue-object-to"),
    ("Duarte criticised the plan.", "Duarte", "the plan", "cue-object"),
    ("Duarte called for a new wall.", "Duarte", "a new wall", "cue-preposition"),
    ("The plan was condemned by Ana Duarte.", "Ana Duarte", "The plan", "passive-by"),
    ("The wall is expected to hold.", None, "The wall", "passive"),
    ("According to Ana Duarte, the wall will hold.", "Ana Duarte", "the wall will hold", "according-before"),
    ("The wall will hold, according to Ana Duarte.", "Ana Duarte", "The wall will hold", "according-after"),
    ("In a new survey, most residents blamed the council.", "a new survey", "most residents", "in-survey"),
    ("Duarte’s claim that it will hold surprised few.", "Duarte", "that it will hold", "noun-that"),
    ("Duarte was confident that it would hold.", "Duarte", "that it would hold", "adjective-that"),
    ("A 2024 study found that the wall was weak.", "A 2024 study", "that the wall was weak", "cue-that"),
]  # fmt: skip


def read(text: str, language: str = "en") -> tuple[str, tuple[Attribution, ...]]:
    """The normalised text and its attributions."""
    analysis = analyse(text, language=language)
    return analysis.text, analysis.attributions


@pytest.mark.parametrize(
    ("text", "source", "content", "rule"), FRAMES, ids=[f[3] + "/" + f[0][:24] for f in FRAMES]
)
def test_each_frame_gives_its_speaker_and_words(
    text: str, source: str | None, content: str, rule: str
) -> None:
    plain, found = read(text)
    matching = [a for a in found if a.rule == rule]
    assert matching, [(a.rule, a.source_name) for a in found]
    attribution = matching[0]
    assert attribution.source_name == source
    start, end = attribution.content[0]
    assert plain[start:end].startswith(content)


def test_every_rule_is_explained_in_words() -> None:
    used = {a.rule for text, *_ in FRAMES for a in read(text)[1]}
    assert used <= set(RULES)
    assert all(words.endswith(".") for words in RULES.values())


def test_a_quotation_that_runs_on_keeps_its_speaker() -> None:
    text, found = read("“It rained,” Duarte said.\n“It poured.\n“Then it stopped.”\nThe council met.")
    assert len(found) == 1
    assert [text[s:e] for s, e in found[0].content] == ["“It rained,”", "“It poured.", "“Then it stopped.”"]


def test_an_interrupted_quotation_is_one_attribution() -> None:
    text, (found,) = read("“It will hold,” Duarte said, “until spring.”")
    assert [text[s:e] for s, e in found.content] == ["“It will hold,”", "“until spring.”"]
    assert found.mode == "direct"


def test_mixed_speech_is_told_apart() -> None:
    (_, (found,)) = read("Duarte said the wall was “a disgrace” and would be mended.")
    assert found.mode == "mixed"


@pytest.mark.parametrize(
    ("text", "outlet", "medium"),
    [
        ("“It will hold,” said Ana Duarte in an interview with CBS News.", "CBS News", "interview"),
        ("“It will hold,” Ana Duarte told Reuters.", "Reuters", None),
        ("Ana Duarte said in a statement that it would hold.", None, "statement"),
        ("“It will hold,” Ana Duarte wrote on Facebook.", "Facebook", "post"),
        ("Ana Duarte said in an email to The Guardian that it would hold.", "Guardian", "email"),
        ("Ana Duarte said at a news conference that it would hold.", None, "news conference"),
    ],
)
def test_outlet_and_medium_are_not_the_speaker(text: str, outlet: str | None, medium: str | None) -> None:
    _, (found,) = read(text)
    assert (found.source_name, found.outlet, found.medium) == ("Ana Duarte", outlet, medium)


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Duarte denied that the wall was weak.", "denies"),
        ("Duarte did not say that the wall was weak.", "denies"),
        ("Neither Duarte nor Abara said that the wall was weak.", "denies"),
        ("No one said that the wall was weak.", "denies"),
        ("Duarte refused to close the bridge.", "denies"),
        ("No mason said that the wall was weak.", "denies"),
        ("No 10 said that the wall was weak.", "asserts"),
        ("Duarte asked whether the wall was weak.", "asks"),
        ("Duarte vowed to mend the wall.", "intends"),
        ("Duarte believes that the wall is weak.", "asserts"),
    ],
)
def test_polarity_follows_the_cue(text: str, polarity: str) -> None:
    _, (found,) = read(text)
    assert found.polarity == polarity


@pytest.mark.parametrize(
    ("text", "anonymity"),
    [
        ("Experts warn that the wall could fall.", "unnamed_group"),
        ("One resident said the wall was weak.", "unnamed_person"),
        ("A spokesman for the mayor said the wall was safe.", "unnamed_person"),
        ("Ana Duarte said the wall was safe.", "named"),
        ("Two officials said the wall was safe.", "unnamed_group"),
    ],
)
def test_anonymity_is_told_by_class(text: str, anonymity: str) -> None:
    _, (found,) = read(text)
    assert found.anonymity == anonymity


OWN_WORDS = [
    "The “little wall” by the harbour fell on Monday.",
    "The café, known as “The Anchor,” is closed.",
    "She is the author of “Going North,” a novel about the river.",
    "The so-called “flood tourists” blocked the road.",
    "He sang “The River Song” at the opening.",
    "The mayor declined to comment.",
    "The council did not respond to a request for comment.",
    "The United States has fifty states that vote in November.",
    "Some residents are urging their neighbours to stay.",
    "Many visitors have welcomed the change.",
    "The app allows users to post short videos.",
    "The note on the door had no name.",
    "The state has two bridges.",
    "He ordered the “catch of the day” twice.",
    "Her film “The Wall” opens on Friday.",
    "A “Closed” sign hung on the gate.",
    "The word “flood” comes from Old English.",
    "The ship “Santa Clara” left the harbour.",
    "They painted the house in “harbour blue” again.",
    "“The Wall” was shown in forty towns.",
    "The town has a cheaper alternative called Brook.",
    "Unlike the old bridge, the new one focuses on walkers.",
]


@pytest.mark.parametrize("text", OWN_WORDS)
def test_scare_quotes_titles_and_refusals_are_nobodys(text: str) -> None:
    _, found = read(text)
    assert [(a.source_name, a.rule) for a in found if a.source] == []


def test_a_chain_keeps_the_first_hand_and_the_outlet() -> None:
    _, (report, first_hand) = read(
        "Reuters reported on Monday, citing two officials, that the dam would close."
    )
    assert report.source_name == "Reuters"
    assert (first_hand.source_name, first_hand.outlet) == ("two officials", "Reuters")
    assert first_hand.content == report.content


@pytest.mark.parametrize(
    "label",
    ["NOTE", "UPDATE", "PHOTO", "CORRECTION", "EDITOR’S NOTE", "UPDATE 2", "PHOTOS BY ANA ROE", "Note",
     "Photo", "Late Update", "Read more"],
)  # fmt: skip
def test_a_label_that_calls_out_is_no_speaker(label: str) -> None:
    said = f"{label}: The wall was cut."
    turns = f"A talk\n\nDUARTE: It holds.\n\nEBERT: No.\n\n{said}\n\nDUARTE: Yes.\n\n{said}\n"
    assert {a.source_name for a in analyse(turns).attributions} == {"DUARTE", "EBERT"}
    assert analyse(f"A wall\n\nIt fell on Monday.\n\n{said}\n").attributions == ()
    assert analyse(f"{said}\n\nIt fell on Monday.\n").attributions == ()


def test_sources_in_a_headline_are_a_source() -> None:
    _, (found,) = read("Sources: Duarte to resign\n\nIt rained.\n")
    assert found.source_name == "Sources"


def test_turns_of_a_transcript_belong_to_their_labels() -> None:
    text, found = read("INTERVIEW\n\nDUARTE: It will hold.\n\nCOSTA: Who pays?\n\nDUARTE: The city.\n")
    assert [(a.source_name, text[slice(*a.content[0])]) for a in found] == [
        ("DUARTE", "It will hold."),
        ("COSTA", "Who pays?"),
        ("DUARTE", "The city."),
    ]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "„Die Mauer hält“, sagte Ana Duarte am Montag.", "Ana Duarte"),
        ("de", "Ana Duarte sagte, dass die Mauer hält.", "Ana Duarte"),
        ("de", "Laut Ana Duarte hält die Mauer.", "Ana Duarte"),
        ("fr", "« Le mur tiendra », a déclaré Ana Duarte lundi.", "Ana Duarte"),
        ("fr", "Selon Ana Duarte, le mur tiendra.", "Ana Duarte"),
        ("fr", "Ana Duarte affirme que le mur tiendra.", "Ana Duarte"),
        ("es", "«El muro resistirá», dijo Ana Duarte el lunes.", "Ana Duarte"),
        ("es", "Según Ana Duarte, el muro resistirá.", "Ana Duarte"),
        ("es", "Ana Duarte aseguró que el muro resistirá.", "Ana Duarte"),
    ],
)
def test_other_languages_read_their_plain_frames(language: str, text: str, expected: str) -> None:
    _, found = read(text, language)
    assert [a.source_name for a in found][:1] == [expected]


HOSTILE = [
    "said ",
    "Duarte said ",
    "said that ",
    "Smith, who said, ",
    "x said, ",
    "is sure that ",
    "her claim that ",
    "to say ",
    "according to ",
    "seems to ",
    "told A ",
    "A: ",
    "(AB) ",
    "“a ",
    ", ",
    "A",
    " ",
    "Aa ",
    "a-",
    '\n"A. ',
    "“Fine.”\n\n",
    "‹a› ",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_costs_no_more_than_its_length(piece: str) -> None:
    text = "“How?” asked Bo Lee.\n\n" + (piece * 100_000)[:100_000]
    begin = time.process_time()
    analyse(text, language="en")
    assert time.process_time() - begin < 15
