"""From readings (token ranges) to attributions (spans, names, outlet, mode)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from factcheck.text import lexicon as lx
from factcheck.text.antecedents import antecedent_of
from factcheck.text.attribution_chains import is_reported
from factcheck.text.attribution_continued import Voiced
from factcheck.text.attribution_readings import Reading
from factcheck.text.channels import channel_start, is_outlet, read_channel
from factcheck.text.clauses import Passage, Range, looks_finite
from factcheck.text.closing_pronouns import own_subject
from factcheck.text.cue_forms import polarity_of
from factcheck.text.joint_voices import join_voices
from factcheck.text.names_resolution import Cast
from factcheck.text.questions import answers, asks
from factcheck.text.values import Anonymity, Attribution, Mode, Span
from factcheck.text.voices import Voice, read_voice
from factcheck.text.wordlists import words

_JOINT = re.compile(r"[ ](?:and|or|nor)[ ]")
_DIRECT = 0.9  # share of a content's characters inside quotation marks from which it is direct speech


def to_attributions(voiced: Sequence[Voiced], cast: Cast) -> tuple[Attribution, ...]:
    """The values of all readings, names resolved in the order of the text."""
    made: list[Attribution] = []
    outlet: str | None = None  # the outlet named last, for `the same newspaper`
    for k, v in enumerate(voiced):
        before = voiced[k - 1].reading if k else None
        after = voiced[k + 1].reading if k + 1 < len(voiced) else None
        attribution, same = _attribution(v, cast, _bounds(v.reading, before, after))
        medium = made[-1].source_name if made and v.reading.rule == "chain-citing" else None
        if medium is not None and is_outlet(medium):
            attribution = attribution._replace(outlet=medium)
        elif after is not None and is_reported(after, v.reading) and _holds(after, v.reading):
            attribution = attribution._replace(outlet=cast.outlet(_capitals(after)))
        elif made and attribution.source_name == f"the {made[-1].medium}":
            attribution = attribution._replace(source_name=made[-1].source_name, anonymity=made[-1].anonymity)
        elif same:
            attribution = attribution._replace(outlet=outlet)
        elif attribution.outlet is not None:
            outlet = cast.outlet(attribution.outlet)
            attribution = attribution._replace(outlet=outlet)
        elif made and before is not None and _same_occasion(v.reading, before, attribution, made[-1]):
            attribution = attribution._replace(
                outlet=made[-1].outlet, medium=attribution.medium or made[-1].medium
            )
        made.append(attribution)
    return tuple(attribution for attribution in made if attribution.content)


def _holds(outer: Reading, inner: Reading) -> bool:
    """Whether one reading's content takes in another's cue."""
    return outer.passage is inner.passage and any(s <= inner.cue[0] < e for s, e in outer.content)


def _capitals(reading: Reading) -> str:
    """The capitalised words of a medium's name as source (`the Interfax news agency`)."""
    if reading.source is None:
        return ""
    return " ".join(w for w in reading.passage.tokens.words[slice(*reading.source)] if w[:1].isupper())


_GOES_ON = frozenset(["said", "says", "added", "adds", "continued", "continues", "wrote", "writes"])


def _same_occasion(reading: Reading, before: Reading, attribution: Attribution, last: Attribution) -> bool:
    """Whether a plain `she said` goes on with what the same voice has just told an outlet."""
    return (
        last.outlet is not None
        and attribution.source_name == last.source_name
        and attribution.medium in {None, last.medium}
        and reading.passage.tokens.lowers[reading.cue[1] - 1] in _GOES_ON
        and reading.passage.paragraph - before.passage.paragraph <= (last.medium != "post")
    )


def _bounds(reading: Reading, before: Reading | None, after: Reading | None) -> Range:
    """The tokens of a reading's passage that belong to no other reading: where its channel may stand."""
    first, last = reading.passage.first, reading.passage.last
    own = _start(reading)
    if before is not None and before.passage is reading.passage and before.cue[1] <= own:
        first = max(before.cue[1], *(end for _, end in before.content if end <= own), 0)
    if after is not None and after.passage is reading.passage and after.cue[0] > own:
        last = max(_start(after) if _start(after) > own else after.cue[0], reading.cue[1])
    lowers = reading.passage.tokens.lowers
    if ";" in lowers[first + 1 : own]:
        first = own - 1 - lowers[first + 1 : own][::-1].index(";")
    if ";" in lowers[reading.cue[1] : last]:
        last = lowers.index(";", reading.cue[1])
    return first, last


def _start(reading: Reading) -> int:
    """The first token of cue or source, whichever comes first."""
    return min(reading.cue[0], reading.source[0]) if reading.source is not None else reading.cue[0]


