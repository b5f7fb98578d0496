"""Who says something, in German, French and Spanish."""

from __future__ import annotations

import pytest

from factcheck.text import analyse
from factcheck.text.attribution_tongues import TONGUES
from factcheck.text.values import Attribution


def last(text: str, language: str) -> Attribution:
    """The last attribution of a text."""
    return analyse(text, language=language).attributions[-1]


def words_of(text: str, language: str) -> tuple[str, str, str]:
    """Source, cue and content of the last attribution."""
    found = last(text, language)
    source, cue, content = (
        " … ".join(text[start:end] for start, end in spans)
        for spans in (found.source, found.cue, found.content)
    )
    return source, cue, content


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("de", "Landrätin Ines Roth kam. „Es reicht“, sagte Roth.", "Ines Roth"),
        ("de", "Landrätin Ines Roth kam. „Es reicht“, sagte Frau Roth.", "Ines Roth"),
        ("de", "Landrätin Ines Roth kam. „Es reicht“, sagte die Landrätin.", "Ines Roth"),
        ("de", "Landrätin Ines Roth kam. Herr Lutz Au ging. „Es reicht“, sagte sie.", "Ines Roth"),
        ("de", "Landrätin Ines Roth kam. Herr Lutz Au ging. „Es reicht“, sagte er.", "Lutz Au"),
        ("de", "Ministerpräsident Lutz Au kam. Alles werde gut, so der Regierungschef.", "Lutz Au"),
        ("de", "„Es reicht“, sagte ihr Sprecher Dr. Lutz von Au (parteilos).", "Lutz von Au"),
        ("de", "Landrätin Ines Roth kam. Zugleich betonte sie, dass es reicht.", "Ines Roth"),
        ("de", "Müller Ines Roth kam. Alles sei gut, so Roth weiter.", "Ines Roth"),
        ("de", "Nach Angaben des Finanzministeriums steigen die Preise.", "Finanzministerium"),
        ("de", "Laut einer Studie der Universität Kehl steigen die Preise.", "Universität Kehl"),
        ("de", "Die Polizei teilte mit, dass die Straße gesperrt sei.", "Polizei"),
        ("fr", "La maire, Anne Roux, est là. « Assez de bruit », dit Mme Roux.", "Anne Roux"),
        ("fr", "La maire, Anne Roux, est là. « Assez de bruit », a dit la maire.", "Anne Roux"),
        ("fr", "La maire, Anne Roux, est là. « Assez de bruit », a-t-elle dit.", "Anne Roux"),
        ("fr", "« Assez de bruit », dit Mme Anne Roux. La spécialiste ajoute que c'est vrai.", "Anne Roux"),
        ("fr", "Selon l'association Terre Verte, le blé manque.", "Terre Verte"),
        ("fr", "M. Luc Le Goff est là. « Assez de bruit », explique Le Goff.", "Luc Le Goff"),
        ("fr", "Selon le ministère de l'Agriculture, le blé manque.", "ministère de l'Agriculture"),
        ("fr", "D'après une étude de l'université de Caen, le blé manque.", "université de Caen"),
        ("fr", "Le blé manque, a annoncé la préfète du Gers, Anne Roux.", "Anne Roux"),
        ("es", "La alcaldesa, Ana Ruiz, vino. «Basta de ruido», dijo Ruiz.", "Ana Ruiz"),
        ("es", "La alcaldesa, Ana Ruiz, vino. «Basta de ruido», dijo la alcaldesa.", "Ana Ruiz"),
        ("es", "La alcaldesa, Ana Ruiz, vino. «Basta de ruido», dijo ella.", "Ana Ruiz"),
        ("es", "El señor Luis Gil vino. Gil añadió que llueve. También dijo que hace frío.", "Luis Gil"),
        ("es", "«Basta de ruido», informó anoche el delegado, Luis Gil.", "Luis Gil"),
        ("es", "Ana Ruiz Soto vino. «Basta de ruido», se quejó Ruiz.", "Ana Ruiz Soto"),
        ("es", "Según un informe de la Universidad de Soria, falta trigo.", "Universidad de Soria"),
        ("es", "El Ayuntamiento informó de que falta agua.", "Ayuntamiento"),
    ],
)
def test_a_voice_is_named_in_full(language: str, text: str, name: str) -> None:
    found = last(text, language)
    assert (found.source_name, found.anonymity) == (name, "named")


def test_who_stands_in_the_byline_speaks_in_nobodys_place() -> None:
    text = "El muro de Soria se cae\n\nPor Ana Ruiz\n\nLlueve mucho. «Basta de ruido», dijo anoche.\n"
    assert last(text, "es").source_name is None


