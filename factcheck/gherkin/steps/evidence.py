"""Evidence on claims."""

from __future__ import annotations

from pytest_bdd import given, parsers, then, when

from factcheck.gherkin.desk import Desk, Link, Refused
from factcheck.gherkin.steps.article import CHECKER, Notes, about


@given(parsers.parse('a page that {stance} the claim about "{words}"'))
@when(parsers.parse('a checker attaches a page that {stance} the claim about "{words}"'))
def attach(desk: Desk, notes: Notes, stance: str, words: str) -> None:
    """Attach one page."""
    link = Link("https://archive.example/found-later", stance, "The words relied on.")
    desk.attach(CHECKER, about(desk, notes, words).ref, link)


@when(parsers.parse('a checker attaches the link "{url}" to the claim about "{words}"'))
def attach_link(desk: Desk, notes: Notes, url: str, words: str) -> None:
    """Attach a link as it is written."""
    try:
        desk.attach(CHECKER, about(desk, notes, words).ref, Link(url, "supports"))
    except Refused as refusal:
        notes.refusal = refusal


@when(parsers.parse('a checker removes the evidence of the claim about "{words}"'))
def remove(desk: Desk, notes: Notes, words: str) -> None:
    """Take all evidence off a claim."""
    for piece in about(desk, notes, words).evidence:
        desk.remove(CHECKER, piece.id)


@then(parsers.parse('the claim about "{words}" has {number:d} pieces of evidence'))
@then(parsers.parse('the claim about "{words}" has {number:d} piece of evidence'))
def count(desk: Desk, notes: Notes, words: str, number: int) -> None:
    """Count the evidence of a claim."""
    assert len(about(desk, notes, words).evidence) == number


@then(parsers.parse('the evidence of the claim about "{words}" {stance} it'))
def stances(desk: Desk, notes: Notes, words: str, stance: str) -> None:
    """Every piece speaks the same way."""
    assert {piece.stance for piece in about(desk, notes, words).evidence} == {stance}
