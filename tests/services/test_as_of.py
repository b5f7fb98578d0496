from __future__ import annotations

import json
from datetime import datetime, timedelta

import pytest

from factcheck.domain.refs import Ref
from factcheck.domain.vocabulary import Status
from factcheck.errors import NotFound
from factcheck.services.clock import now
from factcheck.services.evidence import attach_evidence, remove_evidence
from factcheck.services.exporting import export_claims
from factcheck.services.ingest import Submission
from factcheck.services.publishing import publish_article
from factcheck.services.queries import answer_query, ask_query
from factcheck.services.reading import Wanted, list_claims
from factcheck.services.revising import revise_article
from factcheck.services.steps import reopen_claims
from factcheck.services.ticking import tick_checkpoint
from factcheck.store.engine import Sessions
from tests.making import ANA, ED, PAGE, TEXT, approve, ingest, refs


def export(sessions: Sessions, moment: datetime | None = None, **options: bool) -> list[dict[str, object]]:
    pieces = export_claims(sessions, Wanted(article="bridge"), "json", as_of=moment, **options)
    found: list[dict[str, object]] = json.loads(b"".join(pieces))
    return found


def test_every_state_of_the_list_can_be_had_again(sessions: Sessions) -> None:
    text = "The mayor, Ana Lund, spoke. She said the bridge cost 4 million euros. It opened in 1932."

    def revise(text: str) -> None:
        revise_article(sessions, ANA, "bridge", Submission(text, text.encode()))

    acts = (
        lambda: ingest(sessions, text),
        lambda: attach_evidence(sessions, ANA, Ref("bridge", 3), PAGE),
        lambda: tick_checkpoint(sessions, ANA, Ref("bridge", 3), 1),
        lambda: ask_query(sessions, ANA, Ref("bridge", 1), "When?"),
        lambda: answer_query(sessions, ANA, Ref("bridge", 1), "On Monday."),
        lambda: [approve(sessions, f"bridge#{n}") for n in (1, 2, 3)],
        lambda: publish_article(sessions, ED, "bridge"),
        lambda: revise(text.replace("4 million", "5 million") + " It is long."),
        lambda: remove_evidence(sessions, ANA, 1),
        lambda: reopen_claims(sessions, ANA, refs("bridge#1"), "again"),
        lambda: approve(sessions, "bridge#1", "outdated"),
        lambda: revise(text.replace("It opened in 1932.", "")),
        lambda: revise(text),
    )
    kept = []
    for act in acts:
        act()
        kept.append((now(), export(sessions)))
    for moment, wanted in kept:
        assert export(sessions, moment) == wanted


def test_before_it_came_in_an_article_is_on_no_list(sessions: Sessions) -> None:
    ingest(sessions)
    assert export(sessions, now() - timedelta(days=1)) == []
    with pytest.raises(NotFound):
        list(export_claims(sessions, Wanted(article="nowhere"), "json", as_of=now()))


def test_a_verified_list_is_that_of_its_day(sessions: Sessions) -> None:
    ingest(sessions, TEXT)
    approve(sessions, "bridge#1")
    then = now()
    text = TEXT.replace("4 million", "5 million")
    revise_article(sessions, ANA, "bridge", Submission(text, text.encode()))
    assert export(sessions, verified=True) == []
    assert [one["text"] for one in export(sessions, then, verified=True)] == [
        "The bridge cost 4 million euros."
    ]


def test_what_has_gone_from_the_text_is_on_no_list(sessions: Sessions) -> None:
    ingest(sessions)
    approve(sessions, "bridge#1")
    revise_article(sessions, ANA, "bridge", Submission("It opened in 1932.", b"It opened in 1932."))
    assert [one["ref"] for one in export(sessions)] == ["bridge#2"]
    gone = [one for one in list_claims(sessions, Wanted(article="bridge")) if one.orphaned]
    assert [(one.ref, one.status) for one in gone] == [
        ("bridge#1", Status.APPROVED),
        ("bridge#3", Status.UNCHECKED),
    ]
