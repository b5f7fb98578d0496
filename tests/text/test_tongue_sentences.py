"""Who heard it and who told it, and sentences that run on, in German, French and Spanish."""

from __future__ import annotations

import pytest

from factcheck.text import analyse
from tests.text.test_tongue_frames import Said, said_in

# A medium that heard it is no part of the source.
HEARERS: list[tuple[str, str, list[Said]]] = [
    ("de", "Einem Bericht des »Kuriers« zufolge ist der Damm alt.", [("Kurier", "ist der Damm alt")]),
    ("de", "Wie Ines Roth dem »Kurier« sagte, ist der Damm alt.", [("Ines Roth", "ist der Damm alt")]),
    ("de", "Wie Ines Roth dem Sender »Welle 3« sagte, hält der Damm.", [("Ines Roth", "hält der Damm")]),
    (
        "de",
        "Nach Angaben der Zeitung »Kurier« gilt Uwe Timm als krank.",
        [("Kurier", "gilt Uwe Timm als krank")],
    ),
    ("de", "Am Montag sagte Ines Roth dem »Kurier«, der Damm halte.", [("Ines Roth", "der Damm halte")]),
    (
        "de",
        "Der Chef der Deutschen Presse-Agentur sagte, der Damm halte.",
        [("Der Chef der Deutschen Presse-Agentur", "der Damm halte")],
    ),
]

# What a sentence tells by its mood, by its first words, or by nobody in particular.
VIEWS: list[tuple[str, str, list[Said]]] = [
    ("de", "Betriebsratschef Murat Demir sagte, er gehe.", [("Murat Demir", "er gehe")]),
    (
        "de",
        "Ines Roth sagte, der Damm sei alt. Er müsse gesperrt werden.",
        [("Ines Roth", "der Damm sei alt … Er müsse gesperrt werden")],
    ),
    (
        "de",
        "»Der Damm ist alt«, sagte Ines Roth.\n\nMan habe das unterschätzt. Ob er halte, wisse keiner.",
        [("Ines Roth", "»Der Damm ist alt« … Man habe das unterschätzt … Ob er halte, wisse keiner")],
    ),
    ("de", "Ines Roth sagte, der Damm sei alt. Er wird gesperrt.", [("Ines Roth", "der Damm sei alt")]),
    ("de", "Ines Roth bestritt, dass der Damm sei. Er müsse weg.", [("Ines Roth", "dass der Damm sei")]),
    ("de", "Der Damm wird gesperrt. Das teilte die Polizei mit.", [("Polizei", "Der Damm wird gesperrt")]),
    (
        "de",
        "Der Damm wird gesperrt. Das sagte Ines Roth am Montag.",
        [("Ines Roth", "Der Damm wird gesperrt")],
    ),
    ("de", "Der Damm wird gesperrt. Das ärgert die Anwohner.", []),
    ("de", "Der Damm wird gesperrt.\n\nDas sagte Ines Roth nicht.", []),
    ("de", "Der Damm sei alt, heißt es in dem Bericht.", [("dem Bericht", "Der Damm sei alt,")]),
    ("de", "In dem Bericht heißt es, der Damm sei alt.", [("dem Bericht", "der Damm sei alt")]),
    (
        "de",
        "Der Damm sei alt, hieß es aus der Bürgerinitiative.",
        [("Bürgerinitiative", "Der Damm sei alt,")],
    ),
    ("de", "Aus Spielerkreisen verlautete, er gehe.", [("Spielerkreisen", "er gehe")]),
    ("de", "Nach Polizeiangaben ist der Damm alt.", [("Polizei", "ist der Damm alt")]),
    ("de", "Ines Roth plädierte für einen neuen Damm.", [("Ines Roth", "für einen neuen Damm")]),
    ("de", "Ines Roth bestätigte das nicht.", []),
    ("de", "Das bestätigte Ines Roth nicht.", []),
    ("de", "Uwe Timm begrüßte die Pläne, forderte aber mehr Geld.", [("Uwe Timm", "mehr Geld")]),
    (
        "de",
        "Der Sprecher der Linken, Uwe Timm, begrüßte die Pläne, forderte aber mehr Geld.",
        [("Uwe Timm", "mehr Geld")],
    ),
    ("fr", "Pour Anne Roux, la région court à sa perte.", [("Anne Roux", "la région court à sa perte")]),
    (
        "fr",
        "Pour le chef de l'opposition, Luc Morel (LR), la région court à sa perte.",
        [("Luc Morel", "la région court à sa perte")],
    ),
    (
        "es",
        "Para la socióloga Ana Colina, las cifras hay que leerlas.",
        [("Ana Colina", "las cifras hay que leerlas")],
    ),
    ("es", "El club no ha confirmado la cifra.", []),
    ("fr", "Pour la première fois, la ville ouvre un marché.", []),
    ("fr", "Pour Anne Roux, la fin d'un rêve.", []),
    ("es", "Para Nueva York, el invierno llega pronto.", []),
]


@pytest.mark.parametrize(
    ("language", "text", "expected"), [*HEARERS, *VIEWS], ids=[text for _, text, _ in [*HEARERS, *VIEWS]]
)
def test_each_sentence_gives_its_words_to_its_speaker(language: str, text: str, expected: list[Said]) -> None:
    assert said_in(text, language) == expected


@pytest.mark.parametrize(
    ("text", "source", "outlet"),
    [
        (
            "»Der Damm ist alt«, sagte Uwe Timm der Deutschen Presse-Agentur.",
            "Uwe Timm",
            "Deutsche Presse-Agentur",
        ),
        ("»Der Damm ist alt«, sagte Uwe Timm dem Sender WDR.", "Uwe Timm", "WDR"),
        ("»Der Damm ist alt«, sagte Uwe Timm der »Auer Rundschau«.", "Uwe Timm", "Auer Rundschau"),
        ("Wie Uwe Timm dem NDR sagte, ist der Damm alt.", "Uwe Timm", "NDR"),
        ("Der Sprecher der Zeitung »Kurier« sagte, er gehe.", "Der Sprecher der Zeitung »Kurier«", None),
    ],
)
def test_who_heard_it_is_the_outlet_and_no_part_of_the_source(
    text: str, source: str, outlet: str | None
) -> None:
    (one,) = analyse(text, language="de").attributions
    assert ([text[start:end] for start, end in one.source], one.outlet) == ([source], outlet)
