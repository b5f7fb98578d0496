"""What somebody sends twice, by a second click or because the first answer was lost, is done once."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.domain.links import NewEvidence
from factcheck.domain.refs import Ref
from factcheck.errors import NotFound, StaleVersion
from factcheck.services import reading
from factcheck.services.evidence import attach_evidence, attached_piece
from factcheck.services.queries import answer_query, ask_query
from factcheck.store.engine import Sessions
from tests.making import ANA, ED, PAGE, ingest

FIRST = Ref("bridge", 1)


def test_evidence_is_attached_once_though_its_version_is_past(sessions: Sessions) -> None:
    ingest(sessions)
    first = attach_evidence(sessions, ANA, FIRST, PAGE, version=1)
    again = attach_evidence(sessions, ANA, FIRST, PAGE, version=1)
    assert again == first
    assert attached_piece(again, PAGE).id == first.evidence[0].id


def test_other_evidence_on_a_version_that_is_past_is_refused(sessions: Sessions) -> None:
    ingest(sessions)
    attach_evidence(sessions, ANA, FIRST, PAGE, version=1)
    with pytest.raises(StaleVersion):
        attach_evidence(sessions, ANA, FIRST, NewEvidence("https://other.example/"), version=1)


def test_a_question_is_asked_once_while_it_is_open(sessions: Sessions) -> None:
    ingest(sessions)
    first = ask_query(sessions, ANA, FIRST, "Since when?")
    before = reading.newest_event(sessions)
    assert ask_query(sessions, ANA, FIRST, " Since when? ") == first
    assert reading.newest_event(sessions) == before
    answer_query(sessions, ED, FIRST, "Since May.")
    assert len(ask_query(sessions, ANA, FIRST, "Since when?").queries) == 2


def test_another_question_is_another(sessions: Sessions) -> None:
    ingest(sessions)
    ask_query(sessions, ANA, FIRST, "Since when?")
    ask_query(sessions, ED, FIRST, "Since when?")
    ask_query(sessions, ANA, FIRST, "Since when?", due=date(2030, 1, 1))
    assert len(ask_query(sessions, ANA, FIRST, "Who says so?").queries) == 4


def test_whoever_answers_second_reads_the_first_answer(sessions: Sessions) -> None:
    ingest(sessions)
    ask_query(sessions, ANA, FIRST, "Since when?")
    answer_query(sessions, ED, FIRST, "Since May.")
    with pytest.raises(NotFound, match="no open query; Ed answered: “Since May"):
        answer_query(sessions, ANA, FIRST, "Since June.")
