"""Keeping the database."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from factcheck.cli import output
from factcheck.cli.invocation import Json, invocation

group = typer.Typer(
    help="The database: its version, copies of it, whether it is sound.", no_args_is_help=True
)


def register(app: typer.Typer) -> None:
    """Add the commands of this file."""
    app.add_typer(group, name="db", rich_help_panel="Running it")


@group.command()
def upgrade(context: typer.Context) -> None:
    """Bring the database to the newest schema."""
    from factcheck.services.databases import upgrade_database

    before, after = upgrade_database(invocation(context).database)
    output.put(
        f"At the newest schema already, {after}."
        if before == after
        else f"Schema {before or 'none'} → {after}."
    )


@group.command()
def current(context: typer.Context, as_json: Json = False) -> None:
    """Show the schema that the database has."""
    from factcheck.services.databases import current_version

    found, newest = current_version(invocation(context).database)
    if as_json:
        output.put_json({"schema": found, "newest": newest})
    else:
        output.put(
            f"Schema {found or 'none'}"
            + (" (the newest)." if found == newest else f"; the newest is {newest}.")
        )


@group.command()
def backup(
    context: typer.Context, file: Annotated[Path, typer.Argument(metavar="FILE", help="A new file.")]
) -> None:
    """Copy the database while others go on working."""
    from factcheck.evidence.shelf import shelf_of
    from factcheck.services.databases import backup_database
    from factcheck.services.snapshots import count_snapshots

    call = invocation(context)
    with call.open() as sessions:
        size = backup_database(sessions, file)
        kept = count_snapshots(sessions)
    output.put(f"{file}: {size:,} bytes.")
    if kept:
        output.tell(f"{kept} snapshots are no part of it: copy {shelf_of(call.database)} too.")


@group.command()
def restore(
    context: typer.Context, file: Annotated[Path, typer.Argument(metavar="FILE", help="What backup wrote.")]
) -> None:
    """Put a backup in the database's place; the present one is put aside first."""
    from factcheck.services.databases import restore_database

    call = invocation(context)
    call.check_manager(call.database)
    aside = restore_database(call.database, file)
    output.put(f"Restored from {file}.")
    if aside:
        output.tell(f"What was there before is in {aside}.")


@group.command()
def copy(
    context: typer.Context,
    source: Annotated[str, typer.Argument(metavar="FROM", help="A file or a postgresql:// URL.")],
    target: Annotated[str, typer.Argument(metavar="TO", help="An empty one: a new file, or postgresql://…")],
) -> None:
    """Move a whole database into an empty one, between SQLite and PostgreSQL either way."""
    from factcheck.evidence.shelf import shelf_of
    from factcheck.services.copying import copy_database

    call = invocation(context)
    call.check_manager(source)
    copied = copy_database(source, target)
    output.put(f"{copied.rows:,} rows copied, {copied.events:,} events among them; the ledger is unbroken.")
    if copied.snapshots:
        output.tell(f"{copied.snapshots} snapshots are no part of it: copy {shelf_of(source)} too.")


@group.command()
def doctor(context: typer.Context, as_json: Json = False) -> None:
    """Look for damage, half-written work and tampering; exit status 6 if there is any."""
    from factcheck.services.doctor import examine_database
    from factcheck.services.snapshots import missing_snapshots

    call = invocation(context)
    with call.open() as sessions:
        found = [*examine_database(sessions), *missing_snapshots(sessions, call.shelf)]
    if as_json:
        output.put_json({"sound": not found, "findings": found})
    else:
        for one in found:
            output.put(one)
        output.put(
            "The database is sound."
            if not found
            else f"{len(found)} finding{'' if len(found) == 1 else 's'}."
        )
    if found:
        raise typer.Exit(6)
