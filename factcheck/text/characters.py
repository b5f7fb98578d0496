"""Who appears in an article: its people and bodies, where they are mentioned, what else they go by.

Read once, before any voice is resolved: a surname may stand in the headline, and what someone is
called (`the student, Tamsin Ogle`) is often told only once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from factcheck.text import lexicon as lx
from factcheck.text.cue_forms import PAST, THIRD
from factcheck.text.cues import VERBS
from factcheck.text.first_names import gender_of
from factcheck.text.institutions import is_fused
from factcheck.text.names import (
    TITLES,
    TRADES,
    Mention,
    acronyms,
    initials_of,
    is_legal_form,
    is_organisation,
    mentions,
    without_article,
)
from factcheck.text.nationalities import COUNTRIES, country_of
from factcheck.text.no_persons import is_no_person
from factcheck.text.roles import ROLES
from factcheck.text.values import Anonymity, Span
from factcheck.text.voices import BODIES, is_common
from factcheck.text.wordlists import words

MALE: Final = words("""
    mr sir lord father brother king prince pope congressman councilman spokesman chairman businessman
    actor husband widower son policeman fireman salesman duke bishop archbishop cardinal monsieur imam m
    salesman waiter
    """)
FEMALE: Final = words("""
    mrs ms miss dame lady sister queen princess congresswoman councilwoman spokeswoman chairwoman
    businesswoman actress wife widow mother daughter policewoman saleswoman duchess mme waitress mistress
    """)
_RUNNING: Final = words(
    """
    owner organiser organizer auditor maker operator publisher builder developer sponsor insurer supplier
    """
)
_PRONOUN: Final = re.compile(r"(?=[HhSsIi])(?<!\w)(?:([Hh](?:e|is|im))|([Ss]he|[Hh]er)|[Ii]ts?)\b")
_APPOSED: Final = (",", " is", " was", " became", "\u00a0is", "\u00a0was", "\u00a0became")
_AFTER: Final = re.compile(
    r"(?:,|[ \u00a0](?:is|was|became))[ \u00a0](?:\d{1,3},[ \u00a0])?(?:now[ \u00a0]|then[ \u00a0])?"
    r"([\w’'-]{1,24}(?:[ \u00a0][\w’'-]{1,24}){0,7})"
)
_GOES_BY: Final = frozenset(word for word in ROLES | BODIES | MALE | FEMALE if len(word) > 2)
_PLURAL: Final = ROLES | _RUNNING
_HEAD_END: Final = words(
    """
    of for at in on who whose which that with to from and by near whom but when while since has had
    """
)

# What makes a first line a title: so many words, with this share of capitals.
_FEWEST, _MOST, _CAPITALS = 4, 30, 0.65

# How much a mention counts for a later pronoun: a speaker most, then the subject of a sentence.
SPEAKER, SUBJECT, OTHER, OWNER, OBLIQUE, QUOTED = 1.5, 1.0, 0.5, 0.4, 0.2, 0.15
_OBLIQUE: Final = words(
    """
    in at of from near on for into through across over outside inside around against about via
    """
)
# What a shortened title stands for when its holder is called by it (`the general`).
_SPELT: Final = {
    "gen": "general", "sen": "senator", "rep": "congressman", "gov": "governor", "prof": "professor",
    "dr": "doctor",
    "col": "colonel", "capt": "captain", "lt": "lieutenant", "sgt": "sergeant", "rev": "reverend",
    "adm": "admiral",
    "cmdr": "commander", "maj": "major", "cllr": "councillor",
}  # fmt: skip


@dataclass(slots=True)
class Character:
    """One person, body or unnamed voice of an article, filled as the article is read.

    `roles` maps a word it goes by (`minister`) to the words before it (`prime`). `gender` is `he`,
    `she` or None; `times` counts where it is named, `as_thing` where it stands as no person does
    (`the Boeing`, `in Honolulu`, `Acme workers`).
    """

    name: str
    body: bool = False
    many: bool = False
    person: bool = False
    as_thing: int = 0
    anonymity: Anonymity = "named"
    gender: str | None = None
    first: int = 0
    roles: dict[str, set[str]] = field(default_factory=dict)
    times: int = 0

    @property
    def may_be_person(self) -> bool:
        """Whether nothing speaks against a person: none of its name, little of where the name stands."""
        return self.person or not (self.as_thing * _MOST_AS_PERSON > self.times or is_no_person(self.name))


# A name of which more than one in so many stands as no person's does is none.
_MOST_AS_PERSON: Final = 4


@dataclass(slots=True)
class Register:
    """The characters of one article and the places where they are named.

    `places` are (offset, character, weight) in order; `short` maps a surname, first name or short
    form to the characters it may mean; `acronyms` what the text itself explains.
    """

    characters: dict[str, Character]
    places: list[tuple[int, Character, float]]
    short: dict[str, list[Character]]
    acronyms: dict[str, str]

    def find(self, name: str) -> Character | None:
        """The character of a full or short name, if only one can be meant."""
        known = self.characters.get(self.acronyms.get(name, name))
        if known is not None and (" " in known.name or name not in self.short):
            return known
        meant = self.short.get(name, [])
        return meant[0] if len(meant) == 1 else known


def register_characters(text: str, quoted: Sequence[Span] = ()) -> Register:
    """Read all names of a text; `quoted` are its quotations, in order."""
    found = mentions(text)
    title = _end_of_title(text)
    if title:
        found = [one for one in found if one.span[0] >= title]
    register = Register({}, [], {}, acronyms(text) if "(" in text else {})
    names = {mention.name for mention in found}
    full = {name for name in names if " " in name and not _is_surname(name)}
    entered: set[str] = set()
    for mention in found:
        if mention.name in full and (mention.titles or mention.name not in entered):
            entered.add(mention.name)
            _enter(register, mention)
    unknown = {
        name for name in names - full if name not in register.short and register.find(name) is None
    }  # fmt: skip
    if unknown:
        small = frozenset({name.lower() for name in unknown}.intersection(text.split()))
        for mention in found:
            if mention.name in unknown and _may_stand_alone(text, mention, small):
                unknown.remove(mention.name)
                if register.find(mention.name) is None:
                    _enter(register, mention)
    _place(register, text, found, quoted)
    return register


def _end_of_title(text: str) -> int:
    """Where a first line ends in which nearly all words have capitals, so that none tells a name; or 0."""
    end = text.find("\n")
    words = text[: max(end, 0)].split()
    if not _FEWEST <= len(words) <= _MOST or words[-1][-1] in ".:":
        return 0
    capitals = sum(word[0].isupper() for word in words)
    return end if capitals >= _CAPITALS * len(words) else 0


def _enter(register: Register, mention: Mention) -> None:
    """A character for a name met the first time, under all its short forms."""
    name = register.acronyms.get(mention.name, mention.name)
    known = register.characters.get(name)
    if known is None:
        parts = name.split()
        body = is_organisation(name)
        known = Character(name, body=body, first=mention.span[0])
        register.characters[name] = known
        if not body and 2 <= len(parts) <= 4 and parts[0].lower() not in PLACES and not is_no_person(name):
            known.gender = gender_of(parts[0])
            known.person = known.gender is not None or bool(mention.titles)
            for surname in _surnames(parts):
                register.short.setdefault(surname, []).append(known)
            if "." not in parts[0]:  # `U.N. Charter`
                register.short.setdefault(parts[0], []).append(known)
        elif len(parts) > 1:
            if all(part.lower() in TRADES or is_legal_form(part) for part in parts[1:]):
                register.short.setdefault(parts[0], []).append(known)
            initials = initials_of(parts)
            if len(initials) > 1:
                register.short.setdefault(initials, []).append(known)
            if len(initials) > 3 and is_fused(parts[-2]):  # `CDC`, of `Disease Control and Prevention`
                register.short.setdefault(initials[:-1], []).append(known)
    if mention.titles:
        for title in mention.titles:
            _take_gender(known, title)
        known.person = known.person or not known.body
        _hold_titles(known, mention.titles)


def _hold_titles(known: Character, titles: Sequence[str]) -> None:
    """Let the last title go by those before it (`Norwegian Prime Minister`), each other by itself."""
    for title in titles:
        known.roles.setdefault(_SPELT.get(title, title), set())
    if len(titles) > 1:
        known.roles[_SPELT.get(titles[-1], titles[-1])].update(map(country_of, titles[:-1]))


_PARTICLES: Final = words("von van der den de di del della du da dos ten ter zu al el bin ibn ben abu")


def _is_surname(name: str) -> bool:
    """Whether a name of several words is a surname alone (`Von der Leyen`, `De Boer`)."""
    first, _, rest = name.partition(" ")
    return bool(rest) and first.lower() in _PARTICLES


def _surnames(parts: list[str]) -> list[str]:
    """What a full name is shortened to: `Leyen`, `von der Leyen`, `Von der Leyen`; `al-Assad`, `Assad`."""
    found = dict.fromkeys([parts[-1], without_article(parts[-1])])
    if len(found) > 1:
        found[parts[-1][0].upper() + parts[-1][1:]] = None
    for k in range(len(parts) - 2, 0, -1):
        if parts[k].lower() not in _PARTICLES:
            break
        surname = " ".join(parts[k:])
        found[surname] = found[surname[0].upper() + surname[1:]] = None
    return list(found)


PLACES: Final = words(
    """
    the new north south east west san los las el la saint st fort mount great united old high upper lower
    """
)


def _take_gender(known: Character, word: str) -> None:
    """Learn a gender from a title or a role."""
    if word in MALE:
        known.gender = "he"
    elif word in FEMALE:
        known.gender = "she"


def _may_stand_alone(text: str, mention: Mention, small: frozenset[str]) -> bool:
    """Whether a single capitalised word is a name, and not only the first word of a sentence.

    `small` are names of the article that also stand in it in small letters: those are none.
    """
    start = mention.span[0]
    if mention.name.isupper() and mention.name.lower() in TITLES:
        return False  # `CEO of Acme`
    if lx.ENGLISH.get(mention.name.lower(), 0) & lx.TIME:
        return False
    before = text[max(0, start - 2) : start]
    if before[-1:] == " " and before[:1] not in '.!?:”"':
        return True
    lower = mention.name.lower()
    if lower in VERBS or lower.endswith(("ed", "ing")):
        return False
    return not lx.ENGLISH.get(lower, 0) and not is_common(mention.name) and lower not in small


def _place(register: Register, text: str, found: Sequence[Mention], quoted: Sequence[Span]) -> None:
    """Note where each character is named, as what, and what it goes by."""
    q = 0
    meant = {name: register.find(name) for name in {mention.name for mention in found}}
    untold: list[tuple[Character, int, int]] = []  # with the place of the name's end, and how far to look
    for k, mention in enumerate(found):
        known = meant[mention.name]
        if known is None:
            continue
        start, end = mention.span
        known.times += 1
        while q < len(quoted) and quoted[q][1] <= start:
            q += 1
        if q < len(quoted) and quoted[q][0] <= start:
            register.places.append((start, known, QUOTED))
            continue
        if mention.titles:
            for title in mention.titles:
                _take_gender(known, title)
            _hold_titles(known, mention.titles)
        before, after = text[max(0, start - 48) : start], text[end : end + 100]
        _learn_before(known, before)
        _learn_after(known, after)
        weight = _weight(text, start, end, before, after)
        if known.gender is None and not known.body:
            known.as_thing += _is_thing(before, after)
            if weight >= (OTHER if " " in known.name else SUBJECT):
                limit = found[k + 1].span[0] if k + 1 < len(found) else end + 250
                untold.append((known, end, min(limit, end + 250)))
        register.places.append((start, known, weight))
    for known, end, limit in untold:
        if known.gender is None and not known.body and known.may_be_person:
            _learn_gender(known, text, end, limit)


def _learn_gender(known: Character, text: str, end: int, limit: int) -> None:
    """Whether a name is a `he`, a `she` or a body, by the first pronoun behind its end."""
    pronoun = _PRONOUN.search(text, end, limit)
    if pronoun is None:
        return
    if pronoun.group(1) or pronoun.group(2):
        known.gender = "he" if pronoun.group(1) else "she"
        known.person = True
    elif not known.person and known.name.isalpha() and pronoun.group() in {"its", "Its"}:
        known.body = True


_PLACING: Final = (" the", " a", " an", " in", "The", "A", "An", "In", "\nthe")


def _is_thing(before: str, after: str) -> bool:
    """Whether a name stands where a person's does not: behind an article or `in`, before a plain noun."""
    if before.endswith(" ") and before[:-1].endswith(_PLACING):
        return True
    if after[:1] != " ":
        return False
    word = after[1:].partition(" ")[0]
    return (
        word.isalpha()
        and word.islower()
        and word not in VERBS
        and not word.endswith(("ed", "ing", "ly"))
        and not lx.ENGLISH.get(word, 0)
    )


