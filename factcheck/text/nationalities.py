"""Countries by their adjectives: `the Norwegian minister` is `Norway’s minister`."""

from __future__ import annotations

from typing import Final

_COUNTRIES: Final = """
afghan afghanistan|albanian albania|algerian algeria|american america|argentine argentina|argentinian
argentina|armenian armenia|australian australia|austrian austria|azerbaijani azerbaijan|bangladeshi
bangladesh|belarusian belarus|belgian belgium|bolivian bolivia|bosnian bosnia|brazilian brazil|british
britain|bulgarian bulgaria|cambodian cambodia|cameroonian cameroon|canadian canada|chilean chile|chinese
china|colombian colombia|congolese congo|croatian croatia|cuban cuba|cypriot cyprus|czech czechia|danish
denmark|dutch netherlands|ecuadorian ecuador|egyptian egypt|english england|eritrean eritrea|estonian
estonia|ethiopian ethiopia|finnish finland|french france|georgian georgia|german germany|ghanaian ghana|greek
greece|guatemalan guatemala|haitian haiti|honduran honduras|hungarian hungary|icelandic iceland|indian
india|indonesian indonesia|iranian iran|iraqi iraq|irish ireland|israeli israel|italian italy|jamaican
jamaica|japanese japan|jordanian jordan|kazakh kazakhstan|kenyan kenya|kosovan kosovo|kuwaiti kuwait|latvian
latvia|lebanese lebanon|libyan libya|lithuanian lithuania|malaysian malaysia|malian mali|maltese malta|mexican
mexico|moldovan moldova|mongolian mongolia|moroccan morocco|nepalese nepal|nicaraguan nicaragua|nigerian
nigeria|norwegian norway|pakistani pakistan|palestinian palestine|panamanian panama|peruvian peru|philippine
philippines|polish poland|portuguese portugal|qatari qatar|romanian romania|russian russia|rwandan
rwanda|salvadoran salvador|scottish scotland|senegalese senegal|serbian serbia|slovak slovakia|slovenian
slovenia|somali somalia|spanish spain|sudanese sudan|swedish sweden|swiss switzerland|syrian syria|taiwanese
taiwan|tanzanian tanzania|thai thailand|tunisian tunisia|turkish turkey|ugandan uganda|ukrainian
ukraine|uruguayan uruguay|venezuelan venezuela|vietnamese vietnam|welsh wales|yemeni yemen|zambian
zambia|zimbabwean zimbabwe
"""


def _countries() -> dict[str, str]:
    """Adjective to country, and each country to itself."""
    found: dict[str, str] = {}
    for pair in _COUNTRIES.replace("\n", " ").split("|"):
        adjective, country = pair.split()
        found[adjective] = found[country] = country
    return found


COUNTRIES: Final = _countries()


def country_of(word: str) -> str:
    """The country that a word in small letters names (`norwegian`, `norway’s`), or the word itself."""
    plain = word.removesuffix("’s").removesuffix("'s")
    return COUNTRIES.get(plain, word)
