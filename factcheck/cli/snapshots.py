"""The pages of evidence: kept, timestamped, archived, opened, looked at again."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli import output
from factcheck.cli.invocation import AnySlug, Json, Lines, invocation
from factcheck.errors import UsageError

if TYPE_CHECKING:
    from factcheck.services.archiving import KeptPage

Number = Annotated[
    int,
    typer.Argument(metavar="ID", min=1, max=2**62, help="The evidence's number, as evidence list shows it."),
]


def register(group: typer.Typer) -> None:
    """Add the commands of this file to those about evidence."""
    for command in (snapshot, timestamp, archive, archivers, recheck):
        group.command()(command)
    group.command("open")(open_)


def tell_missing(kept: KeptPage, number: int) -> None:
    """Say what could not be had of a page that was to be kept, and that it lacks the words relied on."""
    for what, error in kept.missing:
        output.tell(f"{what}: {error.message} {error.hint or ''}".rstrip())
    if kept.piece(number).quote_found is False:
        output.tell(f"The quote of evidence {number} is not on the page.")


def snapshot(
    context: typer.Context,
    number: Number,
    as_json: Json = False,
) -> None:
    """Keep the page of a piece of evidence as it is now."""
    from factcheck.services.archiving import keep_page

    call = invocation(context)
    with call.open() as sessions:
        kept = keep_page(sessions, call.shelf(), call.network, call.actor, number)
    piece = kept.piece(number)
    if as_json:
        output.put_json(piece)
    elif piece.snapshot is not None:
        output.put(f"{kept.claim.ref}  evidence {number} kept: {piece.snapshot.sha256}")
    tell_missing(kept, number)


def timestamp(context: typer.Context, number: Number, as_json: Json = False) -> None:
    """Have the time authority (FACTCHECK_TSA) say that the snapshot was there (RFC 3161)."""
    from factcheck.evidence.timestamps import configured_authority
    from factcheck.services.archiving import timestamp_snapshot

    call = invocation(context)
    authority = configured_authority()
    if authority is None:
        raise UsageError(
            "No time authority is named.",
            "Set FACTCHECK_TSA to its URL, and FACTCHECK_TSA_ROOTS to a PEM file with its root.",
        )
    with call.open() as sessions:
        claim, piece = timestamp_snapshot(sessions, call.shelf(), authority, call.network, call.actor, number)
    if as_json:
        output.put_json(piece)
    elif piece.snapshot is not None:
        seen = f"{piece.snapshot.timestamped_at:%Y-%m-%d %H:%M:%S}"
        output.put(f"{claim.ref}  evidence {number} timestamped: {seen} UTC")


def archive(
    context: typer.Context,
    number: Number,
    archiver: Annotated[str, typer.Argument(metavar="ARCHIVER", help="One that `archivers` lists.")],
    as_json: Json = False,
) -> None:
    """Have an archiver keep the page of a piece of evidence. One that fails leaves nothing behind."""
    from factcheck.evidence.archivers import archiver_named
    from factcheck.services.archiving import archive_evidence

    call = invocation(context)
    keeper = archiver_named(archiver)
    with call.open() as sessions:
        claim, piece = archive_evidence(sessions, call.shelf(), keeper, call.network, call.actor, number)
    if as_json:
        output.put_json(piece)
        return
    made = piece.archives[-1]
    output.put(f"{claim.ref}  evidence {number} kept by {archiver}: {made.url or made.sha256}")


def archivers(as_json: Json = False) -> None:
    """List the archivers: what each does, who learns of the page by it, and what it needs."""
    from factcheck.evidence.archivers import ARCHIVERS

    if as_json:
        output.put_json(
            [
                {"name": one.name, "does": one.does, "tells": one.tells, "needs": one.needs}
                for one in ARCHIVERS.values()
            ]
        )
        return
    for one in ARCHIVERS.values():
        output.put(f"{one.name}: {one.does}.")
        output.put(f"  Tells: {one.tells}.")
        output.put(f"  Needs: {one.needs}.")


def open_(
    context: typer.Context,
    number: Number,
    raw: Annotated[bool, typer.Option("--raw", help="The page's own bytes instead of its words.")] = False,
    warc: Annotated[bool, typer.Option("--warc", help="The kept file itself (WARC).")] = False,
    stamp: Annotated[
        bool, typer.Option("--timestamp", help="The timestamp of that file (RFC 3161).")
    ] = False,
    archiver: Annotated[
        str | None, typer.Option("--archive", metavar="ARCHIVER", help="What that archiver kept here.")
    ] = None,
    target: Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="Into a file.")] = None,
) -> None:
    """Show the page of a piece of evidence as it was kept, though it may be gone."""
    from factcheck.services.archiving import open_archive, open_timestamp
    from factcheck.services.snapshots import open_kept, open_snapshot

    if raw + warc + stamp + (archiver is not None) > 1:
        raise UsageError(
            "Only one thing can be opened at a time.", "Give one of --raw, --warc, --timestamp, --archive."
        )
    call = invocation(context)
    call.check_target(target)
    with call.open() as sessions:
        if warc or stamp or archiver is not None:
            data = (
                open_kept(sessions, call.shelf(), number)
                if warc
                else open_timestamp(sessions, number)
                if archiver is None
                else open_archive(sessions, call.shelf(), number, archiver)
            )
            output.write_output(iter([data]), target)
            return
        found = open_snapshot(sessions, call.shelf(), number)
    if raw or target is not None or found.text is None:
        output.write_output(iter([found.body]), target)
        return
    taken = found.piece.snapshot.taken_at if found.piece.snapshot else None
    output.tell(f"{found.piece.url}, as it was on {taken:%Y-%m-%d %H:%M} UTC")
    for line in found.text.split("\n"):
        output.put(line)


def recheck(
    context: typer.Context,
    article: AnySlug = None,
    due: Annotated[bool, typer.Option("--due", help="Just what is due by now.")] = False,
    number: Annotated[int | None, typer.Option("--id", metavar="ID", help="One piece of evidence.")] = None,
    as_json: Json = False,
    lines: Lines = False,
) -> None:
    """Look at pages again. Where the words relied on are gone, the claims that rest on them go back."""
    import time

    from factcheck.services.rechecking import due_evidence, recheck_evidence

    output.one_form(as_json, lines)
    call = invocation(context)
    with call.open() as sessions:
        pieces = due_evidence(sessions, slug=article, evidence_id=number, due_only=due)
        done = recheck_evidence(
            sessions, call.shelf(), call.network.fetch, call.actor, pieces, pause=time.sleep
        )
        watched = output.progress(done, len(pieces), "Looking at pages again")
        if as_json:
            output.put_json([asdict(one) for one in watched])
        elif lines:
            output.put_lines(asdict(one) for one in watched)
        else:
            for one in watched:
                back = "; sent back" if one.sent_back else ""
                output.put(f"{one.ref}  evidence {one.evidence_id} {one.state}{back}: {one.why or one.url}")
            if not pieces:
                output.tell("No evidence with a snapshot is due.")
