"""An article is rewritten, and what that does to its claims."""

from __future__ import annotations

from pytest_bdd import given, parsers, then, when

from factcheck.domain.models import SentenceChange
from factcheck.gherkin.desk import Desk, Refused
from factcheck.gherkin.steps.article import AUTHOR, Notes, about


@given("the article's newer text:")
@when("the author rewrites it:")
def rewrite(desk: Desk, notes: Notes, docstring: str) -> None:
    """Give the article the text below the step."""
    _revise(desk, notes, docstring)


@when(parsers.re(r'the author rewrites "(?P<old>[^"]*)" to "(?P<new>[^"]*)"'))
def rewrite_part(desk: Desk, notes: Notes, old: str, new: str) -> None:
    """Replace some words of the article."""
    _revise(desk, notes, _replaced(notes, old, new))


@when(parsers.parse('the author tries out "{new}" for "{old}"'))
def try_out(desk: Desk, notes: Notes, old: str, new: str) -> None:
    """See what replacing some words would do."""
    notes.changes = desk.preview(notes.slug, _replaced(notes, old, new))


@then("the rewriting shows:")
def shows(notes: Notes, datatable: list[list[str]]) -> None:
    """Compare what a rewriting did, or would do."""
    assert _rows(notes.changes) == datatable


@then(parsers.parse("between the texts {first:d} and {second:d} this changed:"))
def compare(desk: Desk, notes: Notes, first: int, second: int, datatable: list[list[str]]) -> None:
    """Compare two of the article's texts."""
    assert _rows(desk.diff(notes.slug, first, second)) == datatable


@then(parsers.parse("the claims read in this order: {numbers}"))
def order(desk: Desk, notes: Notes, numbers: str) -> None:
    """The claims that stand in the text, by the numbers that they keep."""
    standing = [claim.n for claim in desk.claims(notes.slug) if not claim.orphaned]
    assert standing == [int(number) for number in numbers.split(",")]


@then(parsers.parse('the claim about "{words}" is orphaned'))
def orphaned(desk: Desk, notes: Notes, words: str) -> None:
    """Its sentence has gone, and one still sees it."""
    assert about(desk, notes, words).orphaned


@then(parsers.parse('the claim about "{words}" stands in the text'))
def standing(desk: Desk, notes: Notes, words: str) -> None:
    """Its sentence is in the present text."""
    assert not about(desk, notes, words).orphaned


@then(parsers.parse('the claim about "{words}" tells that it read "{old}"'))
def tells(desk: Desk, notes: Notes, words: str, old: str) -> None:
    """Why it was sent back names the words that were checked."""
    assert old in (about(desk, notes, words).reason or "")


def _revise(desk: Desk, notes: Notes, text: str) -> None:
    try:
        notes.changes = desk.revise(AUTHOR, notes.slug, text)
    except Refused as refusal:
        notes.refusal = refusal
        return
    notes.text = text


def _replaced(notes: Notes, old: str, new: str) -> str:
    assert notes.text.count(old) == 1, f"“{old}” stands {notes.text.count(old)} times in the article"
    return notes.text.replace(old, new)


def _rows(changes: list[SentenceChange]) -> list[list[str]]:
    return [[one.change, one.before or "", one.after or ""] for one in changes]
