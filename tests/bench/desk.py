"""A desk at work: 16 and 64 people marking the same claims at once: `python -m tests.bench.desk`.

Every writer is a process with a connection of its own. All 1,000 claims (50 articles of 20) are marked by
two writers each, so that every second mark must be refused; and after every ten of them a writer turns to
one of ten hot claims of one article, marks it if nobody else has it, sends it back and releases it. Each
mark attaches a piece of evidence.

Before the clock runs, each writer marks a claim of its own some times: people have the desk open all day, and
neither driver nor server has its statements ready at once (psycopg prepares what it runs the sixth time, and
PostgreSQL plans that anew five times more). The floor's writers do so too.

The floor is the bare SQL of the same writes: the same plan in as many processes and transactions, each with
its locks, rows and commit, issued through the driver with nothing around it (no rules, no hashing, no
reading beyond the locked claim and the chain's head). The server keeps all that makes it durable. Writers
and server share this machine's cores and the writers never pause to think: with more writers than cores the
share is that of the processor time a mark takes, and each writer's wait grows with the number of writers.

Afterwards everything is looked at: every change that a writer was told of is in the ledger under its name and
version (else it is missing), every claim is as the last of them left it (else an update is lost), the chains
are unbroken (else forked), and no writer met an error but an honest refusal. Any of these ends with status 1.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import shutil
import sqlite3
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg

from factcheck.errors import FactcheckError, IntegrityFailure
from factcheck.services.databases import open_database, upgrade_database
from factcheck.services.doctor import examine_database
from factcheck.services.ledgers import verify_ledger
from factcheck.services.reading import Wanted, list_claims
from factcheck.store import ledger
from tests import postgres
from tests.bench.desk_writers import Bare, Ours, Place, Refused, Told, Writer
from tests.making import ingest

ARTICLES, EACH, HOT, MARKERS, HOT_EVERY = 50, 20, 10, 2, 10
MOST, BEFORE = 64, 12  # writers at once; how often each marks before the clock runs
SEED = 20260131


@dataclass(slots=True)
class Report:
    """What came of one writer, or of all: how long each mark took, in seconds, and what was told."""

    took: list[float] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)
    refused: int = 0
    errors: list[str] = field(default_factory=list)
    begun: float = 0.0
    ended: float = 0.0


Kind = Callable[[str, str], Writer]


def plans(writers: int) -> list[list[Place]]:
    """What each writer goes through: its share of all claims, and a hot one after every ten."""
    chance = random.Random(SEED)
    everywhere = [(f"a-{a}", n) for a in range(ARTICLES) for n in range(1, EACH + 1)] * MARKERS
    chance.shuffle(everywhere)
    mine: list[list[Place]] = [[] for _ in range(writers)]
    for number, place in enumerate(everywhere, 1):
        plan = mine[number % writers]
        plan.append(place)
        if number % HOT_EVERY == 0:
            plan.append(("hot", chance.randint(1, HOT)))
    return mine


def begin_work(writer: Writer, number: int) -> list[Told]:
    """Mark a claim of one's own again and again."""
    place = (f"own-{number}", 1)
    told: list[Told] = []
    for step in range(BEFORE):
        told.append(writer.mark(place, f"https://evidence.example/own/{number}/{step}"))
        told += writer.give_back(place)
    return told


def work(writer: Writer, plan: list[Place], number: int, told: list[Told]) -> Report:
    """Go through a plan; what was told before it counts as well."""
    report = Report(told=told, begun=time.perf_counter())
    for step, place in enumerate(plan):
        try:
            begun = time.perf_counter()
            done = writer.mark(place, f"https://evidence.example/{number}/{step}")
            report.took.append(time.perf_counter() - begun)
            report.told.append(done)
            if place[0] == "hot":
                report.told += writer.give_back(place)
        except Refused:
            report.refused += 1
        except (FactcheckError, sqlite3.Error, psycopg.Error) as error:
            report.errors.append(f"{type(error).__name__}: {error}")
    report.ended = time.perf_counter()
    return report


def _worker(kind: Kind, location: str, number: int, plan: list[Place], start: Any, pipe: Any) -> None:
    writer = kind(location, f"Person {number}")
    told = begin_work(writer, number)
    start.wait()
    pipe.send(work(writer, plan, number, told))
    writer.close()


def run(kind: Kind, location: str, writers: int) -> tuple[Report, float]:
    """Let so many writers work at once; what came of all of them, and how many seconds that took.

    They are forked, each opens the database itself, and all begin at the same moment.
    """
    forked = multiprocessing.get_context("fork")
    start = forked.Barrier(writers)
    readers, processes = [], []
    for number, plan in enumerate(plans(writers)):
        reader, pipe = forked.Pipe(duplex=False)
        process = forked.Process(target=_worker, args=(kind, location, number, plan, start, pipe))
        process.start()
        pipe.close()
        readers.append(reader)
        processes.append(process)
    reports = [reader.recv() for reader in readers]
    for process in processes:
        process.join()
    whole = Report()
    for report in reports:
        whole.took += report.took
        whole.told += report.told
        whole.refused += report.refused
        whole.errors += report.errors
    return whole, max(one.ended for one in reports) - min(one.begun for one in reports)


