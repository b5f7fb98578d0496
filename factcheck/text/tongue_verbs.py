"""The frames in which a verb of saying of another language has its source and what is said.

Each frame is a function from a verb in its place to a reading or None; the first that fits wins.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from factcheck.text.attribution_readings import Reading
from factcheck.text.clauses import Passage, Range
from factcheck.text.tongue import SAY, Tongue
from factcheck.text.tongue_before import voice_before
from factcheck.text.tongue_hearers import past_hearer, without_hearer
from factcheck.text.tongue_phrases import DENYING, denied_from, subject_of, voice_behind
from factcheck.text.tongue_said import HARD, STOPS, Said
from factcheck.text.tongue_speech import LONGEST_ADJUNCT, speech_after, speech_before, trimmed_end
from factcheck.text.tongue_subjects import first_subject, names_behind
from factcheck.text.wordlists import words

_LONGEST_START: Final = 4  # tokens of a subject that a tag parts from its verb
_LONGEST_CLAUSE: Final = 80  # tokens of a clause that stands before its verb of saying
_BEFORE_DROPPED: Final = STOPS | {"y", "pero", "no", "también"}  # what a verb without a subject stands behind
_POINTING: Final = words("das dem dies dieses diesem eso esto ello cela ceci ça")
_LINKING: Final = words("aber jedoch zugleich auch allerdings zudem hingegen dagegen")
_CONFIRMING: Final = ("bestätig", "confirm")  # who does not confirm has said nothing
_EMPTY: Final = _POINTING | DENYING | words("es")
# What opens a question that somebody leaves unanswered.
_ASKED: Final = words("ob wer was wann warum wie wo si quand pourquoi qui quién cuándo por")


class Place(NamedTuple):
    """A verb of saying in its passage, with the noun phrases before and behind it that can be its source."""

    p: Passage
    said: Said
    tongue: Tongue
    before: Range | None
    behind: Range | None
    heard: int = 0  # where who heard it ends, behind the subject

    @property
    def source(self) -> Range | None:
        """The source of a verb beside which no speech tells it."""
        return self.before or self.behind

    @property
    def rest(self) -> int:
        """Where what stands behind the verb and its subject begins."""
        return self.past_behind if self.before is None else self.said.after

    @property
    def past_behind(self) -> int:
        """The token after the noun phrase behind the verb, or after the verb."""
        return max(self.said.after, self.behind[1], self.heard) if self.behind else self.said.after

    @property
    def hearers(self) -> frozenset[str]:
        """Words that begin who heard it, or when."""
        return self.tongue.names.told | self.tongue.prepositions | self.tongue.times

    @property
    def left_alone(self) -> bool:
        """Whether the verb has no subject, where a language leaves it out; no name behind it may be one."""
        at = self.said.at
        if not self.tongue.dropped or self._is_followed_by_name:
            return False
        if at == self.p.first:
            return True
        return self.p.tokens.lowers[at - 1] in _BEFORE_DROPPED or self.p.inside[at - 1] >= 0

    @property
    def _is_followed_by_name(self) -> bool:
        """Whether a word with a capital stands behind the verb in its clause."""
        p = self.p
        for k in range(self.said.after, min(p.last, self.said.after + 8)):
            if p.inside[k] >= 0 or p.tokens.lowers[k] in STOPS or p.tokens.lowers[k] in self.tongue.that:
                return False
            if p.tokens.words[k][0].isupper():
                return True
        return False

    def reading(self, source: Range | None, rule: str, *content: Range | None) -> Reading:
        """A reading of the verb; an announcement whose words are told is plain speech."""
        p, said, tongue = self.p, self.said, self.tongue
        kept = tuple(each for each in content if each is not None and each[1] > each[0])
        after = [said.after] if self.behind is None else [said.after, self.behind[1]]
        negated = denied_from(p, said.at, tongue) < said.at or any(
            tongue.free and k < p.last and p.inside[k] < 0 and p.tokens.lowers[k] in DENYING for k in after
        )
        cue = SAY if rule.startswith("clause") and said.form in tongue.intending else tongue.cue(said.form)
        return Reading((said.at, said.after), cue, source, kept, rule, p, negated)


_HEARING: Final = frozenset(["dem", "der", "den"])


def read_verb(p: Passage, said: Said, tongue: Tongue) -> Reading | None:
    """What the first frame that fits a verb of saying reads."""
    behind = voice_behind(p, said, tongue)
    pronoun = behind is not None and behind[0] == said.after
    pronoun = pronoun and p.tokens.lowers[said.after] in tongue.names.pronouns
    # `..., sagte sie`, `Zugleich sagte sie`: what stands before is no subject.
    tagged = pronoun and (tongue.free or p.tokens.lowers[said.at - 1] == ",")
    tagged = tagged or said.pronoun is not None or names_behind(p, said, behind)
    tagged = tagged or (behind is not None and _hears_first(p, said, tongue))
    before = None if tagged else voice_before(p, denied_from(p, said.at, tongue), tongue)
    if before is not None and before[1] - before[0] == 1 and p.tokens.lowers[before[0]] in _POINTING:
        before = None  # `Das kündigte Brandt an`
    if tongue.free and said.after < p.last and p.tokens.lowers[said.after] in _LINKING:
        before = first_subject(p, said.at, tongue) or before
    if before is None and said.at > p.first and p.tokens.lowers[said.at - 1] in tongue.joints:
        return None  # a second verb: what stands behind it is its object
    before = before and without_hearer(p, before, tongue)
    heard = past_hearer(p, behind[1], tongue) if behind else 0
    place = Place(p, said, tongue, before, behind and without_hearer(p, behind, tongue), heard)
    found = next((found for frame in FRAMES if (found := frame(place)) is not None), None)
    silent = found is not None and found.negated and bool(found.content)
    if found is not None and silent and p.tokens.lowers[found.content[0][0]] in _ASKED:
        return None  # `wollte nicht sagen, ob`
    return found


def _hears_first(p: Passage, said: Said, tongue: Tongue) -> bool:
    """Whether a medium in marks, who was told, stands before the verb (`Dem „Spiegel“ sagte Bach`)."""
    k = p.first + 1
    if not tongue.free or p.tokens.lowers[p.first] not in _HEARING or k >= said.at or p.inside[k] < 0:
        return False
    k = p.closes[p.inside[k]]
    while k < said.at and (p.tokens.words[k] == "-" or p.tokens.words[k][0].isupper()):
        k += 1  # `Der „Bild“-Zeitung sagte Bach`
    return k == said.at


def _parenthesis(v: Place) -> Reading | None:
    """`..., wie X sagt, ...`, `Wie X sagt, ...`, `..., según dijo X`."""
    source = v.source
    if source is None:
        return _own_parenthesis(v)
    k = min(source[0], v.said.at) - 1
    if k < v.p.first or v.p.tokens.lowers[k] not in v.tongue.like:
        return None
    return v.reading(source, "clause-like", (v.p.first, k), (v.past_behind + 1, trimmed_end(v.p)))


def _own_parenthesis(v: Place) -> Reading | None:
    """`X perdió dinero, según ha comunicado`: who opens the sentence has said it."""
    k, tongue = v.said.at - 1, v.tongue
    if not tongue.dropped or k <= v.p.first or v.p.tokens.lowers[k] not in tongue.like:
        return None
    source = subject_of(v.p, k, tongue)
    return None if source is None else v.reading(source, "clause-like", (v.p.first, k))


def _speech_first(v: Place) -> Reading | None:
    """`„...“, sagte X`, `„...“, X sagte`; more speech may follow."""
    left = speech_before(v.p, v.said.at)
    if left is not None and v.behind is not None:
        return v.reading(v.behind, "quote-cue-source", left, speech_after(v.p, v.past_behind))
    if left is not None and v.left_alone:
        return v.reading(None, "quote-cue", left, speech_after(v.p, v.said.after))
    if v.before is None or (left := speech_before(v.p, v.before[0])) is None:
        return None
    return v.reading(v.before, "quote-source-cue", left, speech_after(v.p, v.said.after))


def _speech_last(v: Place) -> Reading | None:
    """`X sagte: „...“`, where nothing follows the speech."""
    speech = speech_after(v.p, v.rest, near=True)
    if v.source is None or speech is None or speech[1] < trimmed_end(v.p) - 1:
        return None
    return v.reading(v.source, "cue-quote", speech)


def _that_clause(v: Place) -> Reading | None:
    """`X sagt, dass ...`, `X a dit lundi que ...`, adjuncts between."""
    lowers, tongue = v.p.tokens.lowers, v.tongue
    if v.source is None and not v.left_alone:
        return None
    for k in range(v.said.after, min(v.said.after + LONGEST_ADJUNCT, v.p.last)):
        word = lowers[k].replace("’", "'")
        if v.p.inside[k] >= 0 or word in HARD:
            return None
        if word in tongue.that or word.partition("'")[0] + "'" in tongue.that:
            if lowers[k - 1] in tongue.not_that or (tongue.free and lowers[k - 1] != ","):
                continue
            return v.reading(v.source, "cue-that", (k, trimmed_end(v.p)))
    return None


def _question(v: Place) -> Reading | None:
    """`X fragt, ob ...`, `X se demande si ...`."""
    lowers, k = v.p.tokens.lowers, v.rest
    if v.source is None or v.said.form not in v.tongue.asking:
        return None
    k += k < v.p.last and lowers[k] == ","
    if k >= v.p.last or lowers[k] not in v.tongue.questions:
        return None
    return v.reading(v.source, "cue-question", (k, trimmed_end(v.p)))


def _clause_first(v: Place) -> Reading | None:
    """`..., sagte X`: a clause that a comma parts from its verb of saying; it may go on."""
    p, at = v.p, v.said.at
    if v.before is not None or v.behind is None or not 1 < at - p.first < _LONGEST_CLAUSE:
        return None
    first = p.tokens.lowers[p.first]
    if p.tokens.lowers[at - 1] != "," or p.inside[at - 1] >= 0:
        return None
    if first in v.tongue.questions or first in v.tongue.when:
        return None
    goes_on = v.past_behind < p.last and p.tokens.lowers[v.past_behind] == ","
    if not goes_on:
        return v.reading(v.behind, "clause-cue-source", (p.first, at)) if at - p.first > 3 else None
    more = (_past_role(v, v.past_behind + 1), trimmed_end(p))
    parted = more[1] > more[0] and at - p.first <= _LONGEST_START
    return v.reading(v.behind, "clause-cue-source", (p.first, at - parted), more)


def _past_role(v: Place, start: int) -> int:
    """Past what somebody is, behind the name (`..., dit Anne Roux, maire de Lyon`)."""
    p, lowers = v.p, v.p.tokens.lowers
    end = trimmed_end(p)
    role = start + 1 < end and p.tokens.words[start].islower() and lowers[start + 1] in v.tongue.names.of
    if v.tongue.free or not role:
        return start
    return next((k + 1 for k in range(start, end) if lowers[k] == "," and p.inside[k] < 0), end)


def _infinitive(v: Place) -> Reading | None:
    """`X dit avoir perdu`, `X a promis de venir`."""
    tongue, start = v.tongue, v.rest
    if v.source is None or start >= v.p.last or not tongue.infinitives:
        return None
    lowers = v.p.tokens.lowers
    word = lowers[start].replace("’", "'")
    opens = word in tongue.infinitives or word.partition("'")[0] + "'" in tongue.infinitives
    if not opens and not word.endswith(tongue.infinitive_endings):
        return None
    if word == "de" and not "".join(lowers[start + 1 : start + 2]).endswith(tongue.infinitive_endings):
        return None
    end, stop = start, trimmed_end(v.p)
    while end < stop and (v.p.inside[end] >= 0 or lowers[end] not in HARD):
        end += 1
    return v.reading(v.source, "cue-infinitive", (start, end), speech_after(v.p, end))


def _speech_behind(v: Place) -> Reading | None:
    """`schrieb X jedoch: „...“`: speech after a colon, further on."""
    speech = speech_after(v.p, v.rest)
    if v.source is None or speech is None or v.p.tokens.lowers[speech[0] - 1] != ":":
        return None
    return v.reading(v.source, "cue-quote", speech)


def _free_clause(v: Place) -> Reading | None:
    """`X sagte dem Sender, der Damm halte`: a clause after a comma, or in any language after a colon.

    A hearer may stand between only where the subject does not.
    """
    p, tongue = v.p, v.tongue
    lowers, k = p.tokens.lowers, v.rest
    if v.source is None:
        return None
    if tongue.free:
        k += k < p.last and lowers[k] in tongue.particles
        heard = v.before is not None and k < p.last and lowers[k] in v.hearers
        limit = min(p.last, k + LONGEST_ADJUNCT) if heard else k
        while k < limit and lowers[k] not in HARD and lowers[k] != ",":
            k += 1
        while k < p.last and p.inside[k] >= 0:
            k += 1
        if k + 2 < p.last and lowers[k] == ",":
            if lowers[k + 1] in tongue.when:
                return None
            return v.reading(v.source, "cue-clause", (k + 1, trimmed_end(p)))
    for k in range(v.rest, min(v.rest + LONGEST_ADJUNCT, p.last - 3)):
        if p.inside[k] >= 0 or lowers[k] in HARD:
            if lowers[k] != ":" or p.inside[k] >= 0 or p.inside[k + 1] >= 0:
                return None
            return v.reading(v.source, "cue-clause", (k + 1, trimmed_end(p)))
    return None


def _object(v: Place) -> Reading | None:
    """`X fordert mehr Geld`, `Daran zweifelt X`: what is said is a noun; not `X bestätigte das nicht`."""
    if v.source is None or v.said.form not in v.tongue.objects:
        return None
    lowers, start, end = v.p.tokens.lowers, v.rest, trimmed_end(v.p)
    if v.said.form in v.tongue.separable and lowers[end - 1] in v.tongue.particles:
        end -= 1
    if v.before is None and start >= end:
        return v.reading(v.source, "object-cue-source", (v.p.first, v.said.at))
    while start < end and lowers[start] in _LINKING:
        start += 1
    denied = not DENYING.isdisjoint(lowers[start:end])
    if start >= end or (denied and all(word in _EMPTY for word in lowers[start:end])):
        return None
    found = v.reading(v.source, "cue-object", (start, end))
    return None if found.negated and v.said.form.startswith(_CONFIRMING) else found


FRAMES: Final[tuple[Callable[[Place], Reading | None], ...]] = (
    _parenthesis,
    _speech_first,
    _speech_last,
    _that_clause,
    _question,
    _clause_first,
    _infinitive,
    _speech_behind,
    _free_clause,
    _object,
)

# The frames of a verb whose subject stands elsewhere in the sentence.
_BESIDE: Final = (_speech_last, _that_clause, _question, _infinitive, _free_clause, _object)


def read_beside(p: Passage, said: Said, tongue: Tongue, source: Range) -> Reading | None:
    """What a verb reads that shares the subject of another (`..., und kündigte Geld an`)."""
    place = Place(p, said, tongue, source, None)
    return next((found for frame in _BESIDE if (found := frame(place)) is not None), None)
