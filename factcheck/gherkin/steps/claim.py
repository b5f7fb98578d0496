"""Claims and where they stand."""

from __future__ import annotations

from datetime import date

from pytest_bdd import given, parsers, then, when

from factcheck.domain.vocabulary import Status
from factcheck.gherkin.desk import Desk, Link, Refused
from factcheck.gherkin.steps.article import AUTHOR, CHECKER, EDITOR, Notes, about

PEOPLE = {
    "a checker": CHECKER,
    "the checker": CHECKER,
    "another checker": "Bo Checker",
    "an editor": EDITOR,
    "the editor": EDITOR,
    "a second editor": "Eva Editor",
    "the same person": CHECKER,
    "the same person, spelled in capitals,": CHECKER.upper(),
    "the article's author": AUTHOR,
}
STATUSES = "|".join(status.replace("_", " ") for status in Status)
PAGE = "https://evidence.example/page"


def person(words: str) -> str:
    """The name of somebody whom a step calls by their part."""
    return PEOPLE[words.removesuffix(", now as an editor,")]


def check(desk: Desk, notes: Notes, words: str, verdict: str) -> None:
    """Mark a claim as the checker, with whatever the default policy asks for."""
    pieces = [Link(PAGE), Link("https://second.example/page")]
    desk.mark(CHECKER, about(desk, notes, words).ref, verdict, evidence=pieces, note="Looked in the archive.")


@given(parsers.parse('a checker found the claim about "{words}" "{verdict}"'))
def found(desk: Desk, notes: Notes, words: str, verdict: str) -> None:
    """The checker gave a verdict, with the evidence that it needs."""
    check(desk, notes, words, verdict)


@given(parsers.parse('the claim about "{words}" is approved as "{verdict}"'))
@when(parsers.parse('the claim about "{words}" is approved as "{verdict}"'))
def approved(desk: Desk, notes: Notes, words: str, verdict: str) -> None:
    """Two people stand behind the verdict."""
    check(desk, notes, words, verdict)
    desk.approve(EDITOR, about(desk, notes, words).ref)


@given(parsers.parse('the claim about "{words}" is published as "{verdict}"'))
def published(desk: Desk, notes: Notes, words: str, verdict: str) -> None:
    """The verdict is public; whatever else was open in the article was skipped for it."""
    approved(desk, notes, words, verdict)
    for claim in desk.claims(notes.slug):
        if claim.status == "unchecked":
            desk.skip(CHECKER, claim.ref, "rhetorical")
    desk.publish(EDITOR, notes.slug)


@given(parsers.parse('{who} has taken the claim about "{words}"'))
@when(parsers.re(r'(?P<who>.+) takes the claim about "(?P<words>.+)"'))
def take(desk: Desk, notes: Notes, who: str, words: str) -> None:
    """Take a claim."""
    try:
        desk.take(person(who), about(desk, notes, words).ref)
    except Refused as refusal:
        notes.refusal = refusal


@when(parsers.parse('{who} gives the claim about "{words}" back'))
def release(desk: Desk, notes: Notes, who: str, words: str) -> None:
    """Release a claim."""
    try:
        desk.release(person(who), about(desk, notes, words).ref)
    except Refused as refusal:
        notes.refusal = refusal


@when(parsers.parse("{who} asks for the next claim"))
def next_claim(desk: Desk, notes: Notes, who: str) -> None:
    """Take whatever matters most."""
    notes.listed = [desk.next(person(who), notes.slug)]


@when(parsers.parse('{who} marks the claim about "{words}" "{verdict}" with a page that {stance} it'))
def mark_with(desk: Desk, notes: Notes, who: str, words: str, verdict: str, stance: str) -> None:
    """Give a verdict along with one piece of evidence."""
    _mark(desk, notes, who, words, verdict, evidence=[Link(PAGE, stance)])


@when(parsers.parse('{who} marks the claim about "{words}" "{verdict}" with {number:d} different pages'))
def mark_with_pages(desk: Desk, notes: Notes, who: str, words: str, verdict: str, number: int) -> None:
    """Give a verdict along with several pieces of evidence."""
    pieces = [Link(f"https://page-{n}.example/") for n in range(number)]
    _mark(desk, notes, who, words, verdict, evidence=pieces)


