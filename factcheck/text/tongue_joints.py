"""Noun phrases with a conjunction in them, in another language: two voices, or one with a list in its name.

`Brandt und Lohse sagten` are two, as the verb tells; `das Ministerium für Gesundheit und Soziales` is one, as
its kind tells. What is neither ends at the conjunction: there another clause may have ended.
"""

from __future__ import annotations

from typing import Final

from factcheck.text.clauses import Passage, Range
from factcheck.text.tongue import Names, Tongue
from factcheck.text.tongue_voices import is_one_of

_LONGEST: Final = 14  # words before a conjunction that can belong to a source
_BRACKET: Final = 7  # tokens of a party behind a name, its brackets among them
_ADJECTIVE: Final = ("e", "en", "er", "es", "em", "s", "al", "ale", "aux", "ales")


def start_of_joined(p: Passage, start: int, tongue: Tongue, *, several: bool) -> int:
    """Where the source begins whose last part begins at `start`; `several`: its verb is one of many."""
    k = start - 1
    if k <= p.first or p.inside[k] >= 0 or p.tokens.lowers[k] not in tongue.joints:
        return start
    first = _walk_left(p, k, tongue)
    if first is None:
        return start
    return first if several or _holds_body(p, first, k, tongue.names) else start


def end_of_joined(p: Passage, source: Range, tongue: Tongue, *, several: bool) -> int:
    """Where the source ends whose first part is `source`."""
    first, k = source[0], _past_bracket(p, source[1])
    while k < p.last and p.inside[k] < 0 and p.tokens.lowers[k] == "," and _lists(p, k, tongue):
        k = _past_bracket(p, _walk_right(p, k + 1, tongue))
    if k >= p.last or p.inside[k] >= 0 or p.tokens.lowers[k] not in tongue.joints:
        return source[1]
    end = _walk_right(p, k + 1, tongue)
    word = p.tokens.lowers[k + 1] if end > k + 1 else ""
    owned = word in tongue.names.possessives and end > k + 2  # `und ihr Mann`
    bare = word and (owned or word not in tongue.names.pronouns)
    if not bare or not (several or _holds_body(p, first, k, tongue.names)):
        return source[1]
    return _past_bracket(p, end)


def _past_bracket(p: Passage, k: int) -> int:
    """Past a party in brackets at `k` (`Ana Colina (PSOE)`); `k` where none is."""
    if k >= p.last or p.tokens.lowers[k] != "(":
        return k
    return next((i + 1 for i in range(k, min(p.last, k + _BRACKET)) if p.tokens.lowers[i] == ")"), k)


def _before_bracket(p: Passage, k: int) -> int:
    """Where a party in brackets begins that ends before `k`; `k` where none does."""
    if k <= p.first or p.tokens.lowers[k - 1] != ")":
        return k
    low = max(p.first, k - _BRACKET)
    return next((i for i in range(k - 1, low, -1) if p.tokens.lowers[i] == "("), k)


def _walk_left(p: Passage, k: int, tongue: Tongue) -> int | None:
    """Where the noun phrase before the conjunction at `k` begins; it ends in a word with a capital."""
    tokens, names = p.tokens, tongue.names
    k = _before_bracket(p, k)
    if not _is_capital(tokens.words[k - 1]) and tokens.lowers[k - 1] not in names.bodies:
        return None
    tying = (names.of | names.ties | names.joining) - tongue.joints
    first = i = k - 1
    while i >= max(p.first, k - _LONGEST) and p.inside[i] < 0:
        word = tokens.lowers[i]
        before = tokens.lowers[i - 1] if i > p.first else ""
        if _is_capital(tokens.words[i]) or word in names.bodies or is_article(word, names):
            first = i
        elif word == "," and _is_capital(tokens.words[i - 1]) and _is_capital(tokens.words[i + 1]):
            pass
        elif not (word in tying or (word.endswith(_ADJECTIVE) and before in tying)):
            break
        if is_article(word, names) and before not in tying:
            break
        i -= 1
    return first


def _walk_right(p: Passage, i: int, tongue: Tongue) -> int:
    """Where the noun phrase ends that begins at `i`: with its last capital."""
    tokens, names = p.tokens, tongue.names
    tying = (names.of | names.ties | names.joining) - tongue.joints
    end = k = i
    while k < min(p.last, i + _LONGEST) and p.inside[k] < 0:
        word = tokens.lowers[k]
        if _is_capital(tokens.words[k]) or word in names.bodies:
            end = k + 1
        elif k > i and _determines(tokens.lowers[k - 1], names) and word.isalpha() and end == i:
            end = k + 1  # `et les pompiers`, `et son mari`
        elif not (_determines(word, names) or word in tying):
            break
        k += 1
    return end


def _lists(p: Passage, comma: int, tongue: Tongue) -> bool:
    """Whether a list goes on behind a comma up to its conjunction (`Umwelt, Naturschutz und Verkehr`)."""
    end = _walk_right(p, comma + 1, tongue)
    return end > comma + 1 and end < p.last and p.tokens.lowers[end] in tongue.joints | {","}


def is_article(word: str, names: Names) -> bool:
    """Whether a word is an article, alone or written together with its noun (`l’`)."""
    plain = word.replace("’", "'")
    return (
        plain in names.definite
        or plain in names.indefinite
        or plain.partition("'")[0] + "'" in names.definite
    )


def _determines(word: str, names: Names) -> bool:
    """Whether a word is an article or tells whose somebody is."""
    return is_article(word, names) or word in names.possessives


def _is_capital(word: str) -> bool:
    """Whether a word has a capital, behind its article at least (`l’Agriculture`)."""
    return word.replace("’", "'").rpartition("'")[2][:1].isupper()


def _holds_body(p: Passage, first: int, last: int, names: Names) -> bool:
    """Whether a word for an institution is among some tokens."""
    return any(is_one_of(p.tokens.words[k], names.bodies, names) for k in range(first, last))
