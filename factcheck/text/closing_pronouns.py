"""Whom `it` means behind what it says: the body that begins it (`The company plans to close, it said`)."""

from __future__ import annotations

from typing import Final

from factcheck.text import lexicon as lx
from factcheck.text.attribution_readings import Reading
from factcheck.text.clauses import phrase_end
from factcheck.text.organisations import is_organisation
from factcheck.text.unnamed_voices import BODIES
from factcheck.text.values import Span
from factcheck.text.wordlists import words

# What one says of oneself: another's plans, hopes and regrets are for that other to tell.
_OWN: Final = words("""
    plans planned expects expected aims aimed hopes hoped intends intended regrets regretted believes believed
    remains remained continues continued takes took apologised apologized welcomes welcomed has had
    """)
_HELPED: Final = words("will would")
# What others say one will do or be, just as well.
_OF_OTHERS: Final = words("be have pay face need lose owe fail suffer default been to no lost failed faced")
_LONGEST: Final = 6  # tokens of a name


def own_subject(reading: Reading) -> Span | None:
    """The span of the body that what `it` says begins with and whose own plans are told, or None."""
    source, p = reading.source, reading.passage
    tokens = p.tokens
    if source is None or not reading.content or tokens.lowers[source[0] : source[1]] != ["it"]:
        return None
    first, last = reading.content[0]
    if last > source[0] or p.inside[first] >= 0:
        return None
    end = phrase_end(p, first, last)
    end -= end - 1 > first and tokens.lowers[end - 1] in _OWN  # a noun too: `The company plans to close`
    if not first < end < last - 1 or end - first > _LONGEST:
        return None
    verb, following = tokens.lowers[end], tokens.lowers[end + 1]
    perfect = verb in {"has", "had"} or verb in _HELPED
    if not (verb in _OWN or perfect) or (perfect and following in _OF_OTHERS):
        return None
    the = tokens.lowers[first] == "the"
    named = all(word[:1].isupper() for word in tokens.words[first + the : end]) and not any(
        tokens.flags[k] & lx.COMMA for k in range(first, end)
    )
    span = tokens.span(first, end)
    if named:
        return span if is_organisation(tokens.text[slice(*tokens.span(first + the, end))]) else None
    return span if the and end - first < 4 and tokens.lowers[end - 1] in BODIES else None
