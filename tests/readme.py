"""The README's console blocks, run for real: `python -m tests.readme` writes what they print today."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
_BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
# What differs from run to run.
_CHANGING = (
    (re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z"), "2026-01-31T09:00:00.000000Z"),
    (re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d"), "2026-01-31 09:00:00"),
    (re.compile(r"\b[0-9a-f]{64}\b"), "5e7f" * 16),
)


def settled(output: str) -> str:
    """The output with times and hashes replaced by fixed ones, and no blanks at line ends."""
    for pattern, fixed in _CHANGING:
        output = pattern.sub(fixed, output)
    return "\n".join(line.rstrip() for line in output.splitlines())


def blocks(text: str) -> Iterator[tuple[list[str], str]]:
    """Each console block: its commands, and the block as it is written."""
    for found in _BLOCK.finditer(text):
        yield [line[2:] for line in found[1].splitlines() if line.startswith("$ ")], found[1]


def printed(commands: list[str], folder: Path) -> str:
    """Run commands one after the other in a folder; what a terminal would show of it."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("FACTCHECK_")}
    environment |= {"COLUMNS": "100", "NO_COLOR": "1", "TERM": "dumb"}
    shown = []
    for command in commands:
        words = shlex.split(command)
        if words[0] != "factcheck":
            raise ValueError(f"the README runs something else: {command}")
        done = subprocess.run(
            [sys.executable, "-m", "factcheck", *words[1:]],
            cwd=folder,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        shown.append(f"$ {command}\n{settled(done.stdout)}".rstrip())
    return "\n".join(shown) + "\n"


def rewritten(text: str) -> str:
    """The README with every console block as it comes out today, all in one fresh folder."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        (folder / "seeds").symlink_to(ROOT / "seeds")
        for commands, block in list(blocks(text)):
            text = text.replace(block, printed(commands, folder), 1)
    return text


if __name__ == "__main__":
    README.write_text(rewritten(README.read_text(encoding="utf-8")), encoding="utf-8")