@when(parsers.parse('{who} marks the claim about "{words}" "{verdict}" with the same page twice'))
def mark_with_same_page(desk: Desk, notes: Notes, who: str, words: str, verdict: str) -> None:
    """Give a verdict with one page under two spellings."""
    pieces = [Link("https://www.page.example/a"), Link("https://page.example/a/#top")]
    _mark(desk, notes, who, words, verdict, evidence=pieces)


@when(parsers.parse('{who} marks the claim about "{words}" "{verdict}" without evidence'))
def mark_without(desk: Desk, notes: Notes, who: str, words: str, verdict: str) -> None:
    """Give a verdict and nothing along with it."""
    _mark(desk, notes, who, words, verdict)


@when(parsers.parse('{who} marks the claim about "{words}" "{verdict}" and notes "{note}"'))
def mark_with_note(desk: Desk, notes: Notes, who: str, words: str, verdict: str, note: str) -> None:
    """Give a verdict with a note."""
    _mark(desk, notes, who, words, verdict, note=note)


def _mark(
    desk: Desk,
    notes: Notes,
    who: str,
    words: str,
    verdict: str,
    *,
    evidence: list[Link] | None = None,
    note: str | None = None,
) -> None:
    try:
        desk.mark(person(who), about(desk, notes, words).ref, verdict, evidence=evidence or (), note=note)
    except Refused as refusal:
        notes.refusal = refusal


@given(parsers.parse('{who} has read the claim about "{words}"'))
def read(desk: Desk, notes: Notes, who: str, words: str) -> None:  # noqa: ARG001 - the step names who
    """Remember the state that somebody decides on."""
    notes.version = about(desk, notes, words).version


@when(parsers.parse('{who} marks the claim about "{words}" "{verdict}" as it was then'))
def mark_stale(desk: Desk, notes: Notes, who: str, words: str, verdict: str) -> None:
    """Give a verdict that was decided on an older state."""
    ref = about(desk, notes, words).ref
    try:
        desk.mark(person(who), ref, verdict, evidence=[Link(PAGE)], version=notes.version)
    except Refused as refusal:
        notes.refusal = refusal


@given(parsers.parse('a checker said that the claim about "{words}" can\'t be checked, being {reason}'))
@when(parsers.parse('a checker says that the claim about "{words}" can\'t be checked, being {reason}'))
def skip(desk: Desk, notes: Notes, words: str, reason: str) -> None:
    """Skip a claim."""
    try:
        desk.skip(CHECKER, about(desk, notes, words).ref, reason)
    except Refused as refusal:
        notes.refusal = refusal


@when(parsers.parse('{who} takes back the word on the claim about "{words}"'))
def undo(desk: Desk, notes: Notes, who: str, words: str) -> None:
    """Undo a verdict or a skip."""
    try:
        desk.undo(person(who), about(desk, notes, words).ref)
    except Refused as refusal:
        notes.refusal = refusal


@given(parsers.parse('{who} asked "{text}" about the claim about "{words}"'))
def ask(desk: Desk, notes: Notes, who: str, text: str, words: str) -> None:
    """Put a question."""
    desk.ask(person(who), about(desk, notes, words).ref, text)


@given(parsers.parse('{who} asked "{text}" about the claim about "{words}", due {due}'))
def ask_by(desk: Desk, notes: Notes, who: str, text: str, words: str, due: str) -> None:
    """Put a question with a day by which it has to be answered."""
    desk.ask(person(who), about(desk, notes, words).ref, text, date.fromisoformat(due))


@then("these questions are open:")
def open_questions(desk: Desk, notes: Notes, datatable: list[list[str]]) -> None:
    """The open questions in their order, each with its claim."""
    wanted = [(about(desk, notes, words).ref, text) for words, text in datatable]
    assert [(one.ref, one.text) for one in desk.questions()] == wanted


