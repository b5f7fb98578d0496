"""Verbs that attribute: who stands before or after them, and what they say.

`read_verb` looks at one verb of a passage and answers with a `Reading` or nothing. The rules are
tried in order, from the frame that leaves least doubt to the one that leaves most.
"""

from __future__ import annotations

from typing import Final

from factcheck.text import lexicon as lx
from factcheck.text.attribution_arguments import SUBJECT_START, find_argument, skip_adjuncts
from factcheck.text.attribution_contents import content_end
from factcheck.text.attribution_deeds import asks_itself, ends_subject, is_deed
from factcheck.text.attribution_forms import is_verb, may_be_verb
from factcheck.text.attribution_gaps import has_gap, read_gap
from factcheck.text.attribution_hearings import as_heard
from factcheck.text.attribution_left import left_end, read_as_aside, read_before, read_left, read_manner
from factcheck.text.attribution_passives import QUOTING, read_asked, read_passive, read_quoted
from factcheck.text.attribution_readings import Reading, Verb
from factcheck.text.attribution_silence import belongs_to_noun, is_withheld, says_nothing
from factcheck.text.attribution_speakers import CARRIERS, find_source
from factcheck.text.attribution_subjects import (
    is_object_control,
    with_apposition,
)
from factcheck.text.clauses import Passage, Range, has_verb, looks_finite, phrase_end
from factcheck.text.cue_forms import LEFT, PARTICIPLE, PAST, THIRD, Form
from factcheck.text.noun_phrases import is_counted, names_behind, phrase_start
from factcheck.text.unnamed_voices import DOCUMENTS
from factcheck.text.verb_groups import verb_group
from factcheck.text.wordlists import words

_NAMING: Final = words("call dub term label brand")
_STUDIES: Final = words(
    """
    study studies survey surveys poll polls review report analysis paper research audit inquiry investigation
    trial experiment researchers scientists inspectors auditors
    """
)
_QUANTIFIED: Final = frozenset({"some", "many"})
_POSTING: Final = words("post publish share upload release send circulate")


def read_verb(p: Passage, i: int, form: Form, previous: Reading | None) -> Reading | None:
    """What the verb at token `i` attributes, if anything; `previous` may lend its subject."""
    group = None
    for cue in form.cues:
        after = i + 1
        if cue.particle:
            if cue.particle != "it" and after + 1 < p.last and p.tokens.lowers[after] == "it":
                after += 1  # `made it clear`
            if after >= p.last or p.tokens.lowers[after] != cue.particle:
                continue
            after += 1
            if cue.particle == "it" and after < p.last and p.tokens.lowers[after] == "at":
                continue  # `put it at $3 billion`
            if cue.lemma == "go" and after < p.last and p.tokens.flags[after] & lx.TO:
                continue  # `who went on to work`
        if not may_be_verb(p, i, cue):
            continue
        group = group or verb_group(p, i)
        reading = _read(Verb(p, i, after, cue, form, group, previous))
        if reading is not None and cue.lemma in {"hear", "tell"}:
            reading = as_heard(reading)
        if reading is not None:
            return reading
    return None


def _read(verb: Verb) -> Reading | None:
    """Read one cue: passives, openings, content on the left, content on the right."""
    p, group = verb.passage, verb.group
    if is_counted(p, verb.at):
        return None  # `viewed 40,000 times`
    if is_withheld(verb) or (group.kind in {"finite", "base"} and asks_itself(p, verb.at)):
        return None
    if group.kind == "passive":
        return None if verb.cue.lemma == "add" else read_passive(verb)  # `was added to the list`
    opening = _read_opening(verb) if verb.at == p.first else None
    if opening is not None:
        return opening
    if not is_verb(verb):
        return None
    if group.kind in {"finite", "base"} and verb.form.shape & PARTICIPLE and _agent_follows(verb):
        before = group.first - 1
        reduced = before >= p.first and p.inside[before] < 0 and p.tokens.flags[before] & lx.COMMA
        return read_asked(verb) or (read_passive(verb) if reduced else None)
    if group.kind == "gerund" and verb.cue.lemma in _CITING and (cited := _read_cited(verb)) is not None:
        return cited
    source, inverted = find_source(verb)
    if source is not None and verb.cue.lemma in _POSTING and p.tokens.lowers[source[1] - 1] in CARRIERS:
        return None  # `In a statement posted on Friday, Ana Duarte denied it`
    if (
        source is not None
        and source[0] == p.first + 1
        and p.tokens.lowers[p.first] in {"if", "had", "should"}
    ):
        return None  # `If Duarte says so`, `Had Duarte said so, it would be over`
    if source is None or _is_asked_for(p, source):
        return read_asked(verb)
    if inverted:
        return read_left(verb, source, source[1], left_end(p, group.first - 1))
    if group.kind not in {"gerund", "infinitive"}:
        beside = (
            read_as_aside(verb, source)
            or (verb.cue.arguments & LEFT and read_before(verb, source))
            or read_manner(verb, source)
        )
        if beside:
            return beside
    if verb.cue.lemma in QUOTING and (quoted := read_quoted(verb, None)) is not None:
        return quoted
    if ends_subject(verb, source):
        return None
    if _is_habit_of_many(verb, source) or _only_names(verb, source):
        return None
    return _read_right(verb, source)