def _weight(text: str, start: int, end: int, before: str, after: str) -> float:
    """How much a mention outside quotations counts; `before` and `after` are the text around it."""
    if text[end - 2 : end] in {"’s", "'s"}:
        return OWNER
    near = before[-2:]
    if not near or near[-1] == "\n" or (near[-1] == " " and near[0] in '.!?”"’'):
        return SUBJECT
    if near == "e " and before[-6:] in {". The ", "\nThe "}:
        return SUBJECT
    if (
        near == ", "
        and after[:1] == ","
        and max(text.rfind(". ", start - 70, start), text.rfind("\n", start - 70, start)) > 0
    ):
        return SUBJECT
    if before[-12:].removesuffix("the ").rpartition(" ")[0].rpartition(" ")[2] in _OBLIQUE:
        return OBLIQUE
    word = after[1:].partition(" ")[0]
    if after[:1] == " " and (
        lx.ENGLISH.get(word, 0) & lx.FINITE or word.endswith("ed") or word in {"says", "said"}
    ):
        return SUBJECT
    return OTHER


def _learn_before(known: Character, before: str) -> None:
    """A role right before the name: `the student, Tamsin Ogle`, `board member Louise Tran`."""
    if len(before) < 4 or before[-1] not in " \u00a0":
        return
    comma = before[-2] == ","
    words = before[: -2 if comma else -1].rsplit(None, 3)
    if not words:
        return
    role = words[-1].lstrip("“\"‘'’(—–[")
    if role.endswith("s") and comma and role[:-1] in _PLURAL and not known.person:
        known.body = True
        known.roles.setdefault(role, set())
    elif _is_role(role):
        modifier = (
            words[-2].lower() if len(words) > 1 and role == words[-1] and words[-2][-1].isalnum() else ""
        )
        held = known.roles.setdefault(role, set())
        held.add(modifier.rpartition("’")[2])
        held.update(COUNTRIES[c] for c in map(country_of, map(str.lower, words[-3:-1])) if c in COUNTRIES)
        _take_gender(known, role)
        if role not in BODIES:
            known.person = known.person or not known.body
        elif not known.person:
            known.body = True


