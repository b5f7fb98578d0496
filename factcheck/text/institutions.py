"""Institutions with a list or a purpose in their name: `Food and Drug Administration`.

The rules of attribution part phrases at commas, conjunctions and prepositions. In such a name these are
fused with the words around them: each becomes a capitalised word of the same length that no text has, so
that every rule sees one name and no offset moves. What leaves the engine is parted again.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from factcheck.text.values import Span
from factcheck.text.wordlists import words

# No word begins with this letter in any language that has it.
_MARK: Final = "Ð"
_COMMA: Final = "º"
_SMALL: Final = "and|of|for|on|the|to"
_PARTED: Final = re.compile(rf"\b(?:{_SMALL})\b|[,&]")
_SPELT: Final = {_MARK + word[1:]: word for word in _SMALL.split("|")} | {_COMMA: ",", _MARK: "&"}
# A small word of such a name, fused: part of a pattern.
FUSED: Final = rf"{_MARK}(?:{'|'.join(word[1:] for word in _SMALL.split('|'))}|)\b"
_FUSED: Final = re.compile(f"{FUSED}|{_COMMA}")
# Prepositions between a body's kind and what it is for, as they stand in a name in small letters.
GOES_ON: Final = words("of for on") | {_MARK.lower() + word[1:] for word in ("of", "for", "on")}
# Each begins with its letters and looks back after them: so the search leaps from one to the next.
_FOR_THE: Final = re.compile(r"for the (?=[A-Z])(?<=\w for the )")
_ON: Final = re.compile(r"on (?=[A-Z])(?<=[a-z] on )")
_JOINTS: Final = (
    re.compile(r"and (?=[A-Z])(?<=[\w,] and )"),
    re.compile(r"& (?=[A-Z])(?<=\w & )"),
    _FOR_THE,
    _ON,
)
# A possessive that is part of a name, as no other before such a house is: `St Mary’s Hospital`.
_OWNED: Final = re.compile(r"s (?=[A-Z])(?<=['’]s )")
_OWNERS: Final = words("king queen guy lady children women girls boys people")
_HOUSE: Final = re.compile(
    r"(?:[A-Z][\w’'-]{0,20} ){0,3}(?:Hospitals?|Hospice|Infirmary|School|College|University|Academy|Church"
    r"|Cathedral|Institute|Primary|High|Foundation|Trust|Party)\b"
)
_APOSTROPHES: Final = {"'": "ª", "’": "ƻ"}
_WORD: Final = re.compile(r"[A-Z][\w’'-]{1,30}")
_REACH: Final = 120  # code points of a name on each side of its joint

# What such a name begins or ends with.
_HEADS: Final = words("""
    academies academy administration agency alliance association authority board bureau campaign center
    centers centre centres coalition college commission committee confederation congress convention corps
    council court department directorate division executive faculty federation force foundation fund guild
    institute institutes institution laboratory league ministry museum network office organisation
    organization panel partnership programme program project school secretariat secretary service services
    society state subcommittee task tribunal trust union university initiative inspectorate registry group
    """)
# What such a name lists: what governments, agencies and learned societies are for.
_TOPICS: Final = words("""
    abuse administrative advanced aeronautics affairs african agricultural agriculture air alcohol allergy
    american animal animals applied aquaculture aquatic architecture archives arms art arthritis arts
    asian atmospheric atomic aviation banking behavioral beverage biodiversity biological biology
    biotechnology blood border borders broadcasting budget budgetary building buildings business cancer
    care charities chemical chemicals child childhood children citizenship city civil clean climate
    clinical coast coastal commerce commercial commodities commodity commonwealth communication
    communications communities community competition competitiveness computing conciliation conduct
    conservation constitutional consumer consumers control cooperation co-operation corporate corrections
    counterterrorism county courts crime criminal cultural culture customs cybersecurity data decision
    defence defense democracy democratic dental dentistry deposit development diabetes digestive digital
    disarmament disaster disease diseases drug drugs early east eastern ecology economic economics economy
    education educational elections electoral electricity emergency employment energy engineering
    enforcement england english enterprise environment environmental equality estate ethics ethnic
    european exchange exercise excise explosives export exports external families family farming fertility
    fire firearms fiscal fish fisheries fishing fitness food foods foreign forensic forestry forests
    futures gambling games gas gender genetics geological geology geriatric global governance government
    growth guard harbour harbours health healthcare heart heritage higher highways historic history home
    horticulture hospitality hospitals housing human humanitarian humanities hunger hydrology hygiene
    immigration immunization inclusion industrial industries industry infectious information
    infrastructure innovation inspection insurance integration intelligence international investment
    investments investigation investigations job jobs justice juvenile kidney kinship labor labour land
    lands language languages law learning legal legislative leisure levelling liberties liberty libraries
    library licensing life literature livestock local logistics lung machinery maintenance management
    manufacturing marine maritime market markets materials maternal mathematical mathematics means media
    mediation medical medicare medicaid medicine medicines mental metabolic meteorological meteorology
    metals midwifery migration military minerals mines mining monitoring monetary monopolies monuments
    municipal music national nations natural nature naval nuclear nursing nutrition occupational ocean
    oceanic oceanography oceans oil operations oversight parks parliamentary payments peace peacebuilding
    penitentiary pensions performing personnel petroleum pharmaceutical physical physics planning plant
    police policy political population ports postal poverty power preparedness preservation prevention
    prisons privacy procurement production programme programs property prosecutions protection prudential
    psychiatry psychology public quality radiation rail railway railways real reconciliation
    reconstruction records recreation reform refugee refugees regional regulation rehabilitation religion
    remembrance rescue research resources response responsibility retail revenue rights risk rivers road
    roads rules rural safeguarding safety sanitation savings science sciences scientific securities
    security seed shipping skills social societies sociology soil south southern space special sport
    sports stability standards statistical statistics strategic strategy studies study substance supply
    support surgery surveillance sustainability sustainable taxation technical technological technology
    telecommunication telecommunications television territories testing textiles theatre tobacco tourism
    toxic town trade trades trading traffic training transparency transport transportation treasury
    treatment tropical universities urban utilities vaccination vehicle veterans veterinary victims
    vocational voluntary war waste water waters waterways ways welfare western wildlife wine witness women
    work works youth zoology
    """)
# What stands right behind a list that is an office's (`Trade and Industry Secretary Ana Duarte`).
_OFFICES: Final = words("minister ministers secretary secretaries officials official spokesman spokeswoman")
# Nouns of deeds, which have an object of their own: `Society for the Prevention of Cruelty to Animals`.
_DEED: Final = re.compile(
    r"(?:tion|sion|ment|ing|ance|ence|Study|Rights|Relief|Defense|Care|Reform|Control)$"
)
_OBJECT: Final = re.compile(
    r"[ ]of[ ](?:the[ ])?[A-Z][\w’'-]{1,30}(?:[ ][A-Z][\w’'-]{1,30}){0,3}"
    r"(?:[ ](?:to|of)[ ](?:the[ ])?[A-Z][\w’'-]{1,30}(?:[ ][A-Z][\w’'-]{1,30}){0,2})?"
)


@lru_cache(maxsize=1)  # names and attributions of one text ask one after the other
def fuse(text: str) -> str:
    """Return `text`, of the same length, with what parts an institution's name fused with its words."""
    text = _fuse_houses(text)
    names: list[Span] = []
    for pattern in _JOINTS:
        for joint in pattern.finditer(text):
            find = _FINDERS.get(pattern, _find_list)
            extent = find(text, joint.start() - 1, joint.end())
            if extent is not None:
                names.append(extent)
    if not names:
        return text
    pieces: list[str] = []
    done = 0
    for start, end in sorted(names):
        if start >= done:
            pieces += (text[done:start], _PARTED.sub(_mark, text[start:end]))
            done = end
    return "".join(pieces) + text[done:]


