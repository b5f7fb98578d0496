from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker
from markdown_it import MarkdownIt

from factcheck.domain.display import printable
from factcheck.domain.models import Article, Claim, Correction
from factcheck.domain.policy import read_policy
from factcheck.domain.vocabulary import CorrectionClass, Stance, Status
from factcheck.errors import UsageError
from factcheck.exports import FORMATS, export_format
from factcheck.exports.as_csv import HEADER, safe_cell
from factcheck.exports.as_markdown import plain
from factcheck.exports.context import Context
from tests.making import NOON, attribution, claim, evidence, policy_toml

SCHEMA = json.loads((Path(__file__).parent / "claimreview.schema.json").read_text())
POLICY = read_policy(policy_toml())


def article(**changes: Any) -> Article:
    fields: dict[str, Any] = {
        "slug": "bridge", "headline": "A Bridge", "byline": "By Robin Author", "dateline": None,
        "published": date(2026, 1, 30), "language": "en", "origin": "bridge.txt", "revision": 1, "claims": 1,
        "checked": 1, "counts": {}, "text_sha256": "0" * 64, "created_by": "Ana", "created_at": NOON,
    }  # fmt: skip
    return Article(**{**fields, **changes})


def context(**changes: Any) -> Context:
    return Context(POLICY, {"bridge": article(**changes)})


def write(name: str, *claims: Claim, **changes: Any) -> str:
    return b"".join(FORMATS[name].write(claims, context(**changes))).decode()


def reviews(*claims: Claim, **changes: Any) -> list[dict[str, Any]]:
    """What ClaimReview says of claims, checked against the schema."""
    found: list[dict[str, Any]] = json.loads(write("claimreview", *claims, **changes))
    Draft202012Validator(SCHEMA, format_checker=FormatChecker()).validate(found)
    return found


def approved(**changes: Any) -> Claim:
    fields = {"status": Status.APPROVED, "verdict": "verified", "checked_by": "Ana", "approved_by": "Ed"}
    return claim(**{**fields, **changes})


@pytest.mark.parametrize("verdict", POLICY.verdicts)
def test_every_verdict_makes_a_valid_review_within_the_scale(verdict: str) -> None:
    rating = reviews(approved(verdict=verdict))[0]["reviewRating"]
    assert 1 <= rating["worstRating"] <= rating["ratingValue"] <= rating["bestRating"]
    assert rating["alternateName"] == POLICY.verdicts[verdict].label


def test_a_verdict_that_the_policy_has_dropped_still_makes_a_review() -> None:
    assert reviews(approved(verdict="pants_on_fire"))[0]["reviewRating"]["alternateName"] == "Pants on fire"


def test_a_claim_without_a_verdict_is_no_review() -> None:
    assert reviews(claim(), approved()) == reviews(approved())


@pytest.mark.parametrize(
    ("said", "author"),
    [
        ((), None),
        ((attribution("Ines Duarte"),), {"@type": "Person", "name": "Ines Duarte"}),
        ((attribution("Statista"),), {"@type": "Organization", "name": "Statista"}),
        ((attribution("one user", anonymity="unnamed_person"),), {"@type": "Person", "name": "one user"}),
    ],
)
def test_the_claims_author_is_who_said_it_if_anybody(
    said: tuple[Any, ...], author: dict[str, str] | None
) -> None:
    assert reviews(approved(attributions=said))[0]["itemReviewed"].get("author") == author


def test_where_the_claim_appeared_is_a_page_if_there_is_one() -> None:
    page = reviews(approved(), origin="https://paper.example/bridge")[0]["itemReviewed"]["appearance"]
    assert page == {"@type": "CreativeWork", "url": "https://paper.example/bridge"}
    assert reviews(approved())[0]["itemReviewed"]["appearance"]["name"] == "A Bridge"
    assert reviews(approved(), headline=None)[0]["itemReviewed"]["appearance"]["name"] == "bridge"
    assert "datePublished" not in reviews(approved(), published=None)[0]["itemReviewed"]


