"""The comparison with the peers runs where none of them is installed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.bench import text_attribution, text_splitting
from tests.bench.text_systems import Measured, System

ROOT = Path(__file__).parents[2]
TEXT = "“It is late,” said Ana Duarte. The bridge is closed."
SCORE = """
def f(value):
    return {"P": value, "R": value, "F": value}

def segmentation(gold, predicted):
    same = [list(map(list, p["sentences"])) == g["sentences"] for g, p in zip(gold, predicted)]
    value = 100.0 * sum(same) / len(same)
    return {"boundary": f(value), "clean": f(value), "exact": f(value), "bad_offsets": 0}

def attribution(gold, predicted):
    contents = [[a["content"] for a in each["attributions"]] for each in (*gold, *predicted)]
    value = 100.0 * (contents[0] == contents[1])
    parts = ("content_partial", "content_token", "source_exact", "source_overlap", "cue_overlap")
    return {part: f(value) for part in parts} | {"recall_by_type": {"direct": value}}
"""


def make_gold(folder: Path) -> Path:
    """A gold directory of one article."""
    rows: dict[str, dict[str, object]] = {
        "segmentation": {"sentences": [[0, 30], [31, 52]]},
        "attribution": {"attributions": [{"source": [[19, 29]], "cue": [[14, 18]], "content": [[0, 13]]}]},
    }
    for task, row in rows.items():
        (folder / task).mkdir()
        line = json.dumps({"id": "late", "text": TEXT, **row})
        (folder / task / "tiny.jsonl").write_text(f"{line}\n", encoding="utf-8")
    (folder / "score.py").write_text(SCORE, encoding="utf-8")
    return folder


def test_every_system_is_named_and_those_not_installed_with_their_command(tmp_path: Path) -> None:
    command = [sys.executable, "-S", "-m", "tests.bench.text", str(make_gold(tmp_path)), "--seconds", "0.01"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    lines = done.stdout.splitlines()
    ours = [line.split() for line in lines if line.startswith("ours ") and "100.0" in line]
    assert len(ours) == 2
    for system in (*text_splitting.SYSTEMS, *text_attribution.SYSTEMS):
        if system.packages:
            wanted = f"{system.name:24}not installed: pip install {' '.join(system.packages)}"
            assert wanted in lines


def test_a_system_that_is_there_is_measured(tmp_path: Path) -> None:
    gold = make_gold(tmp_path)
    whole = System("whole", (), lambda: lambda text: [(0, len(text))])
    measured = text_splitting.measure(whole, gold, 0.01)
    assert isinstance(measured, Measured)
    assert measured.quality == {"tiny": {"boundary": 0.0, "clean": 0.0, "exact": 0.0, "bad": 0}}
    assert measured.articles_a_second > 0
    assert measured.memory_mb > 1


def test_every_peer_is_in_the_group_that_bench_installs() -> None:
    import tomllib

    table = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    installed = {line.split(">")[0] for line in table["dependency-groups"]["bench"]}
    assert installed == {
        package
        for system in (*text_splitting.SYSTEMS, *text_attribution.SYSTEMS)
        for package in system.packages
    }
