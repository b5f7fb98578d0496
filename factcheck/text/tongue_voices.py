"""Whose voice a source phrase is in another language: a name, a body, a description, a pronoun."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from factcheck.text.first_names import gender_of
from factcheck.text.tongue import Gender, Names
from factcheck.text.tongue_bodies import MARKS, joined, own_name, plain_body
from factcheck.text.tongue_degrees import DEGREES
from factcheck.text.values import Anonymity
from factcheck.text.wordlists import words

VoiceKind = Literal["name", "body", "pronoun", "description"]
_PIECE: Final = re.compile(r"[^\s,]+|,")
_BRACKET: Final = re.compile(r"\s?\([^()]{0,80}\)")
_TIED: Final = re.compile(r"(?<=[“”»\"])-\w{1,30}")  # `„Bild“-Zeitung`
_MOST_SEGMENTS: Final = 4


@dataclass(frozen=True, slots=True)
class TongueVoice:
    """A source phrase by itself: its name, and the `role` and `gender` that its words tell."""

    name: str
    kind: VoiceKind
    anonymity: Anonymity
    gender: Gender = ""
    role: str = ""


def read_tongue_voice(phrase: str, names: Names, *, plural: bool = False) -> TongueVoice:
    """Read a source phrase; `plural` says that its verb has the form for many."""
    phrase = _TIED.sub("", phrase)
    phrase = phrase.replace("Premier ministre", "premier ministre").replace("Première m", "première m")
    pieces = _PIECE.findall(_BRACKET.sub("", phrase))
    pieces = [piece for piece in pieces if piece.strip(MARKS)]
    words = parts_of(pieces, names)
    if not words:
        return TongueVoice(phrase, "description", "unnamed_person")
    if tuple(word.lower() for word in words[:2]) in DEGREES:
        return TongueVoice(phrase, "description", "unnamed_group")
    first = words[0].lower().rpartition("-")[2]
    if len(words) == 1 and first in names.pronouns:
        return _pronoun(words[0], names.pronouns[first], plural=plural)
    segments = split(words)
    head = _describe(segments[0], names, plural=plural)
    if head.kind == "body" and head.name.islower() and len(segments) > 1 and _is_named(segments[1]):
        return TongueVoice(joined(segments[1]), "body", "named")  # `La empresa promotora, Bioverde`
    if head.kind in ("body", "name"):
        return head
    for segment in segments[1:_MOST_SEGMENTS]:
        named = _describe(segment, names, plural=False)
        if named.kind == "name" and not _has_article(segment, names):
            return TongueVoice(named.name, "name", "named", named.gender or head.gender, head.role)
    return head


def _is_named(segment: list[str]) -> bool:
    """Whether a segment is a name alone."""
    return all(word[:1].isupper() for word in segment)


def _pronoun(word: str, gender: Gender, *, plural: bool) -> TongueVoice:
    """A pronoun by itself."""
    if plural:
        gender = "they"
    many: Anonymity = "unnamed_group" if gender == "they" else "unnamed_person"
    return TongueVoice(word.rpartition("-")[2], "pronoun", many, gender)


def parts_of(pieces: list[str], names: Names) -> list[str]:
    """The words of a phrase, an article that is written together with its word apart (`l'`, `université`)."""
    parts: list[str] = []
    for piece in pieces:
        plain = piece.replace("’", "'")
        head, mark, rest = plain.partition("'")
        if mark and rest and (head + mark).lower() in names.of.union(names.definite):
            parts += [head + mark, piece[len(head) + 1 :]]
        else:
            parts.append(piece)
    return parts


def split(words: list[str]) -> list[list[str]]:
    """The segments between commas, none of them empty."""
    segments: list[list[str]] = [[]]
    for word in words:
        if word == ",":
            segments.append([])
        else:
            segments[-1].append(word)
    return [segment for segment in segments if segment] or [[""]]


def _has_article(segment: list[str], names: Names) -> bool:
    return segment[0].lower() in names.definite or segment[0].lower() in names.indefinite


def _describe(segment: list[str], names: Names, *, plural: bool) -> TongueVoice:
    """One segment: a title and a name, a role and a name, a body, or what it says."""
    words = [word.strip('„“”"«»') for word in segment]
    article = words[0].lower()
    gender: Gender = names.definite.get(article, names.indefinite.get(article, ""))
    determined = article in names.definite or article in names.indefinite or article in names.possessives
    rest = words[1:] if determined and len(words) > 1 else words
    gender, rest = strip_titles(rest, gender, names)
    head = rest[0].lower().strip(MARKS)
    if (
        document := next(
            (k for k, word in enumerate(rest[:3]) if is_one_of(word, names.documents, names)), -1
        )
        + 1
    ):
        return _document(words, rest, document, names)
    if len(rest) == 1 and names.capital_nouns and head.endswith("angaben"):
        giver = rest[0].removesuffix("angaben")
        if is_one_of(giver, names.bodies, names):
            return TongueVoice(giver, "body", "named")  # `Nach Polizeiangaben`
    if len(rest) == 1 and head in names.outlets and (rest[0][0].isupper() or head not in names.groups):
        titled = words[0][0].isupper() and rest[0][0].isupper() and not names.capital_nouns
        return TongueVoice(joined(words) if titled else rest[0], "body", "named")  # `Le Monde`
    if names.capital_nouns and len(rest) > 1 and is_one_of(rest[0], names.media, names) and _is_named(rest):
        return TongueVoice(joined(rest[1:]), "body", "named")  # `der Zeitung »Kurier«`
    if not names.capital_nouns or rest[0][0].isupper():
        at = body_at(rest, names)
        if at is not None:
            genitive = article in names.genitives
            rest = own_name(rest, names)
            return TongueVoice(plain_body(rest, genitive=genitive), "body", "named")
    run, role = name_in(rest, names, determined=determined)
    if run:
        woman = bool(names.feminine) and role.endswith(names.feminine)
        return TongueVoice(" ".join(run), "name", "named", "she" if woman else _single(gender), role)
    if names.feminine and not gender and head.endswith(names.feminine):
        gender = "she"
    one = article in names.indefinite and gender != "they"
    many = gender == "they" or plural or words[0][0].isdigit() or (head in names.groups and not one)
    text = joined(words)
    return TongueVoice(
        text, "description", "unnamed_group" if many else "unnamed_person", "they" if many else gender, head
    )


def _single(gender: Gender) -> Gender:
    return "" if gender == "they" else gender


def strip_titles(words: list[str], gender: Gender, names: Names) -> tuple[Gender, list[str]]:
    """Words without the titles before them, and the gender these tell."""
    while len(words) > 1 and (title := words[0].lower().rstrip(".")) in names.titles:
        gender = names.titles[title] or gender
        words = words[1:]
    return gender, words


def is_one_of(word: str, nouns: frozenset[str], names: Names) -> bool:
    """Whether a word is one of some nouns; a German one may end in it, with the endings of its cases."""
    lower = word.lower().strip(MARKS)
    if lower in nouns:
        return True
    if not names.capital_nouns or not word[:1].isupper():
        return False
    endings = endings_of(nouns)
    return lower.endswith(endings) or lower.removesuffix("s").removesuffix("e").endswith(endings)


@cache
def endings_of(nouns: frozenset[str]) -> tuple[str, ...]:
    """The nouns that are long enough to be known in a compound."""
    return tuple(sorted(noun for noun in nouns if len(noun) > 2))


def is_role(word: str, names: Names) -> bool:
    """Whether a capitalised noun is a role: it ends in one, a woman's with the ending of hers."""
    lower = word.lower()
    endings = endings_of(names.roles)
    if lower in names.men or lower in names.women:
        return False  # `Murat` is no `Rat`
    return lower.endswith(endings) or lower.removesuffix(names.feminine).endswith(endings)


