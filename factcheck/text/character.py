"""One person, body or unnamed voice of an article."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from factcheck.text.no_persons import is_no_person
from factcheck.text.values import Anonymity
from factcheck.text.wordlists import words

MALE: Final = words("""
    mr sir lord father brother king prince pope congressman councilman spokesman chairman businessman
    actor husband widower son policeman fireman salesman duke bishop archbishop cardinal monsieur imam m
    waiter
    """)

FEMALE: Final = words("""
    mrs ms miss dame lady sister queen princess congresswoman councilwoman spokeswoman chairwoman
    businesswoman actress wife widow mother daughter policewoman saleswoman duchess mme waitress mistress
    """)

# A name of which more than one in so many stands as no person's does is none.
_MOST_AS_PERSON: Final = 4


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
    guessed: bool = False  # the gender, from a pronoun nearby
    first: int = 0
    roles: dict[str, set[str]] = field(default_factory=dict)
    times: int = 0

    @property
    def may_be_person(self) -> bool:
        """Whether nothing speaks against a person: none of its name, little of where the name stands."""
        return self.person or not (self.as_thing * _MOST_AS_PERSON > self.times or is_no_person(self.name))

    def take_gender(self, word: str) -> None:
        """Learn a gender from a title or a role."""
        if word in MALE:
            self.gender = "he"
        elif word in FEMALE:
            self.gender = "she"
