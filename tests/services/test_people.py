"""The matrix of roles and actions, cell by cell, through the services and the command line."""

from __future__ import annotations

import io
import shutil
import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from factcheck.cli import run
from factcheck.domain.actors import Actor
from factcheck.domain.permissions import LEAST
from factcheck.domain.refs import Ref
from factcheck.domain.vocabulary import Role, SkipReason
from factcheck.errors import BadInput, Conflict, NotAllowed, NotFound, TransitionRefused, UsageError
from factcheck.services import evidence, people, publishing, queries, registering, revising, steps, ticking
from factcheck.services.databases import open_database
from factcheck.services.deadlines import set_deadline
from factcheck.services.doctor import examine_database
from factcheck.services.ingest import Submission, ingest_article
from factcheck.services.ledgers import seal_ledger
from factcheck.services.marking import mark_claims
from factcheck.services.policies import default_policy_toml
from factcheck.services.policy_loading import load_policy
from factcheck.store.engine import Sessions
from tests.making import NOON, PAGE, TEXT, ingest, policy_toml, refs

BOSS, OLD_HAND, PEER = Actor("Boss"), Actor("Old Hand"), Actor("Peer")
NEW = Submission("Another text came in.", b"Another text came in.", slug="other")
REVISED = Submission(TEXT.replace("4", "5"), TEXT.replace("4", "5").encode())


def people_it(sessions: Sessions) -> None:
    """One user of each role, two editors more, and claims in every state that one needs."""
    people.add_user(sessions, BOSS, "Boss", Role.ADMIN)
    for name, role in (("Old Hand", Role.EDITOR), ("Peer", Role.EDITOR)):
        people.add_user(sessions, BOSS, name, role)
    for role in Role:
        people.add_user(sessions, BOSS, f"The {role}", role)
    ingest(sessions, " ".join(f"Room {n} has {n * 7} doors." for n in range(1, 10)), "states", OLD_HAND)
    ingest(sessions, TEXT, "bridge", OLD_HAND)
    ingest(sessions, "The mill made paper.", "ready", OLD_HAND)
    steps.skip_claims(sessions, OLD_HAND, refs("states#2"), SkipReason.OPINION)
    queries.ask_query(sessions, OLD_HAND, Ref("states", 3), "Really?")
    for ref in ("states#4", "states#5", "ready#1"):
        mark_claims(sessions, OLD_HAND, refs(ref), "verified", evidence=[PAGE])
    steps.approve_claims(sessions, PEER, refs("ready#1"))
    ingest(sessions, "A well was dug. It is deep.", "public", OLD_HAND)
    mark_claims(sessions, OLD_HAND, refs("public#1", "public#2"), "verified", evidence=[PAGE])
    steps.approve_claims(sessions, PEER, refs("public#1", "public#2"))
    publishing.publish_article(sessions, PEER, "public")


@pytest.fixture(scope="session")
def peopled(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A newsroom's database file, made once."""
    file = Path(shutil.copy(template, tmp_path_factory.mktemp("peopled") / "factcheck.db"))
    opened = open_database(str(file))
    people_it(opened)
    opened.close()
    return file


@pytest.fixture
def newsroom(database: str, peopled: Path) -> Iterator[Sessions]:
    """A newsroom with its people; on a file a copy of one that was made before."""
    if "://" not in database:
        shutil.copy(peopled, database)
    opened = open_database(database)
    if "://" in database:
        people_it(opened)
    yield opened
    opened.close()


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
    newsroom: Sessions,
    database: str,
    action: str,
    role: Role,
    typed: Callable[[bytes], None],
    tmp_path_factory: pytest.TempPathFactory,
    capsys: pytest.CaptureFixture[str],
) -> None:
    file = tmp_path_factory.mktemp("given") / "given.toml"
    file.write_text(FILES.get(action, ""))
    typed(TYPED.get(action, b""))
    if action == "release":
        holder = Actor(f"The {role}") if role.reaches(Role.CHECKER) else PEER
        steps.take_claims(newsroom, holder, refs("states#9"))
    words = [str(file) if word == "FILE" else word for word in ACTS[action][1]]
    status = run(["--database", database, *words, "--as", f"the {role}"])
    said = capsys.readouterr().err
    if role.reaches(LEAST[action]):
        assert status == 0, said
    else:
        assert status == 4
        assert f"The {role} is a" in said