def body_at(words: list[str], names: Names) -> int | None:
    """Which of the first words is the one for an institution, or None."""
    for k, word in enumerate(words[:3]):
        if k and (word.lower() in names.of or word.lower() in names.joining):
            return None
        if is_one_of(word, names.bodies, names):
            return k
        if k and not word[0].isupper() and names.capital_nouns:
            return None
    return None


def _document(words: list[str], rest: list[str], noun: int, names: Names) -> TongueVoice:
    """A document by the body that it is from, where it says so; else by its own words."""
    tail = rest[noun:]
    made = next((k for k, word in enumerate(tail[1:4], 1) if word.lower() in names.by), 0)
    if made and tail[0].lower() not in names.of:
        tail = tail[made:]  # `une étude publiée par l’Insee`
    if tail and tail[0].lower() in names.of | names.by:
        genitive = tail[0].lower() in names.genitives
        while len(tail) > 1 and tail[0].lower() in (names.of | names.by).union(names.definite):
            tail = tail[1:]
        if any(word[0].isupper() for word in tail):
            if not tail[0][0].isupper() and not is_one_of(tail[0], names.bodies, names):
                first = next(k for k, word in enumerate(tail) if word[0].isupper())
                tail = tail[first:]
            tail = own_name(tail, names)
            return TongueVoice(plain_body(tail, genitive=genitive), "body", "named")
    cut = next((k for k, word in enumerate(words) if k and word.lower() in names.relatives), len(words))
    return TongueVoice(joined(words[:cut]), "description", "named")


