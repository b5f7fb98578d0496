"""Whatever is thrown at it, a reading is whole: no fault, every span in the text and with words in it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.domain.drafting import draft_claims
from factcheck.text import analyse

# What rules look for: cues, quotation marks, names, joints; put together without any sense.
PIECES = [
    *"said says told that which who if whether and or but of the a by as not is was will by".split(),
    *"citing called report “ ” \" ' ‘ ’ « » ‹ › „ , . ? ! : ; — ( ) … Ana Duarte Mr. Reuters WHO".split(),
    *"(WHO) SMITH: she he they there denied asked announced declined warned 1932 😀 sagte laut dijo".split(),
    *["the BBC", "CBS News", "according to", "an expert", "in an interview with", "study found", "según"],
    *["her view that", "5 percent", "denied that", "a dit", "\n", "\n\n", "\u0301", "\u00a0"],
]


@settings(max_examples=1500, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=60), st.sampled_from([None, "en", "de", "fr", "es"]))
def test_no_heap_of_words_breaks_the_reading(pieces: list[str], language: str | None) -> None:
    analysis = analyse(" ".join(pieces), language=language)
    text = analysis.text
    for attribution in analysis.attributions:
        assert attribution.content
        for start, end in attribution.content + attribution.source + attribution.cue:
            assert 0 <= start < end <= len(text)
    for draft in draft_claims(analysis):
        assert text[draft.start : draft.end] == draft.text == draft.text.strip()


@pytest.mark.parametrize(
    "text",
    [
        "according to Mr. ; denied not by",
        "he said the",
        "Er nannte es ‹Zeitenwende›, sagte Müller.",
        "She called the report, in an interview with an expert, whether Reuters asked",
    ],
)
def test_what_once_broke_it_does_so_no_more(text: str) -> None:
    analyse(text, language="en")
