"""The gold set: articles annotated by hand, read from `tests/text/gold/` and checked on the way in.

An article is two files. `NAME.txt` is the text, exactly. `NAME.toml` quotes pieces of it: the lines
of the layout, each sentence in order, and under a sentence the attributions whose cue stands in it
and the quotation marks in it that quote nobody. How a piece is quoted stands in `gold/README.md`;
what this module does with it is `_Finder`. All spans are code points into the text, end exclusive.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from factcheck.text.values import Anonymity, Kind, Mode, Polarity, Sentence, Span

FOLDER = Path(__file__).parent / "gold"

GAP = " [...] "
"""Between the first and the last words of a piece that is too long to be written out."""

SPEECH_MARKS = "“‘«„»\"'"
"""What a direct quotation begins with, in any of the languages of the set."""

_NUMBERED = re.compile(r"^(.+) ##(\d{1,2})$", re.DOTALL)
_FIELDS = {"source", "cue", "content", "source_name", "outlet", "mode", "polarity", "anonymity"}


class GoldError(Exception):
    """An annotation does not fit its text; the message names the article and the words."""


@dataclass(frozen=True, slots=True)
class GoldAttribution:
    """Who the article says something from.

    `names` are the right answers to "who?", the best one first: a report may be called by its own
    words or by the name of the body that speaks in it.
    """

    content: tuple[Span, ...]
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    names: tuple[str, ...]
    outlet: str | None
    mode: Mode
    polarity: Polarity
    anonymity: Anonymity


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An annotated article. `scare` are quotation marks, with what is in them, that quote nobody."""

    name: str
    language: str
    text: str
    headline: Span | None
    byline: Span | None
    dateline: Span | None
    date: Span | None
    date_value: str | None
    sentences: tuple[Sentence, ...]
    attributions: tuple[GoldAttribution, ...]
    scare: tuple[Span, ...]


class _Finder:
    """Finds quoted pieces in one article's text, beginning at whole words.

    A piece is looked for in the sentence it is quoted under, where it must stand only once or be
    numbered; failing that, the occurrence nearest to that sentence is taken.
    """

    def __init__(self, name: str, text: str) -> None:
        self._name = name
        self._text = text

    def fail(self, reason: str, piece: str) -> GoldError:
        """An error that says where to look."""
        return GoldError(f"{self._name}: {reason}: {piece!r}")

    def _starts(self, words: str) -> Iterator[int]:
        at = self._text.find(words)
        while at >= 0:
            end = at + len(words)
            cuts_front = words[0].isalnum() and at > 0 and self._text[at - 1].isalnum()
            cuts_back = words[-1].isalnum() and end < len(self._text) and self._text[end].isalnum()
            if not cuts_front and not cuts_back:
                yield at
            at = self._text.find(words, at + 1)

    def piece(self, quoted: str, near: Span) -> Span:
        """The span of a quoted piece, in the sentence `near` or else nearest to it."""
        numbered = _NUMBERED.match(quoted)
        words, number = (numbered[1], int(numbered[2])) if numbered else (quoted, 0)
        first, _, last = words.partition(GAP)
        starts = list(self._starts(first))
        inside = [at for at in starts if near[0] <= at < near[1]]
        if number:
            if number > len(inside):
                raise self.fail("fewer occurrences in the sentence than the number says", quoted)
            start = inside[number - 1]
        elif len(inside) > 1:
            raise self.fail("stands more than once in its sentence, so it needs a number", quoted)
        elif inside:
            start = inside[0]
        elif starts:
            start = min(starts, key=lambda at: max(at - near[1], near[0] - at))
        else:
            raise self.fail("not found", quoted)
        if not last:
            return start, start + len(first)
        ends = [at for at in self._starts(last) if at >= start + len(first)]
        if not ends:
            raise self.fail("the last words do not follow the first", quoted)
        return start, ends[0] + len(last)


def _strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    return [str(item) for item in value] if isinstance(value, list) else []


def _choice(finder: _Finder, value: object, among: tuple[Any, ...]) -> Any:
    """One of a Literal's words; an unknown word is an error, not a default."""
    if value not in among:
        raise finder.fail(f"not one of {', '.join(among)}", str(value))
    return value


def _attribution(finder: _Finder, row: Mapping[str, object], near: Span) -> GoldAttribution:
    if unknown := set(row) - _FIELDS:
        raise finder.fail("unknown field", ", ".join(sorted(unknown)))

    def spans(field: str) -> tuple[Span, ...]:
        return tuple(sorted(finder.piece(quoted, near) for quoted in _strings(row.get(field))))

    names, outlet = _strings(row.get("source_name")), row.get("outlet")
    if not names or not row.get("content") or not row.get("cue"):
        raise finder.fail("an attribution needs content, cue and source_name", str(dict(row)))
    mode: Mode = _choice(finder, row.get("mode", "indirect"), get_args(Mode))
    polarity: Polarity = _choice(finder, row.get("polarity", "asserts"), get_args(Polarity))
    anonymity: Anonymity = _choice(finder, row.get("anonymity", "named"), get_args(Anonymity))
    return GoldAttribution(
        content=spans("content"),
        source=spans("source"),
        cue=spans("cue"),
        names=tuple(names),
        outlet=outlet if isinstance(outlet, str) else None,
        mode=mode,
        polarity=polarity,
        anonymity=anonymity,
    )


