"""The plugin as a newsroom has it: its own folder, its own feature, no Python of theirs but two lines."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

FEATURE = """Feature: Our rules
  Scenario: A figure needs a verdict
    Given the article:
      \"\"\"
      The bridge cost 4 million euros. Nobody crosses it.
      \"\"\"
    And a checker found the claim about "4 million" "verified"
    Then those hold
"""


def run_pytest(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *options]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.slow
def test_a_newsroom_tests_its_rules_at_a_desk_of_its_own(tmp_path: Path) -> None:
    steps = 'Given the article\'s claims with a figure\n    Then each has the verdict "{}"'
    (tmp_path / "ours.feature").write_text(FEATURE.replace("Then those hold", steps.format("verified")))
    (tmp_path / "test_ours.py").write_text('from pytest_bdd import scenarios\n\nscenarios("ours.feature")\n')
    assert "1 passed" in run_pytest(tmp_path).stdout
    (tmp_path / "ours.feature").write_text(FEATURE.replace("Then those hold", steps.format("false")))
    broken = run_pytest(tmp_path).stdout
    assert "1 failed" in broken
    assert "has the verdict “verified”, not “false”" in broken


@pytest.mark.slow
def test_without_pytest_bdd_nothing_breaks(tmp_path: Path) -> None:
    (tmp_path / "test_plain.py").write_text("def test_plain():\n    pass\n")
    (tmp_path / "sitecustomize.py").write_text(
        "import sys\n\n\nclass Gone:\n    def find_spec(self, name, path=None, target=None):\n"
        "        if name.partition('.')[0] == 'pytest_bdd':\n"
        "            raise ModuleNotFoundError(name)\n\n\nsys.meta_path.insert(0, Gone())\n"
    )
    code = "import sys; sys.path.insert(0, '.'); import sitecustomize, pytest; sys.exit(pytest.main())"
    command = [sys.executable, "-c", code, "-q", "-p", "no:cacheprovider", "-p", "no:pytest-bdd"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "1 passed" in done.stdout, done.stdout + done.stderr
