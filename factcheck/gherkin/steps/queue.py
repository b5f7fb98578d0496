"""The queue, deadlines, and who holds what."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from pytest_bdd import given, parsers, then, when

from factcheck.domain.models import Article
from factcheck.gherkin.desk import Desk
from factcheck.gherkin.steps.article import EDITOR, Notes, about
from factcheck.gherkin.steps.claim import person


@given(parsers.parse('"{slug}" is due tomorrow'))
def due(desk: Desk, slug: str) -> None:
    """Give an article a deadline a day ahead."""
    desk.set_deadline(EDITOR, slug, datetime.now(UTC) + timedelta(days=1))


@given("the article was due yesterday")
def was_due(desk: Desk, notes: Notes) -> None:
    """Give the article a deadline that has passed."""
    desk.set_deadline(EDITOR, notes.slug, datetime.now(UTC) - timedelta(days=1))


@when(parsers.parse("{who} asks for the next claim of any article"))
def next_of_any(desk: Desk, notes: Notes, who: str) -> None:
    """Take whatever matters most, wherever it stands."""
    notes.listed = [desk.next(person(who), None)]


@then(parsers.parse('the desk shows that {who} holds the claim about "{words}"'))
def shows_holder(desk: Desk, notes: Notes, who: str, words: str) -> None:
    """Look up in the list of articles who holds what."""
    held = [(one.ref, one.by) for one in _article(desk, notes).held]
    assert held == [(about(desk, notes, words).ref, person(who))]


@then("the desk shows that the article is late")
def late(desk: Desk, notes: Notes) -> None:
    """The deadline has passed, and something is unchecked."""
    assert _article(desk, notes).overdue


@then("the desk shows that the article is not late")
def not_late(desk: Desk, notes: Notes) -> None:
    """The deadline lies ahead, or nothing is unchecked."""
    assert not _article(desk, notes).overdue


def _article(desk: Desk, notes: Notes) -> Article:
    return next(article for article in desk.articles() if article.slug == notes.slug)
