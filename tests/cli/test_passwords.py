"""Passwords at the command line: typed unseen, or a line of standard input; never an argument."""

from __future__ import annotations

import io
import os
import pty
import subprocess
import sys
import termios
import time

import pytest

from factcheck.cli import run
from factcheck.domain.actors import Actor
from factcheck.domain.vocabulary import Role
from factcheck.errors import NotSignedIn
from factcheck.services import people, signing_in
from factcheck.store.engine import Sessions

BOSS = Actor("Boss")
WORDS = "a söntence is easy to keep"


@pytest.fixture
def newsroom(sqlite_sessions: Sessions) -> Sessions:
    people.add_user(sqlite_sessions, BOSS, "Boss", Role.ADMIN)
    people.add_user(sqlite_sessions, BOSS, "Bo", Role.CHECKER)
    return sqlite_sessions


def send(monkeypatch: pytest.MonkeyPatch, database: str, given: bytes, *words: str) -> int:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
    return run(["--database", database, "users", *words])


@pytest.mark.parametrize("end", ["", "\n", "\r\n", "\nwhat comes later is not read\n"])
def test_a_line_of_standard_input_is_the_password(
    newsroom: Sessions, sqlite_database: str, monkeypatch: pytest.MonkeyPatch, end: str
) -> None:
    given = f"{WORDS}{end}".encode()
    assert send(monkeypatch, sqlite_database, given, "password", "Bo", "--as", "Boss") == 0
    assert signing_in.sign_in(newsroom, "Bo", WORDS)


@pytest.mark.parametrize(
    ("given", "words", "status", "said"),
    [
        (b"short\n", ("Bo", "--as", "Boss"), 1, "10 to 256 characters"),
        (b"", ("Bo", "--as", "Boss"), 1, "10 to 256 characters"),
        (b"x" * 5000, ("Bo", "--as", "Boss"), 1, "10 to 256 characters"),
        (b"not \xff UTF-8 at all\n", ("Bo", "--as", "Boss"), 2, "That is no password"),
        (b"long enough\n", ("Boss", "--as", "Bo"), 4, "managing people takes an admin"),
        (b"long enough\n", ("Nobody", "--as", "Boss"), 3, "“Nobody” is no user"),
        (b"long enough\n", ("Bo", "--as", "A Stranger"), 4, "no user of this newsroom"),
    ],
)
def test_what_is_refused_changes_nothing(
    newsroom: Sessions,
    sqlite_database: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    given: bytes,
    words: tuple[str, ...],
    status: int,
    said: str,
) -> None:
    signing_in.set_password(newsroom, BOSS, "Bo", WORDS)
    assert send(monkeypatch, sqlite_database, given, "password", *words) == status
    assert said in capsys.readouterr().err
    assert signing_in.sign_in(newsroom, "Bo", WORDS)


def test_everybody_sets_their_own(
    newsroom: Sessions,
    sqlite_database: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert send(monkeypatch, sqlite_database, WORDS.encode(), "password", "bo", "--as", "Bo") == 0
    printed = capsys.readouterr()
    assert printed.out == "Bo  checker\n"
    assert WORDS not in printed.err
    assert signing_in.sign_in(newsroom, "Bo", WORDS)


def type_at_terminal(database: str, *lines: str) -> tuple[int, str]:
    """Run the command at a terminal and type these lines; its exit status, and all that was to be seen."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "factcheck", "--database", database, "users", "password", "Bo"]
    with subprocess.Popen(
        [*command, "--as", "Boss"], stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True
    ) as running:
        shown = b""
        for prompt, line in zip((b"New password: ", b"Once more: "), lines, strict=True):
            while prompt not in shown:
                shown += os.read(ours, 1000)
            while termios.tcgetattr(theirs)[3] & termios.ECHO:
                time.sleep(0.01)
            os.write(ours, f"{line}\n".encode())
        status = running.wait(60)
    os.close(theirs)
    try:
        while more := os.read(ours, 1000):
            shown += more
    except OSError:  # Linux tells the end of a terminal so
        pass
    os.close(ours)
    return status, shown.decode()


def test_at_a_terminal_it_is_typed_twice_and_never_shown(newsroom: Sessions, sqlite_database: str) -> None:
    status, shown = type_at_terminal(sqlite_database, WORDS, WORDS)
    assert (status, WORDS in shown) == (0, False), shown
    assert signing_in.sign_in(newsroom, "Bo", WORDS)


def test_two_that_are_not_alike_change_nothing(newsroom: Sessions, sqlite_database: str) -> None:
    status, shown = type_at_terminal(sqlite_database, WORDS, f"{WORDS}!")
    assert status == 2
    assert "The two are not alike." in shown
    with pytest.raises(NotSignedIn):
        signing_in.sign_in(newsroom, "Bo", WORDS)


def test_an_admin_says_how_the_identity_provider_knows_somebody(
    newsroom: Sessions,
    sqlite_database: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def login(*words: str) -> int:
        return send(monkeypatch, sqlite_database, b"", "login", *words)

    assert login("Bo", "bo@paper.example", "--as", "Boss") == 0
    assert signing_in.sign_in_by_login(newsroom, "bo@paper.example")
    assert login("Boss", "bo@paper.example", "--as", "Boss") == 5
    assert login("Bo", "me@paper.example", "--as", "Bo") == 4
    assert login("Bo", "--as", "Boss") == login("Bo", "x@y.example", "--none", "--as", "Boss") == 2
    assert "A login is needed, or --none." in capsys.readouterr().err
    assert signing_in.sign_in_by_login(newsroom, "bo@paper.example")
    assert login("Bo", "--none", "--as", "Boss") == 0
    with pytest.raises(NotSignedIn):
        signing_in.sign_in_by_login(newsroom, "bo@paper.example")
