"""What a sentence asks of a checker: its kind, how much it is worth checking, what to check in it."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.text.values import Attribution, Kind, Sentence, Span


def assess(
    text: str,
    span: Span,
    paragraph: int,
    *,
    attributions: Sequence[Attribution] = (),
    quoted: Sequence[Span] = (),
    language: str = "en",
) -> Sentence:
    """Return the sentence at `span` with its kind, check-worthiness and checkpoints."""
    kind: Kind = "quote" if any(a.mode == "direct" for a in attributions) and quoted and language else "fact"
    return Sentence(span[0], span[1], paragraph, kind, rule="" if text else "empty")
