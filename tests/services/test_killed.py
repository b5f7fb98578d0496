"""`kill -9` at any moment: what was acknowledged is there, nothing by half, and the doctor is content.

A child works without a pause and tells of each change on a pipe when the service has returned. After one
of its first changes, at a moment of the next that is drawn by lot, it is killed; then the next child begins
on what this one has left.
"""

from __future__ import annotations

import itertools
import multiprocessing
import os
import random
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest

from factcheck.cli.output import write_output
from factcheck.domain.links import NewEvidence
from factcheck.domain.models import Claim
from factcheck.services.databases import current_version, open_database, upgrade_database
from factcheck.services.doctor import examine_database
from factcheck.services.exporting import export_claims
from factcheck.services.ingest import Submission
from factcheck.services.marking import mark_claims
from factcheck.services.reading import Wanted, list_articles, list_claims
from factcheck.services.revising import revise_article
from factcheck.services.steps import release_claims, return_claims
from factcheck.store import ledger, schema
from factcheck.store.engine import Sessions
from tests import postgres
from tests.making import ANA, PAGE, TEXT, approve, ingest, refs

pytestmark = pytest.mark.slow
KILLS = 20
# The most changes that a child makes before it is killed amid the next.
MOST = 3
Told = tuple[object, ...]
"""What is in the ledger when a change was made: the entity, the action, and the version or revision."""

# A server that has imported everything forks each child: starting Python anew would take most of the time.
_FORKED = multiprocessing.get_context("forkserver")
_FORKED.set_forkserver_preload(["alembic.command", "psycopg", "tests.making", "factcheck.cli.output"])


def _ingest(sessions: Sessions, _: Path) -> Iterator[Told]:
    for number in itertools.count(len(list_articles(sessions))):
        text = f"Bridge {number} cost 4 million euros. It opened in 1932. Nobody crosses it, said Ana Duarte."
        slug = ingest(sessions, text, f"story-{number}").article.slug
        yield f"article:{slug}", "article_ingested", 1


def _mark(sessions: Sessions, _: Path) -> Iterator[Told]:
    for number in itertools.count():
        ref = refs(f"bridge#{number % 3 + 1}")
        claim = list_one(sessions, number % 3)
        if claim.status == "unchecked":
            link = NewEvidence(f"https://evidence.example/{claim.version}")
            yield _told(mark_claims(sessions, ANA, ref, "verified", evidence=[link])[0], "claim_marked")
        elif claim.status == "checked":
            yield _told(return_claims(sessions, ANA, ref, "Look again.")[0], "claim_returned")
        else:
            yield _told(release_claims(sessions, ANA, ref)[0], "claim_released")


def list_one(sessions: Sessions, number: int) -> Claim:
    return list(list_claims(sessions, Wanted(article="bridge")))[number]


def _told(claim: Claim, action: str) -> Told:
    return f"claim:{claim.ref}", action, claim.version


def _revise(sessions: Sessions, _: Path) -> Iterator[Told]:
    for number in itertools.count(list_articles(sessions)[0].revision):
        text = TEXT.replace("4 million", f"{number} million") + (f" It has {number} arches." * (number % 2))
        done = revise_article(sessions, ANA, "bridge", Submission(text, text.encode()))
        yield "article:bridge", "article_revised", done.revision


def _export(sessions: Sessions, folder: Path) -> Iterator[Told]:
    for number in itertools.count():
        wanted = Wanted(article="bridge")
        write_output(export_claims(sessions, wanted, FORMATS[number % 2]), str(folder / "list"))
        yield ("exported",)


FORMATS = ("json", "csv")
_WORK: dict[str, Callable[[Sessions, Path], Iterator[Told]]] = {
    "ingest": _ingest, "mark": _mark, "revise": _revise, "export": _export
}  # fmt: skip


def _child(work: str, database: str, folder: Path, pipe: Connection) -> None:
    sessions = open_database(database)
    pipe.send("ready")
    for told in _WORK[work](sessions, folder):
        pipe.send(told)


def _migrate(database: str, pipe: Connection) -> None:
    pipe.send("ready")
    upgrade_database(database)
    pipe.send((current_version(database)[0],))
    os.read(os.pipe()[0], 1)  # nothing is left to do but to be killed


