"""What the API is sent: one model a request, strict, each field with its limits."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from factcheck.domain.links import LONGEST, NewEvidence
from factcheck.domain.vocabulary import AttributionCheck, CorrectionClass, Role, SkipReason, Stance
from factcheck.services.passwords import LONGEST as LONGEST_PASSWORD
from factcheck.services.passwords import SHORTEST as SHORTEST_PASSWORD
from factcheck.web.api.kinds import Day, Line, Moment, PersonName, Plain, Whole, Words, Yes

# An article's text and its page's address are the services' to tidy or to refuse.
Text = Annotated[
    str, Field(min_length=1, max_length=25_000_000, examples=["The bridge cost 4 million euros."])
]
Slug = Annotated[Plain, Field(max_length=80)]
Password = Annotated[Plain, Field(min_length=SHORTEST_PASSWORD, max_length=LONGEST_PASSWORD)]


class Body(BaseModel):
    """What every request shares: a field that nobody knows is refused."""

    model_config = ConfigDict(extra="forbid")


class EvidenceBody(Body):
    """A link that bears on a claim; without a stance it speaks as the verdict needs."""

    url: Annotated[Plain, Field(min_length=1, max_length=LONGEST, examples=["https://statista.example/app"])]
    stance: Stance | None = None
    quote: Words | None = None
    title: Line | None = None
    publisher: Line | None = None
    published: Day | None = None
    note: Words | None = None
    primary: Yes = False

    def piece(self) -> NewEvidence:
        """It as the services want it."""
        return NewEvidence(**self.model_dump(exclude={"keep"}))


class AttachBody(EvidenceBody):
    """Evidence for one claim; `keep` fetches the page and keeps it as it is now."""

    keep: Yes = False


class ArticleBody(Body):
    """An article: its text, or the address of its page."""

    text: Text | None = None
    url: Annotated[Plain, Field(min_length=1, max_length=LONGEST)] | None = None
    slug: Annotated[Slug, Field(examples=["rednote"])] | None = None
    headline: Line | None = None
    byline: Line | None = None
    published: Day | None = None
    language: Annotated[Plain, Field(max_length=12, examples=["en"])] | None = None


class RevisionBody(Body):
    """A new text of an article, made from revision `based_on`; `dry_run` only says what would happen."""

    text: Text
    based_on: Annotated[Whole, Field(ge=1, le=1_000_000)] | None = None
    dry_run: Yes = False


class DeadlineBody(Body):
    """By when an article has to be checked; null for no deadline."""

    deadline: Moment | None


class MarkBody(Body):
    """What checking found, with the evidence that it stands on."""

    verdict: Annotated[Plain, Field(min_length=1, max_length=40, examples=["verified"])]
    evidence: Annotated[list[EvidenceBody], Field(max_length=50)] = []
    attribution_check: AttributionCheck | None = None
    note: Words | None = None


class SkipBody(Body):
    """Why a claim can't be checked."""

    reason: SkipReason
    note: Words | None = None


class TickBody(Body):
    """A checkpoint, by its number; `ticked` false takes the tick off."""

    checkpoint: Annotated[Whole, Field(ge=1, le=10_000)]
    ticked: Yes = True


class ReasonBody(Body):
    """Why."""

    reason: Words


class QueryBody(Body):
    """A question to the author or a source."""

    text: Words
    due: Day | None = None


class AnswerBody(Body):
    """The answer to a question; `query` says to which, where there are several."""

    text: Words
    query: Annotated[Whole, Field(ge=1, le=2**31 - 1)] | None = None


class PublishBody(Body):
    """How to word the corrections that a publication makes."""

    kind: CorrectionClass | None = None
    correction: Words | None = None


class NextBody(Body):
    """Of which article to take the claim that matters most; of any without one."""

    article: Slug | None = None


class SourceBody(Body):
    """A source by its name; a voice of one article as `article:name`."""

    name: Annotated[Plain, Field(min_length=1, max_length=400)]


class MergeBody(SourceBody):
    """Let one source stand for another."""

    into: Annotated[Plain, Field(min_length=1, max_length=400)]


class AliasBody(SourceBody):
    """Another name of a source."""

    alias: Annotated[Plain, Field(min_length=1, max_length=200)]


class UserBody(Body):
    """A person of the newsroom."""

    name: PersonName
    role: Role
    password: Password | None = None


class UserChange(Body):
    """What changes of a user; what is left out stays."""

    role: Role | None = None
    disabled: Yes | None = None
    password: Password | None = None
    login: Line | None = None


class TokenBody(Body):
    """A token for a program that acts for a user; `scope` (else today's role) is the most that it may do."""

    user: PersonName
    label: Line
    scope: Role | None = None
    days: Annotated[Whole, Field(ge=1, le=366)] = 90


class TomlBody(Body):
    """A policy, as TOML."""

    toml: Annotated[Plain, Field(max_length=200_000)]


class RulesBody(Body):
    """The newsroom's rules: feature files by name; none at all leave the built-in rule alone."""

    files: Annotated[dict[Line, Annotated[Plain, Field(max_length=200_000)]], Field(max_length=200)]
