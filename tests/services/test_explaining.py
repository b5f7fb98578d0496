from __future__ import annotations

from datetime import date

import pytest

from factcheck.domain.refs import Ref
from factcheck.errors import NotFound, TransitionRefused
from factcheck.services.explaining import explain_claim, reckon_claim
from factcheck.services.ingest import Submission, ingest_article
from factcheck.services.marking import mark_claims
from factcheck.services.policy_loading import load_policy
from factcheck.services.reading import Wanted, list_claims
from factcheck.services.ticking import tick_checkpoint
from factcheck.store.engine import Sessions
from factcheck.text.kind_rules import RULES
from factcheck.text.kinds import RULES as KIND_RULES
from tests.making import ANA, ED, PAGE, ingest, policy_toml, refs

SUMS = "Sales rose by 50 percent, from 10 million to 12 million euros. The mayor said so last week."


def test_every_rule_of_kind_has_its_sentence() -> None:
    assert set(RULES) == {rule.name for rule in KIND_RULES} | {"statement"}


def test_a_reading_is_explained_in_words(sessions: Sessions) -> None:
    ingest(sessions, "According to Statista, the bridge cost 4 million euros. Is that much?")
    found = explain_claim(sessions, Ref("bridge", 1))
    assert found.attributions == (("Statista", "“According to” and its source, then the statement."),)
    assert found.kind.startswith("fact: ")
    assert "figure" in found.reasons
    assert explain_claim(sessions, Ref("bridge", 2)).kind == "question: It ends in a question mark."


def test_who_a_pronoun_was_read_as_is_told(sessions: Sessions) -> None:
    ingest(sessions, "Mary Petrie said it fell. “It is sad,” she said.")
    assert (
        "“she”, which was read as Mary Petrie" in explain_claim(sessions, Ref("bridge", 2)).attributions[0][1]
    )
    assert "was read as" not in explain_claim(sessions, Ref("bridge", 1)).attributions[0][1]


def test_sums_that_dont_add_up_are_warnings_and_relative_dates_are_resolved(sessions: Sessions) -> None:
    ingest_article(sessions, ANA, Submission(SUMS, SUMS.encode(), slug="sums", published=date(2026, 1, 30)))
    first, second = list_claims(sessions, Wanted(article="sums"))
    assert "20" in reckon_claim(sessions, first).mismatches[0]
    assert reckon_claim(sessions, second).dates == (("last week", "2026-01-19 to 2026-01-25"),)
    assert first.verdict is None


def test_a_policy_can_ask_for_every_checkpoint(sessions: Sessions) -> None:
    ingest(sessions)
    load_policy(sessions, ED, policy_toml(all_checkpoints="true"))
    with pytest.raises(TransitionRefused, match="nobody has ticked, such as “4 million euros”"):
        mark_claims(sessions, ANA, refs("bridge#1"), "verified", evidence=[PAGE])
    claim = tick_checkpoint(sessions, ANA, Ref("bridge", 1), 1)
    assert [point.ticked_by for point in claim.checkpoints] == ["Ana"]
    assert tick_checkpoint(sessions, ED, Ref("bridge", 1), 1).version == claim.version
    assert mark_claims(sessions, ANA, refs("bridge#1"), "verified", evidence=[PAGE])[0].verdict == "verified"
    with pytest.raises(TransitionRefused, match="while it is being checked"):
        tick_checkpoint(sessions, ANA, Ref("bridge", 1), 1, ticked=False)


def test_a_tick_can_be_taken_away(sessions: Sessions) -> None:
    ingest(sessions)
    tick_checkpoint(sessions, ANA, Ref("bridge", 1), 1)
    claim = tick_checkpoint(sessions, ED, Ref("bridge", 1), 1, ticked=False)
    assert [point.ticked_by for point in claim.checkpoints] == [None]
    with pytest.raises(NotFound, match="no checkpoint 9"):
        tick_checkpoint(sessions, ANA, Ref("bridge", 1), 9)
