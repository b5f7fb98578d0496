"""A checker's word: verdicts, and what can't be checked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli import output
from factcheck.cli.invocation import (
    AnySlug,
    Csv,
    IfVersion,
    Json,
    Lines,
    OneRef,
    Refs,
    invocation,
    read_date,
    read_refs,
)
from factcheck.domain.vocabulary import AttributionCheck, SkipReason, Stance
from factcheck.errors import UsageError

if TYPE_CHECKING:
    from factcheck.domain.models import Claim

Words = Annotated[list[str], typer.Argument(metavar="REF... VERDICT", help="Claims, and last the verdict.")]
Reasons = Annotated[list[str], typer.Argument(metavar="REF... REASON", help="Claims, and last the reason.")]
Note = Annotated[str | None, typer.Option(help="What the next reader should know.")]


def register(app: typer.Typer) -> None:
    """Add the commands of this file."""
    app.command(rich_help_panel="Checking")(mark)
    app.command(rich_help_panel="Checking")(skip)
    app.command(rich_help_panel="Checking")(undo)
    app.command(rich_help_panel="Checking")(tick)
    app.command(rich_help_panel="Checking")(query)
    app.command(rich_help_panel="Checking")(answer)
    app.command(rich_help_panel="Checking")(queries)


def mark(
    context: typer.Context,
    words: Words,
    evidence: Annotated[
        list[str] | None, typer.Option(metavar="URL", help="A page that bears on it; may be repeated.")
    ] = None,
    stance: Annotated[
        Stance | None,
        typer.Option(metavar="STANCE", help="supports, refutes or context; else what the verdict asks for."),
    ] = None,
    quote: Annotated[str | None, typer.Option(help="The words relied on, verbatim.")] = None,
    title: Annotated[str | None, typer.Option(help="The page's title.")] = None,
    publisher: Annotated[str | None, typer.Option(help="Who published it.")] = None,
    primary: Annotated[bool, typer.Option("--primary", help="It is a primary source.")] = False,
    attribution: Annotated[
        AttributionCheck | None,
        typer.Option(
            metavar="FOUND", help=f"What checking found about who said it: {', '.join(AttributionCheck)}."
        ),
    ] = None,
    note: Note = None,
    if_version: IfVersion = None,
    as_json: Json = False,
) -> None:
    """Say what checking found; evidence can come along with it."""
    from factcheck.cli.results import put_changed
    from factcheck.domain.links import NewEvidence
    from factcheck.services.marking import mark_claims

    if not evidence and (stance or quote or title or publisher or primary):
        raise UsageError("That describes evidence, but there is none.", "Add --evidence URL.")
    refs, verdict = _refs_and_word(words, "verdict")
    pieces = [
        NewEvidence(url, stance=stance, quote=quote, title=title, publisher=publisher, primary=primary)
        for url in evidence or ()
    ]
    call = invocation(context)
    with call.open() as sessions:
        done = mark_claims(
            sessions, call.actor, read_refs(refs), verdict,
            evidence=pieces, attribution_check=attribution, note=note, version=if_version,
        )  # fmt: skip
    put_changed(done, as_json=as_json)


def skip(
    context: typer.Context,
    words: Reasons,
    note: Note = None,
    if_version: IfVersion = None,
    as_json: Json = False,
) -> None:
    """Say that claims can't be checked: opinion, prediction, personal_experience, rhetorical, other."""
    from factcheck.cli.results import put_changed
    from factcheck.services.steps import skip_claims

    refs, word = _refs_and_word(words, "reason")
    try:
        reason = SkipReason(word)
    except ValueError as error:
        raise UsageError(
            f"“{word[:60]}” is no reason to skip.", f"One of: {', '.join(SkipReason)}."
        ) from error
    call = invocation(context)
    with call.open() as sessions:
        done = skip_claims(sessions, call.actor, read_refs(refs), reason, note=note, version=if_version)
    put_changed(done, as_json=as_json)


