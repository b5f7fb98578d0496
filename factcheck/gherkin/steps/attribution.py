"""Who is said to have said it."""

from __future__ import annotations

from pytest_bdd import given, parsers, then, when

from factcheck.gherkin.desk import Desk
from factcheck.gherkin.steps.article import CHECKER, Notes, about


@then(parsers.parse('the claim about "{words}" is said by {speaker}'))
def said_by(desk: Desk, notes: Notes, words: str, speaker: str) -> None:
    """Compare the speaker; `nobody` is the article's own word, `A through B` names the outlet."""
    name, _, outlet = speaker.partition(" through ")
    said = about(desk, notes, words).attributions
    if name == "nobody":
        assert not said, [one.source for one in said]
        return
    assert name in [one.source for one in said], [one.source for one in said]
    assert (outlet or None) in [one.outlet for one in said if one.source == name]


@then(parsers.parse('the claim about "{words}" continues what was said before or after it'))
def continued(desk: Desk, notes: Notes, words: str) -> None:
    """The cue stands in a neighbouring sentence."""
    assert all(said.continued for said in about(desk, notes, words).attributions)


@then(parsers.parse('the claim about "{words}" is quoted {mode}ly'))
def mode(desk: Desk, notes: Notes, words: str, mode: str) -> None:
    """Compare how it is quoted: direct, indirect or mixed."""
    assert [said.mode for said in about(desk, notes, words).attributions] == [mode]


@then(parsers.parse('the claim about "{words}" comes from {voice}'))
def anonymity(desk: Desk, notes: Notes, words: str, voice: str) -> None:
    """Compare how much is known of the speaker."""
    classes = {
        "a named source": "named",
        "an unnamed person": "unnamed_person",
        "an unnamed group": "unnamed_group",
    }
    assert [said.anonymity for said in about(desk, notes, words).attributions] == [classes[voice]]


@when(parsers.parse("somebody asks what {source} said"))
def ask_source(desk: Desk, notes: Notes, source: str) -> None:
    """List the claims of a source, under any of its names."""
    notes.listed = desk.claims(notes.slug, source=source)


@when(parsers.parse('somebody looks for "{words}"'))
def look_for(desk: Desk, notes: Notes, words: str) -> None:
    """List the claims that have all these words."""
    notes.listed = desk.claims(notes.slug, words=words)


@given(parsers.parse("a checker merged the source {name} into {into}"))
def merge(desk: Desk, name: str, into: str) -> None:
    """Let one source stand for another."""
    desk.merge_sources(CHECKER, name, into)


@when(parsers.parse("a checker parts the source {name} again"))
def split(desk: Desk, name: str) -> None:
    """Take a merge back."""
    desk.split_source(CHECKER, name)


@then(parsers.parse('just the claim about "{words}" is listed'))
def listed(notes: Notes, words: str) -> None:
    """One claim was listed, the one with these words."""
    assert [words in claim.text for claim in notes.listed] == [True]
