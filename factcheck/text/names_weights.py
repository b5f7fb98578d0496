"""How much a mention counts for a later pronoun, and what a description fits."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factcheck.text.character import Character
from factcheck.text.institutions import GOES_ON
from factcheck.text.nationalities import country_of

_HALF: Final = 220  # code points after which a mention counts half
NEAR: Final = 250  # code points within which an unnamed voice counts as much as a named one
_NEAR_ENOUGH: Final = 0.45  # weight from which `it` and `they` may mean somebody, if nobody else has
_DISTANT: Final = 0.6  # this share of it


def is_said(word: str, modifiers: set[str], own: list[str]) -> bool:
    """Whether a word before a role is known of its holder (`Norwegian` of `Norway’s minister`)."""
    return word in modifiers or word in own or country_of(word) in modifiers


def is_head(role: str, own: list[str]) -> bool:
    """Whether a role is a body's last word, or the one before its `of` (`Department of Health`)."""
    if own[-1] == role:
        return True
    at = own.index(role) + 1 if role in own else 0
    return 0 < at < len(own) and own[at] in GOES_ON


def weigh(weights: dict[str, float], one: Character, weight: float, distance: int, pronoun: str) -> None:
    """Add a mention's weight, if the pronoun agrees with the character."""
    if pronoun in {"he", "she"}:
        if one.body or one.many or (one.gender is not None and one.gender != pronoun):
            return
        if not one.person and (" " not in one.name or not one.may_be_person):
            return
        if one.gender is None:
            weight *= 0.45 if one.person else 0.2
    elif pronoun == "it":
        if not one.body:
            return
    elif not (one.many or one.body):
        return
    elif not one.many:
        weight *= 0.6
    if one.anonymity != "named":
        weight *= 0.6 if distance > NEAR else 0.9
    weight *= 1 + 0.03 * (one.times if one.times < 10 else 10)
    value = weight * 0.5 ** (distance / _HALF)
    if value > weights.get(one.name, 0.0):
        weights[one.name] = value


def gender_told(titles: Sequence[str]) -> str | None:
    """The gender that the last title before a name tells."""
    last = titles[-1] if titles else ""
    return "she" if last in {"mrs", "ms", "miss", "mme"} else "he" if last == "mr" else None


def may_be(one: Character, pronoun: str) -> bool:
    """Whether nothing tells if a character is who a pronoun means: its gender is unknown, or a guess."""
    return one.gender is None or (one.guessed and one.gender != pronoun)


def stands_out(ranked: Sequence[tuple[str, float]]) -> bool:
    """Whether the first of the weighed characters is near, and no other one comes close to it."""
    return ranked[0][1] > _NEAR_ENOUGH and (len(ranked) < 2 or ranked[1][1] < _DISTANT * ranked[0][1])