def test_on_a_file_of_ones_own_people_are_who_they_say_they_are(sessions: Sessions) -> None:
    ingest(sessions)
    take_first_of = steps.take_claims(sessions, Actor("Anybody"), refs("bridge#1"))
    assert take_first_of[0].assignee == "Anybody"


def test_a_stranger_and_somebody_disabled_are_refused(newsroom: Sessions) -> None:
    with pytest.raises(NotAllowed, match="Nobody Known is no user of this newsroom"):
        take_first(newsroom, Actor("Nobody Known"))
    people.disable_user(newsroom, BOSS, "The checker")
    with pytest.raises(NotAllowed, match="The checker is disabled"):
        take_first(newsroom, Actor("The checker"))
    people.disable_user(newsroom, BOSS, "The checker", disabled=False)
    take_first(newsroom, Actor("The checker"))


def test_a_spelling_makes_nobody_another_user(newsroom: Sessions) -> None:
    claim = steps.take_claims(newsroom, Actor("OLD  hand"), refs("states#1"))[0]
    assert claim.assignee == "Old Hand"
    with pytest.raises(Conflict, match="Old Hand is a user already"):
        people.add_user(newsroom, BOSS, "old hand.", Role.READER)


def test_the_first_user_is_an_admin_and_the_last_one_stays(sessions: Sessions) -> None:
    with pytest.raises(TransitionRefused, match="first user must be an admin"):
        people.add_user(sessions, BOSS, "Ana", Role.CHECKER)
    people.add_user(sessions, BOSS, "Boss", Role.ADMIN)
    with pytest.raises(TransitionRefused, match="last admin"):
        people.change_role(sessions, BOSS, "Boss", Role.EDITOR)
    with pytest.raises(TransitionRefused, match="last admin"):
        people.disable_user(sessions, BOSS, "Boss")
    people.add_user(sessions, BOSS, "Deputy", Role.ADMIN)
    assert people.change_role(sessions, Actor("Deputy"), "Boss", Role.READER).role is Role.READER
    with pytest.raises(NotFound, match="“Nobody” is no user"):
        people.change_role(sessions, Actor("Deputy"), "Nobody", Role.READER)


def test_a_token_acts_for_its_user_up_to_its_scope(newsroom: Sessions) -> None:
    token, secret = people.add_token(newsroom, BOSS, "Old Hand", label="script", scope=Role.CHECKER)
    holder = Actor("", token=secret)
    assert steps.take_claims(newsroom, holder, refs("states#1"))[0].assignee == "Old Hand"
    with pytest.raises(NotAllowed, match="Old Hand is a checker"):
        steps.approve_claims(newsroom, holder, refs("states#4"))
    with pytest.raises(NotAllowed, match="Old Hand's, not Peer's"):
        steps.take_claims(newsroom, Actor("Peer", token=secret), refs("states#1"))
    assert secret not in repr(holder)
    assert [one.label for one in people.list_tokens(newsroom, BOSS, "old hand")] == ["script"]
    people.revoke_token(newsroom, BOSS, token.id)
    with pytest.raises(NotAllowed, match="unknown, expired or revoked"):
        steps.release_claims(newsroom, holder, refs("states#1"))


def test_a_token_expires(newsroom: Sessions, monkeypatch: pytest.MonkeyPatch) -> None:
    token, secret = people.add_token(newsroom, BOSS, "Peer", label="script", days=1)
    with pytest.raises(BadInput, match="1 to 366 days"):
        people.add_token(newsroom, BOSS, "Peer", label="script", days=0)
    monkeypatch.setattr(people, "now", lambda: token.expires_at - timedelta(seconds=1))
    people.check_known(newsroom, Actor("", token=secret))
    monkeypatch.setattr(people, "now", lambda: token.expires_at)
    with pytest.raises(NotAllowed, match="expired"):
        people.check_known(newsroom, Actor("", token=secret))