def correction() -> Correction:
    return Correction(
        id=1, ref="bridge#1", kind=CorrectionClass.CORRECTION, old_verdict="verified", new_verdict="false",
        text="We changed our verdict.", made_by="Ed", made_at=NOON,
    )  # fmt: skip


@pytest.mark.parametrize("name", ["claimreview", "markdown", "csv", "json", "jsonl"])
def test_a_correction_is_in_every_list(name: str) -> None:
    assert "We changed our verdict." in write(name, approved(corrections=(correction(),)))


def test_json_is_the_claims_own_json() -> None:
    two = [approved(), claim(ref="bridge#2", n=2)]
    assert [Claim.model_validate(one) for one in json.loads(write("json", *two))] == two
    assert [Claim.model_validate_json(line) for line in write("jsonl", *two).splitlines()] == two
    assert json.loads(write("json")) == []


def test_times_are_utc_with_a_z() -> None:
    assert json.loads(write("jsonl", claim()))["updated_at"] == "2026-01-31T12:00:00.000000Z"


DANGEROUS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "＝1",
    "＋1",
    "－1",
    "＠x",
    "  =1",
    "\u3000=1",
    "\n=1",
]


@pytest.mark.parametrize("text", DANGEROUS)
@pytest.mark.parametrize("name", ["text", "note"])
def test_no_cell_is_a_formula(text: str, name: str) -> None:
    row = next(csv.DictReader(io.StringIO(write("csv", approved(**{name: text})), newline="")))
    assert row[name] == printable(f"'{text}")


@given(st.text())
def test_a_cell_never_begins_as_a_formula_does(text: str) -> None:
    assert safe_cell(text)[:1] not in set("=+-@\t\r\n＝＋－＠")


@given(st.text(alphabet=st.characters(blacklist_categories=["Cs", "Cc"])))
def test_csv_reads_back_as_it_was(text: str) -> None:
    rows = list(csv.reader(io.StringIO(write("csv", approved(text=text or "x")), newline="")))
    assert rows[0] == list(HEADER)
    assert rows[1][2].removeprefix("'") == (text or "x").removeprefix("'") or rows[1][2] == text


@given(st.text(alphabet=st.sampled_from("ab *_`[]()<>#|~\\!&\n-+=>1.:/\"'{}$")))
def test_markdown_shows_the_words_and_nothing_else(text: str) -> None:
    shown = MarkdownIt("commonmark").parseInline(f"x {plain(text)}")[0].children or []
    assert all(token.type in ("text", "text_special") for token in shown), [token.type for token in shown]
    assert "".join(token.content for token in shown).split() == ["x", *text.split()]


@pytest.mark.parametrize("text", ["- a", "1. a", "# a", "> a", "+ a", "=== a", "12) a"])
def test_a_line_of_markdown_never_begins_a_block(text: str) -> None:
    kinds = {token.type for token in MarkdownIt("commonmark").parse(plain(text))}
    assert kinds == {"paragraph_open", "inline", "paragraph_close"}


def test_markdown_tells_who_said_it_what_it_stands_on_and_who_signed() -> None:
    shown = write(
        "markdown",
        approved(
            attributions=(attribution("Ines Duarte", outlet="CBS News"),),
            evidence=(evidence(stance=Stance.SUPPORTS),),
            note="Read twice.",
        ),
    )
    for words in (
        "**Verified**",
        "Ines Duarte (CBS News)",
        "https://evidence.example/page",
        "Read twice.",
        "Ed",
    ):
        assert words in shown
    assert write("markdown") == "No claims.\n"


@pytest.mark.parametrize("name", ["csv", "markdown"])
def test_no_list_can_steer_a_terminal(name: str) -> None:
    assert "\x1b" not in write(name, approved(text="A \x1b[31mred\x1b[0m word.", note="\x9b31m"))


def test_an_unknown_format_names_the_known_ones() -> None:
    with pytest.raises(UsageError) as refused:
        export_format("pdf")
    assert "claimreview" in (refused.value.hint or "")
