from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select, update

from factcheck.domain.refs import Ref
from factcheck.errors import NotFound, TransitionRefused
from factcheck.services import queueing, steps
from factcheck.services.clock import now
from factcheck.services.deadlines import set_deadline
from factcheck.services.doctor import examine_database
from factcheck.services.ledgers import verify_ledger
from factcheck.services.marking import mark_claims
from factcheck.services.policy_loading import load_policy
from factcheck.services.queueing import next_claim
from factcheck.services.reading import claim_history, list_articles, show_claims
from factcheck.services.steps import take_claims
from factcheck.store.engine import Sessions
from factcheck.store.tables import ArticleRow, ClaimRow
from tests.making import ANA, ED, EVA, PAGE, ingest, policy_toml, refs

ALIKE = "The bridge cost 4 million euros."


def later(monkeypatch: pytest.MonkeyPatch, **ahead: float) -> None:
    """Let the clock of the queue and of the steps be so much ahead (or, below 0, behind)."""

    def clock() -> datetime:
        return now() + timedelta(**ahead)

    for module in (queueing, steps):
        monkeypatch.setattr(module, "now", clock)
    monkeypatch.setattr("factcheck.services.reading.now", clock)


def test_of_two_alike_the_nearer_deadline_comes_first(sessions: Sessions) -> None:
    for slug, cost in (("one", 4), ("two", 5), ("three", 6)):
        ingest(sessions, ALIKE.replace("4", str(cost)), slug)
    set_deadline(sessions, ED, "two", now() + timedelta(days=2))
    set_deadline(sessions, ED, "three", now() + timedelta(days=1))
    assert [next_claim(sessions, ANA)[0].article for _ in range(3)] == ["three", "two", "one"]
    with pytest.raises(NotFound, match="No claim is waiting"):
        next_claim(sessions, ANA)


def test_a_deadline_is_told_in_the_ledger_and_can_be_taken_away(sessions: Sessions) -> None:
    ingest(sessions)
    set_deadline(sessions, ED, "bridge", now() - timedelta(minutes=1))
    assert list_articles(sessions)[0].overdue
    set_deadline(sessions, ED, "bridge", None)
    set_deadline(sessions, ED, "bridge", None)
    article = list_articles(sessions)[0]
    assert (article.deadline, article.overdue) == (None, False)
    assert verify_ledger(sessions).events == 3


def test_a_claim_that_was_taken_and_left_lies_back(
    sessions: Sessions, monkeypatch: pytest.MonkeyPatch
) -> None:
    ingest(sessions, ALIKE)
    next_claim(sessions, ANA)
    later(monkeypatch, minutes=119)
    with pytest.raises(NotFound):
        next_claim(sessions, EVA)
    later(monkeypatch, minutes=121)
    held = list_articles(sessions)[0].held
    assert [(one.ref, one.by, one.left) for one in held] == [("bridge#1", "Ana", True)]
    assert next_claim(sessions, EVA)[0].assignee == "Eva"
    told = [(event.actor, event.action) for event in claim_history(sessions, Ref("bridge", 1))]
    assert told == [("Ana", "claim_taken"), ("factcheck", "claim_laid_back"), ("Eva", "claim_taken")]
    assert examine_database(sessions) == []


def test_whoever_left_a_claim_may_still_mark_it_and_so_may_another(
    sessions: Sessions, monkeypatch: pytest.MonkeyPatch
) -> None:
    ingest(sessions)
    take_claims(sessions, ANA, refs("bridge#1-2"))
    with pytest.raises(TransitionRefused, match="held by Ana"):
        mark_claims(sessions, EVA, refs("bridge#1"), "verified", evidence=[PAGE])
    later(monkeypatch, hours=3)
    mark_claims(sessions, EVA, refs("bridge#1"), "verified", evidence=[PAGE])
    mark_claims(sessions, ANA, refs("bridge#2"), "verified", evidence=[PAGE])
    assert [claim.checked_by for claim in show_claims(sessions, refs("bridge#1-2")[0])] == ["Eva", "Ana"]


def test_policy_sets_the_time_or_none(sessions: Sessions, monkeypatch: pytest.MonkeyPatch) -> None:
    ingest(sessions, ALIKE)
    take_claims(sessions, ANA, refs("bridge#1"))
    load_policy(sessions, ANA, policy_toml(hold_minutes="0"))
    later(monkeypatch, days=400)
    with pytest.raises(NotFound):
        next_claim(sessions, EVA)
    load_policy(sessions, ANA, policy_toml(hold_minutes="1"))
    assert next_claim(sessions, EVA)[0].assignee == "Eva"


def test_a_clock_that_jumps_back_breaks_nothing(sessions: Sessions, monkeypatch: pytest.MonkeyPatch) -> None:
    ingest(sessions)
    take_claims(sessions, ANA, refs("bridge#1"))
    later(monkeypatch, days=-3)
    with pytest.raises(TransitionRefused, match="held by Ana"):
        mark_claims(sessions, EVA, refs("bridge#1"), "verified", evidence=[PAGE])
    mark_claims(sessions, ANA, refs("bridge#1"), "verified", evidence=[PAGE])
    history = claim_history(sessions, Ref("bridge", 1))
    assert [event.seq for event in history] == sorted(event.seq for event in history)
    assert history[-1].at < history[0].at
    assert examine_database(sessions) == []


def test_half_a_tenth_counts_the_same_on_every_database(sessions: Sessions) -> None:
    for slug, cost, worth in (("one", 4, 0.85), ("two", 5, 0.8)):
        ingest(sessions, ALIKE.replace("4", str(cost)), slug)
        with sessions.begin() as session:
            named = select(ArticleRow.id).where(ArticleRow.slug == slug).scalar_subquery()
            session.execute(
                update(ClaimRow).where(ClaimRow.article_id == named).values(checkworthiness=worth)
            )
    set_deadline(sessions, ED, "two", now() + timedelta(days=1))
    assert [next_claim(sessions, ANA)[0].article for _ in range(2)] == ["one", "two"]
