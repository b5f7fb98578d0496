"""What happened, and that nobody rewrote it."""

from __future__ import annotations

from pytest_bdd import given, parsers, then

from factcheck.gherkin.desk import Desk
from factcheck.gherkin.steps.article import EDITOR, Notes, about
from factcheck.gherkin.steps.claim import person


@then(parsers.parse('the history of the claim about "{words}" tells:'))
def history(desk: Desk, notes: Notes, words: str, datatable: list[list[str]]) -> None:
    """Compare who did what, in order."""
    events = desk.history(about(desk, notes, words).ref)
    told = [[event.actor, event.action.replace("_", " ")] for event in events]
    assert told == [[person(who), what] for who, what in datatable]


@then(parsers.parse('the history of the claim about "{words}" tells nothing'))
def no_history(desk: Desk, notes: Notes, words: str) -> None:
    """Nothing has happened to the claim since its article came in."""
    assert desk.history(about(desk, notes, words).ref) == []


@given("an editor keeps a checkpoint of the ledger elsewhere")
def keep(desk: Desk, notes: Notes) -> None:
    """Seal the ledger and remember the hash."""
    notes.checkpoint = desk.seal(EDITOR)


@then("the ledger is unbroken")
def unbroken(desk: Desk) -> None:
    """Go through the whole ledger; it raises where it is broken."""
    desk.verify()


@then("the ledger agrees with the checkpoint")
def agrees(desk: Desk, notes: Notes) -> None:
    """Go through the whole ledger against the kept checkpoint."""
    assert notes.checkpoint
    desk.verify(notes.checkpoint)
