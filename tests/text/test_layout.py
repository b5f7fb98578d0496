"""Headline, byline, date line, dateline, paragraphs, speakers."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.text import analyse
from factcheck.text.layout import Layout, read_layout

BODY = "The council voted on Tuesday to close the bridge. It will be rebuilt next year."


def parts(text: str, layout: Layout) -> list[str]:
    """Return the paragraphs' words."""
    return [text[start:end] for start, end in layout.paragraphs]


def words(text: str, span: tuple[int, int] | None) -> str | None:
    """Return the words at a span, or None."""
    return None if span is None else text[span[0] : span[1]]


def test_a_plain_article_is_parted_into_headline_byline_date_and_dateline() -> None:
    head = "River bridge to close for a year\n\nBy Jane Roe\n\nMARCH 3, 2025\n\n"
    text = f"{head}LONDON (Reuters) - {BODY}\n\nMore here.\n"
    layout = read_layout(text)
    assert words(text, layout.headline) == "River bridge to close for a year"
    assert words(text, layout.byline) == "By Jane Roe"
    assert layout.date is not None
    assert layout.date.value == "2025-03-03"
    assert words(text, layout.dateline) == "LONDON (Reuters)"
    assert parts(text, layout) == [BODY, "More here."]


@pytest.mark.parametrize(
    ("dateline", "mark"),
    [
        ("LONDON, March 3 (Reuters)", " — "),
        ("WASHINGTON (AP)", " — "),
        ("Erie, Pa.", " – "),
        ("Erie, Pa.", "-– "),
        ("PARIS", " – "),
        ("BERLIN (dpa)", " - "),
        ("(CNN)", " — "),
        ("(CNN)", ""),
        ("HULL", " | "),
        ("HULL", " • "),
        ("NEW DELHI, Nov 3 (PTI)", " "),
        ("HULL, England, Nov. 3, 2026 /PRNewswire/", " -- "),
        ("New York, 3 March 2025 (ANI)", ": "),
        ("KYIV, Ukraine (AP)", " — "),
        ("LONDON/PARIS, March 3 (Reuters)", " - "),
        ("NEW DELHI", ": "),
        ("ST. LOUIS", " - "),
        ("Lyon, France", " — "),
        ("SÃO PAULO, 3 de março (Lusa)", " – "),
        ("MADRID, 3 mar (EFE)", ".- "),
        ("La Paz, 3 de marzo de 2024 (EFE)", ".– "),
        ("Bad Grünau (dpa/lby)", " - "),
        ("Lyon, le 3 mars (AFP)", " – "),
    ],
)
def test_a_dateline_of_each_agency_style_belongs_to_no_paragraph(dateline: str, mark: str) -> None:
    text = f"River bridge to close\n{dateline}{mark}{BODY}\n"
    layout = read_layout(text)
    assert words(text, layout.dateline) == dateline
    assert parts(text, layout) == [BODY]


@pytest.mark.parametrize("place", ["Grünau", "Bad Grünau", "Grünau/Elbe"])
def test_a_german_dateline_may_be_a_place_alone(place: str) -> None:
    text = f"Brücke gesperrt\n{place} – Die Brücke über die Elbe ist seit gestern gesperrt.\n"
    layout = read_layout(text, language="de")
    assert words(text, layout.dateline) == place
    assert parts(text, layout) == ["Die Brücke über die Elbe ist seit gestern gesperrt."]


@pytest.mark.parametrize(
    "opening",
    [
        "Grünau – die Stadt an der Elbe – hat eine neue Brücke bekommen.",
        "Grünau – Brücken, Türme und viel Wasser hat die Stadt zu bieten.",
        "Er wusste es – Die Brücke war zu, und zwar seit gestern Abend.",
    ],
)
def test_a_german_dash_without_a_new_sentence_behind_it_makes_no_dateline(opening: str) -> None:
    text = f"Brücke gesperrt\n{opening}\n"
    assert read_layout(text, language="de").dateline is None


