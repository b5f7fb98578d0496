"""What happened, and that nobody rewrote it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli import output
from factcheck.cli.invocation import Json, Lines, invocation

if TYPE_CHECKING:
    from factcheck.domain.models import Seal

group = typer.Typer(help="The append-only ledger of everything that happened.", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Add the commands of this file."""
    app.command(rich_help_panel="Ledger")(history)
    app.add_typer(group, name="ledger", rich_help_panel="Ledger")


def history(
    context: typer.Context,
    about: Annotated[str, typer.Argument(metavar="REF|ARTICLE", help="A claim, or an article's slug.")],
    as_json: Json = False,
    lines: Lines = False,
) -> None:
    """Show what happened to a claim or an article, oldest first."""
    from factcheck.domain.refs import parse_ref
    from factcheck.services.reading import article_history, claim_history

    output.one_form(as_json, lines)
    with invocation(context).open() as sessions:
        single = "#" in about or ":" in about
        events = claim_history(sessions, parse_ref(about)) if single else article_history(sessions, about)
        if as_json:
            output.put_json(list(events))
        elif lines:
            output.put_lines(events)
        else:
            from factcheck.cli.tables import put_events

            put_events(events)
            if single and not events:
                output.tell(f"Nothing has happened to {about} since its article came in.")


@group.command()
def verify(
    context: typer.Context,
    head: Annotated[
        str | None, typer.Option(metavar="HASH", help="A checkpoint that you kept elsewhere.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Go through the whole ledger; exit status 6 names the first event that was tampered with."""
    from factcheck.services.ledgers import verify_ledger

    with invocation(context).open() as sessions:
        found = verify_ledger(sessions, head=head)
    if as_json:
        output.put_json({"chains": found.chains, "events": found.events, "checkpoints": found.seals})
        return
    output.put(f"Unbroken: {found.events} events in {found.chains} chains, {found.seals} checkpoints.")
    if head is None:
        output.tell(
            "That is seen from inside. A checkpoint kept elsewhere sees more: ledger verify --head HASH"
        )


@group.command()
def seal(context: typer.Context, as_json: Json = False) -> None:
    """Make a checkpoint over everything so far; print its hash, to keep elsewhere."""
    from factcheck.services.ledgers import seal_ledger

    call = invocation(context)
    with call.open() as sessions:
        _put_seal(seal_ledger(sessions, call.actor), as_json=as_json)


@group.command()
def head(context: typer.Context, as_json: Json = False) -> None:
    """Print the hash of the latest checkpoint."""
    from factcheck.services.ledgers import latest_seal

    with invocation(context).open() as sessions:
        _put_seal(latest_seal(sessions), as_json=as_json)


def _put_seal(made: Seal, *, as_json: bool) -> None:
    if as_json:
        output.put_json(made)
        return
    output.put(made.hash)
    output.tell(f"Checkpoint {made.n} of {made.at} over {made.size} chains. Keep its hash in other hands.")
