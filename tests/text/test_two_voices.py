"""Two voices in one sentence, whose the rest of it is, and how it was said."""

from __future__ import annotations

import pytest

from factcheck.text import analyse

# A text, and of each attribution the name, the words and the polarity.
SAID: list[tuple[str, list[tuple[str | None, str, str]]]] = [
    # Two voices in one sentence, for and against.
    (
        "Acme says it works, though critics say it leaks.",
        [("Acme", "it works", "asserts"), ("critics", "it leaks", "asserts")],
    ),
    (
        "Ministers say it works, even as unions warn it leaks.",
        [("Ministers", "it works", "asserts"), ("unions", "it leaks", "asserts")],
    ),
    (
        "Acme insists it works but Ann Lee says it leaks.",
        [("Acme", "it works", "asserts"), ("Ann Lee", "it leaks", "asserts")],
    ),
    (
        "Acme said it was sorry, yet its own staff say it leaks.",
        [("Acme", "it was sorry", "asserts"), ("its own staff", "it leaks", "asserts")],
    ),
    (
        "Ann Lee said she rang Acme but the clerk said nothing could be done.",
        [("Ann Lee", "she rang Acme but the clerk said nothing could be done", "asserts")],
    ),
    # `It`, behind the plans of whoever has them, and not of whom it tells.
    (
        "The regulator will open an inquiry, it said in a statement.",
        [("The regulator", "The regulator will open an inquiry", "asserts")],
    ),
    (
        "The company plans to cut jobs, it said.",
        [("The company", "The company plans to cut jobs", "asserts")],
    ),
    (
        "The ministry fined Acme. The company will pay by June, it said.",
        [("it", "The company will pay by June", "asserts")],
    ),
    # Behind an adverbial that opens the sentence.
    ("Outside the court, Ann Lee, 66, a teacher, said it was over.", [("Ann Lee", "it was over", "asserts")]),
    ("In Erie, Pa., Ann Lee, in a green coat, said it was over.", [("Ann Lee", "it was over", "asserts")]),
    (
        "In the first debate, Ann Lee, Bob Hill and Jon Abara said it was over.",
        [("Ann Lee, Bob Hill and Jon Abara", "it was over", "asserts")],
    ),
    # ... with what the second one is told to be.
    (
        "Acme said it works, but Ann Lee, the mayor’s lawyer, said it leaks.",
        [("Acme", "it works", "asserts"), ("Ann Lee", "it leaks", "asserts")],
    ),
    (
        "Acme denied it, while Ann Lee, who represents the mayor, said she had proof.",
        [("Acme", "it", "denies"), ("Ann Lee", "she had proof", "asserts")],
    ),
    (
        "Bob Hill said it had yet to be tested, but Sen. Ann Lee, a Republican, called it sound and urged "
        "the board to wait.",
        [
            ("Bob Hill", "it had yet to be tested", "asserts"),
            ("Ann Lee", "it sound", "asserts"),
            ("Ann Lee", "the board to wait", "asks"),
        ],
    ),
    (
        "Bob Hill warned that it would sail, a move that Ann Lee said was reckless.",
        [("Bob Hill", "that it would sail", "asserts"), ("Ann Lee", "that … was reckless", "asserts")],
    ),
    # What stands behind a voice: more of what it says, or the article's own word.
    (
        "It was closed, Ann Lee said, and the bridge was unsafe.",
        [("Ann Lee", "It was closed … and the bridge was unsafe", "asserts")],
    ),
    (
        "Two men were hurt, officials said in a report that blames speed.",
        [("officials", "Two men were hurt", "asserts"), ("report", "speed", "asserts")],
    ),
    (
        "It may flood, Ann Lee warned, as officials pleaded with people to leave.",
        [("Ann Lee", "It may flood", "asserts"), ("officials", "people to leave", "asks")],
    ),
    # What stands between a voice and its words.
    ("Ann Lee said afterwards: “I won.”", [("Ann Lee", "“I won.”", "asserts")]),
    ("Ann Lee wrote in a note to clients that it was over.", [("Ann Lee", "that it was over", "asserts")]),
    (
        "Ann Lee said on Radio 4’s Today programme that it was over.",
        [("Ann Lee", "that it was over", "asserts")],
    ),
    # Who it is that speaks.
    ("The road was full as ministers said it was over.", [("ministers", "it was over", "asserts")]),
    (
        "Ann Lee, of the Harbour Board, who said that it was over, wept.",
        [("Ann Lee", "that it was over", "asserts")],
    ),
    (
        "Ann Lee filed a lawsuit on Friday accusing Bob Hill of fraud.",
        [("Ann Lee", "Bob Hill of fraud", "asserts")],
    ),
    (
        "Acme fell. But one of its biggest investors signalled that it would sell.",
        [("one of its biggest investors", "that it would sell", "asserts")],
    ),
    (
        "A survey carried out for the board found that it leaks.",
        [("A survey carried out for the board", "that it leaks", "asserts")],
    ),
    ("The letter states that it will stay.", [("The letter", "that it will stay", "asserts")]),
    ("The two states that voted left.", []),
    ("St Mary’s Hospital said it was over.", [("St Mary’s Hospital", "it was over", "asserts")]),
    (
        "The Intergovernmental Panel on Climate Change said it was over.",
        [("Intergovernmental Panel on Climate Change", "it was over", "asserts")],
    ),
    (
        "The Committee on Civil Liberties, Justice and Home Affairs said it was over.",
        [("Committee on Civil Liberties, Justice and Home Affairs", "it was over", "asserts")],
    ),
    ("Firm “misled buyers”, court told", [(None, "Firm “misled buyers”", "asserts")]),
    (
        "Board ignored warnings, whistleblower tells senators",
        [("whistleblower", "Board ignored warnings", "asserts")],
    ),
    # Nothing is said.
    ("Acme did not respond to a request for further comment.", []),
    ("A storm knocks power lines.", []),
    ("Bob, who asked not to be named because he feared for his job, left.", []),
    ("Ann Lee, asked if she understood it, said she did.", [("Ann Lee", "she did", "asserts")]),
]

