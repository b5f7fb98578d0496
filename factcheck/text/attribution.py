"""Attribution: who the text says something from.

The steps, each a pure function: cut the text into passages, let every cue of a passage be read, keep
the outermost readings, give quotations without a cue to the voice that speaks around them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import compress, count

from factcheck.text import lexicon as lx
from factcheck.text.attribution_accord import names_whom, names_words, read_according
from factcheck.text.attribution_chains import is_reported, link_chains
from factcheck.text.attribution_continued import continue_voices
from factcheck.text.attribution_impressions import IMPRESSIONS, read_impression
from factcheck.text.attribution_labels import read_colon, read_credit, read_label, read_unlisted
from factcheck.text.attribution_nouns import read_adjective, read_noun
from factcheck.text.attribution_passages import HEADLINE, cut_passages
from factcheck.text.attribution_phrases import (
    HEARSAY,
    SURVEYS,
    VIEWS,
    read_hearsay,
    read_survey,
    read_view,
)
from factcheck.text.attribution_readings import Reading
from factcheck.text.attribution_sources import can_speak
from factcheck.text.attribution_tongues import TONGUES, attribute_tongue
from factcheck.text.attribution_values import to_attributions
from factcheck.text.attribution_verbs import read_verb
from factcheck.text.clauses import Passage
from factcheck.text.cues import ADJECTIVES, NOUNS, VERBS
from factcheck.text.institutions import fuse, part
from factcheck.text.layout import Layout
from factcheck.text.name_words import part_names
from factcheck.text.names_resolution import Cast
from factcheck.text.quotes import Quotation
from factcheck.text.scare_quotes import drop_unsaid
from factcheck.text.tokens import Tokens, tokenise
from factcheck.text.transcripts import read_turns
from factcheck.text.values import Attribution, Span

_SEPARATORS = frozenset({":", *(mark for mark, flags in lx.ENGLISH.items() if flags & lx.DASH)})
# Words at which a rule may start that is none for verbs, and all at which one may.
_OTHERWISE = frozenset(
    {*NOUNS, *ADJECTIVES, *IMPRESSIONS, *SURVEYS, *VIEWS, *HEARSAY, "according", "per", "words"}
)
_TRIGGERS = _OTHERWISE.union(VERBS)


def attribute(
    text: str,
    layout: Layout,
    sentences: Sequence[tuple[Span, int]],
    quotations: Sequence[Quotation],
    *,
    language: str = "en",
) -> tuple[Attribution, ...]:
    """All attributions of a text, in the order of their cues; none in a language without a table.

    `sentences` are spans with the number of their paragraph. What stands under a speaker's label is
    the speaker's, whole; whom the speaker quotes is given besides.
    """
    tongue = TONGUES.get(language)
    if tongue is not None:
        return attribute_tongue(text, tongue, layout, sentences, quotations)
    if language != "en":
        return ()
    fused = fuse(text)
    tokens = tokenise(fused, lx.ENGLISH)
    part_names(tokens)
    passages, found = _read_english(tokens, layout, sentences, quotations)
    cast = Cast(fused, [(q.start, q.end) for q in quotations], layout.dateline, layout.byline)
    voiced = continue_voices(passages, found, quotations)
    read = to_attributions(voiced, cast) if voiced else ()
    if layout.speakers:
        read = tuple(sorted((*read, *read_turns(text, layout, cast)), key=lambda a: a.content[0]))
    return read if fused == text else tuple(map(_parted, read))


def _parted(read: Attribution) -> Attribution:
    """An attribution whose names are those of the text."""
    name, outlet = read.source_name, read.outlet
    return read._replace(source_name=name and part(name), outlet=outlet and part(outlet))


def _read_english(
    tokens: Tokens, layout: Layout, sentences: Sequence[tuple[Span, int]], quotations: Sequence[Quotation]
) -> tuple[list[Passage], list[list[Reading]]]:
    """The passages of an English text, the headline's first, and the readings of each."""
    if layout.headline is not None:
        sentences = [(layout.headline, HEADLINE), *sentences]
    passages = cut_passages(tokens, layout.paragraphs, sentences, quotations)
    triggers = list(compress(count(), map(_TRIGGERS.__contains__, tokens.lowers)))
    found = []
    low = 0
    for p in passages:
        low = bisect_left(triggers, p.first, low)
        high = bisect_left(triggers, p.last, low)
        found.append(read_passage(p, triggers[low:high]))
        low = high
    return passages, found


