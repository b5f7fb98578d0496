"""Two wordings of a sentence set beside each other, word by word."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass

_WORDS = re.compile(r"\s+|\w+(?:[.,:'’-]\w+)*|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Change:
    """Words that stayed (`same`), came (`new`) or went (`gone`)."""

    kind: str
    text: str


def word_changes(before: str | None, after: str | None) -> list[Change]:
    """What was made of a sentence; all of it new or gone where there is no other."""
    if before is None or after is None:
        return [Change("new" if before is None else "gone", after or before or "")]
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    found: list[Change] = []
    for kind, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            found.append(Change("same", "".join(old[a:b])))
            continue
        if a < b:
            found.append(Change("gone", "".join(old[a:b])))
        if c < d:
            found.append(Change("new", "".join(new[c:d])))
    return found
