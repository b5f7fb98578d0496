"""What all tests share: databases of their own, on SQLite and on PostgreSQL, made once and copied."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.gherkin import steps
from factcheck.services.databases import open_database, upgrade_database
from factcheck.store.engine import Sessions
from tests import postgres

pytest_plugins = steps.ALL
_LONG = ("tests/test_", "tests/web/test_openapi", "tests/browser/", "tests/services/test_killed")
_STARTED: list[postgres.Server] = []


def pytest_configure(config: pytest.Config) -> None:
    """Start the one server of this run, before the workers are."""
    quick = config.option.collectonly or config.option.markexpr == "not slow"
    if quick or hasattr(config, "workerinput") or postgres.VARIABLE in os.environ:
        return
    server = postgres.Server()
    _STARTED.append(server)
    folder = str(server.folder)
    postgres.administer(folder, f"CREATE DATABASE {postgres.TEMPLATE}")
    upgrade_database(postgres.database_of(folder, postgres.TEMPLATE))
    os.environ[postgres.VARIABLE] = folder


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave what needs the server out of the quick loop, and begin with what takes longest."""
    items.sort(key=lambda item: not item.nodeid.startswith(_LONG))
    for item in items:
        if "server_database" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.slow)


def pytest_unconfigure() -> None:
    """Stop it again."""
    while _STARTED:
        _STARTED.pop().remove()
        os.environ.pop(postgres.VARIABLE, None)


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database at the newest schema, migrated once."""
    file = tmp_path_factory.mktemp("template") / "factcheck.db"
    open_database(str(file)).close()
    return file


@pytest.fixture
def sqlite_database(template: Path, tmp_path: Path) -> str:
    """A fresh database file."""
    return str(shutil.copy(template, tmp_path / "factcheck.db"))


@pytest.fixture
def server_database() -> Iterator[str]:
    """A fresh database on the run's PostgreSQL server."""
    with postgres.fresh_database(os.environ[postgres.VARIABLE]) as url:
        yield url


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.slow)])
def database(request: pytest.FixtureRequest) -> str:
    """A fresh database, on each that factcheck keeps its data in."""
    name = "sqlite_database" if request.param == "sqlite" else "server_database"
    return str(request.getfixturevalue(name))


@pytest.fixture
def sqlite_sessions(sqlite_database: str) -> Iterator[Sessions]:
    """Transactions on a fresh database file, for what needn't be tried on both."""
    opened = open_database(sqlite_database)
    yield opened
    opened.close()


@pytest.fixture
def sessions(database: str) -> Iterator[Sessions]:
    """Transactions on a fresh database."""
    opened = open_database(database)
    yield opened
    opened.close()
