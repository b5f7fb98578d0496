"""The gate: what stands between an article and its readers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli import output
from factcheck.cli.invocation import AnySlug, Json, invocation
from factcheck.errors import UsageError

if TYPE_CHECKING:
    from factcheck.gate.builtin import Finding


def register(app: typer.Typer) -> None:
    """Add the commands of this file."""
    app.command(rich_help_panel="Editing")(gate)


def gate(
    context: typer.Context,
    article: AnySlug = None,
    every: Annotated[bool, typer.Option("--all", help="Every article.")] = False,
    policy: Annotated[
        str | None,
        typer.Option(metavar="DIR", help="These rules (.feature files) instead of those in force."),
    ] = None,
    junit: Annotated[
        str | None, typer.Option(metavar="FILE", help="Write the result as JUnit's XML too.")
    ] = None,
    annotations: Annotated[
        bool, typer.Option("--annotations", help="Print errors as GitHub's runners read them.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Say what stands between an article and publication; exit status 1 if anything does."""
    from factcheck.cli.policy import read_features
    from factcheck.services.house_rules import show_rules
    from factcheck.services.publishing import check_gate

    if bool(article) == every:
        raise UsageError("Name an article, or --all.", "Such as: factcheck gate rednote")
    call = invocation(context)
    call.check_target(junit)
    files = read_features([policy]) if policy is not None else None
    with call.open() as sessions:
        findings = check_gate(sessions, article, files=files)
        asked = show_rules(sessions) if files is None else files
    if junit is not None:
        _write_junit(findings, asked, junit)
    if as_json:
        output.put_json({"green": not findings, "findings": findings})
    elif annotations:
        from factcheck.gate.reports import write_annotations

        for line in write_annotations(findings):
            output.put(line)
    else:
        _put_findings(findings, asked)
    if findings:
        raise typer.Exit(1)


def _put_findings(findings: Sequence[Finding], asked: Mapping[str, str]) -> None:
    if findings:
        from factcheck.cli.tables import put_findings

        put_findings(findings)
        house = sum(found.scenario is not None for found in findings)
        broken = f", {house} against the newsroom's rules" if house else ""
        output.put(f"The gate is red: {len(findings) - house} open{broken}.")
    else:
        from factcheck.cli.policy import counted
        from factcheck.services.house_rules import named_rules

        number = len(named_rules(asked))
        by = f", by {counted(number)} of the newsroom" if number else ""
        output.put(f"The gate is green{by}.")


def _write_junit(findings: Sequence[Finding], asked: Mapping[str, str], target: str) -> None:
    from factcheck.gate.reports import write_junit
    from factcheck.services.house_rules import named_rules

    output.write_output(iter([write_junit(findings, named_rules(asked))]), target)
