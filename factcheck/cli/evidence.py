"""Evidence: links that bear on a claim."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli import output
from factcheck.cli.invocation import (
    AnySlug,
    Csv,
    IfVersion,
    Invocation,
    Json,
    Lines,
    OneRef,
    invocation,
    read_date,
)
from factcheck.domain.vocabulary import Stance
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from factcheck.domain.models import Claim, Evidence
    from factcheck.store.engine import Sessions

Number = Annotated[
    int,
    typer.Argument(metavar="ID", min=1, max=2**62, help="The evidence's number, as evidence list shows it."),
]

group = typer.Typer(help="Links that bear on a claim.", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Add the commands of this file."""
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
    from factcheck.services.evidence import attach_evidence

    piece = NewEvidence(
        url, stance=stance, quote=quote, title=title, publisher=publisher,
        published=read_date(published, "--published"), note=note, primary=primary,
    )  # fmt: skip
    call = invocation(context)
    with call.open() as sessions:
        claim = attach_evidence(sessions, call.actor, parse_ref(ref), piece, version=if_version)
        number = next(
            e.id
            for e in reversed(claim.evidence)
            if (e.url, e.stance, e.quote) == (url.strip(), stance, quote)
        )
        if not no_snapshot:
            claim = _keep(call, sessions, claim, number)
    if as_json:
        output.put_json(claim)
        return
    output.put(f"{claim.ref}  evidence {number} added ({stance}); it is {standing(claim)}")


def _keep(call: Invocation, sessions: Sessions, claim: Claim, number: int) -> Claim:
    """Take a snapshot along with new evidence; without one the evidence stands, and one is told why."""
    from factcheck.services.snapshots import take_snapshot

    try:
        kept, piece = take_snapshot(sessions, call.shelf(), call.fetch, call.actor, number)
    except FactcheckError as error:
        output.tell(f"No snapshot: {error.message} {error.hint or ''}".rstrip())
        return claim
    _tell_quote(piece)
    return kept


def _tell_quote(piece: Evidence) -> None:
    if piece.quote_found is False:
        output.tell(f"The quote of evidence {piece.id} is not on the page.")


@group.command()
def snapshot(
    context: typer.Context,
    number: Number,
    as_json: Json = False,
) -> None:
    """Keep the page of a piece of evidence as it is now."""
    from factcheck.services.snapshots import take_snapshot

    call = invocation(context)
    with call.open() as sessions:
        claim, piece = take_snapshot(sessions, call.shelf(), call.fetch, call.actor, number)
    if as_json:
        output.put_json(piece)
        return
    sha256 = piece.snapshot.sha256 if piece.snapshot else ""
    output.put(f"{claim.ref}  evidence {piece.id} kept: {sha256}")
    _tell_quote(piece)


@group.command("open")
def open_(
    context: typer.Context,
    number: Number,
    raw: Annotated[bool, typer.Option("--raw", help="The page's own bytes instead of its words.")] = False,
    target: Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="Into a file.")] = None,
) -> None:
    """Show the page of a piece of evidence as it was kept, though it may be gone."""
    from factcheck.services.snapshots import open_snapshot

    call = invocation(context)
    call.check_target(target)
    with call.open() as sessions:
        found = open_snapshot(sessions, call.shelf(), number)
    if raw or target is not None or found.text is None:
        output.write_output(iter([found.body]), target)
        return
    taken = found.piece.snapshot.taken_at if found.piece.snapshot else None
    output.tell(f"{found.piece.url}, as it was on {taken:%Y-%m-%d %H:%M} UTC")
    for line in found.text.split("\n"):
        output.put(line)


@group.command()
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
        done = recheck_evidence(sessions, call.shelf(), call.fetch, call.actor, pieces, pause=time.sleep)
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
