"""What a cue is: a lemma, the arguments it takes, the forms it has, and what it makes of its content."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from factcheck.text.values import Polarity

CueClass = Literal["say", "believe", "deny", "ask", "intend", "show", "judge", "accord", "silent"]

# What a cue takes as its argument.
THAT: Final = 1  # a clause opened by `that`
BARE: Final = 1 << 1  # a clause without `that`
QUOTE: Final = 1 << 2  # a quotation after it
LEFT: Final = 1 << 3  # quotation or clause before it (`..., she said`)
TO: Final = 1 << 4  # an infinitive
OBJECT: Final = 1 << 5  # a noun phrase that says what the words were about
OBJECT_TO: Final = 1 << 6  # noun phrase and infinitive (`urged them to go`)
ASK: Final = 1 << 7  # whether, if, what, how
ADDRESSEE: Final = 1 << 8  # a hearer before the clause (`told reporters that`)
AS: Final = 1 << 9  # `described it as`
GERUND: Final = 1 << 10  # `suggested leaving`

# How a form can be used.
BASE: Final = 1
THIRD: Final = 1 << 1
PAST: Final = 1 << 2
PARTICIPLE: Final = 1 << 3
GERUND_FORM: Final = 1 << 4


@dataclass(frozen=True, slots=True)
class Cue:
    """One lemma in one behaviour.

    `arguments` are bits of this module; `prepositions` those that carry the content (`called for`);
    `particle` a word that must follow (`point` + `out`); `noun_too` marks a form that is a noun as
    often as a verb (`claims`), which needs more evidence around it.
    """

    lemma: str
    meaning: CueClass
    arguments: int
    prepositions: frozenset[str] = frozenset()
    particle: str = ""
    noun_too: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """An inflected word: the cues it may stand for (particle cues first) and its possible forms."""

    cues: tuple[Cue, ...]
    shape: int

    def is_infinitive(self) -> bool:
        """Whether the word can follow `to` as a cue without a particle."""
        return bool(self.shape & BASE) and not self.cues[-1].particle


_POLARITY: Final[dict[str, Polarity]] = {"deny": "denies", "ask": "asks", "intend": "intends"}


def polarity_of(cue: Cue, *, negated: bool = False) -> Polarity:
    """What a cue makes of its content: asserted, denied, asked or intended.

    `does not believe that` denies, `did not deny that` does not.
    """
    if negated and cue.meaning in {"say", "believe", "show", "deny"}:
        return "asserts" if cue.meaning == "deny" else "denies"
    if cue.lemma in {"refuse", "decline"} and not negated:
        return "denies"  # `refused to close the bridge`
    return _POLARITY.get(cue.meaning, "asserts")
