"""The newsroom's people and what they may do."""

from __future__ import annotations

import re

from pytest_bdd import given, parsers, then, when

from factcheck.gherkin.desk import Desk, Refused
from factcheck.gherkin.steps.article import EDITOR, Notes
from factcheck.gherkin.steps.claim import person


@given(parsers.re(r"the newsroom has named (?P<who>.+) as an? (?P<role>\w+)"))
def named(desk: Desk, who: str, role: str) -> None:
    """Name somebody of the newsroom; the editor does it."""
    desk.name_user(EDITOR, person(who), role)


@when(parsers.re(r"somebody names (?P<who>.+) as an? (?P<role>\w+)"))
def name(desk: Desk, notes: Notes, who: str, role: str) -> None:
    """Name somebody of the newsroom."""
    try:
        desk.name_user(EDITOR, person(who), role)
    except Refused as refusal:
        notes.refusal = refusal


@when(parsers.re(r"the editor makes (?P<who>.+) an? (?P<role>\w+)"))
def change_role(desk: Desk, who: str, role: str) -> None:
    """Give somebody another role."""
    desk.change_role(EDITOR, person(who), role)


@when(parsers.parse("the editor disables {who}"))
def disable(desk: Desk, notes: Notes, who: str) -> None:
    """Let somebody act no more."""
    try:
        desk.disable_user(EDITOR, person(who))
    except Refused as refusal:
        notes.refusal = refusal


@then("that is refused to somebody whom this newsroom doesn't know")
def unknown(notes: Notes) -> None:
    """Refused for who they are, not for their role: no user, or nobody who could prove to be one."""
    assert notes.refusal is not None, "nothing was refused"
    assert notes.refusal.code in ("not_allowed", "not_signed_in"), notes.refusal.code
    assert re.search("is no user of this newsroom|wants to know who you are", notes.refusal.message), (
        notes.refusal.message
    )
    assert notes.refusal.hint, "the refusal doesn't say what to do instead"
