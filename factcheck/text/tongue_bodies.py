"""How an institution is called in another language: its own name, in the first case."""

from __future__ import annotations

from typing import Final

from factcheck.text.tongue import Names

MARKS: Final = "„“”\"«»‹›‘’'.:;!?–—"


def own_name(words: list[str], names: Names) -> list[str]:
    """The name alone of a body whose kind stands before it in small letters: `bureau d'études Stratos`."""
    first = len(words)
    while first and (words[first - 1][0].isupper() or words[first - 1].lower() in names.ties):
        first -= 1
    if not 0 < first < len(words) or words[first - 1].lower() in (names.of | names.joining).union(
        names.definite
    ):
        return words
    return words[first:] if words[0].islower() else words


# Endings of German words for bodies that are masculine; others with a genitive in `s` are neuter.
_MASCULINE: Final = ("verband", "bund", "rat", "tag", "hof", "dienst", "verein", "senat", "konzern", "zoll")


def plain_body(words: list[str], *, genitive: bool) -> str:
    """A body's name in the first case: `des Landesamts` is the `Landesamt`."""
    first = words[0]
    if (
        genitive
        and len(words) > 1
        and first.endswith("en")
        and words[1].endswith("s")
        and words[1][0].isupper()
    ):
        noun = words[1].removesuffix("s")
        noun = noun.removesuffix("e") if noun.endswith(("te", "de")) else noun
        first = first[:-2] + ("er" if noun.lower().endswith(_MASCULINE) else "es")
        return joined([first, noun, *words[2:]]).strip(" " + MARKS)  # `des Statistischen Bundesamts`
    if genitive and first.endswith("s") and len(first) > 4:
        first = first[:-1]
        first = first.removesuffix("e") if first.endswith(("te", "de")) else first
    return joined([first, *words[1:]]).strip(" " + MARKS)


def joined(words: list[str]) -> str:
    """Words as the text writes them, an elided article at its noun."""
    return " ".join(words).replace("' ", "'").replace("’ ", "’")
