from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from factcheck.domain.models import Checkpoint, Claim, Correction, Evidence, Query
from factcheck.domain.policy import read_policy
from factcheck.domain.vocabulary import (
    AttributionCheck,
    CheckpointKind,
    CorrectionClass,
    Kind,
    Stance,
    Status,
)
from factcheck.errors import BadInput
from factcheck.gate.builtin import Finding
from factcheck.gate.demands import DEMANDS
from factcheck.gate.features import read_rules
from factcheck.gate.house import ask, check_verdicts, examples, prepare
from factcheck.gate.subjects import SUBJECTS, Circumstances
from tests.making import NOON, attribution, claim, evidence, policy_toml

NOW = Circumstances(read_policy(policy_toml()), NOON)
SEEDS = Path(__file__).parents[2] / "seeds" / "rules"


def findings(steps: str, *claims: Claim) -> list[Finding]:
    lines = "".join(f"    {line.strip()}\n" for line in steps.strip().splitlines())
    rules = read_rules("house.feature", f"Feature: House\n  Scenario: A rule\n{lines}")
    return [found for rule in rules for found in ask(prepare(rule), "bridge", claims, NOW)]


def chosen(phrase: str, *claims: Claim) -> list[int]:
    """The numbers of the claims that a subject names."""
    found = findings(f"Given all the article's sentences {phrase}\nThen there are none", *claims)
    return [int(one.ref.partition("#")[2]) for one in found]


def numbered(**changes: object) -> tuple[Claim, Claim]:
    """A claim that has something, and one that has it not."""
    return claim(n=1, ref="bridge#1", **changes), claim(n=2, ref="bridge#2")


def piece(number: int = 1, **changes: object) -> Evidence:
    return evidence(number).model_copy(update=changes)


POINT = Checkpoint(n=1, kind=CheckpointKind.FIGURE, text="4 million", start=16, end=25)
ASKED = Query(id=1, text="When?", asked_by="Ana", asked_at=NOON)
TOLD = Correction(
    id=1, ref="bridge#1", kind=CorrectionClass.CORRECTION, old_verdict="verified", new_verdict="false",
    text="We changed it.", made_by="Ed", made_at=NOON,
)  # fmt: skip


@pytest.mark.parametrize(
    ("phrase", "changes"),
    [
        ("that are questions", {"kind": Kind.QUESTION}),
        ('of kind "opinion"', {"kind": Kind.OPINION}),
        ("that are approved or published", {"status": Status.PUBLISHED}),
        ("that are not checkable", {"status": Status.NOT_CHECKABLE}),
        ("with a verdict", {"verdict": "false"}),
        ('with the verdict "mostly true"', {"verdict": "mostly_true"}),
        ('said by "Statista"', {"attributions": (attribution("Statista"),)}),
        ('said through "CBS News"', {"attributions": (attribution(outlet="CBS News"),)}),
        ("said by somebody", {"attributions": (attribution(),)}),
        ("whose only source is unnamed", {"attributions": (attribution(anonymity="unnamed_person"),)}),
        ("with an unnamed source", {"attributions": (attribution(), attribution(anonymity="unnamed_group"))}),
        ("quoted word for word", {"attributions": (attribution(mode="mixed"),)}),
        ("with a figure", {"checkpoints": (POINT,)}),
        ("worth checking by 0.6 or more", {"checkworthiness": 0.6}),
        ("with evidence", {"evidence": (evidence(),)}),
        ('with evidence from "Reuters"', {"evidence": (piece(publisher="Reuters"),)}),
        (
            "whose evidence nobody has looked at for 90 days",
            {"evidence": (piece(accessed_at=NOON - timedelta(days=91)),)},
        ),
        (
            "with evidence published more than 365 days ago",
            {"evidence": (piece(published=date(2024, 12, 31)),)},
        ),
        ("whose attribution was found misquoted", {"attribution_check": AttributionCheck.MISQUOTED}),
        ("that were published before", {"published_verdict": "verified"}),
        ("that were corrected", {"corrections": (TOLD,)}),
        ("with an open query", {"queries": (ASKED,)}),
        ("to be looked at again", {"recheck": "said by another"}),
    ],
)
def test_a_subject_names_the_claims_it_says(phrase: str, changes: dict[str, object]) -> None:
    assert chosen(phrase, *numbered(**changes)) == [1]


