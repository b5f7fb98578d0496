"""Claims: looking at them, and the queue."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli import output
from factcheck.cli.articles import NO_ARTICLES
from factcheck.cli.invocation import AnySlug, Csv, IfVersion, Json, Lines, OneRef, Refs, invocation, read_refs
from factcheck.domain.vocabulary import Kind, Status

if TYPE_CHECKING:
    from factcheck.services.explaining import Reckoned

Statuses = Annotated[
    list[Status] | None,
    typer.Option("--status", metavar="STATUS", help=f"In this status; may be repeated: {', '.join(Status)}."),
]
Verdicts = Annotated[
    list[str] | None, typer.Option("--verdict", metavar="VERDICT", help="With this verdict; may be repeated.")
]


def register(app: typer.Typer) -> None:
    """Add the commands of this file."""
    app.command(rich_help_panel="Claims")(claims)
    app.command(rich_help_panel="Claims")(show)
    app.command(rich_help_panel="Claims")(explain)
    app.command("next", rich_help_panel="Checking")(next_)
    app.command(rich_help_panel="Checking")(take)
    app.command(rich_help_panel="Checking")(release)


def claims(
    context: typer.Context,
    article: AnySlug = None,
    status: Statuses = None,
    verdict: Verdicts = None,
    source: Annotated[
        str | None, typer.Option(help="Said by this source or through this outlet, under any of its names.")
    ] = None,
    kind: Annotated[
        list[Kind] | None,
        typer.Option(metavar="KIND", help=f"Of this kind; may be repeated: {', '.join(Kind)}."),
    ] = None,
    assignee: Annotated[str | None, typer.Option(help="Held by this person.")] = None,
    query: Annotated[str | None, typer.Option(help="With all these words.")] = None,
    flagged: Annotated[bool, typer.Option("--flagged", help="To be looked at again.")] = False,
    limit: Annotated[int | None, typer.Option(min=1, help="At most so many.")] = None,
    after: Annotated[str | None, typer.Option(metavar="REF", help="Those that come after this one.")] = None,
    as_json: Json = False,
    lines: Lines = False,
    as_csv: Csv = False,
) -> None:
    """List claims, in the order of the text."""
    from factcheck.domain.refs import parse_ref
    from factcheck.services.exporting import export_claims
    from factcheck.services.reading import Wanted, list_articles, list_claims, show_article

    output.one_form(as_json, lines, as_csv)
    wanted = Wanted(
        article=article,
        statuses=status or (),
        verdicts=verdict or (),
        kinds=kind or (),
        source=source,
        assignee=assignee,
        query=query,
        flagged=flagged,
        after=parse_ref(after) if after else None,
        limit=limit,
    )
    with invocation(context).open() as sessions:
        if as_json:
            output.put_json(list(list_claims(sessions, wanted)))
        elif lines:
            output.put_lines(list_claims(sessions, wanted))
        elif as_csv:
            output.write_output(export_claims(sessions, wanted, "csv"), None)
        else:
            from factcheck.cli.tables import console, progress, put_claims

            found = list(list_claims(sessions, wanted))
            if article:
                console().print(progress(show_article(sessions, article)), "\n")
            if not put_claims(found):
                output.tell("No claim fits that." if article or list_articles(sessions) else NO_ARTICLES)


def show(context: typer.Context, ref: OneRef, as_json: Json = False) -> None:
    """Show a claim and all that is known about it."""
    from factcheck.cli.results import standing
    from factcheck.domain.refs import parse_ref, parse_refs
    from factcheck.services.elsewhere import same_elsewhere
    from factcheck.services.explaining import reckon_claim
    from factcheck.services.reading import show_claims

    with invocation(context).open() as sessions:
        found = show_claims(sessions, parse_refs(ref))
        if as_json:
            output.put_json(found[0] if len(found) == 1 else found)
            return
        from factcheck.cli.tables import put_claim

        for number, claim in enumerate(found):
            if number:
                output.put("")
            put_claim(claim)
            _put_reckoned(reckon_claim(sessions, claim))
            for twin in same_elsewhere(sessions, parse_ref(claim.ref)):
                output.put(f"The same words: {twin.ref}  {standing(twin)}")


def _put_reckoned(reckoned: Reckoned) -> None:
    for words, day in reckoned.dates:
        output.put(f"“{words}” means {day}.")
    for wrong in reckoned.mismatches:
        output.put(f"Look again: {wrong}")


def explain(context: typer.Context, ref: OneRef, as_json: Json = False) -> None:
    """Say in words which rules gave a claim its kind and its voices, and what makes it worth checking."""
    from factcheck.domain.refs import parse_ref
    from factcheck.services.explaining import explain_claim

    with invocation(context).open() as sessions:
        found = explain_claim(sessions, parse_ref(ref))
    if as_json:
        output.put_json(found)
        return
    output.put(f"{found.claim.ref}  {found.claim.text}")
    output.put(f"Kind: {found.kind}")
    for voice, rule in found.attributions:
        output.put(f"Said by {voice}: {rule}")
    if not found.attributions:
        output.put("Said by nobody: no rule found a voice in it.")
    reasons = ", ".join(found.reasons) or "nothing in particular"
    output.put(f"Worth checking {found.claim.checkworthiness:.2f}: {reasons}.")
    _put_reckoned(found.reckoned)


def next_(context: typer.Context, article: AnySlug = None, as_json: Json = False) -> None:
    """Take the unchecked claim that matters most."""
    from factcheck.services.queueing import next_claim

    call = invocation(context)
    with call.open() as sessions:
        claim, left = next_claim(sessions, call.actor, article)
    if as_json:
        output.put_json(claim)
        return
    from factcheck.cli.tables import put_claim

    put_claim(claim)
    output.tell(
        f"{claim.assignee} holds it now; {left} more waiting. Next: factcheck mark {claim.ref} VERDICT"
    )


def take(context: typer.Context, ref: Refs, if_version: IfVersion = None, as_json: Json = False) -> None:
    """Take claims to work on: one checker at a time."""
    from factcheck.cli.results import put_changed
    from factcheck.services.steps import take_claims

    call = invocation(context)
    with call.open() as sessions:
        put_changed(take_claims(sessions, call.actor, read_refs(ref), version=if_version), as_json=as_json)


def release(context: typer.Context, ref: Refs, if_version: IfVersion = None, as_json: Json = False) -> None:
    """Give claims back that you hold."""
    from factcheck.cli.results import put_changed
    from factcheck.services.steps import release_claims

    call = invocation(context)
    with call.open() as sessions:
        put_changed(release_claims(sessions, call.actor, read_refs(ref), version=if_version), as_json=as_json)