def killed(chance: random.Random, target: Callable[..., None], *arguments: object) -> list[Told]:
    """Let a child work, and kill it amid some change; what it had told of until then."""
    reader, pipe = _FORKED.Pipe(duplex=False)
    child = _FORKED.Process(target=target, args=(*arguments, pipe))
    child.start()
    pipe.close()
    assert reader.recv() == "ready"
    begun, changes = time.perf_counter(), chance.randint(1, MOST)
    told: list[Told] = [reader.recv() for _ in range(changes)]
    time.sleep(chance.random() * (time.perf_counter() - begun) / changes)
    return told + _kill(child, reader)


def _kill(child: Any, reader: Connection) -> list[Told]:
    """What the child had told of that nobody has heard yet."""
    child.kill()
    child.join()
    told: list[Told] = []
    try:
        while True:
            told.append(reader.recv())
    except EOFError:
        return told
    finally:
        reader.close()


def events_of(sessions: Sessions) -> set[Told]:
    with sessions.read() as session:
        return {
            (
                event.entity,
                event.action,
                (event.after or {}).get("version", (event.after or {}).get("revision")),
            )
            for chain in ledger.chain_names(session)
            for event in ledger.events(session, chain)
        }


@pytest.mark.parametrize("work", ["ingest", "mark", "revise"])
def test_changes_survive_or_never_were(sessions: Sessions, database: str, tmp_path: Path, work: str) -> None:
    chance = random.Random(work)
    ingest(sessions)
    told = [one for _ in range(KILLS) for one in killed(chance, _child, work, database, tmp_path)]
    assert len(told) == len(set(told)) >= KILLS
    assert set(told) <= events_of(sessions)
    assert {article.claims for article in list_articles(sessions)} <= ({3, 4} if work == "revise" else {3})
    assert examine_database(sessions) == []


def test_an_export_leaves_the_old_file_or_the_new_one(
    sessions: Sessions, database: str, tmp_path: Path
) -> None:
    chance = random.Random(KILLS)
    ingest(sessions, " ".join(f"The bridge has {number} arches." for number in range(2, 202)))
    approve(sessions)
    folder, wanted = tmp_path / "lists", Wanted(article="bridge")
    folder.mkdir()
    whole = {b"".join(export_claims(sessions, wanted, name)) for name in FORMATS}
    for _ in range(KILLS):
        killed(chance, _child, "export", database, folder)
        assert (folder / "list").read_bytes() in whole
    # Who is killed can't clear up: one hidden draft a kill may stay. An export that ends leaves none.
    left = [file.name for file in folder.iterdir() if file.name != "list"]
    assert all(name.startswith(".factcheck-") for name in left)
    assert len(left) <= KILLS
    write_output(export_claims(sessions, wanted, "json"), str(folder / "list"))
    assert len(list(folder.iterdir())) == len(left) + 1
    assert examine_database(sessions) == []


@pytest.fixture
def older(database: str, tmp_path: Path) -> Iterator[Callable[[], str]]:
    """Copies of a database of an older schema, with an article in it."""
    sessions = open_database(database)
    ingest(sessions)
    approve(sessions)
    mark_claims(sessions, ANA, refs("bridge#2"), "verified", evidence=[PAGE])
    schema.downgrade(sessions.engine, "0002")
    sessions.close()
    with ExitStack() as made:
        numbers = itertools.count()

        def copy() -> str:
            if "://" not in database:
                return str(shutil.copy(database, tmp_path / f"older-{next(numbers)}.db"))
            template = database.partition("?")[0].rpartition("/")[2]
            return made.enter_context(postgres.fresh_database(os.environ[postgres.VARIABLE], template))

        yield copy


def test_a_migration_is_made_or_can_be_made_again(older: Callable[[], str]) -> None:
    chance = random.Random(KILLS)
    needed, whole = 0.0, []
    for number in range(KILLS + 1):
        database = older()
        reader, pipe = _FORKED.Pipe(duplex=False)
        child = _FORKED.Process(target=_migrate, args=(database, pipe))
        child.start()
        pipe.close()
        assert reader.recv() == "ready"
        begun = time.perf_counter()
        if number == 0:  # this one may end, and tells how long it takes
            assert reader.recv() == (schema.head(),)
            needed = time.perf_counter() - begun
        else:
            time.sleep(chance.random() * needed)
        if _kill(child, reader):
            assert current_version(database) == (schema.head(), schema.head())
        whole.append(_upgraded(database))
    assert all(one == whole[0] for one in whole)


def _upgraded(database: str) -> list[Claim]:
    upgrade_database(database)
    sessions = open_database(database)
    assert examine_database(sessions) == []
    found = list(list_claims(sessions, Wanted()))
    sessions.close()
    return found