# Beyond these a passage is no sentence that could be read: it costs time and says nothing.
_LONGEST_READ = 800  # tokens outside quotations
_MOST_CUES = 40


def _last_voice(voices: list[Reading], i: int) -> Reading | None:
    """The last voice before token `i` that no closed content of another one holds.

    In `She says the rest may go, but insists` the rest lend `insists` no subject: what she says ended.
    """
    for k in range(len(voices) - 1, -1, -1):
        cue = voices[k].cue[0]
        if k == 0 or not any(s <= cue < e <= i for other in voices[:k] for s, e in other.content):
            return voices[k]
    return None


def _beyond_reading(p: Passage) -> bool:
    """Whether a passage has more words outside quotations than any sentence."""
    return sum(p.inside[i] < 0 for i in range(p.first, p.last)) > _LONGEST_READ


_ASKING = frozenset({"whether", "asked"})


def read_passage(p: Passage, triggers: Sequence[int]) -> list[Reading]:
    """The outermost readings of one passage; `triggers` are its tokens at which a rule may start."""
    lowers = p.tokens.lowers
    found: list[Reading] = []
    voices: list[Reading] = []
    if p.last - p.first > _LONGEST_READ and _beyond_reading(p):
        return found
    asks = not _ASKING.isdisjoint(lowers[p.first : p.last])
    for i in triggers:
        if p.inside[i] >= 0 or (found and _is_part(found[-1], i)):
            continue
        if len(found) >= _MOST_CUES:
            break
        if asks and _is_asked(p, i):
            continue
        reading = _read_trigger(p, i, lowers[i], _last_voice(voices, i) if voices else None)
        if reading is not None and can_speak(reading):
            found.append(reading)
            if reading.source is not None and not reading.rule.startswith(
                ("noun", "relative", "passive", "according", "after-", "in-", "hearsay")
            ):
                voices.append(reading)
    if not found:
        single = read_credit(p) or _read_label(p) or read_unlisted(p)
        return [] if single is None else drop_unsaid([single])
    return link_chains(_outermost(drop_unsaid(found)))


def _is_asked(p: Passage, i: int) -> bool:
    """Whether token `i` stands in a question that nobody answers (`would not say whether police suspect`)."""
    tokens = p.tokens
    for k in range(i - 1, max(p.first, i - 12) - 1, -1):
        if p.inside[k] >= 0 or tokens.flags[k] & (lx.COMMA | lx.BREAK):
            return False
        if tokens.lowers[k] == "whether" or (tokens.lowers[k] == "if" and tokens.lowers[k - 1] == "asked"):
            return True
    return False


def _is_part(reading: Reading, i: int) -> bool:
    """Whether token `i` belongs to the last reading: to its cue, or to who `according to` names."""
    if i < reading.cue[1]:
        return True
    source = reading.source
    return reading.rule.startswith("according") and source is not None and source[0] <= i < source[1]


def _read_label(p: Passage) -> Reading | None:
    """What a colon or a dash gives to a name or a subject before it, where one stands in the passage."""
    marks = p.tokens.lowers[p.first : p.last]
    if _SEPARATORS.isdisjoint(marks):
        return None
    return read_label(p) or (read_colon(p) if ":" in marks else None)


