"""What the gate found, for the programs of a build: JUnit's XML, and annotations as GitHub reads them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as ET

from factcheck.domain.display import printable
from factcheck.gate.builtin import Finding


def write_junit(findings: Iterable[Finding], rules: Iterable[tuple[str, str]]) -> bytes:
    """A test suite: a test case a rule (named by rule and scenario), a failure for each that is broken."""
    broken: defaultdict[tuple[str, str], list[Finding]] = defaultdict(list)
    for found in findings:
        broken[found.rule, found.scenario or found.rule].append(found)
    named = list(dict.fromkeys([*rules, *broken]))
    suite = ET.Element("testsuite", name="factcheck gate", tests=str(len(named)), failures=str(len(broken)))
    for rule, scenario in named:
        case = ET.SubElement(suite, "testcase", classname=_xml(rule), name=_xml(scenario))
        wrong = broken.get((rule, scenario), [])
        if wrong:
            told = "\n".join(f"{one.ref}: {one.message}\n  {one.text}".rstrip() for one in wrong)
            number = "1 claim breaks" if len(wrong) == 1 else f"{len(wrong)} claims break"
            ET.SubElement(case, "failure", message=f"{number} the rule").text = _xml(told)
    return (
        b'<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(suite, encoding="unicode").encode() + b"\n"
    )


def write_annotations(findings: Iterable[Finding]) -> Iterator[str]:
    """A line a finding, in the form in which GitHub's runners take errors from standard output.

    After "Workflow commands for GitHub Actions": `%`, line ends and, in properties, `:` and `,` are escaped.
    """
    for found in findings:
        where = f"file={_property(found.file)},line={found.line}," if found.file else ""
        title = _property(f"{found.ref}: {found.rule}")
        yield f"::error {where}title={title}::{_escaped(f'{found.message}. {found.text}'.strip())}"


def _xml(text: str) -> str:
    """Text without what XML 1.0 can't hold at all."""
    return "".join(char for char in printable(text) if char in "\t\n" or char >= " ")


def _escaped(text: str) -> str:
    return printable(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str | None) -> str:
    return _escaped(text or "").replace(":", "%3A").replace(",", "%2C")
