"""Start-up, ingest and listing, each beside its floor: `python -m tests.bench`."""

from __future__ import annotations

import json
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.domain.models import Claim
    from factcheck.store.engine import Sessions

ROOT = Path(__file__).parents[2]
ARTICLE = ROOT / "seeds" / "rednote-newcomers.txt"
ROUNDS = 15

# A Typer program that does nothing: what any command line of this kind costs before its own work.
NOTHING = "import typer\napp = typer.Typer()\n@app.command()\ndef main() -> None:\n    'Nothing.'\napp()\n"
# What a program on the same libraries pays before its first query.
LIBRARIES = (
    "import typer, rich.table, pydantic, sqlalchemy.orm\nsqlalchemy.create_engine('sqlite://').connect()\n"
)


def seconds(act: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The median time of an act, in seconds."""
    taken = []
    for _ in range(rounds):
        begun = time.perf_counter()
        act()
        taken.append(time.perf_counter() - begun)
    return statistics.median(taken)


def call(*words: str, folder: Path) -> None:
    """Run a Python command line to its end."""
    subprocess.run([sys.executable, *words], cwd=folder, check=True, capture_output=True)


def row(what: str, ours: float, floor: float, floor_is: str) -> None:
    """Print one comparison in milliseconds."""
    print(f"{what:<34}{ours * 1000:>9.1f} ms{floor * 1000:>9.1f} ms{ours / floor:>7.2f} x   {floor_is}")


def compare_commands(folder: Path) -> None:
    """Whole commands, from the shell and back."""
    (folder / "nothing.py").write_text(NOTHING)
    (folder / "libraries.py").write_text(LIBRARIES)
    nothing = seconds(lambda: call("nothing.py", "--help", folder=folder))
    libraries = seconds(lambda: call("libraries.py", folder=folder))
    row(
        "factcheck --help",
        seconds(lambda: call("-m", "factcheck", "--help", folder=folder)),
        nothing,
        "an empty Typer program",
    )
    call("-m", "factcheck", "ingest", str(ARTICLE), "--slug", "rednote", folder=folder)
    for words in (["claims", "rednote"], ["show", "rednote#6"], ["ledger", "verify"]):
        ours = seconds(lambda words=words: call("-m", "factcheck", *words, folder=folder))  # type: ignore[misc]
        row(f"factcheck {' '.join(words)}", ours, libraries, "importing the same libraries")
    number = iter(range(10_000))

    def ingest() -> None:
        story = folder / "story.txt"
        story.write_text(f"{ARTICLE.read_text(encoding='utf-8')}\nThis is version {next(number)}.\n")
        call("-m", "factcheck", "ingest", "story.txt", folder=folder)

    row("factcheck ingest (20 claims)", seconds(ingest), libraries, "importing the same libraries")


def compare_services(folder: Path) -> None:
    """The same work inside one process, beside the bare writing and reading of its rows."""
    from factcheck.domain.actors import Actor
    from factcheck.services.databases import open_database
    from factcheck.services.ingest import Submission, ingest_article
    from factcheck.services.reading import Wanted, list_claims
    from factcheck.text import analyse

    sessions = open_database(str(folder / "services.db"))
    text = ARTICLE.read_text(encoding="utf-8")
    number = iter(range(10_000))

    def ingest() -> None:
        story = f"{text}\nThis is version {next(number)}.\n"
        ingest_article(sessions, Actor("Bench"), Submission(story, story.encode()))

    bare = sqlite3.connect(folder / "bare.db", isolation_level=None)
    bare.execute("PRAGMA journal_mode = WAL")
    bare.execute("PRAGMA synchronous = FULL")
    bare.execute("CREATE TABLE claims (id INTEGER PRIMARY KEY, body TEXT)")
    claims = [claim.model_dump_json() for claim in _claims_of(sessions, text)]

    def write() -> None:
        analyse(text)
        bare.execute("BEGIN IMMEDIATE")
        bare.executemany("INSERT INTO claims (body) VALUES (?)", [(claim,) for claim in claims])
        bare.execute("COMMIT")

    row("ingest, in one process", seconds(ingest, 50), seconds(write, 50), "analyse, and bare rows of JSON")
    row(
        "list 20 claims, in one process",
        seconds(lambda: list(list_claims(sessions, Wanted(article="rednote"))), 100),
        seconds(
            lambda: [json.loads(body) for (body,) in bare.execute("SELECT body FROM claims LIMIT 20")], 100
        ),
        "bare rows of JSON, parsed",
    )
    bare.close()
    sessions.close()


def _claims_of(sessions: Sessions, text: str) -> list[Claim]:
    from factcheck.domain.actors import Actor
    from factcheck.services.ingest import Submission, ingest_article
    from factcheck.services.reading import Wanted, list_claims

    ingest_article(sessions, Actor("Bench"), Submission(text, text.encode(), slug="rednote"))
    return list(list_claims(sessions, Wanted(article="rednote")))


def main() -> None:
    """Run all of it in a folder that is thrown away."""
    print(f"{'median of several rounds':<34}{'ours':>12}{'floor':>12}{'':>9}   the floor is")
    with tempfile.TemporaryDirectory() as made:
        compare_commands(Path(made))
        compare_services(Path(made))


if __name__ == "__main__":
    main()
