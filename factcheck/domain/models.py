"""The models that cross floors. All are frozen values; a change makes a new one."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BaseModel, ConfigDict, PlainSerializer

from factcheck.domain.vocabulary import (
    AttributionCheck,
    CheckpointKind,
    CorrectionClass,
    Kind,
    SkipReason,
    SourceKind,
    Stance,
    Status,
)

if TYPE_CHECKING:
    from factcheck.domain.drafting import ClaimDraft

SpanPair = tuple[int, int]


def iso(moment: datetime) -> str:
    """Write a moment as the contracts want it: UTC, ISO 8601, microseconds, `Z`.

    The width is fixed, so that two of them compare as text in the order of time.
    """
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


Moment = Annotated[datetime, PlainSerializer(iso, return_type=str, when_used="json")]


def text_sha256(text: str) -> str:
    """Hash a text as it is: the lower-case hex SHA-256 of its UTF-8 bytes."""
    return hashlib.sha256(text.encode()).hexdigest()


class Model(BaseModel):
    """What every model shares: it can't be changed, and takes no field it doesn't know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Checkpoint(Model):
    """A detail of a claim that a checker ticks by itself; `n` counts within the claim, from 1."""

    n: int
    kind: CheckpointKind
    text: str
    start: int
    end: int
    ticked_by: str | None = None


class AttributionSpans(Model):
    """Where source, cue and content stand in the revision's text.

    `content` is the claim's share of what is attributed, clipped to the claim; the source and the
    cue of a continued attribution stand outside the claim.
    """

    source: SpanPair | None
    cue: SpanPair | None
    content: SpanPair


class Attribution(Model):
    """Who the article says a claim from."""

    source: str | None
    source_text: str | None
    outlet: str | None
    medium: str | None = None
    cue: str | None
    mode: Literal["direct", "indirect", "mixed"]
    polarity: Literal["asserts", "denies", "asks", "intends"] = "asserts"
    anonymity: Literal["named", "unnamed_person", "unnamed_group"]
    continued: bool
    rule: str = ""
    spans: AttributionSpans


class Snapshot(Model):
    """What the page of a piece of evidence was when it was kept.

    `timestamped_at` is when an authority (RFC 3161) says that it saw these bytes; None if none was asked.
    """

    sha256: str
    taken_at: Moment
    state: Literal["unchanged", "changed", "gone", "unreachable"]
    timestamped_at: Moment | None = None


class Archive(Model):
    """A page kept by somebody else's means: at an address of theirs, or on our shelf under a SHA-256."""

    archiver: str
    url: str | None = None
    sha256: str | None = None
    made_at: Moment
    made_by: str


class Evidence(Model):
    """A link that bears on a claim.

    `quote_found` says whether the words relied on stand in the snapshot; None where there is no quote,
    no snapshot, or nothing to read in it.
    """

    id: int
    url: str
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    stance: Stance
    quote: str | None = None
    note: str | None = None
    primary: bool = False
    accessed_at: Moment
    added_by: str
    snapshot: Snapshot | None = None
    quote_found: bool | None = None
    archives: tuple[Archive, ...] = ()


class Query(Model):
    """A question from the checker to the author or a source; open until it is answered."""

    id: int
    text: str
    asked_by: str
    asked_at: Moment
    due: date | None = None
    answer: str | None = None
    answered_by: str | None = None
    answered_at: Moment | None = None


class AskedQuery(Query):
    """A query with the claim that it is about."""

    ref: str


class Correction(Model):
    """A public notice that a published claim changed."""

    id: int
    ref: str
    kind: CorrectionClass
    old_verdict: str | None
    new_verdict: str | None
    text: str
    made_by: str
    made_at: Moment


