"""From readings in another language to attributions: spans, names, outlet, mode."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from factcheck.text.attribution_continued import Voiced
from factcheck.text.attribution_readings import Reading
from factcheck.text.channels import is_outlet
from factcheck.text.cue_forms import polarity_of
from factcheck.text.tongue import Names, Tongue
from factcheck.text.tongue_cast import TongueCast
from factcheck.text.tongue_voices import read_tongue_voice
from factcheck.text.values import Anonymity, Attribution, Mode, Span

_DIRECT: Final = 0.9  # share of a content's characters inside quotation marks from which it is direct speech
_MARKED: Final = re.compile(r",[ ]")
_FEMININE: Final = re.compile(r"(?:der|mit der) ")
_WEAK: Final = re.compile(r"(?<=e)n(?= )")
_ACRONYM: Final = re.compile(r"[A-ZÄÖÜ]{2,5}\d?")


def to_tongue_values(voiced: Sequence[Voiced], cast: TongueCast, tongue: Tongue) -> tuple[Attribution, ...]:
    """The values of all readings, names resolved in the order of the text."""
    made = (_attribution(each, cast, tongue) for each in voiced)
    return tuple(attribution for attribution in made if attribution.content)


def _attribution(voiced: Voiced, cast: TongueCast, tongue: Tongue) -> Attribution:
    """One reading as a value."""
    reading = voiced.reading
    p = reading.passage
    ranges = sorted((*reading.content, *voiced.more))
    content = tuple(p.tokens.span(*each) for each in ranges if each[1] > each[0])
    source: tuple[Span, ...] = ()
    name: str | None = None
    anonymity: Anonymity = "unnamed_person"
    if reading.source is not None:
        span = p.tokens.span(*reading.source)
        source = (span,)
        phrase, accord = p.tokens.text[slice(*span)], reading.verb.meaning == "accord"
        several = not accord and p.tokens.lowers[reading.cue[0]].endswith(tongue.plural or ("\n",))
        name, anonymity = _resolve(phrase, span[0], cast, tongue, several=several, accord=accord)
    elif (found := cast.dropped(p.tokens.starts[reading.cue[0]])) is not None:
        name, anonymity = found
    outlet = None if reading.verb.meaning == "accord" else read_outlet(_around(reading, tongue), tongue.names)
    return Attribution(
        content=content,
        source=source,
        cue=(p.tokens.span(*reading.cue),),
        source_name=name,
        outlet=None if outlet == name else outlet,
        mode=_mode(reading, ranges),
        polarity=polarity_of(reading.verb, negated=reading.negated),
        anonymity=anonymity,
        rule=reading.rule,
    )


def _resolve(
    phrase: str, at: int, cast: TongueCast, tongue: Tongue, *, several: bool, accord: bool
) -> tuple[str, Anonymity]:
    """The name of a source; of two who speak as one both, if a name tells at least one of them."""
    words = phrase.split()
    joints = [k for k, word in enumerate(words) if word in tongue.joints and 0 < k < len(words) - 1]
    if (several or accord) and joints:
        pieces = [*_MARKED.split(" ".join(words[: joints[-1]])), " ".join(words[joints[-1] + 1 :])]
        voices = [read_tongue_voice(piece, tongue.names) for piece in pieces if piece]
        alike = len({voice.kind for voice in voices}) == 1  # else a list in a body's name
        if any(voice.kind in ("name", "body") for voice in voices) and (several or alike):
            told = [cast.resolve(voice, at)[0] for voice in voices]
            return f"{', '.join(told[:-1])} {words[joints[-1]]} {told[-1]}", "named"
    return cast.resolve(read_tongue_voice(phrase, tongue.names, plural=several), at)


def _around(reading: Reading, tongue: Tongue) -> str:
    """The words of a passage outside the content, an opening medium's title among them.

    A German source stands apart from who heard it: a medium in it is whose spokesman it is.
    """
    tokens = reading.passage.tokens
    pieces = []
    first = reading.passage.first
    last = reading.passage.last
    own = [reading.source] if tongue.free and reading.source is not None else []
    for start, end in (*sorted((*reading.content, *own)), (last, last)):
        if start > first:
            pieces.append(tokens.text[tokens.starts[first] : tokens.end(start - 1)])
        first = max(first, end)
    return " | ".join(pieces)


@cache
def _told(names: Names) -> re.Pattern[str]:
    """What a medium stands behind: `dem NDR`, `à France 3`, `al diario El Faro`."""
    kinds = [word.capitalize() if names.capital_nouns else word for word in names.media]
    told, media, articles, joining = (
        "|".join(sorted(map(re.escape, each), key=len, reverse=True))
        for each in (names.told, kinds, names.definite, names.joining)
    )
    word = r"[^\W\d_a-zà-öø-ÿ][\w.’'-]{0,30}"
    return re.compile(
        rf"\b(?:{told})[ ](?:(?:{articles})[ ]?)?(?:(?P<kind>{media})[ ])?[„“«»\"]?[ ]?"
        rf"(?P<name>{word}(?:[ ](?:(?:{joining})[ ])?(?:{word}|\d{{1,3}}\b)){{0,4}})"
    )


def read_outlet(around: str, names: Names) -> str | None:
    """The medium that the words around a cue name as the one that was spoken to."""
    for match in _told(names).finditer(around):
        name = match["name"].rstrip(".,'’")
        if names.capital_nouns and _FEMININE.match(match.group()):
            name = _WEAK.sub("", name)  # `der Deutschen Presse-Agentur`
        words = name.lower().split()
        if len(words) > 2 and (_ACRONYM.fullmatch(name.split()[0]) or words[0] in names.outlets):
            name, words = name.split()[0], words[:1]  # `a Efe Ana Duarte`
        if (
            match["kind"]
            or not names.outlets.isdisjoint(words)
            or _ACRONYM.fullmatch(name)
            or is_outlet(name)
        ):
            return name
    return None


def _mode(reading: Reading, ranges: Sequence[Span]) -> Mode:
    """Direct when nearly all of the content is quoted, mixed when some is."""
    p = reading.passage
    sizes = [(len(p.tokens.words[i]), p.inside[i] >= 0) for s, e in ranges for i in range(s, e)]
    total = sum(size for size, _ in sizes)
    quoted = sum(size for size, inside in sizes if inside)
    if not quoted:
        return "indirect"
    return "direct" if quoted / total > _DIRECT else "mixed"