@pytest.mark.parametrize(
    "opening",
    [
        "NASA - the American space agency - launched a rocket.",
        "Apple, Google - two giants of the trade - agreed.",
        "COVID-19 cases rose by a tenth.",
        "Parents (and others) - all of them - agreed.",
        "The mayor: a man of few words.",
        "Last week, the council met – again.",
        "A well-known man spoke.",
    ],
)
def test_a_dash_or_colon_in_a_sentence_makes_no_dateline(opening: str) -> None:
    text = f"River bridge to close\n{opening}\n"
    assert read_layout(text).dateline is None
    assert parts(text, read_layout(text)) == [opening]


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("January 24, 2025/Midnight", "2025-01-24"),
        ("MARCH 3, 2025", "2025-03-03"),
        ("Monday, 3 March 2025", "2025-03-03"),
        ("Published: March 3rd, 2025 at 10:30 a.m. EST", "2025-03-03"),
        ("Updated 3 Mar. 2025 10:30 GMT", "2025-03-03"),
        ("2025-03-03", "2025-03-03"),
        ("3. März 2025", "2025-03-03"),
        ("Montag, den 3. März 2025, 10:30 Uhr", "2025-03-03"),
        ("Publié le 3 mars 2025 à 10:30", "2025-03-03"),
        ("3 de marzo de 2025", "2025-03-03"),
        ("3 marca 2025", "2025-03-03"),
        ("03.03.2025", "2025-03-03"),
        ("13/3/2025", "2025-03-13"),
        ("2025年3月3日", "2025-03-03"),
        ("April 3", "2024-04-03"),
    ],
)
def test_a_line_of_a_date_and_nothing_else_is_the_date_line(line: str, value: str) -> None:
    text = f"River bridge to close\n{line}\n{BODY}\n"
    layout = read_layout(text, published=date(2024, 5, 1))
    assert layout.date is not None
    assert layout.date.value == value
    assert words(text, layout.date.span) == line
    assert parts(text, layout) == [BODY]


@pytest.mark.parametrize(
    "line",
    ["On March 3, 2025 the council met", "3/4/2025 or later the bridge opens", "31 June 2025", "Room 2025"],
)
def test_a_line_that_says_more_than_a_date_is_no_date_line(line: str) -> None:
    assert read_layout(f"River bridge to close\n{line}\n{BODY}").date is None


@pytest.mark.parametrize(
    "line",
    [
        "By Jane Roe",
        "By Jane Roe and John Doe, Political Editor",
        "BY JANE ROE",
        "By Jane van der Roe | The Daily Example",
        "Jane Roe in London",
        "Von Jana Rö",
        "Par Jeanne Roé, Correspondante à Lyon",
        "Por Juana Ro y Pedro Doe",
        "Written by Jane Roe",
    ],
)
def test_who_wrote_it_is_a_byline_and_no_paragraph(line: str) -> None:
    text = f"River bridge to close\n{line}\n{BODY}\n"
    layout = read_layout(text)
    assert words(text, layout.byline) == line
    assert parts(text, layout) == [BODY]


@pytest.mark.parametrize(
    "line",
    [
        "By Monday the bridge had reopened to all traffic.",
        "By All Means they went on with it.",
        "By the river",
    ],
)
def test_a_sentence_that_begins_with_by_is_no_byline(line: str) -> None:
    text = f"River bridge to close\n{line}\n{BODY}\n"
    assert read_layout(text).byline is None


def test_a_text_that_is_only_a_headline_has_no_paragraphs() -> None:
    for text in ("River bridge to close", "Mayor Vows to Rebuild the Old River Bridge Within a Year"):
        layout = read_layout(text)
        assert words(text, layout.headline) == text
        assert layout.paragraphs == ()


@pytest.mark.parametrize(
    "text",
    [
        "The river bridge is closed.",
        "the number of people who were out of work in March has fallen to a record low of three percent",
        "Is the bridge closed?",
        "3.5",
        BODY,
    ],
)
def test_a_text_of_one_line_that_reads_as_a_sentence_is_a_paragraph(text: str) -> None:
    assert parts(text, read_layout(text)) == [text]


def test_lines_cut_at_a_width_are_one_paragraph_a_block() -> None:
    text = (
        "River bridge to close\n\n"
        "The council of the old town voted on Tuesday evening to close the\n"
        "bridge over the river, which is the only one for forty miles. It\n"
        "will be rebuilt next year.\n\n"
        "A ferry will carry people and bicycles in the meantime, as it did\n"
        "before the war, the council's clerk said after the vote.\n"
    )
    assert len(read_layout(text).paragraphs) == 2


def test_a_list_in_cut_lines_keeps_its_items_apart() -> None:
    text = (
        "The council of the old town voted on Tuesday evening to close the\n"
        "bridge over the river, which is the only one for many a mile, for\n"
        "- cars, lorries and all other vehicles with an engine of any kind,\n"
        "- bicycles.\n"
    )
    assert len(read_layout(text).paragraphs) == 3


def test_a_date_with_its_weekday_at_the_end_of_a_headline_is_the_date() -> None:
    text = f"River bridge to close Tuesday, March 4, 2025\n{BODY}\n"
    layout = read_layout(text)
    assert words(text, layout.headline) == "River bridge to close"
    assert layout.date is not None
    assert layout.date.value == "2025-03-04"


