"""Every scenario of features/, through each face."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytest_bdd import scenarios

from factcheck.gherkin.cli_desk import CliDesk
from factcheck.gherkin.desk import Desk
from factcheck.gherkin.services_desk import ServicesDesk


@pytest.fixture(params=["services", pytest.param("cli", marks=pytest.mark.slow)], autouse=True)
def desk(request: pytest.FixtureRequest, database: str) -> Iterator[Desk]:
    """The desk that a scenario runs at."""
    if request.param == "cli":
        yield CliDesk(database)
    else:
        opened = ServicesDesk(database)
        yield opened
        opened.sessions.close()


scenarios("../../features")
