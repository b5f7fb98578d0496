"""What holds for every text: exact offsets, nothing lost, no text slow."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.text.arithmetic import check_arithmetic
from factcheck.text.checkable import assess
from factcheck.text.dates import resolve_dates
from factcheck.text.language import detect
from factcheck.text.languages import LEXICONS
from factcheck.text.layout import Layout, read_layout
from factcheck.text.normalise import normalise
from factcheck.text.sentences import split

# Ten thousand texts and a hundred kilobytes of the worst: not for the quick loop.
pytestmark = pytest.mark.slow

PIECES = [
    *"aAbZ.!?…:;,-–—\"'“”‘’«»()[]•1 0\n\t\u00a0\u3000\u2028éßİñ漢字。！？「」ア人ب؟😀\u0301$%#@&",
    ". ",
    "... ",
    ". . . ",
    "U.S. ",
    "Mr. ",
    "p.m. ",
    "No. 5 ",
    "etc. ",
    "z. B. ",
    "1. ",
    "2) ",
    "• ",
    " said Roe. ",
    "“We ",
    "” ",
    '" ',
    ' "',
    "\n\n",
    "By Jane Roe\n",
    "LONDON (Reuters) - ",
    "March 3, 2025\n",
    "SMITH: ",
    "www.a.b/c ",
    "$5.3bn ",
    "from 3 to 5 ",
    "12 percent ",
    "President Ana Duarte ",
    "the largest ",
    "on Tuesday ",
    "will ",
    "Yahoo! ",
]
TEXTS = st.one_of(st.lists(st.sampled_from(PIECES), max_size=60).map("".join), st.text(max_size=120)).map(
    normalise
)


def spans_of(layout: Layout) -> list[tuple[int, int]]:
    """Return all parts of a layout but the date, which may lie in another part."""
    parts = [
        layout.headline,
        layout.byline,
        layout.dateline,
        *layout.paragraphs,
        *(span for _, span in layout.speakers),
    ]
    return sorted(part for part in parts if part)


@settings(max_examples=10_000, deadline=None, suppress_health_check=list(HealthCheck))
@given(TEXTS, st.sampled_from([*LEXICONS, "xx"]))
def test_sentences_cover_all_but_white_space_in_order_and_nothing_twice(text: str, language: str) -> None:
    reached = 0
    for start, end in split(text, 0, len(text), language=language):
        assert reached <= start < end
        assert not text[start].isspace()
        assert not text[end - 1].isspace()
        assert not text[reached:start].strip()
        reached = end
    assert not text[reached:].strip()


@settings(max_examples=2_000, deadline=None, suppress_health_check=list(HealthCheck))
@given(TEXTS)
def test_parts_of_a_layout_never_overlap_and_hold_something(text: str) -> None:
    layout = read_layout(text, published=date(2025, 3, 3))
    reached = 0
    for start, end in spans_of(layout):
        assert reached <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        reached = end
    assert all(0 <= index < len(layout.paragraphs) for index, _ in layout.speakers)


@settings(max_examples=2_000, deadline=None, suppress_health_check=list(HealthCheck))
@given(TEXTS, st.sampled_from(["en", "de", "und"]))
def test_all_that_is_found_in_a_sentence_lies_in_it(text: str, language: str) -> None:
    for start, end in split(text, 0, len(text), language=language):
        (found,) = assess(text, [((start, end), 0)], quoted=((0, len(text) // 2),), language=language)
        assert 0 <= found.checkworthiness <= 1
        assert all(start <= point.start < point.end <= end for point in found.checkpoints)
        ordered = [(point.start, point.end) for point in found.checkpoints]
        assert ordered == sorted(ordered)
        assert all(
            start <= day.start < day.end <= end for day in resolve_dates(text, start, end, date(2025, 3, 3))
        )
        for mismatch in check_arithmetic(text, start, end):
            assert all(start <= first < last <= end for first, last in mismatch.spans)
    assert detect(text).islower()


def test_windows_and_decomposed_texts_give_the_same_sentences() -> None:
    text = "Café Roe opened.\nIt closed “soon.\u201d Nobody came.\n"
    plain = [text[s:e] for p in read_layout(text).paragraphs for s, e in split(text, *p)]
    for other in (text.replace("\n", "\r\n"), "\ufeff" + text, text.replace("é", "e\u0301")):
        same = normalise(other)
        assert [same[s:e] for p in read_layout(same).paragraphs for s, e in split(same, *p)] == plain


HOSTILE = [
    '"',
    "“",
    "“a. ",
    '"a. B ',
    '"A. ',
    "'",
    " ",
    "\n",
    "\t",
    "A",
    "A ",
    "a",
    ".",
    ". ",
    ". . ",
    "A. ",
    "A! ",
    '!" A ',
    "1 ",
    "1. ",
    "1,",
    "$1 ",
    "from $1 to $2 ",
    "1) ",
    "• ",
    "-",
    "— ",
    "(",
    "[1]",
    ".[1] ",
    "e\u0301",
    "\u0301\u0327",
    "漢",
    "漢。",
    "。」",
    "ب. ",
    "of the ",
    "A of the ",
    "the most ",
    "one of the ",
    "twice as ",
    "May 1 ",
    "Monday ",
    "in May ",
    "1 of 2 ",
    "a-",
    "I ",
    "U.S. ",
    "No. 5 ",
    "By A ",
    "SMITH: a\n",
    "A, ",
    "LONDON - ",
    "Senator ",
    "a, the president ",
    "is very ",
    "have a ",
    "\u2028",
    "\x00",
    "\ud800",
    "\r",
    "’",
    "İ",
    'said "a. that "b ',
    "A\n",
    "a b\n\n",
    ". \n",
    "half a ",
    "one in ",
    " est ",
]
READERS: dict[str, Callable[[str], object]] = {
    "normalise": normalise,
    "layout": read_layout,
    "sentences": lambda text: split(text, 0, len(text)),
    "German sentences": lambda text: split(text, 0, len(text), language="de"),
    "language": detect,
    "assess": lambda text: assess(text, [((0, len(text)), 0)]),
    "German assess": lambda text: assess(text, [((0, len(text)), 0)], language="de"),
    "arithmetic": lambda text: check_arithmetic(text, 0, len(text)),
    "dates": lambda text: resolve_dates(text, 0, len(text), date(2025, 3, 3)),
}
# The measured worst is 0.1 s for 100 kB; this leaves room for coverage and a busy machine, none for a square.
MOST_SECONDS = 4.0


@pytest.mark.parametrize("reader", READERS)
def test_a_hundred_kilobytes_of_the_worst_are_read_at_once(reader: str) -> None:
    slow: dict[str, float] = {}
    for piece in HOSTILE:
        text = "A b " + (piece * (100_000 // len(piece) + 1))[:100_000] + " C d."
        if reader != "normalise":
            text = normalise(text)
        seconds = min(timed(READERS[reader], text) for _ in range(2))
        if seconds > MOST_SECONDS:
            slow[piece] = seconds
    assert slow == {}


def timed(reader: Callable[[str], object], text: str) -> float:
    """Return the processor seconds that reading `text` takes."""
    started = time.process_time()
    reader(text)
    return time.process_time() - started