def _attribution(voiced: Voiced, cast: Cast, bounds: Range) -> tuple[Attribution, bool]:
    """One reading as a value, and whether its outlet is the one named last."""
    reading = voiced.reading
    p = reading.passage
    tokens = p.tokens
    ranges = sorted((*reading.content, *voiced.more))
    content = tuple([tokens.span(first, last) for first, last in ranges if last > first])
    channel = read_channel(_around(reading, bounds), spoken=reading.verb.meaning != "accord")
    name: str | None = None
    anonymity: Anonymity = "unnamed_group"
    source: tuple[Span, ...] = ()
    if reading.source is not None:
        span = _trimmed(reading, reading.source)
        source = (span,)
        phrase = tokens.text[slice(*span)]
        voice = _voice(reading, span, cast)
        joined = join_voices(phrase, voice, cast, span[0]) if _JOINT.search(phrase) else None
        enquires = reading.rule == "passive" and reading.verb.meaning == "ask"
        if joined is not None and " and " in joined[0] and joined[1] == "named":
            cast.hear_several(joined[0], span[0])
        name, anonymity = joined or cast.resolve(
            voice,
            span[0],
            asks=enquires,
            answers=voice.kind == "pronoun" and answers(reading),
            of=_told_of(reading) if voice.kind == "pronoun" else None,
        )
        cast.note_question(name if asks(reading) else None)
        if voice.kind == "pronoun" and name == voice.name and (own := own_subject(reading)) is not None:
            name, anonymity = cast.resolve(read_voice(tokens.text[slice(*own)]), own[0])
        if voice.kind == "name" and reading.content and _speaks_of_it(reading):
            cast.tell_body(name)
    return Attribution(
        content=content,
        source=source,
        cue=(tokens.span(*reading.cue),),
        source_name=name,
        outlet=None if channel.outlet == name else channel.outlet,
        medium=channel.medium,
        mode=_mode(p.inside, ranges, tokens.words),
        polarity=polarity_of(reading.verb, negated=reading.negated),
        anonymity=anonymity,
        rule=reading.rule,
    ), channel.same


_DOING: Final = words("had has would will expects expected plans planned")


def _speaks_of_it(reading: Reading) -> bool:
    """Whether what is said is what `it` does: `Acme said it would close`."""
    lowers = reading.passage.tokens.lowers
    first = reading.content[0][0]
    first += lowers[first] == "that"
    return lowers[first : first + 1] == ["it"] and not _DOING.isdisjoint(lowers[first + 1 : first + 2])


# A name that the source stands in apposition to, and what opens such an apposition.
_NAME_BEFORE = re.compile(
    r"(?<!\b[Ii]n )(?<!\b[Aa]t )(?<!from )(?<!near )(?<!with )(?<!for )(?<!\bof )(?<!\bto )"
    r"(?<!\bon )((?:[A-Z][\w’'-]{0,30}\.?[ ]){1,4}[A-Z][\w’'-]{0,30})(?:[ ]\([^()]{1,20}\))?,[ ]$"
)
_APPOSITIVE = re.compile(r"(?:an?|the|one|its|his|her|their|owner|head|now)[ ]|[a-z]+[ ](?:of|at|for)[ ]")
_LOOKED_BEHIND = 80  # code points behind a source in which its apposition may begin


def _voice(reading: Reading, span: Span, cast: Cast) -> Voice:
    """The voice of a source, with the apposition before or behind it that the rule of its span left out."""
    p = reading.passage
    text = p.tokens.text
    antecedent = antecedent_of(reading)
    start, end = antecedent or span
    phrase = text[start:end].removesuffix(" that")
    if phrase.endswith(("’s", "'s")) and _is_firm(reading):
        return Voice(phrase.removeprefix("The "), "name", "named")  # `McDonald’s said`
    if phrase.istitle() and phrase.isalpha() and len(phrase) > 1 and cast.knows_person(phrase):
        return Voice(phrase, "name", "named")  # `Bishop`, of Ana Bishop
    if text.endswith(", ", 0, start) and _APPOSITIVE.match(phrase):
        before = _NAME_BEFORE.search(text, max(p.tokens.starts[p.first], start - 70), start)
        if before is not None and _may_be_apposed(p, before.start(1), related=antecedent is not None):
            return read_voice(f"{before.group(1)}, {phrase}")
    own_verb = p.tokens.starts[reading.cue[0]] == end + 1  # `she called Acme’s plan absurd`
    if antecedent is None and not own_verb and _EXPLAINED.match(text, end):
        phrase = text[start : min(end + _LOOKED_BEHIND, p.tokens.end(p.last - 1))]
    opening = start == p.tokens.starts[p.first]
    return read_voice(phrase, opening=opening, common=opening and _is_common(text, phrase, cast))


