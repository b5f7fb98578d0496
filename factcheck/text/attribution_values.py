"""From readings (token ranges) to attributions (spans, names, outlet, mode)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from factcheck.text import lexicon as lx
from factcheck.text.attribution_continued import Voiced
from factcheck.text.attribution_readings import Reading
from factcheck.text.clauses import Range
from factcheck.text.cues import polarity_of
from factcheck.text.names_resolution import Cast
from factcheck.text.subjects import subject_before
from factcheck.text.values import Anonymity, Attribution, Mode, Span
from factcheck.text.voices import channel_start, read_channel, read_voice

_DIRECT = 0.9  # share of a content's characters inside quotation marks from which it is direct speech


def to_attributions(voiced: Iterable[Voiced], cast: Cast) -> tuple[Attribution, ...]:
    """The values of all readings, names resolved in the order of the text."""
    made: list[Attribution] = []
    for v in voiced:
        attribution = _attribution(v, cast)
        if v.reading.rule == "chain-citing" and made:
            attribution = replace(attribution, outlet=made[-1].source_name)
        made.append(attribution)
    return tuple(made)


def _attribution(voiced: Voiced, cast: Cast) -> Attribution:
    """One reading as a value."""
    reading = voiced.reading
    p = reading.passage
    tokens = p.tokens
    ranges = sorted((*reading.content, *voiced.more))
    content = tuple(tokens.span(*r) for r in ranges if r[1] > r[0])
    channel = read_channel(_around(reading), spoken=reading.verb.meaning != "accord")
    name: str | None = None
    anonymity: Anonymity = "unnamed_group"
    source: tuple[Span, ...] = ()
    if reading.source is not None:
        span = _trimmed(reading, reading.source)
        source = (span,)
        words = tokens.text[span[0] : span[1]]
        antecedent = _antecedent(reading)
        name, anonymity = cast.resolve(read_voice(antecedent or words), span[0])
    return Attribution(
        content=content,
        source=source,
        cue=(tokens.span(*reading.cue),),
        source_name=name,
        outlet=None if channel.outlet == name else channel.outlet,
        medium=channel.medium,
        mode=_mode(p.inside, ranges, tokens.starts, tokens.ends),
        polarity=polarity_of(reading.verb, negated=reading.negated),
        anonymity=anonymity,
        rule=reading.rule,
    )


def _mode(inside: list[int], ranges: Sequence[Range], starts: list[int], ends: list[int]) -> Mode:
    """Direct when nearly all of the content is quoted, mixed when some is."""
    total = quoted = 0
    for first, last in ranges:
        for i in range(first, last):
            size = ends[i] - starts[i]
            total += size
            if inside[i] >= 0:
                quoted += size
    if not quoted:
        return "indirect"
    return "direct" if quoted / total > _DIRECT else "mixed"


def _around(reading: Reading) -> str:
    """The words of cue, source and adjuncts, from which medium and outlet are read; content left out."""
    p = reading.passage
    first, after = reading.cue
    start, end = first, min(p.last, after + 40)
    if reading.source is not None:
        start = min(start, reading.source[0]) if reading.source[0] > first - 60 else start
    for s, e in reading.content:
        if s >= after:
            end = min(end, s)
        elif e <= first:
            start = max(start, e)
    if start >= end:
        return ""
    return p.tokens.text[p.tokens.starts[start] : p.tokens.ends[end - 1]]


def _trimmed(reading: Reading, source: Range) -> Span:
    """The source's span without a clause of medium in it (`an expert in an interview with ...`)."""
    tokens = reading.passage.tokens
    start, end = tokens.span(*source)
    words = tokens.text[start:end]
    cut = channel_start(words)
    if cut is not None:
        words = words[:cut].rstrip(" ,")
    words = words.rstrip(" ,;–—-")
    return (start, start + len(words)) if words else (start, end)


def _antecedent(reading: Reading) -> str | None:
    """The noun phrase that a relative pronoun as source stands for."""
    source = reading.source
    p = reading.passage
    if source is None or source[1] - source[0] != 1 or source[0] <= p.first:
        return None
    if not p.tokens.flags[source[0]] & lx.RELATIVE and p.tokens.lowers[source[0]] != "that":
        return None
    k = source[0]
    if p.tokens.flags[k - 1] & lx.COMMA:
        k -= 1
    found = subject_before(p, k)
    if found is None:
        return None
    start, end = p.tokens.span(*found)
    return p.tokens.text[start:end]


def read_turn(text: str, label: Span, paragraph: Span, cast: Cast) -> Attribution:
    """A turn of a transcript: the paragraph under a speaker's label (`DUARTE: ...`)."""
    start, end = label
    while end > start and (text[end - 1] == ":" or text[end - 1].isspace()):
        end -= 1
    name, anonymity = cast.resolve(read_voice(cast.as_written(text[start:end])), start)
    return Attribution(
        (paragraph,), ((start, end),), (), name, mode="direct", anonymity=anonymity, rule="turn"
    )
