"""Where sentences end."""

from __future__ import annotations

import pytest

from factcheck.text.sentences import split


def cut(marked: str, *, language: str = "en") -> None:
    """Check that a text is split exactly at the bars of `marked`."""
    expected = marked.split("|")
    text = marked.replace("|", " ")
    assert [text[start:end] for start, end in split(text, 0, len(text), language=language)] == expected


@pytest.mark.parametrize(
    "marked",
    [
        "The vote was close.|The mayor won.",
        "U.S. President Ana Duarte signed it.|It is law in the U.S.|The ban holds.",
        "He works for the U.S. Treasury in Erie, Pa.|He moved there from St. Paul.",
        "Dr. J. K. Roe met Mrs. Doe at 5 p.m. Tuesday.|They left at 6 p.m.|No one followed.",
        "At 7 a.m. Mr. Doe rang.|Nobody came.",
        "It was No. 5 on the list.|The answer was no.|They went on.",
        "It fell 3.5 percent, to $1.25.|Prices at Roe Inc. rose.|They sell for €3.50.",
        "Shares of Roe Corp. rose.|Doe Inc. Chief Executive Ana Roe left.",
        "See https://example.org/a.b?c=d.|The page is gone.",
        "Write to press@example.org.|Ask for @roe_desk.|Use #bridge.",
        "He works at Yahoo! in Leeds.|Wow!|Really?|Yes.",
        "“We won.|We will win again,” she said.|“They lost.”",
        '"We won.|We will win again," she said.|"They lost."',
        "‘We won.|We will win again,’ she said.|‘They lost.’",
        "“Why now?” Roe asked.|“Because,” Doe said.",
        "“Is it legal?” Mr. Fenn pressed.|Nobody spoke.|“Why?”|He pressed on.",
        "Polls close at 5 p.m. E.S.T.|The count begins.|It ends at 9 a.m. E.D.T. Tuesday.|All wait.",
        "At 5 p.m. G.M.T. Mr. Doe rang.|They met at 6 p.m.|J. K. Roe left.",
        "They took . . . all of it.|What was left . . . was dust.|“It is less. . . .”|It ended.",
        "She called it “a farce. A bad one” and left.|He stayed.",
        'He told the paper, "Wait until it is over. I hope he stays".|They printed it.',
        "They waited ... and waited.|Then it came...|It was late.",
        "“They lost ... In the end they paid,” he said.",
        "It rose (see Fig. 3 and p. 5).|It fell (by a tenth.)|It rose.",
        "It earned $1.10 vs. $1.05 a year ago.|It made approx. €3 million.|It costs less.|$3 is enough.",
        "It was Sept. 11.|It was in Sept.|The day was hot.",
        "Bring pens, paper, etc.|Doors open at noon.",
        "The bridge is closed.[1]|It reopens in May.[2][3]",
        "I like my phone.|iPhone users do.|eBay sells them.",
        "We lost the match.|we will win the next.",
        "All is well. :)|Come again.",
        "“It is done.” — Jane Roe",
        "Are you there?!|No...|What?",
        "“We were there…” Roe said.|“Too late?”|He laughed.",
        "Roe (D-Calif.) spoke.|Doe, of Reno, Nev., left.|Gov. Ana Roe and Sens. Doe and Lee stayed.",
        "It is in the U.N. Charter.|It is for the U.N.|They agreed.|George H.W. Roe left.",
        "The score was 3-2 vs. Leeds.|At noon Jan. 5 it ended.|It is 5 ft. 3 in. tall.",
        "The case Roe v. Doe began.|It is et al. v. The Crown.",
        "Was it “too soon”?|Perhaps.|“Go!”|They went.",
        "She said that “it is late. We must go” to all.|They left.",
        "Sales (in 2019) rose.|(Reporting by Jane Roe.)",
        "She left for good. (2015).|He stayed.",
        "The bridge [...] is old [...]|However, it holds.|It was (?) built by [...] Ana Roe.",
        "Malcolm X. Roe spoke.|You and I.|Did she?",
        "It has 3 rooms.|5 people live there.|$5 buys it.",
        "Approx. 5 people vs. 6 came, i.e. few.|Most left.",
        "1. Open the door.|2. Close the door.",
        "a) one thing|b) another thing",
        "• one thing|• another thing",
        "In D.C.|Image: A. Roe.",
    ],
)
def test_a_sentence_ends_where_a_reader_would_say_it_does(marked: str) -> None:
    cut(marked)


@pytest.mark.parametrize(
    ("marked", "language"),
    [
        ("O prof. Silva disse que o muro caiu.|Ele saiu.", "pt"),
        ("Ul. Długa jest zamknięta.|Muzeum stoi przy al. Lipowej.", "pl"),
    ],
)
def test_an_abbreviation_is_that_of_its_language(marked: str, language: str) -> None:
    cut(marked, language=language)


@pytest.mark.parametrize("blank", [" ", "\u00a0", "\u2009", "\u202f"])
def test_a_french_closing_mark_stays_with_its_sentence(blank: str) -> None:
    marked = "« Le pont est fermé. »|Le maire rit.|« Oui ! »|Elle dit : « Non. »"
    cut(marked.replace("« ", f"«{blank}").replace(" »", f"{blank}»"), language="fr")
    cut("Er schwieg.|»Was ist das?«|»Nichts.«", language="de")


def test_a_line_break_is_white_space_and_a_blank_line_ends_a_sentence() -> None:
    text = "The vote was\nclose. It was\n\nThe mayor won"
    assert [text[s:e] for s, e in split(text, 0, len(text))] == [
        "The vote was\nclose.",
        "It was",
        "The mayor won",
    ]


def test_a_span_within_a_text_is_split_without_a_look_outside() -> None:
    text = "No. One. Two. Three."
    assert split(text, 4, 13) == [(4, 8), (9, 13)]