def _fuse_houses(text: str) -> str:
    """The text with a letter for the apostrophe of `St Mary’s Hospital` or `King’s College`."""
    for owned in list(_OWNED.finditer(text)):
        at = owned.start() - 1
        before = text[max(0, at - 20) : at].split(" ")
        saint = len(before) > 1 and before[-2].rstrip(".") == "St"
        if (saint or before[-1].lower() in _OWNERS) and _HOUSE.match(text, owned.end()) is not None:
            text = text[:at] + _APOSTROPHES[text[at]] + text[at + 1 :]
    return text


def part(name: str) -> str:
    """Return a name as the text has it."""
    for straight, letter in _APOSTROPHES.items():
        name = name.replace(letter, straight)
    return _FUSED.sub(lambda match: _SPELT[match.group()], name) if _MARK in name else name


def is_fused(word: str) -> bool:
    """Whether a word of a name is a small one, fused."""
    return word[:1] == _MARK


def holds_fused(words: str) -> bool:
    """Whether part of an institution's name with a list in it stands in some words."""
    return _MARK in words


def _mark(small: re.Match[str]) -> str:
    """The word that stands for a small one or a mark."""
    word = small.group()
    return _COMMA if word == "," else _MARK + word[1:]


def _find_list(text: str, start: int, stop: int) -> Span | None:
    """The extent of the name that lists what stands around the conjunction at `start:stop`, or None."""
    before = text[max(0, start - _REACH) : start].rpartition("\n")[2].split(" ")
    k = len(before)
    while k and _is_topic(before[k - 1].removesuffix(",")):
        k -= 1
        start -= len(before[k]) + 1
    if k == len(before):
        return None
    start += 1
    end, headed, office = stop, False, False
    while (word := _WORD.match(text, end)) is not None:
        lower = word.group().removesuffix("’s").removesuffix("'s").lower()
        if end > stop and lower in _OFFICES:
            office = True
            break
        if lower not in _TOPICS and lower not in _HEADS:
            break
        headed = lower in _HEADS and (end > stop or lower in _TOPICS)
        end = word.end()
        if text[end : end + 1] != " ":
            break
        end += 1
    if end == stop:
        return None
    opened = _head_before(before[:k])
    if opened:  # `the Ministry of Justice and Health Minister Ana Duarte` are two
        return None if office else (start - opened, end)
    return (start, end) if headed or office else None


