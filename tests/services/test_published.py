from __future__ import annotations

import pytest

from factcheck.errors import NotFound
from factcheck.services.ingest import Submission
from factcheck.services.published import newest_published, published_article, published_articles, stands
from factcheck.services.publishing import publish_article
from factcheck.services.revising import revise_article
from factcheck.services.steps import withdraw_claims
from factcheck.store.engine import Sessions
from tests.making import ANA, ED, EVA, approve, ingest, refs

TEXT = "The bridge cost 4 million euros. It opened in 1932."


def publish(sessions: Sessions) -> None:
    ingest(sessions, TEXT)
    for ref in ("bridge#1", "bridge#2"):
        approve(sessions, ref)
    publish_article(sessions, ED, "bridge")


def test_nothing_is_public_before_it_is_published(sessions: Sessions) -> None:
    ingest(sessions, TEXT)
    approve(sessions, "bridge#1")
    assert published_articles(sessions) == []
    for slug in ("bridge", "nowhere"):
        with pytest.raises(NotFound, match="Nothing was published here"):
            published_article(sessions, slug)


def test_the_public_sees_what_became_of_a_check(sessions: Sessions) -> None:
    publish(sessions)
    assert [one.slug for one in published_articles(sessions)] == ["bridge"]
    assert [stands(one) for one in published_article(sessions, "bridge").claims] == [True, True]
    text = "The bridge cost 5 million euros."
    revise_article(sessions, ANA, "bridge", Submission(text, text.encode()))
    first, second = published_article(sessions, "bridge").claims
    assert (first.status, second.orphaned) == ("reopened", True)
    assert not stands(first)
    assert not stands(second)
    assert newest_published(sessions)[0] == []


def test_a_withdrawal_is_told(sessions: Sessions) -> None:
    publish(sessions)
    for editor in (ED, EVA):
        withdraw_claims(sessions, editor, refs("bridge#1"), "The source lied.")
    found = published_article(sessions, "bridge")
    assert [stands(one) for one in found.claims] == [False, True]
    assert [(one.new_verdict, one.text) for one in found.corrections] == [
        (None, "We withdraw our verdict “Verified”.")
    ]
    _, corrections, _ = newest_published(sessions)
    assert corrections == list(found.corrections)
