"""Who of an article a voice in another language means: by surname, role, pronoun.

Where two could be meant, the words of the text stay, as in English.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from factcheck.text.first_names import gender_of
from factcheck.text.tongue import Gender, Tongue
from factcheck.text.tongue_voices import TongueVoice, is_one_of, is_role, name_in, strip_titles
from factcheck.text.values import Anonymity, Span

_CAPITAL: Final = r"[^\W\d_a-zà-öø-ÿ][\w’'-]{0,40}"
_REACH: Final = 1500  # code points a pronoun looks back
_HALF: Final = 220  # code points after which a mention counts half
_CLEAR: Final = 0.9  # a second candidate with this share of the first one's weight leaves doubt
_SPEAKER, _SUBJECT, _OTHER = 1.5, 1.0, 0.4
_UNKNOWN: Final = 0.6  # what a mention counts for `she` while nothing has told the gender
_LOOKED: Final = 90  # code points before a name in which its role stands
_MOST: Final = 400  # names in one text beyond which it is a list
_SHORTEST_PART: Final = 5  # letters of a role that a longer one may end in (`Stadtrat`, `Baustadtrat`)


@dataclass(slots=True)
class Person:
    """Someone the article names, or an unnamed voice; `gender` is empty until a word tells it."""

    name: str
    gender: Gender = ""
    roles: set[str] = field(default_factory=set)
    anonymity: Anonymity = "named"
    told: bool = False  # a title, a role or a verb of saying makes it a person and no place
    first: int = 0


class TongueCast:
    """The voices of one article, resolved in the order in which they speak."""

    __slots__ = (
        "_before",
        "_bodies",
        "_names",
        "_offsets",
        "_people",
        "_places",
        "_roles",
        "_short",
        "_spoken",
    )

    def __init__(self, text: str, tongue: Tongue, quoted: Sequence[Span] = ()) -> None:
        """Read every name of the article once; `quoted` are its quotations, in order."""
        names = self._names = tongue.names
        self._before = (
            names.definite.keys() | names.indefinite.keys() | names.possessives | names.pronouns.keys()
            | tongue.prepositions | tongue.openers | tongue.breaks | tongue.when
        )  # fmt: skip
        self._people: dict[str, Person] = {}
        self._bodies: dict[str, None] = {}
        self._short: dict[str, list[Person]] = {}
        self._places: list[tuple[int, Person, float]] = []
        self._spoken: list[tuple[int, Person]] = []
        joining = "|".join(sorted(map(re.escape, names.joining), key=len, reverse=True))
        titles = "|".join(title.capitalize() for title in names.titles)
        word = rf"(?:(?:{titles}|[A-Z])\.|{_CAPITAL})"
        run = re.compile(rf"{word}(?:[ \u00a0](?:(?:{joining})[ \u00a0])?{word}){{0,6}}")
        articles = "|".join(map(re.escape, (*names.definite, *names.indefinite, *names.possessives)))
        of = "|".join(sorted(map(re.escape, names.of), key=len, reverse=True))
        self._roles = re.compile(
            rf"(?:^|[\s«“„—])(?P<article>{articles})[ ]?(?P<role>[^\W\d_][\w-]{{2,25}})"
            rf"(?:[ ](?:{of})[ ]?[^,.;:]{{0,50}})?,?[ ]$",
            re.IGNORECASE,
        )
        runs = [(match.start(), match.group()) for match in run.finditer(text)]
        for start, words in runs:
            self._enter(text, start, words)
        begins = [start for start, _ in quoted]
        for start, words in runs:
            k = bisect_right(begins, start) - 1
            if k < 0 or quoted[k][1] <= start:
                self._place(text, start, words)
        self._offsets = [place[0] for place in self._places]

    def resolve(self, voice: TongueVoice, at: int) -> tuple[str, Anonymity]:
        """The name and anonymity of `voice`, whose words stand at offset `at`."""
        meant: Person | None
        if voice.kind == "body":
            return self._body(voice.name), "named"
        if voice.kind == "name":
            meant = self._named(voice, at)
        elif voice.kind == "pronoun":
            meant = self._weightiest(at, voice.gender)
        else:
            meant = self._holder(voice, at) or self._unnamed(voice, at)
        if meant is None:
            return voice.name, voice.anonymity
        if voice.gender and not meant.gender:
            meant.gender = voice.gender
        meant.told = True
        self._spoken.append((at, meant))
        return meant.name, meant.anonymity

    def dropped(self, at: int) -> tuple[str, Anonymity] | None:
        """Who goes on to speak at `at` where the language leaves the subject out."""
        meant = self._weightiest(at, "")
        if meant is None:
            return None
        self._spoken.append((at, meant))
        return meant.name, meant.anonymity

    def _enter(self, text: str, start: int, run: str) -> None:
        """Learn a name of two words or more, with its title and its role, or an institution."""
        words = run.split()
        while len(words) > 1 and words[0].lower() in self._before:
            words = words[1:]
        if any(is_one_of(word, self._names.bodies, self._names) for word in words):
            if len(words) > 1:
                self._bodies.setdefault(" ".join(words).rstrip("."))
            return
        before = text[max(0, start - _LOOKED) : start]
        gender, role = self._introduced(before)
        stripped, words = strip_titles(words, "", self._names)
        name, own = name_in(words, self._names, determined=False)
        if len(name) < 2 or len(self._people) > _MOST:
            return
        full = " ".join(name).rstrip(".")
        person = self._people.get(full) or self._add(Person(full, first=start))
        if own and self._names.feminine and own.endswith(self._names.feminine):
            gender = "she"
        person.gender = person.gender or stripped or gender or self._first_name(name[0])
        person.told = person.told or bool(stripped or own or role)
        person.roles.update(word for word in (own, role) if word)
        person.roles.update(self._said_after(text, start + len(run)))

    def _introduced(self, before: str) -> tuple[Gender, str]:
        """The gender and role that stand before a name: `La ministre de la Mer,`, `el señor`."""
        names = self._names
        gender: Gender = ""
        words = before.split(" ")
        while len(words) > 1 and (title := words[-2].lower().rstrip(".")) in names.titles and not words[-1]:
            gender = gender or names.titles[title]
            words = [*words[:-2], ""]
        match = self._roles.search(" ".join(words))
        if match is None or (names.capital_nouns and not is_role(match["role"], names)):
            return gender, ""
        article, role = match["article"].lower(), match["role"].lower()
        if role in names.titles or is_one_of(role, names.bodies, names):
            return gender, ""
        told = names.definite.get(article, names.indefinite.get(article, ""))
        if names.feminine and role.endswith(names.feminine):
            told = "she"
        return gender or ("" if told == "they" else told), role

    def _said_after(self, text: str, end: int) -> set[str]:
        """The role in apposition behind a name: `, professeure d'histoire`."""
        names = self._names
        if text[end : end + 2] != ", ":
            return set()
        words = text[end + 2 : end + 60].replace("’", "'").replace("l'", "l' ").split()
        while words and (words[0].lower() in names.definite or words[0].lower() in names.indefinite):
            words = words[1:]
        if not words or not words[0].strip(",.").isalpha():
            return set()
        role = words[0].strip(",.")
        small = role.islower() and role not in names.relatives and role not in names.pronouns
        return {role.lower()} if (is_role(role, names) if names.capital_nouns else small) else set()

    def _place(self, text: str, start: int, run: str) -> None:
        """Note where a person is mentioned outside quotations, and how much it counts."""
        words = [word.rstrip(".,") for word in run.split()]
        for k in range(len(words)):
            person = self._find(" ".join(words[k:]))
            if person is None:
                continue
            before = text[max(0, start - 2) : start]
            opens = not before or before[-1] == "\n" or before[0] in ".!?”»“" or k > 0
            if person.told or person.gender:
                self._places.append((start, person, _SUBJECT if opens else _OTHER))
            return

    def _add(self, person: Person) -> Person:
        """Enter a person under all that a name may be shortened to: its last words, its first surname."""
        self._people[person.name] = person
        parts = person.name.split()
        for short in {" ".join(parts[k:]) for k in range(1, len(parts))} | set(parts[1:]):
            self._short.setdefault(short, []).append(person)
        return person

    def _find(self, name: str) -> Person | None:
        """The person of a full name, or of a surname that only one has."""
        known = self._people.get(name)
        if known is not None:
            return known
        meant = self._short.get(name, [])
        told = [one for one in meant if one.told]
        meant = told or meant
        return meant[0] if len(meant) == 1 else None

    def _named(self, voice: TongueVoice, at: int) -> Person:
        """The person of a name, who goes by the voice's role from now on."""
        known = self._find(voice.name)
        if known is None:
            known = self._add(Person(voice.name, first=at))
        known.gender = known.gender or voice.gender or self._first_name(voice.name.split()[0])
        if voice.role:
            known.roles.add(voice.role)
        return known

    def _first_name(self, word: str) -> Gender:
        """The gender that a first name tells, where it leaves no doubt."""
        lower = word.lower().partition("-")[0]
        if lower in self._names.men or lower in self._names.women:
            return "he" if lower in self._names.men else "she"
        told = gender_of(word)
        return "he" if told == "he" else "she" if told == "she" else ""

    def _body(self, name: str) -> str:
        """An institution by its full name, where the article has only one that begins like this."""
        if " " in name or len(self._bodies) > _MOST:
            return name
        longer = [body for body in self._bodies if body.startswith(name + " ")]
        return longer[0] if len(longer) == 1 else name

    def _weightiest(self, at: int, gender: Gender) -> Person | None:
        """Whom a pronoun at `at` can mean, if one stands out."""
        if gender == "they":
            return next((one for _, one in reversed(self._spoken) if one.gender == "they"), None)
        weights: dict[str, float] = {}
        people: dict[str, Person] = {}
        last = bisect_right(self._offsets, at - 1)
        mentioned = self._places[max(0, last - 50) : last]
        spoke = [(offset, one, _SPEAKER) for offset, one in self._spoken[-50:]]
        for offset, one, weight in (*mentioned, *spoke):
            if not 0 < at - offset < _REACH or one.gender == "they":
                continue
            if gender and one.gender not in ("", gender):
                continue
            doubt = _UNKNOWN if gender and not one.gender else 1.0
            value = weight * doubt * 0.5 ** ((at - offset) / _HALF)
            people[one.name] = one
            weights[one.name] = max(value, weights.get(one.name, 0.0))
        if not weights:
            return None
        ranked = sorted(weights.items(), key=lambda item: -item[1])
        if len(ranked) > 1 and ranked[1][1] > _CLEAR * ranked[0][1]:
            return None
        return people[ranked[0][0]]

    def _holder(self, voice: TongueVoice, at: int) -> Person | None:
        """Who goes by a role with the article, told before `at`; of several, who spoke last."""
        first, _, _ = voice.name.replace("’", "'").partition(" ")
        definite = first.lower() in self._names.definite or first.lower().startswith("l'")
        if not definite or not voice.role or voice.gender == "they":
            return None
        wanted = {voice.role, *self._names.equals.get(voice.role, ())}
        held = [
            one
            for one in self._people.values()
            if one.first < at
            and one.anonymity == "named"
            and any(_same_role(role, word) for role in one.roles for word in wanted)
            and (not voice.gender or one.gender in ("", voice.gender))
        ]
        if len(held) > 1:
            spoke = [one for _, one in self._spoken if any(one is each for each in held)]
            return spoke[-1] if spoke else None
        return held[0] if held else None

    def _unnamed(self, voice: TongueVoice, at: int) -> Person | None:
        """A new voice without a name, whom a later pronoun may mean."""
        if voice.anonymity == "named":
            return None
        return Person(voice.name, voice.gender, {voice.role}, voice.anonymity, told=True, first=at)


def _same_role(held: str, word: str) -> bool:
    """Whether one role is the other, or a compound of it."""
    short, long = sorted((held, word), key=len)
    return held == word or (len(short) >= _SHORTEST_PART and long.endswith(short))