def test_a_token_is_kept_as_a_hash_alone(newsroom: Sessions) -> None:
    from sqlalchemy import text

    _, secret = people.add_token(newsroom, BOSS, "Peer", label="script")
    with newsroom.read() as session:
        kept = [
            str(tuple(row))
            for table in ("tokens", "events")
            for row in session.execute(text(f"SELECT * FROM {table}"))
        ]
    assert not [row for row in kept if secret in row]
    assert secret.startswith("fct_")


def test_policy_can_ask_everybody_for_a_token(newsroom: Sessions) -> None:
    _, secret = people.add_token(newsroom, BOSS, "Peer", label="script")
    with pytest.raises(TransitionRefused, match="lock yourself out"):
        load_policy(newsroom, BOSS, policy_toml(tokens_required="true"))
    _, boss = people.add_token(newsroom, BOSS, "Boss", label="own")
    load_policy(newsroom, Actor("Boss", token=boss), policy_toml(tokens_required="true"))
    with pytest.raises(NotAllowed, match="wants everybody to show a token"):
        take_first(newsroom, Actor("Peer"))
    take_first(newsroom, Actor("", token=secret))


def test_a_role_that_nobody_gave_is_found(newsroom: Sessions) -> None:
    from sqlalchemy import text

    people.add_token(newsroom, BOSS, "Peer", label="script", scope=Role.READER)
    assert examine_database(newsroom) == []
    for change, said in (
        ("UPDATE users SET role = 'admin' WHERE name = 'The checker'", "The checker is not the user"),
        ("UPDATE users SET key = 'x' WHERE name = 'The editor'", "The editor is not the user"),
        ("UPDATE tokens SET scope = 'admin'", "Token 1 is not the one"),
        (
            "UPDATE queries SET answer = 'Yes.', answered_at = asked_at, answered_by = 'Ana'",
            "states#3: queries 1 is not",
        ),
        ("UPDATE checkpoints SET ticked_by = 'Ana' WHERE n = 1", "its ticks are not"),
        ("UPDATE articles SET revision = 0 WHERE slug = 'ready'", "The present text of ready is missing"),
    ):
        with newsroom.begin() as session:
            session.execute(text(change))
        assert [one for one in examine_database(newsroom) if said in one], change


def test_nobody_puts_another_newsroom_in_its_place(
    sqlite_database: str, peopled: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = shutil.copy(sqlite_database, tmp_path / "empty.db")
    shutil.copy(peopled, sqlite_database)
    restore = ["--database", sqlite_database, "db", "restore", str(empty), "--as"]
    assert run([*restore, "Mallory"]) == 4
    assert run([*restore, "The editor"]) == 4
    assert run(["db", "copy", sqlite_database, str(tmp_path / "copy.db"), "--as", "The editor"]) == 4
    assert "managing people takes an admin" in capsys.readouterr().err
    assert run([*restore, "Boss"]) == 0


def test_a_name_that_is_none_is_no_user(sessions: Sessions) -> None:
    with pytest.raises(UsageError):
        people.add_user(sessions, BOSS, "  ", Role.ADMIN)


def test_the_command_line_shows_a_token_once(
    newsroom: Sessions, database: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(["--database", database, "tokens", "add", "Peer", "--as", "Boss", "--days", "2"]) == 0
    secret = capsys.readouterr().out.strip()
    assert run(["--database", database, "tokens", "list", "--as", "Boss"]) == 0
    assert secret not in capsys.readouterr().out
    monkeypatch.setenv("FACTCHECK_TOKEN", secret)
    assert run(["--database", database, "take", "states#1"]) == 0
    assert "held by Peer" in capsys.readouterr().out
    monkeypatch.setenv("FACTCHECK_TOKEN", "fct_wrong")
    assert run(["--database", database, "claims"]) == 4


def test_the_database_opens_to_people_it_knows(database: str, newsroom: Sessions) -> None:
    assert run(["--database", database, "claims", "states", "--as", "A Stranger"]) == 4
    assert run(["--database", database, "claims", "states", "--as", "The reader"]) == 0
