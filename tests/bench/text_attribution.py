"""Quality and speed of attribution: `python tests/bench/text_attribution.py GOLD [FILE...]`.

GOLD holds `score.py` (with a function `attribution(gold, predicted)`) and `attribution/*.jsonl`, a
line an article: `{"id", "text", "attributions": [{"source", "cue", "content"}]}`, spans in code points
of the text as it stands there. Without FILE, every file of `attribution/` is measured.
"""

from __future__ import annotations

import json
import runpy
import sys
import time
from bisect import bisect_right
from pathlib import Path
from typing import Any

from factcheck.text import analyse
from factcheck.text.normalise import normalise

Spans = list[list[int]]


def offsets_back(raw: str, plain: str) -> list[int]:
    """For each offset of the normalised text, the offset in `raw`."""
    if raw == plain:
        return list(range(len(raw) + 1))
    lengths = [len(normalise(raw[:i])) for i in range(len(raw) + 1)]
    return [max(0, bisect_right(lengths, offset) - 1) for offset in range(len(plain) + 1)]


def predict(rows: list[dict[str, Any]]) -> tuple[list[dict[str, Any]], float]:
    """Predictions for the rows, and articles a second of the whole engine."""
    predicted = []
    spent = 0.0
    for row in rows:
        begin = time.process_time()
        analysis = analyse(row["text"], language="en")
        spent += time.process_time() - begin
        back = offsets_back(row["text"], analysis.text)
        predicted.append(
            {
                "id": row["id"],
                "attributions": [
                    {
                        key: [[back[start], back[end]] for start, end in getattr(attribution, key)]
                        for key in ("source", "cue", "content")
                    }
                    for attribution in analysis.attributions
                ],
            }
        )
    return predicted, len(rows) / spent if spent else 0.0


def main(arguments: list[str]) -> int:
    """Print the scores of each file and the speed."""
    if not arguments:
        print(__doc__)
        return 2
    gold = Path(arguments[0])
    score = runpy.run_path(str(gold / "score.py"))["attribution"]
    files = [Path(name) for name in arguments[1:]] or sorted((gold / "attribution").glob("*.jsonl"))
    for file in files:
        rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
        predicted, speed = predict(rows)
        print(file.name, f"{len(rows)} articles, {speed:.0f} articles/s")
        print(json.dumps(score(rows, predicted), indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
