"""What is said by whom in the frames of German, French and Spanish: one short sentence for each."""

from __future__ import annotations

import pytest

from factcheck.text import analyse

Said = tuple[str | None, str]  # the name of a source, and what it says, its pieces parted by ` … `


def said_in(text: str, language: str) -> list[Said]:
    """Every attribution of a text in the order of its cue."""
    return [
        (each.source_name, " … ".join(text[start:end] for start, end in each.content))
        for each in analyse(text, language=language).attributions
    ]


# A quotation that runs on behind its speaker, whose full stop stands behind the closing mark.
CONTINUED: list[tuple[str, str, list[Said]]] = [
    (
        "es",
        "«Es una ley valiente», dijo Luz Abril. «Nadie va a perder su casa».",
        [("Luz Abril", "«Es una ley valiente» … «Nadie va a perder su casa».")],
    ),
    (
        "es",
        "«Es una ley valiente», dijo Luz Abril. «Nadie va a perder su casa…».",
        [("Luz Abril", "«Es una ley valiente» … «Nadie va a perder su casa…».")],
    ),
    (
        "es",
        "El alcalde, Luis Gil, vino. «Pero el muro es firme», subrayó. «Tenemos piedra para tres años».",
        [("Luis Gil", "«Pero el muro es firme» … «Tenemos piedra para tres años».")],
    ),
    (
        "de",
        "»Der Damm hält gut«, sagte Ines Roth. »Niemand muss um sein Haus bangen«.",
        [("Ines Roth", "»Der Damm hält gut« … »Niemand muss um sein Haus bangen«.")],
    ),
    (
        "fr",
        "« Le pont est vieux », dit Anne Roux. « Personne ne le répare ».",
        [("Anne Roux", "« Le pont est vieux » … « Personne ne le répare ».")],
    ),
]

# A tag with its speaker stands inside what is said, with or without quotation marks.
TAGS: list[tuple[str, str, list[Said]]] = [
    (
        "fr",
        "« Nous allons rebâtir, dit Paul Morel, mais pas ici. »",
        [("Paul Morel", "« Nous allons rebâtir … mais pas ici. »")],
    ),
    (
        "fr",
        "Le maire, Paul Morel, est là. « Nous allons rebâtir, promet-il, mais pas ici. »",
        [("Paul Morel", "« Nous allons rebâtir … mais pas ici. »")],
    ),
    (
        "fr",
        "Le maire, Paul Morel, est là. « Nous allons rebâtir, a-t-il dit, mais pas ici. »",
        [("Paul Morel", "« Nous allons rebâtir … mais pas ici. »")],
    ),
    (
        "fr",
        "« La place est belle, explique Anne Roux. Elle restera ouverte. »",
        [("Anne Roux", "« La place est belle … Elle restera ouverte. »")],
    ),
    (
        "es",
        "«Entiendo la pena —ha añadido Óscar Lera—, pero es tarde».",
        [("Óscar Lera", "«Entiendo la pena … pero es tarde»")],
    ),
    (
        "es",
        "El gerente, Óscar Lera, vino. «Entiendo la pena —ha añadido—, pero es tarde».",
        [("Óscar Lera", "«Entiendo la pena … pero es tarde»")],
    ),
    ("fr", "La place, explique Anne Roux, restera ouverte.", [("Anne Roux", "La place … restera ouverte")]),
    ("es", "Los vecinos, dijo Ana Colina, están hartos.", [("Ana Colina", "Los vecinos … están hartos")]),
    ("de", "Die Brücke, so Ines Roth, ist alt.", [("Ines Roth", "Die Brücke … ist alt")]),
    (
        "de",
        "»Wer bauen will«, so Ines Roth, »braucht Tempo.«",
        [("Ines Roth", "»Wer bauen will« … »braucht Tempo.«")],
    ),
    ("de", "Die Brücke, sagte Ines Roth, sei alt.", [("Ines Roth", "Die Brücke … sei alt")]),
    ("de", "Die Brücke ist Ines Roth zufolge alt.", [("Ines Roth", "Die Brücke ist … alt")]),
    ("de", "Die Brücke gilt dem Landesamt zufolge als alt.", [("Landesamt", "Die Brücke gilt … als alt")]),
    (
        "fr",
        "Un riverain a demandé un référendum. « Si le bruit persiste, a dit Anne Roux, nous irons voter. »",
        [("Un riverain", "un référendum"), ("Anne Roux", "« Si le bruit persiste … nous irons voter. »")],
    ),
    # Who is quoted by the speaker has not spoken to us.
    (
        "fr",
        "« Il faut partir, disait mon père, sans un mot », raconte Anne Roux.",
        [("Anne Roux", "« Il faut partir, disait mon père, sans un mot »")],
    ),
    ("fr", "« Il faut partir, disait mon père, sans un mot. »", []),
]

