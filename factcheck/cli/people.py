"""The newsroom's people, and tokens for the programs that act for them."""

from __future__ import annotations

import sys
from getpass import getpass
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli import output
from factcheck.cli.invocation import Csv, Json, Lines, invocation
from factcheck.domain.vocabulary import Role
from factcheck.errors import UsageError

if TYPE_CHECKING:
    from factcheck.domain.people import User

users = typer.Typer(help="The newsroom's people and their roles.", no_args_is_help=True)
tokens = typer.Typer(help="What programs show to act for somebody.", no_args_is_help=True)

# More than any password has, in bytes: one that is longer is refused, not cut.
_LONGEST_LINE = 2000
Name = Annotated[str, typer.Argument(metavar="NAME", help="The name under which somebody acts.")]


def register(app: typer.Typer) -> None:
    """Add the commands of this file."""
    app.add_typer(users, name="users", rich_help_panel="People")
    app.add_typer(tokens, name="tokens", rich_help_panel="People")


@users.command()
def add(
    context: typer.Context,
    name: Name,
    role: Annotated[Role, typer.Option(help=f"One of: {', '.join(Role)}.")] = Role.CHECKER,
    as_json: Json = False,
) -> None:
    """Name a person of the newsroom; from the first one on, only those who are named may act."""
    from factcheck.services.people import add_user, list_users

    call = invocation(context)
    with call.open() as sessions:
        _put_user(add_user(sessions, call.actor, name, role), as_json=as_json)
        if len(list_users(sessions)) == 1:
            output.tell("From now on only those who are named may act: --as NAME, or FACTCHECK_USER.")


@users.command("list")
def list_(context: typer.Context, as_json: Json = False, lines: Lines = False, as_csv: Csv = False) -> None:
    """List the newsroom's people."""
    from factcheck.services.people import list_users

    with invocation(context).open() as sessions:
        found = list_users(sessions)
    if output.put_list(found, as_json=as_json, lines=lines, as_csv=as_csv):
        return
    for user in found:
        _put_user(user, as_json=False)
    if not found:
        output.tell("Nobody is named: people are who they say they are. See: factcheck users add --help")


@users.command()
def role(
    context: typer.Context,
    name: Name,
    role_: Annotated[str, typer.Argument(metavar="ROLE", help=f"One of: {', '.join(Role)}.")],
    as_json: Json = False,
) -> None:
    """Give somebody another role."""
    from factcheck.services.people import change_role

    call = invocation(context)
    with call.open() as sessions:
        _put_user(change_role(sessions, call.actor, name, read_role(role_)), as_json=as_json)


@users.command()
def password(context: typer.Context, name: Name, as_json: Json = False) -> None:
    """Give somebody, or yourself, a password to sign in with: typed unseen, or a line of standard input."""
    from factcheck.services.signing_in import set_password

    call = invocation(context)
    with call.open() as sessions:
        _put_user(set_password(sessions, call.actor, name, _read_password()), as_json=as_json)


def _read_password() -> str:
    """What somebody types twice alike, without showing it; else one line. Raises UsageError."""
    try:
        if not sys.stdin.isatty():
            return sys.stdin.buffer.readline(_LONGEST_LINE).decode().rstrip("\r\n")
        first = getpass("New password: ")
        if getpass("Once more: ") != first:
            raise UsageError("The two are not alike.", "Nothing was changed; try again.")
    except (EOFError, UnicodeError) as error:
        raise UsageError("That is no password.", "Type it, or send it as one line of UTF-8.") from error
    return first


@users.command()
def login(
    context: typer.Context,
    name: Name,
    login_: Annotated[
        str | None, typer.Argument(metavar="[LOGIN]", help="How the identity provider knows them.")
    ] = None,
    none: Annotated[bool, typer.Option("--none", help="Let them in that way no more.")] = False,
    as_json: Json = False,
) -> None:
    """Say how the house's identity provider knows somebody, who then signs in there."""
    from factcheck.services.signing_in import set_login

    if none == bool(login_):
        raise UsageError(
            "A login is needed, or --none.", "Such as: factcheck users login 'Eva Lind' eva@paper.example"
        )
    call = invocation(context)
    with call.open() as sessions:
        _put_user(set_login(sessions, call.actor, name, login_), as_json=as_json)


