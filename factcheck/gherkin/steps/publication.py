"""The gate, publication and corrections."""

from __future__ import annotations

from pytest_bdd import parsers, then, when

from factcheck.gherkin.desk import Desk, Refused
from factcheck.gherkin.steps.article import EDITOR, Notes, about


@when("an editor publishes the article")
def publish(desk: Desk, notes: Notes) -> None:
    """Publish what is approved."""
    try:
        desk.publish(EDITOR, notes.slug)
    except Refused as refusal:
        notes.refusal = refusal


@then(parsers.parse('the gate names the claim about "{words}"'))
def gate_names(desk: Desk, notes: Notes, words: str) -> None:
    """The gate is red because of this claim."""
    assert about(desk, notes, words).ref in desk.gate(notes.slug)


@then("the gate is green")
def gate_green(desk: Desk, notes: Notes) -> None:
    """Nothing stands against publication."""
    assert desk.gate(notes.slug) == []


@then(parsers.parse('the claim about "{words}" carries a {kind} from "{old}" to "{new}"'))
def corrected(desk: Desk, notes: Notes, words: str, kind: str, old: str, new: str) -> None:
    """Compare the public notice that a claim carries."""
    found = about(desk, notes, words).corrections
    assert [(one.kind, one.old_verdict, one.new_verdict) for one in found] == [(kind, old, new)]
    assert found[0].text


@then(parsers.parse('the claim about "{words}" carries no correction'))
def not_corrected(desk: Desk, notes: Notes, words: str) -> None:
    """Nothing public changed."""
    assert not about(desk, notes, words).corrections