_CITING: Final = frozenset(["cite", "quote"])


def _read_cited(verb: Verb) -> Reading | None:
    """Whom the voice that opens the passage cites in an aside: `Reuters, citing two officials, said`."""
    p, before = verb.passage, verb.group.first - 1
    flags = p.tokens.flags
    if before <= p.first or not flags[before] & lx.COMMA or phrase_start(p, before - 1) != p.first:
        return None
    end = phrase_end(p, verb.after, p.last)
    if not verb.after < end < p.last or not flags[end] & lx.COMMA:
        return None
    return verb.reading((p.first, before), ((verb.after, end),), "cue-object")


def _is_asked_for(p: Passage, source: Range) -> bool:
    """Whether the subject is what a question asks for (`Who says so?`)."""
    return source == (p.first, p.first + 1) and bool(p.tokens.flags[p.first] & lx.RELATIVE)


def _read_opening(verb: Verb) -> Reading | None:
    """`Said Duarte: “...”` at the start of a passage."""
    p, i, after = verb.passage, verb.at, verb.after
    if not verb.group.plain or not verb.cue.arguments & LEFT or not verb.form.shape & (PAST | THIRD):
        return None
    end = with_apposition(p, phrase_end(p, after, p.last))
    if not after < end < p.last - 1:
        return None
    if not (p.tokens.flags[after] & (SUBJECT_START | lx.PERSON) or p.tokens.words[after][:1].isupper()):
        return None  # `Read more: ...`
    if p.tokens.lowers[end] == ":" or (p.tokens.flags[end] & lx.COMMA and p.inside[end + 1] >= 0):
        content = (end + 1, content_end(p, end + 1, i, "quote"))
        return verb.reading((after, end), (content,), "cue-source-colon")
    return None


def _agent_follows(verb: Verb) -> bool:
    """Whether `by` follows: a participle without its auxiliary (`a plan backed by`)."""
    p, by = verb.passage, verb.after
    if by >= p.last or p.tokens.lowers[by] != "by":
        return False
    return by + 1 >= p.last or p.tokens.lowers[by + 1] not in _WIRES


# What is no word, but for those in marks.
_UTTERING: Final = words("laugh smile cry shout joke nod sigh scream")


# By what somebody says something: `said by phone that`.
_WIRES: Final = words("phone telephone email e-mail text letter mail video fax satellite")


def _is_study(p: Passage, source: Range) -> bool:
    """Whether the subject is what has findings."""
    return any(word in _STUDIES for word in p.tokens.lowers[slice(*source)])


def _is_habit_of_many(verb: Verb, source: Range) -> bool:
    """Whether an indefinite crowd does something (`some users are urging others to`).

    That is what the article itself observes, no report of words; `some users say` is one.
    """
    word = verb.passage.tokens.lowers[source[0]]
    return verb.cue.meaning in {"judge", "ask", "intend"} and word in _QUANTIFIED


def _only_names(verb: Verb, source: Range) -> bool:
    """Whether a participle names a thing that the clause speaks of (`has an alternative called Brook`)."""
    if verb.cue.lemma not in _NAMING or not verb.group.plain or not verb.form.shape & PARTICIPLE:
        return False
    p = verb.passage
    named = names_behind(p, verb.at)
    if 0 < named < p.last and looks_finite(p.tokens, named):
        return True  # `A man called Duarte said`
    k = source[0] - 1
    if k < p.first or p.inside[k] >= 0 or p.tokens.flags[source[0]] & lx.SUBJECT:
        return False
    verbal = p.tokens.flags[k] & (lx.PREPOSITION | lx.FINITE) or looks_finite(p.tokens, k)
    return bool(verbal) or p.tokens.lowers[source[0]] in {"a", "an"}


