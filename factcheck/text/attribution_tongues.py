"""Attribution in languages other than English, from small tables: quotations, `dass` clauses, `selon`.

Only frames that leave no doubt are read: speech beside a verb of saying with a subject, a clause
after `dass` or `que`, and phrases like `laut X`. All else stays the article's own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from factcheck.text.attribution_passages import cut_passages
from factcheck.text.attribution_readings import Reading
from factcheck.text.clauses import Passage, Range
from factcheck.text.cue_forms import Cue
from factcheck.text.quotes import Quotation
from factcheck.text.tokens import Tokens
from factcheck.text.values import Span
from factcheck.text.wordlists import words

_SAY: Final = Cue("say", "say", 0)
_ACCORD: Final = Cue("according", "accord", 0)
_STOPS: Final = frozenset(',.;:!?()[]–—-…"“”„«»‹›')
_ARTICLES: Final = words("el la los las le les der die das dem den")
_LONGEST_READ: Final = 1500  # tokens of a passage, quotations and all
_LONGEST_VOICE: Final = 14  # words of a speaker with role and title


@dataclass(frozen=True, slots=True)
class Tongue:
    """What the frames need of a language: lower-case forms of one kind each.

    `verbs` are finite verbs of saying, `auxiliaries` stand before a participle in `participles`
    (`a déclaré`, `hat erklärt`); `accord` are phrases before a source, `postposed` words after it.
    """

    verbs: frozenset[str]
    participles: frozenset[str]
    auxiliaries: frozenset[str]
    that: frozenset[str]
    accord: tuple[tuple[str, ...], ...]
    breaks: frozenset[str]
    postposed: frozenset[str] = frozenset()


def read_tongue(
    tokens: Tokens,
    tongue: Tongue,
    paragraphs: Sequence[Span],
    sentences: Sequence[tuple[Span, int]],
    quotations: Sequence[Quotation],
) -> tuple[list[Passage], list[list[Reading]]]:
    """The passages of a text and the readings of each, at most one a passage."""
    passages = cut_passages(tokens, paragraphs, sentences, quotations)
    found = []
    for p in passages:
        reading = None
        if p.last - p.first <= _LONGEST_READ:
            reading = _read_said(p, tongue) or _read_accord(p, tongue)
        found.append([] if reading is None else [reading])
    return passages, found


def _verb_at(p: Passage, i: int, tongue: Tongue) -> int | None:
    """One past the verb of saying that starts at `i`, with its auxiliary; None if there is none."""
    lowers = p.tokens.lowers
    if lowers[i] in tongue.verbs:
        return i + 1
    if lowers[i] in tongue.auxiliaries and i + 1 < p.last and lowers[i + 1] in tongue.participles:
        return i + 2
    return None


def _read_said(p: Passage, tongue: Tongue) -> Reading | None:
    """Speech or a `that` clause beside a verb of saying."""
    lowers = p.tokens.lowers
    for i in range(p.first, p.last):
        if p.inside[i] >= 0:
            continue
        after = _verb_at(p, i, tongue)
        if after is None:
            continue
        left = _speech_before(p, i)
        right = _voice_after(p, after, tongue)
        if left is not None and right is not None:
            more = _speech_after(p, right[1])
            return Reading(
                (i, after), _SAY, right, (left,) if more is None else (left, more), "quote-cue-source", p
            )
        source = _voice_before(p, i, tongue)
        if source is None:
            continue
        if left is None and source[0] > p.first:
            left = _speech_before(p, source[0])
        speech = _speech_after(p, after)
        if left is not None:
            return Reading(
                (i, after), _SAY, source, (left,) if speech is None else (left, speech), "quote-source-cue", p
            )
        if speech is not None:
            return Reading((i, after), _SAY, source, (speech,), "cue-quote", p)
        k = after + 1 if after < p.last and lowers[after] == "," else after
        if k < p.last - 1 and lowers[k] in tongue.that:
            return Reading((i, after), _SAY, source, ((k, _trimmed_end(p)),), "cue-that", p)
    return None


def _speech_before(p: Passage, i: int) -> Range | None:
    """The quotation that ends right before `i`, a comma or dash between allowed."""
    k = i - 1
    while k > p.first and p.inside[k] < 0 and p.tokens.lowers[k] in {",", "–", "—", "-"}:
        k -= 1
    if k < p.first or p.inside[k] < 0 or p.closes[p.inside[k]] - p.opens[p.inside[k]] < 4:
        return None
    return (p.opens[p.inside[k]], k + 1)


def _speech_after(p: Passage, i: int) -> Range | None:
    """The quotation that starts at `i`, after a colon or comma."""
    k = i
    while k < p.last and p.inside[k] < 0 and p.tokens.lowers[k] in {":", ",", "–", "—"}:
        k += 1
    if k >= p.last or p.inside[k] < 0:
        return None
    return (k, min(p.closes[p.inside[k]], p.last))


def _voice_after(p: Passage, i: int, tongue: Tongue) -> Range | None:
    """The noun phrase at `i`, up to a comma, quotation or word that starts something new."""
    end = i
    limit = min(p.last, i + _LONGEST_VOICE)
    while end < limit and p.inside[end] < 0:
        word = p.tokens.lowers[end]
        if word in _STOPS or word in tongue.breaks or _verb_at(p, end, tongue) is not None:
            break
        end += 1
    while end > i and p.tokens.lowers[end - 1] in _ARTICLES:
        end -= 1
    return (i, end) if end > i else None


def _voice_before(p: Passage, i: int, tongue: Tongue) -> Range | None:
    """The noun phrase that ends before the verb at `i`, back to a comma or quotation."""
    start = i
    low = max(p.first, i - _LONGEST_VOICE)
    while start > low and p.inside[start - 1] < 0:
        word = p.tokens.lowers[start - 1]
        if word in _STOPS or word in tongue.breaks or word in tongue.that:
            break
        start -= 1
    return (start, i) if start < i else None


def _trimmed_end(p: Passage) -> int:
    """The end of the passage without its full stop."""
    end = p.last
    while end > p.first and p.inside[end - 1] < 0 and p.tokens.lowers[end - 1] in _STOPS:
        end -= 1
    return end


def _read_accord(p: Passage, tongue: Tongue) -> Reading | None:
    """`Laut X ...`, `..., selon X`, `X zufolge`."""
    lowers = p.tokens.lowers
    for i in range(p.first, p.last - 1):
        if p.inside[i] >= 0:
            continue
        for phrase in tongue.accord:
            after = i + len(phrase)
            if lowers[i] != phrase[0] or after >= p.last or tuple(lowers[i:after]) != phrase:
                continue
            source = _voice_after(p, after, tongue)
            if source is None:
                continue
            end = _trimmed_end(p)
            if i - p.first <= 1:
                start = source[1] + (source[1] < end and lowers[source[1]] == ",")
                content: Range = (start, end)
            else:
                content = (p.first, i - (lowers[i - 1] == ","))
            if content[1] > content[0]:
                return Reading((i, after), _ACCORD, source, (content,), "according-before", p)
        if lowers[i] in tongue.postposed:
            source = _voice_before(p, i, tongue)
            if source is not None and source[0] == p.first and _trimmed_end(p) > i + 1:
                return Reading((i, i + 1), _ACCORD, source, ((i + 1, _trimmed_end(p)),), "according-after", p)
    return None