@pytest.mark.parametrize(
    ("language", "text", "name", "anonymity"),
    [
        ("de", "„Es reicht uns“, sagte ein Nachbar.", "ein Nachbar", "unnamed_person"),
        ("de", "Ein Sprecher des Ministeriums sagte, man prüfe das.", None, "unnamed_person"),
        ("de", "Mehrere Zeugen sagten, dass es brannte.", "Mehrere Zeugen", "unnamed_group"),
        ("fr", "« C'est trop tard », dit une voisine.", "une voisine", "unnamed_person"),
        ("fr", "Les voisins affirment que c'est trop tard.", "Les voisins", "unnamed_group"),
        ("fr", "« C'est trop tard », souffle l'un d'eux.", "l'un d'eux", "unnamed_person"),
        ("es", "Una vecina, que pidió silencio, dijo que llueve.", "Una vecina", "unnamed_person"),
        ("es", "Varios vecinos dijeron que llueve.", "Varios vecinos", "unnamed_group"),
        ("es", "Fuentes del club aseguran que llueve.", "Fuentes del club", "unnamed_group"),
    ],
)
def test_a_voice_without_a_name_keeps_the_words_of_the_text(
    language: str, text: str, name: str | None, anonymity: str
) -> None:
    found = last(text, language)
    assert found.anonymity == anonymity
    assert name is None or found.source_name == name


def test_a_pronoun_that_two_could_be_stays_a_pronoun() -> None:
    text = "Frau Ines Roth und Frau Gesa Holm kamen. „Es reicht uns“, sagte sie."
    assert last(text, "de").source_name == "sie"


@pytest.mark.parametrize(
    ("language", "text", "outlet"),
    [
        ("de", "„Es reicht uns“, sagte Ines Roth dem NDR.", "NDR"),
        ("de", "„Es reicht uns“, sagte Ines Roth im Gespräch mit dem Magazin Blick.", "Blick"),
        ("fr", "« C'est trop tard », a dit Anne Roux à France 3.", "France 3"),
        ("fr", "« C'est trop tard », a dit Anne Roux au journal L'Écho du Gers.", "L'Écho du Gers"),
        ("es", "«Basta de ruido», dijo Ana Ruiz a Radio Soria.", "Radio Soria"),
        ("es", "«Basta de ruido», dijo Ana Ruiz en la plaza.", None),
    ],
)
def test_the_medium_that_was_spoken_to_is_the_outlet(language: str, text: str, outlet: str | None) -> None:
    assert last(text, language).outlet == outlet


@pytest.mark.parametrize(
    ("language", "text", "source", "content"),
    [
        ("de", "Ines Roth sagte, der Damm halte.", "Ines Roth", "der Damm halte"),
        ("de", "Der Damm halte, fügte sie hinzu.", "sie", "Der Damm halte,"),
        ("de", "Wie Ines Roth sagte, hält der Damm.", "Ines Roth", "hält der Damm"),
        ("de", "Am Montag hat Ines Roth mehr Geld gefordert.", "Ines Roth", "mehr Geld"),
        ("de", "Daran zweifelt der Verein.", "der Verein", "Daran"),
        ("fr", "Anne Roux dit avoir vu le feu.", "Anne Roux", "avoir vu le feu"),
        ("fr", "Anne Roux se demande si le pont tiendra.", "Anne Roux", "si le pont tiendra"),
        ("fr", "Le syndicat réclame une aide.", "Le syndicat", "une aide"),
        ("es", "El muro caerá, según dijo Ana Ruiz.", "Ana Ruiz", "El muro caerá,"),
        ("es", "Ana Ruiz prometió volver.", "Ana Ruiz", "volver"),
        ("es", "Ana Ruiz preguntó por qué llueve.", "Ana Ruiz", "por qué llueve"),
    ],
)
def test_what_is_said_without_quotation_marks(language: str, text: str, source: str, content: str) -> None:
    found_source, _, found_content = words_of(text, language)
    assert (found_source, found_content) == (source, content)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Die Ministerin gab das Amt an ihren Nachfolger."),
        ("de", "Der Zug hat am Montag den Bahnhof verlassen."),
        ("de", "Der Bericht zeigt Schwächen, die seit Jahren bekannt sind."),
        ("de", "Als er kam, fiel der Strom aus."),
        ("de", "Der „Lunne-Plan“ soll im März vorgestellt werden."),
        ("fr", "Le pont a rouvert samedi, plus tôt que prévu."),
        ("fr", "Le maire a quitté la salle."),
        ("es", "El embalse está más lleno que nunca."),
        ("es", "La Fiscalía pedirá cuatro años de cárcel para el anticuario."),
        ("fr", "Le maire a ouvert un guichet pour les familles."),
        ("es", "La vista se celebrará el lunes en la Audiencia."),
    ],
)
def test_a_sentence_that_reports_nothing_has_no_attribution(language: str, text: str) -> None:
    assert analyse(text, language=language).attributions == ()


