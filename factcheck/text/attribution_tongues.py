"""Attribution in languages other than English: the frames of one table, read with the names of another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factcheck.text import lexicon as lx
from factcheck.text.attribution_continued import continue_voices
from factcheck.text.layout import Layout
from factcheck.text.names_resolution import Cast
from factcheck.text.quotes import Quotation
from factcheck.text.tokens import tokenise
from factcheck.text.tongue import Tongue
from factcheck.text.tongue_cast import TongueCast
from factcheck.text.tongue_frames import read_tongue
from factcheck.text.tongue_french import FRENCH
from factcheck.text.tongue_german import GERMAN
from factcheck.text.tongue_spanish import SPANISH
from factcheck.text.tongue_values import to_tongue_values
from factcheck.text.transcripts import read_turns
from factcheck.text.values import Attribution, Span

# Marks are the same in all languages; that words have classes is English alone.
_MARKS: Final = {mark: flags for mark, flags in lx.ENGLISH.items() if not any(map(str.isalpha, mark))}
TONGUES: Final[dict[str, Tongue]] = {"de": GERMAN, "fr": FRENCH, "es": SPANISH}


def attribute_tongue(
    text: str,
    tongue: Tongue,
    layout: Layout,
    sentences: Sequence[tuple[Span, int]],
    quotations: Sequence[Quotation],
) -> tuple[Attribution, ...]:
    """All attributions of a text in the language of `tongue`, in the order of their cues."""
    passages, found = read_tongue(tokenise(text, _MARKS), tongue, layout.paragraphs, sentences, quotations)
    quoted = [(q.start, q.end) for q in quotations]
    voiced = continue_voices(passages, found, quotations)
    read = to_tongue_values(voiced, TongueCast(text, tongue, quoted, layout.byline), tongue) if voiced else ()
    if not layout.speakers:
        return read
    turns = read_turns(text, layout, Cast(text, quoted))
    return tuple(sorted((*read, *turns), key=lambda each: each.content[0]))
