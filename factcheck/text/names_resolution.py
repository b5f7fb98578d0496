"""Which person or body of the article a short mention means: surname, role, pronoun, acronym.

Only certain resolutions are made. Where two people could be meant, the words of the text stay: a
source in the wrong mouth is worse than an unresolved one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import Final

from factcheck.text.first_names import gender_of
from factcheck.text.names import Mention, acronyms, is_organisation, mentions
from factcheck.text.values import Anonymity
from factcheck.text.voices import Voice
from factcheck.text.wordlists import words

_BODY_ROLES: Final = words(
    """
    company firm agency group organization organisation university ministry department bank party campaign
    network newspaper union association institute court commission committee council
    """
)
_REACH: Final = 1200  # code points a pronoun may look back


class Cast:
    """The people and bodies of one article, learned as its voices are read in order."""

    __slots__ = (
        "_acronyms",
        "_first",
        "_full",
        "_genders",
        "_last_body",
        "_last_person",
        "_offsets",
        "_roles",
        "_seen",
    )

    def __init__(self, text: str) -> None:
        """Read every name of the article once."""
        self._acronyms = acronyms(text) if "(" in text else {}
        self._seen: list[Mention] = list(mentions(text))
        self._offsets = [mention.span[0] for mention in self._seen]
        self._full: dict[str, list[str]] = {}
        self._first: dict[str, int] = {}
        self._roles: dict[str, set[str]] = {}
        self._genders: dict[str, str] = {}
        self._last_person: tuple[int, str] | None = None
        self._last_body: tuple[int, str] | None = None
        for mention in self._seen:
            words = mention.name.split()
            self._first.setdefault(mention.name, mention.span[0])
            if (
                2 <= len(words) <= 4
                and not is_organisation(mention.name)
                and words[0].lower() not in {"the", "new"}
            ):
                known = self._full.setdefault(words[-1], [])
                if mention.name not in known:
                    known.append(mention.name)
            for title in mention.titles:
                self._roles.setdefault(title, set()).add(mention.name)

    def resolve(self, voice: Voice, at: int) -> tuple[str, Anonymity]:
        """The name and anonymity of `voice`, whose words stand at offset `at`."""
        if voice.kind == "name":
            return self._named(voice, at), "named"
        if voice.kind == "pronoun":
            return self._pronoun(voice, at)
        if voice.kind == "role":
            return self._role(voice, at)
        return voice.name, voice.anonymity

    def as_written(self, label: str) -> str:
        """A label in capitals as the article writes the name elsewhere (`DUARTE` as `Duarte`)."""
        plain = label.title()
        return (
            plain if label.isupper() and (plain in self._first or plain.split()[-1] in self._full) else label
        )

    def _named(self, voice: Voice, at: int) -> str:
        """The full form of a name, remembered as the last person or body that spoke."""
        name = self._acronyms.get(voice.name, voice.name)
        if " " not in name and name == voice.name:
            name = self._surname(name)
        for role in voice.titles:
            self._roles.setdefault(role, set()).add(name)
        if is_organisation(name):
            self._last_body = (at, name)
        else:
            self._last_person = (at, name)
            for title, gender in (("mr", "he"), ("mrs", "she"), ("ms", "she"), ("miss", "she")):
                if title in voice.titles:
                    self._genders[name] = gender
        return name

    def _surname(self, name: str) -> str:
        """The one full name that ends in `name` and was introduced before it ever stood alone."""
        known = self._full.get(name, [])
        if len(known) != 1:
            return name
        full = known[0]
        return full if self._first[full] <= self._first.get(name, self._first[full]) else name

    def _pronoun(self, voice: Voice, at: int) -> tuple[str, Anonymity]:
        """`he` and `she`: the last voice, unless someone else came between."""
        word = voice.name.lower()
        if word not in {"he", "she", "him", "his", "her", "himself", "herself"}:
            return voice.name, voice.anonymity
        gender = "he" if word in {"he", "him", "his", "himself"} else "she"
        last = self._last_person
        if last is not None and at - last[0] <= _REACH and self._may_be(last[1], gender):
            between = set(self._people(last[0], at, gender)) - {last[1]}
            between = {
                name
                for name in between
                if not last[1].endswith(" " + name) and not name.endswith(" " + last[1])
            }
            known = self._gender(last[1]) == gender
            if not between or (known and not any(self._gender(name) == gender for name in between)):
                self._genders[last[1]] = gender
                self._last_person = (at, last[1])
                return last[1], "named"
            return voice.name, "unnamed_person"
        near = {
            self._surname(name) if " " not in name else name
            for name in self._people(max(0, at - 500), at, gender)
        }
        if len(near) == 1:
            name = near.pop()
            if " " in name and self._gender(name) == gender:
                self._last_person = (at, name)
                return name, "named"
        return voice.name, "unnamed_person"

    def _people(self, start: int, end: int, gender: str) -> Iterable[str]:
        """Names of people mentioned in text[start:end] that `he` or `she` could mean."""
        for k in range(bisect_left(self._offsets, start), bisect_left(self._offsets, end)):
            name = self._seen[k].name
            if (name.split()[-1] in self._full or " " in name) and not is_organisation(name):
                last = name.split()[-1]
                if last in self._full and self._may_be(name, gender):
                    yield name

    def _gender(self, name: str) -> str | None:
        """`he`, `she` or None, from the article or the first name."""
        return self._genders.get(name) or (gender_of(name.split()[0]) if " " in name else None)

    def _may_be(self, name: str, gender: str) -> bool:
        """Whether `name` can be meant by that pronoun."""
        return self._gender(name) in {None, gender}

    def _role(self, voice: Voice, at: int) -> tuple[str, Anonymity]:
        """`the minister`, `the company`: the only one who holds the role so far."""
        role = voice.name.split()[-1].lower()
        holders = self._roles.get(role, set())
        if len(holders) == 1:
            name = next(iter(holders))
            if self._first.get(name, at) < at:
                full = self._surname(name) if " " not in name else name
                if not is_organisation(full):
                    self._last_person = (at, full)
                return full, "named"
        if role in _BODY_ROLES and self._last_body is not None and at - self._last_body[0] <= _REACH:
            return self._last_body[1], "named"
        return voice.name, voice.anonymity