_NO_HEAD = lx.PREPOSITION | lx.TIME | lx.SUBORDINATOR | lx.ADVERB | lx.AND | lx.TO
_BEFORE_HEAD = lx.SUBORDINATOR | lx.AND | lx.BREAK | lx.COMMA | lx.DASH | lx.OPEN


def _may_be_apposed(p: Passage, at: int, *, related: bool) -> bool:
    """Whether a name at offset `at` can be what an apposition tells of: it opens its clause.

    An adverbial that opens one holds no head (`In Paris, the minister said`), what stands behind a verb is
    one if a relative clause goes on (`related`: `They met Ana Duarte, the mayor, who said`).
    """
    k = bisect_left(p.tokens.starts, at, p.first, p.last)
    if k >= p.last or p.tokens.flags[k] & _NO_HEAD:
        return False
    lowers, flags = p.tokens.lowers, p.tokens.flags
    j = k - 1  # past what describes the name: `the 81-year-old builder Ana Duarte`
    while j >= p.first and not flags[j] & ~(lx.DET | lx.POSSESSIVE | lx.PERSON | lx.NUMBER):
        if lowers[j].endswith(("ing", "ed")) or looks_finite(p.tokens, j):
            break
        j -= 1
    if j < p.first or flags[j] & _BEFORE_HEAD:
        return True
    return related and any(p.inside[j] < 0 and looks_finite(p.tokens, j) for j in range(p.first, k))


def _is_firm(reading: Reading) -> bool:
    """Whether the possessive at a source's end is a name's own (see `name_words`)."""
    source, tokens = reading.source, reading.passage.tokens
    named = source is not None and all(
        word[:1].isupper() or word in {"'s", "’s"} for word in tokens.words[slice(*source)]
    )
    return (
        named
        and source is not None
        and len(tokens.words[source[1] - 1]) == 2
        and tokens.flags[source[1] - 1] == 0
    )


def _is_common(text: str, phrase: str, cast: Cast) -> bool:
    """Whether a phrase begins with a plural that the text has in small letters too (`Workers`)."""
    word = phrase.partition(" ")[0]
    if len(word) < 5 or word[-1] != "s" or not word.istitle() or cast.knows(word):
        return False
    small = f" {word.lower()}"
    at = text.find(small)
    return at >= 0 and not text[at + len(small) : at + len(small) + 1].isalpha()


# What follows a source that goes on to say who it is.
_EXPLAINED = re.compile(r",|[ ]?\(|[ ]who[ ](?:gave|identified)|[ ](?:named|called)[ ][A-Z]")


def _told_of(reading: Reading) -> str | None:
    """The name that all of the content before its source is (`Duarte, he said, “cannot count”`)."""
    if reading.source is None or not reading.content:
        return None
    (first, last), p = reading.content[0], reading.passage
    if last > reading.source[0] or not last - first < 5:
        return None
    named = all(p.inside[k] < 0 and p.tokens.words[k][:1].isupper() for k in range(first, last))
    return p.tokens.text[slice(*p.tokens.span(first, last))] if named else None


def _mode(inside: list[int], ranges: Sequence[Range], words: list[str]) -> Mode:
    """Direct when nearly all of the content is quoted, mixed when some is."""
    marked = [inside[first:last] for first, last in ranges if last > first]
    if max(map(max, marked), default=-1) < 0:
        return "indirect"
    if min(map(min, marked)) >= 0:
        return "direct"
    total = quoted = 0
    for first, last in ranges:
        for i in range(first, last):
            size = len(words[i])
            total += size
            if inside[i] >= 0:
                quoted += size
    return "direct" if quoted / total > _DIRECT else "mixed"


def _around(reading: Reading, bounds: Range) -> str:
    """The words of a reading's stretch without its content, pieces parted by a bar."""
    tokens = reading.passage.tokens
    pieces = []
    first, last = bounds
    for start, end in (*sorted(reading.content), (last, last)):
        if start > first:
            pieces.append(tokens.text[tokens.starts[first] : tokens.end(min(start, last) - 1)])
        first = max(first, end)
        if first >= last:
            break
    return " | ".join(pieces)


def _trimmed(reading: Reading, source: Range) -> Span:
    """The source's span without a clause of medium in it (`an expert in an interview with ...`)."""
    tokens = reading.passage.tokens
    start, end = tokens.span(*source)
    words = tokens.text[start:end]
    cut = channel_start(words) if source[1] - source[0] > 1 else None
    if cut is not None:
        words = words[:cut].rstrip(" ,")
    words = words.rstrip(" ,;–—-")
    return (start, start + len(words)) if words else (start, end)
