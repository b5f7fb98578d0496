from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.mark.slow
def test_the_demo_works_from_a_wheel_away_from_the_repository(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(tmp_path), str(ROOT)],
        check=True, capture_output=True,
    )  # fmt: skip
    wheel = next(tmp_path.glob("factcheck_desk-*.whl"))
    unpacked = tmp_path / "site"
    with zipfile.ZipFile(wheel) as opened:
        opened.extractall(unpacked)
    done = subprocess.run(
        [sys.executable, "-P", "-m", "factcheck", "demo", str(tmp_path / "demo.db")],
        cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(unpacked), "PYTHONSAFEPATH": "1"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "The verified list:" in done.stdout
    for folder in ("templates", "static"):
        there = sorted(path.name for path in (ROOT / "factcheck" / "web" / folder).iterdir())
        assert sorted(path.name for path in (unpacked / "factcheck" / "web" / folder).iterdir()) == there
    where = subprocess.run(
        [sys.executable, "-P", "-c", "import factcheck; print(factcheck.__file__)"],
        cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(unpacked)},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert str(unpacked) in where.stdout


READS = """
import json, sys
from pathlib import Path
from factcheck.text import analyse, reading, to_json
print(Path(reading.__file__).suffix)
for path in sys.argv[1:]:
    print(json.dumps(to_json(analyse(Path(path).read_text("utf-8")))))
"""


def _hasty(folder: Path) -> Path:
    """A compiler that optimises nothing and warns of nothing: the same program in a third of the time."""
    made = folder / "cc"
    made.write_text('#!/bin/sh\nexec cc "$@" -O0 -g0 -Wno-all\n')
    made.chmod(0o755)
    return made


@pytest.mark.slow
@pytest.mark.skipif(
    shutil.which("cc") is None and not os.environ.get("CI"), reason="needs a C compiler (apt install gcc)"
)
def test_the_compiled_engine_reads_every_article_as_the_plain_one_does(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(tmp_path), str(ROOT)],
        env={**os.environ, "HATCH_BUILD_HOOK_ENABLE_MYPYC": "1", "CC": str(_hasty(tmp_path))},
        check=True, capture_output=True,
    )  # fmt: skip
    unpacked = tmp_path / "site"
    with zipfile.ZipFile(next(tmp_path.glob("factcheck_desk-*.whl"))) as opened:
        opened.extractall(unpacked)
    articles = [str(path) for path in sorted(ROOT.glob("tests/text/gold/*.txt"))]
    articles += [str(path) for path in sorted(ROOT.glob("seeds/*.txt"))]
    assert len(articles) > 40
    plain, compiled = (
        subprocess.run(
            [sys.executable, "-P", "-c", READS, *articles],
            cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(place)},
            capture_output=True, text=True, check=True,
        ).stdout.splitlines()
        for place in (ROOT, unpacked)
    )  # fmt: skip
    assert (plain[0], compiled[0]) == (".py", ".so")
    assert compiled[1:] == plain[1:]
