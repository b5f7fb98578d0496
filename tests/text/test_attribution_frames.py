"""Frames beyond the plain ones: whose a shared verb is, where content ends, what reports nothing."""

from __future__ import annotations

import pytest

from factcheck.text import analyse


def read(text: str) -> list[tuple[str, str]]:
    """The source and the content of each attribution, as they stand in the text."""
    analysis = analyse(text, language="en")
    plain = analysis.text
    return [
        (
            " | ".join(plain[s:e] for s, e in a.source),
            " | ".join(plain[s:e] for s, e in a.content),
        )
        for a in analysis.attributions
    ]


ASIDES = [
    ("But as Duarte noted, the wall will fall.", "Duarte", "the wall will fall"),
    ("And, as Duarte noted, the wall will fall.", "Duarte", "the wall will fall"),
    ("It is late given that, as Duarte noted on Friday, the wall leaks.", "Duarte", "the wall leaks"),
    ("As Ana Duarte noted, the wall will fall.", "Ana Duarte", "the wall will fall"),
    ("The wall is “quite unsafe,” as Ana Duarte said.", "Ana Duarte", "The wall is “quite unsafe,”"),
    ("The court rejected a request for a delay.", "The court", "a request for a delay"),
    ("The court ordered that the wall be torn down.", "The court", "that the wall be torn down"),
    ("The wall, as Duarte later put it, is “a sieve.”", "Duarte", "The wall | is “a sieve.”"),
    ("The wall will fall, said Ana Duarte.", "Ana Duarte", "The wall will fall"),
    ("The wall, said Ana Duarte, is “a sieve.”", "Ana Duarte", "The wall | is “a sieve.”"),
    ("The wall, said Duarte, a mason, will fall.", "Duarte, a mason", "The wall | will fall"),
    ("In Duarte’s view, the wall will fall.", "Duarte’s", "the wall will fall"),
    ("The wall will fall, in her view.", "her", "The wall will fall"),
    ("The dam is, in Duarte’s words, “a sieve.”", "Duarte’s", "“a sieve.”"),
    ("Duarte leads by five points in the latest poll.", "the latest poll", "Duarte leads by five points"),
    ("The dam is reportedly leaking.", "", "The dam is | leaking"),
    ("He reportedly said the dam was safe.", "He", "the dam was safe"),
    ("She was quoted as saying the dam was “a toy.”", "She", "the dam was “a toy.”"),
    ("Duarte was quoted by Radio Nine as saying it leaks.", "Duarte", "it leaks"),
    ("The paper quoted Ana Duarte as saying that it leaks.", "Ana Duarte", "that it leaks"),
    ("Per Ana Duarte, the dam leaks.", "Ana Duarte", "the dam leaks"),
    ("The dam leaks, per the council.", "the council", "The dam leaks"),
    ("The guidelines state “Keep off the grass.”", "The guidelines", "“Keep off the grass.”"),
    ("In May, according to the council, the dam fell.", "the council", "In May | the dam fell"),
    ("It is late, Ana Duarte told the council as she left.", "Ana Duarte", "It is late"),
    ("The dam, according to the council, “is safe.”", "the council", "The dam | “is safe.”"),
]  # fmt: skip

SUBJECTS = [
    ("The mayor quit on Friday after auditors found that the dam leaks.", "auditors", "that the dam leaks"),
    ("It leaks, according to Treasury estimates seen by the Post.", "Treasury estimates seen by the Post",
     "It leaks"),
    ("They withheld some facts that local officials said would frighten people.", "local officials",
     "that | would frighten people"),
    ("It is a town that its mayor, Carl Ebert, called “our last hope.”", "its mayor, Carl Ebert",
     "“our last hope.”"),
    ("Will wrote that it was late.", "Will", "that it was late"),
    ("Five cities — and two villages — said that the tax was unfair.", "Five cities — and two villages",
     "that the tax was unfair"),
    ("Duarte and Ebert have both urged the council to act.", "Duarte and Ebert", "the council to act"),
    ("She says the rest may go, but insists that he stays.", "She", "that he stays"),
    ("Duarte seldom speaks of the dam.", "Duarte", "the dam"),
    ("Duarte was on Radio Nine talking about the dam.", "Duarte", "the dam"),
    ("Asked by a reporter whether it would hold, Duarte left.", "a reporter", "whether it would hold"),
    ("Ebert was asked by Ana Duarte whether the dam would hold.", "Ana Duarte", "whether the dam would hold"),
    ("It was to be “a brief tale,” said Ana Duarte.", "Ana Duarte", "It was to be “a brief tale,”"),
]  # fmt: skip

