"""A newsroom's rules as it writes them: Gherkin read by the official parser, scenario by scenario."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from factcheck.errors import BadInput


@dataclass(frozen=True, slots=True)
class Step:
    """A step's words and where they stand; `outcome` for what follows a Then."""

    text: str
    line: int
    outcome: bool


@dataclass(frozen=True, slots=True)
class HouseRule:
    """A scenario of a newsroom's policy, with its background, each row of examples one of its own."""

    file: str
    line: int
    rule: str
    name: str
    steps: tuple[Step, ...]


def read_rules(file: str, text: str) -> list[HouseRule]:
    """The scenarios of a feature file, in its order. Raises BadInput that names the first wrong line."""
    from gherkin.errors import CompositeParserException, ParserError
    from gherkin.parser import Parser
    from gherkin.pickles.compiler import Compiler
    from gherkin.token_scanner import TokenScanner

    plain = text.removeprefix("\ufeff")
    if foreign := _LANGUAGE.search(plain):
        raise BadInput(
            f"{file} is in “{foreign[1]}”; rules are read in English.", "Take the line “# language” away."
        )
    try:
        document: Any = Parser().parse(TokenScanner(plain))
    except CompositeParserException as error:
        raise _unreadable(file, error.errors[0]) from error
    except ParserError as error:
        raise _unreadable(file, error) from error
    feature = document.get("feature") or {}
    _check_descriptions(file, plain, feature)
    _check_whole(file, feature)
    places = dict(_places(feature))
    document["uri"] = file
    pickles: Any = Compiler().compile(document)
    if not pickles:
        raise BadInput(f"{file} has no Scenario with steps.", "See an example: factcheck policy new DIR.")
    return [_rule(file, pickle, places) for pickle in pickles]


def _step(file: str, step: Any, line: int) -> Step:
    if step.get("argument") or step["type"] == "Action":
        what = "A table or text below a step" if step.get("argument") else "A When"
        raise BadInput(
            f"{file}, line {line}: {what} means nothing in a rule.", "See: factcheck policy steps."
        )
    return Step(step["text"], line, step["type"] == "Outcome")


_LANGUAGE = re.compile(r"^\s*#\s*language\s*:\s*(?!en\b)(\S+)", re.MULTILINE | re.IGNORECASE)


def _check_whole(file: str, node: Mapping[str, Any]) -> None:
    """Refuse what would never be asked: a scenario without steps or examples, a rule without scenarios."""
    for child in node.get("children", ()):
        if "rule" in child:
            if not any("scenario" in one for one in child["rule"]["children"]):
                raise _never(file, child["rule"], "has no Scenario")
            _check_whole(file, child["rule"])
        elif "scenario" in child:
            one = child["scenario"]
            outline = "outline" in one["keyword"].lower() or "template" in one["keyword"].lower()
            if not one["steps"]:
                raise _never(file, one, "has no steps")
            if (outline or one["examples"]) and not any(table.get("tableBody") for table in one["examples"]):
                raise _never(file, one, "has no rows of Examples")


def _never(file: str, node: Mapping[str, Any], what: str) -> BadInput:
    line, name = node["location"]["line"], node["name"]
    return BadInput(
        f"{file}, line {line}: “{name[:80]}” {what}, so it would never be asked.",
        "Complete it, or take it away.",
    )


# A line that was meant as a step or a heading; the parser takes it for part of a description.
_MEANT = re.compile(
    r"\s*(?:(?:given|when|then|and|but|scenario|rule|background|examples?|feature)\b|\*\s|\w+(?: \w+)?:\s)",
    re.IGNORECASE,
)


def _check_descriptions(file: str, text: str, node: Mapping[str, Any]) -> None:
    """Refuse a step outside a scenario, or a misspelt heading: nobody would ever ask that rule."""
    described = [line for line in (node.get("description") or "").splitlines() if _MEANT.match(line)]
    if described:
        line = next(n for n, one in enumerate(text.splitlines(), 1) if one.strip() == described[0].strip())
        raise BadInput(
            f"{file}, line {line}: “{described[0].strip()[:80]}” stands outside a Scenario, or its heading is"
            " misspelt.",
            "Headings are Feature:, Rule:, Background:, Scenario:, Scenario Outline: and Examples:.",
        )
    for child in node.get("children", ()):
        for one in child.values():
            _check_descriptions(file, text, one)
            for table in one.get("examples", ()):
                _check_descriptions(file, text, table)


def _unreadable(file: str, error: Any) -> BadInput:
    said = str(error).partition("): ")[2] or str(error)
    return BadInput(
        f"{file}, line {error.location.get('line', 1)}: {said.splitlines()[0]}.",
        "A rule is a Feature with Scenarios of Given and Then; see: factcheck policy steps.",
    )


def _rule(file: str, pickle: Any, places: Mapping[str, tuple[int, str]]) -> HouseRule:
    line, rule = places[pickle["astNodeIds"][0]]
    steps = tuple(_step(file, step, places[step["astNodeIds"][0]][0]) for step in pickle["steps"])
    return HouseRule(file, line, rule or pickle["name"], pickle["name"], steps)


def _places(node: Mapping[str, Any], rule: str = "") -> Iterator[tuple[str, tuple[int, str]]]:
    """The line of every scenario and step, and the rule that it stands under."""
    for child in node.get("children", ()):
        if "rule" in child:
            yield from _places(child["rule"], child["rule"]["name"])
        for kind in ("background", "scenario"):
            if kind in child:
                one = child[kind]
                yield one["id"], (one["location"]["line"], rule)
                for step in one["steps"]:
                    yield step["id"], (step["location"]["line"], rule)
