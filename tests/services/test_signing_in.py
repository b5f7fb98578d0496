from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import text

from factcheck.domain.actors import Actor
from factcheck.domain.vocabulary import Role
from factcheck.errors import BadInput, Conflict, NotAllowed, NotFound, NotSignedIn, UsageError
from factcheck.services import people, signing_in
from factcheck.services.clock import now
from factcheck.services.doctor import examine_database
from factcheck.services.reading import house_history
from factcheck.services.steps import take_claims
from factcheck.store.engine import Sessions
from tests.making import ingest, refs

BOSS, BO, CY = Actor("Boss"), Actor("Bo"), Actor("Cy")
WORDS = "the password of Bo"


@pytest.fixture
def newsroom(sessions: Sessions) -> Sessions:
    """An admin and two checkers, of whom one has a password, and something to check."""
    people.add_user(sessions, BOSS, "Boss", Role.ADMIN, password="the password of Boss")
    people.add_user(sessions, BOSS, "Bo", Role.CHECKER, password=WORDS)
    people.add_user(sessions, BOSS, "Cy", Role.CHECKER)
    ingest(sessions, actor=BOSS)
    return sessions


def at_browser(secret: str) -> Actor:
    """Somebody who is signed in under that secret, and has said no name."""
    return Actor("", session=secret, remote=True)


def act(sessions: Sessions, secret: str, ref: str = "bridge#1") -> str | None:
    return take_claims(sessions, at_browser(secret), refs(ref))[0].assignee


def test_whoever_signed_in_acts_as_themselves_within_their_role(newsroom: Sessions) -> None:
    secret = signing_in.sign_in(newsroom, "Bo", WORDS)
    assert act(newsroom, secret) == "Bo"
    assert signing_in.who_is_it(newsroom, at_browser(secret)) == Actor("Bo", Role.CHECKER)
    with pytest.raises(NotAllowed, match="Bo is a checker"):
        people.add_user(newsroom, at_browser(secret), "Friend", Role.ADMIN)
    assert examine_database(newsroom) == []


def test_a_spelling_of_the_name_signs_in_too(newsroom: Sessions) -> None:
    assert act(newsroom, signing_in.sign_in(newsroom, " BO ", WORDS)) == "Bo"


@pytest.mark.parametrize(
    ("name", "password"),
    [("Bo", "the password of bo"), ("Bo", ""), ("Cy", ""), ("Cy", WORDS), ("Nobody", WORDS), ("", "")],
    ids=["wrong", "empty", "without one, empty", "without one", "stranger", "nothing"],
)
def test_who_does_not_know_the_password_is_told_nothing_more(
    newsroom: Sessions, name: str, password: str
) -> None:
    with pytest.raises(NotSignedIn, match=r"^That name and password don't go together\.$"):
        signing_in.sign_in(newsroom, name, password)


def test_who_is_disabled_gets_in_no_more_and_is_out_at_once(newsroom: Sessions) -> None:
    secret = signing_in.sign_in(newsroom, "Bo", WORDS)
    people.disable_user(newsroom, BOSS, "Bo")
    with pytest.raises(NotSignedIn, match="don't go together"):
        signing_in.sign_in(newsroom, "Bo", WORDS)
    with pytest.raises(NotSignedIn, match="not signed in any more"):
        act(newsroom, secret)


def test_another_role_counts_from_the_next_request_on(newsroom: Sessions) -> None:
    secret = signing_in.sign_in(newsroom, "Bo", WORDS)
    people.change_role(newsroom, BOSS, "Bo", Role.READER)
    with pytest.raises(NotAllowed, match="Bo is a reader"):
        act(newsroom, secret)


def test_signing_out_ends_one_session(newsroom: Sessions) -> None:
    here, there = (signing_in.sign_in(newsroom, "Bo", WORDS) for _ in range(2))
    signing_in.sign_out(newsroom, here)
    with pytest.raises(NotSignedIn, match="not signed in any more"):
        act(newsroom, here)
    assert act(newsroom, there) == "Bo"