APPOSITIONS = [
    ("Mayor Abara, who took office in May, after years in the council, vowed to close the mine.",
     "Mayor Abara, who took office in May, after years in the council", "to close the mine"),
    ("Ana Duarte, head of the board for harbours, dams, and bridges, said the wall would hold.",
     "Ana Duarte, head of the board for harbours, dams, and bridges", "the wall would hold"),
    ("“It will hold,” Ana Duarte, head of the board for dams, locks, and bridges, said on Monday.",
     "Ana Duarte, head of the board for dams, locks, and bridges", "“It will hold,”"),
    ("The mayor of Porto, Ana Duarte, who has been in office since May, and who is up for election, vowed to"
     " close the mine.",
     "The mayor of Porto, Ana Duarte, who has been in office since May, and who is up for election",
     "to close the mine"),
    ("Ana Duarte, 54, of Porto, who saw the flood, said it was loud.",
     "Ana Duarte, 54, of Porto, who saw the flood", "it was loud"),
    ("Abara, who in May took office, who led the board before, said “the wall will hold.”",
     "Abara, who in May took office, who led the board before", "“the wall will hold.”"),
    ("She met the guild, who, on a visit to Porto, criticized Ebert for “wasting time.”",
     "who", "Ebert for “wasting time.”"),
    ("Rep. Otis Fenn, D-N.M., a member of the House, asked whether it would hold.",
     "Rep. Otis Fenn, D-N.M., a member of the House", "whether it would hold"),
    ("A legal opinion drafted for the board in May 2012, and obtained by the Post, concluded that it leaks.",
     "A legal opinion drafted for the board in May 2012, and obtained by the Post", "that it leaks"),
    ("He, in turn, said the wall would hold.", "He", "the wall would hold"),
]  # fmt: skip

ENDS = [
    ("The mayor is expected to endorse the plan.", "", "The mayor | to endorse the plan"),
    ("The mayor announced a feast in a hall that was small.", "The mayor", "a feast"),
    ("Voters supporting Ebert have found a new hall.", "Voters", "Ebert"),
    ("Ebert said it was safe, and others have said it leaks.", "others", "it leaks"),
    ("“It will hold,” Duarte said, citing low water.", "Duarte", "“It will hold,”"),
    ("She wrote that the plan was “futile,” because it came late.", "She",
     "that the plan was “futile,” because it came late"),
    ("Duarte made it clear that the wall would fall.", "Duarte", "that the wall would fall"),
]  # fmt: skip

