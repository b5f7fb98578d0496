"""The people and bodies of an article in another language, and where they are mentioned.

Read once, before any voice is resolved: a surname may stand before the full name.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from factcheck.text.first_names import gender_of
from factcheck.text.tongue import Gender, Tongue
from factcheck.text.tongue_voices import is_one_of, is_role, name_in, strip_titles
from factcheck.text.values import Anonymity, Span

_CAPITAL: Final = r"[^\W\d_a-zà-öø-ÿ][\w’'-]{0,40}"
SPEAKER, SUBJECT, APPOSED, OTHER = 1.3, 1.2, 1.0, 0.4  # how much a mention counts for a later pronoun
_LOOKED: Final = 90  # code points before a name in which its role stands
MOST: Final = 400  # names in one text beyond which it is a list


@dataclass(slots=True)
class Person:
    """Someone the article names, or an unnamed voice; `gender` is empty until a word tells it."""

    name: str
    gender: Gender = ""
    roles: set[str] = field(default_factory=set)
    anonymity: Anonymity = "named"
    told: bool = False  # a title, a role or a verb of saying makes it a person and no place
    first: int = 0


class People:
    """Who is named in one article: `known` by full name, `places` outside quotations in order."""

    __slots__ = ("_before", "_names", "_roles", "_short", "bodies", "known", "places")

    def __init__(
        self, text: str, tongue: Tongue, quoted: Sequence[Span] = (), byline: Span | None = None
    ) -> None:
        """Read every name of the article once; `quoted` are its quotations, in order.

        Who stands in the `byline` speaks in nobody's place.
        """
        names = self._names = tongue.names
        self._before = (
            names.possessives.union(names.definite, names.indefinite, names.pronouns)
            | tongue.prepositions | tongue.openers | tongue.breaks | tongue.when
            | {phrase[0] for phrase in tongue.accord}
        )  # fmt: skip
        self.known: dict[str, Person] = {}
        self.bodies: dict[str, None] = {}
        self._short: dict[str, list[Person]] = {}
        self.places: list[tuple[int, Person, float]] = []
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
        by, until = byline or (0, 0)
        runs = [
            (match.start(), match.group()) for match in run.finditer(text) if not by <= match.start() < until
        ]
        for start, words in runs:
            self._enter(text, start, words)
        begins = [start for start, _ in quoted]
        for start, words in runs:
            k = bisect_right(begins, start) - 1
            if k < 0 or quoted[k][1] <= start:
                self._place(text, start, words)

    def _enter(self, text: str, start: int, run: str) -> None:
        """Learn a name of two words or more, with its title and its role, or an institution."""
        words = run.split()
        while len(words) > 1 and words[0].lower() in self._before:
            words = words[1:]
        while len(words) > 2 and words[0].lower() in self._names.outlets:
            words = words[1:]  # `a Efe Ana Duarte`
        if len(words) > 2 and not self.first_name(words[0]) and self.first_name(words[1]):
            words = words if self._names.capital_nouns else words[1:]  # `le maire de Lyon Ana Duarte`
        if self._names.capital_nouns and "von" in words[1:-1]:
            tie = words.index("von", 1)
            words = words if self.first_name(words[tie - 1]) else words[tie + 1 :]  # `Angaben von Ana Duarte`
        if any(is_one_of(word, self._names.bodies, self._names) for word in words):
            if len(words) > 1:
                self.bodies.setdefault(" ".join(words).rstrip("."))
            return
        before = text[max(0, start - _LOOKED) : start]
        gender, role = self._introduced(before)
        elided = words[0].replace("’", "'").partition("'")
        if elided[2].islower() and len(words) > 2 and elided[0].lower() + "'" in self._names.definite:
            role, words = elided[2], words[1:]  # `L'arrière Luc Au`
        stripped, words = strip_titles(words, "", self._names)
        name, own = name_in(words, self._names, determined=False, is_first=self._is_first_name)
        if len(name) < 2 or len(self.known) > MOST:
            return
        full = " ".join(name).rstrip(".")
        person = self.known.get(full) or self.add(Person(full, first=start))
        if own and self._names.feminine and own.endswith(self._names.feminine):
            gender = "she"
        person.gender = person.gender or stripped or gender or self.first_name(name[0])
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
            person = self.find(" ".join(words[k:]))
            if person is None:
                continue
            before, weight = text[max(0, start - 2) : start], OTHER
            opens = not before or before[-1] == "\n" or before[0] in ".!?”»“" or k > 0
            if not opens and text[start - 2 : start] == ", ":
                role = self._roles.search(text, max(0, start - _LOOKED), start)
                opens = role is not None and role["article"][0].isupper()
                weight = OTHER if role is None else APPOSED
            if person.told or person.gender:
                self.places.append((start, person, SUBJECT if opens else weight))
            return

    def add(self, person: Person) -> Person:
        """Enter a person under all that a name may be shortened to: its last words, its first surname."""
        self.known[person.name] = person
        parts = person.name.split()
        for short in {" ".join(parts[k:]) for k in range(1, len(parts))} | set(parts[1:]):
            self._short.setdefault(short, []).append(person)
        return person

    def find(self, name: str) -> Person | None:
        """The person of a full name, or of a surname that only one has."""
        known = self.known.get(name)
        if known is not None:
            return known
        meant = self._short.get(name, [])
        told = [one for one in meant if one.told]
        meant = told or meant
        return meant[0] if len(meant) == 1 else None

    def first_name(self, word: str) -> Gender:
        """The gender that a first name tells, where it leaves no doubt."""
        lower = word.lower().partition("-")[0]
        if lower in self._names.men or lower in self._names.women:
            return "he" if lower in self._names.men else "she"
        told = gender_of(word)
        return "he" if told == "he" else "she" if told == "she" else ""

    def _is_first_name(self, word: str) -> bool:
        """Whether a word is a first name that leaves no doubt."""
        return self.first_name(word) != ""
