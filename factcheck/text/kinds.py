"""What sort of sentence it is, by the first of a few rules that holds.

The order is `quote`, `other`, `question`, `prediction`, `opinion`, `fact`, but for credit lines, which
go first: who speaks is checked before what is said; what is not a sentence cannot be anything else;
a question states nothing; and a forecast remains one whatever is thought of it. A sentence of which
no rule knows better is a fact.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from factcheck.text import verbs
from factcheck.text.readings import Reading
from factcheck.text.values import Kind

ENDED = re.compile(r"[.!?…。！？؟][\"”’'»)\]」』]{0,3}$")
ASKED = re.compile(r"[?？؟][\"”’'»)\]」』]{0,3}$")
# Lines around an article that state nothing: credits, links, calls to subscribe.
CREDIT = re.compile(
    r"\(?(?:(?:Additional reporting|Reporting|Editing|Writing|Compiled|Translated) by\b"
    r"|(?:Image|Photo|Photograph|Picture|Video|Credit|Source|Graphic|Related|Read more|See also)s?:"
    r"|(?:Click here|Sign up|Subscribe|Follow us|Share this|Advertisement|Copyright|All rights reserved|©))"
)
PLANNED = re.compile(
    r"\b(?:is|are|'s|'re|am|'m) (?:also |now |not |still )?"
    r"(?:going|about|set|due|expected|likely|unlikely|bound|poised|projected|forecast|predicted|anticipated|scheduled)"
    r" to\b"
)
# What has to be done, but not `no need to`.
NEEDS = frozenset({"need", "needs"})
NEEDED = re.compile(r"(?<!\bno )(?<!\bthe )(?<!\ba )\bneeds? to\b")
THOUGHT = re.compile(
    r"\b(?:i|we) (?:do |don't |really |just |still |also |firmly |strongly |certainly )?"
    r"(?:think|believe|feel|hope|wish|suppose|guess|doubt|prefer|love|hate|agree|disagree)\b"
    r"|\bin (?:my|our) (?:view|opinion|judgment|judgement)\b|\bseems to me\b"
)
JUDGED = re.compile(
    r"\b(?:is|are|was|were|be|been|looks?|seems?|feels?|sounds?|\w{1,12}'(?:s|re)) (?:\w{1,12} ){0,3}?(?:"
    + "|".join(sorted(verbs.VALUING))
    + r")\b"
)
# A quotation of fewer words than this is a word in quotation marks, not speech.
FEWEST_QUOTED = 3
MOSTLY = 0.5
# Longer lines without a full stop are sentences whose full stop is missing.
LONGEST_FRAGMENT = 14
LONGEST_COURTESY = 8


@dataclass(frozen=True, slots=True)
class KindRule:
    """One row of the table: a kind and when it holds; `english` rows ask English words."""

    name: str
    kind: Kind
    holds: Callable[[Reading], bool]
    english: bool = True


def has_verb(reading: Reading) -> bool:
    """Say whether an English verb form shows: an auxiliary, a past tense, a word in -ed."""
    known = not verbs.AUXILIARIES.isdisjoint(reading.vocabulary) or not verbs.PAST.isdisjoint(
        reading.vocabulary
    )
    return known or any(word[-2:] == "ed" for word in reading.vocabulary)


def is_wordless(reading: Reading) -> bool:
    """Say whether nothing in the sentence is a word: a rule of dashes, a number, an emoji."""
    return not reading.words


def is_credit(reading: Reading) -> bool:
    """Say whether it is a line around an article: who took the picture, where to subscribe."""
    return CREDIT.match(reading.line) is not None


def is_heading(reading: Reading) -> bool:
    """Say whether it is a short line without a full stop and, as headings go, without auxiliary verbs."""
    if len(reading.words) > LONGEST_FRAGMENT or reading.quoted >= MOSTLY or ENDED.search(reading.line[-5:]):
        return False
    if reading.line.endswith(":"):
        return not has_verb(reading)
    return verbs.AUXILIARIES.isdisjoint(reading.vocabulary)


def is_exclamation(reading: Reading) -> bool:
    """Say whether it is one to three words without a verb: `Not so fast.`"""
    return len(reading.words) <= 3 and not ASKED.search(reading.line[-5:]) and not has_verb(reading)


def is_courtesy(reading: Reading) -> bool:
    """Say whether it thanks or greets and is short."""
    return len(reading.words) <= LONGEST_COURTESY and not verbs.COURTESY.isdisjoint(reading.vocabulary)


def is_speech(reading: Reading) -> bool:
    """Say whether most of it stands in quotation marks or is given to a speaker word for word."""
    return len(reading.words) >= FEWEST_QUOTED and max(reading.quoted, reading.speech) >= MOSTLY


def is_forecast(reading: Reading) -> bool:
    """Say whether it says what will be, or what may be where somebody expects or warns."""
    vocabulary = reading.vocabulary
    if "will" in vocabulary and "Will " in reading.line and " will " not in reading.line:
        return False
    if not verbs.FUTURE.isdisjoint(vocabulary):
        return True
    if "to" in vocabulary and not verbs.PLANS.isdisjoint(vocabulary) and PLANNED.search(reading.line.lower()):
        return True
    return not verbs.POSSIBILITY.isdisjoint(vocabulary) and not verbs.FORECASTS.isdisjoint(vocabulary)


def is_judgement(reading: Reading) -> bool:
    """Say whether somebody's thought or taste is stated, or what ought to be.

    A value that comes with a figure (`59 percent said it was wrong`) was counted, and so is a fact.
    """
    if not verbs.NORMATIVE.isdisjoint(reading.vocabulary):
        return True
    if not NEEDS.isdisjoint(reading.vocabulary) and NEEDED.search(reading.line):
        return True
    if not verbs.THOUGHTS.isdisjoint(reading.vocabulary) and THOUGHT.search(reading.line.lower()):
        return True
    if reading.count("figure") or verbs.VALUING.isdisjoint(reading.vocabulary):
        return False
    return JUDGED.search(reading.line.lower()) is not None


RULES: tuple[KindRule, ...] = (
    KindRule("no-words", "other", is_wordless, english=False),
    KindRule("credit", "other", is_credit),
    KindRule("speech", "quote", is_speech, english=False),
    KindRule("heading", "other", is_heading, english=False),
    KindRule("exclamation", "other", is_exclamation),
    KindRule("courtesy", "other", is_courtesy),
    KindRule(
        "question-mark",
        "question",
        lambda reading: ASKED.search(reading.line[-5:]) is not None,
        english=False,
    ),
    KindRule("forecast", "prediction", is_forecast),
    KindRule("judgement", "opinion", is_judgement),
)


def tell_kind(reading: Reading, *, language: str = "en") -> tuple[Kind, str]:
    """Return the kind of a sentence and the name of the rule that gave it."""
    english = language in ("en", "und")
    for rule in RULES:
        if (english or not rule.english) and rule.holds(reading):
            return rule.kind, rule.name
    return "fact", "statement"
