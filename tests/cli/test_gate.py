from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from factcheck.cli import run

RULE = """Feature: House
  Rule: Figures rest on whoever counted
    Scenario: Every figure
      Given the article's claims with a figure
      Then each has primary evidence
"""
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def call(sqlite_database: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command; exit status, output, messages. One article is there, its claims approved."""

    def command(*words: str) -> tuple[int, str, str]:
        status = run(["--database", sqlite_database, *words])
        told = capsys.readouterr()
        return status, told.out, told.err

    article = tmp_path / "bridge.txt"
    article.write_text("The bridge cost 4 million euros, 100% more than was said: a lot. Nobody crosses it.")
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "house.feature").write_text(RULE)
    command("ingest", str(article), "--slug", "bridge", "--as", "Ana")
    command("mark", "bridge#all", "verified", "--evidence", "https://e.example/a", "--as", "Ana")
    command("approve", "bridge#all", "--as", "Ed")
    return command


def test_rules_of_a_folder_are_asked_without_being_loaded(call: Run, tmp_path: Path) -> None:
    rules = str(tmp_path / "rules")
    assert call("gate", "bridge")[0] == 0
    status, out, _ = call("gate", "bridge", "--policy", rules)
    assert status == 1
    assert "Figures rest on whoever c" in out
    assert "1 against the newsroom's rules" in out
    status, out, _ = call("gate", "bridge", "--policy", rules, "--json")
    found = json.loads(out)
    assert (status, found["green"]) == (1, False)
    assert [(one["ref"], one["file"], one["line"]) for one in found["findings"]] == [
        ("bridge#1", "house.feature", 5)
    ]
    assert call("publish", "bridge", "--as", "Ed")[0] == 0


def test_loaded_rules_stop_publication_until_they_are_met(call: Run, tmp_path: Path) -> None:
    assert "1 rule of house.feature" in call("policy", "load", str(tmp_path / "rules"), "--as", "Boss")[1]
    assert RULE.strip() in call("policy", "rules")[1]
    status, _, said = call("publish", "bridge", "--as", "Ed")
    assert status == 1
    assert "1 claim breaks a rule: bridge#1 (needs 1 piece of primary evidence, has 0)" in said
    call(
        "evidence",
        "add",
        "bridge#1",
        "https://e.example/b",
        "--stance",
        "supports",
        "--primary",
        "--as",
        "Ana",
    )
    status, out, _ = call("gate", "bridge")
    assert (status, out) == (0, "The gate is green, by 1 rule of the newsroom.\n")
    assert call("policy", "drop", "--as", "Boss")[0] == 0
    assert call("gate", "bridge")[1] == "The gate is green.\n"
    assert call("db", "doctor")[0] == 0


def test_junit_names_every_rule_and_what_breaks_it(call: Run, tmp_path: Path) -> None:
    file = tmp_path / "gate.xml"
    assert call("gate", "--all", "--policy", str(tmp_path / "rules"), "--junit", str(file))[0] == 1
    suite = ET.parse(file).getroot()
    assert (suite.get("tests"), suite.get("failures")) == ("1", "1")
    case = suite[0]
    assert (case.get("classname"), case.get("name")) == ("Figures rest on whoever counted", "Every figure")
    assert "bridge#1: needs 1 piece of primary evidence" in (case[0].text or "")


def test_annotations_are_lines_that_a_runner_reads(call: Run, tmp_path: Path) -> None:
    status, out, _ = call("gate", "bridge", "--policy", str(tmp_path / "rules"), "--annotations")
    assert status == 1
    place, _, said = out.removeprefix("::error ").partition("::")
    assert place == "file=house.feature,line=5,title=bridge#1%3A Figures rest on whoever counted"
    assert said.startswith(
        "needs 1 piece of primary evidence, has 0: factcheck evidence add bridge#1 URL. The bridge"
    )
    assert said.endswith(" 100%25 more than was said: a lot.\n")


def test_the_starter_is_written_checked_and_loaded(call: Run, tmp_path: Path) -> None:
    folder = str(tmp_path / "new")
    status, out, _ = call("policy", "new", folder)
    assert (status, len(out.splitlines())) == (0, 4)
    assert call("policy", "new", folder)[0] == 1
    assert call("policy", "check", folder)[1].splitlines()[1].endswith(": 8 rules.")
    assert call("policy", "load", folder, "--as", "Boss")[0] == 0


@pytest.mark.parametrize(
    ("name", "text", "status"),
    [
        ("a.feature", "Feature: A\n  Scenario: B\n    Given the claims\n    Then each flies", 1),
        ("a.toml", "name = 1", 1),
    ],
)
def test_what_is_wrong_is_never_loaded(call: Run, tmp_path: Path, name: str, text: str, status: int) -> None:
    file = tmp_path / name
    file.write_text(text)
    for act in (("policy", "check", str(file)), ("policy", "load", str(file), "--as", "Boss")):
        code, out, said = call(*act)
        assert (code, out) == (status, "")
        assert "line" in said
    assert call("policy", "check", str(tmp_path / "nowhere"))[0] == 3
    (tmp_path / "empty").mkdir()
    assert call("gate", "bridge", "--policy", str(tmp_path / "empty"))[0] == 1


def test_every_step_is_printed(call: Run) -> None:
    status, out, _ = call("policy", "steps")
    assert status == 0
    assert "  Then each has at least 2 pieces of supporting evidence from different publishers\n" in out
    assert len(json.loads(call("policy", "steps", "--json")[1])) == 4


def test_a_rule_about_a_verdict_that_is_gone_stops_publication(call: Run, tmp_path: Path) -> None:
    rule = tmp_path / "unproven.feature"
    rule.write_text(
        "Feature: House\n  Scenario: One\n    Given the article's claims\n"
        '    Then each has a verdict other than "unproven"\n'
    )
    assert call("policy", "load", str(rule), "--as", "Boss")[0] == 0
    policy = tmp_path / "policy.toml"
    shown = call("policy", "show")[1]
    policy.write_text(shown.replace("[verdicts.unproven]", "[verdicts.open]").replace('"Unproven"', '"Open"'))
    call("policy", "load", str(policy), "--as", "Boss")
    status, _, said = call("publish", "bridge", "--as", "Ed")
    assert status == 1
    assert "unproven.feature, line 4: “unproven” is no verdict" in said
