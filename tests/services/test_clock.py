"""A clock that is put back breaks nothing: order is the ledger's own, whatever the times say."""

from __future__ import annotations

import importlib
import itertools
import pkgutil
from datetime import datetime, timedelta

import pytest

from factcheck import services
from factcheck.domain.refs import Ref
from factcheck.services.as_of import claims_as_of
from factcheck.services.clock import now
from factcheck.services.doctor import examine_database
from factcheck.services.ingest import Submission
from factcheck.services.ledgers import seal_ledger, verify_ledger
from factcheck.services.publishing import publish_article
from factcheck.services.queueing import next_claim
from factcheck.services.reading import Wanted, claim_history, list_claims
from factcheck.services.revising import revise_article
from factcheck.services.steps import reopen_claims
from factcheck.store import articles, ledger
from factcheck.store.engine import Sessions
from tests.making import ANA, ED, NOON, approve, ingest, refs

TEXT = "The bridge cost 4 million euros."
LATER = f"{TEXT} It opened in 1932."


@pytest.fixture
def backwards(monkeypatch: pytest.MonkeyPatch) -> None:
    """A clock that, wherever it is asked, has been put back by an hour since it was asked last."""
    hours = itertools.count()

    def clock() -> datetime:
        return NOON - timedelta(hours=next(hours))

    for found in pkgutil.iter_modules(services.__path__, "factcheck.services."):
        if getattr(importlib.import_module(found.name), "now", None) is now:
            monkeypatch.setattr(f"{found.name}.now", clock)


@pytest.mark.usefixtures("backwards")
def test_a_whole_life_with_the_clock_running_backwards(sessions: Sessions) -> None:
    ingest(sessions, TEXT)
    approve(sessions, "bridge#1", "verified")
    publish_article(sessions, ED, "bridge")
    first = seal_ledger(sessions, ED)
    reopen_claims(sessions, ANA, refs("bridge#1"), "A reader wrote.")
    revise_article(sessions, ANA, "bridge", Submission(LATER, LATER.encode()))
    approve(sessions, "bridge#1", "mostly_true")
    approve(sessions, "bridge#2", "verified")
    assert len(publish_article(sessions, ED, "bridge").corrections) == 1
    second = seal_ledger(sessions, ED)

    assert [event.action for event in claim_history(sessions, Ref("bridge", 1))] == [
        "evidence_added", "claim_marked", "claim_approved", "claim_published", "claim_reopened",
        "claim_marked", "claim_approved", "correction_made", "claim_published",
    ]  # fmt: skip
    with sessions.read() as session:
        told = list(ledger.events(session, "article:bridge"))
        known = articles.by_slug(session, "bridge")
        then = list(claims_as_of(session, known, NOON))
    assert [event.seq for event in told] == list(range(1, len(told) + 1))
    assert [event.at for event in told] == sorted((event.at for event in told), reverse=True)
    assert then == list(list_claims(sessions, Wanted(article="bridge")))
    assert (second.n, second.at < first.at) == (2, True)
    for seal in (first, second):
        assert verify_ledger(sessions, head=seal.hash).seals == 2
    assert examine_database(sessions) == []


@pytest.mark.usefixtures("backwards")
def test_nobody_loses_what_they_took_when_the_clock_is_put_back(sessions: Sessions) -> None:
    ingest(sessions, LATER)
    given = [next_claim(sessions, actor)[0].ref for actor in (ANA, ED)]
    assert sorted(given) == ["bridge#1", "bridge#2"]
    assert {claim.assignee for claim in list_claims(sessions, Wanted(article="bridge"))} == {"Ana", "Ed"}
