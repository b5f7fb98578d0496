"""Rewriting an article, and seeing what that changed."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli import output
from factcheck.cli.invocation import Csv, Json, Lines, Slug, invocation

if TYPE_CHECKING:
    from factcheck.services.revising import Revised

Revision = Annotated[int, typer.Argument(min=1, help="The number of a revision.")]


def register(app: typer.Typer) -> None:
    """Add the commands of this file."""
    app.command(rich_help_panel="Articles")(revise)
    app.command(rich_help_panel="Articles")(diff)


def revise(
    context: typer.Context,
    article: Slug,
    path: Annotated[str, typer.Argument(metavar="PATH|-", help="The new text, or - for standard input.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only show what would happen.")] = False,
    if_revision: Annotated[
        int | None, typer.Option(min=1, help="Refuse if there is a newer revision than this by now.")
    ] = None,
    encoding: Annotated[str | None, typer.Option(help="The file's encoding, if it is not UTF-8.")] = None,
    format_: Annotated[
        str | None,
        typer.Option("--format", metavar="F", help="plain or markdown; else by the file's ending."),
    ] = None,
    as_json: Json = False,
) -> None:
    """Give an article a new text: what reads as before keeps its check, what changed is checked again."""
    from factcheck.readers import read_article
    from factcheck.services.ingest import Submission
    from factcheck.services.revising import preview_revision, revise_article

    call = invocation(context)
    data = output.read_input(path)
    media_type, read = read_article(data, path, encoding=encoding, format_name=format_)
    submission = Submission(
        text=read.text,
        original=data,
        media_type=media_type,
        origin=None if path == "-" else PurePath(path).name,
        headline=read.headline,
        byline=read.byline,
        published=read.published,
        language=read.language,
    )
    with call.open() as sessions:
        if dry_run:
            done = preview_revision(sessions, article, submission, based_on=if_revision)
        else:
            done = revise_article(sessions, call.actor, article, submission, based_on=if_revision)
    if as_json:
        told = {"article": done.article, "revision": done.revision, "is_new": done.is_new, "dry_run": dry_run}
        output.put_json({**told, "kept": done.kept, "changes": done.changes})
        return
    _put_revised(done, dry_run=dry_run)


def _put_revised(done: Revised, *, dry_run: bool) -> None:
    slug = done.article.slug
    if not done.is_new:
        output.put(f"{slug}: that is its present text (revision {done.revision}); nothing changed.")
        return
    if done.changes:
        from factcheck.cli.changes import put_changes

        put_changes(done.changes)
    counted = [f"{done.kept} kept"]
    for fate in ("moved", "reworded", "returned", "new", "orphaned"):
        number = sum(change.change == fate for change in done.changes)
        counted += [f"{number} {fate}"] if number else []
    would = " would be" if dry_run else ""
    output.put(f"{slug} revision {done.revision}{would}: {', '.join(counted)}.")
    if dry_run:
        output.tell("Nothing was changed; leave out --dry-run to do it.")


def diff(
    context: typer.Context,
    article: Slug,
    first: Revision,
    second: Revision,
    as_json: Json = False,
    lines: Lines = False,
    as_csv: Csv = False,
) -> None:
    """Show what changed between two revisions of an article."""
    from factcheck.services.comparing import compare_revisions

    with invocation(context).open() as sessions:
        found = compare_revisions(sessions, article, first, second)
    if output.put_list(found, as_json=as_json, lines=lines, as_csv=as_csv):
        return
    if found:
        from factcheck.cli.changes import put_changes

        put_changes(found)
    else:
        output.tell(f"Revisions {first} and {second} of {article} read the same.")
