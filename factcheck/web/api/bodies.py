"""What the API is sent: one model a request, strict, each field with its limits."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from factcheck.domain.links import LONGEST, NewEvidence
from factcheck.domain.vocabulary import AttributionCheck, CorrectionClass, Role, SkipReason, Stance

Words = Annotated[str, Field(min_length=1, max_length=20_000)]
Line = Annotated[str, Field(min_length=1, max_length=300)]
Name = Annotated[str, Field(min_length=1, max_length=100)]


class Body(BaseModel):
    """What every request shares: a field that nobody knows is refused."""

    model_config = ConfigDict(extra="forbid")


class EvidenceBody(Body):
    """A link that bears on a claim; without a stance it speaks as the verdict needs."""

    url: Annotated[str, Field(min_length=1, max_length=LONGEST, examples=["https://statista.example/app"])]
    stance: Stance | None = None
    quote: Words | None = None
    title: Line | None = None
    publisher: Line | None = None
    published: date | None = None
    note: Words | None = None
    primary: bool = False

    def piece(self) -> NewEvidence:
        """It as the services want it."""
        return NewEvidence(**self.model_dump(exclude={"keep"}))


class AttachBody(EvidenceBody):
    """Evidence for one claim; `keep` fetches the page and keeps it as it is now."""

    keep: bool = False


class ArticleBody(Body):
    """An article: its text, or the address of its page."""

    text: Annotated[str, Field(max_length=25_000_000)] | None = None
    url: Annotated[str, Field(max_length=LONGEST)] | None = None
    slug: Annotated[str, Field(max_length=80, examples=["rednote"])] | None = None
    headline: Line | None = None
    byline: Line | None = None
    published: date | None = None
    language: Annotated[str, Field(max_length=12, examples=["en"])] | None = None


class RevisionBody(Body):
    """A new text of an article, made from revision `based_on`; `dry_run` only says what would happen."""

    text: Annotated[str, Field(min_length=1, max_length=25_000_000)]
    based_on: Annotated[int, Field(ge=1, le=1_000_000)] | None = None
    dry_run: bool = False


class DeadlineBody(Body):
    """By when an article has to be checked; null for no deadline."""

    deadline: datetime | None


class MarkBody(Body):
    """What checking found, with the evidence that it stands on."""

    verdict: Annotated[str, Field(min_length=1, max_length=40, examples=["verified"])]
    evidence: Annotated[list[EvidenceBody], Field(max_length=50)] = []
    attribution_check: AttributionCheck | None = None
    note: Words | None = None


class SkipBody(Body):
    """Why a claim can't be checked."""

    reason: SkipReason
    note: Words | None = None


class TickBody(Body):
    """A checkpoint, by its number; `ticked` false takes the tick off."""

    checkpoint: Annotated[int, Field(ge=1, le=10_000)]
    ticked: bool = True


class ReasonBody(Body):
    """Why."""

    reason: Words


class QueryBody(Body):
    """A question to the author or a source."""

    text: Words
    due: date | None = None


class AnswerBody(Body):
    """The answer to a question; `query` says to which, where there are several."""

    text: Words
    query: Annotated[int, Field(ge=1, le=2**31 - 1)] | None = None


class PublishBody(Body):
    """How to word the corrections that a publication makes."""

    kind: CorrectionClass | None = None
    correction: Words | None = None


class NextBody(Body):
    """Of which article to take the claim that matters most; of any without one."""

    article: Annotated[str, Field(max_length=80)] | None = None


class SourceBody(Body):
    """A source by its name; a voice of one article as `article:name`."""

    name: Annotated[str, Field(min_length=1, max_length=400)]


class MergeBody(SourceBody):
    """Let one source stand for another."""

    into: Annotated[str, Field(min_length=1, max_length=400)]


class AliasBody(SourceBody):
    """Another name of a source."""

    alias: Annotated[str, Field(min_length=1, max_length=300)]


class UserBody(Body):
    """A person of the newsroom."""

    name: Name
    role: Role
    password: Annotated[str, Field(max_length=256)] | None = None


class UserChange(Body):
    """What changes of a user; what is left out stays."""

    role: Role | None = None
    disabled: bool | None = None
    password: Annotated[str, Field(max_length=256)] | None = None
    login: Annotated[str, Field(max_length=300)] | None = None


class TokenBody(Body):
    """A token for a program that acts for a user; `scope` is the most that it may do."""

    user: Name
    label: Line
    scope: Role | None = None
    days: Annotated[int, Field(ge=1, le=366)] = 90


class TomlBody(Body):
    """A policy, as TOML."""

    toml: Annotated[str, Field(max_length=200_000)]


class RulesBody(Body):
    """The newsroom's rules: feature files by name; none at all leave the built-in rule alone."""

    files: Annotated[dict[str, str], Field(max_length=200)]
