"""Which person or body of the article a short mention means: surname, role, pronoun, acronym.

Where two could be meant, the words of the text stay: a source in the wrong mouth is worse than an
unresolved one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from factcheck.text.body_words import ANY_BODY, COMMERCIAL, OWN_PAGES, PAPERS, PRESS, PUBLIC, is_nobody_named
from factcheck.text.channels import is_outlet
from factcheck.text.character import FEMALE, MALE, Character
from factcheck.text.character_clues import SPEAKER, SUBJECT
from factcheck.text.characters import register_characters
from factcheck.text.epithets import is_epithet
from factcheck.text.name_titles import TITLES
from factcheck.text.names_weights import NEAR, gender_told, is_head, is_said, may_be, stands_out, weigh
from factcheck.text.no_persons import is_no_person
from factcheck.text.organisations import is_organisation
from factcheck.text.roles import brings_stranger, is_human
from factcheck.text.unnamed_voices import BODIES, DOCUMENTS
from factcheck.text.values import Anonymity, Span
from factcheck.text.voices import HE_OR_SHE, IT_OR_THEY, Voice

_REACH: Final = 1500  # code points a pronoun looks back
_MOST: Final = 400  # characters in one text beyond which it is a list, and no role is looked up
_CLEAR: Final = 0.95  # a second candidate with this share of the first one's weight leaves doubt
_RIVAL: Final = 0.7  # the share from which a subject that came between leaves doubt
# A pronoun of the other gender at the head of a sentence.
_OTHERS: Final = {
    "he": re.compile(r"[.!?][”\"]?\sShe\b"),
    "she": re.compile(r"[.!?][”\"]?\sHe\b"),
}
_OWNED: Final = re.compile(r"[’']s ")


class Cast:
    """The voices of one article, resolved in the order in which they speak."""

    __slots__ = ("_asker", "_headline", "_offsets", "_register", "_spoken", "_text")

    def __init__(
        self, text: str, quoted: Sequence[Span] = (), dateline: Span | None = None, byline: Span | None = None
    ) -> None:
        """Read every name of the article once; `quoted` are its quotations, in order.

        Who stands in the `byline` is nobody the article tells of, nor is the place of its `dateline`.
        """
        self._text = text
        self._register = register_characters(text, quoted, dateline, byline)
        self._offsets = [place[0] for place in self._register.places]
        self._headline = text.find("\n")
        self._spoken: list[tuple[int, Character]] = []
        self._asker: str | None = None

    def resolve(
        self, voice: Voice, at: int, *, asks: bool = False, answers: bool = False, of: str | None = None
    ) -> tuple[str, Anonymity]:
        """The name and anonymity of `voice`, whose words stand at offset `at`.

        Who only `asks` is no speaker whom a pronoun means (`Asked by Ana Duarte, he said`), and who
        `answers` is not who has just asked. Nor is a pronoun the one name `of` whom its clause speaks
        (`Duarte, he said, “cannot count”`).
        """
        meant: Character | None
        if voice.kind == "name":
            meant = self._named(voice, at)
        elif voice.kind == "pronoun":
            told = self._register.find(of) if of else None
            asker = told.name if told is not None else self._asker if answers else None
            meant = self._pronoun(voice.name.lower(), at, asker)
        else:
            meant = self._described(voice, at)
        if meant is None:
            return voice.name, voice.anonymity
        if not asks and not is_nobody_named(meant.name):
            self._spoken.append((at, meant))
        return meant.name, meant.anonymity

    def hear_several(self, name: str, at: int) -> None:
        """Let `they` mean those who have spoken as one."""
        known = self._register.characters.setdefault(name, Character(name, many=True, first=at, as_thing=1))
        self._spoken.append((at, known))

    def tell_body(self, name: str) -> None:
        """Learn that a name of one word, which has no gender yet, is a body's: it says what `it` would do."""
        known = self._register.characters.get(name)
        if known is not None and known.gender is None and not known.person and " " not in name:
            known.body = True

    def as_written(self, label: str) -> str:
        """A label in capitals as the article writes the name elsewhere (`DUARTE` as `Duarte`)."""
        if not label.isupper() or len(label) < 3:
            return label
        plain = label.title()
        last = plain.split()[-1]
        known = self._register.find(plain) or self._register.find(last)
        return plain if known is not None else label

    def knows(self, name: str) -> bool:
        """Whether the article names somebody by more than this name, or by a longer one."""
        known = self._register.find(name)
        return known is not None and " " in known.name and not known.body

    def knows_person(self, name: str) -> bool:
        """Whether a single name is that of somebody whom the article names in full, and who is a person."""
        known = self._register.find(name)
        return known is not None and " " in known.name and known.person

    def outlet(self, name: str) -> str:
        """An outlet by its full name, where the article has only one that ends in this (`the Ledger`)."""
        if " " in name or len(self._register.characters) > _MOST:
            return name
        longer = [
            known
            for known in self._register.characters
            if known.endswith(" " + name) and all(part[:1].isupper() for part in known.split())
        ]
        return longer[0] if len(longer) == 1 else name

    def _named(self, voice: Voice, at: int) -> Character:
        """The character of a name, which from now on goes by the voice's titles and roles too."""
        known = self._namesake(voice, at) or self._register.find(voice.name)
        if known is not None and known.name != voice.name and max(at, self._headline) < known.first:
            known = None  # someone of that name who comes in later
        wanted = gender_told(voice.titles)
        if known is not None and wanted and known.gender not in {None, wanted} and not known.guessed:
            name = f"{voice.titles[-1].capitalize()} {voice.name}"  # `Mrs Duarte`, where he alone is known
            known = self._register.characters.get(name) or Character(
                name, gender=wanted, person=True, first=at
            )
            self._register.characters[name] = known
        if known is None:
            known = Character(voice.name, body=is_organisation(voice.name), first=at)
            self._register.characters[voice.name] = known
        for role in voice.roles:
            known.roles.setdefault(role, set())
        for title in (*voice.titles, *voice.roles):
            if title in MALE:
                known.gender = "he"
            elif title in FEMALE:
                known.gender = "she"
            if title in BODIES and title not in TITLES and not known.person:
                known.body = True
        return known

    def _namesake(self, voice: Voice, at: int) -> Character | None:
        """Of two with one surname the one whom `Mr` or `Mrs` fits, or who alone of them has spoken."""
        meant = self._register.short.get(voice.name, [])
        if len(meant) < 2:
            return None
        known = [one for one in meant if one.first < at]
        if len(known) == 1 and not voice.titles:
            return known[0]  # the other one comes in later
        gender = (
            "he" if MALE.intersection(voice.titles) else "she" if FEMALE.intersection(voice.titles) else None
        )
        if gender is None and not voice.titles:
            namesakes = {id(known) for known in meant}
            spoke = {id(one): one for _, one in self._spoken if id(one) in namesakes}
            return next(iter(spoke.values())) if len(spoke) == 1 else None
        fitting = [one for one in meant if gender is not None and one.gender == gender]
        return fitting[0] if len(fitting) == 1 else None

    def note_question(self, name: str | None) -> None:
        """Know who has just asked something, or that nobody has."""
        self._asker = name

    def _pronoun(self, word: str, at: int, asker: str | None = None) -> Character | None:
        """Whom a pronoun means: the weightiest mention before it that agrees with it."""
        if word in HE_OR_SHE:
            found = self._weightiest(at, HE_OR_SHE[word], asker=asker)
            if found is not None and found.gender is None:
                if self._told_otherwise(found, HE_OR_SHE[word], at):
                    return None
                found.gender = HE_OR_SHE[word]
            return found
        if word in IT_OR_THEY:
            return self._weightiest(at, IT_OR_THEY[word])
        return None

    def _told_otherwise(self, best: Character, pronoun: str, at: int) -> bool:
        """Whether a sentence since `best` spoke begins with the other pronoun (`She left. He said`)."""
        last = max([offset for offset, one in self._spoken if one is best], default=at)
        return _OTHERS[pronoun].search(self._text, last, at) is not None if pronoun in _OTHERS else False

    def _weightiest(
        self, at: int, pronoun: str, *, barred: frozenset[str] | None = None, asker: str | None = None
    ) -> Character | None:
        """The character a pronoun at `at` can mean, if one stands out; not the `asker` of what is answered.

        With `barred` it is an institution that is meant: none with a word among them, and no document.
        """
        weights: dict[str, float] = {}
        low, high = bisect_left(self._offsets, at - _REACH), bisect_left(self._offsets, at)
        for offset, character, weight in self._register.places[low:high]:
            if character.body or pronoun != "it":  # most are people, and `it` is none
                single = character.times < 2 and " " not in character.name
                if pronoun != "it" and single and (character.gender is None or character.guessed):
                    continue  # the first word of a sentence, like as not (`Bread, he said, is life.`)
                weigh(weights, character, weight, at - offset, pronoun)
        for offset, character in reversed(self._spoken):
            if at - offset > _REACH:
                break
            weigh(weights, character, SPEAKER, at - offset, pronoun)
        if barred is not None:
            weights = {
                name: w
                for name, w in weights.items()
                if barred.isdisjoint(name.lower().split())
                and DOCUMENTS.isdisjoint(name.split())
                and not (barred and is_no_person(name))
            }
        if asker is not None:
            weights.pop(asker, None)
        if not weights:
            return None
        ranked = sorted(weights.items(), key=lambda item: -item[1])
        best = self._register.characters[ranked[0][0]]
        if barred is None and pronoun in {"it", "they"} and not stands_out(ranked):
            last, speaker = self._spoken[-1] if self._spoken else (0, None)
            if speaker is not best or at - last > NEAR or pronoun == "they":
                return None
        if len(ranked) > 1 and ranked[1][1] > _CLEAR * ranked[0][1]:
            second = self._register.characters[ranked[1][0]]
            if best.name.split()[0] == second.name.split()[0]:
                return best if best.times >= second.times else second
            if pronoun != "it" and (best.gender is None) == (second.gender is None):
                return None
        if barred is not None and self._body_came(best, weights, at):
            return None
        if pronoun != "it" and self._came_between(best, weights, at, pronoun):
            return None
        return None if pronoun in {"he", "she"} and self._stranger_came(best, at) else best

    def _body_came(self, best: Character, weights: dict[str, float], at: int) -> bool:
        """Whether another body was a subject since `best` was last named: `the company` may be that."""
        last = max([offset for offset, one in self._spoken if one is best], default=-1)
        for offset, one, weight in reversed(self._register.places[: bisect_left(self._offsets, at)]):
            if one is best or offset < last:
                return False
            if weight >= SUBJECT and one.body and one.name in weights:
                return True
        return False

    def _came_between(self, best: Character, weights: dict[str, float], at: int, pronoun: str) -> bool:
        """Whether another who fits as well was the subject of a sentence since `best` was last named."""
        last = max([offset for offset, one in self._spoken if one is best], default=-1)
        if self._spoken and self._spoken[-1][0] > last:
            speaker = self._spoken[-1][1]
            owner = self._register.find(_OWNED.split(speaker.name, maxsplit=1)[0])
            if owner is not None and owner not in (best, speaker) and owner.gender in {None, pronoun}:
                return True  # `Ana Duarte’s group wants it. “It is late,” she said`
            person = speaker.person or (" " in speaker.name and not (speaker.body or speaker.many))
            if person and may_be(speaker, pronoun):
                near = at - self._spoken[-1][0] < NEAR and len(speaker.name.split()) < 6
                if speaker.anonymity == "named" or near:
                    return True  # who spoke last (`a neighbour`) may be a `he` or a `she` just as well
        for k in range(bisect_left(self._offsets, at) - 1, -1, -1):
            offset, one, weight = self._register.places[k]
            if offset <= last or one is best:
                return False
            if weight < SUBJECT:
                continue
            if may_be(one, pronoun):
                if " " in one.name and not (one.body or one.many or is_outlet(one.name)):
                    return True  # a first name that tells nothing: may be a `he` or a `she` just as well
            elif weights.get(one.name, 0.0) > _RIVAL * weights[best.name]:
                return True
        return False

    def _stranger_came(self, best: Character, at: int) -> bool:
        """Whether a sentence since `best` was last named begins with somebody unnamed (`A driver wept.`)."""
        last = max([offset for offset, one in self._spoken if one is best], default=0)
        for k in range(bisect_left(self._offsets, at) - 1, -1, -1):
            offset, one, _ = self._register.places[k]
            if offset <= last or one is best:
                last = max(last, offset if one is best else 0)
                break
        return brings_stranger(self._text, last, at)

    def _described(self, voice: Voice, at: int) -> Character | None:
        """A description: who holds the role, or a new unnamed voice."""
        parts = voice.name.split()
        if not parts:
            return None
        first = parts[0].lower()
        role = voice.roles[0] if voice.roles else ""
        held = None
        if first == "the" and len(parts) <= 4 and role:
            held = self._holder(role, {part.lower() for part in parts[1:]} - {role}, at)
        elif voice.owner and role:
            held = self._holder(role, set(), at) if len(parts) <= 3 else None
        if held is None and first == "the" and is_epithet(voice.name):
            held = self._just_named(at)
        if held is not None:
            return held
        name = voice.name
        if voice.owner:
            owner = self._pronoun(voice.owner, at)
            if owner is not None and (role in DOCUMENTS or voice.rest in OWN_PAGES):
                return owner
            if owner is not None:
                name = f"{owner.name}’s {voice.rest}"
        known = self._register.characters.get(name)
        if known is None:
            known = Character(
                name,
                body=voice.is_body,
                many=voice.anonymity == "unnamed_group",
                anonymity=voice.anonymity,
                first=at,
            )
            known.person = voice.anonymity == "unnamed_person" and is_human(role)
            known.as_thing = 0 if known.person else 1
            self._register.characters[name] = known
            for word in (
                *voice.roles,
                *(part.lower() for part in parts if part.lower() in MALE or part.lower() in FEMALE),
            ):
                known.roles.setdefault(word, {part.lower() for part in parts})
                known.gender = "he" if word in MALE else "she" if word in FEMALE else known.gender
        return known

    def _just_named(self, at: int) -> Character | None:
        """The person whom `he` or `she` at `at` would mean, if nobody else was named or spoke since."""
        found = [self._weightiest(at, "he"), self._weightiest(at, "she")]
        meant = {one.name: one for one in found if one is not None and one.anonymity == "named"}
        if len(meant) != 1:
            return None
        (best,) = meant.values()
        last = max((offset for offset, one in self._spoken if one is best), default=0)
        for offset, one, _ in reversed(self._register.places[: bisect_left(self._offsets, at)]):
            if one is best or offset < last:
                return best
            if not one.body and " " in one.name:
                return None  # `Ana Duarte met Eva Abara. The Italian said`
        return best

    def _holder(self, role: str, modifiers: set[str], at: int) -> Character | None:
        """The character before `at` that goes by `role`; the last one where the words alone leave it open."""
        holders: list[Character] = []
        if len(self._register.characters) > _MOST:
            return None
        for one in self._register.characters.values():
            if one.first >= at or (one.first < self._headline and one.anonymity != "named"):
                continue  # who is only a mayor in the headline has a name below
            own = one.name.lower().split()
            if role in one.roles:
                if all(is_said(word, one.roles[role], own) for word in modifiers):
                    holders.append(one)
            elif (
                one.body
                and len(own) > 1
                and (is_head(role, own) or (role == "force" and own[-1] == "police"))
                and modifiers <= set(own)
            ):
                holders.append(one)
        if len(holders) > 1:
            return self._speaking(holders, at)
        if holders:
            return holders[0]
        if role in PAPERS and not modifiers:
            return self._last_outlet(at)
        bare = all(word.endswith("-based") for word in modifiers)
        if role in ANY_BODY and bare:
            return self._last_body(at, commercial=role in COMMERCIAL)
        return None

    def _last_outlet(self, at: int) -> Character | None:
        """The outlet that spoke shortly before `at`, if only one has."""
        names = {one.name: one for o, one in self._spoken if at - o < _REACH and is_outlet(one.name)}
        return next(iter(names.values())) if len(names) == 1 else None

    def _speaking(self, holders: list[Character], at: int) -> Character | None:
        """Of several the one who has spoken shortly before `at`, if only one has."""
        names = {one.name for one in holders}
        spoke = {one.name: one for offset, one in self._spoken if one.name in names and at - offset < _REACH}
        return next(iter(spoke.values())) if len(spoke) == 1 else None

    def _last_body(self, at: int, *, commercial: bool) -> Character | None:
        """The body that counts most before `at`; a court is no company, nor is who reports on one."""
        return self._weightiest(at, "it", barred=PUBLIC | PRESS if commercial else frozenset())
