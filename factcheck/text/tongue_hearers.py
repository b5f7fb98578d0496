"""Who heard it, in German: a medium in the dative behind the speaker (`sagte Ines Roth dem Sender WDR`)."""

from __future__ import annotations

from typing import Final

from factcheck.text.clauses import Passage, Range
from factcheck.text.tongue import Tongue
from factcheck.text.tongue_speech import past_title
from factcheck.text.tongue_voices import is_one_of, read_tongue_voice
from factcheck.text.wordlists import words

_DATIVES: Final = words("dem der den einem einer")
_CLEAR: Final = words("dem einem")  # that can be no genitive
_LONGEST: Final = 6  # words of a hearer


def without_hearer(p: Passage, source: Range, tongue: Tongue) -> Range:
    """A source without the medium in it that was spoken to (`Ines Roth der Deutschen Presse-Agentur`)."""
    start, end = source
    names, lowers = tongue.names, p.tokens.lowers
    if not tongue.free:
        return source
    for k in range(start + 1, end - 1):
        if lowers[k] not in _DATIVES or p.inside[k] >= 0 or lowers[k - 1] in names.of | tongue.prepositions:
            continue
        if not _is_medium(p, k + 1, end, tongue):
            continue
        before = read_tongue_voice(p.tokens.text[slice(*p.tokens.span(start, k))], names)
        if before.kind in ("name", "pronoun") or lowers[k] in _CLEAR:
            return (start, k)
    return source


def past_hearer(p: Passage, k: int, tongue: Tongue) -> int:
    """Past a medium in quotation marks that was spoken to, with its kind (`dem Sender »Welle 3«`)."""
    if not tongue.free or k + 1 >= p.last or p.tokens.lowers[k] not in _DATIVES:
        return k
    title = k + 1
    if p.inside[title] < 0 and is_one_of(p.tokens.words[title], tongue.names.media, tongue.names):
        title += 1
    end = past_title(p, title) if title < p.last else title
    return end if end > title else k


def _is_medium(p: Passage, start: int, end: int, tongue: Tongue) -> bool:
    """Whether a noun phrase is a medium: a title in quotation marks, an acronym, a word like `Zeitung`."""
    names = tongue.names
    for k in range(start, min(end, start + _LONGEST)):
        word = p.tokens.words[k]
        if p.inside[k] >= 0 or p.tokens.lowers[k] in names.outlets or is_one_of(word, names.media, names):
            return True
        if word.isupper() and 1 < len(word) <= 5:
            return True
    return False
