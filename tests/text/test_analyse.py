"""The whole reading of an article: sentences, voices, and the same answer whatever the typography."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text import Analysis, analyse, to_json

ARTICLE = (
    "Porto, Portugal – The river Douro rose by two metres overnight, according to the Harbour Office.\n"
    "The “little flood” closed four roads. Some residents are urging their neighbours to stay.\n"
    "“We heard the water first, and then we saw it,” one shopkeeper posted.\n"
    "“It came over the wall. Nobody had time to move the cars,” said Ana Duarte, a hydrologist in an "
    "interview with CBS News. “The pumps were switched off on Friday.”\n"
    "Experts warn that the wall could break.\n"
)


def voices(analysis: Analysis) -> list[tuple[str | None, str | None]]:
    """Name and outlet of each attribution."""
    return [(a.source_name, a.outlet) for a in analysis.attributions]


EXPECTED = [("Harbour Office", None), ("one shopkeeper", None), ("Ana Duarte", "CBS News"), ("Experts", None)]


@pytest.mark.parametrize(
    "typography",
    [
        lambda text: text,
        lambda text: text.replace("“", '"').replace("”", '"'),
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "\ufeff" + text,
        lambda text: unicodedata.normalize("NFD", text),
        lambda text: text.replace("rose", "🌊 rose"),
        lambda text: text.replace("“", "‘").replace("”", "’"),
        lambda text: text.replace("“", "'").replace("”", "'"),
    ],
    ids=["curly", "straight", "crlf", "bom", "nfd", "astral", "single", "single straight"],
)
def test_typography_does_not_change_who_speaks(typography: Callable[[str], str]) -> None:
    assert voices(analyse(typography(ARTICLE))) == EXPECTED


def test_a_quotation_keeps_its_speaker_over_three_sentences() -> None:
    analysis = analyse(ARTICLE)
    duarte = analysis.attributions[2]
    said = [analysis.text[s:e] for s, e in duarte.content]
    assert said[0].startswith("“It came over the wall.")
    assert said[-1] == "“The pumps were switched off on Friday.”"
    assert (duarte.medium, duarte.mode, duarte.anonymity) == ("interview", "direct", "named")


def test_an_unknown_language_attributes_nothing() -> None:
    assert analyse(ARTICLE, language="fi").attributions == ()


def test_json_has_the_agreed_shape() -> None:
    document = to_json(analyse(ARTICLE), id="flood")
    assert document["id"] == "flood"
    assert list(document) == [
        "id", "language", "text", "headline", "byline", "dateline", "date", "sentences", "attributions",
    ]  # fmt: skip
    assert {
        "source",
        "cue",
        "content",
        "source_name",
        "outlet",
        "medium",
        "mode",
        "polarity",
        "anonymity",
        "rule",
    } <= set(document["attributions"][0])


PIECES = st.sampled_from(
    [
        "“", "”", '"', "'", "’", "‘",
        "«", "»", "(", ")", ",", ".",
        ":", ";", "—", "-", "\n", " ",
        "  ", "said", "says", "according to", "Ana Duarte", "Smith",
        "he", "who", "that", "the", "minister", "and",
        "told", "to", "claims", "reporters", "adding", "was",
        "criticised", "by", "in an interview with", "BBC", "WHO", "(WHO)",
        "é", "́", "🌊",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=60).map(" ".join) | st.text(max_size=200))
def test_any_text_gives_spans_inside_it(text: str) -> None:
    analysis = analyse(text, language="en")
    for attribution in analysis.attributions:
        assert attribution.content
        for start, end in (*attribution.content, *attribution.source, *attribution.cue):
            assert 0 <= start < end <= len(analysis.text)