def _is_topic(word: str) -> bool:
    """Whether a capitalised word is one that such a name may list."""
    return word[:1].isupper() and word.lower() in _TOPICS


def _head_before(before: list[str]) -> int:
    """How many characters before a list its head begins, with its preposition; 0 for none."""
    k = len(before)
    if k and before[k - 1] == "the":
        k -= 1
    if k < 2 or before[k - 1] not in {"of", "for", "on"}:
        return 0
    head = before[k - 2]
    named = head[:1].isupper() and head.lower() in _HEADS
    return sum(map(len, before[k - 2 :])) + len(before) - k + 2 if named else 0


def _find_purpose(text: str, start: int, stop: int) -> Span | None:
    """The extent of a name with `for the` at `start:stop` and a deed behind it, or None."""
    head = text[max(0, start - 30) : start].rpartition(" ")[2]
    deed = _WORD.match(text, stop)
    if deed is None or not head[:1].isupper() or head.lower() not in _HEADS:
        return None
    held = _OBJECT.match(text, deed.end()) if _DEED.search(deed.group()) is not None else None
    return None if held is None else (start - len(head), held.end())


def _find_field(text: str, start: int, stop: int) -> Span | None:
    """The extent of a name with `on` at `start:stop` and its field (`Panel on Climate Change`), or None."""
    head = text[max(0, start - 30) : start].rpartition(" ")[2]
    field = _WORD.match(text, stop)
    if (
        field is None
        or not head[:1].isupper()
        or head.lower() not in _HEADS
        or field.group().lower() not in _TOPICS
    ):
        return None
    end = field.end()
    while text[end : end + 1] == " " and (word := _WORD.match(text, end + 1)) is not None:
        end = word.end()
    return None if text[end : end + 1] == "," else (start - len(head), end)


_FINDERS: Final = {_FOR_THE: _find_purpose, _ON: _find_field}
