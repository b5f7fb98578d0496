"""Lists out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli import output
from factcheck.cli.claims import Statuses, Verdicts
from factcheck.cli.invocation import AnySlug, invocation, read_moment

if TYPE_CHECKING:
    from factcheck.store.engine import Sessions


def register(app: typer.Typer) -> None:
    """Add the commands of this file."""
    app.command(rich_help_panel="Editing")(export)


def export(
    context: typer.Context,
    article: AnySlug = None,
    format_: Annotated[
        str, typer.Option("--format", metavar="F", help="json, jsonl, csv, markdown or claimreview.")
    ] = "json",
    verdict: Verdicts = None,
    status: Statuses = None,
    verified: Annotated[
        bool, typer.Option("--verified", help="Just what was approved or published as verified.")
    ] = False,
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", metavar="DATE", help="As it stood then: 2026-01-31, or with a time."),
    ] = None,
    target: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="FILE", help="Into a file, replaced only when complete."),
    ] = None,
) -> None:
    """Write a list of claims."""
    from factcheck.services.exporting import export_claims
    from factcheck.services.reading import Wanted

    call = invocation(context)
    call.check_target(target)
    wanted = Wanted(article=article, statuses=status or (), verdicts=verdict or ())
    with call.open() as sessions:
        if format_ == "claimreview":
            _warn_of_placeholder(sessions)
        moment = read_moment(as_of, "--as-of") if as_of else None
        pieces = export_claims(sessions, wanted, format_, verified=verified, as_of=moment)
        output.write_output(pieces, target)
    if target not in (None, "-"):
        output.tell(f"Written to {target}.")


def _warn_of_placeholder(sessions: Sessions) -> None:
    """Say so when reviews name the newsroom that the default policy invents."""
    from factcheck.services.policies import show_policy

    if "newsroom.example" in show_policy(sessions):
        output.tell("The policy names no real newsroom yet: change [newsroom] in policy show, and load it.")
