from __future__ import annotations

import os
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
    where = subprocess.run(
        [sys.executable, "-P", "-c", "import factcheck; print(factcheck.__file__)"],
        cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(unpacked)},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert str(unpacked) in where.stdout
