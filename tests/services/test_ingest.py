from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.domain.models import text_sha256
from factcheck.errors import BadInput, Conflict, NothingToCheck, UsageError
from factcheck.services.ingest import Submission, ingest_article
from factcheck.services.reading import Wanted, list_claims, list_sources, show_article
from factcheck.services.registering import load_registry
from factcheck.store import articles
from factcheck.store.engine import Sessions
from tests.making import ANA, ingest

SEEDS = Path(__file__).parents[2] / "seeds"
ARTICLE = (SEEDS / "rednote-newcomers.txt").read_text(encoding="utf-8")

VARIANTS = {
    "as it is": ARTICLE,
    "straight quotes": ARTICLE.translate(str.maketrans("“”’", '""\'')),
    "CRLF": ARTICLE.replace("\n", "\r\n"),
    "a byte order mark": "\ufeff" + ARTICLE,
    "NFD": unicodedata.normalize("NFD", ARTICLE),
    "an astral letter first": "\U0001f4f1 " + ARTICLE,
    "British quotation marks": ARTICLE.translate(str.maketrans("“”", "‘’")),
}


@pytest.mark.parametrize("name", VARIANTS)
def test_the_seeded_article_gives_its_claims_and_sources_in_every_form(sessions: Sessions, name: str) -> None:
    ingest(sessions, VARIANTS[name], "rednote")
    found = list(list_claims(sessions, Wanted(article="rednote")))
    assert len(found) == 20
    said = {claim.n: [(a.source, a.outlet, a.continued) for a in claim.attributions] for claim in found}
    assert said[6] == [("Statista", None, False)]
    assert said[8] == [("one user", None, False)]
    assert said[9] == [("another user", None, False)]
    assert said[12] == [("BBC", None, False)]
    assert [name for name, _, _ in said[15]] == ["experts"]
    assert said[16] == [("Adrianus Warmenhoven", "CBS News", True)]
    assert said[17] == [("Adrianus Warmenhoven", "CBS News", False)]
    assert said[18] == [("Adrianus Warmenhoven", "CBS News", True)]
    assert {n for n, voices in said.items() if voices} == {6, 8, 9, 12, 15, 16, 17, 18}


@pytest.mark.parametrize("name", VARIANTS)
def test_claims_and_gaps_rebuild_the_text_exactly(sessions: Sessions, name: str) -> None:
    ingest(sessions, VARIANTS[name], "rednote")
    with sessions.read() as session:
        text = articles.revision(session, articles.by_slug(session, "rednote").id, 1)["text"]
    rebuilt, last = "", 0
    for claim in list_claims(sessions, Wanted(article="rednote")):
        assert text[claim.start : claim.end] == claim.text
        assert claim.prefix == text[max(0, claim.start - 32) : claim.start]
        assert claim.suffix == text[claim.end : claim.end + 32]
        rebuilt, last = rebuilt + text[last : claim.start] + claim.text, claim.end
    assert rebuilt + text[last:] == text
    assert show_article(sessions, "rednote").text_sha256 == text_sha256(text)


def test_what_stands_around_the_text_is_kept(sessions: Sessions) -> None:
    article = ingest(sessions, ARTICLE, "rednote").article
    assert article.headline == "As TikTok Wavers, Americans Knock on a Chinese Door"
    assert article.byline == "By Lena Ostrowski"
    assert str(article.published) == "2025-01-24"
    assert (article.dateline or "").startswith("Harrisburg, Pa.")


def test_the_registry_gives_names_their_proper_form(sessions: Sessions) -> None:
    load_registry(sessions, ANA, (SEEDS / "sources.toml").read_text(encoding="utf-8"))
    ingest(sessions, "The bridge is sound, according to the British Broadcasting Corporation.")
    assert [claim.attributions[0].source for claim in list_claims(sessions, Wanted(source="the BBC"))] == [
        "BBC"
    ]
    assert [(one.name, one.claims) for one in list_sources(sessions, "bridge")] == [("BBC", 1)]


def test_loading_a_registry_twice_changes_nothing(sessions: Sessions) -> None:
    toml = (SEEDS / "sources.toml").read_text(encoding="utf-8")
    assert load_registry(sessions, ANA, toml) == 4
    assert load_registry(sessions, ANA, toml) == 0


@pytest.mark.parametrize(
    "toml", ["sources = 3", "sources = [{name='x'}]", "x", "[[sources]]\nname='x'\nkind='ghost'"]
)
def test_a_registry_that_is_wrong_is_refused(sessions: Sessions, toml: str) -> None:
    with pytest.raises(BadInput, match="registry"):
        load_registry(sessions, ANA, toml)


def test_the_same_text_again_is_the_same_article(sessions: Sessions) -> None:
    first = ingest(sessions)
    again = ingest(sessions, slug="other-name")
    assert first.is_new
    assert not again.is_new
    assert again.article == first.article


def test_a_slug_belongs_to_one_text(sessions: Sessions) -> None:
    ingest(sessions)
    with pytest.raises(Conflict, match="slug of another text"):
        ingest(sessions, "Another text.")


def test_slugs_are_made_of_headlines_and_told_apart_by_number(sessions: Sessions) -> None:
    slugs = [
        ingest_article(sessions, ANA, Submission(text, text.encode(), headline="Éire's Ferry!")).article.slug
        for text in ("It sank on Monday.", "It sank on Tuesday.", "It sank on Friday.")
    ]
    assert slugs == ["eire-s-ferry", "eire-s-ferry-2", "eire-s-ferry-3"]


@pytest.mark.parametrize("text", ["A Headline and Nothing Else", "By Jane Roe\n\nMarch 3, 2025"])
def test_a_text_without_a_sentence_is_refused(sessions: Sessions, text: str) -> None:
    with pytest.raises(NothingToCheck):
        ingest(sessions, text)


def test_bad_options_are_refused(sessions: Sessions) -> None:
    with pytest.raises(UsageError):
        ingest(sessions, slug="Not A Slug")
    with pytest.raises(BadInput, match="language"):
        ingest_article(sessions, ANA, Submission("One sentence.", b"", language="x"))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet=st.characters(), min_size=1, max_size=300))
def test_any_text_is_taken_in_exactly_or_refused(sessions: Sessions, text: str) -> None:
    try:
        slug = ingest_article(sessions, ANA, Submission(text, b"")).article.slug
    except NothingToCheck:
        return
    with sessions.read() as session:
        stored = articles.revision(session, articles.by_slug(session, slug).id, 1)["text"]
    for claim in list_claims(sessions, Wanted(article=slug)):
        assert stored[claim.start : claim.end] == claim.text