class Claim(Model):
    """One sentence of an article and all that is known about it. The JSON of every face.

    `orphaned`: its sentence has gone from the article's present text. `recheck`: why somebody should
    look at it again, though its own words did not change.
    """

    ref: str
    n: int
    article: str
    revision: int
    paragraph: int
    text: str
    start: int
    end: int
    prefix: str
    suffix: str
    kind: Kind
    checkworthiness: float
    checkpoints: tuple[Checkpoint, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    status: Status = Status.UNCHECKED
    verdict: str | None = None
    attribution_check: AttributionCheck | None = None
    skip_reason: SkipReason | None = None
    note: str | None = None
    assignee: str | None = None
    checked_by: str | None = None
    checked_sha256: str | None = None
    approved_by: str | None = None
    published_verdict: str | None = None
    reason: str | None = None
    withdrawal_by: str | None = None
    withdrawn_by: str | None = None
    orphaned: bool = False
    recheck: str | None = None
    version: int = 1
    evidence: tuple[Evidence, ...] = ()
    queries: tuple[Query, ...] = ()
    corrections: tuple[Correction, ...] = ()
    created_at: Moment
    updated_at: Moment

    @property
    def open_queries(self) -> int:
        """How many questions still wait for an answer."""
        return sum(query.answered_at is None for query in self.queries)

    @property
    def only_unnamed(self) -> bool:
        """Whether somebody is said to have said it, and nobody of them by name."""
        return bool(self.attributions) and all(a.anonymity != "named" for a in self.attributions)


class SentenceChange(Model):
    """What a new text makes of one sentence: `kept`, `moved`, `reworded`, `returned`, `new`, `orphaned`.

    `before` and `after` are its words in the old and the new text, None where it doesn't stand.
    """

    ref: str
    change: str
    before: str | None
    after: str | None
    status_before: Status | None = None
    status: Status | None = None
    verdict_before: str | None = None
    verdict: str | None = None
    recheck: str | None = None


class Progress(Model):
    """How far an article is: claims by status. `not_checkable` needs no check and counts as done."""

    counts: dict[Status, int]

    @property
    def total(self) -> int:
        """All claims."""
        return sum(self.counts.values())

    @property
    def checked(self) -> int:
        """Claims on which a person's word stands: a verdict, or that it can't be checked."""
        open_ones = (Status.UNCHECKED, Status.IN_REVIEW, Status.REOPENED)
        return self.total - sum(self.counts.get(status, 0) for status in open_ones)


class Hold(Model):
    """Who has taken a claim, and when they last did anything with it; `left` if too long ago."""

    ref: str
    by: str
    since: Moment
    left: bool = False


class Article(Model):
    """A text under check.

    `claims` counts those that stand in the present text, `flagged` those that somebody should look at
    again; `overdue` says that the deadline has passed and something is unchecked.
    """

    slug: str
    headline: str | None
    byline: str | None
    dateline: str | None
    published: date | None
    language: str
    origin: str | None
    revision: int
    claims: int
    checked: int
    counts: dict[Status, int]
    deadline: Moment | None = None
    overdue: bool = False
    held: tuple[Hold, ...] = ()
    flagged: int = 0
    text_sha256: str
    created_by: str
    created_at: Moment

    @property
    def skipped(self) -> int:
        """Claims of which somebody said that they can't be checked."""
        return self.counts.get(Status.NOT_CHECKABLE, 0)

    @property
    def checkable(self) -> int:
        """Claims that are to be checked: all the others."""
        return self.claims - self.skipped

    @property
    def done(self) -> int:
        """The checkable ones on which a verdict stands."""
        return self.checked - self.skipped


class Source(Model):
    """An entry of the registry that attributions point to.

    One without a name of its own (“the mayor”) belongs to one `article`.
    """

    id: int
    name: str
    kind: SourceKind
    article: str | None = None
    aliases: tuple[str, ...] = ()
    homepage: str | None = None
    claims: int = 0


def reading_sha256(claims: Sequence[Claim | ClaimDraft]) -> str:
    """Hash what was read in a text: each claim's place and kind, and who is said to have said it.

    The names that voices have in the registry are left out: those are put right by hand.
    """
    read = [
        [
            one.n, one.start, one.end, str(one.kind),
            [[a.source_text, a.outlet, a.cue, a.anonymity, a.continued] for a in one.attributions],
        ]
        for one in claims
    ]  # fmt: skip
    return hashlib.sha256(json.dumps(read, ensure_ascii=True).encode()).hexdigest()
