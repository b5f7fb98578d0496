"""How well a reading of the gold articles fits what people read in them.

`python -m tests.text.gold_score` prints the table, with `--errors` each miss in its context. The
measures are ours, and small: spans are compared as sets of words, so that quotation marks and white
space do not count. How each is defined stands with the function that takes it.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from factcheck.text.values import Analysis, Attribution, Span
from tests.text.gold_set import FOLDER, GoldArticle, GoldAttribution, read_gold

Analyse = Callable[[str], Analysis]
Words = frozenset[int]

PARTIAL = 0.5
"""Two contents are the same one if the F1 of their words is at least this."""

_WORD = re.compile(r"\w+")
_MARKER = re.compile(r"[-•*–]\s|\d{1,3}\.\s|[A-Z][A-Z.'’ -]{0,40}:\s")
_BRACKETED = re.compile(r"\s?\([^()]{1,40}\)")
_ARTICLES = re.compile(
    r"(?:the|an?|its|his|her|their|our|my|some|der|die|das|de[smn]|eine?|eine[mrs]"
    r"|l[ea]s?|une?|el|los|las|una|su)\s"
)
_TITLES = re.compile(
    r"(?:mrs?|ms|miss|dr|prof(?:essor)?|sir|dame|sen|rep|gov|gen|lt|col|capt|maj|mme|m|dña)\b\.?\s"
)


@dataclass(slots=True)
class Score:
    """Counts of one or more articles; `rates` turns them into the table.

    `counts[measure, "right" | "found" | "wanted"]`; `misses` are lines for people to read.
    """

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def add(self, measure: str, right: int, found: int, wanted: int) -> None:
        """Count `right` answers among `found` ones, where `wanted` were to be found."""
        self.counts[measure, "right"] += right
        self.counts[measure, "found"] += found
        self.counts[measure, "wanted"] += wanted

    def rates(self) -> dict[str, float]:
        """F1 of each measure, 0 to 1; where as many are found as wanted, that is the share right."""
        rates: dict[str, float] = {}
        for measure in dict.fromkeys(name for name, _ in self.counts):
            right, found, wanted = (self.counts[measure, part] for part in ("right", "found", "wanted"))
            rates[measure] = 2 * right / (found + wanted) if found + wanted else 1.0
        return rates


def words(text: str, spans: Iterable[Span]) -> Words:
    """The words that stand in some spans, each as the place where it begins."""
    return frozenset(match.start() for start, end in spans for match in _WORD.finditer(text, start, end))


def overlap(one: Words, two: Words) -> float:
    """F1 of two sets of words."""
    return 2 * len(one & two) / (len(one) + len(two)) if one and two else 0.0


def plain_name(name: str) -> str:
    """A name without article, title, bracket, possessive or capitals, to compare it by."""
    plain = _BRACKETED.sub("", name.replace("’", "'")).casefold().removesuffix("'s")
    while start := _ARTICLES.match(plain) or _TITLES.match(plain):
        plain = plain[start.end() :]
    return " ".join(plain.split()).strip(" ,.")


def names_match(gold: Sequence[str], predicted: str | None) -> bool:
    """Whether a predicted name is one of the right ones.

    A description (`two people familiar with the matter`) may be cut shorter or longer by whole words
    at its end; a name may not.
    """
    if not predicted:
        return False
    answer = plain_name(predicted)
    for name in gold:
        right = plain_name(name)
        described = any(part[0].islower() for part in name.split()) and not right.istitle()
        longer, shorter = sorted((f"{right} ", f"{answer} "), key=len, reverse=True)
        if answer == right or (described and longer.startswith(shorter)):
            return True
    return False


def _trimmed(text: str, span: Span) -> Span:
    """Without white space at the edges and without the marker of a list item or a turn (`SMITH:`)."""
    start, end = span
    if marker := _MARKER.match(text, start, end):
        start = marker.end()
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())


def _match(gold: Sequence[Words], found: Sequence[Words]) -> dict[int, int]:
    """Contents one to one, the best pairs first: gold index to found index."""
    pairs = sorted(
        ((overlap(one, two), -i, -j) for i, one in enumerate(gold) for j, two in enumerate(found)),
        reverse=True,
    )
    matched: dict[int, int] = {}
    taken: set[int] = set()
    for rate, i, j in pairs:
        if rate >= PARTIAL and -i not in matched and -j not in taken:
            matched[-i] = -j
            taken.add(-j)
    return matched


def score_article(gold: GoldArticle, analysis: Analysis, score: Score) -> None:
    """Add one article's counts and misses to `score`.

    Raises ValueError if the analysis is of another text, since its spans would mean nothing.
    """
    if analysis.text.split() != gold.text.split() or len(analysis.text.rstrip()) != len(gold.text.rstrip()):
        raise ValueError(f"{gold.name}: the normalised text is not the gold text, or has moved")
    _score_sentences(gold, analysis, score)
    _score_layout(gold, analysis, score)
    _score_attributions(gold, analysis, score)
    _score_scare_quotes(gold, analysis, score)


def _miss(gold: GoldArticle, score: Score, what: str, *spans: Span) -> None:
    said = " … ".join(gold.text[start:end] for start, end in spans)
    score.misses.append(f"{gold.name}: {what}: {said}")


def _score_sentences(gold: GoldArticle, analysis: Analysis, score: Score) -> None:
    """`sentence_exact`: whole sentences. `kind`: of the sentences found, the share of the right kind."""
    wanted = {(each.start, each.end): each.kind for each in gold.sentences}
    wanted = {_trimmed(gold.text, span): kind for span, kind in wanted.items()}
    found = {_trimmed(gold.text, (each.start, each.end)): each.kind for each in analysis.sentences}
    both = wanted.keys() & found.keys()
    score.add("sentence_exact", len(both), len(found), len(wanted))
    score.add("kind", sum(wanted[span] == found[span] for span in both), len(both), len(both))
    for span in sorted(wanted.keys() - both):
        _miss(gold, score, "sentence missed", span)
    for span in sorted(found.keys() - both):
        _miss(gold, score, "sentence invented", span)
    for span in sorted(both):
        if wanted[span] != found[span]:
            _miss(gold, score, f"kind {found[span]}, should be {wanted[span]}", span)


def _score_layout(gold: GoldArticle, analysis: Analysis, score: Score) -> None:
    """`layout`: of headline, byline, dateline and date value, the share that is right (or rightly absent)."""
    for part in ("headline", "byline", "dateline"):
        wanted, found = (getattr(each, part) for each in (gold, analysis))
        right = words(gold.text, [wanted] if wanted else []) == words(gold.text, [found] if found else [])
        score.add("layout", right, 1, 1)
        if not right:
            _miss(gold, score, f"{part} should be {wanted}, is {found}", *(span for span in (found,) if span))
    value = analysis.date.value if analysis.date else None
    score.add("layout", value == gold.date_value, 1, 1)
    if value != gold.date_value:
        _miss(gold, score, f"date should be {gold.date_value}, is {value}")


def _score_attributions(gold: GoldArticle, analysis: Analysis, score: Score) -> None:
    """Contents and what is said of them.

    `content_partial`: contents matched one to one. `content_token`: words in any content. Of matched
    contents, the share whose source and cue share a word with the right one (`source_overlap`,
    `cue_overlap`) and whose `mode`, `polarity`, `anonymity` are right.
    """
    text = gold.text
    wanted = [words(text, each.content) for each in gold.attributions]
    found = [words(text, each.content) for each in analysis.attributions]
    matched = _match(wanted, found)
    score.add("content_partial", len(matched), len(found), len(wanted))
    all_wanted, all_found = frozenset[int]().union(*wanted), frozenset[int]().union(*found)
    score.add("content_token", len(all_wanted & all_found), len(all_found), len(all_wanted))
    for i, j in sorted(matched.items()):
        right, answer = gold.attributions[i], analysis.attributions[j]
        for part in ("source", "cue"):
            one, two = (words(text, getattr(each, part)) for each in (right, answer))
            score.add(f"{part}_overlap", bool(one & two) or not one, 1, 1)
            if one and not one & two:
                said = " … ".join(text[start:end] for start, end in getattr(answer, part))
                _miss(gold, score, f"{part} is “{said}”, should be", *getattr(right, part))
        for part in ("mode", "polarity", "anonymity"):
            same = getattr(right, part) == getattr(answer, part)
            score.add(part, same, 1, 1)
            if not same:
                what = f"{part} {getattr(answer, part)}, should be {getattr(right, part)}"
                _miss(gold, score, what, *right.content)
    for i in sorted(set(range(len(wanted))) - matched.keys()):
        right = gold.attributions[i]
        _miss(gold, score, f"attribution to {right.names[0]} missed", *right.content)
    for j in sorted(set(range(len(found))) - set(matched.values())):
        answer = analysis.attributions[j]
        _miss(gold, score, f"attribution to {answer.source_name} invented ({answer.rule})", *answer.content)
    for share, right in _shares(gold):
        _score_share(gold, score, share, right, _nearest(analysis.attributions, found, share, right))


def _shares(gold: GoldArticle) -> Iterator[tuple[Words, GoldAttribution]]:
    """What each sentence holds of each attribution: the unit that a claim carries."""
    bodies = [words(gold.text, [(each.start, each.end)]) for each in gold.sentences]
    for right in gold.attributions:
        content = words(gold.text, right.content)
        for body in bodies:
            if share := content & body:
                yield share, right


def _nearest(
    attributions: Sequence[Attribution], contents: Sequence[Words], share: Words, right: GoldAttribution
) -> Attribution | None:
    """The attribution with the most words of a share; among equals (a chain) the one that fits best."""
    ranked = [
        (len(content & share), names_match(right.names, each.source_name), -index)
        for index, (content, each) in enumerate(zip(contents, attributions, strict=True))
        if content & share
    ]
    return attributions[-max(ranked)[2]] if ranked else None


def _score_share(
    gold: GoldArticle, score: Score, share: Words, right: GoldAttribution, answer: Attribution | None
) -> None:
    """`source_name` over all shares; `outlet` over those where one is right or given."""
    name, outlet = (answer.source_name, answer.outlet) if answer else (None, None)
    named = names_match(right.names, name)
    score.add("source_name", named, 1, 1)
    span = (min(share), max(share))
    if not named:
        _miss(gold, score, f"source is {name}, should be {right.names[0]}", span)
    if right.outlet or outlet:
        same = names_match([right.outlet], outlet) if right.outlet else False
        score.add("outlet", same, 1, 1)
        if not same:
            _miss(gold, score, f"outlet is {outlet}, should be {right.outlet}", span)


def _score_scare_quotes(gold: GoldArticle, analysis: Analysis, score: Score) -> None:
    """`scare_quote`: quotation marks that quote nobody and were given a speaker (0 is best)."""
    said = frozenset[int]().union(*(words(gold.text, each.content) for each in analysis.attributions))
    for span in gold.scare:
        spoken = bool(words(gold.text, [span]) & said)
        score.add("scare_quote", spoken, 1, 1)
        if spoken:
            _miss(gold, score, "scare quote or title was given a speaker", span)


def score_set(articles: Iterable[GoldArticle], analyse: Analyse) -> Score:
    """The score of all articles together."""
    score = Score()
    for article in articles:
        score_article(article, analyse(article.text), score)
    return score


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table, by language, and the misses if asked for."""
    from factcheck.text import analyse

    parser = argparse.ArgumentParser(prog="python -m tests.text.gold_score", description=__doc__)
    parser.add_argument("--gold", type=Path, default=FOLDER, help="a folder of annotated articles")
    parser.add_argument("--article", help="this article alone")
    parser.add_argument("--errors", action="store_true", help="each miss, in its context")
    options = parser.parse_args(arguments)
    articles = [each for each in read_gold(options.gold) if options.article in (None, each.name)]
    scores = {
        language: score_set([each for each in articles if each.language == language], analyse)
        for language in sorted({each.language for each in articles})
    }
    lines = [f"{'':16}" + "".join(f"{language:>8}" for language in scores)]
    rates = {language: score.rates() for language, score in scores.items()}
    lines += [
        f"{measure:16}" + "".join(f"{100 * rates[language].get(measure, 0.0):8.1f}" for language in scores)
        for measure in dict.fromkeys(measure for each in rates.values() for measure in each)
    ]
    if options.errors:
        lines += [miss.replace("\n", " ") for score in scores.values() for miss in score.misses]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
