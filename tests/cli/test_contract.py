"""The command line's contract: exit statuses, messages, what stays untouched."""

from __future__ import annotations

import io
import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import factcheck.cli

Run = Callable[..., subprocess.CompletedProcess[bytes]]
TEXT = "The bridge cost 4 million euros. It opened in 1932. Nobody crosses it at night.\n"


@pytest.fixture
def database(sqlite_database: str) -> str:
    """A file: what the face promises doesn't hang on where the data are; scenarios run on both."""
    return sqlite_database


@pytest.fixture
def run(tmp_path: Path, database: str, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `factcheck` in this process, in a folder of its own, on a fresh database."""
    (tmp_path / "article.txt").write_text(TEXT)
    monkeypatch.chdir(tmp_path)

    def call(*words: str, given: bytes = b"", **changes: str) -> subprocess.CompletedProcess[bytes]:
        settings = {"FACTCHECK_DATABASE": database, "COLUMNS": "100", "FACTCHECK_USER": "ana", **changes}
        out, said = io.BytesIO(), io.BytesIO()
        with pytest.MonkeyPatch.context() as patch:
            for name, value in settings.items():
                patch.setenv(name, value)
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given), encoding="utf-8"))
            patch.setattr(sys, "stdout", io.TextIOWrapper(out, encoding="utf-8", write_through=True))
            patch.setattr(sys, "stderr", io.TextIOWrapper(said, encoding="utf-8", write_through=True))
            status = factcheck.cli.run(list(words))
            printed = out.getvalue(), said.getvalue()
        assert b"Traceback" not in printed[1], printed[1].decode()
        return subprocess.CompletedProcess(words, status, *printed)

    return call


@pytest.fixture
def desk(run: Run) -> Run:
    """The same, with an article in."""
    assert run("ingest", "article.txt", "--slug", "bridge").returncode == 0
    return run


BAD_INPUT = {
    "a missing file": (b"", "missing.txt", 3, "There is no file"),
    "a folder": (None, "folder", 1, "is a folder"),
    "a binary file": (b"\x7fELF" + bytes(100), "x.bin", 1, "a program"),
    "noise": (bytes(range(256)) * 8, "x.bin", 1, "not utf-8"),
    "an empty file": (b"", "empty.txt", 1, "no text"),
    "only a headline": (b"A Headline and Nothing More\n", "x.txt", 1, "not one sentence"),
    "too much text": (b"A short sentence. " * 600_000, "x.txt", 1, "more than 5 MB"),
    "Latin-1": ("Zürich liegt am See.".encode("latin-1"), "x.txt", 1, "not utf-8"),
}


@pytest.mark.parametrize("name", BAD_INPUT)
def test_bad_input_is_refused_and_nothing_is_stored(run: Run, tmp_path: Path, name: str) -> None:
    data, file, status, said = BAD_INPUT[name]
    if data is None:
        (tmp_path / file).mkdir()
    elif name != "a missing file":
        (tmp_path / file).write_bytes(data)
    done = run("ingest", file, "--json")
    error = json.loads(done.stderr)["error"]
    assert (done.returncode, done.stdout) == (status, b"")
    assert said in error["message"]
    assert error["hint"]
    assert run("articles", "--json").stdout == b"[]\n"


def test_one_sentence_of_a_hundred_thousand_letters_is_one_claim_and_told(run: Run) -> None:
    done = run("ingest", "-", "--slug", "long", given=("word " * 20_000 + "end.").encode())
    assert done.returncode == 0
    assert b"is punctuation missing" in done.stderr
    claim = json.loads(run("show", "long#1", "--json").stdout)
    assert claim["end"] - claim["start"] == len(claim["text"]) == 100_004


def test_nul_and_lone_surrogates_are_shown_as_unreadable(run: Run) -> None:
    assert run("ingest", "-", "--slug", "odd", given=b"It \xed\xa0\x80 opened\x00 in 1932.").returncode == 0
    assert json.loads(run("show", "odd#1", "--json").stdout)["text"] == "It \ufffd opened\ufffd in 1932."


STATUSES = [
    (("show", "bridge#99"), 3, "no claim bridge#99"),
    (("show", "brigde#1"), 3, "no article"),
    (("show", "bridge"), 2, "not a ref"),
    (("show", "bridge#0"), 2, "from 0"),
    (("mark", "bridge#1", "plausible"), 2, "no verdict"),
    (("mark", "bridge#1"), 2, "comes last"),
    (("mark", "bridge#1", "verified"), 5, "needs a piece of evidence"),
    (("mark", "bridge#1", "verified", "--quote", "x"), 2, "there is none"),
    (("mark", "bridge#1", "verified", "--evidence", "javascript:alert(1)"), 1, "not a link"),
    (("mark", "bridge#1-9", "unproven", "--note", "x"), 3, "no claim bridge#4"),
    (("skip", "bridge#1", "boring"), 2, "no reason"),
    (("approve", "bridge#1"), 5, "is unchecked"),
    (("release", "bridge#1"), 5, "is unchecked"),
    (("approve", "bridge#all"), 5, "no claim of bridge that one could approve"),
    (("evidence", "remove", "7"), 3, "no evidence number 7"),
    (("export", "bridge", "--format", "pdf"), 2, "no export format"),
    (("export", "bridge", "--verified", "--status", "checked"), 2, "verified list"),
    (("export", "nowhere"), 3, "no article"),
    (("claims", "bridge", "--verdict", "plausible"), 2, "no verdict"),
    (("claims", "bridge", "--status", "plausible"), 2, "plausible"),
    (("claims", "bridge", "--json", "--csv"), 2, "Only one"),
    (("claims", "bridge", "--after", "bridge#9"), 3, "no claim"),
    (("publish", "bridge"), 1, "3 claims are open"),
    (("gate",), 2, "--all"),
    (("answer", "bridge#1", "Yes."), 3, "no open query"),
    (("query", "bridge#1", " "), 1, "without words"),
    (("query", "bridge#1", "When?", "--due", "soon"), 2, "no date"),
    (("take", "bridge#1", "--as", ""), 2, "no name"),
    (("ingest", "article.txt", "--published", "yesterday"), 2, "no date"),
    (("ingest", "article.txt", "--slug", "Bad Slug"), 2, "can't be a slug"),
    (("ingest", "https://paper.example/"), 1, "is no public host"),
    (("ledger", "head"), 3, "sealed"),
    (("ledger", "verify", "--head", "0" * 64), 6, "not in this ledger"),
    (("ledger", "verify", "--head", "abc"), 2, "no checkpoint's hash"),
    (("show", "bridge#999"), 3, "no claim bridge#999"),
    (("take", "bridge#500-600"), 3, "no claim bridge#500"),
    (("history", "bridge#999"), 3, "no claim"),
    (("evidence", "add", "bridge#999", "https://a.example/"), 3, "no claim"),
    (("mark", "bridge#1", "unproven", "--note", "\u200b"), 5, "needs a note"),
    (("mark", "bridge#1", "unproven", "--note", "bad\udcff"), 2, "not valid text"),
    (("claims", "--database"), 2, "needs a value"),
    (("claims", "--database", ""), 2, "in memory"),
    (("claims", "--database", "postgresql://host:port/x"), 2, "no database URL"),
    (("evidence", "remove", "9" * 30), 2, ""),
    (("analyse", "missing.jsonl", "--nl"), 3, "no file"),
    (("ingest", ""), 1, "No file was named"),
    (("nonsense",), 2, "nonsense"),
    (("show", "bridge#1", "--nonsense"), 2, "nonsense"),
    (("claims", "--database", "."), 1, "is a folder"),
    (("claims", "--database", "article.txt"), 1, "not a SQLite database"),
    (("claims", "--database", "mysql://x/y"), 2, "mysql"),
]


@pytest.mark.parametrize(("words", "status", "said"), STATUSES, ids=[" ".join(row[0]) for row in STATUSES])
def test_each_refusal_has_its_status_and_says_what_to_do(
    desk: Run, words: tuple[str, ...], status: int, said: str
) -> None:
    done = desk(*words)
    assert done.returncode == status, done.stderr.decode()
    assert said in done.stderr.decode()
    assert done.stdout == b""
    assert "hint" in done.stderr.decode() or len(done.stderr.splitlines()) >= 2, "it doesn't say what to do"
    assert desk("db", "doctor").returncode == 0


def test_what_is_refused_changes_nothing(desk: Run) -> None:
    before = desk("claims", "bridge", "--json").stdout, desk("history", "bridge", "--json").stdout
    desk("mark", "bridge#1-3", "verified", "--evidence", "https://a.example/", "--evidence", "javascript:x")
    desk("mark", "bridge#1", "bridge#99", "unproven", "--note", "x")
    desk("mark", "bridge#1", "false", "--evidence", "https://a.example/", "--stance", "supports")
    assert (desk("claims", "bridge", "--json").stdout, desk("history", "bridge", "--json").stdout) == before


def test_several_claims_are_marked_together_or_not_at_all(desk: Run) -> None:
    desk("take", "bridge#2", "--as", "bo")
    assert desk("mark", "bridge#1-3", "unproven", "--note", "Looked.").returncode == 5
    assert desk("mark", "bridge#1", "bridge#3", "unproven", "--note", "Looked.").returncode == 0
    assert desk("mark", "bridge#all", "unproven", "--note", "Looked.", "--as", "bo").stdout.startswith(
        b"bridge#2"
    )


def test_a_stale_version_is_refused_and_told(desk: Run) -> None:
    desk("take", "bridge#1", "--as", "bo")
    done = desk("skip", "bridge#1", "opinion", "--as", "bo", "--if-version", "1", "--json")
    error = json.loads(done.stderr)["error"]
    assert (done.returncode, error["code"]) == (5, "stale_version")
    assert "bo: claim taken" in error["message"]


def test_the_global_options_may_stand_anywhere(run: Run, tmp_path: Path) -> None:
    other = str(tmp_path / "other.db")
    assert run("ingest", "article.txt", "--database", other, "--as", "bo").returncode == 0
    assert run("--database", other, "articles", "--json").stdout != b"[]\n"
    assert run("articles", f"--database={other}", "--json").stdout != b"[]\n"
    assert run("articles", "--json").stdout == b"[]\n"


def test_a_failed_export_leaves_the_file_that_was_there(desk: Run, tmp_path: Path) -> None:
    target = tmp_path / "list.csv"
    target.write_text("yesterday's list")
    assert desk("export", "bridge", "--format", "pdf", "-o", str(target)).returncode == 2
    assert desk("export", "nowhere", "-o", str(target)).returncode == 3
    assert desk("export", "bridge", "-o", str(tmp_path)).returncode == 1
    assert desk("export", "bridge", "-o", str(tmp_path / "missing" / "x")).returncode == 1
    assert target.read_text() == "yesterday's list"
    assert desk("export", "bridge", "-o", "factcheck.db").returncode == 1
    assert sorted(p.name for p in tmp_path.iterdir() if p.name.startswith(".factcheck-")) == []
    assert desk("export", "bridge", "--format", "csv", "-o", str(target)).returncode == 0
    assert target.read_text().startswith("ref,")


def test_text_of_articles_never_steers_the_terminal(run: Run) -> None:
    text = (
        "The [bold]bridge[/bold] \x1b[31mburned\x1b[0m down \u202eno\u202c in 1932\x9b2J."
        " :smile: it [link=x]did[/link]."
    )
    assert (
        run("ingest", "-", "--slug", "esc", "--headline", "\x1b]0;owned\x07", given=text.encode()).returncode
        == 0
    )
    for words in (
        ("claims", "esc"),
        ("show", "esc#1"),
        ("articles",),
        ("gate", "esc"),
        ("history", "esc"),
        ("claims", "--json"),
    ):
        done = run(*words)
        shown = done.stdout.decode() + done.stderr.decode()
        assert not {"\x1b", "\x9b", "\u202e", "\x07"} & set(shown), words
    assert "[bold]" in run("claims", "esc").stdout.decode()
    assert ":smile:" in run("claims", "esc").stdout.decode()


def test_a_note_cant_pass_for_a_line_of_ours(desk: Run) -> None:
    desk("skip", "bridge#1", "other", "--note", "x\nbridge#2  approved: verified")
    lines = desk("show", "bridge#1").stdout.decode().splitlines()
    assert not [line for line in lines if line.startswith("bridge#2")]


def test_a_full_disk_or_no_output_at_all_is_told(desk: Run, database: str) -> None:
    # Without coverage's own files: the first file that a process without output opens becomes its output.
    quiet = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
    for line in ("claims > /dev/full", "claims --json > /dev/full", "claims >&-", "export >&-"):
        command = f"{sys.executable} -m factcheck --database {database} {line}"
        done = subprocess.run(["bash", "-c", command], capture_output=True, env=quiet, check=False)
        assert b"Traceback" not in done.stderr
        assert b"AttributeError" not in done.stderr
        assert done.returncode == (1 if "full" in line else 0), (line, done.stderr)


def test_a_terminal_of_few_letters_is_made_do_with(desk: Run, database: str) -> None:
    command = [sys.executable, "-m", "factcheck", "--database", database, "claims", "bridge"]
    done = subprocess.run(command, capture_output=True, env={"PYTHONIOENCODING": "ascii"}, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    done = subprocess.run(
        [*command, "--json"], capture_output=True, env={"PYTHONIOENCODING": "ascii"}, check=False
    )
    assert len(json.loads(done.stdout)) == 3


def test_colour_is_for_terminals_and_no_color_is_honoured(desk: Run) -> None:
    assert b"\x1b[" not in desk("claims", "bridge").stdout
    assert b"\x1b[" in desk("claims", "bridge", FORCE_COLOR="1").stdout
    assert not re.search(rb"\x1b\[[\d;]*3\d", desk("claims", "bridge", FORCE_COLOR="1", NO_COLOR="1").stdout)


def test_a_closed_pipe_is_no_error(desk: Run, tmp_path: Path, database: str) -> None:
    many = " ".join(f"The bridge has {number} arches." for number in range(3000))
    desk("ingest", "-", "--slug", "long", given=many.encode())
    line = (
        f"{sys.executable} -m factcheck --database {database} claims --nl | head -1; echo ${{PIPESTATUS[0]}}"
    )
    done = subprocess.run(["bash", "-c", line], cwd=tmp_path, capture_output=True, check=False)
    first, status = done.stdout.splitlines()
    assert json.loads(first)["n"] == 1
    assert (status, done.stderr) == (b"0", b"")


def test_an_interrupt_leaves_nothing_behind(tmp_path: Path, database: str) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "factcheck", "--database", database, "ingest", "-"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        # Where the tests run behind a shell's `&` it ignores interrupts, and so would what it starts.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )  # fmt: skip
    assert process.stdin is not None
    # More than a pipe holds: when it is written, the command is reading.
    process.stdin.write(b"A sentence came in. " * 10_000)
    process.send_signal(signal.SIGINT)
    out, said = process.communicate(timeout=20)
    assert (process.returncode, out) == (130, b"")
    assert b"Interrupted" in said
    assert b"Traceback" not in said
    with sqlite3.connect(database) as opened:
        assert opened.execute("SELECT count(*) FROM articles").fetchone() == (0,)
    opened.close()


def test_a_stream_of_texts_is_answered_line_by_line(run: Run) -> None:
    lines = [json.dumps({"id": n, "text": f"It cost {n} euros. She said so."}) for n in range(3)]
    done = run("analyse", "-", "--nl", given="\n".join(lines).encode())
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [answer["id"] for answer in answers] == [0, 1, 2]
    assert all(len(answer["sentences"]) == 2 for answer in answers)
    assert set(answers[0]) == {
        "id", "language", "text", "headline", "byline", "dateline", "date", "sentences", "attributions",
    }  # fmt: skip
    good = b'{"id": "z", "text": "It rained."}'
    for bad in (
        b'{"id": NaN, "text": "a"}',
        b'{"id": [1], "text": "a"}',
        b"not json",
        b"[]",
        b'{"id": 1}',
        b'{"text": 3}',
        b"[" * 100_000,
        b'{"text": "a", "language": 5}',
    ):
        refused = run("analyse", "-", "--nl", given=bad + b"\n" + good)
        assert refused.returncode == 1
        assert b"1 line could not be read" in refused.stderr
        first, second = (json.loads(line) for line in refused.stdout.splitlines())
        assert "Line 1" in first["error"]["message"]
        assert (second["id"], len(second["sentences"])) == ("z", 1)


def test_a_reading_shows_who_says_what_on_a_narrow_terminal(run: Run) -> None:
    shown = run("analyse", "article.txt", COLUMNS="80").stdout.decode()
    said = run(
        "analyse", "-", given=b"It is shut, said Ines Duarte, an engineer.", COLUMNS="60"
    ).stdout.decode()
    assert "The bridge cost 4 million euros" in " ".join(shown.split())
    assert "— Ines Duarte (said)" in said


@pytest.mark.parametrize("code", ["german", "e", "en-", "1"])
def test_what_is_no_code_of_a_language_is_refused(run: Run, code: str) -> None:
    for command in ("analyse", "ingest"):
        refused = run(command, "article.txt", "--language", code)
        assert refused.returncode == 1
        assert b"no language code" in refused.stderr


@pytest.mark.parametrize("name", ["", " ", "...", "\u200b", "a\nError: b", "x" * 201])
def test_an_alias_is_a_name(run: Run, name: str) -> None:
    run("ingest", "-", "--slug", "shut", given=b"It is shut, said Ines Duarte, an engineer.")
    refused = run("sources", "alias", "Ines Duarte", name)
    assert refused.returncode == 1
    assert "can't be a name" in refused.stderr.decode()


def test_a_claim_has_every_field_of_the_contract(desk: Run) -> None:
    desk(
        "mark",
        "bridge#1",
        "verified",
        "--evidence",
        "https://a.example/",
        "--quote",
        "4 million",
        "--primary",
    )
    claim = json.loads(desk("show", "bridge#1", "--json").stdout)
    wanted = [
        "ref",
        "n",
        "article",
        "revision",
        "paragraph",
        "text",
        "start",
        "end",
        "prefix",
        "suffix",
        "kind",
        "checkworthiness",
        "checkpoints",
        "attributions",
        "status",
        "verdict",
        "attribution_check",
        "note",
        "assignee",
        "checked_by",
        "approved_by",
        "version",
        "evidence",
        "created_at",
        "updated_at",
    ]
    assert set(wanted) <= set(claim)
    assert {
        "id",
        "url",
        "title",
        "publisher",
        "stance",
        "quote",
        "primary",
        "accessed_at",
        "snapshot",
    } <= set(claim["evidence"][0])
    assert json.loads(desk("claims", "bridge", "--nl").stdout.splitlines()[0]) == claim


def test_lists_can_be_paged_and_narrowed(desk: Run) -> None:
    def refs(*words: str) -> list[str]:
        return [claim["ref"] for claim in json.loads(desk("claims", *words, "--json").stdout)]

    assert refs("bridge", "--limit", "2") == ["bridge#1", "bridge#2"]
    assert refs("bridge", "--after", "bridge#1", "--limit", "1") == ["bridge#2"]
    assert refs("--query", "1932 opened") == ["bridge#2"]
    assert refs("--query", '"OR" NEAR( *') == []
    assert refs("--query", "***") == []
    desk("take", "bridge#3")
    assert refs("--assignee", "ANA") == ["bridge#3"]
    assert refs("--status", "in_review", "--status", "checked") == ["bridge#3"]
    assert refs("--kind", "fact", "--status", "unchecked") == ["bridge#1", "bridge#2"]
    assert desk("claims", "bridge", "--csv").stdout.startswith(b"ref,article,text")


def test_every_command_is_in_the_help(run: Run) -> None:
    shown = run("--help").stdout.decode()
    for name in [
        "ingest",
        "analyse",
        "articles",
        "claims",
        "show",
        "sources",
        "next",
        "take",
        "release",
        "mark",
        "skip",
        "evidence",
        "query",
        "answer",
        "approve",
        "return",
        "publish",
        "reopen",
        "withdraw",
        "gate",
        "export",
        "history",
        "ledger",
        "policy",
        "db",
        "demo",
    ]:
        assert f" {name} " in shown, name
        assert run(name, "--help").returncode == 0
    assert run().stdout == run("--help").stdout