def _is_role(word: str) -> bool:
    """Whether a word in small letters says what a person or a body is."""
    return word in _GOES_BY or (
        word.endswith(("ist", "ian", "eer"))
        and len(word) < 26
        and word.replace("-", "").isalpha()
        and word.islower()
    )


def _learn_after(known: Character, after: str) -> None:
    """A role in apposition or predicate: `Dee Harmon, president of`, `PacifiGrid, the local utility,`."""
    if after.startswith((", which ", " which ")) and not known.person:
        known.body = True
    elif after.startswith(", who ") and not known.body:
        known.person = True
    if not after.startswith(_APPOSED):
        return
    match = _AFTER.match(after)
    if match is None:
        return
    phrase = match.group(1).split()
    form = VERBS.get(phrase[0])
    if (form is not None and form.shape & (PAST | THIRD)) or lx.ENGLISH.get(phrase[0], 0) & lx.FINITE:
        return  # `Kay Orton, said police`, `Kay Orton, met the mayor`
    country = ""
    for k, word in enumerate(phrase):
        if word in _HEAD_END:
            if word == "of" and k + 1 < len(phrase):
                country = COUNTRIES.get(country_of(phrase[k + 1].lower()), "")
            phrase = phrase[:k]
            break
    if not phrase or (not phrase[-1].isalpha() and "-" not in phrase[-1]):
        return
    role = phrase[-1]
    if _is_role(role):
        known.roles.setdefault(role, set()).update(country_of(word.lower()) for word in phrase[:-1])
        if country:
            known.roles[role].add(country)
        _take_gender(known, role)
        if role in BODIES and not known.person:
            known.body = True
        elif role not in BODIES and not known.body:
            known.person = True
