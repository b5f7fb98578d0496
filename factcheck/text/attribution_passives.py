"""Passives: `was criticised by X for Y`, `is expected to win`, `asked whether`."""

from __future__ import annotations

from typing import Final

from factcheck.text import lexicon as lx
from factcheck.text.argument_phrases import short_phrase
from factcheck.text.attribution_arguments import QUESTION_WORDS, find_argument, skip_adjuncts
from factcheck.text.attribution_contents import content_end
from factcheck.text.attribution_readings import Reading, Verb
from factcheck.text.clauses import Passage, Range, clause_like, looks_finite, phrase_end
from factcheck.text.cue_forms import ASK, GERUND_FORM, OBJECT, PARTICIPLE, QUOTE, THAT, TO
from factcheck.text.cues import VERBS
from factcheck.text.organisations import is_organisation
from factcheck.text.subjects import subject_before
from factcheck.text.wordlists import words

_AFTER_AGENT: Final = frozenset(["for", "as", "to", "over"])
# What one says something by: no agent (`said by phone`).
_MEANS: Final = words("phone telephone email e-mail text letter video mail fax radio")
_COUNTED: Final = words("votes points percent per % times")
_TELLING: Final = words("tell warn")
_REPORTED: Final = frozenset({"say", "believe", "ask", "judge"})


def read_passive(verb: Verb) -> Reading | None:
    """A passive, with the `by` phrase as its source or none: the subject is what is spoken of."""
    p, after = verb.passage, verb.after
    subject = subject_before(p, verb.group.first)
    if subject is None:
        return None
    if verb.cue.lemma in QUOTING and (quoted := read_quoted(verb, subject)) is not None:
        return quoted
    if verb.cue.lemma == "write":
        return None  # `The play was written by Ana Duarte`
    by = _agent(p, after)
    if by is not None:
        reading = _by_agent(verb, subject, by)
        if reading is not None:
            return reading
    if verb.cue.meaning not in _REPORTED or after >= p.last or p.inside[after] >= 0:
        return None
    if verb.cue.lemma == "relate":
        return None  # `who is not related to Ana Duarte`
    if verb.cue.lemma == "call" and p.tokens.flags[after] & lx.TO:
        return None  # `Firefighters were called to the marina`
    return _without_agent(verb, subject)


QUOTING: Final = words("quote cite hear report")
_LONGEST_QUOTED: Final = 8  # tokens between `quoted` and `as saying`


def read_quoted(verb: Verb, subject: Range | None) -> Reading | None:
    """`She was quoted (by Bild) as saying that`, `Bild quoted her as saying that`: she said it.

    `subject` is that of the passive; None where the object of the active verb is the speaker.
    """
    p, after = verb.passage, verb.after
    lowers = p.tokens.lowers
    at = next((k for k in range(after, min(p.last - 2, after + _LONGEST_QUOTED)) if lowers[k] == "as"), None)
    if at is None or any(p.inside[k] >= 0 for k in range(after, at)):
        return None
    form = VERBS.get(lowers[at + 1])
    if form is None or not form.shape & GERUND_FORM or not lowers[at + 1].endswith("ing"):
        return None
    source = subject or (after, at)
    if source[1] <= source[0]:
        return None
    start = verb.group.first if subject is not None and at == after else at
    for cue in form.cues:
        found = None if cue.particle or cue.meaning != "say" else find_argument(p, at + 2, cue)
        if found is not None:
            content = (found[0], content_end(p, found[0], at + 1, found[1]))
            return Reading((start, at + 2), cue, source, (content,), "quoted-as-saying", p)
    return _quoted_behind(verb, subject, source, (start, at + 2))


def _quoted_behind(verb: Verb, subject: Range | None, source: Range, cue: Range) -> Reading | None:
    """`“It holds,” Duarte was quoted as saying by Bild`, `It holds, Bild quoted Duarte as saying`."""
    p = verb.passage
    speaks = subject or subject_before(p, verb.group.first)
    end = cue[1]
    if speaks is None or (end < p.last and not p.tokens.flags[end] & (lx.BREAK | lx.COMMA | lx.PREPOSITION)):
        return None
    left = speaks[0]
    if left - 1 <= p.first or not (p.inside[left - 1] >= 0 or p.tokens.flags[left - 1] & lx.COMMA):
        return None
    left -= p.inside[left - 1] < 0
    return Reading(cue, verb.cue, source, ((p.first, left),), "quoted-as-saying", p)


def _by_agent(verb: Verb, subject: Range, by: int) -> Reading | None:
    """`X was praised by Y for Z`."""
    p = verb.passage
    lowers = p.tokens.lowers
    end = phrase_end(p, by + 1, p.last)
    end = next((k for k in range(by + 2, end) if lowers[k] in _AFTER_AGENT and not _names_body(p, k)), end)
    if end <= by + 1:
        return None
    content: tuple[Range, ...] = (subject,)
    if end < p.last and p.inside[end] < 0 and _asks(verb, lowers[end]):
        content = ((end, content_end(p, end, verb.at, "passive")),)
    elif end < p.last and p.inside[end] < 0 and lowers[end] in _AFTER_AGENT:
        content = (subject, (end, content_end(p, end, verb.at, "passive")))
    return verb.reading((by + 1, end), content, "passive-by")


