"""What the words around a name tell of its holder: a role, a gender, how much a mention counts."""

from __future__ import annotations

import re
from typing import Final

from factcheck.text import lexicon as lx
from factcheck.text.character import FEMALE, MALE, Character
from factcheck.text.cue_forms import PAST, THIRD
from factcheck.text.cues import VERBS
from factcheck.text.nationalities import COUNTRIES, country_of
from factcheck.text.roles import ROLES
from factcheck.text.unnamed_voices import BODIES
from factcheck.text.wordlists import words

_RUNNING: Final = words(
    """
    owner organiser organizer auditor maker operator publisher builder developer sponsor insurer supplier
    """
)
_PRONOUN: Final = re.compile(r"(?=[HhSsIi])(?<!\w)(?:([Hh](?:e|is|im))|([Ss]he|[Hh]er)|[Ii]ts?)\b")
_APPOSED: Final = (",", " is", " was", " became", "\u00a0is", "\u00a0was", "\u00a0became")
_AGED: Final = re.compile(r"\d{1,3}-year-old $")
_AFTER: Final = re.compile(
    r"(?:,|[ \u00a0](?:is|was|became))[ \u00a0](?:\d{1,3},[ \u00a0])?(?:now[ \u00a0]|then[ \u00a0])?"
    r"([\w’'-]{1,24}(?:[ \u00a0][\w’'-]{1,24}){0,7})"
)
_GOES_BY: Final = frozenset(word for word in ROLES | BODIES | MALE | FEMALE if len(word) > 2)
_PLURAL: Final = ROLES | _RUNNING
_HEAD_END: Final = words(
    """
    of for at in on who whose which that with to from and by near whom but when while since has had
    """
)
# How much a mention counts for a later pronoun: a speaker most, then the subject of a sentence.
SPEAKER, SUBJECT, OTHER, OWNER, OBLIQUE, QUOTED = 1.5, 1.0, 0.5, 0.4, 0.2, 0.15
_OBLIQUE: Final = words(
    """
    in at of from near on for into through across over outside inside around against about via by
    """
)


def learn_gender(known: Character, text: str, end: int, limit: int) -> None:
    """Whether a name is a `he`, a `she` or a body, by the first pronoun behind its end."""
    pronoun = _PRONOUN.search(text, end, limit)
    if pronoun is None:
        return
    if pronoun.group(1) or pronoun.group(2):
        known.gender = "he" if pronoun.group(1) else "she"
        known.person = known.guessed = True
    elif not known.person and known.name.isalpha() and pronoun.group() in {"its", "Its"}:
        known.body = True


_PLACING: Final = (" the", " a", " an", " in", "The", "A", "An", "In", "\nthe")


def is_thing(before: str, after: str) -> bool:
    """Whether a name stands where a person's does not: behind an article or `in`, before a plain noun."""
    if before.endswith(" ") and before[:-1].endswith(_PLACING):
        return True
    if after[:1] != " ":
        return False
    word = after[1:].partition(" ")[0]
    return (
        word.isalpha()
        and word.islower()
        and word not in VERBS
        and not word.endswith(("ed", "ing", "ly"))
        and not lx.ENGLISH.get(word, 0)
    )


def weigh_mention(text: str, start: int, end: int, before: str, after: str) -> float:
    """How much a mention outside quotations counts; `before` and `after` are the text around it."""
    if text[end - 2 : end] in {"’s", "'s"}:
        return OWNER
    aged = _AGED.search(before) if after[:1] == "," and before.endswith("-year-old ") else None
    if aged is not None and before[: aged.start()].endswith(", "):
        return SPEAKER  # brought in as the one who is told of: `One guard, 22-year-old Jack Roe, wept.`
    near = before[-2:]
    if not near or near[-1] == "\n" or (near[-1] == " " and near[0] in '.!?”"’'):
        return SUBJECT
    if near == "e " and before[-6:] in {". The ", "\nThe "}:
        return SUBJECT
    if (
        near == ", "
        and after[:1] == ","
        and max(text.rfind(". ", start - 70, start), text.rfind("\n", start - 70, start)) > 0
    ):
        return SUBJECT
    if after[:1] in {",", "."} and before.endswith((" was ", " is ", " were ")):
        return SUBJECT  # `Among the crowd was Ana Duarte, 41.`
    leading, _, nearest = before[-24:].removesuffix("the ").rpartition(" ")[0].rpartition(" ")
    if nearest in _OBLIQUE or (nearest in BODIES and leading.rpartition(" ")[2] in _OBLIQUE):
        return OBLIQUE  # `in Porto`, `at brokerage Dunmore`
    word = after[1:].partition(" ")[0]
    if after[:1] == " " and (
        lx.ENGLISH.get(word, 0) & lx.FINITE or word.endswith("ed") or word in {"says", "said"}
    ):
        return SUBJECT
    return OTHER


def learn_before(known: Character, before: str) -> None:
    """A role right before the name: `the student, Tamsin Ogle`, `board member Louise Tran`."""
    if len(before) < 4 or before[-1] not in " \u00a0":
        return
    comma = before[-2] == ","
    words = before[: -2 if comma else -1].rsplit(None, 3)
    if not words:
        return
    role = words[-1].lstrip("“\"‘'’(—–[")
    if role.endswith("s") and comma and role[:-1] in _PLURAL and not known.person:
        known.body = True
        known.roles.setdefault(role, set())
    elif _is_role(role):
        modifier = (
            words[-2].lower() if len(words) > 1 and role == words[-1] and words[-2][-1].isalnum() else ""
        )
        held = known.roles.setdefault(role, set())
        held.add(modifier.rpartition("’")[2])
        held.update(COUNTRIES[c] for c in map(country_of, map(str.lower, words[-3:-1])) if c in COUNTRIES)
        known.take_gender(role)
        if role not in BODIES:
            known.person = known.person or not known.body
        elif not known.person:
            known.body = True


def _is_role(word: str) -> bool:
    """Whether a word in small letters says what a person or a body is."""
    return word in _GOES_BY or (
        word.endswith(("ist", "ian", "eer"))
        and len(word) < 26
        and word.replace("-", "").isalpha()
        and word.islower()
    )


def learn_after(known: Character, after: str) -> None:
    """A role in apposition or predicate: `Dee Harmon, president of`, `PacifiGrid, the local utility,`."""
    if after.startswith((", which ", " which ")) and not known.person:
        known.body = True
    elif after.startswith(", who ") and not known.body:
        known.person = True
    if not after.startswith(_APPOSED):
        return
    match = _AFTER.match(after)
    if match is None:
        return
    phrase = match.group(1).split()
    form = VERBS.get(phrase[0])
    if (form is not None and form.shape & (PAST | THIRD)) or lx.ENGLISH.get(phrase[0], 0) & lx.FINITE:
        return  # `Kay Orton, said police`, `Kay Orton, met the mayor`
    country = ""
    for k, word in enumerate(phrase):
        if word in _HEAD_END:
            if word == "of" and k + 1 < len(phrase):
                country = COUNTRIES.get(country_of(phrase[k + 1].lower()), "")
            phrase = phrase[:k]
            break
    if not phrase or (not phrase[-1].isalpha() and "-" not in phrase[-1]):
        return
    role = phrase[-1]
    if _is_role(role):
        known.roles.setdefault(role, set()).update(country_of(word.lower()) for word in phrase[:-1])
        if country:
            known.roles[role].add(country)
        known.take_gender(role)
        if role in BODIES and not known.person:
            known.body = True
        elif role not in BODIES and not known.body:
            known.person = True