MIXED = [
    ("Duarte issued a statement saying the wall has “no place” and said the guild will have a “bad day.”",
     "Duarte", "the guild will have a “bad day.”"),
    ("She said the wall is “a toy” before leaving the hall.", "She", "the wall is “a toy”"),
    ("Duarte said the wall is old while adding that it is “no toy.”", "Duarte", "that it is “no toy.”"),
    ("Ebert said the men built the wall, which Duarte called “a toy.”", "Ebert", "the men built the wall"),
    ("Ebert said the men built the wall, which Duarte called “a toy.”", "Duarte", "“a toy.”"),
    ("Duarte told a hall in Porto, Maine, on Monday that the wall is “a toy.”", "Duarte",
     "that the wall is “a toy.”"),
    ("She smiled as he called on masons not to “give in.”", "he", "masons not to “give in.”"),
    ("Duarte called Ebert “The Mason of the Free World.”", "Duarte", "Ebert “The Mason"),
    ("She scolded the mayor, chiding him, “What does it matter?”", "She", "him, “What does it matter?”"),
    ("Duarte called him, among other things, “a failed mason.”", "Duarte",
     "him, among other things, “a failed mason.”"),
    ("“It will hold,” the Danes state in the paper.", "the Danes", "“It will hold,”"),
    ("He added, that there is a “fair” chance.", "He", "that there is a “fair” chance"),
    ("The mayor’s answer was that “the wall is old.”", "The mayor’s", "that “the wall is old.”"),
    ("And in explaining why it fell, Duarte spoke of salt.", "Duarte", "why it fell"),
    ("And in explaining why it fell, Duarte spoke of salt.", "Duarte", "salt"),
    ("It is far worse than Porto “no matter what,” one mason commented.", "one mason",
     "It is far worse than Porto “no matter what,”"),
    ("Don’t say words like “maybe” or “soon”, she told reporters.", "she", "Don’t say words like “maybe”"),
    ("“It’s bad luck,” he said, that both walls fell.", "he", "“It’s bad luck,” | that both walls fell"),
    ("But, said Ana Duarte, “it is an old wall.”", "Ana Duarte", "“it is an old wall.”"),
    ("He all but accused Carl Ebert of trying to “break” the wall.", "He", "Carl Ebert of trying to “break”"),
    ("Duarte defended the wall by saying that it was “new.”", "Duarte", "that it was “new.”"),
    ("Duarte coaxed the masons to “take a seat.”", "Duarte", "the masons to “take a seat.”"),
    ("The council waved off the delay as “a trifle.”", "The council", "the delay as “a trifle.”"),
]  # fmt: skip

NOUNS = [
    ("He expressed concern that the dam would break.", "He", "that the dam would break"),
    ("The council faced accusations of fraud.", "", "fraud"),
    ("Their fear is that the dam will break.", "Their", "that the dam will break"),
    ("Duarte’s most surprising claim was that it held.", "Duarte’s", "that it held"),
    ("Supporters waved signs in hopes of seeing the wall.", "Supporters", "seeing the wall"),
    ("Ana Duarte built it in the hope that it would hold.", "Ana Duarte", "that it would hold"),
    ("It rests on the hope of many villagers that it will hold.", "many villagers", "that it will hold"),
]


@pytest.mark.parametrize(
    ("text", "source", "content"), [*ASIDES, *SUBJECTS, *APPOSITIONS, *ENDS, *MIXED, *NOUNS]
)
def test_a_frame_gives_its_source_and_content(text: str, source: str, content: str) -> None:
    found = read(text)
    assert any(who.rstrip(" ,") == source and said.startswith(content) for who, said in found), found


def test_an_object_ends_before_a_new_subject_or_a_means() -> None:
    assert read("She laughed, calling him a “nice man” and he left.") == [("She", "him a “nice man”")]
    assert ("Duarte", "the wall") in read("Duarte defended the wall by saying that it was “new.”")


def test_content_ends_before_a_second_relative() -> None:
    text = "He sold the wall, which Duarte called “a toy” and which fell on Monday."
    assert read(text) == [("Duarte", "“a toy”")]


def test_content_ends_before_what_the_speaker_did_besides() -> None:
    for end in ("before leaving the hall", "while adding that it is old"):
        assert ("She", "the wall is “a toy”") in read(f"She said the wall is “a toy” {end}.")
    assert read("She said Ebert will eat before leaving.") == [("She", "Ebert will eat before leaving")]


@pytest.mark.parametrize(
    "text",
    [
        "The firm maintained a lead over its rivals.",
        "Police found a body near the river.",
        "A notice issued by the firm hung in the hall.",
        "Who says so?",
        "Neither Duarte nor her lawyer responded to a request for comment.",
        "Ana Duarte wrote “The Dam” in 1990.",
        "He reads “Going North” to his son.",
        "He earns 5 euros per hour.",
        "As the evening went on, the water rose.",
        "Duarte called her boat “Queen of the Sea.”",
        "Duarte, who went on to work in Porto, built the wall.",
        "Duarte did not say when the wall would be built.",
        "The ministry has not said whether the dam will reopen.",
        "Duarte wouldn’t say how much it cost.",
        "Duarte did not immediately tell reporters when it would open.",
        "Neither Duarte nor Abara said whether the wall would hold.",
        "Duarte refused to say who paid for the wall.",
        "Duarte refused to say.",
        "Duarte declined to say on Monday whether it would hold.",
        "The two refused to tell the council where the wall would stand.",
    ],
)
def test_what_reports_no_words_is_nobodys(text: str) -> None:
    assert read(text) == []