@pytest.mark.parametrize(
    ("phrase", "changes"),
    [
        ("without a verdict", {"verdict": "false"}),
        ("without evidence", {"evidence": (evidence(),)}),
        ("said by nobody", {"attributions": (attribution(),)}),
    ],
)
def test_a_subject_can_name_what_is_missing(phrase: str, changes: dict[str, object]) -> None:
    assert chosen(phrase, *numbered(**changes)) == [2]


def test_subjects_are_joined_by_and_and_but_not() -> None:
    claims = (
        claim(n=1, ref="b#1", kind=Kind.FACT, checkpoints=(POINT,)),
        claim(n=2, ref="b#2", kind=Kind.FACT),
        claim(
            n=3, ref="b#3", kind=Kind.FACT, checkpoints=(POINT,), attributions=(attribution("Sand and Sea"),)
        ),
    )
    assert chosen("with a figure and that are facts", *claims) == [1, 3]
    assert chosen('that are facts but not said by "Sand and Sea"', *claims) == [1, 2]
    apart = findings(
        """Given the article's claims
        And those with a figure
        But not those said by somebody
        Then there are none""",
        *claims,
    )
    assert [one.ref for one in apart] == ["b#1"]


def test_what_cannot_be_checked_is_no_claim_unless_all_sentences_are_meant() -> None:
    claims = numbered(status=Status.NOT_CHECKABLE)
    assert [one.ref for one in findings("Given the article's claims\nThen there are none", *claims)] == [
        "bridge#2"
    ]
    assert len(findings("Given all the article's sentences\nThen there are none", *claims)) == 2


GOOD = {"checked_by": "Ana", "approved_by": "Ed", "verdict": "verified"}


