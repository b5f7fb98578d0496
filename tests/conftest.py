"""What all tests share: databases of their own, made once and copied."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.gherkin import steps
from factcheck.services.databases import open_database
from factcheck.store.engine import Sessions

pytest_plugins = steps.ALL


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database at the newest schema, migrated once."""
    file = tmp_path_factory.mktemp("template") / "factcheck.db"
    open_database(str(file)).close()
    return file


@pytest.fixture
def database(template: Path, tmp_path: Path) -> str:
    """A fresh database file."""
    return str(shutil.copy(template, tmp_path / "factcheck.db"))


@pytest.fixture
def sessions(database: str) -> Iterator[Sessions]:
    """Transactions on a fresh database."""
    opened = open_database(database)
    yield opened
    opened.close()
