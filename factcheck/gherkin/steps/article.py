"""Articles coming in, and what stands in them."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from pytest_bdd import given, parsers, then, when

from factcheck.domain.models import Claim, SentenceChange
from factcheck.gate.features import Step
from factcheck.gherkin.desk import Desk, Refused

SLUG = "story"
AUTHOR = "Robin Author"
CHECKER = "Ana Checker"
EDITOR = "Ed Editor"


@dataclass
class Notes:
    """What a scenario remembers between its steps."""

    slug: str = SLUG
    refusal: Refused | None = None
    exported: bytes = b""
    checkpoint: str = ""
    listed: list[Claim] = field(default_factory=list)
    version: int = 0
    text: str = ""
    changes: list[SentenceChange] = field(default_factory=list)
    reading: list[Step] = field(default_factory=list)


@pytest.fixture
def notes() -> Notes:
    """A scenario's memory, empty at its start."""
    return Notes()


def about(desk: Desk, notes: Notes, words: str) -> Claim:
    """The one claim of the scenario's article that has these words in it."""
    found = [claim for claim in desk.claims(notes.slug) if words in claim.text]
    assert len(found) == 1, f"{len(found)} claims have the words “{words}”"
    return found[0]


@given(parsers.parse("the article:"))
@when(parsers.parse("this article comes in:"))
def take_in(desk: Desk, notes: Notes, docstring: str) -> None:
    """Take in the text below the step."""
    desk.take_in(CHECKER, docstring, notes.slug)
    notes.text = docstring


@when(parsers.parse("a text without a sentence comes in:"))
def take_in_nothing(desk: Desk, notes: Notes, docstring: str) -> None:
    """Take in a text that should be refused."""
    try:
        desk.take_in(CHECKER, docstring, notes.slug)
    except Refused as refusal:
        notes.refusal = refusal


@when("the same article comes in again under another name")
def take_in_again(desk: Desk, notes: Notes) -> None:
    """Take in the scenario's article once more, as another user would."""
    whole = desk.claims(notes.slug)
    text = "".join(f"{claim.text}\n" for claim in whole)
    desk.take_in(EDITOR, text.rstrip("\n"), "another-name")


@when("another text comes in under the same name")
def take_in_other(desk: Desk, notes: Notes) -> None:
    """Take in a different text with the slug that is taken."""
    try:
        desk.take_in(EDITOR, "Quite another story was written that day.", notes.slug)
    except Refused as refusal:
        notes.refusal = refusal


@then(parsers.parse("there is {number:d} article"))
@then(parsers.parse("there are {number:d} articles"))
def count_articles(desk: Desk, number: int) -> None:
    """Count the articles."""
    assert len(desk.articles()) == number


@then(parsers.parse("the article has {number:d} claims"))
def count_claims(desk: Desk, notes: Notes, number: int) -> None:
    """Count the article's claims."""
    assert len(desk.claims(notes.slug)) == number


@then("its claims read:")
def read_claims(desk: Desk, notes: Notes, datatable: list[list[str]]) -> None:
    """Compare the claims' texts, in order."""
    assert [claim.text for claim in desk.claims(notes.slug)] == [row[0] for row in datatable]


@then(parsers.parse('"{words}" belongs to no claim'))
def no_claim(desk: Desk, notes: Notes, words: str) -> None:
    """Look for words that are around the text, not in it."""
    assert not [claim.text for claim in desk.claims(notes.slug) if words in claim.text]


@then(parsers.parse("{done:d} of {number:d} claims are checked"))
def progress(desk: Desk, notes: Notes, done: int, number: int) -> None:
    """Read the article's progress."""
    article = next(article for article in desk.articles() if article.slug == notes.slug)
    assert (article.checked, article.claims) == (done, number)


@then(parsers.parse("that is refused because {reason}"))
@then(parsers.parse("the approval is refused because {reason}"))
@then(parsers.parse("the verdict is refused because {reason}"))
@then(parsers.parse("publication is refused because {reason}"))
def refused(notes: Notes, reason: str) -> None:
    """Look for the reason in the refusal, which has to say what to do instead."""
    assert notes.refusal is not None, "nothing was refused"
    assert reason in notes.refusal.message, notes.refusal.message
    assert notes.refusal.hint, "the refusal doesn't say what to do instead"
