"""Who is quoted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli import output
from factcheck.cli.invocation import Csv, Json, Lines, invocation

if TYPE_CHECKING:
    from factcheck.domain.models import Source

sources = typer.Typer(help="Who is quoted, under which names, how often.", invoke_without_command=True)

File = Annotated[str, typer.Argument(metavar="FILE|-", help="A TOML file, or - for standard input.")]


def register(app: typer.Typer) -> None:
    """Add the commands of this file."""
    app.add_typer(sources, name="sources", rich_help_panel="Claims")


@sources.callback()
def list_(
    context: typer.Context,
    article: Annotated[
        str | None, typer.Option(metavar="ARTICLE", help="Just those quoted in this article.")
    ] = None,
    as_json: Json = False,
    lines: Lines = False,
    as_csv: Csv = False,
) -> None:
    """List the sources, most quoted first."""
    if context.invoked_subcommand is not None:
        return
    from factcheck.services.reading import list_sources

    with invocation(context).open() as sessions:
        found = list_sources(sessions, article)
    if output.put_list(found, as_json=as_json, lines=lines, as_csv=as_csv):
        return
    if found:
        from factcheck.cli.tables import put_sources

        put_sources(found)
    else:
        output.tell("No sources yet. They come with articles, or from a file: factcheck sources load FILE")


@sources.command("load")
def load_sources(context: typer.Context, file: File) -> None:
    """Take a registry of sources from a file: names, kinds, aliases, homepages."""
    from factcheck.readers.decoding import decode
    from factcheck.services.registering import load_registry

    call = invocation(context)
    toml = decode(output.read_input(file))
    with call.open() as sessions:
        changed = load_registry(sessions, call.actor, toml)
    number = "1 source" if changed == 1 else f"{changed} sources"
    output.put(f"{number} added or completed." if changed else "All of them are known already.")


Name = Annotated[str, typer.Argument(metavar="SOURCE", help="A source, under any of its names.")]


@sources.command()
def merge(context: typer.Context, source: Name, into: Name, as_json: Json = False) -> None:
    """Let SOURCE stand for another one, INTO: two names of one voice."""
    from factcheck.services.registering import merge_sources

    call = invocation(context)
    with call.open() as sessions:
        _put_source(merge_sources(sessions, call.actor, source, into), as_json=as_json)


@sources.command()
def split(context: typer.Context, source: Name, as_json: Json = False) -> None:
    """Take a merge back."""
    from factcheck.services.registering import split_source

    call = invocation(context)
    with call.open() as sessions:
        _put_source(split_source(sessions, call.actor, source), as_json=as_json)


@sources.command()
def alias(
    context: typer.Context,
    source: Name,
    name: Annotated[str, typer.Argument(metavar="NAME", help="Another name it is met under.")],
    as_json: Json = False,
) -> None:
    """Teach a source another name."""
    from factcheck.services.registering import alias_source

    call = invocation(context)
    with call.open() as sessions:
        _put_source(alias_source(sessions, call.actor, source, name), as_json=as_json)


@sources.command()
def suggest(context: typer.Context, as_json: Json = False) -> None:
    """Name sources that may be one; nothing is merged."""
    from factcheck.services.registering import suggest_merges

    with invocation(context).open() as sessions:
        found = suggest_merges(sessions)
    if as_json:
        output.put_json([{"source": one, "into": other, "likeness": n} for one, other, n in found])
        return
    for one, other, likeness in found:
        output.put(f"{likeness:>3} %  {one}  ~  {other}")
    output.tell("Merge two: factcheck sources merge SOURCE INTO" if found else "No two of them look alike.")


def _put_source(source: Source, *, as_json: bool) -> None:
    if as_json:
        output.put_json(source)
        return
    known = f", also known as {', '.join(source.aliases)}" if source.aliases else ""
    output.put(f"{source.name} ({source.kind}): {source.claims} claims{known}")
