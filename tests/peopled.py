"""A newsroom with its people, made once on each database and copied."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.domain.actors import Actor
from factcheck.domain.refs import Ref
from factcheck.domain.vocabulary import Role, SkipReason
from factcheck.services import people, publishing, queries, steps
from factcheck.services.databases import open_database
from factcheck.services.marking import mark_claims
from factcheck.store.engine import Sessions
from tests import postgres
from tests.making import PAGE, TEXT, ingest, refs

BOSS, OLD_HAND, PEER = Actor("Boss"), Actor("Old Hand"), Actor("Peer")


def people_it(sessions: Sessions) -> None:
    """One user of each role, two editors more, and claims in every state that one needs."""
    people.add_user(sessions, BOSS, "Boss", Role.ADMIN)
    for name, role in (("Old Hand", Role.EDITOR), ("Peer", Role.EDITOR)):
        people.add_user(sessions, BOSS, name, role)
    for role in Role:
        people.add_user(sessions, BOSS, f"The {role}", role)
    ingest(sessions, " ".join(f"Room {n} has {n * 7} doors." for n in range(1, 10)), "states", OLD_HAND)
    ingest(sessions, TEXT, "bridge", OLD_HAND)
    ingest(sessions, "The mill made paper.", "ready", OLD_HAND)
    steps.skip_claims(sessions, OLD_HAND, refs("states#2"), SkipReason.OPINION)
    queries.ask_query(sessions, OLD_HAND, Ref("states", 3), "Really?")
    for ref in ("states#4", "states#5", "ready#1"):
        mark_claims(sessions, OLD_HAND, refs(ref), "verified", evidence=[PAGE])
    steps.approve_claims(sessions, PEER, refs("ready#1"))
    ingest(sessions, "A well was dug. It is deep.", "public", OLD_HAND)
    mark_claims(sessions, OLD_HAND, refs("public#1", "public#2"), "verified", evidence=[PAGE])
    steps.approve_claims(sessions, PEER, refs("public#1", "public#2"))
    publishing.publish_article(sessions, PEER, "public")


@pytest.fixture(scope="session")
def peopled_file(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A newsroom's database file, made once."""
    file = Path(shutil.copy(template, tmp_path_factory.mktemp("peopled") / "factcheck.db"))
    _fill(str(file))
    return file


@pytest.fixture(scope="session")
def peopled_template() -> Iterator[str]:
    """The name of a newsroom's database on the server, made once."""
    with postgres.fresh_database(os.environ[postgres.VARIABLE]) as url:
        _fill(url)
        yield url.split("/")[3].split("?")[0]


def _fill(location: str) -> None:
    sessions = open_database(location)
    people_it(sessions)
    sessions.close()


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.slow)])
def peopled(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A newsroom's database with its people."""
    if request.param == "sqlite":
        yield str(shutil.copy(request.getfixturevalue("peopled_file"), tmp_path / "factcheck.db"))
        return
    template = request.getfixturevalue("peopled_template")
    with postgres.fresh_database(os.environ[postgres.VARIABLE], template) as url:
        yield url


@pytest.fixture
def newsroom(peopled: str) -> Iterator[Sessions]:
    """Transactions on it."""
    opened = open_database(peopled)
    yield opened
    opened.close()
