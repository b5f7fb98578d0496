"""Finding a thousand sentences again in a revised text, beside difflib: `python -m tests.bench.anchor`.

The peer is what a script would use: difflib's blocks of equal sentences, then its ratio over the rest.
"""

from __future__ import annotations

import difflib
import random
from collections.abc import Callable, Mapping

from factcheck.text.anchor import anchor
from tests.bench.__main__ import seconds

COMPARED, SENTENCES = 150, 1000  # difflib takes minutes for a thousand


def main() -> None:
    """How long each takes, and how many sentences it finds where they went."""
    for name, (before, after, truth) in _cases(COMPARED).items():
        print(f"{COMPARED}, {name}: ours {_measured(anchor, before, after, truth)}")
        print(f"{COMPARED}, {name}: difflib {_measured(with_difflib, before, after, truth)}")
    for name, (before, after, truth) in _cases(SENTENCES).items():
        print(f"{SENTENCES}, {name}: ours {_measured(anchor, before, after, truth)}")


def _cases(size: int) -> dict[str, tuple[list[str], list[str], dict[int, int]]]:
    """By name: a text's sentences, those of the next, and which of the new is which of the old."""
    chance = random.Random(1)
    words = [f"word{n}" for n in range(3000)]
    before = [" ".join(chance.choices(words, k=chance.randint(5, 25))) + "." for _ in range(size)]
    tenth = [_reworded(chance, one) if n % 10 == 0 else one for n, one in enumerate(before)]
    every = [_reworded(chance, one) for one in before]
    new = [" ".join(chance.choices(words, k=15)) for _ in before]
    half, same = size // 2, {n: n for n in range(size)}
    return {
        "one in ten reworded": (before, tenth, same),
        "and the halves changed places": (
            before,
            tenth[half:] + tenth[:half],
            {n: (n + half) % size for n in same},
        ),
        "all reworded": (before, every, same),
        "all new": (before, new, {}),
    }


def _measured(
    match: Callable[[list[str], list[str]], Mapping[int, int]],
    before: list[str],
    after: list[str],
    truth: Mapping[int, int],
) -> str:
    found = match(before, after)
    right = sum(found.get(new) == old for new, old in truth.items())
    took = seconds(lambda: match(before, after), rounds=3)
    return f"{took * 1000:.0f} ms, {right} of {len(truth)} found, {len(found) - right} wrongly"


def with_difflib(before: list[str], after: list[str]) -> dict[int, int]:
    """New places to old: equal blocks first, then the most alike of what is left (0.6 or better)."""
    found: dict[int, int] = {}
    for block in difflib.SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks():
        found.update((block.b + n, block.a + n) for n in range(block.size))
    left = {one: n for n, one in enumerate(before) if n not in set(found.values())}
    for n, one in enumerate(after):
        if n not in found and (close := difflib.get_close_matches(one, left, n=1)):
            found[n] = left.pop(close[0])
    return found


def _reworded(chance: random.Random, sentence: str) -> str:
    """The sentence with one word in seven replaced, at least one."""
    words = sentence.split()
    for n in range(0, len(words), 7):
        words[min(n + chance.randrange(7), len(words) - 1)] = "other"
    return " ".join(words)


if __name__ == "__main__":
    main()