@pytest.mark.parametrize(
    ("phrase", "met", "broken", "said"),
    [
        ("has evidence", {"evidence": (evidence(),)}, {}, "needs 1 piece of evidence, has 0"),
        (
            "has at least two pieces of evidence",
            {"evidence": (evidence(), evidence(2, "https://other.example/"))},
            {"evidence": (evidence(), evidence(2, "https://www.evidence.example/page#top"))},
            "has 1",
        ),
        (
            "has at least 2 pieces of supporting evidence from different publishers",
            {"evidence": (piece(publisher="Reuters"), piece(2, publisher="AP"))},
            {
                "evidence": (
                    piece(publisher="Reuters"),
                    piece(2, url="https://x.example/", publisher="reuters"),
                )
            },
            "needs 2 pieces of supporting evidence from different publishers, has 1",
        ),
        (
            "has refuting evidence",
            {"evidence": (evidence(stance=Stance.REFUTES),)},
            {"evidence": (evidence(),)},
            "has 0",
        ),
        ("has primary evidence", {"evidence": (piece(primary=True),)}, {"evidence": (evidence(),)}, "has 0"),
        (
            "has evidence with a quote",
            {"evidence": (piece(quote="4"),)},
            {"evidence": (evidence(),)},
            "has 0",
        ),
        (
            "has evidence looked at within 30 days",
            {"evidence": (evidence(),)},
            {"evidence": (piece(accessed_at=NOON - timedelta(days=31)),)},
            "looked at within 30 days",
        ),
        ("has a verdict", {"verdict": "false"}, {}, "has no verdict"),
        ('has the verdict "verified"', {"verdict": "verified"}, {"verdict": "false"}, "not “verified”"),
        (
            'has a verdict other than "unproven"',
            {"verdict": "false"},
            {"verdict": "unproven"},
            "has the verdict",
        ),
        ("was checked and approved by two people", GOOD, {}, "nobody has checked it"),
        ("was checked and approved by two people", GOOD, {**GOOD, "approved_by": None}, "no second person"),
        (
            "was checked and approved by two people",
            GOOD,
            {**GOOD, "approved_by": "ANA"},
            "both checked and approved",
        ),
        (
            "has every figure ticked",
            {"checkpoints": (POINT.model_copy(update={"ticked_by": "Ana"}),)},
            {"checkpoints": (POINT,)},
            "nobody has ticked the figure “4 million”",
        ),
        ("has every date ticked", {"checkpoints": (POINT,)}, None, ""),
        ("is approved or published", {"status": Status.APPROVED}, {"status": Status.CHECKED}, "is checked"),
        (
            "has its attribution checked",
            {"attributions": (attribution(),), "attribution_check": AttributionCheck.MISQUOTED},
            {"attributions": (attribution(),)},
            "nobody has checked whose words they are",
        ),
        ("has its attribution checked", {}, None, ""),
        (
            "has its attribution found verbatim",
            {"attributions": (attribution(),), "attribution_check": AttributionCheck.VERBATIM},
            {"attributions": (attribution(),), "attribution_check": AttributionCheck.MISQUOTED},
            "was found misquoted",
        ),
        ("has a note", {"note": "Looked."}, {"note": " . "}, "has no note"),
        ("has no open query", {}, {"queries": (ASKED,)}, "has an open query: factcheck answer bridge#1"),
        ("names its source", {}, {"attributions": (attribution(anonymity="unnamed_group"),)}, "not named"),
        (
            "tells the public what was corrected",
            {"corrections": (TOLD,)},
            {"corrections": (TOLD.model_copy(update={"text": " "}),)},
            "without words",
        ),
        ("need not be looked at again", {}, {"recheck": "said by another"}, "looked at again"),
    ],
)
def test_a_demand_is_met_or_says_what_is_missing(
    phrase: str, met: dict[str, object], broken: dict[str, object] | None, said: str
) -> None:
    steps = f"Given the article's claims\nThen each {phrase}"
    assert findings(steps, claim(**met)) == []
    if broken is not None:
        found = findings(steps, claim(**broken))
        assert [(one.ref, one.scenario, one.file, one.line) for one in found] == [
            ("bridge#1", "A rule", "house.feature", 4)
        ]
        assert said in found[0].message


def test_claims_are_counted_together() -> None:
    pair = numbered()
    assert findings("Given the article's claims\nThen there are at most 2", *pair) == []
    assert len(findings("Given the article's claims\nThen there are at most 1", *pair)) == 2
    assert findings("Given the article's claims\nThen there is at least 2", *pair) == []
    missing = findings("Given the article's claims\nThen there are at least 3", *pair)
    assert [(one.ref, one.message) for one in missing] == [("bridge", "has 2 such claims, needs 3")]


def test_every_phrase_is_shown_and_every_example_is_understood() -> None:
    shown = [line for lines in examples().values() for line in lines]
    assert len(shown) >= len(SUBJECTS) + len(DEMANDS)
    for line in shown:
        given = line if line.startswith("Given") else f"Given the article's claims\n{line}"
        steps = given if line.startswith("Then") else f"{given}\nThen each has a verdict"
        findings(steps, claim())


def test_the_rules_that_we_ship_are_understood() -> None:
    for file in SEEDS.glob("*.feature"):
        text = file.read_text(encoding="utf-8")
        assert [prepare(rule) for rule in read_rules(file.name, text)]
        assert "Code" in text, "each says which code it is modelled on"


