"""The matrix of roles and actions, cell by cell, through the services and the command line."""

from __future__ import annotations

import io
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.cli import run
from factcheck.domain.actors import Actor
from factcheck.domain.permissions import LEAST
from factcheck.domain.refs import Ref
from factcheck.domain.vocabulary import Role, SkipReason
from factcheck.errors import NotAllowed
from factcheck.services import evidence, people, publishing, queries, registering, revising, steps, ticking
from factcheck.services.deadlines import set_deadline
from factcheck.services.doctor import examine_database
from factcheck.services.ingest import Submission, ingest_article
from factcheck.services.ledgers import seal_ledger
from factcheck.services.marking import mark_claims
from factcheck.services.policies import default_policy_toml
from factcheck.services.policy_loading import load_policy
from factcheck.store.engine import Sessions
from tests.making import NOON, PAGE, TEXT, refs
from tests.peopled import PEER, newsroom, peopled, peopled_file, peopled_template

__all__ = ("newsroom", "peopled", "peopled_file", "peopled_template")

NEW = Submission("Another text came in.", b"Another text came in.", slug="other")
REVISED = Submission(TEXT.replace("4", "5"), TEXT.replace("4", "5").encode())


def take_first(sessions: Sessions, actor: Actor) -> None:
    steps.take_claims(sessions, actor, refs("states#1"))


# What each action is through the services, and as a command line.
Act = tuple[Callable[[Sessions, Actor], object], tuple[str, ...]]
ACTS: dict[str, Act] = {
    "look": (people.check_known, ("claims", "states")),
    "answer": (
        lambda s, a: queries.answer_query(s, a, Ref("states", 3), "Yes."),
        ("answer", "states#3", "Yes."),
    ),
    "reopen": (
        lambda s, a: steps.reopen_claims(s, a, refs("public#1"), "why"),
        ("reopen", "public#1", "--reason", "why"),
    ),
    "ingest": (lambda s, a: ingest_article(s, a, NEW), ("ingest", "-", "--slug", "other")),
    "revise": (lambda s, a: revising.revise_article(s, a, "bridge", REVISED), ("revise", "bridge", "-")),
    "take": (lambda s, a: steps.take_claims(s, a, refs("states#1")), ("take", "states#1")),
    "release": (lambda s, a: steps.release_claims(s, a, refs("states#9")), ("release", "states#9")),
    "mark": (
        lambda s, a: mark_claims(s, a, refs("states#6"), "verified", evidence=[PAGE]),
        ("mark", "states#6", "verified", "--evidence", PAGE.url),
    ),
    "skip": (
        lambda s, a: steps.skip_claims(s, a, refs("states#7"), SkipReason.OPINION),
        ("skip", "states#7", "opinion"),
    ),
    "unskip": (
        lambda s, a: steps.reopen_claims(s, a, refs("states#2"), "why"),
        ("reopen", "states#2", "--reason", "why"),
    ),
    "tick": (lambda s, a: ticking.tick_checkpoint(s, a, Ref("states", 8), 1), ("tick", "states#8", "1")),
    "evidence": (
        lambda s, a: evidence.attach_evidence(s, a, Ref("states", 8), PAGE),
        ("evidence", "add", "states#8", PAGE.url),
    ),
    "query": (
        lambda s, a: queries.ask_query(s, a, Ref("states", 8), "Since when?"),
        ("query", "states#8", "Since when?"),
    ),
    "sources": (
        lambda s, a: registering.load_registry(s, a, '[[sources]]\nname = "Statista"\nkind = "organisation"'),
        ("sources", "load", "FILE"),
    ),
    "approve": (lambda s, a: steps.approve_claims(s, a, refs("states#4")), ("approve", "states#4")),
    "return": (
        lambda s, a: steps.return_claims(s, a, refs("states#5"), "why"),
        ("return", "states#5", "--reason", "why"),
    ),
    "publish": (lambda s, a: publishing.publish_article(s, a, "ready"), ("publish", "ready")),
    "withdraw": (
        lambda s, a: steps.withdraw_claims(s, a, refs("public#2"), "why"),
        ("withdraw", "public#2", "--reason", "why"),
    ),
    "deadline": (lambda s, a: set_deadline(s, a, "states", NOON), ("deadline", "states", "2026-01-31T12:00")),
    "seal": (seal_ledger, ("ledger", "seal")),
    "policy": (lambda s, a: load_policy(s, a, default_policy_toml()), ("policy", "load", "FILE")),
    "users": (
        lambda s, a: people.add_user(s, a, "New", Role.READER),
        ("users", "add", "New", "--role", "reader"),
    ),
}
FILES = {
    "sources": '[[sources]]\nname = "Statista"\nkind = "organisation"\n',
    "policy": default_policy_toml(),
}
TYPED = {"ingest": NEW.original, "revise": REVISED.original}


def test_every_action_of_the_table_is_tried() -> None:
    assert ACTS.keys() == LEAST.keys()


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("action", ACTS)
def test_services(newsroom: Sessions, action: str, role: Role) -> None:
    actor = Actor(f"The {role}")
    if action == "release":
        steps.take_claims(newsroom, actor if role.reaches(Role.CHECKER) else PEER, refs("states#9"))
    if role.reaches(LEAST[action]):
        ACTS[action][0](newsroom, actor)
    else:
        with pytest.raises(NotAllowed, match=f"The {role} is an? {role}"):
            ACTS[action][0](newsroom, actor)
    assert examine_database(newsroom) == []


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], None]:
    return lambda data: monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


@pytest.mark.slow
@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("action", ACTS)
def test_command_line(
    peopled_file: Path,
    tmp_path: Path,
    action: str,
    role: Role,
    typed: Callable[[bytes], None],
    capsys: pytest.CaptureFixture[str],
) -> None:
    database = str(shutil.copy(peopled_file, tmp_path / "factcheck.db"))
    file = tmp_path / "given.toml"
    file.write_text(FILES.get(action, ""))
    typed(TYPED.get(action, b""))
    if action == "release":
        holder = Actor(f"The {role}") if role.reaches(Role.CHECKER) else PEER
        assert run(["--database", database, "take", "states#9", "--as", holder.name]) == 0
    words = [str(file) if word == "FILE" else word for word in ACTS[action][1]]
    status = run(["--database", database, *words, "--as", f"the {role}"])
    said = capsys.readouterr().err
    if role.reaches(LEAST[action]):
        assert status == 0, said
    else:
        assert status == 4
        assert f"The {role} is a" in said
