"""Which sentence of a new text is which of the old one.

A sentence with the same words is the same sentence wherever it stands; among several with the same
words the neighbours and the place decide. What is left is matched by likeness. All pairs that are in
doubt are decided together: the assignment with the greatest sum wins, found by an auction in which
every new sentence bids for old ones (Bertsekas, "The auction algorithm", 1988).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

# Marks that word processors put for the two that a keyboard has; a change of these changes no word.
_QUOTES = str.maketrans(dict.fromkeys("‘’‚‛′`´‹›", "'") | dict.fromkeys("“”„‟″«»", '"'))
_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"\w+(?:[.,]\d+)*")

# As much of a neighbour as the W3C's TextQuoteSelector customarily keeps, in code points.
_CONTEXT = 32
# Of words shared, counted twice, in all words of both: from here on one sentence is likely a new
# wording of the other; between the same neighbours less will do. Chosen on edits of our own articles.
_ALIKE, _ALIKE_IN_PLACE = 0.6, 0.4
_IN_PLACE = 0.75
# With so many of the same words in an article, all by themselves, their order decides.
_MOST_REPEATS = 16
_CANDIDATES = 6
# A bid is raised by at least this; the sum found is at most this much a sentence below the greatest.
_RAISE = 0.01
# So many bids a sentence, and the rest is settled without; our own revisions need two.
_BIDS = 30


def same_words(text: str) -> str:
    """The words of a sentence without what changes no word: white space and the form of quotes."""
    return _SPACE.sub(" ", text.translate(_QUOTES)).strip()


def plain_sentence(text: str) -> str:
    """The words of a sentence by which it is known elsewhere: no case, no outer marks either."""
    return same_words(text).casefold().strip("\"'.,;:!?…()[] ")


class _Text:
    """A text's sentences with their words and ends, each taken apart once."""

    def __init__(self, sentences: Sequence[str]) -> None:
        self.sentences = [same_words(text) for text in sentences]
        self.words = [_words(text) for text in self.sentences]
        self.heads = [_words(text[:_CONTEXT]) for text in self.sentences]
        self.tails = [_words(text[-_CONTEXT:]) for text in self.sentences]

    def before(self, place: int) -> Counter[str]:
        """The words at the end of the sentence before; none before the first."""
        return self.tails[place - 1] if place else _NOTHING

    def after(self, place: int) -> Counter[str]:
        """The words at the beginning of the sentence after; none after the last."""
        return self.heads[place + 1] if place + 1 < len(self.heads) else _NOTHING


_NOTHING: Counter[str] = Counter()


def _words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text.lower()))


def anchor(old: Sequence[str], new: Sequence[str], lost: Sequence[str] = ()) -> dict[int, int]:
    """Say for each sentence of `new` which of `old` it is: index to index, each at most once.

    Both are in the order of their texts. `lost` are sentences that had gone before; they return only
    word for word, and are counted on behind `old` (`len(old)` is the first of them). What is missing
    among the keys is new; what is missing among the values has gone.
    """
    before, after = _Text(old), _Text(new)
    found, offers = _by_words(before, after, [same_words(text) for text in lost])
    taken = set(found.values())
    free_old = [i for i in range(len(old)) if i not in taken]
    free_new = [j for j in range(len(new)) if j not in found]
    for j, i in _likely(before, after, free_old, free_new, found):
        if i not in offers[j] and (value := _likeness(before, after, i, j)):
            offers[j][i] = value
    found.update(_auction(offers))
    return found


def _by_words(
    old: _Text, new: _Text, lost: Sequence[str]
) -> tuple[dict[int, int], defaultdict[int, dict[int, float]]]:
    """Pair what has the same words and is alone in that; the offers between those that aren't alone."""
    found: dict[int, int] = {}
    offers: defaultdict[int, dict[int, float]] = defaultdict(dict)
    there, gone = _places(old.sentences), _places(lost)
    for words, news in _places(new.sentences).items():
        olds = there.get(words, [])
        if len(olds) < len(news):  # what had gone comes back only where a sentence lacks its own
            olds = olds + [len(old.sentences) + place for place in gone.get(words, ())]
        if len(olds) == 1 and len(news) == 1:
            found[news[0]] = olds[0]
        elif max(len(olds), len(news)) > _MOST_REPEATS:
            found.update(zip(news, olds, strict=False))
        else:
            for j in news:
                offers[j].update((i, 3.0 + _context(old, new, i, j)) for i in olds)
    return found, offers