PERFECT: list[tuple[str, str, list[Said]]] = [
    ("de", "»Die Brücke ist alt«, hat Ines Roth gesagt.", [("Ines Roth", "»Die Brücke ist alt«")]),
    ("de", "Die Brücke sei alt, hat Ines Roth gesagt.", [("Ines Roth", "Die Brücke sei alt,")]),
    ("de", "Die Brücke sei alt, hatte Ines Roth zuvor erklärt.", [("Ines Roth", "Die Brücke sei alt,")]),
    (
        "de",
        "»Die Brücke ist alt«, hat Ines Roth dem Sender WDR gesagt.",
        [("Ines Roth", "»Die Brücke ist alt«")],
    ),
    ("es", "«Iremos a Soria», ha avisado Ana Colina.", [("Ana Colina", "«Iremos a Soria»")]),
    (
        "es",
        "«El muro vive», ha matizado Ana Colina, «pero cae».",
        [("Ana Colina", "«El muro vive» … «pero cae»")],
    ),
    ("es", "Ana Colina ha destacado que llueve.", [("Ana Colina", "que llueve")]),
    ("es", "Ana Colina ha avanzado que llueve.", [("Ana Colina", "que llueve")]),
    ("es", "Ana Colina ha advertido que llueve.", [("Ana Colina", "que llueve")]),
    ("es", "Ana Colina avanzó que llueve.", [("Ana Colina", "que llueve")]),
    ("es", "Los vecinos defendieron que llueve.", [("Los vecinos", "que llueve")]),
    ("es", "Ana Colina dejó claro que llueve.", [("Ana Colina", "que llueve")]),
    ("es", "Ana Colina ha hecho saber que llueve.", [("Ana Colina", "que llueve")]),
    ("es", "El muro cae, según ha comunicado Ana Colina.", [("Ana Colina", "El muro cae,")]),
    (
        "es",
        "La compañía Aceites Lera perdió dinero, según ha comunicado a la CNMV.",
        [("Aceites Lera", "La compañía Aceites Lera perdió dinero,")],
    ),
    ("fr", "Anne Roux a fait savoir que la place est belle.", [("Anne Roux", "que la place est belle")]),
    ("fr", "Anne Roux a fait valoir que la place est belle.", [("Anne Roux", "que la place est belle")]),
    ("fr", "« La place est belle », fait valoir Anne Roux.", [("Anne Roux", "« La place est belle »")]),
    (
        "fr",
        "Le maire, Paul Morel, est là. « La place est belle », fait-il valoir.",
        [("Paul Morel", "« La place est belle »")],
    ),
    (
        "fr",
        "« La place est belle », s'est félicitée Anne Roux.",
        [("Anne Roux", "« La place est belle »")],
    ),
    (
        "fr",
        "« La place est laide », s'est indignée Anne Roux.",
        [("Anne Roux", "« La place est laide »")],
    ),
    (
        "fr",
        "« La place est laide », se sont indignés les voisins.",
        [("les voisins", "« La place est laide »")],
    ),
    ("fr", "Les pièces sont demandées par le juge.", []),
]

