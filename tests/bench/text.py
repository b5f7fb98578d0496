"""The language engine on a gold directory, beside its peers: `python -m tests.bench.text GOLD`.

GOLD has a `score.py` with the functions `segmentation(gold, predicted)` and `attribution(gold, predicted)`,
and the folders `segmentation/` and `attribution/` of JSON lines, an article a line: `{"id", "text",
"sentences": [[start, end], ...]}` and `{"id", "text", "attributions": [{"source", "cue", "content"}]}`,
each of the three a list of spans in code points. Without GOLD, our own set alone is scored.

Every system runs in a process of its own, on one core, on the same texts. A peer that is not installed is
named with the command that installs it; `make bench` installs them all, apart from everything else.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from tests.bench import text_attribution, text_splitting
from tests.bench.text_systems import Measured, System
from tests.text import gold_score

ONE_CORE = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")
SPEED = ("MB/s", "articles/s", "MB memory")


def alone(act: Callable[..., Any], *arguments: object) -> Any:
    """Run one act in a new process, so that it pays for nobody else's imports and memory."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(act, *arguments).result()


def name_missing(system: System) -> str:
    """Say how a system that is not here is had."""
    if not system.packages:
        return f"{system.name:24}not built: make compiled"
    return f"{system.name:24}not installed: pip install {' '.join(system.packages)}"


def print_tables(systems: Sequence[System], measured: dict[str, Measured | None]) -> None:
    """Print a table a corpus, a row a system; speed and memory are over all corpora."""
    present = {name: row for name, row in measured.items() if row}
    for corpus in dict.fromkeys(corpus for row in present.values() for corpus in row.quality):
        columns = list(next(iter(present.values())).quality[corpus])
        print(f"\n{corpus:24}" + "".join(f"{column:>11}" for column in (*columns, *SPEED)))
        for name, row in present.items():
            figures = [f"{figure:11.1f}" for figure in row.quality[corpus].values()]
            speed = f"{row.megabytes_a_second:11.3f}{row.articles_a_second:11.1f}{row.memory_mb:11.0f}"
            print(f"{name:24}" + "".join(figures) + speed)
    print()
    for system in systems:
        if system.name in present:
            print(f"{system.name:24}{present[system.name].version}")
        else:
            print(name_missing(system))


def main(arguments: list[str] | None = None) -> None:
    """Score our own set, then every system on GOLD."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench.text",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("gold", type=Path, nargs="?", help="the gold directory")
    parser.add_argument(
        "--articles", type=int, default=100, help="at most so many of each attribution file (100; 0: all)"
    )
    parser.add_argument("--seconds", type=float, default=3, help="how long to time each splitter (3)")
    options = parser.parse_args(arguments)
    for name in ONE_CORE:
        os.environ[name] = "1"
    print("--- our own gold set", flush=True)
    alone(gold_score.main, [])
    if options.gold is None:
        print("\nNo gold directory was given, so nothing is set beside the peers.")
        return
    for title, part, amount in (
        ("sentences", text_splitting, options.seconds),
        ("attribution", text_attribution, options.articles),
    ):
        print(f"\n--- {title}", flush=True)
        measured: dict[str, Measured | None] = {}
        for system in part.SYSTEMS:
            print(f"measuring {system.name}", file=sys.stderr, flush=True)
            measured[system.name] = alone(part.measure, system, options.gold, amount)
        print_tables(part.SYSTEMS, measured)


if __name__ == "__main__":
    main()
