"""Who of an article a voice in another language means: by surname, role, pronoun.

Where two could be meant, the words of the text stay, as in English.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from factcheck.text.tongue import Gender, Tongue
from factcheck.text.tongue_people import MOST, SPEAKER, People, Person
from factcheck.text.tongue_voices import TongueVoice
from factcheck.text.values import Anonymity, Span

_REACH: Final = 1500  # code points a pronoun looks back
_HALF: Final = 220  # code points after which a mention counts half
_CLEAR: Final = 0.9  # a second candidate with this share of the first one's weight leaves doubt
_UNKNOWN: Final = 0.6  # what a mention counts for `she` while nothing has told the gender
_NEAR: Final = 300  # code points within which `the expert` is who has just spoken
_SHORTEST_PART: Final = 5  # letters of a role that a longer one may end in (`Stadtrat`, `Baustadtrat`)


class TongueCast:
    """The voices of one article, resolved in the order in which they speak."""

    __slots__ = ("_names", "_offsets", "_people", "_spoken")

    def __init__(
        self, text: str, tongue: Tongue, quoted: Sequence[Span] = (), byline: Span | None = None
    ) -> None:
        """Read every name of the article once; `quoted` are its quotations, in order.

        Who stands in the `byline` speaks in nobody's place.
        """
        self._names = tongue.names
        self._people = People(text, tongue, quoted, byline)
        self._offsets = [place[0] for place in self._people.places]
        self._spoken: list[tuple[int, Person]] = []

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
            meant = self._holder(voice, at) or self._again(voice, at) or self._unnamed(voice, at)
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

    def _named(self, voice: TongueVoice, at: int) -> Person:
        """The person of a name, who goes by the voice's role from now on."""
        known = self._people.find(voice.name)
        if known is None and self._names.capital_nouns:
            first, _, surname = voice.name.partition(" ")
            if surname and not self._people.first_name(first):  # a role that is in no table
                known = self._people.find(surname)
        if known is None:
            known = self._people.add(Person(voice.name, first=at))
        known.gender = known.gender or voice.gender or self._people.first_name(voice.name.split()[0])
        if voice.role:
            known.roles.add(voice.role)
        return known

    def _body(self, name: str) -> str:
        """An institution by its full name, where the article has only one that begins like this."""
        if " " in name or len(self._people.bodies) > MOST:
            return name
        longer = [body for body in self._people.bodies if body.startswith(name + " ")]
        return longer[0] if len(longer) == 1 else name

    def _weightiest(self, at: int, gender: Gender) -> Person | None:
        """Whom a pronoun at `at` can mean, if one stands out."""
        if gender == "they":
            return next((one for _, one in reversed(self._spoken) if one.gender == "they"), None)
        weights: dict[str, float] = {}
        people: dict[str, Person] = {}
        last = bisect_right(self._offsets, at - 1)
        mentioned = self._people.places[max(0, last - 50) : last]
        spoke = [(offset, one, SPEAKER) for offset, one in self._spoken[-50:]]
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
            for one in self._people.known.values()
            if one.first < at
            and one.anonymity == "named"
            and any(_same_role(role, word) for role in one.roles for word in wanted)
            and (not voice.gender or one.gender in ("", voice.gender))
        ]
        if len(held) > 1:
            spoke = [one for _, one in self._spoken if any(one is each for each in held)]
            return spoke[-1] if spoke else None
        return held[0] if held else None

    def _again(self, voice: TongueVoice, at: int) -> Person | None:
        """Whom a word that fits many means: who has just spoken, if the gender is known to fit."""
        if voice.role not in self._names.epithets or not self._spoken or voice.name.count(" ") > 1:
            return None
        offset, one = self._spoken[-1]
        near = at - offset < _NEAR and one.anonymity == "named"
        return one if near and voice.gender in (one.gender, "") else None

    def _unnamed(self, voice: TongueVoice, at: int) -> Person | None:
        """A new voice without a name, whom a later pronoun may mean."""
        if voice.anonymity == "named":
            return None
        return Person(voice.name, voice.gender, {voice.role}, voice.anonymity, told=True, first=at)


def _same_role(held: str, word: str) -> bool:
    """Whether one role is the other, or a compound of it."""
    short, long = sorted((held, word), key=len)
    return held == word or (len(short) >= _SHORTEST_PART and long.endswith(short))