def undo(context: typer.Context, ref: Refs, if_version: IfVersion = None, as_json: Json = False) -> None:
    """Take your own verdict, or a skip of yours, back before anybody signed it."""
    from factcheck.cli.results import put_changed
    from factcheck.services.steps import undo_claims

    call = invocation(context)
    with call.open() as sessions:
        put_changed(undo_claims(sessions, call.actor, read_refs(ref), version=if_version), as_json=as_json)


def tick(
    context: typer.Context,
    ref: OneRef,
    number: Annotated[int, typer.Argument(metavar="N", help="The checkpoint's number, as show lists it.")],
    off: Annotated[bool, typer.Option("--off", help="Take the tick away.")] = False,
    if_version: IfVersion = None,
    as_json: Json = False,
) -> None:
    """Tick a figure, date, name or other detail of a claim as checked."""
    from factcheck.domain.refs import parse_ref
    from factcheck.services.ticking import tick_checkpoint

    call = invocation(context)
    with call.open() as sessions:
        claim = tick_checkpoint(
            sessions, call.actor, parse_ref(ref), number, ticked=not off, version=if_version
        )
    if as_json:
        output.put_json(claim)
        return
    for point in claim.checkpoints:
        output.put(f"{'✓' if point.ticked_by else '·'} {point.n}  {point.kind}: {point.text}")


def query(
    context: typer.Context,
    ref: OneRef,
    text: Annotated[str, typer.Argument(help="The question, to the author or a source.")],
    due: Annotated[
        str | None, typer.Option(metavar="DATE", help="When it has to be answered, YYYY-MM-DD.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Put a question; nobody approves the claim before it is answered."""
    from factcheck.domain.refs import parse_ref
    from factcheck.services.queries import ask_query

    call = invocation(context)
    with call.open() as sessions:
        claim = ask_query(sessions, call.actor, parse_ref(ref), text, due=read_date(due, "--due"))
    _put_queries(claim, as_json=as_json)


def answer(
    context: typer.Context,
    ref: OneRef,
    text: Annotated[str, typer.Argument(help="The answer.")],
    number: Annotated[int | None, typer.Option(help="Which query, if several are open.")] = None,
    as_json: Json = False,
) -> None:
    """Answer an open question."""
    from factcheck.domain.refs import parse_ref
    from factcheck.services.queries import answer_query

    call = invocation(context)
    with call.open() as sessions:
        claim = answer_query(sessions, call.actor, parse_ref(ref), text, number=number)
    _put_queries(claim, as_json=as_json)


def queries(
    context: typer.Context,
    article: AnySlug = None,
    everything: Annotated[bool, typer.Option("--all", help="The answered ones too.")] = False,
    due: Annotated[
        str | None, typer.Option(metavar="DATE", help="Those to be answered by this day, YYYY-MM-DD.")
    ] = None,
    as_json: Json = False,
    lines: Lines = False,
    as_csv: Csv = False,
) -> None:
    """List the open questions, the most urgent first."""
    from factcheck.services.queries import list_queries

    with invocation(context).open() as sessions:
        found = list_queries(sessions, article, answered=everything, due_by=read_date(due, "--due"))
    if output.put_list(found, as_json=as_json, lines=lines, as_csv=as_csv):
        return
    if found:
        from factcheck.cli.tables import put_queries

        put_queries(found)
    else:
        output.tell("No question is open." if not everything else "Nothing was asked.")


def _put_queries(claim: Claim, *, as_json: bool) -> None:
    if as_json:
        output.put_json(claim)
        return
    for one in claim.queries:
        due = f", due {one.due}" if one.due else ""
        state = f"answered: {one.answer}" if one.answered_at else f"open{due}"
        output.put(f"{claim.ref}  query {one.id} ({state}): {one.text}")


_EXAMPLE = {
    "verdict": "Such as: factcheck mark rednote#6 verified --evidence URL",
    "reason": "Such as: factcheck skip rednote#19 rhetorical",
}


def _refs_and_word(words: list[str], what: str) -> tuple[list[str], str]:
    """Part `REF... WORD`. Raises UsageError when one of them is missing."""
    *refs, last = words
    if not refs or "#" in last or ":" in last:
        raise UsageError(f"A ref and a {what} are needed; the {what} comes last.", _EXAMPLE[what])
    return refs, last
