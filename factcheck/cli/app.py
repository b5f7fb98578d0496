"""The app: the global options, and every command in the order of the day's work."""

from __future__ import annotations

import functools
import os
from typing import Annotated, Any

import typer

from factcheck import __version__
from factcheck.cli import (
    articles,
    checking,
    claims,
    database,
    editing,
    evidence,
    exporting,
    gating,
    history,
    people,
    policy,
    revising,
    serving,
    sources,
    walkthrough,
)
from factcheck.cli.invocation import Invocation

app = typer.Typer(
    name="factcheck",
    help="Every sentence of an article becomes a claim that two people answer for.",
    epilog="Begin with: factcheck demo",
    add_completion=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(*, wanted: bool) -> None:
    if wanted:
        typer.echo(f"factcheck {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def options(
    context: typer.Context,
    database_: Annotated[
        str,
        typer.Option(
            "--database",
            envvar="FACTCHECK_DATABASE",
            metavar="URL|FILE",
            help="Where the newsroom's data is.",
        ),
    ] = "factcheck.db",
    name: Annotated[
        str | None,
        typer.Option(
            "--as", envvar="FACTCHECK_USER", metavar="NAME", help="Who you are; else your login name."
        ),
    ] = None,
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            is_eager=True,
            callback=lambda value: _version(wanted=value),
            help="Show the version.",
        ),
    ] = False,
) -> None:
    """Every sentence of an article becomes a claim that two people answer for."""
    context.obj = Invocation(database_, name, os.environ.get("FACTCHECK_TOKEN") or None)
    if context.invoked_subcommand is None and not version:
        typer.echo(context.get_help())


for commands in (
    articles,
    revising,
    claims,
    checking,
    evidence,
    editing,
    gating,
    exporting,
    history,
    sources,
    people,
    policy,
    serving,
    database,
    walkthrough,
):
    commands.register(app)


@functools.cache
def command() -> Any:
    """The app as a command, built once: with all its options that takes longer than most commands do."""
    return typer.main.get_command(app)