# Endings of what one can work in, not of who one is.
_FIELDS: Final = tuple(words("té ie ique tion sion ture ment dad ía ción sión ura ud"))


def _holder_behind(words: list[str], first: int, names: Names) -> tuple[list[str], str]:
    """The holder of an office of somewhere (`el alcalde de León Ana Duarte`); not whose spokesman it is."""
    run = words[first:]
    field = words[first - 1]
    if field.endswith(_FIELDS) and field != "champion":
        return run, words[0].lower()  # `l'économiste de la santé Anne Roux`
    if field[:1].islower() and len(field) > 4:
        return [], ""  # `la portavoz del ministro Ana Duarte`
    if len(run) > 2 and all(word[0].isupper() for word in run):
        for k in range(1, len(run) - 1):
            first_name = run[k].lower() in names.men or run[k].lower() in names.women
            if first_name or gender_of(run[k]) is not None or run[k - 1].isupper():
                return run[k:], words[0].lower()
    return [], ""


def name_in(
    words: list[str], names: Names, *, determined: bool, is_first: Callable[[str], bool] | None = None
) -> tuple[list[str], str]:
    """The person's name at the end of a role, or by itself, and the role; both empty where there is none.

    `is_first` knows first names: what stands before one, in three capitals, is a role in no table.
    """
    first = next((k for k, word in enumerate(words) if word[0].isupper()), None)
    if first is None:
        return [], ""
    if not names.capital_nouns and not names.of.isdisjoint(map(str.lower, words[1:first])):
        return _holder_behind(words, first, names)
    tie = first
    while tie > 1 and words[tie - 1].lower() in names.definite:
        tie -= 1
    if tie and words[tie - 1].lower() in names.of | names.joining:
        return [], ""
    role = words[0].lower() if first else ""
    run = []
    for k, word in enumerate(words[first:], first):
        tied = word.lower() in names.of and k + 1 < len(words)
        if tied and is_one_of(words[k + 1], names.bodies, names):
            break  # `Anna Lohse vom Ministerium`
        if (
            not word[0].isupper()
            and word.lower() not in names.joining
            and word.lower().rstrip(".") not in names.titles
        ):
            break
        run.append(word)
    while run and not run[-1][0].isupper():
        run.pop()
    if len(run) > 2 and len(run[0]) > 1 and run[0].isupper():
        run = run[1:]  # the party or the union of who is named
    if names.capital_nouns:
        roles: list[str] = []
        while len(run) > 1 and (
            (len(run) > 2 and is_first is not None and is_first(run[1]) and not is_first(run[0]))
            or is_role(run[0], names)
            or (len(run) > 2 and run[0].endswith("s") and is_role(run[1], names))  # `Hessens Minister`
            or run[0].lower().rstrip(".") in names.titles
            or (determined and not roles)
        ):
            if run[0].lower().rstrip(".") not in names.titles:
                roles.append(run[0].lower())
            run = run[1:]
        role = roles[-1] if roles else role
        if roles and run and run[0].lower() in names.of:
            return [], ""  # `der Sprecher von Uwe Timm`
        if len(run) == 1 and determined and not roles:
            return [], ""
        if len(run) == 1 and (is_role(run[0], names) or run[0].lower() in names.groups):
            return [], ""
    else:
        run = [word for word in run if word.lower().rstrip(".") not in names.titles or word is run[-1]]
        if (first and determined and role in names.groups) or (run and run[0].lower() in names.groups):
            return [], ""
    if any(is_one_of(word, names.bodies, names) for word in run):
        return [], ""
    return [word.strip(MARKS) if len(word) > 2 else word for word in run], role