# Words before a subject that its sentence cannot do without: `said only three shops were open`.
_DEGREES: Final = words("""
    quarterly monthly weekly daily yearly
    only just even almost nearly roughly about around over under too so very possibly perhaps probably mostly
    half all both some many few more less fewer
    """)


def _with_degree(p: Passage, after: int, start: int) -> int:
    """Where a clause begins with what was taken for an adjunct of the verb before it."""
    tokens = p.tokens
    noun = (
        start < p.last and p.inside[start] < 0 and tokens.flags[start] == 0 and tokens.words[start].islower()
    )
    timed = noun and start > after and tokens.flags[start - 1] & lx.TIME and p.inside[start - 1] < 0
    if timed and not (start - 1 > after and tokens.flags[start - 2] & lx.TIME):
        start -= 1  # `said night flights were banned`
    while start > after and p.inside[start - 1] < 0 and tokens.lowers[start - 1] in _DEGREES:
        start -= 1
    return start


def _shows(p: Passage, source: Range) -> bool:
    """Whether what shows something is a study or a document, and no person or team."""
    return _is_study(p, source) or not DOCUMENTS.isdisjoint(p.tokens.lowers[slice(*source)])


_THIS: Final = frozenset(["this", "that", "it"])


def _read_right(verb: Verb, source: Range) -> Reading | None:
    """Content after the cue, or around a relative before it."""
    p, cue, group, i = verb.passage, verb.cue, verb.group, verb.at
    finite = group.kind not in {"gerund", "infinitive"}
    found = find_argument(p, verb.after, cue)
    if found is not None and found[1] == "that" and belongs_to_noun(p, found[0]):
        found = None
    if finite and has_gap(p, source):
        gap = read_gap(verb, source)
        if gap is not None:
            return gap
    if found is None:
        return _read_beside(verb, source) if finite else None
    start, kind = found
    if kind == "clause":
        start = _with_degree(p, verb.after, start)
    if cue.lemma == "show" and kind == "object" and not _shows(p, source):
        return None  # `He showed no emotion`
    if cue.lemma == "find" and kind in {"object", "as"} and not _is_study(p, source):
        return None  # `police found a body`
    if group.negated and cue.lemma in {"respond", "reply"}:
        return None
    if kind == "clause" and cue.lemma in _UTTERING and p.tokens.lowers[start] in {"when", "as", "while"}:
        return None  # `laughed when told that`
    if cue.lemma == "point" and kind == "quote" and not cue.particle:
        return None  # `“This,” she said, pointing at the wall, “is old.”`
    if is_deed(verb, kind):
        return None
    if (
        group.kind == "infinitive"
        and kind in {"object", "clause", "object-to"}
        and is_object_control(p, group.first)
    ):
        return None
    if says_nothing(verb, source, start, kind):
        return None
    end = content_end(p, start, i, kind)
    if end <= start or (cue.lemma == "write" and kind == "clause" and not has_verb(p, start, end)):
        return None  # `who wrote the report`
    if end - start == 2 and kind == "object" and p.tokens.lowers[start] in _THIS:
        end -= p.tokens.lowers[end - 1].endswith("ly")  # `denied this repeatedly`
    chained = verb.previous
    in_chain = cue.lemma == "cite" and group.kind == "gerund" and chained is not None and chained.passage is p
    if chained is not None and in_chain and chained.content and chained.content[0][0] > i:
        return Reading((i, verb.after), cue, (start, end), chained.content, "chain-citing", p)
    return verb.reading(source, ((start, end),), f"cue-{kind}")


def _read_beside(verb: Verb, source: Range) -> Reading | None:
    """A speaker whose words stand in a neighbouring passage (`“Why now?” | Duarte said quietly.`)."""
    p, cue = verb.passage, verb.cue
    if (
        cue.meaning not in {"say", "ask"}
        or not cue.arguments & LEFT
        or p.tokens.flags[source[0]] & lx.RELATIVE
    ):
        return None
    if source[0] > p.first and p.tokens.flags[source[0] - 1] & lx.SUBORDINATOR:
        return None  # `Ana Duarte smiled when I asked.`
    nxt = skip_adjuncts(p, verb.after, cue)
    if nxt < p.last and not p.tokens.flags[nxt] & (lx.BREAK | lx.COMMA):
        return None
    return verb.reading(source, (), "quote-beside")
