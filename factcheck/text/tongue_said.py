"""Verbs of saying in another language: where one stands, with auxiliary, inverted pronoun and particle."""

from __future__ import annotations

from typing import Final, NamedTuple

from factcheck.text.clauses import Passage, Range
from factcheck.text.tongue import Tongue

STOPS: Final = frozenset(',.;:!?()[]–—-…"“”„«»‹›')
HARD: Final = STOPS - {",", "(", ")", "-"}  # at which a clause ends too
FARTHEST_PARTICLE: Final = 60  # words that a separable verb may be apart from its particle


class Said(NamedTuple):
    """A verb of saying at tokens `at` to `after`, by its telling form; `pronoun` is its inverted subject."""

    at: int
    after: int
    form: str
    pronoun: Range | None = None


def said_at(p: Passage, i: int, tongue: Tongue, *, agreeing: bool = False) -> Said | None:
    """The verb of saying that starts at token `i`, with auxiliary, inverted pronoun and particle.

    The participle of a verb is `agreeing` behind a reflexive pronoun (`se sont indignés`).
    """
    word = p.tokens.lowers[i].replace("’", "'")
    clitic, mark, rest = word.partition("'")
    if mark and clitic + mark in tongue.clitics and rest in tongue.auxiliaries:
        word = rest  # `comme l’a dit`
    before = p.tokens.lowers[i - 1] if i > p.first else ""
    if word in tongue.homographs and (before in tongue.names.definite or before in tongue.names.indefinite):
        return None
    reflexive = mark != "" and clitic + mark in tongue.clitics
    if word in tongue.reflexives and i + 1 < p.last and p.inside[i + 1] < 0:
        found = said_at(p, i + 1, tongue, agreeing=True)
        return None if found is None else found._replace(at=i)
    head, _, tail = word.partition("-")
    if word in tongue.verbs:
        pronoun = _inverted(p, i + 1, tongue)
        said = _with_phrase(p, Said(i, pronoun[1] if pronoun else i + 1, word, pronoun), tongue)
        return said if said is not None and _has_particle(p, said, tongue) else None
    if tail and head in tongue.verbs and tail in tongue.names.pronouns:
        return _with_phrase(p, Said(i, i + 1, head, (i, i + 1)), tongue)
    if word not in tongue.auxiliaries and not (head in tongue.auxiliaries and tail in tongue.names.pronouns):
        return None
    pronoun = (i, i + 1) if tail else _inverted(p, i + 1, tongue)
    begin = pronoun[1] if pronoun else i + 1
    for k in range(begin, min(begin + 3, p.last)):
        if p.inside[k] >= 0 or p.tokens.lowers[k] in STOPS:
            return None
        form = p.tokens.lowers[k]
        if form not in tongue.participles and (agreeing or reflexive):
            form = next((stem for end in tongue.agreements if (stem := form.removesuffix(end)) != form), form)
        if form in tongue.participles:
            return _with_phrase(p, Said(i, k + 1, form, pronoun), tongue)
    return None


def _with_phrase(p: Passage, said: Said, tongue: Tongue) -> Said | None:
    """The verb with the word that makes it one of saying (`fait savoir`); None where that is not there."""
    wanted = tongue.phrases.get(said.form)
    if wanted is None:
        return said
    there = said.after < p.last and p.tokens.lowers[said.after] in wanted
    return said._replace(after=said.after + 1) if there else None


def _inverted(p: Passage, i: int, tongue: Tongue) -> Range | None:
    """The pronoun in `explique-t-il`, whose hyphen is a token of its own."""
    if i + 1 >= p.last or p.tokens.lowers[i] != "-":
        return None
    word = p.tokens.lowers[i + 1]
    return (i + 1, i + 2) if word.removeprefix("t-") in tongue.names.pronouns else None


def _has_particle(p: Passage, said: Said, tongue: Tongue) -> bool:
    """Whether a separable verb has a particle behind it, at the end of its clause."""
    wanted = tongue.separable.get(said.form)
    if wanted is None:
        return True
    lowers = p.tokens.lowers
    for k in range(said.after, min(p.last, said.after + FARTHEST_PARTICLE)):
        if lowers[k] in wanted and p.inside[k] < 0 and (k + 1 >= p.last or lowers[k + 1] in STOPS):
            return True
    return False