def _read_trigger(p: Passage, i: int, word: str, previous: Reading | None) -> Reading | None:
    """The first rule that reads the word at token `i`."""
    reading = None
    form = VERBS.get(word)
    if form is not None and word not in _OTHERWISE:
        return read_verb(p, i, form, previous)
    if form is not None and word in ADJECTIVES:
        reading = read_adjective(p, i, ADJECTIVES[word], previous)
    if form is not None and reading is None:
        reading = read_verb(p, i, form, previous)
    elif word in IMPRESSIONS:
        reading = read_impression(p, i)
    if reading is None and word in NOUNS:
        reading = read_noun(p, i, NOUNS[word])
    if reading is None and form is None and word in ADJECTIVES:
        reading = read_adjective(p, i, ADJECTIVES[word], previous)
    if reading is None and word in SURVEYS:
        reading = read_survey(p, i)
    if reading is None and word in VIEWS:
        reading = read_view(p, i)
    if reading is None and word in HEARSAY:
        reading = read_hearsay(p, i)
    if word == "according" and i + 1 < p.last and p.tokens.lowers[i + 1] == "to":
        reading = read_according(p, i, 2)
    elif word == "per" and names_whom(p, i):
        reading = read_according(p, i, 1)
    elif word == "words" and names_words(p, i):
        reading = read_according(p, i - 2, 4)
    return reading


def _outermost(found: list[Reading]) -> list[Reading]:
    """Drop each reading whose cue stands inside the content of another."""
    if len(found) < 2:
        return found
    found = [one for one in found if not _is_hedge(one, found)]
    found = [_without_denial(one, found) for one in found]
    kept = _uncovered(found, found)
    if len(found) - len(kept) < 2:
        return kept
    again = _uncovered(found, kept)  # what only a dropped reading covers has a right to stay
    return kept if len(again) == len(kept) else _uncovered(again, again)


def _without_denial(aside: Reading, found: list[Reading]) -> Reading:
    """A closing aside with what another denies for content: `Duarte denied that it fell, as Abara said`."""
    if aside.rule != "as-after":
        return aside
    denial = next((one for one in found if one.verb.meaning == "deny" and _holds(aside, one.cue[0])), None)
    return aside if denial is None or not denial.content else replace(aside, content=denial.content)


def _uncovered(found: list[Reading], others: list[Reading]) -> list[Reading]:
    """The readings that none of `others` takes the place of."""
    return [one for one in found if not any(_yields(one, other) for other in others if other is not one)]


def _yields(reading: Reading, other: Reading) -> bool:
    """Whether another reading takes the place of this one: it repeats it, or holds its cue."""
    if _covers(other, reading) or _lights(reading, other):
        return True
    return (
        _holds(other, reading.cue[1] - 1)
        and not _mutual(reading, other)
        and not _lights(other, reading)
        and not is_reported(other, reading)
    )


def _holds(reading: Reading, i: int) -> bool:
    """Whether token `i` stands in the content of a reading."""
    for start, end in reading.content:  # noqa: SIM110 - most have one content, and a generator costs more
        if start <= i < end:
            return True
    return False


def _is_hedge(reading: Reading, found: list[Reading]) -> bool:
    """Whether `reportedly` stands in another cue (`reportedly said`), which has a source."""
    return reading.rule == "hearsay" and any(
        other is not reading and other.cue[0] <= reading.cue[0] < other.cue[1] for other in found
    )


def _covers(other: Reading, reading: Reading) -> bool:
    """Whether a noun of medium repeats a verb's content (`said in a statement that`)."""
    return (
        reading.rule.startswith("noun")
        and not other.rule.startswith("noun")
        and bool(other.content)
        and bool(reading.content)
        and other.content[-1][0] == reading.content[0][0]
    )


def _lights(verb: Reading, noun: Reading) -> bool:
    """Whether a light verb's noun has the content (`expressed concern that`): then the verb has none."""
    return (
        verb.rule == "cue-object"
        and verb.verb.lemma in {"express", "voice", "convey", "offer"}
        and noun.rule.startswith("noun")
        and noun.cue[0] <= verb.cue[0]
        and verb.cue[1] <= noun.cue[1]
    )


def _mutual(reading: Reading, other: Reading) -> bool:
    """Whether the other's cue also stands in this one's content: the first of the two wins."""
    return reading.cue < other.cue and _holds(reading, other.cue[1] - 1)
