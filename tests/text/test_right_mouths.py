"""What a newsroom would never forgive: words in a mouth that did not say them. Most failed once."""

from __future__ import annotations

import pytest

from factcheck.text import analyse

# A text, and of each attribution the name, the words and the polarity.
SAID: list[tuple[str, list[tuple[str | None, str, str]]]] = [
    # A participle's words in marks before the verb.
    (
        "Ana Kerr, quoting “a friend,” said hackers broke into the house.",
        [("Ana Kerr", "hackers broke into the house", "asserts")],
    ),
    # The last speaker, with a day, a medium or a hearer behind.
    (
        "Bob Hill denied that he lost, Ann Lee said on Monday.",
        [("Ann Lee", "Bob Hill denied that he lost", "asserts")],
    ),
    (
        "Bob Hill denied it all, Ann Lee said in a statement.",
        [("Ann Lee", "Bob Hill denied it all", "asserts")],
    ),
    (
        "Ann Lee admitted that she lied, police said on Monday.",
        [("police", "Ann Lee admitted that she lied", "asserts")],
    ),
    (
        "Bob Hill threatened to go, prosecutors told the court.",
        [("prosecutors", "Bob Hill threatened to go", "asserts")],
    ),
    ("The study shows lamps hurt, says Ann Lee.", [("Ann Lee", "The study shows lamps hurt", "asserts")]),
    (
        "Acme plans to sell Beta, said two people familiar with the matter.",
        [("two people familiar with the matter", "Acme plans to sell Beta", "asserts")],
    ),
    # Names that are words, too.
    ("Kelly said it was over.", [("Kelly", "it was over", "asserts")]),
    ("Grammarly said it was over.", [("Grammarly", "it was over", "asserts")]),
    ("Consumer group Which? said it was over.", [("Which?", "it was over", "asserts")]),
    ("Which plan works? The board said none.", [("The board", "none", "asserts")]),
    ("Rose told the Times it was over.", [("Rose", "it was over", "asserts")]),
    ("Long said it was over.", [("Long", "it was over", "asserts")]),
    ("Nancy Drew said it was over.", [("Nancy Drew", "it was over", "asserts")]),
    ("Theresa May said the vote was lost.", [("Theresa May", "the vote was lost", "asserts")]),
    ("Will Smith said the vote was lost.", [("Will Smith", "the vote was lost", "asserts")]),
    ("Peter Rose denied the claim.", [("Peter Rose", "the claim", "denies")]),
    # A subject before a clause of its own.
    ("The driver, who left, said the plan failed.", [("The driver", "the plan failed", "asserts")]),
    ("The postman, a shy man named Ewan Rae, confirmed this.", [("Ewan Rae", "this", "asserts")]),
    # An office behind a comma is no second speaker.
    (
        "“We won,” said Sofia Marchetti, co-founder and CEO of Acme.",
        [("Sofia Marchetti", "“We won,”", "asserts")],
    ),
    # Who is told, and on what terms.
    (
        "An official told Reuters on condition of anonymity that it was over.",
        [("An official", "that it was over", "asserts")],
    ),
    ("Ann Lee told the House of Commons that it was over.", [("Ann Lee", "that it was over", "asserts")]),
    ("“It is over,” Ann Lee was quoted as saying by Reuters.", [("Ann Lee", "“It is over,”", "asserts")]),
    ("It was over, the Times quoted Ann Lee as saying.", [("Ann Lee", "It was over", "asserts")]),
    # An office without an article is no more words.
    ("Sales fell, said Ann Lee, chief economist at Acme.", [("Ann Lee", "Sales fell", "asserts")]),
    ("Sales fell, said Ann Lee, professor of law at Hull.", [("Ann Lee", "Sales fell", "asserts")]),
    ("Sales fell, said Ann Lee, and prices rose.", [("Ann Lee", "Sales fell", "asserts")]),
    ("Ann Lee vowed she would win.", [("Ann Lee", "she would win", "intends")]),
    (
        "I put the case to the Tenancy Scheme, which said it was over.",
        [("Tenancy Scheme", "it was over", "asserts")],
    ),
    # Nouns, and a place.
    ("Acme cut its profit forecast for the second time this year.", []),
    ("New figures from the ONS show that it is over.", [("ONS", "that it is over", "asserts")]),
    ("New Delhi: Acme cut jobs on Monday.", []),
    # No noun phrase, no voice.
    ("Repeatedly said it was over.", []),
    ("He tried to build large and said it was over.", [("He", "it was over", "asserts")]),
    ("The family does not believe that it works.", [("The family", "that it works", "denies")]),
    ("Her family fully believes that it works.", [("Her family", "that it works", "asserts")]),
    ("The reply regrets that it was late.", [("The reply", "that it was late", "asserts")]),
    # Offices and tags.
    ("Florida’s Secretary of State Ken Olds said it was over.", [("Ken Olds", "it was over", "asserts")]),
    (
        "Speaker of the House Rep. Paul Reyes said it was over.",
        [("Paul Reyes", "it was over", "asserts")],
    ),
    (
        "Chad’s Ambassador to France said it was over.",
        [("Chad’s Ambassador to France", "it was over", "asserts")],
    ),
    (
        "The former CEO of Hewlett-Packard said it was over.",
        [("The former CEO of Hewlett-Packard", "it was over", "asserts")],
    ),
    (
        "The Illinois Board of Elections said it was over.",
        [("Illinois Board of Elections", "it was over", "asserts")],
    ),
    ("General Electric said it was over.", [("General Electric", "it was over", "asserts")]),
    ("General Marlowe said it was over.", [("Marlowe", "it was over", "asserts")]),
    ("The American Legion said it was over.", [("American Legion", "it was over", "asserts")]),
    ("Virgie M. Rollins said it was over.", [("Virgie M. Rollins", "it was over", "asserts")]),
    ("Citizens for Tax Justice said it was over.", [("Citizens for Tax Justice", "it was over", "asserts")]),
    ("Pollster Ann Lee said it was over.", [("Ann Lee", "it was over", "asserts")]),
    (
        "A handful of pilots in Pasadena, Calif., said it was over.",
        [("A handful of pilots in Pasadena", "it was over", "asserts")],
    ),
    (
        "Similarly, Ann Lee, a former aide, said it was over.",
        [("Ann Lee", "it was over", "asserts")],
    ),
    (
        "Officials at Harbour Watch, a division of Port Police, said it was over.",
        [("Officials at Harbour Watch", "it was over", "asserts")],
    ),
    (
        "She called Acme’s plan “a bad joke for all of us.”",
        [("She", "Acme’s plan “a bad joke for all of us.”", "asserts")],
    ),
    # Two voices, and one with more to tell of.
    ("Ann Lee, a broker who worked for Bob Hill and Tom Roe, said no.", [("Ann Lee", "no", "asserts")]),
    (
        "The Tax Center at the Brook Institute and the Mill Foundation said no.",
        [("Tax Center", "no", "asserts")],
    ),
    (
        "Gov. Ann Lee and former Mayor Bob Hill said no.",
        [("Ann Lee and Bob Hill", "no", "asserts")],
    ),
    # Whom a medium cites.
    (
        "Reuters, citing two officials, said it was over.",
        [("Reuters", "it was over", "asserts"), ("two officials", "it was over", "asserts")],
    ),
    # An adverbial that opens the sentence holds no speaker.
    ("On Monday, the company said it was sorry.", [("the company", "it was sorry", "asserts")]),
    ("In Paris, the minister said it was over.", [("the minister", "it was over", "asserts")]),
    ("In Kano, the nurse, Ada Bello, said it was over.", [("Ada Bello", "it was over", "asserts")]),
    ("After meeting Ann Lee, the minister said it was over.", [("the minister", "it was over", "asserts")]),
    ("But Ann Lee, the mayor, said it was over.", [("Ann Lee", "it was over", "asserts")]),
    # Trades and deeds before a name, offices of something.
    ("Pensioner Albert Page said it was over.", [("Albert Page", "it was over", "asserts")]),
    ("Ex-bandmate Kingsley Banks said it was over.", [("Kingsley Banks", "it was over", "asserts")]),
    ("London-based Ann Lee said it was over.", [("Ann Lee", "it was over", "asserts")]),
    ("NASA Administrator Carol Page said it was over.", [("Carol Page", "it was over", "asserts")]),
    ("Superintendent of Police Arnab Rao said it was over.", [("Arnab Rao", "it was over", "asserts")]),
    ("Director General of Police Ann Lee said it was over.", [("Ann Lee", "it was over", "asserts")]),
    ("Counsel to the inquiry, Fiona Marsh, said it was over.", [("Fiona Marsh", "it was over", "asserts")]),
    ("Baker Hughes said it was over.", [("Baker Hughes", "it was over", "asserts")]),
    ("Queen Mary University said it was over.", [("Queen Mary University", "it was over", "asserts")]),
    ("McDonald’s said it was over.", [("McDonald’s", "it was over", "asserts")]),
    ("Helixia AG (SIX: HLX) said it was over.", [("Helixia AG", "it was over", "asserts")]),
    ("The firm, Baker and Sons, said it was over.", [("Baker and Sons", "it was over", "asserts")]),
    # Whose words they are, with something in between.
    (
        "The trial began, with the victim’s brother telling jurors that he ran.",
        [("the victim’s brother", "that he ran", "asserts")],
    ),
    ("Ann Lee had earlier announced a series of cuts.", [("Ann Lee", "a series of cuts", "asserts")]),
    (
        "Sir Desmond Quayle, who shared a desk with him, remembered a man of honour.",
        [("Desmond Quayle", "a man of honour", "asserts")],
    ),
    ("In a statement posted on Friday, Ann Lee denied it.", [("Ann Lee", "it", "denies")]),
    (
        "A person familiar with Northgate’s thinking said it was over.",
        [("A person familiar with Northgate’s thinking", "it was over", "asserts")],
    ),
    (
        "A person briefed on the minister’s plans said it was over.",
        [("A person briefed on the minister’s plans", "it was over", "asserts")],
    ),
    (
        "A man claiming to be Ann Lee’s son said it was over.",
        [("A man claiming to be Ann Lee’s son", "it was over", "asserts")],
    ),
    (
        "Norland fined Talos, a decision the company said it would contest.",
        [("the company", "it would contest", "asserts")],
    ),
    (
        "Ann Lee denied that the dam fell, as Amnesty claimed.",
        [("Ann Lee", "that the dam fell", "denies"), ("Amnesty", "that the dam fell", "asserts")],
    ),
    ("An engineer who was laid off said it was over.", [("An engineer", "it was over", "asserts")]),
    (
        "Rents will rise, Ann Lee told councillors on Monday, and there is no money left.",
        [("Ann Lee", "Rents will rise … and there is no money left", "asserts")],
    ),
    (
        "Acme will cut jobs, the company announced late Tuesday.",
        [("the company", "Acme will cut jobs", "asserts")],
    ),
    ("The family say it was over.", [("The family", "it was over", "asserts")]),
    ("“It is late,” said June Waters.", [("June Waters", "“It is late,”", "asserts")]),
    ("Housing advocates said it was over.", [("Housing advocates", "it was over", "asserts")]),
    ("The claim that schools are broke is false.", [(None, "that schools are broke", "asserts")]),
    ("His warning that prices would rise was ignored.", [("His", "that prices would rise", "asserts")]),
    (
        "The National Farmers’ Union said it was over.",
        [("National Farmers’ Union", "it was over", "asserts")],
    ),
    (
        "The plan was criticised by the Institute for School Finance.",
        [("Institute for School Finance", "The plan", "asserts")],
    ),
    ("Survivor Lupe Ortega said it was over.", [("Lupe Ortega", "it was over", "asserts")]),
    ("Her husband, ex-footballer Tom Blaine, said it was over.", [("Tom Blaine", "it was over", "asserts")]),
    ("Inspectors found mould, records show.", [("records", "Inspectors found mould", "asserts")]),
    ("Prices will rise, warned Rita Coyle.", [("Rita Coyle", "Prices will rise", "asserts")]),
    # What else is said of somebody is not the speaker's; what a sentence cannot do without is said.
    (
        "Anna Lee said the minister was tired and planned to resign.",
        [("Anna Lee", "the minister was tired and planned to resign", "asserts")],
    ),
    ("Luc Roy said only three shops were open.", [("Luc Roy", "only three shops were open", "asserts")]),
    ("Luc Roy said about half the shops shut.", [("Luc Roy", "about half the shops shut", "asserts")]),
    ("Luc Roy said night flights were banned.", [("Luc Roy", "night flights were banned", "asserts")]),
    ("Luc Roy told AFP only three shops were open.", [("Luc Roy", "only three shops were open", "asserts")]),
    ("Luc Roy told the BBC nearly 40 people left.", [("Luc Roy", "nearly 40 people left", "asserts")]),
    ("A 2022 report said fish were dying.", [("A 2022 report", "fish were dying", "asserts")]),
    (
        "The minister, Omar al-Bashir, said it was over.",
        [("Omar al-Bashir", "it was over", "asserts")],
    ),
    (
        "Ana Lima, who volunteers at the shelter, said it was over.",
        [("Ana Lima", "it was over", "asserts")],
    ),
    # What is not said, or not by them.
    ("He showed no emotion.", []),
    ("He declined to say whether police suspect foul play.", []),
    ("It is unclear whether officials knew the bridge was unsafe.", []),
    ("The firm did not respond to a message seeking comment.", []),
    ("Ann Lee did not return two calls seeking comment.", []),
    ("The plan was rejected by nine votes to six.", []),
    ("Two officials spoke on condition of anonymity to discuss private talks.", []),
    ("Ann Lee showed me her garden.", []),
    ("It feels as though winter has come.", []),
    ("Acme is yet to issue a statement.", []),
    ("“No,” said Bob, who did not want to give his surname.", [("Bob", "“No,”", "asserts")]),
    ("It is not clear who said the bridge was safe.", []),
    ("Ann Lee, who is not related to the boss, left.", []),
    ("Ann Lee stopped short of saying that it works.", []),
    ("Ann Lee neither confirmed nor denied it.", []),
    ("Ann Lee refused to answer.", []),
    ("Ann Lee declined to be interviewed.", []),
    # A court has heard it, and said nothing.
    ("A jury heard that Ann Lee lied.", [(None, "that Ann Lee lied", "asserts")]),
    (
        "Ann Lee, 34, hid the knife, Leeds Crown Court heard.",
        [(None, "Ann Lee, 34, hid the knife", "asserts")],
    ),
    ("Jurors were told Ann Lee had lied.", [(None, "Ann Lee had lied", "asserts")]),
    ("Residents heard a loud bang.", []),
    ("The committee heard evidence from Ann Lee.", []),
    ("If Ann Lee says the dam is weak, it will fall.", []),
    ("Firefighters were called to the marina.", []),
    ("Ann Lee hit back at claims that she lied.", [(None, "that she lied", "asserts")]),
    ("Ann Lee doubts that it works.", [("Ann Lee", "that it works", "denies")]),
    ("Ann Lee’s claim that it works is false.", [("Ann Lee", "that it works", "asserts")]),
    ("Despite Ann Lee’s claim that it works, it failed.", [("Ann Lee", "that it works", "asserts")]),
    (
        "Ann Lee’s view that the dam is weak and the road is old was shared.",
        [("Ann Lee", "that the dam is weak and the road is old", "asserts")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SAID, ids=[text for text, _ in SAID])
def test_words_are_given_to_who_said_them(text: str, expected: list[tuple[str | None, str, str]]) -> None:
    found = analyse(text, language="en").attributions
    assert [
        (one.source_name, " … ".join(text[start:end] for start, end in one.content), one.polarity)
        for one in found
    ] == expected


@pytest.mark.parametrize(
    "word",
    ["Sources", "Witnesses", "Neighbours", "Users", "Friends", "Women", "Voters", "Survivors", "Charities"],
)
def test_people_who_are_not_named_are_unnamed(word: str) -> None:
    assert analyse(f"{word} said it was over.", language="en").attributions[0].anonymity == "unnamed_group"


def test_a_plural_that_stands_in_small_letters_too_names_nobody() -> None:
    welders = analyse("Welders said it was over. Many welders left.", language="en").attributions[0]
    banks = analyse("Tom Banks left the banks. Banks said it was over.", language="en").attributions[0]
    assert (welders.anonymity, banks.source_name, banks.anonymity) == ("unnamed_group", "Tom Banks", "named")


def test_an_agency_is_no_crowd() -> None:
    assert analyse("Reuters said it was over.", language="en").attributions[0].anonymity == "named"


@pytest.mark.parametrize(
    ("told", "outlet", "medium"),
    [
        ("told Newsline via WhatsApp", "Newsline", "message"),
        ("told Newsline over the phone", "Newsline", "call"),
        ("told Newsline in a text message", "Newsline", "message"),
        ("told Tom Hill by phone", None, None),
        ("told Politico’s Tom Hill", "Politico", None),
        ("said in an interview with CNN’s Tom Hill", "CNN", "interview"),
        ("wrote on WhatsApp", "WhatsApp", "post"),
    ],
)
def test_an_outlet_is_whom_a_newsroom_is_called(told: str, outlet: str | None, medium: str | None) -> None:
    (one,) = analyse(f"Ann Lee {told} that the road was closed.", language="en").attributions
    assert (one.source_name, one.outlet, one.medium) == ("Ann Lee", outlet, medium)


def test_a_british_date_is_one_checkpoint() -> None:
    points = analyse("It opened on 3 May 2023 in Hull.", language="en").sentences[0].checkpoints
    assert [(point.kind, point.start, point.end) for point in points if point.kind != "name"] == [
        ("date", 13, 23)
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Vaccines cause autism.", "fact"),
        ("Acme cut jobs.", "fact"),
        ("It cost 3,000 euros.", "fact"),
        ("Not so fast.", "other"),
        ("No big deal.", "other"),
    ],
)
def test_the_shortest_sentence_can_be_a_claim(text: str, kind: str) -> None:
    assert analyse(text, language="en").sentences[-1].kind == kind


def test_the_shortest_claim_of_a_cause_is_worth_a_look() -> None:
    cause, none = (
        analyse(text, language="en").sentences[-1] for text in ("Vaccines cause autism.", "He left.")
    )
    assert cause.checkworthiness > 0.2 > none.checkworthiness


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Jean Roux n'a pas dit que c'était fini.", [("Jean Roux", "denies")]),
        ("fr", "Jean Roux a dit que c'était fini.", [("Jean Roux", "asserts")]),
        ("de", "Das Werk sei sicher, bestätigte Anna Lohse nicht.", [("Anna Lohse", "denies")]),
        ("de", "Anna Lohse sagte, dass das Werk nicht sicher sei.", [("Anna Lohse", "asserts")]),
        ("de", "Der Minister wollte nicht sagen, ob er zurücktritt.", []),
        ("es", "El ministro no dijo que el plan estaba parado.", [("El ministro", "denies")]),
        ("es", "Ana Soto dijo que el plan no está parado.", [("Ana Soto", "asserts")]),
    ],
)
def test_a_denial_is_one_in_every_language(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    found = analyse(text, language=language).attributions
    assert [(one.source_name, one.polarity) for one in found] == expected