@pytest.mark.parametrize("language", sorted(TONGUES))
def test_a_table_is_written_in_small_letters(language: str) -> None:
    tongue = TONGUES[language]
    for table in (tongue, tongue.names):
        for name in table.__slots__:
            value = getattr(table, name)
            if isinstance(value, frozenset | dict):
                assert [word for word in value if word != word.lower()] == [], name


@pytest.mark.parametrize("language", sorted(TONGUES))
def test_every_separable_verb_has_known_particles_and_every_kind_its_verbs(language: str) -> None:
    tongue = TONGUES[language]
    known = tongue.verbs | tongue.participles
    assert tongue.separable.keys() <= known
    assert frozenset[str]().union(*tongue.separable.values()) <= tongue.particles
    assert tongue.denying | tongue.asking | tongue.intending | tongue.objects <= known


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("de", "Brandt und Lohse sagten, es sei vorbei.", ["Brandt und Lohse"]),
        ("de", "„Es ist vorbei“, sagten Uwe Brandt und Anna Lohse.", ["Uwe Brandt und Anna Lohse"]),
        (
            "de",
            "Uwe Brandt, Anna Lohse und Tim Roth sagten, es sei vorbei.",
            ["Uwe Brandt, Anna Lohse und Tim Roth"],
        ),
        ("de", "Polizei und Feuerwehr teilten mit, es sei vorbei.", ["Polizei und Feuerwehr"]),
        ("de", "Laut Polizei und Feuerwehr war er fort.", ["Polizei und Feuerwehr"]),
        ("de", "Der Damm ist alt und Lohse sagte, er sei morsch.", ["Lohse"]),
        ("de", "Die Polizei sucht Brandt und Lohse sagte, er sei weg.", ["Lohse"]),
        (
            "de",
            "Das Bundesministerium für Gesundheit und Soziales teilte mit, die Zahl sei gestiegen.",
            ["Bundesministerium für Gesundheit und Soziales"],
        ),
        (
            "de",
            "Anna Lohse vom Ministerium für Umwelt, Naturschutz und Verkehr sagte, der Damm sei alt.",
            ["Anna Lohse"],
        ),
        (
            "de",
            "Die Gewerkschaft Erziehung und Wissenschaft forderte mehr Geld.",
            [
                "Gewerkschaft Erziehung und Wissenschaft",
            ],
        ),
        ("fr", "Jean Roux et Marie Petit ont dit que c’était fini.", ["Jean Roux et Marie Petit"]),
        ("fr", "« C’est fini », ont dit Jean Roux et Marie Petit.", ["Jean Roux et Marie Petit"]),
        ("fr", "La police et les pompiers ont dit que c’était fini.", ["police et les pompiers"]),
        ("fr", "Le pont est fermé et Jean Roux a dit que c’était fini.", ["Jean Roux"]),
        (
            "fr",
            "Le ministère de la Santé et des Solidarités a dit que c’était fini.",
            [
                "ministère de la Santé et des Solidarités",
            ],
        ),
        ("fr", "L’homme qui vit à Lille a dit que c’était fini.", ["L'homme qui vit à Lille"]),
        ("fr", "D’après Reuters, le pont est fermé.", ["Reuters"]),
        ("es", "Juan Soto y Ana Ruiz dijeron que se acabó.", ["Juan Soto y Ana Ruiz"]),
        ("es", "«Se acabó», dijeron Juan Soto y Ana Ruiz.", ["Juan Soto y Ana Ruiz"]),
        ("es", "El puente está cerrado y Juan Soto dijo que se acabó.", ["Juan Soto"]),
        ("es", "El Ministerio de Sanidad y Consumo dijo que se acabó.", ["Ministerio de Sanidad y Consumo"]),
        (
            "es",
            "La Organización para la Cooperación y el Desarrollo Económicos dijo que se acabó.",
            ["Organización para la Cooperación y el Desarrollo Económicos"],
        ),
        (
            "es",
            "Dos funcionarios que pidieron no ser citados dijeron que se acabó.",
            [
                "Dos funcionarios que pidieron no ser citados",
            ],
        ),
    ],
)
def test_two_who_speak_are_two_and_a_list_in_a_name_is_one(
    language: str, text: str, names: list[str]
) -> None:
    assert [each.source_name for each in analyse(text, language=language).attributions] == names


