"""Phrases of another language that tell a source without a verb: `laut X`, `selon X`, `X zufolge`."""

from __future__ import annotations

from factcheck.text.attribution_readings import Reading
from factcheck.text.clauses import Passage, Range
from factcheck.text.tongue import ACCORD, Tongue
from factcheck.text.tongue_before import voice_before
from factcheck.text.tongue_joints import end_of_joined, is_article
from factcheck.text.tongue_phrases import past_day, voice_after
from factcheck.text.tongue_said import STOPS
from factcheck.text.tongue_speech import past_title, trimmed_end


def read_accord(p: Passage, tongue: Tongue) -> Reading | None:
    """`Laut X ...`, `..., selon X`, `X zufolge`."""
    lowers = p.tokens.lowers
    opening = {phrase[0] for phrase in tongue.accord} | tongue.postposed
    for i in range(p.first, p.last - 1):
        if lowers[i] not in opening or p.inside[i] >= 0:
            continue
        for phrase in (*tongue.accord, *([(lowers[i],)] if _account_at(p, i + 1, tongue) else [])):
            after = i + len(phrase)
            if lowers[i] != phrase[0] or after >= p.last or tuple(lowers[i:after]) != phrase:
                continue
            found = _read_opened(p, (i, after), tongue)
            if found is not None:
                return found
        if lowers[i] in tongue.postposed and (found := _read_postposed(p, i, tongue)) is not None:
            return found
    return None


def _read_opened(p: Passage, cue: Range, tongue: Tongue) -> Reading | None:
    """What a phrase before its source reads (`Laut X ...`, `..., selon X`)."""
    i, after = cue
    lowers = p.tokens.lowers
    source = _account_at(p, after, tongue) or voice_after(p, after, tongue) or _title_at(p, after, tongue)
    if source is None:
        return None
    source = (source[0], _end_of_source(p, source, tongue))
    source = (source[0], end_of_joined(p, source, tongue, several=True))
    end = trimmed_end(p)
    past = past_day(p, source[1], tongue)
    past += past < end and lowers[past] == ","
    if i - p.first <= 1:
        content = [(_past_apposition(p, past, end, tongue), end)]
    else:
        behind = past
        content = [(p.first, i - (lowers[i - 1] == ",")), (behind, end)]
    kept = tuple(each for each in content if each[1] > each[0])
    return Reading(cue, ACCORD, source, kept, "according-before", p) if kept else None


def _account_at(p: Passage, k: int, tongue: Tongue) -> Range | None:
    """Whose account a German compound is (`Nach Polizeiangaben`, `laut Medienberichten`)."""
    word = p.tokens.words[k] if k < p.last and p.inside[k] < 0 else ""
    told = word[:1].isupper() and any(word.endswith(each) for each in tongue.accounts)
    return (k, k + 1) if told else None


def _end_of_source(p: Passage, source: Range, tongue: Tongue) -> int:
    """Where a source ends: at its comma, but for a name between two (`selon la ministre, Anne Roux, ...`)."""
    lowers = p.tokens.lowers
    comma = next((k for k in range(*source) if lowers[k] == "," and p.inside[k] < 0), None)
    if comma is None or tongue.free or source[1] >= p.last or lowers[source[1]] in STOPS:
        return source[1]
    return comma


def _read_postposed(p: Passage, i: int, tongue: Tongue) -> Reading | None:
    """`X zufolge ...`, `Die Brücke ist X zufolge alt`."""
    end = trimmed_end(p)
    source = voice_before(p, i, tongue)
    if end <= i + 1:
        return None
    start = _start_of_dative(p, i, tongue)
    parted = start > p.first and p.tokens.words[start - 1].islower() and not _ties(p, start - 1, tongue)
    if source is not None and source[0] == p.first and not parted:
        return Reading((i, i + 1), ACCORD, source, ((i + 1, end),), "according-after", p)
    if not p.first < start < i or p.tokens.lowers[p.first] in tongue.names.datives:
        return None
    return Reading((i, i + 1), ACCORD, (start, i), ((p.first, start), (i + 1, end)), "according-after", p)


def _start_of_dative(p: Passage, i: int, tongue: Tongue) -> int:
    """Where the noun phrase before `zufolge` begins, in mid-clause: at its own article, or as a bare name."""
    names, lowers = tongue.names, p.tokens.lowers
    article = start = k = i
    while k > p.first and p.inside[k - 1] < 0:
        capital = p.tokens.words[k - 1][0].isupper()
        if not capital and not _ties(p, k - 1, tongue):
            break
        k -= 1
        if lowers[k] in names.datives:
            article = k
        start = k if capital and start == k + 1 else start
    return article if article < i else start


def _ties(p: Passage, k: int, tongue: Tongue) -> bool:
    """Whether a small word can stand inside a noun phrase: an article, `von`, `für`."""
    names = tongue.names
    return (
        is_article(p.tokens.lowers[k], names) or p.tokens.lowers[k] in names.of | names.ties | names.joining
    )


def _title_at(p: Passage, k: int, tongue: Tongue) -> Range | None:
    """An outlet between quotation marks, with its article (`Laut „Spiegel“`, `Laut der „Bild“-Zeitung`)."""
    first = k
    if p.tokens.lowers[k] in tongue.names.definite and k + 1 < p.last:
        k += 1
    end = past_title(p, k)
    return (first, end) if end > k else None


def _past_apposition(p: Passage, start: int, end: int, tongue: Tongue) -> int:
    """Where the content begins behind a role between commas (`Según Ana Colina, portavoz, la huelga`)."""
    lowers = p.tokens.lowers
    if start >= end or lowers[start - 1] != "," or is_article(lowers[start], tongue.names):
        return start
    for k in range(start + 1, min(end, start + 8)):
        if p.inside[k] >= 0 or lowers[k] in tongue.verbs or lowers[k][:1].isdigit():
            return start  # what follows is no role: `Según el INE, hay 9,8 millones`
        if lowers[k] == ",":
            return k + 1
    return start