# A text, and who says its last words.
MEANT = [
    ("Ann Lee and Bob Hill said it fell. “It is sad,” they added.", "Ann Lee and Bob Hill"),
    ("PC Bob Hill said it fell. Asked by Jon Abara, the officer said it was sad.", "Bob Hill"),
    ("PC Hill said it fell. “Are you sure?” asked Mr Abara. “No, sir,” he replied.", "Hill"),
    ("Tom Abara said it fell. One guard, 22-year-old Bob Hill, wept. “It is sad,” he said.", "Bob Hill"),
    ("Hull Police confirmed that it fell. It is sad, the force said.", "Hull Police"),
    ("Ann Lee said in a statement that it fell. “It is sad,” the statement said.", "Ann Lee"),
    ("The Harbour Board said it fell. Its website says: “It is sad.”", "Harbour Board"),
]


@pytest.mark.parametrize(("text", "expected"), SAID, ids=[text for text, _ in SAID])
def test_each_voice_has_its_own_words(text: str, expected: list[tuple[str | None, str, str]]) -> None:
    found = analyse(text, language="en").attributions
    assert [
        (one.source_name, " … ".join(text[start:end] for start, end in one.content), one.polarity)
        for one in found
    ] == expected


@pytest.mark.parametrize(("text", "name"), MEANT)
def test_who_is_meant_is_who_was_named(text: str, name: str) -> None:
    assert analyse(text, language="en").attributions[-1].source_name == name


@pytest.mark.parametrize(
    ("told", "outlet", "medium"),
    [
        (
            "In an interview with the Sunday Ledger in May, Ann Lee said that it was over.",
            "Sunday Ledger",
            "interview",
        ),
        ("Ann Lee told the Allied Wire news agency that it was over.", "Allied Wire", None),
        ("Ann Lee told analysts on a conference call that it was over.", None, "call"),
        ("Ann Lee, who was not involved in the study, told the BBC it was over.", "BBC", None),
        (
            "Ann Lee told the Herald it fell. In a television ad, Ann Lee says it was over.",
            None,
            "advertisement",
        ),
        ("Ann Lee wrote on Truth Forum: “It is over.”", "Truth Forum", "post"),
        ("Ann Lee told WGLF-TV it was over.", "WGLF-TV", None),
        ("Documents obtained by Reuters show it was over.", "Reuters", None),
        ("Ann Lee said in a post on X: “It fell.”\n\nAnn Lee said it was over.", None, None),
    ],
)
def test_how_it_was_said(told: str, outlet: str | None, medium: str | None) -> None:
    last = analyse(told, language="en").attributions[-1]
    assert (last.outlet, last.medium) == (outlet, medium)
