"""Kinds, check-worthiness and checkpoints."""

from __future__ import annotations

import pytest

from factcheck.text.checkable import assess
from factcheck.text.features import FEATURES
from factcheck.text.readings import WORD, Page, Reading
from factcheck.text.spans import covered
from factcheck.text.values import Attribution, Sentence, Span
from factcheck.text.vocabulary import mark
from factcheck.text.worthiness import weigh


def look(sentence: str, *, quoted: tuple[Span, ...] = (), language: str = "en") -> Sentence:
    """Assess a text of one sentence."""
    (found,) = assess(sentence, [((0, len(sentence)), 0)], quoted=quoted, language=language)
    return found


def points(sentence: str, *, quoted: tuple[Span, ...] = ()) -> list[tuple[str, str]]:
    """Return the checkpoints as kinds and words."""
    return [
        (point.kind, sentence[point.start : point.end]) for point in look(sentence, quoted=quoted).checkpoints
    ]


@pytest.mark.parametrize(
    ("sentence", "kind", "rule"),
    [
        ("The council closed the bridge in 2019.", "fact", "statement"),
        ("Who closed the bridge?", "question", "question-mark"),
        ("The council will close the bridge.", "prediction", "forecast"),
        ("The bridge is expected to close in May.", "prediction", "forecast"),
        ("Engineers warn that the bridge could fall.", "prediction", "forecast"),
        ("Will Roe closed the bridge.", "fact", "statement"),
        ("I think the bridge is ugly.", "opinion", "judgement"),
        ("The council should close the bridge.", "opinion", "judgement"),
        ("It was a terrible idea.", "opinion", "judgement"),
        ("A new bridge", "other", "heading"),
        ("Not so fast.", "other", "exclamation"),
        ("Thank you all very much.", "other", "courtesy"),
        ("(Reporting by Jane Roe; editing by John Doe)", "other", "credit"),
        ("Photo: Jane Roe.", "other", "credit"),
        ("* * *", "other", "no-words"),
        ("He resigned.", "fact", "statement"),
        ("There is no need to hurry the council.", "fact", "statement"),
        ("The council needs to hurry.", "opinion", "judgement"),
        ("In a poll, 59 percent said it was wrong.", "fact", "statement"),
        ("Roe continued:", "fact", "statement"),
        ("Prices rose 3%.", "fact", "statement"),
    ],
)
def test_the_first_rule_that_holds_gives_the_kind(sentence: str, kind: str, rule: str) -> None:
    assert (look(sentence).kind, look(sentence).rule) == (kind, rule)


def test_a_sentence_that_is_mostly_quoted_is_a_quote_whatever_it_says() -> None:
    for sentence in ("“We will close the bridge,” Roe said.", "“Why should we close the bridge?”"):
        quoted = ((0, sentence.index("”") + 1),)
        assert look(sentence, quoted=quoted).kind == "quote"


def test_a_word_in_quotation_marks_makes_no_quote() -> None:
    sentence = "The “ghost bridge” was closed by the council in 2019."
    assert look(sentence, quoted=((4, 18),)).kind == "fact"


def test_direct_speech_of_an_attribution_makes_a_quote_without_marks() -> None:
    sentence = "It was closed by the council, she said."
    speech = Attribution(content=((0, 28),), mode="direct")
    (found,) = assess(sentence, [((0, len(sentence)), 0)], spoken=speech.content)
    assert found.kind == "quote"


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("The New York editor/director Ana Duarte resigned.", "director"),
        ("The longtime festival co-director Ana Duarte resigned.", "longtime festival co-director"),
        ("The former prime minister Ana Duarte resigned.", "former prime minister"),
        ("The (former) director Ana Duarte resigned.", "director"),
    ],
)
def test_a_title_is_whole_words(sentence: str, title: str) -> None:
    points = look(sentence).checkpoints
    assert [sentence[p.start : p.end] for p in points if p.kind == "title"] == [title]
    for point in points:
        assert not sentence[point.start - 1 : point.start].isalnum()
        assert not sentence[point.end : point.end + 1].isalnum()


