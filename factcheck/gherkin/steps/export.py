"""Lists out."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

from pytest_bdd import parsers, then, when

from factcheck.gherkin.desk import Desk
from factcheck.gherkin.steps.article import Notes


@when(parsers.parse("the verified list is exported as {name}"))
def export_verified(desk: Desk, notes: Notes, name: str) -> None:
    """Export what two people found verified."""
    notes.exported = desk.export(notes.slug, name.lower(), verified=True)


@when(parsers.parse("everything is exported as {name}"))
def export_all(desk: Desk, notes: Notes, name: str) -> None:
    """Export every claim of the article."""
    notes.exported = desk.export(notes.slug, name.lower())


@then(parsers.parse("it lists {number:d} claims"))
@then(parsers.parse("it lists {number:d} claim"))
def count(notes: Notes, number: int) -> None:
    """Count the entries, whatever the format."""
    assert len(_entries(notes.exported)) == number


@then(parsers.parse('it lists the claim about "{words}"'))
def lists(notes: Notes, words: str) -> None:
    """An entry is about a sentence with these words."""
    assert any(words in sentence for sentence in _sentences(notes.exported))


@then(parsers.parse('it doesn\'t list the claim about "{words}"'))
def lists_not(notes: Notes, words: str) -> None:
    """No entry is about a sentence with these words."""
    assert not any(words in sentence for sentence in _sentences(notes.exported))


@then("no cell of it can be taken for a formula")
def safe(notes: Notes) -> None:
    """No cell begins as a spreadsheet's formula does."""
    cells = [cell for row in csv.reader(io.StringIO(notes.exported.decode())) for cell in row]
    assert cells
    assert not [cell for cell in cells if cell[:1] in tuple("=+-@\t\r")]


@then(parsers.parse('the review of "{words}" rates it {value:d} of {best:d}, "{label}"'))
def rated(notes: Notes, words: str, value: int, best: int, label: str) -> None:
    """Compare a ClaimReview's rating."""
    review = next(one for one in json.loads(notes.exported) if words in one["claimReviewed"])
    rating = review["reviewRating"]
    assert (rating["ratingValue"], rating["bestRating"], rating["alternateName"]) == (value, best, label)


@then(parsers.parse('the review of "{words}" names {author} as the claim\'s author'))
def authored(notes: Notes, words: str, author: str) -> None:
    """Compare who a ClaimReview says the claim is from."""
    review = next(one for one in json.loads(notes.exported) if words in one["claimReviewed"])
    assert review["itemReviewed"]["author"]["name"] == author


def _entries(exported: bytes) -> list[Any]:
    text = exported.decode()
    if text.startswith("["):
        found: list[Any] = json.loads(text)
        return found
    if text.startswith("{"):
        return [json.loads(line) for line in text.splitlines()]
    if text.startswith("ref,"):
        return list(csv.DictReader(io.StringIO(text)))
    return [line for line in text.splitlines() if line.startswith("- ")]


def _sentences(exported: bytes) -> list[str]:
    return [
        entry if isinstance(entry, str) else entry.get("claimReviewed") or entry["text"]
        for entry in _entries(exported)
    ]