def test_an_outline_is_a_rule_for_each_of_its_examples() -> None:
    text = """Feature: House
  Background:
    Given the article's claims
  Scenario Outline: Not <verdict>
    Then each has a verdict other than "<verdict>"
    Examples:
      | verdict  |
      | unproven |
      | false    |
"""
    rules = read_rules("house.feature", text)
    assert [rule.name for rule in rules] == ["Not unproven", "Not false"]
    broken = [one for rule in rules for one in ask(prepare(rule), "bridge", [claim(verdict="false")], NOW)]
    assert [(one.scenario, one.line) for one in broken] == [("Not false", 5)]


GOOD_RULE = "Feature: House\n  Scenario: One\n    Given the article's claims\n    Then each has evidence\n"


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("nonsense", "line 1", "policy steps"),
        ("Feature: House", "has no Scenario", "policy new"),
        (
            "Feature: House\n  Scenaro: One\n    Given the article's claims",
            "line 2: “Scenaro: One” stands outside",
            "Headings",
        ),
        ("Feature: House\n  Given the article's claims", "line 2", "Headings"),
        (f"{GOOD_RULE}  Scenario: Two\n  Scenario four eyes\n    Given those\n", "line 6", "Headings"),
        (f"{GOOD_RULE}  Scenario Outline: Two\n    Given the article's claims\n", "line 5", "take it away"),
        (f"{GOOD_RULE}  Scenario: Two\n", "“Two” has no steps", "take it away"),
        (
            f"{GOOD_RULE}  Rule: Empty\n    Background:\n      Given the article's claims\n",
            "has no Scenario",
            "away",
        ),
        ("# language: de\nFunktionalität: A\n", "read in English", "language"),
        (f"{GOOD_RULE}    Given those with a figure\n", "comes after a Then", "another Scenario"),
        (f"{GOOD_RULE}      | a |\n", "means nothing in a rule", "policy steps"),
        (
            "Feature: House\n  Scenario: One\n    Then each has evidence",
            "needs a Given and a Then",
            "Begin with",
        ),
        (
            "Feature: House\n  Scenario: One\n    Given the article's claims",
            "needs a Given and a Then",
            "Begin with",
        ),
        (
            "Feature: House\n  Scenario: One\n    Given the articles claims\n    Then each has evidence",
            "line 3: “the articles claims” is no step",
            "the article's claims",
        ),
        (
            "Feature: House\n  Scenario: One\n    Given the article's claims\n    Then each has evidences",
            "line 4: “each has evidences” is no step",
            "Did you mean “each has",
        ),
        (
            "Feature: House\n  Scenario: One\n    Given the article's claims with a figure and cheese",
            "line 3",
            "Did you mean",
        ),
        (
            "Feature: House\n  Scenario: One\n    When the moon rises\n    Then there are none",
            "A When means nothing in a rule",
            "policy steps",
        ),
    ],
)
def test_what_nobody_understands_names_its_line_and_the_nearest_steps(
    text: str, message: str, hint: str
) -> None:
    with pytest.raises(BadInput) as refused:
        [prepare(rule) for rule in read_rules("house.feature", text)]
    assert message in refused.value.message
    assert hint in (refused.value.hint or "")


@pytest.mark.parametrize(
    ("given", "then"),
    [
        ('the article\'s claims with the verdict "flase"', "there are none"),
        ("the article's claims", 'each has a verdict other than "verifed"'),
        ("the article's claims", 'each has the verdict "mostly ture"'),
    ],
)
def test_a_verdict_that_is_none_is_refused(given: str, then: str) -> None:
    text = f"Feature: F\n  Scenario: S\n    Given {given}\n    Then {then}\n"
    with pytest.raises(BadInput, match="is no verdict") as refused:
        check_verdicts(read_rules("house.feature", text)[0], NOW.policy)
    assert "Did you mean" in (refused.value.hint or "")


def test_a_verdict_may_be_written_as_people_read_it() -> None:
    given = 'the article\'s claims with the verdict "Mostly true"'
    text = f"Feature: F\n  Scenario: S\n    Given {given}\n    Then there are none\n"
    check_verdicts(read_rules("house.feature", text)[0], NOW.policy)
