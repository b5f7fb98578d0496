"""Several people at once, in processes of their own."""

from __future__ import annotations

import multiprocessing
from collections import Counter
from pathlib import Path

import pytest

from factcheck.domain.actors import Actor
from factcheck.domain.vocabulary import Status
from factcheck.errors import FactcheckError
from factcheck.services.databases import open_database
from factcheck.services.doctor import examine_database
from factcheck.services.ledgers import verify_ledger
from factcheck.services.marking import mark_claims
from factcheck.services.queueing import next_claim
from factcheck.services.reading import Wanted, list_articles, list_claims
from factcheck.store.engine import Sessions
from tests.making import PAGE, ingest, refs

_PEOPLE = 4
pytestmark = pytest.mark.slow


def _outcome(work: str, database: str, number: int) -> str:
    sessions = open_database(database)
    actor = Actor(f"Person {number}")
    try:
        if work == "mark":
            mark_claims(sessions, actor, refs("bridge#1"), "verified", evidence=[PAGE])
            return "done"
        if work == "ingest":
            return "new" if ingest(sessions, actor=actor).is_new else "known"
        return ",".join(next_claim(sessions, actor)[0].ref for _ in range(5))
    except FactcheckError as error:
        return error.code
    finally:
        sessions.close()


def together(work: str, database: str) -> list[str]:
    with multiprocessing.get_context("spawn").Pool(_PEOPLE) as pool:
        return pool.starmap(_outcome, [(work, database, number) for number in range(_PEOPLE)])


def test_one_of_several_marks_and_the_others_are_told(sessions: Sessions, database: str) -> None:
    ingest(sessions)
    assert Counter(together("mark", database)) == {"done": 1, "transition_refused": _PEOPLE - 1}
    claim = next(list_claims(sessions, Wanted(article="bridge")))
    assert (claim.status, len(claim.evidence)) == (Status.CHECKED, 1)
    assert examine_database(sessions) == []


def test_the_same_article_comes_in_once_even_into_a_database_that_is_just_being_made(tmp_path: Path) -> None:
    database = str(tmp_path / "new.db")
    assert Counter(together("ingest", database)) == {"new": 1, "known": _PEOPLE - 1}
    sessions = open_database(database)
    assert [article.claims for article in list_articles(sessions)] == [3]
    assert examine_database(sessions) == []
    sessions.close()


def test_the_queue_gives_a_claim_to_one_person_only(sessions: Sessions, database: str) -> None:
    ingest(sessions, " ".join(f"The bridge has {number} arches." for number in range(2, 32)))
    given = ",".join(together("next", database)).split(",")
    assert len(given) == len(set(given)) == 5 * _PEOPLE
    assert verify_ledger(sessions).events == 1 + 5 * _PEOPLE
    assert examine_database(sessions) == []
