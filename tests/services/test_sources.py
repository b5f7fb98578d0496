from __future__ import annotations

import pytest

from factcheck.errors import NotFound, TransitionRefused
from factcheck.services.doctor import examine_database
from factcheck.services.reading import Wanted, house_history, list_claims, list_sources
from factcheck.services.registering import alias_source, merge_sources, split_source, suggest_merges
from factcheck.store.engine import Sessions
from tests.making import ANA, ingest

TWO = (
    "The bridge is sound, according to the Bridge Inspection Office. "
    "It will stay open, according to the Inspection Office."
)


@pytest.fixture
def quoted(sessions: Sessions) -> Sessions:
    ingest(sessions, TWO)
    return sessions


def counts(sessions: Sessions) -> dict[str, int]:
    return {source.name: source.claims for source in list_sources(sessions)}


def said_by(sessions: Sessions, name: str) -> list[str]:
    return [claim.ref for claim in list_claims(sessions, Wanted(source=name))]


def test_a_merge_counts_for_one_and_can_be_taken_back(quoted: Sessions) -> None:
    before = counts(quoted)
    assert before == {"Bridge Inspection Office": 1, "Inspection Office": 1}
    merged = merge_sources(quoted, ANA, "Inspection Office", "Bridge Inspection Office")
    assert (merged.claims, merged.aliases) == (2, ("Inspection Office",))
    assert counts(quoted) == {"Bridge Inspection Office": 2}
    for name in ("Inspection Office", "Bridge Inspection Office"):
        assert said_by(quoted, name) == ["bridge#1", "bridge#2"]
    shown = [claim.attributions[0].source for claim in list_claims(quoted, Wanted())]
    assert shown == ["Bridge Inspection Office"] * 2
    split_source(quoted, ANA, "Inspection Office")
    assert counts(quoted) == before
    assert [event.action for event in house_history(quoted)] == ["source_merged", "source_split"]
    assert examine_database(quoted) == []


def test_later_articles_find_what_was_merged(quoted: Sessions) -> None:
    merge_sources(quoted, ANA, "Inspection Office", "Bridge Inspection Office")
    ingest(quoted, "The pier is sound, according to the Inspection Office.", "pier")
    assert counts(quoted) == {"Bridge Inspection Office": 3}


def test_an_alias_is_found_by_later_articles(quoted: Sessions) -> None:
    alias_source(quoted, ANA, "Bridge Inspection Office", "the BIO")
    ingest(quoted, "The pier is sound, according to the BIO.", "pier")
    assert counts(quoted)["Bridge Inspection Office"] == 2
    assert alias_source(quoted, ANA, "BIO", "BIO").claims == 2


def test_what_makes_no_sense_is_refused(quoted: Sessions) -> None:
    with pytest.raises(NotFound):
        merge_sources(quoted, ANA, "Nobody", "Inspection Office")
    with pytest.raises(TransitionRefused, match="one source already"):
        merge_sources(quoted, ANA, "Inspection Office", "the inspection office")
    with pytest.raises(TransitionRefused, match="stands for itself"):
        split_source(quoted, ANA, "Inspection Office")
    with pytest.raises(TransitionRefused, match="source of its own"):
        alias_source(quoted, ANA, "Inspection Office", "Bridge Inspection Office")
    merge_sources(quoted, ANA, "Inspection Office", "Bridge Inspection Office")
    with pytest.raises(TransitionRefused, match="one source already"):
        merge_sources(quoted, ANA, "Bridge Inspection Office", "Inspection Office")


def test_what_an_article_calls_somebody_is_no_alias_of_another(quoted: Sessions) -> None:
    ingest(quoted, "The mayor said the pier was sound.", "pier")
    (mayor,) = [one.name for one in list_sources(quoted) if "mayor" in one.name]
    with pytest.raises(TransitionRefused, match="source of its own"):
        alias_source(quoted, ANA, mayor, "Bridge Inspection Office")


def test_a_first_name_alone_is_another_voice_in_another_article(quoted: Sessions) -> None:
    for slug in ("pier", "mole"):
        ingest(quoted, f"The {slug} is sound. Ana said it would stay open.", slug)
    assert [one.claims for one in list_sources(quoted) if one.name == "Ana"] == [1, 1]


def test_names_that_look_alike_are_suggested_and_never_merged(quoted: Sessions) -> None:
    ingest(quoted, "It rains, according to Statista. It snows, according to the BBC.", "weather")
    found = suggest_merges(quoted)
    assert [set(pair[:2]) for pair in found] == [{"Bridge Inspection Office", "Inspection Office"}]
    assert len(counts(quoted)) == 4
