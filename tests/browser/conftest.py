"""Pages are the same on either database: a test that is about the database asks for both."""

from __future__ import annotations

import pytest


@pytest.fixture
def database(request: pytest.FixtureRequest) -> str:
    """A fresh database file, or what a test asks for by name."""
    kind = getattr(request, "param", "sqlite")
    return str(request.getfixturevalue("sqlite_database" if kind == "sqlite" else "server_database"))