def verify(location: str, report: Report, known: int) -> dict[str, int]:
    """Compare what writers were told with what is there; `known` events were there before."""
    sessions = open_database(location)
    claims = {claim.ref: claim for claim in list_claims(sessions, Wanted())}
    there: Counter[Told] = Counter()
    events = 0
    with sessions.read() as session:
        for chain in ledger.chain_names(session):
            for event in ledger.events(session, chain):
                events += 1
                ref, version = event.entity.removeprefix("claim:"), (event.after or {}).get("version", 0)
                there[Told(ref, event.action, int(str(version)), event.actor)] += 1
    last: dict[str, Told] = {}
    for told in report.told:
        if told.version > last.get(told.ref, told).version or told.ref not in last:
            last[told.ref] = told
    marked = sum(told.action == "claim_marked" for told in report.told)
    missing = sum((Counter(report.told) - there).values()) + abs(known + len(report.told) + marked - events)
    lost = sum(
        claims[ref].version != told.version
        or (told.action == "claim_marked" and claims[ref].checked_by != told.by)
        or len(claims[ref].evidence) != sum(t.ref == ref and t.action == "claim_marked" for t in report.told)
        for ref, told in last.items()
    )
    lost += len({(told.ref, told.version) for told in report.told}) != len(report.told)
    try:
        forks = 0
        verify_ledger(sessions)
    except IntegrityFailure as broken:
        print(broken.message, file=sys.stderr)
        forks = 1
    faults = examine_database(sessions)
    print(*faults, sep="\n", end="", file=sys.stderr)
    sessions.close()
    return {"lost": lost, "missing": missing, "forks": forks, "faults": len(faults)}


def fill(location: str) -> int:
    """Take the articles in; the number of events that are there then."""
    sessions = open_database(location)
    for number in range(ARTICLES):
        text = " ".join(f"Bridge {number} had {n} arches in {1900 + n}." for n in range(1, EACH + 1))
        ingest(sessions, text, f"a-{number}")
    ingest(
        sessions, " ".join(f"The hot bridge had {n} piers in {1900 + n}." for n in range(1, HOT + 1)), "hot"
    )
    for number in range(MOST):
        ingest(sessions, f"Bridge keeper {number} has 1 bridge.", f"own-{number}")
    found = verify_ledger(sessions).events
    assert sum(1 for _ in list_claims(sessions, Wanted())) == ARTICLES * EACH + HOT + MOST
    sessions.close()
    return found


def percentile(values: list[float], share: float) -> float:
    """The value that so many hundredths of all don't exceed."""
    return statistics.quantiles(values, n=100, method="inclusive")[int(share) - 1]


def cell(name: str, writers: int, fresh: Callable[[], Any], known: int) -> tuple[float, int]:
    """Measure and print one row of the table; ours as a share of the floor, and how much was wrong."""
    with fresh() as location:
        floor, floor_seconds = run(Bare, location, writers)
    with fresh() as location:
        ours, our_seconds = run(Ours, location, writers)
        wrong = verify(location, ours, known)
    for error, times in Counter(ours.errors + floor.errors).items():
        print(f"{times} x {error}", file=sys.stderr)
    speed, floor_speed = len(ours.took) / our_seconds, len(floor.took) / floor_seconds
    print(
        f"{name:<11}{writers:>7}{speed:>9.0f}{floor_speed:>9.0f}{speed / floor_speed:>7.2f}"
        + "".join(
            f"{percentile(one.took, 50) * 1000:>9.1f}{percentile(one.took, 99) * 1000:>9.1f}"
            for one in (ours, floor)
        )
        + f"{len(ours.took):>8}{ours.refused:>9}{len(ours.errors):>8}"
        + "".join(f"{wrong[what]:>{len(what) + 2}}" for what in ("lost", "missing", "forks", "faults")),
        flush=True,
    )
    return speed / floor_speed, len(ours.errors) + len(floor.errors) + sum(wrong.values())


def main() -> None:
    """Measure on the databases and with the numbers of writers that the command line names."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--database", action="append", choices=["sqlite", "postgresql"])
    parser.add_argument("--writers", action="append", type=int, help=f"{MOST} at most")
    parser.add_argument("--rounds", type=int, default=1, help="how often each cell is measured")
    asked = parser.parse_args()
    if max(asked.writers or [1]) > MOST:
        parser.error(f"there are claims for {MOST} writers")
    print(
        f"{'':<18}{'marks a second':>18}{'':>7}{'ours, ms':>18}{'floor, ms':>18}\n"
        f"{'database':<11}{'writers':>7}{'ours':>9}{'floor':>9}{'share':>7}"
        f"{'p50':>9}{'p99':>9}{'p50':>9}{'p99':>9}{'marks':>8}{'refused':>9}{'errors':>8}"
        "  lost  missing  forks  faults"
    )
    wrong = 0
    for name in asked.database or ["sqlite", "postgresql"]:
        with databases(name) as (fresh, known):
            for writers in asked.writers or [16, 64]:
                for _ in range(asked.rounds):
                    wrong += cell(name, writers, fresh, known)[1]
    sys.exit(wrong > 0)


@contextmanager
def databases(name: str) -> Iterator[tuple[Callable[[], Any], int]]:
    """How to get a copy of a filled database of that kind, and how many events are in it."""
    if name == "sqlite":
        with tempfile.TemporaryDirectory() as made:
            template = Path(made) / "template.db"
            known = fill(str(template))
            yield lambda: _copied(template), known
        return
    server = postgres.Server(fast=False)
    try:
        folder = str(server.folder)
        postgres.administer(folder, f"CREATE DATABASE {postgres.TEMPLATE}")
        url = postgres.database_of(folder, postgres.TEMPLATE)
        upgrade_database(url)
        known = fill(url)
        yield lambda: postgres.fresh_database(folder), known
    finally:
        server.remove()


@contextmanager
def _copied(template: Path) -> Iterator[str]:
    with tempfile.TemporaryDirectory(dir=template.parent) as made:
        yield str(shutil.copy(template, Path(made) / "desk.db"))


if __name__ == "__main__":
    main()