def test_other_languages_get_the_rules_that_need_no_words() -> None:
    assert look("Wer hat die Brücke gesperrt?", language="de").kind == "question"
    assert look("Die Brücke wird 2026 gesperrt.", language="de").kind == "fact"
    assert look("Eine neue Brücke", language="de").kind == "other"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "According to Statista, the app is one of the largest, with more than 218 million users.",
            [
                ("name", "Statista"),
                ("comparison", "one of the largest"),
                ("comparison", "more than"),
                ("figure", "218 million"),
            ],
        ),
        ("It cost $5.3bn.", [("figure", "$5.3bn")]),
        ("They got a 75-day extension.", [("figure", "75-day")]),
        ("About one in five left, or 12.5 percent.", [("figure", "one in five"), ("figure", "12.5 percent")]),
        (
            "Roe earns twice as many euros as Doe.",
            [("name", "Roe"), ("comparison", "twice as many"), ("name", "Doe")],
        ),
        ("Two-thirds of them left on March 3, 2025.", [("figure", "Two-thirds"), ("date", "March 3, 2025")]),
        ("Founded in 2013, it grew in the 1990s.", [("date", "2013"), ("date", "1990s")]),
        ("U.S. President Ana Duarte spoke.", [("title", "U.S. President"), ("name", "Ana Duarte")]),
        (
            "Ana Duarte, a cybersecurity expert, left the University of Leeds.",
            [("name", "Ana Duarte"), ("title", "cybersecurity expert"), ("name", "University of Leeds")],
        ),
        ("Experts warn of it.", []),
        ("They met J. K. Roe of Leeds and Will Doe.", [("name", "J. K. Roe of Leeds"), ("name", "Will Doe")]),
        ("About 5 of nearly 80 left.", [("figure", "5"), ("comparison", "nearly"), ("figure", "80")]),
        ("In the town, officials met at 10:30 in G20 style.", [("date", "10:30"), ("name", "G20")]),
        ("It began at 5.30pm and ended at 9 p.m.", [("date", "5.30pm"), ("date", "9 p.m.")]),
        ("It fell on 3/11/2026.", [("date", "3/11/2026")]),
        (
            "He weighs 12st and ran 10k in 45min.",
            [("figure", "12st"), ("figure", "10k"), ("figure", "45min")],
        ),
        (
            "At 50mph it used 5GB, 41C and 3,000sq ft.",
            [
                ("figure", "50mph"),
                ("figure", "5GB"),
                ("figure", "41C"),
                ("figure", "3,000sq ft"),
            ],
        ),
        ("It came 1st, 21st or 31st of the 20th row, 3:2.", []),
        (
            "Its 2,000 people were 40% poorer than Leeds.",
            [("figure", "2,000"), ("figure", "40%"), ("comparison", "poorer than"), ("name", "Leeds")],
        ),
    ],
)
def test_checkpoints_are_the_exact_words(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert points(sentence) == expected


def test_a_quotation_is_a_checkpoint_as_far_as_it_stands_in_the_sentence() -> None:
    text = "He wept. “It is over,” Roe said."
    (found,) = assess(text, [((9, len(text)), 0)], quoted=((0, 3), (9, 22)))
    assert [(p.kind, p.start, p.end) for p in found.checkpoints if p.kind == "quotation"] == [
        ("quotation", 9, 22)
    ]


def test_a_counted_deed_is_worth_more_than_a_wish() -> None:
    deed = look("The council cut spending by 12 percent in 2019, more than any other city.")
    wish = look("I hope we can all be kinder to each other.")
    assert deed.checkworthiness > 0.8 > 0.2 > wish.checkworthiness
    assert {"figure", "amount", "date", "comparison"} <= set(deed.reasons)
    assert "-belief" in wish.reasons


def test_every_feature_can_be_left_out_by_its_name() -> None:
    line = "We have cut 12 percent."
    in_order, _ = Page(line).words(0, len(line))
    reading = Reading(line, line.lower(), in_order, mark(in_order), ["figure"])
    whole, reasons = weigh(reading)
    for name in reasons:
        without, fewer = weigh(reading, without={name.removeprefix("-")})
        assert without != whole
        assert name not in fewer
    assert weigh(reading, without={row.name for row in FEATURES})[1] == ()


def test_a_name_that_opens_a_sentence_is_known_by_its_capital_elsewhere() -> None:
    text = "Sanders left. Voters saw Sanders leave."
    first, second = assess(text, [((0, 13), 0), ((14, len(text)), 0)])
    assert [(p.kind, text[p.start : p.end]) for p in first.checkpoints] == [("name", "Sanders")]
    assert [(p.kind, text[p.start : p.end]) for p in second.checkpoints] == [("name", "Sanders")]


def test_a_quotation_within_a_quotation_hides_nothing() -> None:
    text = "“One ‘two’ three. Four five six.”"
    (found,) = assess(text, [((18, len(text)), 0)], quoted=((0, len(text)), (5, 10)))
    assert found.kind == "quote"


def test_what_spans_cover_is_counted_once() -> None:
    assert covered([(0, 5), (3, 8), (20, 30)], 2, 25) == 11


@pytest.mark.parametrize(
    "line",
    [
        "The council's plan, they said, won't do: it is half-done.",
        "“The plan” — the ‘ghost’ plan… is over",
        "'Tis 5pm on the 20th, rock'n'roll of COVID19 and snake_case",
        "Zoë Roe’s naïve café",
        "_ 1 ' ''",
        "dogs' 'quoted' words",
        "Why? he asked",
        "",
    ],
)
def test_the_quick_way_to_the_words_gives_what_their_pattern_gives(line: str) -> None:
    page = Page(line)
    for start in range(len(line) + 1):
        in_order, digits = page.words(start, len(line))
        assert in_order == WORD.findall(page.straight[start:].lower())
        assert digits or not any(character.isdigit() for character in line[start:])
