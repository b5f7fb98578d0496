"""Names that are words of the language too (`Rose`, `Long`, `Theresa May`), and where they are names.

The lexicon has a class for each, so that a rule would take `May` for a month and `rose` for a verb.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final

from factcheck.text import lexicon as lx
from factcheck.text.cue_forms import PAST, THIRD
from factcheck.text.cues import VERBS
from factcheck.text.first_names import gender_of
from factcheck.text.name_titles import PERSONAL
from factcheck.text.tokens import Tokens
from factcheck.text.wordlists import words

_NAMES: Final = {
    name.lower(): name
    for name in ("Rose", "Drew", "Long", "Still", "Day", "May", "March", "April", "June", "August", "Will")
}
_SMALL: Final = frozenset(_NAMES)
_EDGE: Final = lx.BREAK | lx.QUOTE | lx.OPEN
# What may stand behind a whole name: its verb, a comma, its possessive.
_BEHIND: Final = lx.FINITE | lx.COMMA | lx.POSSESSIVE
# Names with an adverb's ending.
NAMES_IN_LY: Final = words("""
    kelly reilly o'reilly o’reilly connolly donnelly tully scully beverly kimberly emily billy sally polly
    molly holly lilly wally daly healy italy willy nelly shelly lally crowly early
    """)


# Firms with a possessive for a name speak: `McDonald’s said`.
_OWNED: Final = re.compile(
    r"s (?=(?:said|says|told|denied|announced|reported|confirmed|warned|declined|expects|added)\b)"
    r"(?<=[a-z]['’]s )"
)


def part_names(tokens: Tokens) -> None:
    """Take the class off every word of an English text that is a name where it stands."""
    for owned in _OWNED.finditer(tokens.text):
        i = bisect_left(tokens.starts, owned.start() - 1)
        named = 0 < i < len(tokens.words) and tokens.words[i - 1][:1].isupper() and not tokens.flags[i - 1]
        if named and len(tokens.words[i]) == 2:
            tokens.flags[i] = 0
    if "Which?" in tokens.text:
        _part_which(tokens)
    there = _SMALL.intersection(tokens.lowers)
    for small, name in _NAMES.items():
        if small not in there:
            continue
        at = tokens.text.find(name)
        while at >= 0:
            i = bisect_left(tokens.starts, at)
            if i < len(tokens.words) and tokens.words[i] == name:
                if _is_name(tokens, i):
                    tokens.flags[i] = 0
                elif name == "May" and i and tokens.words[i - 1].islower():
                    tokens.flags[i] = lx.TIME  # and no auxiliary: `A study in May found`
            at = tokens.text.find(name, at + len(name))


def _part_which(tokens: Tokens) -> None:
    """Take the classes off `Which?` amid a sentence: it is the consumers' magazine."""
    text = tokens.text
    for i, word in enumerate(tokens.words[:-2]):
        if word != "Which" or tokens.words[i + 1] != "?" or tokens.starts[i + 1] != tokens.end(i):
            continue
        behind = text[tokens.end(i + 1) : tokens.end(i + 1) + 2]
        if behind[:1] in "'’," or (behind[:1] == " " and behind[1:].islower()):
            tokens.flags[i] = tokens.flags[i + 1] = 0


def _is_name(tokens: Tokens, i: int) -> bool:
    """Whether the word at `i` is part of a name, or a surname that opens its sentence and speaks."""
    words, flags = tokens.words, tokens.flags
    before = words[i - 1] if i else ""
    if before[:1].isupper():
        return before.rstrip(".").lower() in PERSONAL or gender_of(before) is not None
    if i + 1 >= len(words) or (i and flags[i - 1] & lx.PREPOSITION):
        return False
    opens = i == 0 or bool(flags[i - 1] & _EDGE)
    if words[i + 1][:1].isupper():
        if flags[i + 1] or i + 2 >= len(words):
            return False
        return bool(flags[i + 2] & _BEHIND) or _speaks(tokens, i + 2) or (i > 0 and _speaks(tokens, i - 1))
    return opens and _speaks(tokens, i + 1)


def _speaks(tokens: Tokens, k: int) -> bool:
    """Whether a verb of saying stands at `k`, in a form that has a subject."""
    form = VERBS.get(tokens.lowers[k])
    return form is not None and bool(form.shape & (PAST | THIRD)) and form.cues[0].meaning == "say"