# What a clause says ends where the sentence has a second verb of saying.
SECONDS: list[tuple[str, str, list[Said]]] = [
    (
        "de",
        "Ines Roth sagte, die Lage sei gut, und kündigte eine Brücke an.",
        [("Ines Roth", "die Lage sei gut"), ("Ines Roth", "eine Brücke")],
    ),
    (
        "de",
        "Ines Roth sagte, die Lage sei gut, und sie müsse so bleiben.",
        [("Ines Roth", "die Lage sei gut, und sie müsse so bleiben")],
    ),
    (
        "fr",
        "Anne Roux a assuré que la place restera ouverte et a accusé le maire de mentir.",
        [("Anne Roux", "que la place restera ouverte")],
    ),
    (
        "fr",
        "Anne Roux a assuré que la place est belle, ajoutant qu'elle restera ouverte.",
        [("Anne Roux", "que la place est belle"), ("Anne Roux", "qu'elle restera ouverte")],
    ),
    (
        "es",
        "Luis Gil dijo que la licencia es legal y acusó a la plataforma de mentir.",
        [("Luis Gil", "que la licencia es legal")],
    ),
    (
        "es",
        "La Junta dijo que el plan sigue, aunque fuentes de la Consejería admiten que hay dudas.",
        [("Junta", "que el plan sigue"), ("fuentes de la Consejería", "que hay dudas")],
    ),
    (
        "es",
        "Luis Gil dijo que llueve y que hace frío.",
        [("Luis Gil", "que llueve y que hace frío")],
    ),
    # Both of a list speak, their parties in brackets.
    (
        "fr",
        "Marc Aubin (PCF) et Lise Tourte (Générations) ont regretté que la loi soit prête.",
        [("Marc Aubin et Lise Tourte", "que la loi soit prête")],
    ),
    (
        "es",
        "Ana Colina (PSOE) y Luis Gil (PP) dijeron que llueve.",
        [("Ana Colina y Luis Gil", "que llueve")],
    ),
    (
        "es",
        "«Llueve mucho», dijeron Ana Colina (PSOE) y Luis Gil (PP).",
        [("Ana Colina y Luis Gil", "«Llueve mucho»")],
    ),
]

# Whose a document is, where a source ends, and who somebody is.
NAMES: list[tuple[str, str, list[Said]]] = [
    (
        "fr",
        "La dette a doublé, révèle une étude de l'Insee publiée mercredi.",
        [("Insee", "La dette a doublé,")],
    ),
    ("fr", "Selon un rapport du Sénat publié mardi, la dette a doublé.", [("Sénat", "la dette a doublé")]),
    ("es", "La deuda sube, según un informe publicado este martes.", [("un informe", "La deuda sube")]),
    ("fr", "La dette a doublé, selon une note de l'Insee.", [("Insee", "La dette a doublé")]),
    ("fr", "D'après une note de l'Insee, la dette a doublé.", [("Insee", "la dette a doublé")]),
    ("fr", "Selon Le Monde, Luc Au serait à Lille.", [("Le Monde", "Luc Au serait à Lille")]),
    ("fr", "D'après L'Équipe, Luc Au serait à Lille.", [("L'Équipe", "Luc Au serait à Lille")]),
    ("fr", "Selon la ministre, Anne Roux, la loi est prête.", [("Anne Roux", "la loi est prête")]),
    ("fr", "La loi est prête, selon la ministre, Anne Roux.", [("Anne Roux", "La loi est prête")]),
    ("es", "El alcalde, Luis Gil, vino. Según él, llueve mucho.", [("Luis Gil", "llueve mucho")]),
    ("es", "La alcaldesa, Ana Colina, vino. Según ella, llueve mucho.", [("Ana Colina", "llueve mucho")]),
    ("es", "La empresa promotora, Biover, asegura que llueve.", [("Biover", "que llueve")]),
    ("es", "UGT, por su parte, considera que llueve.", [("UGT", "que llueve")]),
    ("de", "Analyst Uwe Timm sagte, die Lage sei gut.", [("Uwe Timm", "die Lage sei gut")]),
    (
        "fr",
        "« La place est belle », dit l'économiste de la santé Anne Roux.",
        [("Anne Roux", "« La place est belle »")],
    ),
    ("fr", "L'arrière Luc Morel a ajouté que la loi est prête.", [("Luc Morel", "que la loi est prête")]),
]

TABLES = {
    "continued": CONTINUED,
    "tags": TAGS,
    "perfect": PERFECT,
    "seconds": SECONDS,
    "names": NAMES,
}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [case for table in TABLES.values() for case in table],
    ids=[text for table in TABLES.values() for _, text, _ in table],
)
def test_each_frame_gives_its_words_to_its_speaker(language: str, text: str, expected: list[Said]) -> None:
    assert said_in(text, language) == expected
