"""Voices that no name tells: institutions and documents, people by trade or side, one or many."""

from __future__ import annotations

import re
from typing import Final

from factcheck.text import lexicon as lx
from factcheck.text.organisations import is_organisation
from factcheck.text.roles import ROLES
from factcheck.text.values import Anonymity
from factcheck.text.wordlists import words

# Institutions, and what speaks for one: it is named by its kind alone (`the police`, `the company`).
BODIES: Final = words("""
    company firm agency group organization organisation university ministry department bank party campaign
    network newspaper union association institute court commission committee council government
    administration police army military board authority bureau club charity foundation society federation
    league alliance coalition regulator airline carrier utility operator manufacturer maker retailer
    developer supplier publisher brokerage insurer reinsurer broadcaster station channel website paper
    magazine daily weekly tabloid parliament senate congress house legislature assembly cabinet embassy
    hospital school college museum library church academy tribunal inquiry inspectorate watchdog
    laboratory lab startup start-up business trust fund mission panel exchange service coastguard guard
    office centre center press media state city country nation vendor lender builder kingdom republic
    municipality treasury crown prosecution ombudsman consortium partnership nonprofit
    palace think-tank line chain body tank force navy
    """)
# What is written, shown or filed.
DOCUMENTS: Final = words("""
    report statement study survey poll letter email e-mail message post tweet document draft memo note
    lawsuit suit complaint filing indictment affidavit ruling judgment judgement verdict order bill law
    presentation paper article editorial book review analysis audit results figures data findings research
    work experiment manual guide guidelines transcript record records recording video footage card reply
    text release leaflet poster sign petition motion plan map chart census emails letters documents
    reports posts messages tweets papers filings accounts communique communiqué dossier forecast
    estimates statistics notice dictionary search finding caption simulation headline
    graph dataset scan trial trials investigation probe guidance advice briefing calculation calculations
    prospectus minutes bulletin index
    """)
PEOPLE: Final = words("""
    people police staff crowd family community others both few many some most several dozens hundreds
    thousands everyone everybody they we public majority minority team delegation youth clergy percent
    half sources witnesses neighbours neighbors users locals friends fans relatives insiders onlookers
    colleagues parents passengers pupils women men children teenagers
    survivors charities rescuers shopkeepers hoteliers paramedics drivers pilots landlords publishers brokers
    climbers divers refugees victims families publicans vets jurors bailiffs commuters shoppers motorists
    couple opposition pals eyewitnesses bystanders campaigners pair duo trio gardaí gardai
    """)
_ONE: Final = words("a an one another somebody someone")
_SINGULAR_S: Final = words("boss press politics congress business access news")
# Endings of words for people by trade or side, for a plural that opens a sentence (`Auditors said`).
_PERSON_PLURAL: Final = re.compile(
    r"(?:[tdrnslgm]ers|[tsc]ors|ists|ians|[cg]ians|mates|ates|eers|eagues|icials|perts|itics|users|men|women|yees|idents|ents|ants|ives|ople)$"
)
# Capitalised words for a person of some side: `a senior Republican` names nobody.
SIDES: Final = words("""
    republican democrat conservative liberal american european russian official supporter voter aide
    adviser lawmaker senator tory christian muslim german frenchman briton israeli palestinian ukrainian
    canadian
    """)
_COMMON: Final = words("part plenty member source success drop anything everything polling results workers")
# Names with the ending of a plural of people.
_LIKE_PEOPLE: Final = words("reuters myers rogers sanders saunders chambers waters peters withers")


def is_common(word: str) -> bool:
    """Whether a word with a sentence's capital is a common noun for people (`Officers`, `Critics`)."""
    lower = word.lower()
    if lower in _LIKE_PEOPLE:
        return False
    if (
        lx.ENGLISH.get(lower, 0) & (lx.DET | lx.NUMBER | lx.PRONOUN)
        or lower in _COMMON
        or lower in PEOPLE
        or lower in DOCUMENTS
        or lower in SIDES
        or lower.rstrip("s") in SIDES
    ):
        return True
    if lower in ROLES or lower.removesuffix("s") in ROLES or lower in BODIES:
        return True
    if lower.removesuffix("s") in BODIES or (lower.endswith("ies") and lower[:-3] + "y" in BODIES):
        return True  # `Unions said`, `Companies said`
    return len(word) > 5 and _PERSON_PLURAL.search(lower) is not None


_COUNTS: Final = words(
    """
    two three four five six seven eight nine ten dozens several many few some most these those
    """
)


def anonymity_of(parts: list[str], core: list[str]) -> Anonymity:
    """An institution or a document is named by its kind; people are not, one or many."""
    first = parts[0].lower()
    last = core[-1].lower()
    last = last[:-2] if last.endswith(("’s", "'s")) else last.rstrip("’'.,")
    if first in _ONE and last not in BODIES and last not in DOCUMENTS:
        return (
            "unnamed_group"
            if last in {"number", "majority", "group", "minority", "couple", "handful"}
            else "unnamed_person"
        )
    if (
        last in DOCUMENTS
        or last in BODIES
        or (last.removesuffix("s") in BODIES and last != first and first == "the" and len(core) < 3)
    ):
        return "named"
    if is_organisation(core[-1].rstrip("’'s")) and core[-1][:1].isupper():
        return "named"
    many = last in PEOPLE or (last.endswith("s") and last not in _SINGULAR_S and not last.endswith("ss"))
    many = many or last.endswith(("men", "women", "people")) or first[:1].isdigit() or first in _COUNTS
    return "unnamed_group" if many else "unnamed_person"