def _names_body(p: Passage, k: int) -> bool:
    """Whether the `for` at `k` stands in the name of a body (`Institute for School Finance`)."""
    words = p.tokens.words
    named = k + 1 < p.last and words[k - 1][:1].isupper() and words[k + 1][:1].isupper()
    return p.tokens.lowers[k] == "for" and named and is_organisation(words[k - 1])


def _asks(verb: Verb, word: str) -> bool:
    """Whether the word behind the agent opens what the subject is asked or told."""
    arguments = verb.cue.arguments
    return bool((arguments & ASK and word in QUESTION_WORDS) or (arguments & THAT and word == "that"))


def _without_agent(verb: Verb, subject: Range) -> Reading | None:
    """`is expected to win`, `was asked whether`, `was told that`: nobody is named."""
    p, cue, after = verb.passage, verb.cue, verb.after
    lowers = p.tokens.lowers
    word = lowers[after]
    following = VERBS.get(lowers[after + 1]) if after + 1 < p.last else None
    if word == "to" and following is not None and following.is_infinitive() and cue.meaning != "believe":
        return None  # `is asked to endorse`: the infinitive has a source
    judged = word in {"for", "over"} and cue.meaning == "judge"
    said_of = word in cue.prepositions and cue.meaning in {"judge", "say"}
    if judged or said_of or (word in {"to", "as"} and cue.arguments & (TO | OBJECT | THAT)):
        return verb.reading(None, (subject, (after, content_end(p, after, verb.at, "passive"))), "passive")
    if p.tokens.flags[after] & lx.COMMA and after + 1 < p.last and p.inside[after + 1] >= 0:
        quote = (after + 1, content_end(p, after + 1, verb.at, "quote"))
        return verb.reading(None, (quote,), "passive") if cue.arguments & QUOTE else None
    if word == "that" and cue.arguments & THAT and cue.meaning == "say":
        return verb.reading(None, ((after, content_end(p, after, verb.at, "that")),), "passive")
    if cue.lemma in _TELLING and word != "that" and clause_like(p, after):
        return verb.reading(None, ((after, content_end(p, after, verb.at, "clause")),), "passive")
    if cue.meaning == "ask" and cue.arguments & ASK and (word in QUESTION_WORDS or word in cue.prepositions):
        start = after if word in QUESTION_WORDS else after + 1
        return verb.reading(None, ((start, content_end(p, start, verb.at, "passive")),), "passive")
    return None


def read_asked(verb: Verb) -> Reading | None:
    """A participle that opens a clause: `Asked whether ...`, `when asked by a reporter about ...`."""
    p, cue, after, i = verb.passage, verb.cue, verb.after, verb.at
    flags, lowers = p.tokens.flags, p.tokens.lowers
    if not (verb.group.plain and verb.form.shape & PARTICIPLE and cue.meaning == "ask"):
        return None
    if i != p.first and not flags[i - 1] & lx.SUBORDINATOR:
        return None
    asker: Range | None = None
    if after + 1 < p.last and lowers[after] == "by":
        end = short_phrase(p, after + 1)
        asker, after = (after + 1, end), end
    nxt = skip_adjuncts(p, after, cue)
    if nxt + 1 >= p.last:
        return None
    opens = lowers[nxt] in QUESTION_WORDS or flags[nxt] & lx.TO
    if not opens and lowers[nxt] not in cue.prepositions:
        return None
    start = nxt if opens else nxt + 1
    end = content_end(p, start, i, "preposition")
    return Reading((i, i + 1), cue, asker, ((start, end),), "passive", p) if end > start else None


def _agent(p: Passage, after: int) -> int | None:
    """The `by` of a passive within reach, when a noun phrase follows and no other verb stands between."""
    tokens = p.tokens
    for k in range(after, min(p.last - 1, after + 8)):
        if p.inside[k] >= 0 or tokens.flags[k] & (lx.COMMA | lx.BREAK | lx.TO | lx.FINITE | lx.AND):
            return None
        if tokens.lowers[k] == "by":
            following, f = tokens.lowers[k + 1], tokens.flags[k + 1]
            timed = f & (lx.TIME | lx.ADVERB) and not f & lx.DET
            doing = f == 0 and following.endswith("ing") and "-" not in following
            counted = f & lx.NUMBER and k + 2 < p.last and tokens.lowers[k + 2] in _COUNTED
            margin = tokens.lowers[k + 1 : k + 3] == ["a", "margin"]
            return None if timed or doing or counted or margin or following in _MEANS else k
        if k > after and (tokens.lowers[k] in VERBS or looks_finite(tokens, k)):
            return None
    return None
