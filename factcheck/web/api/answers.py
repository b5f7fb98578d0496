"""What the API answers with beyond the domain's own models."""

from __future__ import annotations

from typing import Generic, TypeVar

from pydantic import BaseModel

from factcheck.domain.events import Event
from factcheck.domain.models import Article, Claim, Correction, SentenceChange
from factcheck.domain.people import Token
from factcheck.gate.builtin import Finding

T = TypeVar("T")


class Page(BaseModel, Generic[T]):
    """A page of a list; `next` is the address of the following one, null at the end."""

    items: list[T]
    next: str | None = None


class IngestedAnswer(BaseModel):
    """An article that came in; `is_new` is false where the same text was here already."""

    article: Article
    is_new: bool
    sources: list[str]


class RevisedAnswer(BaseModel):
    """What a new text did, or would do."""

    article: Article
    revision: int
    is_new: bool
    kept: int
    changes: list[SentenceChange]


class TextAnswer(BaseModel):
    """A text of an article: all offsets point into it."""

    article: str
    revision: int
    text: str
    sha256: str


class NextAnswer(BaseModel):
    """The claim that matters most, taken; and how many more are waiting."""

    claim: Claim
    waiting: int


class GateAnswer(BaseModel):
    """Whether an article may be published, and what stands in its way."""

    green: bool
    findings: list[Finding]


class PublishedAnswer(BaseModel):
    """What is public now, the corrections that this made, and what has to be looked at again."""

    claims: list[Claim]
    corrections: list[Correction]
    flagged: list[Claim]


class KeptPageAnswer(BaseModel):
    """The words of a page as it was kept; null for an image and the like."""

    evidence: int
    url: str
    media_type: str
    sha256: str
    text: str | None


class RecheckedAnswer(BaseModel):
    """What became of a piece of evidence."""

    ref: str
    evidence_id: int
    url: str
    state: str
    quote_found: bool | None
    sent_back: bool
    why: str | None


class NewTokenAnswer(BaseModel):
    """A token, and its secret, which is shown this once."""

    token: Token
    secret: str


class SuggestionAnswer(BaseModel):
    """Two sources that may be one, and how alike their names are (0 to 100)."""

    name: str
    into: str
    likeness: int


class VerifiedAnswer(BaseModel):
    """What was looked through and found unbroken."""

    chains: int
    events: int
    seals: int
    signed: int


class PolicyAnswer(BaseModel):
    """The policy in force, as TOML."""

    toml: str


class RulesAnswer(BaseModel):
    """The newsroom's rules in force: feature files by name, and how many rules they hold."""

    files: dict[str, str]
    rules: int


class FeedEvent(Event):
    """An event with its place in the feed of all chains."""

    id: int


class MeAnswer(BaseModel):
    """Who one is here."""

    name: str
    role: str
    has_users: bool
