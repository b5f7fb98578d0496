from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import bindparam, insert, select, update

from factcheck.errors import Conflict, FactcheckError, TransitionRefused
from factcheck.store import ledger
from factcheck.store.claims import EVERY
from factcheck.store.columns import table_of
from factcheck.store.engine import Sessions
from factcheck.store.house_tables import ChainRow
from factcheck.store.prepared import Prepared, at_once
from factcheck.store.tables import ClaimRow
from tests.making import approve, ingest

CHAINS, CLAIMS = table_of(ChainRow), table_of(ClaimRow)
NAMED = Prepared(select(CHAINS).where(CHAINS.c.name == bindparam("chain")))
ADD, RENAME = Prepared(insert(CHAINS)), Prepared(update(CHAINS).where(CHAINS.c.name == bindparam("chain")))


def chain(name: str) -> dict[str, object]:
    return {"name": name, "length": 0, "head": "0" * 64}


def test_rows_are_read_as_sqlalchemy_reads_them(sessions: Sessions) -> None:
    ingest(sessions)
    approve(sessions)
    query = EVERY.where(CLAIMS.c.checkworthiness >= bindparam("least")).order_by(CLAIMS.c.id)
    with sessions.read() as session:
        expected = [dict(row) for row in session.execute(query, {"least": 0.0}).mappings()]
        assert len(expected) > 1
        assert Prepared(query).run(session, {"least": 0.0}).rows == expected


def test_what_is_sent_at_once_is_answered_in_its_order(sessions: Sessions) -> None:
    with sessions.begin() as session:
        with at_once(session):
            before = NAMED.run(session, {"chain": "b"})
            ADD.run_each(session, [chain("a"), chain("b")])
            after = NAMED.run(session, {"chain": "b"})
            moved = RENAME.run(session, {"chain": "b", "length": 7})
            none = RENAME.run(session, {"chain": "c", "length": 7})
        assert (before.first, after.first) == (None, chain("b"))
        assert (moved.count, none.count) == (1, 0)
        assert NAMED.run(session, {"chain": "b"}).rows == [{**chain("b"), "length": 7}]


def add_twice_at_once(sessions: Sessions) -> None:
    with sessions.begin() as session, at_once(session):
        for name in ("a", "b", "a"):
            ADD.run(session, chain(name))


def add_many_twice(sessions: Sessions) -> None:
    with sessions.begin() as session:
        ADD.run_each(session, [chain("a"), chain("a")])


def add_and_refuse(sessions: Sessions) -> None:
    with sessions.begin() as session:
        ADD.run(session, chain("a"))
        raise TransitionRefused("No.", "Ask again.")


@pytest.mark.parametrize(
    ("do", "refusal"),
    [(add_twice_at_once, Conflict), (add_many_twice, Conflict), (add_and_refuse, TransitionRefused)],
)
def test_whoever_refuses_all_is_undone(
    sessions: Sessions, do: Callable[[Sessions], None], refusal: type[FactcheckError]
) -> None:
    with pytest.raises(refusal):
        do(sessions)
    with sessions.read() as session:
        assert ledger.heads(session) == []


def test_a_value_that_nobody_gives_is_noticed_when_the_statement_is_written(sessions: Sessions) -> None:
    with sessions.read() as session, pytest.raises(TypeError, match="chain"):
        NAMED.run(session)
