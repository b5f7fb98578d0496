"""Sentences in the other languages a newsroom meets, and which language a text is in."""

from __future__ import annotations

import pytest

from factcheck.text.language import detect
from factcheck.text.sentences import split

SPACED = {
    "de": [
        "Die Brücke wird am 3. März gesperrt.|Das teilte die Stadt mit.",
        "Dr. Anna Roth sprach mit Prof. Klein.|„Wir bauen neu“, sagte sie.|Er schwieg.",
        "Der Umbau kostet ca. 3,5 Mio. Euro.|Er dauert bis z. B. Mai.",
        "„Wir haben gewonnen.|Wir machen weiter“, sagte Roth.",
        "Er lebte im 19. Jahrhundert, d. h. vor langer Zeit.|Heute ist das anders.",
        "Es gab Stühle, Tische usw.|Niemand kam.",
        "»Es ist vorbei.«|Er ging.",
        "Sie wohnt in der Hauptstr. 5 in Ulm.|Wo wohnt er?|Niemand weiß es!",
    ],
    "fr": [
        "M. Dupont a parlé à Mme Leroy.|Elle n’a rien dit.",
        "« Nous avons gagné. »|Il est parti.",
        "«\u00a0Nous avons gagné.|Nous continuons\u00a0», a dit Anne Leroy.",
        "Le pont coûte 3,5 millions d’euros, cf. p. 5 du rapport.|Les travaux durent un an.",
        "Qui vient\u00a0?|Personne\u00a0!",
        "Il y avait des chaises, des tables, etc.|La salle était vide.",
    ],
    "es": [
        "El Sr. Gómez habló con la Dra. Ruiz.|¿Quién paga?|¡Nadie!",
        "La ley entró en vigor en EE. UU. el 3 de marzo.|El alcalde calló.",
        "Vive en los EE.UU.|El año pasado volvió.",
        "«Hemos ganado.|Seguimos», dijo Ruiz.",
        "Cuesta 3.500 euros (véase pág. 5).|No es poco.",
    ],
    "pt": [
        "O Sr. Gomes falou com a Dra. Reis.|Ela não respondeu.",
        "A ponte custa 3,5 milhões (ver pág. 5).|É muito.",
        "“Ganhámos.|Vamos continuar”, disse Reis.",
        "Quem paga?|Ninguém!",
    ],
    "pl": [
        "Dr Nowak i prof. Kowalska rozmawiali.|Nikt nie słuchał.",
        "Most kosztuje ok. 3,5 mln zł.|To dużo.",
        "W 2020 r. zbudowano most.|W 2021 r. go zamknięto.",
        "Kupili m.in. stoły, krzesła itp.|Sala była pusta.",
        "„Wygraliśmy.|Idziemy dalej” – powiedziała Nowak.",
    ],
    "ar": [
        "أغلقت المدينة الجسر.|هل يفتح قريبا؟|لا أحد يعلم!",
        "قال د. سامي إن العمل بدأ.|وأضاف أنه سيستمر عاما.",
    ],
}
WIDE = {
    "zh": [
        "市政府关闭了大桥。|什么时候开放？|没有人知道！",
        "“我们赢了。|我们会继续。”安娜说。|他走了。",
        "价格是3.5元。|不贵。",
    ],
    "ja": [
        "市は橋を閉鎖した。|いつ開くのか？|誰も知らない。",
        "「勝った。|続ける。」と市長は述べた。|彼は去った。",
    ],
}


@pytest.mark.parametrize(
    ("language", "marked"), [(code, text) for code, texts in SPACED.items() for text in texts]
)
def test_a_sentence_ends_where_its_language_ends_it(language: str, marked: str) -> None:
    text = marked.replace("|", " ")
    assert [text[s:e] for s, e in split(text, 0, len(text), language=language)] == marked.split("|")


@pytest.mark.parametrize(
    ("language", "marked"), [(code, text) for code, texts in WIDE.items() for text in texts]
)
def test_a_full_width_mark_needs_no_white_space(language: str, marked: str) -> None:
    text = marked.replace("|", "")
    assert [text[s:e] for s, e in split(text, 0, len(text), language=language)] == marked.split("|")


@pytest.mark.parametrize("language", ["xx", "und", "it", "ru"])
def test_an_unknown_language_keeps_titles_and_splits_at_plain_ends(language: str) -> None:
    text = "Il dott. Prof. Rossi è venuto. Non ha detto niente. Мост закрыт. Все ждут."
    found = [text[s:e] for s, e in split(text, 0, len(text), language=language)]
    assert found[-2:] == ["Мост закрыт.", "Все ждут."]
    assert "Non ha detto niente." in found


@pytest.mark.parametrize(
    ("language", "text"),
    [(code, " ".join(texts).replace("|", " ")) for code, texts in SPACED.items()]
    + [(code, "".join(texts).replace("|", "")) for code, texts in WIDE.items()]
    + [
        ("en", "The city has closed the bridge, and nobody knows when it will be opened."),
        ("en", "Bridge closed"),
        ("it", "Il ponte è chiuso e nessuno sa quando sarà aperto, ha detto il sindaco della città."),
        (
            "nl",
            "De brug is dicht en niemand weet wanneer het weer opengaat, zei de burgemeester van de stad.",
        ),
        ("ru", "Мост закрыт, и никто не знает, когда он откроется."),
        ("uk", "Міст закрито, і ніхто не знає, коли він відкриється."),
        ("fa", "پل بسته است و هیچ‌کس نمی‌داند چه زمانی باز می‌شود."),
        ("ko", "다리가 폐쇄되었다."),
        ("und", ""),
        ("und", "1234 5678"),
    ],
)
def test_a_text_of_some_length_tells_its_language(language: str, text: str) -> None:
    assert detect(text) == language