ESTIMATES = [
    ("The ministry put the number of dead at 40.", "The ministry", "the number of dead at 40"),
    ("Analysts put the cost at $3 billion.", "Analysts", "the cost at $3 billion"),
    ("The wall costs $4bn, by the ministry’s own estimate.", "the ministry’s", "The wall costs $4bn"),
    ("By the ministry’s count, 40 people died.", "the ministry’s", "40 people died"),
    ("“A sieve” is how Ana Duarte described the wall.", "Ana Duarte", "“A sieve”"),
    ("“It is a sieve,” was how one mason put it.", "one mason", "“It is a sieve,”"),
    ("It is not clear, masons said, who will pay.", "masons", "It is not clear | who will pay"),
    ("The auditor concluded the council overpaid.", "The auditor", "the council overpaid"),
    ("The mason cautioned residents that the wall leaks.", "The mason", "that the wall leaks"),
    ("The union advised members that the wall leaks.", "The union", "that the wall leaks"),
    ("The mediator urged the sides to talk.", "The mediator", "the sides to talk"),
    ("Hill has always maintained his innocence.", "Hill", "his innocence"),
    ("A study by Harlow put it at £160m.", "A study by Harlow", "it at £160m"),
    ("The bank expects a drop of 8 per cent next year.", "The bank", "a drop of 8 per cent next year"),
    ("Masons urged caution.", "Masons", "caution"),
    ("The judges held that the claim failed.", "The judges", "that the claim failed"),
    ("The wall will fall, the authors calculate.", "the authors", "The wall will fall"),
    ("Acme lost money, a filing shows.", "a filing", "Acme lost money"),
    ("Hill promised voters he would go.", "Hill", "he would go"),
    ("Hill agreed with the mayor that the wall leaks.", "Hill", "that the wall leaks"),
    ("Hill has denied this repeatedly.", "Hill", "this"),
    ("Could it not wait, Hill asked, for a day?", "Hill", "Could it not wait | for a day"),
    ("That figure was questioned by the union.", "the union", "That figure"),
    ("Almost half of voters support a wall.", "Almost half of voters", "a wall"),
    ("According to one mason, however, the wall leaks.", "one mason", "the wall leaks"),
    # A clause about the subject ends before the subject's own verb.
    ("A woman who saw him said he limped.", "A woman who saw him", "he limped"),
    ("A man who knew her said she was kind.", "A man who knew her", "she was kind"),
    ("Residents who use it say it leaks.", "Residents who use it", "it leaks"),
    ("Half of those questioned said it leaks.", "Half of those questioned", "it leaks"),
]


@pytest.mark.parametrize(("text", "source", "content"), ESTIMATES, ids=[text for text, _, _ in ESTIMATES])
def test_estimates_and_manners_of_saying_are_read(text: str, source: str, content: str) -> None:
    assert read(text) == [(source, content)]


@pytest.mark.parametrize(
    "text",
    [
        "Duarte put the cup at the edge.",
        "Hill maintained a lead in the polls.",
        "The senators voted against the bill on Tuesday.",
        "The company will report results on Thursday.",
        "By most accounts, Duarte was asleep.",
        "“Hub” is what you call a desk.",
        "One mason did not want to be named.",
        "The play was written by Ana Duarte.",
        "Norland recalled its ambassador on Monday.",
        "Acme recalled 4,000 cars on Monday.",
        "Hundreds marched on Sunday to protest the plan.",
        "Two officials were not authorized to discuss the plan.",
        "Hill has said nothing in public.",
        "Hill offered no details.",
        "Had Duarte expected Hill to go?",
        "Not everyone agrees with the plan.",
        "Minister accused of sleeping at the wheel.",
    ],
)
def test_a_deed_is_no_word(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    "text", ["On TikTok, Duarte wrote that it leaks.", "Duarte said in a TikTok post: “It leaks.”"]
)
def test_a_platform_may_open_the_sentence_or_stand_in_the_post(text: str) -> None:
    (found,) = analyse(text, language="en").attributions
    assert (found.source_name, found.outlet, found.medium) == ("Duarte", "TikTok", "post")
