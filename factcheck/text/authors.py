"""Who speaks in a document: `figures from Statista`, `the Harbour Board’s report`, `a poll by Harlow`.

A survey does not speak for itself. Where a phrase tells whose it is, what it says is theirs, and whoever
looks for that source finds it.
"""

from __future__ import annotations

import re
from typing import Final

from factcheck.text import lexicon as lx
from factcheck.text.channels import is_outlet
from factcheck.text.no_persons import is_no_person
from factcheck.text.organisations import is_organisation
from factcheck.text.unnamed_voices import DOCUMENTS
from factcheck.text.wordlists import words

_REACH: Final = 9  # words behind a document among which its author is looked for
_TYING: Final = frozenset(["by", "from"])
_LETTERS: Final = words("""
    letter letters email e-mail emails message messages post posts tweet tweets note memo text statement reply
    petition complaint notice article editorial book paper leaflet testimony
    """)
# What has the name of its author before it, not of its topic or reader (`an SEC filing`, `DNA results`).
_STUDIED: Final = words("""
    report reports statement study survey poll data figures statistics analysis estimates estimate research
    review audit forecast memo calculations calculation guidance investigation probe advice bulletin index
    """)
_NO_AUTHORS: Final = words("US UK U.S. U.K. TV PR DNA HIV GPS CCTV AI Covid COVID COVID-19 GDP CPI PISA")
# What an outlet carries in its own words: `a report in the Courier`.
_CARRIED: Final = words("report reports article editorial review")
_OWNING: Final = ("’s", "'s", "s’", "s'")
# What is done with a document by who has not written it: `emails obtained by the Courier`.
_READ: Final = words("""
    obtained seen reviewed viewed examined read leaked acquired verified cited received consulted collected
    inspected analysed analyzed quoted shown
    """)
# What is taken somewhere, not written by whoever is there: `a video from Leeds`.
_SHOT: Final = words("video videos footage record recording records map scan scans scene card")
_ABOUT: Final = words("into over about on after since")  # of what, and of nobody
_LANDS: Final = words("east west north south states kingdom netherlands hague caribbean balkans coast front")
# What somebody published: a law, a lawsuit or an order speaks for itself.
_PUBLISHED: Final = (
    DOCUMENTS - words("law bill order lawsuit suit ruling judgment judgement verdict manual") - _SHOT
)


def author_of(parts: list[str], core: list[str]) -> str | None:
    """The words of a source phrase that tell who speaks in the document it names; None if none do.

    `parts` are all words of the phrase, `core` those up to what hangs on its noun.
    """
    if core[-1].lower().removesuffix("’s").removesuffix("'s") not in _PUBLISHED:
        return None
    for k in range(len(core), min(len(parts) - 1, len(core) + _REACH)):
        if parts[k] in _TYING and parts[k - 1] not in _READ:
            author = _without_readers(parts[k + 1 :])
            return " ".join(author) if parts[k] == "by" or _can_send(author) else None
        if parts[k] == "in" and core[-1].lower() in _CARRIED and is_outlet(" ".join(parts[k + 1 :])):
            return " ".join(parts[k + 1 :])
    for k in range(len(core) - 2, -1, -1):
        if core[k].endswith(_OWNING):
            owner = core[: k + 1]
            dated = lx.ENGLISH.get(owner[-1][:-2].lower(), 0) & lx.TIME
            return None if dated else " ".join(owner)
    return _compounded(core)


def _without_readers(author: list[str]) -> list[str]:
    """An author without who has read or obtained the document (`from Ana Duarte obtained by the Courier`)."""
    read = next((k for k, word in enumerate(author) if k and word in _READ), len(author))
    return author[:read]


def _compounded(core: list[str]) -> str | None:
    """An institution whose name stands before its document (`Statista figures`, `a Courier poll`)."""
    end = len(core) - 1
    if core[end].lower() not in _STUDIED:
        return None
    while end > 1 and core[end - 1].islower() and len(core) - end < 3:
        end -= 1  # `the Harbour Board annual report`
    start = end
    while start and core[start - 1][:1].isupper() and core[start - 1] not in {"The", "A", "An"}:
        start -= 1
    while start < end and (core[start] == "May" or lx.ENGLISH.get(core[start].lower(), 0) & lx.TIME):
        start += 1  # `a May Harlow Research poll`
    name = " ".join(core[start:end])
    if not name or name in _NO_AUTHORS or is_no_person(name):
        return None
    return name if is_organisation(name) or is_outlet(name) else None


# `, by the Harbour Board`, `, conducted last year by Harlow`, behind a document.
_BEHIND: Final = re.compile(
    r",[ ](?:(?:[a-z]{2,14}(?:ed|ten)|made|done|led)[ ](?:[\w’-]{1,15}[ ]){0,4}?)?by[ ]([^,;]{2,80})"
)


def author_behind(phrase: str, comma: int, core: list[str]) -> str | None:
    """The words that tell whose a document is behind the comma that follows it; None if none do."""
    if core[-1].lower() not in _PUBLISHED:
        return None
    behind = _BEHIND.match(phrase, comma)
    return (
        None if behind is None or not _READ.isdisjoint(behind.group().split()) else behind.group(1).rstrip()
    )


def is_letter(core: list[str]) -> bool:
    """Whether a document is what somebody writes to say something, and no study: its words are theirs."""
    return core[-1].lower() in _LETTERS


def _can_send(author: list[str]) -> bool:
    """Whether `from` tells an author, and no place or time."""
    name = author[1:] if author[0] in {"the", "a", "an"} else author
    if (
        not name
        or not _ABOUT.isdisjoint(author[:5])
        or name[0][:1].isdigit()
        or lx.ENGLISH.get(name[0].lower(), 0) & lx.TIME
    ):
        return False
    if len(name) < len(author):
        return name[-1].lower() not in _LANDS
    named = " ".join(name)
    return is_organisation(named) or not is_no_person(named)
