"""The language engine on a gold directory, beside its peers: `python -m tests.bench.text GOLD`.

GOLD has the folders `segmentation/` and `attribution/` and a `score.py`; see `text_splitting.py` and
`text_attribution.py` for their formats. Our own gold set is scored too, which needs no directory.
"""

from __future__ import annotations

import resource
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def main(arguments: list[str]) -> int:
    """Run each part in a process of its own, so that none pays for another's imports."""
    parts = [[sys.executable, "-m", "tests.text.gold_score"]]
    for gold in arguments[:1]:
        parts += [
            [sys.executable, str(HERE / name), gold] for name in ("text_splitting.py", "text_attribution.py")
        ]
    if not arguments:
        print("No gold directory was given: our own set alone.\n")
    status = 0
    for part in parts:
        print(f"--- {Path(part[-2] if len(part) > 3 else part[-1]).name}", flush=True)
        status = max(status, subprocess.run(part, check=False, cwd=HERE.parents[1]).returncode)
    used = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    print(f"\nThe largest part used {used / 1024:.0f} MB of memory.")
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
