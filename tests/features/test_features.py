"""Every scenario of features/, through each face."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pytest
from pytest_bdd import scenarios

from factcheck.gherkin.cli_desk import CliDesk
from factcheck.gherkin.desk import Desk
from factcheck.gherkin.http_desk import HttpDesk
from factcheck.gherkin.services_desk import ServicesDesk
from factcheck.web.app import make_app
from factcheck.web.settings import Settings
from tests.web.newsrooms import served


@pytest.fixture(
    params=["services", *(pytest.param(face, marks=pytest.mark.slow) for face in ("cli", "http"))],
    autouse=True,
)
def desk(request: pytest.FixtureRequest, database: str) -> Iterator[Desk]:
    """The desk that a scenario runs at."""
    if request.param == "cli":
        yield CliDesk(database)
    elif request.param == "http":
        with served(make_app(Settings(database))) as address, closing(HttpDesk(address)) as calling:
            yield calling
    else:
        opened = ServicesDesk(database)
        yield opened
        opened.sessions.close()


scenarios("../../features")
