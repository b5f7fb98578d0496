"""An editor's word: approving, sending back, publishing, reopening, withdrawing."""

from __future__ import annotations

from typing import Annotated

import typer

from factcheck.cli import output
from factcheck.cli.invocation import AnySlug, IfVersion, Json, Refs, Slug, invocation, read_refs
from factcheck.errors import UsageError

Reason = Annotated[str, typer.Option(help="Why, in words.")]


def register(app: typer.Typer) -> None:
    """Add the commands of this file."""
    app.command(rich_help_panel="Editing")(approve)
    app.command("return", rich_help_panel="Editing")(return_)
    app.command(rich_help_panel="Editing")(gate)
    app.command(rich_help_panel="Editing")(publish)
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


def gate(
    context: typer.Context,
    article: AnySlug = None,
    every: Annotated[bool, typer.Option("--all", help="Every article.")] = False,
    as_json: Json = False,
) -> None:
    """Say what stands between an article and publication; exit status 1 if anything does."""
    from factcheck.services.publishing import check_gate

    if bool(article) == every:
        raise UsageError("Name an article, or --all.", "Such as: factcheck gate rednote")
    with invocation(context).open() as sessions:
        findings = check_gate(sessions, article)
    if as_json:
        output.put_json({"green": not findings, "findings": findings})
    else:
        if findings:
            from factcheck.cli.tables import put_findings

            put_findings(findings)
        output.put(f"The gate is red: {len(findings)} open." if findings else "The gate is green.")
    if findings:
        raise typer.Exit(1)


def publish(context: typer.Context, article: Slug, as_json: Json = False) -> None:
    """Publish every approved claim of an article whose gate is green."""
    from factcheck.services.publishing import publish_article

    call = invocation(context)
    with call.open() as sessions:
        done = publish_article(sessions, call.actor, article)
    if as_json:
        output.put_json({"claims": done.claims, "corrections": done.corrections})
        return
    number = "1 claim" if len(done.claims) == 1 else f"{len(done.claims)} claims"
    output.put(f"{article}: {number} published." if done.claims else f"{article}: nothing new to publish.")
    for correction in done.corrections:
        output.put(f"{correction.ref}  {correction.kind}: {correction.text}")