def test_signing_out_everywhere_ends_all_of_ones_own(newsroom: Sessions) -> None:
    mine = [signing_in.sign_in(newsroom, "Bo", WORDS) for _ in range(2)]
    boss = signing_in.sign_in(newsroom, "Boss", "the password of Boss")
    with pytest.raises(NotAllowed, match="managing people takes an admin"):
        signing_in.sign_out_everywhere(newsroom, CY, "Bo")
    with pytest.raises(NotFound, match="“Nobody” is no user"):
        signing_in.sign_out_everywhere(newsroom, BOSS, "Nobody")
    signing_in.sign_out_everywhere(newsroom, BO, "Bo")
    for secret in mine:
        with pytest.raises(NotSignedIn):
            act(newsroom, secret)
    assert act(newsroom, boss) == "Boss"


ENDS: dict[str, Callable[[Sessions], object]] = {
    "new password": lambda s: signing_in.set_password(s, BO, "Bo", "another password"),
    "admin's password": lambda s: signing_in.set_password(s, BOSS, "Bo", "another password"),
    "new login": lambda s: signing_in.set_login(s, BOSS, "Bo", "bo@paper.example"),
    "admin signs out": lambda s: signing_in.sign_out_everywhere(s, BOSS, "Bo"),
}


@pytest.mark.parametrize("how", ENDS)
def test_a_session_ends_when_who_it_is_may_have_changed(newsroom: Sessions, how: str) -> None:
    secret = signing_in.sign_in(newsroom, "Bo", WORDS)
    ENDS[how](newsroom)
    with pytest.raises(NotSignedIn, match="not signed in any more"):
        act(newsroom, secret)


def test_the_new_password_is_the_one_that_counts(newsroom: Sessions) -> None:
    signing_in.set_password(newsroom, BO, "Bo", "another password")
    with pytest.raises(NotSignedIn):
        signing_in.sign_in(newsroom, "Bo", WORDS)
    assert act(newsroom, signing_in.sign_in(newsroom, "Bo", "another password")) == "Bo"


def test_nobody_but_an_admin_sets_anothers_password(newsroom: Sessions) -> None:
    with pytest.raises(NotAllowed, match="managing people takes an admin"):
        signing_in.set_password(newsroom, CY, "Bo", "another password")
    with pytest.raises(NotAllowed, match="managing people takes an admin"):
        signing_in.set_login(newsroom, BO, "Bo", "bo@paper.example")
    with pytest.raises(NotFound, match="“Nobody” is no user"):
        signing_in.set_password(newsroom, BOSS, "Nobody", "another password")
    assert signing_in.sign_in(newsroom, "Bo", WORDS)


@pytest.mark.parametrize("password", ["", "too short", "x" * 257])
def test_a_password_has_its_length(newsroom: Sessions, password: str) -> None:
    with pytest.raises(BadInput, match="10 to 256 characters"):
        signing_in.set_password(newsroom, BO, "Bo", password)
    assert signing_in.sign_in(newsroom, "Bo", WORDS)


def test_a_session_lasts_a_working_day(newsroom: Sessions, monkeypatch: pytest.MonkeyPatch) -> None:
    begun = now()
    monkeypatch.setattr(signing_in, "now", lambda: begun)
    secret = signing_in.sign_in(newsroom, "Bo", WORDS)
    monkeypatch.setattr(people, "now", lambda: begun + signing_in.LASTS - timedelta(seconds=1))
    assert act(newsroom, secret) == "Bo"
    monkeypatch.setattr(people, "now", lambda: begun + signing_in.LASTS)
    with pytest.raises(NotSignedIn, match="not signed in any more"):
        act(newsroom, secret)


def test_what_ended_long_ago_is_forgotten(newsroom: Sessions, monkeypatch: pytest.MonkeyPatch) -> None:
    begun = now()
    for hours in (0, 23, 25):
        monkeypatch.setattr(signing_in, "now", lambda at=begun + timedelta(hours=hours): at)
        signing_in.sign_in(newsroom, "Bo", WORDS)
    with newsroom.read() as session:
        assert session.scalar(text("SELECT count(*) FROM web_sessions")) == 2


