"""The gate of a long article under many rules, beside reading its claims: `python -m tests.bench.gate`."""

from __future__ import annotations

import tempfile
from pathlib import Path

from factcheck.domain.actors import Actor
from factcheck.gate.house import examples
from factcheck.services.databases import open_database
from factcheck.services.house_rules import load_rules
from factcheck.services.ingest import Submission, ingest_article
from factcheck.services.publishing import check_gate
from factcheck.services.reading import Wanted, list_claims
from factcheck.store.engine import Sessions
from tests.bench.__main__ import seconds

CLAIMS, RULES = 1000, 20


def main() -> None:
    """An article of a thousand claims, twenty rules, and what each costs."""
    with tempfile.TemporaryDirectory() as folder:
        sessions = open_database(str(Path(folder) / "bench.db"))
        text = " ".join(
            f"According to the council, house {n} has {n * 3} windows and was built in {1800 + n % 200}."
            for n in range(CLAIMS)
        )
        ingest_article(sessions, Actor("Ana"), Submission(text, text.encode(), slug="long"))
        given, demanded = examples()["Which claims"], examples()["What each must have"]
        rules = [
            f"  Scenario: Rule {n}\n    {given[n % len(given)]}\n    {demanded[n % len(demanded)]}\n"
            for n in range(RULES)
        ]
        load_rules(sessions, Actor("Ana"), {"house.feature": "Feature: House\n" + "".join(rules)})
        _report(sessions)
        sessions.close()


def _report(sessions: Sessions) -> None:
    ours = seconds(lambda: check_gate(sessions, "long"), rounds=7)
    floor = seconds(lambda: list(list_claims(sessions, Wanted(article="long"))), rounds=7)
    found = len(check_gate(sessions, "long"))
    print(f"gate of {CLAIMS} claims under {RULES} rules: {ours * 1000:.0f} ms, {found} findings")
    print(f"reading these claims alone:            {floor * 1000:.0f} ms")


if __name__ == "__main__":
    main()
