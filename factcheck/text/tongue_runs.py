"""What runs on from sentence to sentence in German: reported speech, and `Das sagte X`.

German marks what somebody else says by its mood: `Die Brücke sei alt, sagte Roth. Sie müsse fallen.`
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from factcheck.text.attribution_readings import Reading
from factcheck.text.clauses import Passage
from factcheck.text.tongue import SAY, Tongue
from factcheck.text.tongue_hearers import without_hearer
from factcheck.text.tongue_phrases import voice_behind
from factcheck.text.tongue_said import STOPS, said_at
from factcheck.text.tongue_speech import trimmed_end
from factcheck.text.wordlists import words

# First subjunctives that no indicative looks like, and forms that tell a sentence is the article's own.
_REPORTED: Final = words("""
    sei seien habe müsse könne werde solle wolle dürfe wisse gebe gehe komme stehe liege bleibe lasse
    """)
_OWN: Final = words("""
    ist sind war waren hat hatte hatten wird wurde wurden kann konnte muss musste soll will wollte ich wir
    gott
    """)
_FIXED: Final = words("denn dank")  # `es sei denn`
_THAT: Final = words("das dies")
# Verbs that tell a fact; `Das ärgert Roth` is nobody's word for it.
_TELLING: Final = words("""
    sagt sagte sagten erklärt erklärte erklärten berichtet berichtete berichteten teilt teilte teilten
    schreibt schrieb schrieben bestätigt bestätigte bestätigten betont betonte betonten kündigt kündigte
    kündigten gab gibt versichert versicherte behauptet behauptete
    """)


def run_on(passages: Sequence[Passage], found: list[list[Reading]], tongue: Tongue) -> None:
    """Give each sentence without a reading, in `found`, to whom it belongs by the sentence before."""
    if not tongue.free:
        return
    last = -1  # the passage whose last reading goes on in the one before this
    for k in range(1, len(passages)):
        here, before = passages[k], passages[k - 1]
        if found[k]:
            continue
        if found[k - 1]:
            last = k - 1
        near = before.paragraph >= 0 and here.paragraph - before.paragraph <= 1
        if near and last >= 0 and _speaks(found[last][-1]) and is_reported(here):
            reading = found[last][-1]
            more = (here.first, trimmed_end(here))
            found[last][-1] = replace(reading, content=(*reading.content, more))
            continue
        last = -1
        if not found[k - 1] and before.paragraph == here.paragraph:
            said = _said_of(before, here, tongue)
            found[k] = [] if said is None else [said]


def _speaks(reading: Reading) -> bool:
    """Whether a reading has somebody who can go on to speak."""
    return reading.source is not None and not reading.negated and reading.verb.meaning in {"say", "accord"}


def is_reported(p: Passage) -> bool:
    """Whether the mood of a sentence tells that it is somebody's words (`Sie müsse gesperrt werden`)."""
    lowers = p.tokens.lowers
    if any(p.inside[k] >= 0 for k in range(p.first, p.last)):
        return False
    for k in range(p.first, p.last):
        if lowers[k] in _OWN:
            return False
        if lowers[k] in _REPORTED and p.tokens.words[k].islower():
            return k + 1 < p.last and lowers[k + 1] not in _FIXED and "ich" not in lowers[k : p.last]
    return False


def _said_of(before: Passage, p: Passage, tongue: Tongue) -> Reading | None:
    """`Das teilte die Polizei mit.`, `Das sagte Roth am Montag.`: of the sentence before."""
    lowers, end = p.tokens.lowers, trimmed_end(p)
    if end - p.first < 3 or lowers[p.first] not in _THAT:
        return None
    said = said_at(p, p.first + 1, tongue)
    if said is None or any(p.inside[k] >= 0 for k in range(p.first, end)):
        return None
    source = voice_behind(p, said, tongue)
    if source is None or said.form not in _TELLING:
        return None
    rest = range(source[1], end)
    whole = all(lowers[k] not in STOPS and lowers[k] not in {"nicht", "nie"} for k in rest)
    if not whole or lowers[source[1] - 1] == "nicht":
        return None
    content = (before.first, trimmed_end(before))
    cue = (said.at, said.after)
    return Reading(cue, SAY, without_hearer(p, source, tongue), (content,), "sentence-cue-source", p)
