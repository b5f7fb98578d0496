"""What a court or an inquiry heard: somebody told it, and the text does not say who (`A jury heard that`)."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from factcheck.text.attribution_readings import Reading
from factcheck.text.wordlists import words

_HEARING: Final = words("""
    court courts jury juries jurors inquest hearing tribunal inquiry enquiry trial magistrates committee panel
    commission
    """)


def as_heard(reading: Reading) -> Reading | None:
    """A reading of `hear` without a source, as the court said nothing; None for anybody else's ears.

    A headline's `..., court told` is of the same kind.
    """
    source = reading.source
    if source is not None and reading.verb.lemma == "tell":
        p = reading.passage
        closes = source[1] == reading.cue[0] and reading.cue[1] == p.last
        told = closes and p.tokens.lowers[source[1] - 1] in _HEARING
        return replace(reading, source=None, rule="heard") if told else reading
    if source is None or reading.rule == "quoted-as-saying":
        return reading
    if _HEARING.isdisjoint(reading.passage.tokens.lowers[slice(*source)]):
        return None
    return replace(reading, source=None, rule="heard")
