"""What happened, and that nobody rewrote it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli import output
from factcheck.cli.invocation import Csv, Json, Lines, invocation
from factcheck.errors import UsageError

if TYPE_CHECKING:
    from factcheck.domain.events import Event, Seal

group = typer.Typer(help="The append-only ledger of everything that happened.", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Add the commands of this file."""
    app.command(rich_help_panel="Ledger")(history)
    app.add_typer(group, name="ledger", rich_help_panel="Ledger")


def history(
    context: typer.Context,
    about: Annotated[
        str | None, typer.Argument(metavar="[REF|ARTICLE]", help="A claim, or an article's slug.")
    ] = None,
    house: Annotated[
        bool, typer.Option("--house", help="The policy and the source registry instead.")
    ] = False,
    as_json: Json = False,
    lines: Lines = False,
    as_csv: Csv = False,
) -> None:
    """Show what happened to a claim, an article or the house's rules, oldest first."""
    from factcheck.domain.refs import parse_ref
    from factcheck.services.reading import article_history, claim_history, house_history

    if (about is None) != house:
        raise UsageError("Name a claim, an article, or --house.", "Such as: factcheck history rednote#6")
    single = about is not None and ("#" in about or ":" in about)
    ref = parse_ref(about) if about and single else None
    events: Iterable[Event]
    with invocation(context).open() as sessions:
        if ref is not None:
            events = claim_history(sessions, ref)
        else:
            events = article_history(sessions, about) if about else house_history(sessions)
        if output.put_list(events, as_json=as_json, lines=lines, as_csv=as_csv):
            return
        from factcheck.cli.histories import put_events

        if not put_events(events, about=f"claim:{ref}" if ref else None):
            output.tell("Nothing has happened to it yet.")


@group.command()
def verify(
    context: typer.Context,
    head: Annotated[
        str | None, typer.Option(metavar="HASH", help="A checkpoint that you kept elsewhere.")
    ] = None,
    key: Annotated[
        str | None, typer.Option(metavar="FILE", help="The public key by which checkpoints must be signed.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Go through the whole ledger; exit status 6 names the first event that was tampered with."""
    from factcheck.services.ledgers import verify_ledger

    public = None
    if key is not None:
        from factcheck.services.signing import read_public_key

        public = read_public_key(Path(key))
    with invocation(context).open() as sessions:
        found = verify_ledger(sessions, head=head, key=public)
    if as_json:
        counted = {"chains": found.chains, "events": found.events, "checkpoints": found.seals}
        output.put_json({**counted, "signed": found.signed} if key is not None else counted)
        return
    chains = "1 chain" if found.chains == 1 else f"{found.chains} chains"
    seals = {0: "no checkpoint yet", 1: "1 checkpoint"}.get(found.seals, f"{found.seals} checkpoints")
    output.put(f"Unbroken: {found.events} events in {chains}, {seals}.")
    if key is not None:
        others = "." if found.signed == found.seals else "; the others are not signed."
        output.put(f"Signed by that key: {found.signed} of {found.seals}{others}")
    if head is None and key is None:
        output.tell(
            "This checks the file against itself. A checkpoint kept elsewhere catches a full rewrite:"
        )
        output.tell("factcheck ledger verify --head HASH")


@group.command()
def seal(
    context: typer.Context,
    sign: Annotated[
        str | None, typer.Option(metavar="FILE", help="Sign it with this Ed25519 key, a PEM file.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Make a checkpoint over everything so far; print its hash, to keep elsewhere."""
    from factcheck.services.ledgers import seal_ledger

    call = invocation(context)
    with call.open() as sessions:
        made = seal_ledger(sessions, call.actor, key_file=Path(sign) if sign is not None else None)
        _put_seal(made, as_json=as_json)


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
    output.tell(f"Checkpoint {made.n} of {made.at} over {made.size} chain{'' if made.size == 1 else 's'}.")
    output.tell("Keep its hash in other hands.")
