"""The newsroom's policy: verdicts and what each needs, and its own rules as Gherkin."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from factcheck.cli import output
from factcheck.cli.invocation import Json, invocation
from factcheck.errors import BadInput, NotFound, OutputFailed

group = typer.Typer(
    help="The newsroom's policy: verdicts, what each needs, and its rules.", no_args_is_help=True
)

Paths = Annotated[
    list[str],
    typer.Argument(metavar="PATH...", help="A .toml file, .feature files, a folder of them, or - for TOML."),
]


def register(app: typer.Typer) -> None:
    """Add the commands of this file."""
    app.add_typer(group, name="policy", rich_help_panel="Running it")


@group.command()
def show(context: typer.Context) -> None:
    """Print the policy in force, as a file that can be changed and loaded."""
    from factcheck.services.policies import show_policy

    with invocation(context).open() as sessions:
        output.put(show_policy(sessions).rstrip("\n"))


@group.command()
def rules(context: typer.Context, as_json: Json = False) -> None:
    """Print the newsroom's rules in force, file by file."""
    from factcheck.services.house_rules import show_rules

    with invocation(context).open() as sessions:
        files = show_rules(sessions)
    if as_json:
        output.put_json(files)
        return
    for name, text in sorted(files.items()):
        output.put(f"# {name}")
        for line in text.rstrip("\n").split("\n"):
            output.put(line)
        output.put("")
    if not files:
        output.tell("No rules of the newsroom's own. Begin with: factcheck policy new DIR")


@group.command()
def load(context: typer.Context, path: Paths) -> None:
    """Put a policy, rules, or a folder of both in force from now on."""
    from factcheck.services.house_rules import load_rules
    from factcheck.services.policy_loading import load_policy

    toml, files = read_policy_files(path)
    call = invocation(context)
    with call.open() as sessions:
        if toml is not None:
            loaded = load_policy(sessions, call.actor, toml)
            output.put(f"In force: {loaded.name} ({', '.join(loaded.verdicts)}).")
        if files:
            number = load_rules(sessions, call.actor, files)
            output.put(f"In force: {counted(number)} of {', '.join(sorted(files))}.")


@group.command()
def drop(context: typer.Context) -> None:
    """Take the newsroom's own rules out of force; the verdicts stay."""
    from factcheck.services.house_rules import load_rules

    call = invocation(context)
    with call.open() as sessions:
        load_rules(sessions, call.actor, {})
    output.put("No rules of the newsroom's own are in force.")


@group.command()
def check(path: Paths) -> None:
    """Say whether a policy and rules can be understood; nothing is loaded."""
    from factcheck.domain.policy import read_policy
    from factcheck.services.house_rules import check_rules
    from factcheck.services.policies import default_policy_toml

    toml, files = read_policy_files(path)
    policy = read_policy(default_policy_toml() if toml is None else toml)
    if toml is not None:
        output.put(f"{policy.name}: {len(policy.verdicts)} verdicts.")
    if files:
        output.put(f"{', '.join(sorted(files))}: {counted(check_rules(files, policy))}.")


@group.command()
def steps(as_json: Json = False) -> None:
    """Print every step that a rule can have, each with an example."""
    from factcheck.gate.house import examples

    if as_json:
        output.put_json(examples())
        return
    for heading, lines in examples().items():
        output.put(f"{heading}:")
        for line in lines:
            output.put(f"  {line}")
    output.put(
        'Join with “and” and “but not”: Given the article\'s claims with a figure but not said by "Statista"'
    )


@group.command()
def new(
    folder: Annotated[str, typer.Argument(metavar="DIR", help="A folder; it is made if need be.")],
) -> None:
    """Write a policy and rules to begin with: change them, then load the folder."""
    from factcheck.bundled import bundled

    target = Path(folder)
    given = [bundled("seeds") / "policy.toml", *sorted((bundled("seeds") / "rules").glob("*.feature"))]
    there = [file.name for file in given if (target / file.name).exists()]
    if there:
        raise OutputFailed(
            f"{target / there[0]} exists already; nothing was written.", "Name another folder."
        )
    try:
        target.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputFailed(f"{target} can't be made: {error.strerror}.", "Name another folder.") from error
    for file in given:
        output.write_output(iter([file.read_bytes()]), str(target / file.name))
        output.put(str(target / file.name))
    output.tell(
        f"Change them, look: factcheck gate ARTICLE --policy {folder}, and: factcheck policy load {folder}"
    )


def counted(number: int) -> str:
    """So many rules, in words."""
    return "1 rule" if number == 1 else f"{number} rules"


def read_policy_files(paths: Sequence[str]) -> tuple[str | None, dict[str, str]]:
    """The one policy and the rules among some paths. Raises NotFound, BadInput."""
    from factcheck.readers.decoding import decode

    tomls = [file for path in paths for file in _found(path) if not file.endswith(".feature")]
    if len(tomls) > 1:
        raise BadInput(f"There are {len(tomls)} policies among them: {', '.join(tomls)}.", "Name one.")
    return (decode(output.read_input(tomls[0])) if tomls else None), read_features(paths)


def read_features(paths: Sequence[str]) -> dict[str, str]:
    """The rules among some paths: each file's text by its name. Raises NotFound, BadInput."""
    files: dict[str, str] = {}
    for path in paths:
        for file in _found(path):
            if file.endswith(".feature"):
                if Path(file).name in files:
                    raise BadInput(f"There are two files {Path(file).name}.", "Give each a name of its own.")
                files[Path(file).name] = _decoded(file)
    return files


def _decoded(file: str) -> str:
    from factcheck.readers.decoding import decode

    try:
        return decode(output.read_input(file))
    except BadInput as error:
        raise BadInput(f"{file}: {error.message}", "Write a Feature in it, or take it away.") from error


def _found(path: str) -> list[str]:
    if path == "-" or not Path(path).is_dir():
        if path != "-" and not Path(path).exists():
            raise NotFound(
                f"There is no file {path}.", "Check the path; a starter: factcheck policy new DIR."
            )
        return [path]
    found = sorted(str(file) for end in ("*.toml", "*.feature") for file in Path(path).glob(end))
    if not found:
        raise BadInput(f"{path} holds no .toml and no .feature file.", "A starter: factcheck policy new DIR.")
    return found
