"""Turns of a transcript: who stands behind a label, and which publication asks the questions.

`SALCEDO:` is the Salcedo of the article; `Q` and `A` are who the introduction says they are; what is
said to a label that is a publication (`THE COURIER:`) was said in that publication.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from factcheck.text.channels import is_outlet
from factcheck.text.layout import Layout
from factcheck.text.names_resolution import Cast
from factcheck.text.values import Attribution, Span
from factcheck.text.voices import Voice, read_voice

_KEY: Final = re.compile(
    r"\b([QA])[ ](?:is|was|stands[ ]for|denotes)[ ]((?:[^.;\n]|(?<=\b[MDS][rst])\.|(?<=Mrs)\.){3,90}?)"
    r"(?=,?[ ]and[ ][QA][ ](?:is|was|stands|denotes)|[.;\n])"
)


def read_turns(text: str, layout: Layout, cast: Cast) -> Iterator[Attribution]:
    """One attribution a turn: all of the paragraph under the label."""
    keys = {label: read_voice(phrase) for label, phrase in _KEY.findall(text)}
    spans = [_trimmed(text, span) for _, span in layout.speakers]
    labels = [text[start:end] for start, end in spans]
    asking = _asking(labels, cast)
    for (start, end), label, (number, _) in zip(spans, labels, layout.speakers, strict=True):
        voice: Voice = keys.get(label) or read_voice(cast.as_written(label))
        name, anonymity = cast.resolve(voice, start)
        outlet = asking if asking is not None and name != asking else None
        yield Attribution(
            (layout.paragraphs[number],), ((start, end),), (), name, outlet,
            medium="interview" if outlet else None, mode="direct", anonymity=anonymity, rule="turn",
        )  # fmt: skip


def _asking(labels: Sequence[str], cast: Cast) -> str | None:
    """The publication among the labels, as the article writes it."""
    for label in dict.fromkeys(labels):
        written = cast.as_written(label)
        if is_outlet(written):
            return cast.resolve(read_voice(written), 0)[0]
    return None


def _trimmed(text: str, label: Span) -> Span:
    """A label without its colon, `Q.` without its full stop."""
    start, end = label
    while end > start and (text[end - 1] == ":" or text[end - 1].isspace()):
        end -= 1
    if end - start == 2 and text[start:end] in {"Q.", "A."}:
        end -= 1
    return start, end
