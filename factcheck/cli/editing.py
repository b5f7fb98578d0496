"""An editor's word: approving, sending back, publishing, reopening, withdrawing."""

from __future__ import annotations

from typing import Annotated

import typer

from factcheck.cli import output
from factcheck.cli.invocation import AnySlug, Csv, IfVersion, Json, Lines, Refs, Slug, invocation, read_refs
from factcheck.domain.vocabulary import CorrectionClass
from factcheck.errors import UsageError

Reason = Annotated[str, typer.Option(help="Why, in words.")]


def register(app: typer.Typer) -> None:
    """Add the commands of this file."""
    app.command(rich_help_panel="Editing")(approve)
    app.command("return", rich_help_panel="Editing")(return_)
    app.command(rich_help_panel="Editing")(publish)
    app.command(rich_help_panel="Editing")(corrections)
    app.command(rich_help_panel="Editing")(reopen)
    app.command(rich_help_panel="Editing")(withdraw)


def approve(context: typer.Context, ref: Refs, if_version: IfVersion = None, as_json: Json = False) -> None:
    """Sign checked claims; not one's own."""
    from factcheck.cli.results import put_changed
    from factcheck.services.steps import approve_claims

    call = invocation(context)
    with call.open() as sessions:
        put_changed(approve_claims(sessions, call.actor, read_refs(ref), version=if_version), as_json=as_json)


def return_(
    context: typer.Context, ref: Refs, reason: Reason, if_version: IfVersion = None, as_json: Json = False
) -> None:
    """Send checked claims back to their checker."""
    from factcheck.cli.results import put_changed
    from factcheck.services.steps import return_claims

    call = invocation(context)
    with call.open() as sessions:
        put_changed(
            return_claims(sessions, call.actor, read_refs(ref), reason, version=if_version), as_json=as_json
        )


def reopen(
    context: typer.Context, ref: Refs, reason: Reason, if_version: IfVersion = None, as_json: Json = False
) -> None:
    """Open claims again that were published, or said not to be checkable."""
    from factcheck.cli.results import put_changed
    from factcheck.services.steps import reopen_claims

    call = invocation(context)
    with call.open() as sessions:
        put_changed(
            reopen_claims(sessions, call.actor, read_refs(ref), reason, version=if_version), as_json=as_json
        )


def withdraw(
    context: typer.Context, ref: Refs, reason: Reason, if_version: IfVersion = None, as_json: Json = False
) -> None:
    """Withdraw published claims: one editor proposes, a second confirms with the same command."""
    from factcheck.cli.results import put_changed
    from factcheck.services.steps import withdraw_claims

    call = invocation(context)
    with call.open() as sessions:
        put_changed(
            withdraw_claims(sessions, call.actor, read_refs(ref), reason, version=if_version), as_json=as_json
        )


def publish(
    context: typer.Context,
    article: Slug,
    correction: Annotated[
        str | None,
        typer.Option(metavar="TEXT", help="What to tell the public of a correction, in your words."),
    ] = None,
    class_: Annotated[
        CorrectionClass | None,
        typer.Option("--class", help=f"What sort of notice it is: {', '.join(CorrectionClass)}."),
    ] = None,
    as_json: Json = False,
) -> None:
    """Publish every approved claim of an article whose gate is green."""
    from factcheck.services.publishing import Notice, publish_article

    if correction is not None and not correction.strip():
        raise UsageError("That is a notice without words.", "Leave out --correction, or write it out.")
    call = invocation(context)
    with call.open() as sessions:
        done = publish_article(sessions, call.actor, article, notice=Notice(class_, correction))
    if as_json:
        output.put_json({"claims": done.claims, "corrections": done.corrections, "flagged": done.flagged})
        return
    number = "1 claim" if len(done.claims) == 1 else f"{len(done.claims)} claims"
    output.put(f"{article}: {number} published." if done.claims else f"{article}: nothing new to publish.")
    for one in done.corrections:
        output.put(f"{one.ref}  {one.kind}: {one.text}")
    for claim in done.flagged:
        output.put(f"{claim.ref}  says the same: to be looked at again")


def corrections(
    context: typer.Context,
    article: AnySlug = None,
    as_json: Json = False,
    lines: Lines = False,
    as_csv: Csv = False,
) -> None:
    """List the public corrections, the newest first."""
    from factcheck.services.correcting import list_corrections

    with invocation(context).open() as sessions:
        found = list_corrections(sessions, article)
    if output.put_list(found, as_json=as_json, lines=lines, as_csv=as_csv):
        return
    for one in found:
        verdicts = f"{one.old_verdict or 'none'} → {one.new_verdict or 'none'}".replace("_", " ")
        output.put(f"{one.ref}  {one.made_at:%Y-%m-%d}  {one.kind} ({verdicts}): {one.text}")
    if not found:
        output.tell("Nothing was corrected.")
