"""The newsroom's own rules: put in force, and their reading steps offered to tests."""

from __future__ import annotations

from datetime import UTC, datetime

from pytest_bdd import given, parsers, then, when

from factcheck.domain.policy import read_policy
from factcheck.gate.features import HouseRule, Step
from factcheck.gate.house import ask, prepare
from factcheck.gate.subjects import Circumstances
from factcheck.gherkin.desk import Desk, Refused
from factcheck.gherkin.steps.article import EDITOR, Notes
from factcheck.services.policies import default_policy_toml


@given("the newsroom's rules:")
def in_force(desk: Desk, docstring: str) -> None:
    """Put the feature below the step in force."""
    desk.load_rules(EDITOR, docstring)


@when("an admin loads the rules:")
def load(desk: Desk, notes: Notes, docstring: str) -> None:
    """Try to put the feature below the step in force."""
    try:
        desk.load_rules(EDITOR, docstring)
    except Refused as refusal:
        notes.refusal = refusal


@given(parsers.re(r"(?P<text>(?:the article['’]s claims|all the article['’]s sentences)(?: .*)?)"))
@given(parsers.re(r"(?P<text>(?:not )?those .*)"))
def subject(notes: Notes, text: str) -> None:
    """Say which claims the next demand is about."""
    notes.reading.append(Step(text, 0, outcome=False))


@then(parsers.re(r"(?P<text>each (?:has|was|is|names|tells|need) .*)"))
@then(parsers.re(r"(?P<text>there (?:is|are) (?:none|at (?:most|least) \d+))"))
def demand(desk: Desk, notes: Notes, text: str) -> None:
    """Ask the rule of the article's claims, as the gate would."""
    rule = HouseRule("", 0, "", "this scenario", (*notes.reading, Step(text, 0, outcome=True)))
    standing = [claim for claim in desk.claims(notes.slug) if not claim.orphaned]
    circumstances = Circumstances(read_policy(default_policy_toml()), datetime.now(UTC))
    broken = [
        f"{found.ref} {found.message}" for found in ask(prepare(rule), notes.slug, standing, circumstances)
    ]
    assert not broken, "; ".join(broken)
