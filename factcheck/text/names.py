"""Names in a text, and names compared: capitalised runs, titles, keys for matching a registry.

A key ignores what newsrooms write differently about the same name: case, accents, the article,
punctuation, the legal form of a company.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final, NamedTuple

from factcheck.text.lexicon import ENGLISH
from factcheck.text.values import Span
from factcheck.text.wordlists import words

# A run of capitalised words, with the small words that stand inside names of people and institutions.
_RUN: Final = re.compile(
    r"\b[A-ZÀ-ÖØ-Þ][\w’'-]{0,40}\.?"
    r"(?:[ \u00a0](?:(?:of|de|la|van|von|der|den|al|bin|ibn|da|dos|du)[ \u00a0]){0,2}"
    r"(?:the[ \u00a0])?(?:[A-ZÀ-ÖØ-Þ][\w’'-]{0,40}\.?|&)){0,7}"
)
_PARENTHESIS: Final = re.compile(r"[ \u00a0]\(([A-Z][A-Za-z]{0,3}[A-Z]{1,6})\)")

TITLES: Final = words(
    """
    mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend father sister imam rabbi president
    vice ex-president senator sen congressman congresswoman congressperson representative rep gov governor
    mayor deputy prime minister chancellor secretary general attorney judge justice chief sheriff
    detective sergeant sgt captain capt colonel col lieutenant lt gen major maj admiral officer
    commissioner commander speaker leader whip director chairman chairwoman chair ceo spokesman
    spokeswoman spokesperson foreign defence defense finance interior state house senate former then
    acting interim candidate nominee presumptive republican democratic democrat conservative labour u.s us
    american british french german coach king queen prince princess pope archbishop bishop cardinal
    ambassador envoy councillor councilman councilwoman alderman assemblyman majority minority leader
    first lady marshal inspector superintendent treasurer editor but and gop party ex-president mp press
    """
)
_ORGANISATION: Final = words(
    """
    news times post journal guardian press agency university college institute foundation association
    union committee commission council court department ministry office bureau bank group company
    corporation corp inc ltd llc plc party congress senate house parliament government administration
    organization organisation centre center network society league federation service police army navy
    fund trust project coalition alliance board authority campaign club church hospital school library
    museum airlines motors systems technologies technology energy media magazine review herald tribune
    gazette observer telegraph weekly daily radio television tv channel broadcasting reuters statista poll
    survey lab labs research studies report nations states kingdom street republicans democrats week today
    international international's act bill convention tower street avenue county city
    """
)
_LEGAL: Final = words(
    """
    inc incorporated corp corporation co company ltd limited llc llp lp plc gmbh ag kg se sa sas sarl srl
    spa bv nv ab oy as aps pty
    """
)
_ARTICLES: Final = words("the a an der die das le la les el los las l")


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
    words = "".join(c if c.isalnum() else " " for c in plain).split()
    first, last = 0, len(words)
    while last - first > 1 and words[first] in _ARTICLES:
        first += 1
    while last - first > 1 and (words[last - 1] in _LEGAL or words[last - 1] == "and"):
        last -= 1
    return " ".join(words[first:last])


_OPENERS: Final = frozenset(ENGLISH) - words("will may mark dawn june april august one") | words(
    """
    said says asked told wrote added noted replied announced called citing asked given according even when
    """
)


def strip_titles(parts: list[str]) -> tuple[list[str], tuple[str, ...]]:
    """Take what is no name off the front: `As`, `Said`, `Health Minister`, `Sen.`; something always stays.

    The titles are given in lower case. `General Motors` keeps its first word: no person is left after it.
    """
    start = 0
    last = len(parts) - 1
    while start < last and parts[start].lower() in _OPENERS and parts[start].lower() not in TITLES:
        start += 1
    named = start
    for k in range(start, min(last, start + 6)):
        if parts[k].rstrip(".").lower() in TITLES:
            named = k + 1
    if named > start and is_organisation(" ".join(parts[named:])):
        return parts[start:], ()
    return parts[named:], tuple(part.rstrip(".").lower() for part in parts[start:named])


def is_organisation(name: str) -> bool:
    """Whether a name reads as an institution: a word for one in it, or capitals only."""
    words = name.split()
    return any(word.strip(".,").lower() in _ORGANISATION for word in words) or (
        len(words) == 1 and len(name) > 1 and name.isupper()
    )


def mentions(text: str) -> Iterator[Mention]:
    """All capitalised runs of the text in order, titles apart."""
    for match in _RUN.finditer(text):
        run = match.group()
        last = run[-1]
        if last == "." and run[-3:-2] not in {" ", ".", ""}:
            run = run[:-1]
        if run.endswith(("’s", "'s")):
            run = run[:-2]
        elif last in "’'":
            run = run[:-1]
        if " " not in run and "\xa0" not in run:
            yield Mention(match.span(), run)
            continue
        kept, titles = strip_titles(run.split())
        yield Mention(match.span(), " ".join(kept), titles)


def acronyms(text: str) -> dict[str, str]:
    """Acronyms the text explains (`World Health Organization (WHO)`) and what they stand for."""
    found: dict[str, str] = {}
    tried: set[str] = set()
    for match in _PARENTHESIS.finditer(text):
        letters = match.group(1)
        if letters in tried:
            continue
        tried.add(letters)
        before = text[max(0, match.start() - 120) : match.start()].split()
        for length in range(min(len(before), len(letters) + 4), 1, -1):
            words = before[-length:]
            initials = "".join(word[0] for word in words if word[0].isupper())
            if initials.upper() == letters.upper() and words[0][0].isupper():
                found.setdefault(letters, " ".join(words))
                break
    return found
