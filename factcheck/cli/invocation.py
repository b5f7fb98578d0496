"""What every command is told before its own words: which database, under which name."""

from __future__ import annotations

import getpass
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.errors import OutputFailed, UsageError

if TYPE_CHECKING:
    from factcheck.domain.actors import Actor
    from factcheck.domain.refs import RefRange
    from factcheck.evidence.fetch import Page
    from factcheck.evidence.network import Network
    from factcheck.evidence.shelf import Shelf
    from factcheck.store.engine import Sessions


@dataclass(frozen=True, slots=True)
class Invocation:
    """The global options of one call."""

    database: str
    name: str | None
    token: str | None = field(default=None, repr=False)

    @contextmanager
    def open(self) -> Iterator[Sessions]:
        """Open the database, made and migrated on first use, and close it afterwards.

        Raises NotAllowed where the newsroom has users, and this is none of them.
        """
        from factcheck.services.databases import open_database
        from factcheck.services.people import check_known

        sessions = open_database(self.database)
        try:
            check_known(sessions, self.actor)
            yield sessions
        finally:
            sessions.close()

    def check_target(self, target: str | None) -> None:
        """Refuse to write a result over the database itself. Raises OutputFailed."""
        file = Path(self.database.removeprefix("sqlite:///"))
        for part in (file, Path(f"{file}-wal"), Path(f"{file}-shm")):
            if target and part.exists() and Path(target).exists() and part.samefile(target):
                raise OutputFailed(f"{target} is the database itself.", "Name another file.")

    def check_manager(self, location: str) -> None:
        """Refuse whoever may not replace or move a newsroom that has users. Raises NotAllowed.

        A file that isn't there, or is no database any more, has none.
        """
        from factcheck.errors import DatabaseUnusable
        from factcheck.services.databases import open_database
        from factcheck.services.people import check_allowed

        if "://" not in location and not Path(location).exists():
            return
        try:
            sessions = open_database(location)
        except DatabaseUnusable:
            return
        try:
            check_allowed(sessions, self.actor, "users")
        finally:
            sessions.close()

    def shelf(self) -> Shelf:
        """Where this database's snapshots are kept. Raises UsageError where nobody said."""
        from factcheck.evidence.shelf import open_shelf, shelf_of

        return open_shelf(shelf_of(self.database))

    @property
    def network(self) -> Network:
        """The guarded way out."""
        from factcheck.evidence.network import GuardedNetwork

        return GuardedNetwork()

    def page(self, url: str) -> Page:
        """A page that an article is read from. Raises FetchFailed for one that isn't there."""
        from factcheck.errors import FetchFailed

        page = self.network.fetch(url, {})
        if not 200 <= page.status < 300:
            raise FetchFailed(f"{url} answers {page.status}.", "Check the address in a browser.")
        return page

    @property
    def actor(self) -> Actor:
        """Who acts: `--as`, `FACTCHECK_USER`, then the login name; or whose token it is."""
        from factcheck.domain.actors import Actor, named_actor

        if self.token is not None:
            return Actor(named_actor(self.name).name if self.name is not None else "", token=self.token)
        return named_actor(self.name if self.name is not None else _login_name())


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError) as error:
        raise UsageError(
            "Nobody is logged in here.", "Say who you are: --as NAME, or FACTCHECK_USER."
        ) from error


def invocation(context: typer.Context) -> Invocation:
    """The global options that this call was given."""
    found = context.find_root().obj
    if not isinstance(found, Invocation):
        raise TypeError("the app's callback has not run")
    return found


def read_refs(words: list[str]) -> list[RefRange]:
    """Read the refs of a command. Raises UsageError."""
    from factcheck.domain.refs import parse_refs

    return [parse_refs(word) for word in words]


def read_date(word: str | None, option: str) -> date | None:
    """Read a date given as YYYY-MM-DD. Raises UsageError."""
    if word is None:
        return None
    try:
        return date.fromisoformat(word)
    except ValueError as error:
        raise UsageError(
            f"{option}: “{word}” is no date.", "Write it as YYYY-MM-DD, such as 2025-01-24."
        ) from error


def read_moment(word: str, option: str) -> datetime:
    """Read a moment (UTC) given as ISO 8601, in local time unless it says otherwise; a day means its end.

    Raises UsageError.
    """
    try:
        if len(word) == len("2026-01-31"):
            return datetime.combine(date.fromisoformat(word), time.max).astimezone(UTC)
        return datetime.fromisoformat(word).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise UsageError(
            f"{option}: “{word[:60]}” is no date or time.", "Write 2026-01-31, or 2026-01-31T18:00."
        ) from error


Json = Annotated[bool, typer.Option("--json", help="One JSON document.")]
Lines = Annotated[bool, typer.Option("--nl", help="One JSON object a line.")]
Csv = Annotated[bool, typer.Option("--csv", help="Comma-separated values.")]
IfVersion = Annotated[
    int | None, typer.Option("--if-version", help="Refuse if the claim is at another version by now.", min=1)
]
Refs = Annotated[
    list[str], typer.Argument(metavar="REF...", help="Claims: rednote#6, rednote#3-7, rednote#all.")
]
OneRef = Annotated[str, typer.Argument(metavar="REF", help="A claim, such as rednote#6.")]
Slug = Annotated[str, typer.Argument(metavar="ARTICLE", help="An article's slug.")]
AnySlug = Annotated[
    str | None, typer.Argument(metavar="[ARTICLE]", help="An article's slug; all without it.")
]
