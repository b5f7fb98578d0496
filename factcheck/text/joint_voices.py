"""Two who speak as one: `Ana Duarte and the IMF said` is one attribution, whose name holds both.

A statement in the mouth of one of two is a statement in the wrong mouth. What may be one name
(`Marks and Spencer`, `Department of Health and Human Services`) keeps its words.
"""

from __future__ import annotations

import re
from typing import Final

from factcheck.text import lexicon as lx
from factcheck.text.first_names import gender_of
from factcheck.text.name_titles import TITLES
from factcheck.text.names_resolution import Cast
from factcheck.text.organisations import is_organisation
from factcheck.text.roles import ROLES
from factcheck.text.values import Anonymity
from factcheck.text.voices import Voice, read_voice, spoken_by
from factcheck.text.wordlists import words

_PLACED: Final = re.compile(r"[ ](?:at|from|in|with)[ ](?:the[ ])?[A-Z]")
_RELATED: Final = re.compile(r",[ ](?=(?:which|who|whose|whom)[ ])")  # what is said of who speaks
_JOINING: Final = words("and or nor")
_OPENING: Final = words("both either neither")
_OFFICES: Final = TITLES | ROLES
_OWN: Final = lx.DET | lx.POSSESSIVE | lx.NUMBER


def join_voices(phrase: str, whole: Voice, cast: Cast, at: int) -> tuple[str, Anonymity] | None:
    """The name of a source of several speakers, at offset `at`; None for one speaker.

    `whole` is what the phrase reads as by itself, which may be its first half alone.

    Only what names at least one of them is joined: `the mayor and the council` are told by their words.
    """
    phrase = spoken_by(phrase)
    related = _RELATED.search(phrase)
    if related is not None and ", and " not in phrase[related.end() :]:
        phrase = phrase[: related.start()]
    parts = phrase.split()
    if " and " in whole.name and phrase.partition(", ")[2].startswith(whole.name):
        return None  # `the firm, Baker and Sons`
    joints = [k for k, word in enumerate(parts) if word in _JOINING and 0 < k < len(parts) - 1]
    if not joints or ("," in "".join(parts[: joints[0]]) and len(joints) > 1):
        return None
    sure = parts[0].lower() in _OPENING or " and by " in phrase
    first = 1 if parts[0].lower() in _OPENING else 0
    k = joints[0]
    if k == first:
        return None
    office = parts[k - 1].lower().rpartition("-")[2] in _OFFICES
    if office and any(part.endswith(",") for part in parts[first:k]):
        return None  # `Ana Duarte, co-founder and head of the Harbour Board`
    left, right = _pieces(parts[first:k]), " ".join(parts[k + 1 :]).removeprefix("by ")
    if left is None:
        return None
    if office and (right[:1].islower() or not lx.ENGLISH.get(parts[first].lower(), 0) & _OWN):
        voice = read_voice(right)  # `Chairman and CEO Ana Duarte`, `the actor and singer Ana Duarte`
        if voice.kind == "name":
            return cast.resolve(voice, at)
    voices = [*(read_voice(piece, opening=True) for piece in left), read_voice(right)]
    apposed = len(left) == 1 and "," in left[0] and parts[k - 1][-1] != "," and not sure
    if apposed and read_voice(left[0].partition(",")[0], opening=True).kind == "name":
        return None  # `Ana Duarte, a fellow at the Budget Institute and a former adviser`
    if _PLACED.search(left[0]) is not None and not sure and is_organisation(voices[-1].name):
        return None  # `the Tax Center at the Urban Institute and the Brook Institution`
    if len(joints) == 1 and (sure or _are_several(left, voices, right, cast)):
        names = [
            _name_of(voice, piece, cast, at) for voice, piece in zip(voices, [*left, right], strict=True)
        ]
        return _listed(names, parts[k]), "named"
    head = " ".join(parts[first:]).partition(",")[0].removeprefix("the ").removeprefix("The ")
    joint = f" {parts[k]} "
    half = whole.kind == "name" and joint not in whole.name and head.startswith(whole.name)
    return (head, voices[-1].anonymity) if half and joint in head else None


def _pieces(parts: list[str]) -> list[str] | None:
    """What stands before the conjunction: one voice with its appositions, or a list of names."""
    phrase = " ".join(parts).rstrip(",")
    pieces = phrase.split(", ")
    if len(pieces) > 1 and all(_is_bare_name(piece) for piece in pieces):
        return pieces
    head = pieces[0].split()
    named = len(pieces) == 1 or any(word[:1].isupper() for word in head)
    return [phrase] if named else None


def _is_bare_name(piece: str) -> bool:
    """Whether a piece of a list is a name alone."""
    return all(word[:1].isupper() or word in {"of", "de", "von", "van", "the"} for word in piece.split())


def _are_several(left: list[str], voices: list[Voice], right: str, cast: Cast) -> bool:
    """Whether the pieces are voices of their own, and no single name of two parts."""
    if len(left) > 1:
        return True
    opens = lx.ENGLISH.get(right.split()[0].lower(), 0)
    one, other = voices[0], voices[-1]
    inner = left[0].partition(",")[0].split()
    hangs = any(
        lx.ENGLISH.get(word, 0) & lx.PREPOSITION and not inner[k + 1][:1].isupper()
        for k, word in enumerate(inner[:-1])
    )
    if opens & _OWN or right.startswith(("other ", "members ")):
        return one.kind == "name" and not hangs
    if one.kind == "description" and lx.ENGLISH.get(inner[0].lower(), 0) & _OWN:
        plain = not any(lx.ENGLISH.get(word, 0) & lx.PREPOSITION for word in inner)
        return plain and other.kind == "name" and right[:1].isupper() and " " in right
    if one.kind != "name" or other.kind != "name":
        return False
    if not right[:1].isupper() and not right.startswith(("former ", "ex-", "then-", "current ")):
        return False
    if " " not in one.name and " " not in other.name:
        return cast.knows(one.name) and cast.knows(other.name)
    return any(
        bool(voice.titles) or gender_of(voice.name.split()[0]) is not None or cast.knows(voice.name)
        for voice in (one, other)
        if not is_organisation(voice.name)
    )


def _name_of(voice: Voice, piece: str, cast: Cast, at: int) -> str:
    """One speaker by the full name; a description by its words."""
    if voice.kind != "name":
        return piece.partition(",")[0]
    first, _, rest = voice.name.partition(" ")
    if rest and first.lower().removesuffix("s") in TITLES and first.endswith("s"):
        voice = read_voice(rest)  # `Senators Ana Duarte`
    return cast.resolve(voice, at)[0]


def _listed(names: list[str], conjunction: str) -> str:
    """Names as a list (`A, B and C`)."""
    joined = "and" if conjunction == "nor" else conjunction
    return f"{', '.join(names[:-1])} {joined} {names[-1]}"