@given(parsers.parse('{who} answered "{text}" about the claim about "{words}"'))
def answer(desk: Desk, notes: Notes, who: str, text: str, words: str) -> None:
    """Answer the question."""
    desk.answer(person(who), about(desk, notes, words).ref, text)


@then(parsers.parse('{who} approves the claim about "{words}"'))
@when(parsers.parse('{who} approves the claim about "{words}"'))
@when(parsers.parse("{who} approves it"))
def approve(desk: Desk, notes: Notes, who: str, words: str = "") -> None:
    """Approve a claim: the one named, or the one that is checked."""
    ref = next(
        claim.ref for claim in desk.claims(notes.slug) if words in claim.text and (words or claim.verdict)
    )
    try:
        desk.approve(person(who), ref)
    except Refused as refusal:
        notes.refusal = refusal


@when(parsers.parse('{who} returns the claim about "{words}" because "{reason}"'))
def send_back(desk: Desk, notes: Notes, who: str, words: str, reason: str) -> None:
    """Return a claim."""
    try:
        desk.send_back(person(who), about(desk, notes, words).ref, reason)
    except Refused as refusal:
        notes.refusal = refusal


@given(parsers.parse('{who} reopened the claim about "{words}" because "{reason}"'))
@when(parsers.parse('{who} reopens the claim about "{words}" because "{reason}"'))
def reopen(desk: Desk, notes: Notes, who: str, words: str, reason: str) -> None:
    """Open a claim again."""
    try:
        desk.reopen(person(who), about(desk, notes, words).ref, reason)
    except Refused as refusal:
        notes.refusal = refusal


@given(parsers.parse('{who} proposed to withdraw the claim about "{words}"'))
@when(parsers.parse('{who} withdraws the claim about "{words}"'))
def withdraw(desk: Desk, notes: Notes, who: str, words: str) -> None:
    """Withdraw a claim, or propose it."""
    try:
        desk.withdraw(person(who), about(desk, notes, words).ref, "it should never have run")
    except Refused as refusal:
        notes.refusal = refusal


@then(parsers.re(rf'the claim about "(?P<words>[^"]+)" is (?:still )?(?P<status>{STATUSES})'))
def stands(desk: Desk, notes: Notes, words: str, status: str) -> None:
    """Compare where a claim stands."""
    assert about(desk, notes, words).status == status.replace(" ", "_")


@when(parsers.parse('a checker ticks the {kind} "{text}" of the claim about "{words}"'))
def tick(desk: Desk, notes: Notes, kind: str, text: str, words: str) -> None:
    """Tick the checkpoint of this kind that has these words."""
    claim = about(desk, notes, words)
    point = next(one for one in claim.checkpoints if (one.kind, one.text) == (kind, text))
    desk.tick(CHECKER, claim.ref, point.n)


@then(parsers.parse('the {kind} "{text}" of the claim about "{words}" is ticked by {who}'))
def ticked(desk: Desk, notes: Notes, kind: str, text: str, words: str, who: str) -> None:
    """Compare who ticked a checkpoint."""
    points = {(str(one.kind), one.text): one.ticked_by for one in about(desk, notes, words).checkpoints}
    assert points[kind, text] == person(who)


@then(parsers.parse('its verdict is "{verdict}"'))
def verdict(desk: Desk, notes: Notes, verdict: str) -> None:
    """One claim of the article has a verdict, this one."""
    assert [claim.verdict for claim in desk.claims(notes.slug) if claim.verdict] == [verdict]


@then(parsers.parse('the claim about "{words}" has no verdict'))
def no_verdict(desk: Desk, notes: Notes, words: str) -> None:
    """No verdict stands on it, and nobody's signature."""
    claim = about(desk, notes, words)
    assert (claim.verdict, claim.checked_by, claim.approved_by) == (None, None, None)


@then(parsers.parse('{who} holds the claim about "{words}"'))
def held(desk: Desk, notes: Notes, who: str, words: str) -> None:
    """Compare who has taken a claim."""
    assert about(desk, notes, words).assignee == person(who)


@then(parsers.parse('it is the claim about "{words}"'))
def offered(notes: Notes, words: str) -> None:
    """The claim that was offered."""
    assert words in notes.listed[0].text