# What a careful reader of each language found: who must not, and who must, be given the words.
MOUTHS = [
    ("de", "„Es gibt kein Geld“, sagte der Sprecher von Uwe Timm.", ["der Sprecher von Uwe Timm"]),
    ("de", "Die Anwältin von Karl Weber, Miriam Stolz, sagte, er schweige.", ["Miriam Stolz"]),
    ("de", "„Das glaube ich nicht“, sagte ihm Anna Kolb.", ["Anna Kolb"]),
    ("de", "Laut CDU und SPD gibt es kein Geld.", ["CDU und SPD"]),
    ("de", "Niemand sagte, dass er gehe.", []),
    ("de", "Hessens Innenminister Jan Kolb sagte: „Nein.“", ["Jan Kolb"]),
    ("de", "Das Urteil wird nach Auskunft einer Sprecherin Mitte Mai erwartet.", ["einer Sprecherin"]),
    ("de", "Nach Angaben von Anna Kolb steigt die Steuer.", ["Anna Kolb"]),
    ("de", "„Das stimmt nicht“, schimpfte Anna Kolb.", ["Anna Kolb"]),
    (
        "fr",
        "La porte-parole du ministre Paul Morel dit que la loi est prête.",
        [
            "La porte-parole du ministre Paul Morel",
        ],
    ),
    ("fr", "« Sortez d’ici », lui a dit Paul Morel.", ["Paul Morel"]),
    ("fr", "Comme l’a dit Anne Colin, la loi est prête.", ["Anne Colin"]),
    ("fr", "L’usine, fermée depuis mars, va rouvrir, a annoncé le maire.", ["le maire"]),
    ("fr", "Paul Morel, 34 ans, a été arrêté, a annoncé Anne Colin.", ["Anne Colin"]),
    ("fr", "Anne Colin, qui est maire, a annoncé que la loi est prête.", ["Anne Colin"]),
    ("fr", "Selon Paul Morel et Anne Colin, la loi est prête.", ["Paul Morel et Anne Colin"]),
    ("fr", "Le maire de Lyon Paul Morel dit que la loi est prête.", ["Paul Morel"]),
    ("fr", "Rien ne dit que la loi est prête.", []),
    ("fr", "Le juge dit à Paul Morel : « Sortez d’ici. »", ["Le juge"]),
    ("fr", "« Tout va bien », a dit le Premier ministre Paul Morel.", ["Paul Morel"]),
    ("fr", "« C’est faux », a déclaré à l’AFP Maria Volkova.", ["Maria Volkova"]),
    (
        "es",
        "«Todo va bien», dijo la portavoz del ministro Pablo Mora.",
        ["la portavoz del ministro Pablo Mora"],
    ),
    ("es", "Pablo Mora calló. «Es mentira», dijo a los periodistas Ana Colina.", ["Ana Colina"]),
    ("es", "«El fuego corrió», relató a Efe Remedios Casal.", ["Remedios Casal"]),
    ("es", "La fiscal le dijo que era tarde.", ["La fiscal"]),
    ("es", "El puente, que es viejo, se cerrará, anunció Ana Colina.", ["Ana Colina"]),
    ("es", "Ana Colina, que es alcaldesa, anunció que se cerrará.", ["Ana Colina"]),
    ("es", "El alcalde de León Pablo Mora dijo que no irá.", ["Pablo Mora"]),
    ("es", "Nadie dijo que la ley estaba lista.", []),
    ("es", "Pablo Mora aprueba el plan y critica el retraso.", []),
    ("es", "Pablo Mora confesó que mató a su mujer.", ["Pablo Mora"]),
    # A document is the word of who it is by.
    ("de", "Laut einem Bericht der „Zeit“ sind die Mieten gestiegen.", ["Zeit"]),
    ("de", "Laut der „Bild“-Zeitung sind die Mieten gestiegen.", ["Bild"]),
    ("de", "Die Mieten seien gestiegen, sagte Anna Lohse der „Zeit“.", ["Anna Lohse"]),
    ("fr", "Une étude publiée par l’Insee montre que la loi est prête.", ["Insee"]),
    ("fr", "D’après les chiffres de l’Insee, les loyers ont augmenté.", ["Insee"]),
    ("es", "Según datos del INE, los alquileres han subido.", ["INE"]),
    ("es", "Un estudio publicado por Caritas muestra que los alquileres han subido.", ["Caritas"]),
]


@pytest.mark.parametrize(("language", "text", "names"), MOUTHS, ids=[text for _, text, _ in MOUTHS])
def test_words_are_given_to_who_said_them(language: str, text: str, names: list[str]) -> None:
    assert [each.source_name for each in analyse(text, language=language).attributions] == names


@pytest.mark.parametrize(
    ("language", "text", "content"),
    [
        (
            "de",
            "Die Kosten liegen laut Anna Kolb bei 3 Millionen Euro.",
            "Die Kosten liegen … bei 3 Millionen Euro",
        ),
        ("es", "Según Ana Colina, portavoz de UGT, la huelga sigue.", "la huelga sigue"),
    ],
)
def test_the_figure_behind_the_source_belongs_to_what_is_said(language: str, text: str, content: str) -> None:
    (one,) = analyse(text, language=language).attributions
    assert " … ".join(text[start:end] for start, end in one.content) == content
