"""Every scenario of features/, through each face."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pytest
from pytest_bdd import scenarios
from starlette.types import ASGIApp, Receive, Scope, Send

from factcheck.gherkin.cli_desk import CliDesk
from factcheck.gherkin.desk import Desk
from factcheck.gherkin.http_desk import HttpDesk
from factcheck.gherkin.services_desk import ServicesDesk
from factcheck.services.databases import open_database
from factcheck.web.app import make_app
from factcheck.web.settings import Settings
from tests.web.newsrooms import served


class Present:
    """Whichever app a scenario put here: starting a server for each would take longer than most of them."""

    app: ASGIApp

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self.app(scope, receive, send)


@pytest.fixture(scope="session")
def server() -> Iterator[tuple[str, Present]]:
    """One server for all scenarios: its address, and what it serves."""
    present = Present()
    with served(present, lifespan="off") as address:
        yield address, present


# Each face, and each database; the services, which all faces call, on both.
FACES = (("services", "sqlite"), ("services", "server"), ("cli", "sqlite"), ("http", "server"))


@pytest.fixture(
    params=[
        pytest.param(pair, id="-".join(pair), marks=() if pair == FACES[0] else pytest.mark.slow)
        for pair in FACES
    ],
    autouse=True,
)
def desk(request: pytest.FixtureRequest) -> Iterator[Desk]:
    """The desk that a scenario runs at."""
    face, kind = request.param
    database = str(request.getfixturevalue(f"{kind}_database"))
    if face == "cli":
        yield CliDesk(database)
    elif face == "http":
        address, present = request.getfixturevalue("server")
        sessions = open_database(database)
        present.app = make_app(Settings(database), sessions)
        with closing(sessions), closing(HttpDesk(address)) as calling:
            yield calling
    else:
        opened = ServicesDesk(database)
        yield opened
        opened.sessions.close()


scenarios("../../features")
