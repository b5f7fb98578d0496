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
from factcheck.text.vocabulary import BIT, CLASSES

ENDED = re.compile(r"[.!?…。！？؟][\"”’'»)\]」』]{0,3}$")
ASKED = re.compile(r"[?？؟][\"”’'»)\]」』]{0,3}$")
QUESTION_MARKS = frozenset("?？؟")
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
LONGEST_EXCLAMATION = 3
LONGEST_COURTESY = 8


AUXILIARY, PAST, COURTESY, FUTURE = BIT["auxiliary"], BIT["past tense"], BIT["courtesy"], BIT["future"]
PLAN, MAY, FORECAST = BIT["plan"], BIT["may"], BIT["forecast"]
SHOULD, NEED, THINK, VALUE = BIT["should"], BIT["needs"], BIT["thought"], BIT["judgement"]
# A class that every sentence belongs to, for rules that ask for no word.
ANY = 1 << len(CLASSES)
NO_LIMIT = 1 << 30


@dataclass(frozen=True, slots=True)
class KindRule:
    """One row of the table: a kind and when it holds; `english` rows ask English words.

    A row is asked only about sentences of at most `longest` words with a word of one of the classes
    in `marks`.
    """

    name: str
    kind: Kind
    holds: Callable[[Reading], bool]
    english: bool = True
    longest: int = NO_LIMIT
    marks: int = ANY


def has_verb(reading: Reading) -> bool:
    """Say whether an English verb form shows: an auxiliary, a past tense, a word in -ed."""
    return reading.marks & (AUXILIARY | PAST) != 0 or any(word[-2:] == "ed" for word in reading.words)


def always(_: Reading) -> bool:
    """Say yes, for a row that has no more to ask than its limits."""
    return True


def is_credit(reading: Reading) -> bool:
    """Say whether it is a line around an article: who took the picture, where to subscribe."""
    return CREDIT.match(reading.line) is not None


def is_heading(reading: Reading) -> bool:
    """Say whether a short line has no full stop and, as headings go, no auxiliary verbs."""
    if reading.quoted >= MOSTLY or ENDED.search(reading.line[-5:]):
        return False
    if reading.line.endswith(":"):
        return not has_verb(reading)
    return reading.marks & AUXILIARY == 0


def is_question(reading: Reading) -> bool:
    """Say whether a question mark ends it."""
    tail = reading.line[-5:]
    return not QUESTION_MARKS.isdisjoint(tail) and ASKED.search(tail) is not None


def is_exclamation(reading: Reading) -> bool:
    """Say whether so few words are no question and have no verb and no figure: `Not so fast.`"""
    if is_question(reading) or has_verb(reading) or "figure" in reading.kinds:
        return False
    return verbs.PRESENT.isdisjoint(reading.words[1:])


def is_speech(reading: Reading) -> bool:
    """Say whether most of it stands in quotation marks or is given to a speaker word for word."""
    return (reading.quoted >= MOSTLY or reading.speech >= MOSTLY) and len(reading.words) >= FEWEST_QUOTED


def is_forecast(reading: Reading) -> bool:
    """Say whether it says what will be, or what may be where somebody expects or warns."""
    marks = reading.marks
    if marks & FUTURE:
        named = "Will " in reading.line and " will " not in reading.line
        return not (named and "will" in reading.words)
    if marks & PLAN and "to" in reading.words and PLANNED.search(reading.small):
        return True
    return marks & MAY != 0 and marks & FORECAST != 0


def is_judgement(reading: Reading) -> bool:
    """Say whether somebody's thought or taste is stated, or what ought to be.

    A value that comes with a figure (`59 percent said it was wrong`) was counted, and so is a fact.
    """
    marks = reading.marks
    if marks & SHOULD:
        return True
    if marks & NEED and NEEDED.search(reading.line):
        return True
    if marks & THINK and THOUGHT.search(reading.small):
        return True
    if not marks & VALUE or "figure" in reading.kinds:
        return False
    return JUDGED.search(reading.small) is not None


RULES: tuple[KindRule, ...] = (
    KindRule("no-words", "other", always, english=False, longest=0),
    KindRule("credit", "other", is_credit),
    KindRule("speech", "quote", is_speech, english=False),
    KindRule("heading", "other", is_heading, english=False, longest=LONGEST_FRAGMENT),
    KindRule("exclamation", "other", is_exclamation, longest=LONGEST_EXCLAMATION),
    KindRule("courtesy", "other", always, longest=LONGEST_COURTESY, marks=COURTESY),
    KindRule("question-mark", "question", is_question, english=False),
    KindRule("forecast", "prediction", is_forecast, marks=FUTURE | PLAN | MAY),
    KindRule("judgement", "opinion", is_judgement, marks=SHOULD | NEED | THINK | VALUE),
)
# The same rows as tuples, which are faster to go through: all of them, and those without English words.
ENGLISH_ROWS = [(row.longest, row.marks, row.holds, row.kind, row.name) for row in RULES]
OTHER_ROWS = [(row.longest, row.marks, row.holds, row.kind, row.name) for row in RULES if not row.english]


def tell_kind(reading: Reading, *, english: bool = True) -> tuple[Kind, str]:
    """Return the kind of a sentence and the name of the rule that gave it."""
    count = len(reading.words)
    marks = reading.marks | ANY
    for longest, wanted, holds, kind, name in ENGLISH_ROWS if english else OTHER_ROWS:
        if marks & wanted and count <= longest and holds(reading):
            return kind, name
    return "fact", "statement"
