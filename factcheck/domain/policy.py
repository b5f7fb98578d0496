"""The newsroom's rules as a value: the scale of verdicts and what each of them needs."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError, model_validator

from factcheck.domain.vocabulary import Stance
from factcheck.errors import BadInput, UsageError

Needs = Literal["supports", "refutes", "any", "note"]
Tone = Literal["for", "against", "neither"]
VerdictName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z_]{0,39}$")]


class VerdictRule(BaseModel):
    """One verdict of the scale.

    `rating` is ClaimReview's number, from 1 up; `needs` says which evidence must be there before a
    checker may say it: a piece of that stance, any piece, or a note telling where one looked.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    label: str
    rating: int = Field(ge=1)
    needs: Needs
    meaning: str = ""

    @property
    def usual_stance(self) -> Stance:
        """The stance that evidence given along with this verdict has when nobody says otherwise."""
        return Stance(self.needs) if self.needs in ("supports", "refutes") else Stance.CONTEXT

    @property
    def unmoved_by(self) -> frozenset[Stance]:
        """Stances of new evidence that this verdict survives: context, and what it rests on anyway."""
        return frozenset({Stance.CONTEXT, self.usual_stance})


class Newsroom(BaseModel):
    """Who publishes the checks: what ClaimReview names as author, and where its pages stand."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    url: str

    @property
    def is_placeholder(self) -> bool:
        """Whether it is the one of the policy that factcheck ships."""
        return urlsplit(self.url).netloc == "newsroom.example"


class Policy(BaseModel):
    """The rules of one newsroom."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    newsroom: Newsroom
    second_person: bool = True
    author_may_approve: bool = False
    unnamed_pieces: int = Field(default=2, ge=1)
    all_checkpoints: bool = False
    tokens_required: bool = False
    hold_minutes: int = Field(default=120, ge=0)
    recheck_days: int = Field(default=30, ge=1)
    worst_rating: int = Field(default=1, ge=1)
    best_rating: int = Field(default=5, ge=1)
    verdicts: dict[VerdictName, VerdictRule]

    @model_validator(mode="after")
    def _within_scale(self) -> Policy:
        if not self.verdicts:
            raise ValueError("a policy needs at least one verdict")
        for name, rule in self.verdicts.items():
            if not self.worst_rating <= rule.rating <= self.best_rating:
                raise ValueError(f"the rating of {name} is outside {self.worst_rating} to {self.best_rating}")
        return self

    def rule(self, verdict: str) -> VerdictRule:
        """The rule of a verdict. Raises UsageError for a word that isn't on the scale."""
        meant = next(
            (name for name, rule in self.verdicts.items() if same_words(verdict, name, rule.label)), ""
        )
        if verdict not in self.verdicts:
            raise UsageError(
                f"“{verdict[:60]}” is no verdict of the policy “{self.name}”.",
                f"Did you mean {meant}?" if meant else f"One of: {', '.join(self.verdicts)}.",
            )
        return self.verdicts[verdict]

    def label_of(self, verdict: str | None) -> str:
        """How people read a verdict, also one that an earlier policy knew; “none” where there is none."""
        if verdict is None:
            return "none"
        rule = self.verdicts.get(verdict)
        return rule.label if rule else verdict.replace("_", " ").capitalize()

    def tone_of(self, verdict: str | None) -> Tone:
        """Whether a verdict speaks for the sentence, against it, or neither: by its place on the scale."""
        rule = self.verdicts.get(verdict or "")
        twice = 2 * rule.rating - self.worst_rating - self.best_rating if rule else 0
        return "for" if twice > 0 else "against" if twice < 0 else "neither"


def same_words(typed: str, name: str, label: str) -> bool:
    """Whether somebody typed a verdict's name or label in another form, such as `Mostly true`."""
    return typed.strip().replace("-", "_").replace(" ", "_").lower() in (
        name,
        label.lower().replace(" ", "_"),
    )


def read_policy(toml: str) -> Policy:
    """Read a policy from TOML. Raises BadInput that names the first thing wrong with it."""
    try:
        return Policy.model_validate(tomllib.loads(toml))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise BadInput(f"The policy is not valid TOML: {error}.", "Correct the line it names.") from error
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        names = [str(part) for part in first["loc"]]
        line = line_of(toml, names)
        setting = ".".join(names) or "policy"
        at = f" (line {line})" if line else ""
        raise BadInput(
            f"The policy's {setting}{at} is wrong: {first['msg'].removeprefix('Value error, ')}.",
            "seeds/policy.toml shows every setting.",
        ) from error


_TABLE = re.compile(r"\s*\[\s*([^\[\]]+?)\s*\]")
_SETTING = re.compile(r"\s*(?:\"([^\"]+)\"|([\w-]+))\s*=")


def line_of(toml: str, names: Sequence[str]) -> int | None:
    """The line on which a setting stands, or its table where the setting is missing; None for neither."""
    table: list[str] = []
    best = None
    for number, line in enumerate(toml.splitlines(), 1):
        if heading := _TABLE.match(line):
            table = [part.strip().strip('"') for part in heading[1].split(".")]
            best = number if table == list(names[: len(table)]) else best
        elif (setting := _SETTING.match(line)) and [*table, setting[1] or setting[2]] == list(names):
            return number
    return best
