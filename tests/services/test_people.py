"""People and their tokens: who is let in, and as what."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from factcheck.cli import run
from factcheck.domain.actors import Actor
from factcheck.domain.vocabulary import Role
from factcheck.errors import BadInput, Conflict, NotAllowed, NotFound, TransitionRefused, UsageError
from factcheck.services import people, steps
from factcheck.services.doctor import examine_database
from factcheck.services.marking import mark_claims
from factcheck.services.policy_loading import load_policy
from factcheck.store.engine import Sessions
from tests.making import PAGE, ingest, policy_toml, refs
from tests.peopled import BOSS, newsroom, peopled, peopled_file, peopled_template

__all__ = ("newsroom", "peopled", "peopled_file", "peopled_template")


def take_first(sessions: Sessions, actor: Actor) -> None:
    steps.take_claims(sessions, actor, refs("states#1"))


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
    with pytest.raises(NotAllowed, match="This token of Old Hand may do what a checker may"):
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
    sqlite_database: str, peopled_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = shutil.copy(sqlite_database, tmp_path / "empty.db")
    shutil.copy(peopled_file, sqlite_database)
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
    newsroom: Sessions, peopled: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(["--database", peopled, "tokens", "add", "Peer", "--as", "Boss", "--days", "2"]) == 0
    secret = capsys.readouterr().out.strip()
    assert run(["--database", peopled, "tokens", "list", "--as", "Boss"]) == 0
    assert secret not in capsys.readouterr().out
    monkeypatch.setenv("FACTCHECK_TOKEN", secret)
    assert run(["--database", peopled, "take", "states#1"]) == 0
    assert "held by Peer" in capsys.readouterr().out
    monkeypatch.setenv("FACTCHECK_TOKEN", "fct_wrong")
    assert run(["--database", peopled, "claims"]) == 4


def test_the_database_opens_to_people_it_knows(peopled: str, newsroom: Sessions) -> None:
    assert run(["--database", peopled, "claims", "states", "--as", "A Stranger"]) == 4
    assert run(["--database", peopled, "claims", "states", "--as", "The reader"]) == 0


def test_what_somebody_held_is_anybodys_once_they_are_disabled(newsroom: Sessions) -> None:
    steps.take_claims(newsroom, Actor("Old Hand"), refs("states#1"))
    people.disable_user(newsroom, BOSS, "Old Hand")
    assert steps.take_claims(newsroom, Actor("The checker"), refs("states#1"))[0].assignee == "The checker"
    assert examine_database(newsroom) == []


def test_a_claim_sent_back_to_somebody_disabled_waits_for_nobody(newsroom: Sessions) -> None:
    checker = Actor("Old Hand")
    mark_claims(newsroom, checker, refs("states#1"), "verified", evidence=[PAGE])
    people.disable_user(newsroom, BOSS, "Old Hand")
    assert steps.return_claims(newsroom, BOSS, refs("states#1"), "Look again.")[0].assignee == "Old Hand"
    marked = mark_claims(newsroom, Actor("The checker"), refs("states#1"), "verified", evidence=[PAGE])[0]
    assert marked.checked_by == "The checker"


def test_a_token_that_may_less_than_its_person_says_so(newsroom: Sessions) -> None:
    secret = people.add_token(newsroom, BOSS, "The checker", label="reads", scope=Role.READER)[1]
    with pytest.raises(NotAllowed, match="This token of The checker may do what a reader may"):
        take_first(newsroom, Actor("", token=secret))