def test_lines_that_end_where_sentences_end_are_paragraphs_of_their_own() -> None:
    text = f"River bridge to close\n{BODY}\n{BODY}\nA sub-heading\n{BODY}\n"
    assert parts(text, read_layout(text)) == [BODY, BODY, "A sub-heading", BODY]


def test_the_labels_of_a_transcript_are_speakers_and_in_no_paragraph() -> None:
    text = "What the candidates said\n\nSMITH: We will rebuild it.\nDOE (host): When?\nSMITH: Next year.\n"
    layout = read_layout(text)
    assert parts(text, layout) == ["We will rebuild it.", "When?", "Next year."]
    assert [(index, text[start:end]) for index, (start, end) in layout.speakers] == [
        (0, "SMITH:"),
        (1, "DOE (host):"),
        (2, "SMITH:"),
    ]


def test_names_in_small_letters_are_speakers_when_they_take_turns() -> None:
    text = "Jane Roe: When?\nMayor Doe: Next year.\nJane Roe: Are you sure?\nMayor Doe: Yes.\n"
    layout = read_layout(text)
    assert parts(text, layout) == ["When?", "Next year.", "Are you sure?", "Yes."]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Q. Did it fall?\n\nA. It fell.\n\nQ. When?\n", ["Q.", "A.", "Q."]),
        ("[10:32] ANN LEE: It fell.\n[10:33] TOM HILL: It did not.\n", ["ANN LEE:", "TOM HILL:"]),
        ("10:32 Lee: It fell.\n10:33 Hill: No.\n10:34 Lee: Yes.\n10:35 Hill: No.\n", ["Lee:", "Hill:"] * 2),
    ],
)
def test_a_hearing_and_a_timed_transcript_have_speakers(text: str, labels: list[str]) -> None:
    layout = read_layout(text)
    assert [text[start:end] for _, (start, end) in layout.speakers] == labels
    assert not any(label in part for part in parts(text, layout) for label in labels)


def test_a_list_of_letters_has_no_speakers() -> None:
    assert read_layout("A. Apples fell.\nB. Pears rose.\nA. Plums stood.\n").speakers == ()


def test_the_headline_of_a_press_release_stands_below_its_notice() -> None:
    text = "FOR IMMEDIATE RELEASE\n\nAcme opens a plant in Hull\n\nAcme opened a plant in Hull on Monday.\n"
    layout = read_layout(text)
    assert words(text, layout.headline) == "Acme opens a plant in Hull"
    assert parts(text, layout) == ["FOR IMMEDIATE RELEASE", "Acme opened a plant in Hull on Monday."]


def test_a_call_in_capitals_is_no_speaker() -> None:
    text = f"River bridge to close\n{BODY}\nUPDATE: The vote was repeated.\n"
    assert read_layout(text).speakers == ()


@pytest.mark.parametrize("text", ["", "\n", "  \n\n \t\n", "\u2028"])
def test_a_text_of_white_space_has_no_parts(text: str) -> None:
    assert read_layout(text) == Layout(None, None, None, None, (), ())


@pytest.mark.parametrize(
    "byline",
    [
        "Jane Roe", "Jane Roe and John Doe", "JANE ROE and JOHN DOE | Valley Sentinel", "Foreign staff",
        "Court reporter: Jane Roe", "Jane Roe, science correspondent", "By Jane Roe, athletics correspondent",
        "Compiled by the Harbour Ledger", "Jane Roe at the Harbour Festival",
    ],
)  # fmt: skip
def test_a_line_of_names_and_roles_below_the_headline_is_a_byline(byline: str) -> None:
    text = f"Ferry Stops Running\n\n{byline}\n\nThe ferry made its last trip on Sunday."
    layout = read_layout(text)
    assert layout.byline is not None
    assert text[slice(*layout.byline)] == byline
    assert len(layout.paragraphs) == 1


@pytest.mark.parametrize("line", ["Reporter held in Oslo", "Island loses its only ship", "What comes next"])
def test_a_deck_below_the_headline_is_no_byline(line: str) -> None:
    layout = read_layout(f"Ferry Stops Running\n\n{line}\n\nThe ferry made its last trip on Sunday.")
    assert layout.byline is None


@pytest.mark.parametrize("rule", ["___", "* * *", "-----", "~~~"])
def test_a_line_that_only_parts_is_no_sentence(rule: str) -> None:
    text = f"The wall fell.\n\n{rule}\n\nIt was old."
    assert [text[one.start : one.end] for one in analyse(text).sentences] == ["The wall fell.", "It was old."]


def test_an_agency_may_draw_its_dash_low() -> None:
    text = "KYIV, Ukraine (AP) _ Two people died on Monday."
    (only,) = analyse(text).sentences
    assert text[only.start : only.end] == "Two people died on Monday."