@users.command()
def disable(context: typer.Context, name: Name, as_json: Json = False) -> None:
    """Let somebody act no more; what they did stays."""
    _switch(context, name, disabled=True, as_json=as_json)


@users.command()
def enable(context: typer.Context, name: Name, as_json: Json = False) -> None:
    """Let somebody who was disabled act again."""
    _switch(context, name, disabled=False, as_json=as_json)


def _switch(context: typer.Context, name: str, *, disabled: bool, as_json: bool) -> None:
    from factcheck.services.people import disable_user

    call = invocation(context)
    with call.open() as sessions:
        _put_user(disable_user(sessions, call.actor, name, disabled=disabled), as_json=as_json)


def read_role(word: str) -> Role:
    """Read the name of a role. Raises UsageError."""
    try:
        return Role(word.strip().lower())
    except ValueError as error:
        raise UsageError(f"“{word[:60]}” is no role.", f"One of: {', '.join(Role)}.") from error


def _put_user(user: User, *, as_json: bool) -> None:
    if as_json:
        output.put_json(user)
    else:
        output.put(f"{user.name}  {user.role}{' (disabled)' if user.disabled else ''}")


@tokens.command("add")
def add_token(
    context: typer.Context,
    name: Name,
    label: Annotated[str, typer.Option(help="What it is for.")] = "command line",
    scope: Annotated[
        Role | None, typer.Option(help="The most that it may do; the user's own role without it.")
    ] = None,
    days: Annotated[int, typer.Option(help="How long it is good for.")] = 90,
    as_json: Json = False,
) -> None:
    """Make a token; its secret is shown this once."""
    from factcheck.services.people import add_token as make

    call = invocation(context)
    with call.open() as sessions:
        token, secret = make(sessions, call.actor, name, label=label, scope=scope, days=days)
    if as_json:
        output.put_json({**token.model_dump(mode="json"), "secret": secret})
        return
    output.put(secret)
    output.tell(
        f"Token {token.id} of {token.user}, at most {token.scope}, until {token.expires_at:%Y-%m-%d}."
    )
    output.tell("It is shown this once. Use it with FACTCHECK_TOKEN.")


@tokens.command("list")
def list_tokens(
    context: typer.Context,
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="Whose; all without it.")] = None,
    as_json: Json = False,
    lines: Lines = False,
    as_csv: Csv = False,
) -> None:
    """List tokens, without their secrets."""
    from factcheck.services.people import list_tokens as find

    call = invocation(context)
    with call.open() as sessions:
        found = find(sessions, call.actor, name)
    if output.put_list(found, as_json=as_json, lines=lines, as_csv=as_csv):
        return
    for token in found:
        gone = (
            f"revoked {token.revoked_at:%Y-%m-%d}"
            if token.revoked_at
            else f"until {token.expires_at:%Y-%m-%d}"
        )
        output.put(f"{token.id}  {token.user}  {token.label} ({token.scope}, {gone})")
    if not found:
        output.tell("There is no token. Make one: factcheck tokens add NAME")


@tokens.command()
def revoke(
    context: typer.Context,
    number: Annotated[int, typer.Argument(metavar="ID", help="The token's number, as list shows it.")],
    as_json: Json = False,
) -> None:
    """Let a token be good for nothing from now on."""
    from factcheck.services.people import revoke_token

    call = invocation(context)
    with call.open() as sessions:
        token = revoke_token(sessions, call.actor, number)
    if as_json:
        output.put_json(token)
    else:
        output.put(f"{token.id}  {token.user}  {token.label} (revoked)")
