"""An article's text set for the page: headings and paragraphs, each claim in its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from factcheck.services.galley import GalleyClaim, Voice


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a paragraph, and the claim that they are; None for what is no claim."""

    text: str
    claim: GalleyClaim | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or the article's heading."""

    pieces: tuple[Piece, ...]
    heading: bool = False

    @property
    def voices(self) -> list[tuple[Voice, list[int]]]:
        """Who is quoted in it, with the numbers of the claims, in the order of the text."""
        found: dict[Voice, list[int]] = {}
        for piece in self.pieces:
            for voice in piece.claim.voices if piece.claim else ():
                if (voice.source or voice.outlet) and piece.claim:
                    found.setdefault(voice, []).append(piece.claim.n)
        return list(found.items())


def set_text(text: str, claims: Sequence[GalleyClaim], headline: str | None) -> list[Block]:
    """Cut a text into blocks at its line breaks; a claim that goes over one stays whole.

    `claims` are in the order of the text.
    """
    blocks: list[Block] = []
    pieces: list[Piece] = []

    def end() -> None:
        if any(piece.text.strip() for piece in pieces):
            alone = "".join(piece.text for piece in pieces).strip()
            blocks.append(Block(tuple(pieces), heading=not blocks and alone == headline))
        pieces.clear()

    def plain(words: str) -> None:
        for number, line in enumerate(words.split("\n")):
            if number:
                end()
            if line:
                pieces.append(Piece(line))

    at = 0
    for claim in claims:
        plain(text[at : claim.start])
        pieces.append(Piece(text[claim.start : claim.end], claim))
        at = claim.end
    plain(text[at:])
    end()
    return blocks


@dataclass(frozen=True, slots=True)
class Marked:
    """Some words of a sentence, and which parts of an attribution they are (source, cue, content)."""

    text: str
    parts: tuple[str, ...]


def marked_sentence(text: str, start: int, spans: Sequence[tuple[str, int, int]]) -> list[Marked]:
    """A sentence cut where parts of attributions begin or end; spans are in the article's text."""
    inside = [(name, max(0, a - start), min(len(text), b - start)) for name, a, b in spans]
    cuts = sorted({0, len(text), *(x for _, a, b in inside if a < b for x in (a, b))})
    return [
        Marked(text[a:b], tuple(dict.fromkeys(name for name, x, y in inside if x <= a and b <= y)))
        for a, b in pairwise(cuts)
    ]
