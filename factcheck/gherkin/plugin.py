"""The pytest plugin: the steps, and a temporary desk to try a newsroom's rules at.

pytest loads it wherever factcheck is installed; without pytest-bdd it offers nothing and imports nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factcheck.gherkin import steps

if TYPE_CHECKING:
    from factcheck.gherkin.desk import Desk

pytest_plugins = steps.ALL if find_spec("pytest_bdd") else ()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A newsroom of its own for each scenario, gone afterwards."""
    from factcheck.gherkin.services_desk import ServicesDesk

    opened = ServicesDesk(str(tmp_path / "factcheck.db"))
    yield opened
    opened.sessions.close()