def test_that_somebody_is_still_there_is_written_down_every_five_minutes(
    newsroom: Sessions, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = now()
    monkeypatch.setattr(signing_in, "now", lambda: begun)
    secret = signing_in.sign_in(newsroom, "Bo", WORDS)
    seen = []
    for minutes in (1, 6, 7, 12):
        monkeypatch.setattr(signing_in, "now", lambda at=begun + timedelta(minutes=minutes): at)
        signing_in.who_is_it(newsroom, at_browser(secret))
        with newsroom.read() as session:
            seen.append(session.scalar(text("SELECT seen_at FROM web_sessions")))
    assert seen[0] != seen[1] == seen[2] != seen[3]


def test_the_identity_provider_vouches_for_whom_an_admin_said(newsroom: Sessions) -> None:
    with pytest.raises(NotSignedIn, match="no user of this newsroom"):
        signing_in.sign_in_by_login(newsroom, "cy@paper.example")
    signing_in.set_login(newsroom, BOSS, "Cy", "cy@paper.example")
    assert act(newsroom, signing_in.sign_in_by_login(newsroom, "CY@paper.example")) == "Cy"
    with pytest.raises(Conflict, match="somebody else's"):
        signing_in.set_login(newsroom, BOSS, "Bo", "Cy@paper.example")
    signing_in.set_login(newsroom, BOSS, "Cy", "cy@paper.example")
    signing_in.set_login(newsroom, BOSS, "Cy", None)
    with pytest.raises(NotSignedIn):
        signing_in.sign_in_by_login(newsroom, "cy@paper.example")


def test_without_users_a_name_is_enough_and_only_until_somebody_is_named(sessions: Sessions) -> None:
    ingest(sessions)
    secret = signing_in.sign_in_by_name(sessions, "  Ana   Duarte ")
    assert act(sessions, secret) == "Ana Duarte"
    assert not signing_in.has_users(sessions)
    with pytest.raises(UsageError):
        signing_in.sign_in_by_name(sessions, "   ")
    people.add_user(sessions, BOSS, "Ana Duarte", Role.ADMIN, password="the password of Ana")
    assert signing_in.has_users(sessions)
    with pytest.raises(NotSignedIn, match="not signed in any more"):
        act(sessions, secret, "bridge#2")
    with pytest.raises(NotSignedIn, match="wants to know who you are"):
        signing_in.sign_in_by_name(sessions, "Ana Duarte")


@pytest.mark.parametrize("secret", ["", "wrong", "x" * 5000])
def test_a_secret_that_nobody_was_given_opens_nothing(newsroom: Sessions, secret: str) -> None:
    with pytest.raises(NotSignedIn):
        act(newsroom, secret)


def test_over_the_network_a_users_name_alone_proves_nothing(newsroom: Sessions) -> None:
    with pytest.raises(NotSignedIn, match="wants to know who you are"):
        take_claims(newsroom, Actor("Boss", remote=True), refs("bridge#1"))


def test_neither_password_nor_secret_is_kept_and_the_ledger_tells_who_set_one(newsroom: Sessions) -> None:
    signing_in.set_password(newsroom, BOSS, "Cy", "the password of Cy")
    secret = signing_in.sign_in(newsroom, "Bo", WORDS)
    with newsroom.read() as session:
        kept = [
            str(tuple(row))
            for table in ("users", "web_sessions", "events")
            for row in session.execute(text(f"SELECT * FROM {table}"))
        ]
    assert not [row for row in kept if secret in row or "the password of" in row]
    assert secret not in repr(at_browser(secret))
    told = [(event.actor, event.action, event.entity) for event in house_history(newsroom)]
    assert ("Boss", "user_password_set", "user:Cy") in told
    assert examine_database(newsroom) == []
