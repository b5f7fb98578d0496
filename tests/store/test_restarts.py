"""The server goes away and comes back; whoever asks next is answered."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from factcheck.errors import DatabaseUnusable
from factcheck.services.databases import open_database, upgrade_database
from factcheck.services.reading import list_articles
from factcheck.store import engine
from factcheck.store.engine import Sessions
from tests import postgres
from tests.making import ingest

pytestmark = pytest.mark.slow


@pytest.fixture
def server() -> Iterator[postgres.Server]:
    started = postgres.Server()
    yield started
    started.remove()


@pytest.fixture
def newsroom(server: postgres.Server) -> Iterator[Sessions]:
    postgres.administer(str(server.folder), "CREATE DATABASE desk")
    upgrade_database(server.url("desk"))
    opened = open_database(server.url("desk"))
    ingest(opened)
    yield opened
    opened.close()


def restart(server: postgres.Server) -> None:
    server.stop()
    server.start()


def test_a_connection_that_lay_idle_is_replaced_unnoticed(
    server: postgres.Server, newsroom: Sessions, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "_IDLE", 0.0)
    for _ in range(2):
        restart(server)
        assert [one.slug for one in list_articles(newsroom)] == ["bridge"]


def test_one_that_was_just_in_use_fails_once(
    server: postgres.Server, newsroom: Sessions, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "_IDLE", 3600.0)
    restart(server)
    with pytest.raises(DatabaseUnusable):
        list_articles(newsroom)
    assert [one.slug for one in list_articles(newsroom)] == ["bridge"]
