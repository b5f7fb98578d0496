"""The desk: what people can do with factcheck, whatever face they do it through.

Steps speak to a `Desk`; a driver answers through the services, the command line or another face. A
driver raises `Refused` where its face refuses, with the error's stable code and its words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from factcheck.domain.events import Event
from factcheck.domain.models import Article, AskedQuery, Claim, Correction, SentenceChange


class Refused(Exception):
    """A face refused: `code` is stable, `message` and `hint` are what a person reads."""

    def __init__(self, code: str, message: str, hint: str | None) -> None:
        super().__init__(message)
        self.code, self.message, self.hint = code, message, hint


@dataclass(frozen=True, slots=True)
class Link:
    """Evidence as a step names it."""

    url: str
    stance: str | None = None
    quote: str | None = None


class Desk(Protocol):
    """One newsroom's database, through one face. Everybody acts under a name."""

    def take_in(self, person: str, text: str, slug: str) -> Article:
        """Ingest an article; the article, as it is then."""
        ...

    def revise(self, person: str, slug: str, text: str) -> list[SentenceChange]:
        """Give an article a new text; what became of its sentences, those left out that stayed."""
        ...

    def preview(self, slug: str, text: str) -> list[SentenceChange]:
        """What a new text would do."""
        ...

    def diff(self, slug: str, first: int, second: int) -> list[SentenceChange]:
        """What changed between two texts of an article."""
        ...

    def articles(self) -> list[Article]:
        """All articles."""
        ...

    def claims(self, slug: str, *, source: str | None = None, words: str | None = None) -> list[Claim]:
        """The claims of an article: all, those of a source, or those with certain words."""
        ...

    def claim(self, ref: str) -> Claim:
        """One claim."""
        ...

    def next(self, person: str, slug: str | None) -> Claim:
        """Take the claim that matters most: of an article, or of any."""
        ...

    def set_deadline(self, person: str, slug: str, moment: datetime) -> None:
        """Say by when an article has to be checked."""
        ...

    def name_user(self, person: str, name: str, role: str) -> None:
        """Name somebody of the newsroom."""
        ...

    def change_role(self, person: str, name: str, role: str) -> None:
        """Give somebody another role."""
        ...

    def disable_user(self, person: str, name: str) -> None:
        """Let somebody act no more."""
        ...

    def take(self, person: str, ref: str) -> None:
        """Take a claim to work on."""
        ...

    def release(self, person: str, ref: str) -> None:
        """Give a claim back."""
        ...

    def mark(
        self,
        person: str,
        ref: str,
        verdict: str,
        *,
        evidence: Sequence[Link] = (),
        note: str | None = None,
        version: int | None = None,
    ) -> None:
        """Say what checking found."""
        ...

    def tick(self, person: str, ref: str, number: int) -> None:
        """Tick a checkpoint of a claim."""
        ...

    def merge_sources(self, person: str, name: str, into: str) -> None:
        """Let one source stand for another."""
        ...

    def split_source(self, person: str, name: str) -> None:
        """Take a merge back."""
        ...

    def skip(self, person: str, ref: str, reason: str, note: str | None = None) -> None:
        """Say that a claim can't be checked."""
        ...

    def undo(self, person: str, ref: str) -> None:
        """Take one's own verdict, or word that a claim can't be checked, back."""
        ...

    def attach(self, person: str, ref: str, link: Link, *, keep: bool = False) -> None:
        """Attach evidence; `keep` fetches its page and keeps it."""
        ...

    def recheck(self, person: str) -> None:
        """Look at all kept pages again."""
        ...

    def kept_page(self, evidence_id: int) -> str:
        """The words of a page as it was kept."""
        ...

    def remove(self, person: str, evidence_id: int) -> None:
        """Take evidence off its claim."""
        ...

    def ask(self, person: str, ref: str, text: str, due: date | None = None) -> None:
        """Put a question to the author or a source."""
        ...

    def questions(self) -> list[AskedQuery]:
        """The open questions, in the order in which the desk shows them."""
        ...

    def answer(self, person: str, ref: str, text: str) -> None:
        """Answer the open question."""
        ...

    def approve(self, person: str, ref: str) -> None:
        """Sign a checked claim."""
        ...

    def send_back(self, person: str, ref: str, reason: str) -> None:
        """Return a checked claim to its checker."""
        ...

    def publish(self, person: str, slug: str, *, kind: str | None = None, notice: str | None = None) -> None:
        """Publish an article's approved claims; `kind` and `notice` word the corrections that this makes."""
        ...

    def corrections(self) -> list[Correction]:
        """The public corrections, the newest first."""
        ...

    def reopen(self, person: str, ref: str, reason: str) -> None:
        """Open a claim again."""
        ...

    def withdraw(self, person: str, ref: str, reason: str) -> None:
        """Withdraw a published claim, or propose it."""
        ...

    def load_rules(self, person: str, feature: str) -> None:
        """Put a feature file of the newsroom's own rules in force."""
        ...

    def gate(self, slug: str) -> list[str]:
        """The refs of the claims that keep an article from publication."""
        ...

    def export(self, slug: str, format_name: str, *, verified: bool = False) -> bytes:
        """Write a list."""
        ...

    def history(self, ref: str) -> list[Event]:
        """What happened to a claim."""
        ...

    def seal(self, person: str) -> str:
        """Make a checkpoint of the ledger; its hash."""
        ...

    def verify(self, head: str | None = None) -> None:
        """Go through the ledger."""
        ...
