"""Names in a text, and names compared: capitalised runs, titles, keys for matching a registry.

A key ignores what newsrooms write differently about the same name: case, accents, the article,
punctuation, the legal form of a company.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from factcheck.text import lexicon as lx
from factcheck.text.institutions import FUSED, is_fused
from factcheck.text.name_titles import strip_titles
from factcheck.text.organisations import LEGAL
from factcheck.text.values import Span
from factcheck.text.wordlists import words

# A run of capitalised words, with the small words that stand inside names of people and institutions.
# A full stop belongs to an initial or an abbreviated title; any other ends the sentence.
# Each begins with its capital and looks back after it, so that the search leaps from capital to capital.
_CAPITAL: Final = "[A-ZÀ-ÖØ-Þ]"
_REST: Final = (
    r"(?:\.(?<=[A-Z]\.)(?:[A-Z]\.){0,4}|(?:(?<=M)(?:rs?|s)|(?<=D)(?:r|ept)|(?<=P)rof|(?<=S)(?:ens?|gt|t|r)|(?<=R)e(?:ps?|v)|(?<=G)(?:ov|en)"
    r"|(?<=L)td?|(?<=C)(?:ol?|apt|mdr|llr|orp)|(?<=M)aj|(?<=J)r|(?<=A)dm|(?<=H)on|(?<=I)nc)\.|[\w’'-]{0,40})"
)
_RUN: Final = re.compile(
    rf"{_CAPITAL}(?<!\w.){_REST}"
    rf"(?:[ \u00a0](?:(?:of|for|de|la|van|von|der|den|al|bin|ibn|da|dos|du|{FUSED})[ \u00a0]){{0,2}}"
    rf"(?:the[ \u00a0])?(?:(?:[ae][a-z]{{1,2}}-|[dl]['’])?{_CAPITAL}{_REST}|&)){{0,7}}"
)
_ARTICLED: Final = re.compile(r"(?:[ae][a-z]{1,2}-|[dl]['’])(?=[A-Z])")
_PARENTHESIS: Final = re.compile(r"\((?<=[ \u00a0].)([A-Z][A-Za-z]{0,3}[A-Z]{1,6})\)")

# What goes on with `for` in the name of a campaign: `Citizens for Tax Justice`.
FOR_CAUSES: Final = words("""
    Citizens Americans Students Doctors Physicians Lawyers Scientists Parents Mothers Women Veterans Workers
    Friends Partners Teachers Farmers Nurses Families Voices Fight Campaign Coalition Alliance Center Centre
    Fund Foundation Institute Council Committee Action Architects Engineers Artists Writers Journalists
    """)
_ARTICLES: Final = frozenset(
    ["the", "a", "an", "der", "die", "das", "le", "la", "les", "el", "los", "las", "l"]
)
# Words that go on with `of` inside a name.
_WITH_OF: Final = words("""
    university department dept bank ministry institute office bureau house church court school college
    board city state republic society museum league secretary minister district chamber council academy
    association library federation army guild commission union centre center king queen duke prince bishop
    archbishop speaker lord committee agency organization organisation alliance party states kingdom
    survey registry order port hall
    """)
_OPENERS: Final = (
    lx.DET
    | lx.POSSESSIVE
    | lx.PREPOSITION
    | lx.SUBORDINATOR
    | lx.AND
    | lx.ADVERB
    | lx.PRONOUN
    | lx.SUBJECT
    | lx.RELATIVE
)


class Mention(NamedTuple):
    """A capitalised run at `span`; `name` is without titles, `titles` the words taken off, lower case."""

    span: Span
    name: str
    titles: tuple[str, ...] = ()


def match_key(name: str) -> str:
    """The form under which two spellings of one name are equal.

    Case, accents, punctuation, a leading article and legal forms at the end are dropped: `The BBC` and
    `bbc`, `Åkerlund & Co. Ltd` and `Akerlund`. Empty when nothing but those is left.
    """
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c)).replace("ß", "ss")
    plain = plain.replace("’", "'").replace("'s ", " ").replace(".", "").replace("'", "")
    parts = "".join(c if c.isalnum() else " " for c in plain).split()
    while len(parts) > 1 and parts[0] in _ARTICLES:
        parts = parts[1:]
    while len(parts) > 1 and (parts[-1] in LEGAL or parts[-1] == "and"):
        parts = parts[:-1]
    return " ".join(parts)


def is_capitalised(word: str) -> bool:
    """Whether a word of a name has its capital, if only behind its article (`al-Rashid`, `d’Estaing`)."""
    return word[:1].isupper() or _ARTICLED.match(word) is not None


def without_article(word: str) -> str:
    """`Rashid` for `al-Rashid`; other words as they are."""
    return _ARTICLED.sub("", word)


def mentions(text: str) -> list[Mention]:
    """All capitalised runs of the text in order, titles apart; `Britain’s Maud Ellery` is two."""
    found: list[Mention] = []
    for match in _RUN.finditer(text):
        start = match.start()
        for first, last, name, titles in _run(match.group()):
            found.append(Mention((start + first, start + last), name, titles))
    return found


# A sentence that begins behind a shortened name (`in Washington, D.C. He left`, `Acme Ltd. The firm`).
_NEXT: Final = re.compile(
    r"(?:(?<=[A-Z]\.[A-Z]\.)|(?<=Ltd\.)|(?<=Inc\.)|(?<=Corp\.))[ \u00a0]"
    r"(?=(?:He|She|It|They|We|I|The|A|An|In|But|And|His|Her|Its|This|That|On)\b)"
)
_OWNER: Final = re.compile(r"['’]s[ \u00a0]")
_Part = tuple[int, int, str, tuple[str, ...]]  # start and end in its run, name, titles


@lru_cache(maxsize=8192)
def _run(run: str) -> tuple[_Part, ...]:
    """The names in one run. What stands in it depends on nothing else, and names come back: so it is kept."""
    parts: list[_Part] = []
    start = 0
    for sentence in _NEXT.split(run):
        for piece in _OWNER.split(sentence):
            parts += _names(start, piece)
            start += len(piece) + 3
        start -= 2
    return tuple(parts)


def _names(start: int, run: str) -> list[_Part]:
    """The names of a run without another's possessive in it; words that open a sentence are no part of it.

    `Jane Roe of the Harbour Board` is two names, `University of Oslo` one.
    """
    found: list[_Part] = []
    owned = run.endswith(("’s", "'s"))
    parts = run.split()
    first = 0
    while first < len(parts) and _opens(parts[first], alone=len(parts) == 1):
        start += len(parts[first]) + 1
        first += 1
    piece = first
    for k in range(first, len(parts) + 1):
        if k < len(parts) and not _parts_names(parts, k):
            continue
        named = parts[piece:k]
        length = sum(map(len, named)) + len(named) - 1
        if named and named[-1][0] != "&":
            if k == len(parts):
                named[-1] = named[-1][:-2] if owned else named[-1].rstrip("’'")
            kept, titles = strip_titles(named)
            found.append((start, start + length, " ".join(kept), titles))
        start += length + 1
        if k < len(parts):
            start += len(parts[k]) + 1
            piece = k + 1
            if piece < len(parts) and parts[piece] == "the":
                start += 4
                piece += 1
    return found


def _parts_names(parts: list[str], k: int) -> bool:
    """Whether the word at `k` stands between two names (`Jane Roe of the Harbour Board`)."""
    if parts[k] not in {"of", "for"} or parts[k - 1].lower().rstrip(".") in _WITH_OF:
        return False
    return parts[k] == "of" or parts[k - 1] not in FOR_CAUSES


def _opens(word: str, *, alone: bool) -> bool:
    """Whether a capitalised word only opens its sentence (`But`, `On`, `Monday`)."""
    if len(word) > 1 and word.isupper():
        return False
    flags = lx.ENGLISH.get(word.lower(), 0)
    return bool(flags & _OPENERS) or bool(flags & lx.TIME and not alone)


def initials_of(parts: Sequence[str]) -> str:
    """The capitals that the words of a name begin with, of which acronyms are made."""
    return "".join([part[0] for part in parts if part[0].isupper() and not is_fused(part)])


def acronyms(text: str) -> dict[str, str]:
    """Acronyms the text explains (`World Health Organization (WHO)`) and what they stand for."""
    found: dict[str, str] = {}
    for match in _PARENTHESIS.finditer(text):
        letters = match.group(1)
        before = text[max(0, match.start() - 121) : match.start()].split()
        for length in range(min(len(before), len(letters) + 4), 1, -1):
            named = before[-length:]
            initials = initials_of(named)
            if initials.upper() == letters.upper() and named[0][0].isupper():
                found.setdefault(letters, " ".join(named))
                break
    return found
