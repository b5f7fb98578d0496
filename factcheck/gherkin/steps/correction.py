"""Public corrections, and the same sentence in other articles."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from pytest_bdd import given, parsers, then, when

from factcheck.gherkin.desk import Desk
from factcheck.gherkin.steps import claim
from factcheck.gherkin.steps.article import AUTHOR, CHECKER, EDITOR, Notes, about


@contextmanager
def _turned_to(notes: Notes, slug: str) -> Iterator[None]:
    """Let steps speak about another article for a moment."""
    before, notes.slug = notes.slug, slug
    try:
        yield
    finally:
        notes.slug = before


@given(parsers.parse('another article, "{slug}":'))
def take_in(desk: Desk, slug: str, docstring: str) -> None:
    """Take in a second article."""
    desk.take_in(CHECKER, docstring, slug)


@given(parsers.parse('the claim about "{words}" of "{slug}" is approved as "{verdict}"'))
def approved(desk: Desk, notes: Notes, words: str, slug: str, verdict: str) -> None:
    """Two people stand behind the verdict, in another article."""
    with _turned_to(notes, slug):
        claim.approved(desk, notes, words, verdict)


@given(parsers.parse('"{slug}" is rewritten to "{text}"'))
@when(parsers.parse('"{slug}" is rewritten to "{text}"'))
def rewrite(desk: Desk, slug: str, text: str) -> None:
    """Give another article a new text."""
    desk.revise(AUTHOR, slug, text)


@when(parsers.parse('an editor publishes the article as an {kind}: "{text}"'))
def publish(desk: Desk, notes: Notes, kind: str, text: str) -> None:
    """Publish what is approved, with a notice in the editor's words."""
    desk.publish(EDITOR, notes.slug, kind=kind, notice=text)


@then("these corrections are public:")
def listed(desk: Desk, notes: Notes, datatable: list[list[str]]) -> None:
    """Compare the list of corrections: which claim, which class, old and new verdict."""
    told = [(one.ref, str(one.kind), one.old_verdict, one.new_verdict) for one in desk.corrections()]
    assert told == [(about(desk, notes, words).ref, *rest) for words, *rest in datatable]


@then(parsers.parse('the public is told "{text}"'))
def worded(desk: Desk, text: str) -> None:
    """Compare what the newest correction says."""
    assert desk.corrections()[0].text == text


@then(
    parsers.parse('the claim about "{words}" of "{slug}" has to be looked at again, since it was corrected')
)
def flagged(desk: Desk, notes: Notes, words: str, slug: str) -> None:
    """A claim of another article says why it has to be looked at again."""
    with _turned_to(notes, slug):
        assert "says the same and was corrected" in (about(desk, notes, words).recheck or "")


@then(parsers.parse('the claim about "{words}" of "{slug}" need not be looked at again'))
def not_flagged(desk: Desk, notes: Notes, words: str, slug: str) -> None:
    """Nothing gives cause to look at a claim of another article again."""
    with _turned_to(notes, slug):
        assert about(desk, notes, words).recheck is None


@then(parsers.parse('the claim about "{words}" of "{slug}" is {status}'))
def stands(desk: Desk, notes: Notes, words: str, slug: str, status: str) -> None:
    """Compare where a claim of another article stands."""
    with _turned_to(notes, slug):
        claim.stands(desk, notes, words, status)
