"""Two editors, one claim: the second is told, with exit status 5, what the first has done."""

from __future__ import annotations

import subprocess
import sys

import pytest

from factcheck.services.doctor import examine_database
from factcheck.services.marking import mark_claims
from factcheck.services.reading import Wanted, list_claims
from factcheck.store.engine import Sessions
from tests.making import ANA, PAGE, ingest, refs

pytestmark = pytest.mark.slow
EDITORS = ("ed", "eva")


@pytest.fixture
def checked(sessions: Sessions) -> Sessions:
    """An article whose claims Ana checked: each is at version 3, with its evidence and its verdict."""
    ingest(sessions)
    mark_claims(sessions, ANA, refs("bridge#1-3"), "verified", evidence=[PAGE])
    return sessions


def start(database: str, *words: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "factcheck", "--database", database, *words],
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def ended(process: subprocess.Popen[str]) -> tuple[int, str]:
    """The exit status, and what was said on standard error."""
    return process.wait(timeout=60), process.communicate()[1]


def test_who_looked_before_the_other_signed_is_told_by_whom(checked: Sessions, database: str) -> None:
    assert ended(start(database, "approve", "bridge#1", "--as", "ed", "--if-version", "3"))[0] == 0
    status, said = ended(start(database, "approve", "bridge#1", "--as", "eva", "--if-version", "3"))
    assert status == 5
    assert "bridge#1 is at version 4 by now (ed: claim approved), not 3; nothing was changed." in said
    assert "Look again: factcheck show bridge#1." in said
    status, said = ended(start(database, "return", "bridge#1", "--as", "eva", "--reason", "Which bridge?"))
    assert status == 5
    assert "bridge#1 is approved (by ed), so nobody else can return it." in said


@pytest.mark.parametrize("seen", [(), ("--if-version", "3")], ids=["as it is", "as it was seen"])
def test_of_two_at_the_same_moment_one_signs_and_the_other_is_told(
    checked: Sessions, database: str, seen: tuple[str, ...]
) -> None:
    both = [start(database, "approve", "bridge#2", "--as", name, *seen) for name in EDITORS]
    outcome = dict(zip(EDITORS, map(ended, both), strict=True))
    claim = list(list_claims(checked, Wanted(article="bridge")))[1]
    first = claim.approved_by or "nobody"
    second = next(name for name in EDITORS if name != first)
    assert outcome[first][0] == 0
    assert outcome[second][0] == 5
    assert (f"({first}: claim approved)" if seen else f"is approved (by {first})") in outcome[second][1]
    assert claim.version == 4
    assert examine_database(checked) == []
