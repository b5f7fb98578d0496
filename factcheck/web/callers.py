"""Who calls: somebody signed in at a browser, a program with a token, or whoever sits at this machine."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from fastapi import Depends
from starlette.requests import HTTPConnection

from factcheck.domain.actors import Actor, named_actor
from factcheck.domain.vocabulary import Role
from factcheck.errors import NotSignedIn, TooMany
from factcheck.evidence.fetch import Page
from factcheck.evidence.network import GuardedNetwork, Network
from factcheck.evidence.shelf import Shelf, open_shelf, shelf_of
from factcheck.services.signing_in import who_is_it
from factcheck.web.guard import session_cookie
from factcheck.web.settings import Settings

if TYPE_CHECKING:
    from factcheck.store.engine import Sessions

_MOST_OUT = 8


class SparingNetwork:
    """The guarded way out for a few at a time; TooMany for the others, who would stop the desk."""

    def __init__(self, most: int) -> None:
        """Let so many out at once."""
        self._network, self._free = GuardedNetwork(), threading.BoundedSemaphore(most)

    def fetch(self, url: str, headers: Mapping[str, str]) -> Page:
        """Get a page. Raises TooMany, and what the network raises."""
        with self._out():
            return self._network.fetch(url, headers)

    def post(self, url: str, body: bytes, headers: Mapping[str, str]) -> Page:
        """Send bytes; the answer. Raises TooMany, and what the network raises."""
        with self._out():
            return self._network.post(url, body, headers)

    def check(self, url: str) -> None:
        """Raise FetchRefused for where one may not go."""
        self._network.check(url)

    @contextmanager
    def _out(self) -> Iterator[None]:
        if not self._free.acquire(blocking=False):
            raise TooMany("Too many pages are being fetched just now.", "Try again in a minute.")
        try:
            yield
        finally:
            self._free.release()


_OUT = SparingNetwork(_MOST_OUT)

# On a personal file a program says with this header whose word it brings.
NAME_HEADER = "Factcheck-As"


@dataclass(frozen=True, slots=True)
class Caller:
    """Whoever asks, as far as they have said; and the newsroom that they ask."""

    sessions: Sessions
    settings: Settings
    claimed: Actor

    @property
    def actor(self) -> Actor:
        """Who acts. The services say what they may do. Raises NotSignedIn for nobody."""
        if not self.claimed.name and self.claimed.token is None and self.claimed.session is None:
            raise NotSignedIn(
                "Nobody said who they are.", f"Sign in, show a token, or name yourself: {NAME_HEADER}."
            )
        return self.claimed

    def look(self) -> Actor:
        """Who looks. Raises NotSignedIn where the newsroom wants to know, NotAllowed."""
        return who_is_it(self.sessions, self.claimed)

    @property
    def shelf(self) -> Shelf:
        """Where snapshots are kept. Raises UsageError where nobody said."""
        return open_shelf(shelf_of(self.settings.database))

    @property
    def network(self) -> Network:
        """The guarded way out. A few at a time: who waits for a page elsewhere keeps a thread of ours."""
        return _OUT


async def caller_of(request: HTTPConnection) -> Caller:
    """Read who calls from a request. Raises UsageError for a name that is none."""
    settings: Settings = request.app.state.settings
    scheme, _, secret = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer" and secret:
        claimed = Actor("", token=secret.strip(), remote=True)
    elif cookie := session_cookie(request.headers, settings):
        claimed = Actor("", session=cookie, remote=True)
    elif name := request.headers.get(NAME_HEADER):
        claimed = Actor(named_actor(_decoded(name)).name, remote=True)
    else:
        claimed = Actor("", Role.READER, remote=True)
    return Caller(request.app.state.sessions, settings, claimed)


def _decoded(name: str) -> str:
    """A header's letters beyond ASCII, which come as UTF-8 read as Latin-1."""
    try:
        return name.encode("latin-1").decode()
    except UnicodeError:
        return name


Who = Annotated[Caller, Depends(caller_of)]
