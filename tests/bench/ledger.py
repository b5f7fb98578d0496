"""How fast a ledger is verified, and in how much memory: `python -m tests.bench.ledger [EVENTS]`.

The floor is the bare cost of the same SHA-256 and JSON: for each event its two JSON texts are read, and all
of it is written as JSON with sorted keys and hashed, with the rows in memory and nothing compared. Memory is
the most that a process of its own held beyond what it held before it began, for a chain and one four times
as long: what streams needs no more for it.
"""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import sqlite3
import sys
import tempfile
import time
from multiprocessing.connection import Connection
from pathlib import Path

from factcheck.services.databases import open_database
from factcheck.services.ledgers import verify_ledger
from factcheck.store.ledger import Entry, append

EVENTS = 50_000
AT_ONCE = 1000
COLUMNS = ("chain", "seq", "at", "actor", "action", "entity", "before", "after", "prev_hash")


def fill(location: str, events: int) -> None:
    """Write a chain of events as marking makes them."""
    sessions = open_database(location)
    before = {"status": "unchecked", "verdict": None, "checked_by": None, "checked_sha256": None}
    after = {"status": "checked", "verdict": "verified", "checked_by": "Ana", "checked_sha256": "5e" * 32}
    for start in range(0, events, AT_ONCE):
        entries = [
            Entry("claim_marked", f"claim:bridge#{n}", before, {**after, "version": n})
            for n in range(start, min(start + AT_ONCE, events))
        ]
        with sessions.begin() as session:
            append(session, "article:bridge", "2026-01-31T12:00:00.000000Z", "Ana", entries)
    sessions.close()


def held() -> float:
    """The most memory that this process held, in MB (Linux: `ru_maxrss` would count its parent's too)."""
    told = Path("/proc/self/status").read_text(encoding="ascii")
    return int(told.partition("VmHWM:")[2].split()[0]) / 1024


def verify(location: str, pipe: Connection) -> None:
    """Verify a ledger: how many seconds that took, and how many MB more the process held."""
    sessions = open_database(location)
    before, begun = held(), time.perf_counter()
    verify_ledger(sessions)
    pipe.send((time.perf_counter() - begun, held() - before))
    sessions.close()


def apart(location: str) -> tuple[float, float]:
    """The same in a process of its own, which has held nothing else before."""
    spawned = multiprocessing.get_context("spawn")
    reader, pipe = spawned.Pipe(duplex=False)
    process = spawned.Process(target=verify, args=(location, pipe))
    process.start()
    seconds, memory = reader.recv()
    process.join()
    return seconds, memory


def bare(location: str) -> float:
    """The seconds that the same JSON and SHA-256 take."""
    with sqlite3.connect(location) as opened:
        quoted = ", ".join(f'"{name}"' for name in COLUMNS)
        rows = opened.execute(f"SELECT {quoted} FROM events ORDER BY seq").fetchall()
    opened.close()
    begun = time.perf_counter()
    for row in rows:
        fields = dict(zip(COLUMNS, row, strict=True))
        fields["before"], fields["after"] = json.loads(fields["before"]), json.loads(fields["after"])
        whole = json.dumps(fields, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        hashlib.sha256(whole.encode()).hexdigest()
    return time.perf_counter() - begun


def main() -> None:
    """Measure a chain, and one four times as long."""
    events = int(sys.argv[1]) if len(sys.argv) > 1 else EVENTS
    print(f"{'events':>9}{'verified a second':>20}{'bare a second':>16}{'share':>8}{'memory, MB more':>18}")
    with tempfile.TemporaryDirectory() as made:
        for number in (events, 4 * events):
            location = str(Path(made) / f"{number}.db")
            fill(location, number)
            floor = bare(location)
            seconds, memory = apart(location)
            print(
                f"{number:>9}{number / seconds:>20.0f}{number / floor:>16.0f}"
                f"{floor / seconds:>8.2f}{memory:>18.1f}"
            )


if __name__ == "__main__":
    main()
