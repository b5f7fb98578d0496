"""Who speaks in German, French and Spanish, where the phrase that tells it is longer than a name."""

from __future__ import annotations

import pytest

from factcheck.text import analyse

# A language, a text, the words of its source and the name it has.
SPEAKERS = [
    ("de", "Die Polizei in Jena sagte, das Wehr sei alt.", "Die Polizei in Jena", "Polizei in Jena"),
    ("de", "Mehr als 40 Anwohner sagten, das Wehr sei alt.", "Mehr als 40 Anwohner", "Mehr als 40 Anwohner"),
    ("de", "„Das Wehr ist alt“, sagten Ines Roth und ihr Mann.", "Ines Roth und ihr Mann", None),
    ("fr", "La police à Lyon a dit que le quai tombait.", "La police à Lyon", "police à Lyon"),
    (
        "fr",
        "Au moins deux voisins ont dit que le quai tombait.",
        "Au moins deux voisins",
        "Au moins deux voisins",
    ),
    ("fr", "Lundi, Anne Roux, la maire, a dit que le quai tombait.", "Anne Roux, la maire", "Anne Roux"),
    ("fr", "À Lyon, Anne Roux, la maire, a dit que le quai tombait.", "Anne Roux, la maire", "Anne Roux"),
    ("es", "Fuentes cercanas al caso dijeron que la presa cede.", "Fuentes cercanas al caso", None),
    ("es", "Más de 40 vecinos dijeron que la presa cede.", "Más de 40 vecinos", "Más de 40 vecinos"),
    ("es", "«La presa cede», dijeron al menos dos vecinos.", "al menos dos vecinos", None),
    ("es", "El lunes, Ana Ruiz, la alcaldesa, dijo que la presa cede.", "Ana Ruiz, la alcaldesa", "Ana Ruiz"),
]


@pytest.mark.parametrize(("language", "text", "words", "name"), SPEAKERS)
def test_all_the_words_that_tell_who_speaks_are_the_source(
    language: str, text: str, words: str, name: str | None
) -> None:
    (attribution,) = analyse(text, language=language).attributions
    assert text[slice(*attribution.source[0])] == words
    assert name is None or attribution.source_name == name


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Die Kosten stiegen im Mai, sagte Ines Roth."),
        ("de", "Am Montag in Jena sagte Ines Roth, das Wehr sei alt."),
        ("de", "Dem „Boten“ sagte Ines Roth, das Wehr sei alt."),
        ("de", "Der „Boten“-Zeitung sagte Ines Roth: „Das Wehr ist alt.“"),
    ],
)
def test_a_place_or_a_month_before_the_verb_is_nobody(language: str, text: str) -> None:
    (attribution,) = analyse(text, language=language).attributions
    assert attribution.source_name == "Ines Roth"


def test_whom_a_medium_cites_is_not_its_subject() -> None:
    text = "Wie die dpa unter Berufung auf Ines Roth berichtete, plant die Stadt ein Wehr."
    (attribution,) = analyse(text, language="de").attributions
    assert attribution.source_name == "dpa"
    assert [text[start:end] for start, end in attribution.content] == ["plant die Stadt ein Wehr"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Kein Minister hat gesagt, dass das Wehr sicher sei."),
        ("de", "Niemand sagte, dass das Wehr sicher sei."),
        ("es", "Ningún ministro ha dicho que el muro era seguro."),
        ("es", "Nadie dijo que el muro era seguro."),
        ("fr", "Aucun ministre n’a dit que le mur était sûr."),
    ],
)
def test_nobody_is_no_speaker(language: str, text: str) -> None:
    assert analyse(text, language=language).attributions == ()
