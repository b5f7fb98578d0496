"""Which language a text is written in, from its script and its smallest words.

The commonest words of a language are a tenth to a half of any text in it and hardly any of another,
so that at the length of an article counting them decides. Languages that the engine does not split
with data of their own are counted too, so that Italian is not taken for Spanish.
"""

from __future__ import annotations

import re
from collections import Counter

from factcheck.text.readings import to_plain
from factcheck.text.wordlists import words

# More is not needed to decide, and a long text costs no more than a short one.
MOST_READ = 1500
WORD = re.compile(r"[^\W\d_]+")
# Letters of ASCII made small, all else white space.
LETTERS = bytes(ord(chr(code).lower()) if code < 128 and chr(code).isalpha() else 32 for code in range(256))
UNDECIDED = "und"
# Scripts that name the language, or the commonest one written in them.
SCRIPTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("ja", re.compile("[\u3041-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("zh", re.compile("[\u4e00-\u9fff\u3400-\u4dbf]")),
    ("ar", re.compile("[\u0620-\u06ff]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("he", re.compile("[\u05d0-\u05ea]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
)
OTHER_SCRIPT = re.compile("[\u0370-\u1fff\u2e80-\ud7ff]")
LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
# Letters that part languages of one script.
PERSIAN = re.compile("[پچژگ]")
URDU = re.compile("[ٹڈڑےں]")
UKRAINIAN = re.compile("[іїєґ]")
COMMON: dict[str, frozenset[str]] = {
    "en": words("""
        the of and to in a is that for it was on with as he be by at this had not are but from or have an
        they which one you were her all she there would their we him been has when who will more if out so
        said what its into about than them can only other i his
        """),
    "de": words("""
        der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden
        aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur
        oder aber vor zur bis mehr durch man sein wurde sei ich wir
        """),
    "fr": words("""
        de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec
        son aux ont été mais ou cette ces leur sa elle être nous comme même ses deux vous l d n s c qu on
        fait y je
        """),
    "es": words("""
        de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me
        si sin sobre este ya entre cuando todo esta ser son dos también fue había era muy años hasta desde
        está mi porque qué sólo yo han hay
        """),
    "pt": words("""
        de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem
        à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso ela entre era depois
        sem mesmo aos ter seus são você
        """),
    "pl": words("""
        w i na z do się nie to że o jest jak po za od a przez dla czy tym ale co przy już tego będzie był
        była było są ich tylko jego który która które jej może ze oraz także lub tak pod we przed być roku
        lat
        """),
    "it": words("""
        di e il la che in a per un è non del si una da sono le con i della dei al nel anche come più alla ma
        ha gli dal lo se delle o questo ed suo sua su nella essere loro stato ci cui tra dopo
        """),
    "nl": words("""
        de van het een en in is dat op te zijn met voor die niet aan er om ook als dan maar bij uit door
        naar heeft wordt hij worden ze deze over nog werd meer dit kan was hebben geen of tot zich
        """),
    "sv": words("""
        och i att det som en på är av för med den till inte om har de ett han var jag från men sig så kan
        när man vid nu ska där hon eller vara
        """),
    "da": words("""
        og i at det er en til af på for med den der de ikke som har et om han fra men var sig kan vi jeg så
        ved skal være eller efter også blev hun
        """),
    "ro": words("""
        și de în la a care cu pe nu că o un din pentru este mai au fost ca sau al prin se le dar lui ce după
        fi sunt
        """),
    "cs": words("""
        a v se na je že s z do o to k i by pro ale jako ve od po jsem tak podle jsou bylo který také než byl
        která
        """),
    "tr": words("""
        ve bir bu da de için ile olarak çok daha olan gibi ne en kadar sonra ama var olduğu değil o her göre
        """),
    "id": words("""
        yang dan di dari untuk dengan ini itu pada tidak dalam akan ke adalah oleh juga telah sebagai bisa
        karena
        """),
}
# Letters that one of these languages has and the others have not, but in names.
TELLING: dict[str, str] = {
    **dict.fromkeys("łżęą", "pl"),
    **dict.fromkeys("řěů", "cs"),
    **dict.fromkeys("ß", "de"),
    **dict.fromkeys("ñ¿¡", "es"),
    **dict.fromkeys("ãõ", "pt"),
    **dict.fromkeys("ğış", "tr"),
    **dict.fromkeys("țșă", "ro"),
}
TELLING_LETTER = re.compile(f"[{''.join(TELLING)}]")
# A word that two languages have is worth half in each.
WORTH: dict[str, tuple[tuple[str, float], ...]] = {}
for vocabulary in COMMON.values():
    for common in vocabulary:
        sharing = [code for code, others in COMMON.items() if common in others]
        WORTH[common] = tuple((code, 1 / len(sharing)) for code in sharing)
# Below this share of a language's commonest words a text is a list of names, or in none of them.
LEAST_SHARE = 0.06
# A headline has few words: nothing speaks against English in it if it is in plain ASCII.
FEW_WORDS = 12


def detect(text: str) -> str:
    """Return the ISO 639-1 code of the language of `text`, or `und` where none can be told.

    Short texts of plain ASCII letters without any other sign are taken for English.
    """
    sample = text[:MOST_READ]
    if sample.isascii() or not OTHER_SCRIPT.search(sample):
        return detect_latin(sample)
    latin = len(LATIN.findall(sample))
    counts = {code: len(pattern.findall(sample)) for code, pattern in SCRIPTS}
    code = max(counts, key=lambda script: counts[script])
    # One character of Chinese says as much as several letters.
    weight = 3 if code in ("ja", "zh", "ko") else 1
    if counts["ja"] * 10 > counts["zh"] and counts["ja"] * 3 > latin:
        return "ja"
    if counts[code] * weight <= latin or not counts[code]:
        return detect_latin(sample)
    if code == "ar":
        return (
            "ur"
            if URDU.search(sample)
            else "fa"
            if len(PERSIAN.findall(sample)) * 50 > counts["ar"]
            else "ar"
        )
    if code == "ru" and len(UKRAINIAN.findall(sample)) * 50 > counts["ru"]:
        return "uk"
    return code


def read_letters(sample: str) -> list[str]:
    """Return the words of `sample`, runs of letters, in small letters.

    In plain text all that is no letter becomes white space, which takes a third of the pattern's time.
    """
    plain = to_plain(sample.replace("’", "'"))
    if plain.isascii():
        return plain.encode().translate(LETTERS).decode().split()
    return WORD.findall(sample.lower())


def detect_latin(sample: str) -> str:
    """Return the language in Latin letters whose commonest words are the most of `sample`."""
    in_order = read_letters(sample)
    common = Counter([word for word in in_order if word in WORTH])
    scores: dict[str, float] = {}
    for word, times in common.items():
        for code, worth in WORTH[word]:
            scores[code] = scores.get(code, 0.0) + worth * times
    if not sample.isascii():
        for letter in TELLING_LETTER.findall(sample):
            scores[TELLING[letter]] = scores.get(TELLING[letter], 0.0) + 1.0
    short = len(in_order) <= FEW_WORDS and sample.isascii()
    if not scores:
        return "en" if in_order and short else UNDECIDED
    best = max(scores, key=lambda code: scores[code])
    if short and (len(common) < 2 or scores.get("en", 0.0) >= scores[best] / 2):
        return "en"
    return best if scores[best] >= LEAST_SHARE * len(in_order) else UNDECIDED
