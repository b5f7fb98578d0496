"""Who appears in an article: its people and bodies, where they are mentioned, what else they go by.

Read once, before any voice is resolved: a surname may stand in the headline, and what someone is
called (`the student, Tamsin Ogle`) is often told only once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from factcheck.text import lexicon as lx
from factcheck.text.channels import is_outlet
from factcheck.text.character import Character
from factcheck.text.character_clues import (
    OTHER,
    QUOTED,
    SUBJECT,
    is_thing,
    learn_after,
    learn_before,
    learn_gender,
    weigh_mention,
)
from factcheck.text.cues import VERBS
from factcheck.text.first_names import gender_of
from factcheck.text.institutions import is_fused
from factcheck.text.name_titles import TITLES
from factcheck.text.names import Mention, acronyms, initials_of, mentions, without_article
from factcheck.text.nationalities import country_of
from factcheck.text.no_persons import is_no_person
from factcheck.text.organisations import TRADES, is_legal_form, is_organisation
from factcheck.text.unnamed_voices import is_common
from factcheck.text.values import Span
from factcheck.text.wordlists import words

# What makes a first line a title: so many words, with this share of capitals.
_FEWEST, _MOST, _CAPITALS = 4, 30, 0.65
# What a shortened title stands for when its holder is called by it (`the general`).
_SPELT: Final = {
    "gen": "general", "sen": "senator", "rep": "congressman", "gov": "governor", "prof": "professor",
    "dr": "doctor",
    "col": "colonel", "capt": "captain", "lt": "lieutenant", "sgt": "sergeant", "rev": "reverend",
    "adm": "admiral",
    "cmdr": "commander", "maj": "major", "cllr": "councillor",
}  # fmt: skip


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


def register_characters(
    text: str, quoted: Sequence[Span] = (), dateline: Span | None = None, byline: Span | None = None
) -> Register:
    """Read all names of a text but its dateline's and who wrote it; `quoted` are its quotations, in order."""
    found = mentions(text)
    if dateline is not None:
        found = [one for one in found if not dateline[0] <= one.span[0] < dateline[1]]
    if byline is not None:
        found = [one for one in found if not byline[0] <= one.span[0] < byline[1] or is_outlet(one.name)]
    found += [partner for one in found if (partner := _partner(text, one)) is not None]
    found.sort(key=lambda one: one.span)
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


def _partner(text: str, mention: Mention) -> Mention | None:
    """Who shares the surname behind a first name alone: Roy, of `Roy and Maureen Applegarth`."""
    start = mention.span[0]
    if " " not in mention.name or text[start - 5 : start] != " and ":
        return None
    before = text[max(0, start - 40) : start - 5].split()
    if not before or (len(before) > 1 and before[-2][:1].isupper() and before[-2][-1:].isalpha()):
        return None  # `Ana Roy and Maureen Applegarth`
    first, (given, _, surname) = before[-1], mention.name.partition(" ")
    if gender_of(first) is None or gender_of(given) is None:
        return None
    begin = start - 5 - len(first)
    return Mention((begin, begin + len(first)), f"{first} {surname}")


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
            known.take_gender(title)
        known.person = known.person or not known.body
        _hold_titles(known, mention.titles)


# What the holder of a rank is called besides.
_ALSO: Final = {
    "pc": "officer", "dc": "detective", "ds": "detective", "di": "detective", "dci": "detective",
    "det": "detective", "sgt": "officer", "insp": "officer", "inspector": "officer", "constable": "officer",
}  # fmt: skip


def _hold_titles(known: Character, titles: Sequence[str]) -> None:
    """Let the last title go by those before it (`Norwegian Prime Minister`), each other by itself."""
    for title in titles:
        known.roles.setdefault(_SPELT.get(title, title), set())
        if title in _ALSO:
            known.roles.setdefault(_ALSO[title], set())
    if len(titles) > 1:
        known.roles[_SPELT.get(titles[-1], titles[-1])].update(map(country_of, titles[:-1]))


_PARTICLES: Final = words("von van der den de di del della du da dos ten ter zu al el bin ibn ben abu")


_GENERATIONS: Final = frozenset(["Jr", "Sr", "II", "III", "IV"])


def _is_surname(name: str) -> bool:
    """Whether a name of several words is a surname alone (`Von der Leyen`, `De Boer`)."""
    first, _, rest = name.partition(" ")
    return bool(rest) and first.lower() in _PARTICLES


def _surnames(parts: list[str]) -> list[str]:
    """What a full name is shortened to: `Leyen`, `von der Leyen`, `Von der Leyen`; `al-Assad`, `Assad`."""
    if len(parts) > 2 and parts[-1].rstrip(".") in _GENERATIONS:
        parts = parts[:-1]
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


def _is_of_other_gender(known: Character, mention: Mention) -> bool:
    """Whether a title says that a surname is not whoever has it alone (`Mrs Duarte`, of John Duarte)."""
    title = mention.titles[-1] if mention.titles else ""
    if title not in {"mr", "mrs", "ms", "miss"} or " " not in known.name or known.name == mention.name:
        return False
    return gender_of(known.name.split()[0]) == ("she" if title == "mr" else "he")


def _place(register: Register, text: str, found: Sequence[Mention], quoted: Sequence[Span]) -> None:
    """Note where each character is named, as what, and what it goes by."""
    q = 0
    meant = {name: register.find(name) for name in {mention.name for mention in found}}
    untold: list[tuple[Character, int, int]] = []  # with the place of the name's end, and how far to look
    for k, mention in enumerate(found):
        known = meant[mention.name]
        if known is None or _is_of_other_gender(known, mention):
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
                known.take_gender(title)
            _hold_titles(known, mention.titles)
        before, after = text[max(0, start - 48) : start], text[end : end + 100]
        learn_before(known, before)
        learn_after(known, after)
        weight = weigh_mention(text, start, end, before, after)
        if known.gender is None and not known.body:
            known.as_thing += is_thing(before, after)
            if weight >= (OTHER if " " in known.name else SUBJECT):
                limit = found[k + 1].span[0] if k + 1 < len(found) else end + 250
                untold.append((known, end, min(limit, end + 250)))
        register.places.append((start, known, weight))
    for known, end, limit in untold:
        if known.gender is None and not known.body and known.may_be_person:
            learn_gender(known, text, end, limit)
