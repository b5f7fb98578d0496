"""Refs, names, links, policies: words that people type."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.actors import Actor, named_actor, person_key, wrote
from factcheck.domain.display import printable, printable_json
from factcheck.domain.links import check_link, page_key
from factcheck.domain.policy import read_policy
from factcheck.domain.refs import Ref, RefRange, check_slug, parse_ref, parse_refs, slug_from
from factcheck.domain.sources import alias_key, is_local, likely_kind
from factcheck.domain.vocabulary import SourceKind, Stance
from factcheck.errors import BadInput, UsageError
from tests.making import policy_toml


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("rednote#6", RefRange("rednote", 6, 6)),
        ("rednote:6", RefRange("rednote", 6, 6)),
        ("rednote#3-7", RefRange("rednote", 3, 7)),
        ("rednote#all", RefRange("rednote")),
        (" rednote#6 ", RefRange("rednote", 6, 6)),
        ("a.b_c-d#1", RefRange("a.b_c-d", 1, 1)),
    ],
)
def test_a_ref_can_be_typed_in_several_ways(typed: str, meant: RefRange) -> None:
    assert parse_refs(typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "rednote",
        "rednote#",
        "#6",
        "rednote#0",
        "rednote#7-3",
        "rednote#six",
        "a b#1",
        "r#1#2",
        "r#99999999",
    ],
)
def test_what_is_no_ref_is_refused(typed: str) -> None:
    with pytest.raises(UsageError):
        parse_refs(typed)


@pytest.mark.parametrize("typed", ["rednote#all", "rednote#1-2"])
def test_one_claim_is_asked_for_where_one_is_meant(typed: str) -> None:
    with pytest.raises(UsageError, match="several"):
        parse_ref(typed)


@given(st.from_regex(r"[a-z0-9][a-z0-9._-]{0,30}", fullmatch=True), st.integers(1, 9_999_999))
def test_a_ref_reads_back_as_it_is_written(slug: str, n: int) -> None:
    assert parse_ref(str(Ref(slug, n))) == Ref(slug, n)


@given(st.text())
def test_a_slug_is_made_of_any_title(title: str) -> None:
    assert check_slug(slug_from(title))
    assert len(slug_from(title)) <= 30


@pytest.mark.parametrize("slug", ["", "-a", "A", "a b", "a#b", "a:b", "ä", "a" * 81, "a/b", "a\n"])
def test_a_slug_that_no_ref_could_name_is_refused(slug: str) -> None:
    with pytest.raises(UsageError):
        check_slug(slug)


@pytest.mark.parametrize("name", ["", "   ", "\u200b", "a" * 101, "Ana\x1b[31m", "factcheck", "FactCheck"])
def test_a_name_that_nobody_has_is_refused(name: str) -> None:
    with pytest.raises(UsageError):
        named_actor(name)


@given(st.text(min_size=1))
def test_a_persons_key_doesnt_depend_on_capitals_or_blanks(name: str) -> None:
    assert person_key(f"  {name}\t") == person_key(name)
    assert person_key(person_key(name)) == person_key(name)


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "ftp://a.example/", "//a.example/", "https://",
        "https:///path", "a.example", "", "https://a b.example/", "https://a.example/\x1b", "https://me@a.example/",
        "https://a.example:port/", "https://[::1", "https://..", "https://-", "https://%",
        "JAVASCRIPT:alert(1)",
        "https://a.example/" + "x" * 8000,
    ],
)  # fmt: skip
def test_what_is_no_page_is_no_evidence(link: str) -> None:
    with pytest.raises(BadInput) as refused:
        check_link(link)
    assert refused.value.hint


@pytest.mark.parametrize(
    "link", ["https://a.example", "http://a.example:8080/x?y=z#w", " https://bücher.example/ä "]
)
def test_a_page_is_evidence(link: str) -> None:
    assert check_link(link) == link.strip()


@pytest.mark.parametrize(
    "other",
    [
        "http://www.posts.example:80/a", "https://posts.example:443/a", "https://POSTS.example/a/", "https://posts.example./a",
        "https://posts.example/%61", "https://posts.example/b/../a", "https://posts.example//a", "https://posts.example/a;",
        "https://posts.example/a?utm_source=x&fbclid=1", "https://posts.example/./a#b", "https://posts.example/a?",
    ],
)  # fmt: skip
def test_a_page_is_one_piece_however_it_is_spelled(other: str) -> None:
    assert page_key(other) == page_key("https://posts.example/a")


def test_pages_that_differ_stay_two() -> None:
    links = [
        "https://a.example/x",
        "https://a.example/y",
        "https://b.example/x",
        "https://a.example/x?id=1",
        "https://a.example:8080/x",
    ]
    assert len({page_key(link) for link in links}) == len(links)
    assert page_key("https://bücher.example/é?x=1&y=2") == page_key(
        "https://xn--bcher-kva.example/%C3%A9?y=2&x=1"
    )


@pytest.mark.parametrize("byline", [
    "By Lena Ostrowski | Reuters", "By Lena Ostrowski in Berlin", "Lena Ostrowski (Reuters)",
    "By Bob Ray with Lena Ostrowski", "By Lena Ostrowski/Bob Ray", "LENA OSTROWSKI — Berlin"])  # fmt: skip
def test_an_author_is_found_in_the_byline(byline: str) -> None:
    for name in ("Lena Ostrowski", "lena ostrowski", "By Lena Ostrowski"):
        assert wrote(byline, Actor(name))
    assert not wrote(byline, Actor("Len"))


@pytest.mark.parametrize("mark", ["\u034f", "\ufe0f", "\u2800", "\u3164", "\u200b", ".", " ", "\u00ad"])
def test_a_mark_that_shows_nothing_makes_no_second_person(mark: str) -> None:
    assert person_key(f"an{mark}a") == person_key("Ana")


def test_two_spellings_of_a_page_have_one_key() -> None:
    keys = {
        page_key(f"{start}a.example/x{end}")
        for start in ("https://", "http://www.", "HTTPS://")
        for end in ("", "/", "#y")
    }
    assert len(keys) == 1
    assert page_key("https://a.example/x?id=1") != page_key("https://a.example/x?id=2")


def test_the_policy_that_we_ship_says_what_the_design_says() -> None:
    policy = read_policy(policy_toml())
    assert {name: rule.needs for name, rule in policy.verdicts.items()} == {
        "verified": "supports", "mostly_true": "supports", "mixture": "any", "mostly_false": "refutes",
        "false": "refutes", "misleading": "any", "outdated": "any", "unproven": "note",
    }  # fmt: skip
    assert policy.second_person
    assert policy.unnamed_pieces == 2
    assert policy.verdicts["false"].usual_stance is Stance.REFUTES


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ("name = ", "not valid TOML"),
        ('name = "x"', "newsroom"),
        (policy_toml(unnamed_pieces="0"), "unnamed_pieces"),
        (policy_toml(best_rating="4"), "rating of verified"),
        (policy_toml() + "\n[verdicts.BAD]\nlabel='x'\nrating=1\nneeds='any'\n", "verdicts.BAD"),
        (policy_toml() + "\n[verdicts.odd]\nlabel='x'\nrating=1\nneeds='magic'\n", "verdicts.odd.needs"),
        ("surprise = 1\n" + policy_toml(), "surprise"),
    ],
)
def test_a_policy_that_is_wrong_says_where(toml: str, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        read_policy(toml)


@given(st.text(alphabet=st.characters()))
def test_nothing_that_is_shown_can_steer_a_terminal(text: str) -> None:
    shown = printable(text)
    assert len(shown) == len(text)
    assert not [
        c for c in shown if (ord(c) < 32 and c not in "\t\n") or 127 <= ord(c) < 160 or c in "\u202e\u2066"
    ]


def test_json_keeps_its_meaning_when_it_is_made_printable() -> None:
    import json

    assert json.loads(printable_json(json.dumps("a\x9b\u202eb", ensure_ascii=False))) == "a\x9b\u202eb"


@pytest.mark.parametrize(
    ("name", "anonymity", "kind"),
    [
        ("Ines Duarte", "named", SourceKind.PERSON),
        ("CBS News", "named", SourceKind.PUBLICATION),
        ("Ministry of Health", "named", SourceKind.ORGANISATION),
        ("Statista", "named", SourceKind.ORGANISATION),
        ("a 2019 study", "named", SourceKind.DOCUMENT),
        ("one user", "unnamed_person", SourceKind.UNNAMED),
        ("Ana", "named", SourceKind.PERSON),
    ],
)
def test_a_name_suggests_what_sort_of_voice_it_is(name: str, anonymity: str, kind: SourceKind) -> None:
    assert likely_kind(name, anonymity) is kind


@pytest.mark.parametrize(
    ("name", "local"),
    [("Ana", True), ("Q", True), ("The mayor", True), ("Police", True), ("WHO", False), ("Statista", False)],
)
def test_what_many_go_by_is_one_articles_voice(name: str, local: bool) -> None:
    assert is_local(name, "named") is local


def test_an_unnamed_voice_never_becomes_an_organisation() -> None:
    assert alias_key("Users", SourceKind.UNNAMED) != alias_key("Users", SourceKind.ORGANISATION)


def test_the_bbc_is_bbc() -> None:
    assert alias_key("the BBC", SourceKind.PUBLICATION) == alias_key("BBC", SourceKind.ORGANISATION)
