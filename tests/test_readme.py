from __future__ import annotations

from pathlib import Path

import pytest

from tests.readme import README, blocks, rewritten, settled


@pytest.mark.slow
def test_the_readme_shows_what_the_commands_print() -> None:
    text = README.read_text(encoding="utf-8")
    assert len(list(blocks(text))) >= 8
    assert settled(rewritten(text)) == settled(text)


def test_the_readmes_python_runs() -> None:
    text = README.read_text(encoding="utf-8")
    code = [part.partition("```")[0] for part in text.split("```python\n")[1:]]
    assert code
    for block in code:
        exec(compile(block, "README.md", "exec"), {})


def test_the_picture_of_the_workflow_is_the_table() -> None:
    from factcheck.domain.workflow import TABLE

    drawn = {
        tuple(part.strip() for part in line.split(":")[0].split("-->"))
        for line in Path(README).read_text(encoding="utf-8").splitlines()
        if "-->" in line and "[*]" not in line
    }
    assert drawn == {(str(source), str(step.target)) for step in TABLE for source in step.sources}