def _places(sentences: Sequence[str]) -> dict[str, list[int]]:
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, words in enumerate(sentences):
        places[words].append(place)
    return places


def _context(old: _Text, new: _Text, i: int, j: int) -> float:
    """How well the neighbours agree (up to 0.8) and the places (up to 0.2); 0 for what had gone."""
    if i >= len(old.sentences):
        return 0.0
    left = _shared(old.before(i), new.before(j))
    right = _shared(old.after(i), new.after(j))
    near = 1.0 - abs(i / len(old.sentences) - j / len(new.sentences))
    return 0.4 * left + 0.4 * right + 0.2 * near


def _shared(one: Counter[str], other: Counter[str]) -> float:
    """Dice's coefficient of two bags of words; two empty ones are alike."""
    if one == other:
        return 1.0
    if not one or not other:
        return 0.0
    both = sum(min(number, other[word]) for word, number in one.items() if word in other)
    return 2.0 * both / (one.total() + other.total())


def _likely(
    old: _Text, new: _Text, free_old: Sequence[int], free_new: Sequence[int], found: dict[int, int]
) -> Iterable[tuple[int, int]]:
    """Pairs worth weighing, new first: those that share rare words, and those in the same gap."""
    having: defaultdict[str, list[int]] = defaultdict(list)
    for i in free_old:
        for word in old.words[i]:
            having[word].append(i)
    for j in free_new:
        score: defaultdict[int, float] = defaultdict(float)
        for word in new.words[j]:
            olds = having.get(word, [])
            if len(olds) > _MOST_REPEATS:  # a word that many have tells little: those nearby will do
                place = bisect_left(olds, found.get(j - 1, j))
                olds = olds[max(0, place - 4) : place + 4]
            for i in olds:
                score[i] += 1.0 / len(olds)
        yield from ((j, i) for i in sorted(score, key=lambda i: (-score[i], i))[:_CANDIDATES])
        gap = found.get(j - 1, -1) + 1
        place = bisect_left(free_old, gap)
        if (gap or j == 0) and place < len(free_old) and free_old[place] == gap:
            yield j, gap


def _likeness(old: _Text, new: _Text, i: int, j: int) -> float:
    """How likely one is a new wording of the other, up to 2.5; 0 for no."""
    alike = _shared(old.words[i], new.words[j])
    if alike < _ALIKE_IN_PLACE:
        return 0.0
    context = _context(old, new, i, j)
    return 2 * alike + context / 2 if alike >= _ALIKE or context >= _IN_PLACE else 0.0


def _auction(offers: dict[int, dict[int, float]]) -> dict[int, int]:
    """Give each bidder at most one thing, so that what they are worth together is greatest."""
    price: defaultdict[int, float] = defaultdict(float)
    owner: dict[int, int] = {}
    waiting = sorted((j for j in offers if offers[j]), reverse=True)
    left = _BIDS * len(waiting)
    while waiting:
        j = waiting.pop()
        left -= 1
        if left < 0:  # those who would outbid each other for ever take what is free
            best = max((i for i in offers[j] if i not in owner), key=lambda i: offers[j][i], default=-1)
            if best >= 0:
                owner[best] = j
            continue
        best, best_gain, second = -1, 0.0, 0.0
        for i, value in offers[j].items():
            gain = value - price[i]
            if gain > best_gain:
                best, best_gain, second = i, gain, best_gain
            elif gain > second:
                second = gain
        if best < 0:
            continue  # nothing is worth its price any more: the sentence is new
        price[best] += best_gain - second + _RAISE
        if best in owner:
            waiting.append(owner[best])
        owner[best] = j
    return {j: i for i, j in owner.items()}
