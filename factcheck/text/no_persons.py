"""Names that are no person's: places, peoples, parties, days. None of them is `he` or `she`."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from factcheck.text.first_names import gender_of
from factcheck.text.nationalities import COUNTRIES
from factcheck.text.wordlists import words

_STATES: Final = """
    alabama, alaska, arizona, arkansas, california, colorado, connecticut, delaware, florida, georgia,
    hawaii, idaho, illinois, indiana, iowa, kansas, kentucky, louisiana, maine, maryland, massachusetts,
    michigan, minnesota, mississippi, missouri, montana, nebraska, nevada, new hampshire, new jersey, new
    mexico, new york, north carolina, north dakota, ohio, oklahoma, oregon, pennsylvania, rhode island,
    south carolina, south dakota, tennessee, texas, utah, vermont, virginia, washington, west virginia,
    wisconsin, wyoming, puerto rico, district of columbia, ontario, quebec, alberta, british columbia,
    nova scotia, manitoba, saskatchewan, new south wales, queensland, tasmania, bavaria, saxony, hesse,
    brandenburg, catalonia, andalusia, galicia, brittany, normandy, provence, tuscany, sicily, sardinia,
    lombardy, piedmont, crimea, donbas, kashmir, punjab, bengal, xinjiang, tibet, hong kong, macau, gaza,
    west bank, northern ireland, cornwall, devon, kent, essex, sussex, yorkshire, lancashire, cumbria
    """
_CITIES: Final = """
    albany, albuquerque, amsterdam, anchorage, ankara, antwerp, athens, atlanta, auckland, baghdad,
    baltimore, bangalore, bangkok, barcelona, beijing, beirut, belfast, belgrade, berlin, berne,
    birmingham, bogota, bombay, bonn, bordeaux, boston, brasilia, bremen, brisbane, bristol, brooklyn,
    brussels, bucharest, budapest, buenos aires, buffalo, cairo, calais, calcutta, calgary, cambridge,
    canberra, cape town, caracas, cardiff, casablanca, chicago, cincinnati, cleveland, cologne, colombo,
    columbus, copenhagen, cork, dakar, dallas, damascus, delhi, denver, detroit, dhaka, dresden, dublin,
    dubai, durban, dusseldorf, edinburgh, el paso, florence, fort worth, frankfurt, fresno, gdansk,
    geneva, genoa, ghent, glasgow, gothenburg, guangzhou, hamburg, hanoi, hanover, harare, harlem,
    hartford, havana, helsinki, hiroshima, ho chi minh city, hollywood, honolulu, houston, hull,
    indianapolis, islamabad, istanbul, jakarta, jerusalem, johannesburg, kabul, kampala, kansas city,
    karachi, kathmandu, kharkiv, khartoum, kigali, kinshasa, krakow, kuala lumpur, kyiv, kiev, kyoto,
    lagos, lahore, las vegas, leeds, leipzig, lima, lisbon, liverpool, london, los angeles, luanda,
    lusaka, luxembourg, lyon, madrid, malmo, managua, manchester, manhattan, manila, maputo, marseille,
    mecca, melbourne, memphis, mexico city, miami, milan, milwaukee, minneapolis, minsk, mombasa, monaco,
    montevideo, montreal, moscow, mumbai, munich, nagasaki, nairobi, nantes, naples, nashville, new delhi,
    new orleans, newark, newcastle, nice, nottingham, nuremberg, oakland, odesa, oklahoma city, omaha,
    osaka, oslo, ottawa, oxford, palermo, panama city, paris, perth, philadelphia, phoenix, pittsburgh,
    plymouth, port-au-prince, portland, porto, poznan, prague, pretoria, pyongyang, quito, rabat, raleigh,
    reykjavik, riga, rio de janeiro, riyadh, rome, rotterdam, sacramento, saint petersburg, salt lake
    city, san antonio, san diego, san francisco, san jose, san juan, santiago, santo domingo, sao paulo,
    sarajevo, seattle, seoul, seville, shanghai, sheffield, shenzhen, singapore, sofia, southampton,
    stockholm, st. louis, st. petersburg, stuttgart, sydney, taipei, tallinn, tampa, tashkent, tbilisi,
    tehran, tel aviv, the hague, tianjin, tirana, tokyo, toronto, toulouse, tripoli, tucson, tulsa, tunis,
    turin, ulaanbaatar, utrecht, valencia, vancouver, vatican, venice, vienna, vilnius, warsaw,
    wellington, wuhan, yerevan, zagreb, zurich
    """
_WIDER: Final = """
    africa, antarctica, arctic, asia, europe, latin america, middle east, north america, south america,
    scandinavia, balkans, caribbean, midwest, new england, silicon valley, wall street, white house,
    capitol hill, pentagon, kremlin, downing street, westminster, united states, u.s., u.k., america,
    united kingdom, united arab emirates, united nations, european union, soviet union, north korea, south
    korea, south africa, south sudan, saudi arabia, new zealand, costa rica, sri lanka, sierra leone, el
    salvador, ivory coast, burkina faso, czech republic, dominican republic, papua new guinea, myanmar,
    burma, angola, bahrain, barbados, benin, bhutan, botswana, brunei, burundi, chad, djibouti, fiji,
    gabon, gambia, guinea, guyana, honduras, kyrgyzstan, laos, lesotho, liberia, liechtenstein,
    madagascar, malawi, maldives, mauritania, mauritius, montenegro, mozambique, namibia, niger, north
    macedonia, oman, paraguay, suriname, tajikistan, togo, tonga, trinidad, turkmenistan, uzbekistan,
    vanuatu
    """
_PEOPLES: Final = words("""
    african-american african-americans asian-american asian-americans mexican-american mexican-americans
    latino latina latinos latinas hispanic hispanics black blacks white whites native natives jew jews jewish
    muslim muslims christian christians catholic catholics protestant protestants evangelical evangelicals
    hindu hindus sikh sikhs buddhist buddhists mormon mormons kurd kurds kurdish arab arabs roma sunni sunnis
    shiite shiites european europeans african africans asian asians latin republican republicans democrat
    democrats democratic conservative conservatives liberal liberals tory tories labour labor whig whigs green
    greens socialist socialists communist communists marxist marxists nationalist nationalists allied british
    swedes danes finns poles czechs slovaks serbs croats spaniards frenchmen englishmen irishmen scots turks
    germans thais dutchmen swiss chinese japanese portuguese vietnamese
    """)
_DAYS: Final = words("""
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august
    september october november december christmas easter thanksgiving ramadan passover hanukkah halloween
    """)
_NAMED: Final = frozenset(
    " ".join(name.split()) for listing in (_STATES, _CITIES, _WIDER) for name in listing.split(",")
) | frozenset(COUNTRIES)
# Of those, what is a surname too.
_SURNAMES: Final = words("""
    black white green english british whig african latin poles danes scott german french welsh irish holland
    israel jordan ireland india china britain england wales poland france norway spain chad cuba
    december august may
    """)
_CITIZENS: Final = words("""
    swede dane finn pole scot turk serb croat briton brit spaniard frenchman frenchwoman englishman
    englishwoman irishman irishwoman dutchman welshman zealander filipino filipina argentine londoner
    parisian texan californian
    """)


def is_citizen(word: str) -> bool:
    """Whether a word calls somebody by people or party, and is no place: `the Portuguese`, `a Swede`."""
    lower = word.lower()
    citizen = lower in COUNTRIES and COUNTRIES[lower] != lower
    return citizen or lower in _CITIZENS or lower in _PEOPLES


@lru_cache(maxsize=8192)
def is_no_person(name: str) -> bool:
    """Whether a name is known for something else than a person: a place, a people, a party, a day."""
    lower = name.lower()
    if lower in _NAMED:
        return True
    first, _, last = lower.rpartition(" ")
    if first and last in _SURNAMES and gender_of(name.partition(" ")[0]) is not None:
        return False
    return last in _PEOPLES or last in _DAYS or last.removesuffix("s") in COUNTRIES
