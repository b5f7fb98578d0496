"""Evidence: links that bear on a claim."""

from __future__ import annotations

from typing import Annotated

import typer

from factcheck.cli import output, snapshots
from factcheck.cli.invocation import (
    Csv,
    IfVersion,
    Json,
    Lines,
    OneRef,
    invocation,
    read_date,
)
from factcheck.cli.snapshots import Number, tell_missing
from factcheck.domain.vocabulary import Stance

group = typer.Typer(help="Links that bear on a claim.", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Add the commands of this file."""
    snapshots.register(group)
    app.add_typer(group, name="evidence", rich_help_panel="Checking")


@group.command()
def add(
    context: typer.Context,
    ref: OneRef,
    url: Annotated[str, typer.Argument(metavar="URL", help="The page.")],
    stance: Annotated[
        Stance, typer.Option(metavar="STANCE", help="supports, refutes or context.")
    ] = Stance.CONTEXT,
    quote: Annotated[str | None, typer.Option(help="The words relied on, verbatim.")] = None,
    title: Annotated[str | None, typer.Option(help="The page's title.")] = None,
    publisher: Annotated[str | None, typer.Option(help="Who published it.")] = None,
    published: Annotated[str | None, typer.Option(metavar="DATE", help="When, as YYYY-MM-DD.")] = None,
    note: Annotated[str | None, typer.Option(help="What the next reader should know.")] = None,
    primary: Annotated[bool, typer.Option("--primary", help="It is a primary source.")] = False,
    no_snapshot: Annotated[
        bool, typer.Option("--no-snapshot", help="Don't fetch and keep the page.")
    ] = False,
    if_version: IfVersion = None,
    as_json: Json = False,
) -> None:
    """Attach a page, and keep it as it is now. One that speaks against a verdict sends the claim back."""
    from factcheck.cli.results import standing
    from factcheck.domain.links import NewEvidence
    from factcheck.domain.refs import parse_ref
    from factcheck.services.archiving import try_to_keep
    from factcheck.services.evidence import attach_evidence, attached_piece

    piece = NewEvidence(
        url, stance=stance, quote=quote, title=title, publisher=publisher,
        published=read_date(published, "--published"), note=note, primary=primary,
    )  # fmt: skip
    call = invocation(context)
    with call.open() as sessions:
        claim = attach_evidence(sessions, call.actor, parse_ref(ref), piece, version=if_version)
        number = attached_piece(claim, piece).id
        if not no_snapshot:
            kept = try_to_keep(sessions, call.shelf, call.network, call.actor, claim, piece)
            claim = kept.claim
            tell_missing(kept, number)
    if as_json:
        output.put_json(claim)
        return
    output.put(f"{claim.ref}  evidence {number} added ({stance}); it is {standing(claim)}")


@group.command("list")
def list_(
    context: typer.Context, ref: OneRef, as_json: Json = False, lines: Lines = False, as_csv: Csv = False
) -> None:
    """List the evidence of a claim."""
    from factcheck.domain.refs import parse_refs
    from factcheck.services.reading import show_claims

    with invocation(context).open() as sessions:
        found = [
            (claim.ref, piece) for claim in show_claims(sessions, parse_refs(ref)) for piece in claim.evidence
        ]
    pieces = [piece for _, piece in found]
    if output.put_list(pieces, as_json=as_json, lines=lines, as_csv=as_csv):
        return
    if found:
        from factcheck.cli.tables import put_evidence

        put_evidence(found)
    else:
        output.tell(f"No evidence yet. Attach some: factcheck evidence add {ref} URL --stance supports")


@group.command()
def remove(
    context: typer.Context,
    number: Number,
    reason: Annotated[str | None, typer.Option(help="Why.")] = None,
    as_json: Json = False,
) -> None:
    """Take a page off its claim. A verdict that stood on it goes back to be checked anew."""
    from factcheck.cli.results import put_changed
    from factcheck.services.evidence import remove_evidence

    call = invocation(context)
    with call.open() as sessions:
        put_changed([remove_evidence(sessions, call.actor, number, reason=reason)], as_json=as_json)