def _sentences(
    finder: _Finder, text: str, rows: Sequence[Mapping[str, Any]], layout: Sequence[Span]
) -> list[Sentence]:
    """Sentences in order; between them only white space, or a line of the layout."""
    found: list[Sentence] = []
    cursor, paragraph = 0, -1
    for row in rows:
        words = row["text"]
        start = text.find(words, cursor)
        if start < 0:
            raise finder.fail("sentence not found after the one before it", words)
        left = "".join(
            text[at]
            for at in range(cursor, start)
            if not text[at].isspace() and not any(s <= at < e for s, e in layout)
        )
        if left:
            raise finder.fail("in no sentence", left)
        if not found or "\n" in text[cursor:start]:
            paragraph += 1
        kind: Kind = _choice(finder, row.get("kind", "fact"), get_args(Kind))
        cursor = start + len(words)
        found.append(Sentence(start, cursor, paragraph, kind))
    if text[cursor:].strip():
        raise finder.fail("in no sentence", text[cursor:].strip())
    return found


def read_article(path: Path) -> GoldArticle:
    """Read `NAME.toml` and the `NAME.txt` beside it.

    Raises GoldError where the two do not fit together.
    """
    text = path.with_suffix(".txt").read_text(encoding="utf-8")
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    finder = _Finder(path.stem, text)
    rows = table["sentence"]
    head = (0, text.index(rows[0]["text"])) if rows[0]["text"] in text else (0, 0)
    layout = {
        field: finder.piece(table[field], head) if table.get(field) else None
        for field in ("headline", "byline", "dateline", "date")
    }
    sentences = _sentences(finder, text, rows, [span for span in layout.values() if span])
    attributions: list[GoldAttribution] = []
    scare: list[Span] = []
    for row, sentence in zip(rows, sentences, strict=True):
        near = (sentence.start, sentence.end)
        attributions += [_attribution(finder, each, near) for each in row.get("attribution", [])]
        scare += [finder.piece(quoted, near) for quoted in _strings(row.get("scare"))]
    article = GoldArticle(
        name=path.stem,
        language=table["language"],
        text=text,
        date_value=table.get("date_value"),
        sentences=tuple(sentences),
        attributions=tuple(attributions),
        scare=tuple(scare),
        **layout,
    )
    check_article(article)
    return article


def check_article(article: GoldArticle) -> None:
    """Raise GoldError unless the spans make sense together.

    Content begins and ends in sentences and does not overlap itself; what counts as quoted by nobody
    stands in nobody's content.
    """
    body = (article.sentences[0].start, article.sentences[-1].end)
    for given in article.attributions:
        said = [article.text[start:end] for start, end in given.content]
        unmarked = given.mode == "direct" and any(words[0] not in SPEECH_MARKS for words in said)
        if unmarked and not _has_other_mark(article, given):
            raise GoldError(f"{article.name}: direct, but nothing marks it as quoted: {said}")
        if any(start < body[0] or end > body[1] for start, end in given.content):
            raise GoldError(f"{article.name}: content outside the sentences: {said}")
        if any(one[1] > two[0] for one, two in zip(given.content, given.content[1:], strict=False)):
            raise GoldError(f"{article.name}: content overlaps itself: {said}")
        if any(_meet(one, two) for one in given.content for two in given.cue):
            raise GoldError(f"{article.name}: the cue stands in the content: {said}")
        for nobody in article.scare:
            if any(_meet(nobody, span) for span in given.content):
                words = article.text[slice(*nobody)]
                raise GoldError(f"{article.name}: quoted by nobody, yet content: {words!r}")


def _meet(one: Span, two: Span) -> bool:
    return one[0] < two[1] and two[0] < one[1]


def _has_other_mark(article: GoldArticle, given: GoldAttribution) -> bool:
    """A turn of a transcript (`SMITH: ...`) or of a Spanish dialogue (`—...`) has no quotation marks."""
    labelled = any(article.text[start:end] == ":" for start, end in given.cue)
    return labelled or article.text[given.content[0][0] - 1] == "—"


def read_gold(folder: Path = FOLDER) -> tuple[GoldArticle, ...]:
    """All articles of a folder, by name. Raises GoldError at the first that does not validate."""
    return tuple(read_article(path) for path in sorted(folder.glob("*.toml")))


def count_kinds(articles: Sequence[GoldArticle]) -> Counter[str]:
    """How many sentences of each kind."""
    return Counter(sentence.kind for article in articles for sentence in article.sentences)
