"""Sources of the registry: under which key a name is met, and what sort of voice a name suggests."""

from __future__ import annotations

import re

from factcheck.domain.vocabulary import SourceKind
from factcheck.text.first_names import gender_of
from factcheck.text.names import match_key
from factcheck.text.unnamed_voices import is_common

# Longest alias key the store keeps; a longer "name" is a misread sentence and needs no more to differ.
KEY_LENGTH = 290

_PUBLICATION = re.compile(
    r"\b(?:Times|Post|News|Journal|Guardian|Tribune|Herald|Gazette|Chronicle|Telegraph|Observer|Magazine|Radio"
    r"|Zeitung|Press|Reuters|BBC|CNN|AFP|AP|NPR|CBS|NBC|ABC|dpa)\b"
)
_DOCUMENT = re.compile(
    r"\b(?:report|study|survey|poll|paper|filing|document|memo|letter|statement|census|indictment|lawsuit)s?\b",
    re.IGNORECASE,
)
_ORGANISATION = re.compile(
    r"\b(?:Inc|Ltd|LLC|Corp|Corporation|Company|Group|Bank|Fund|University|College|Institute|Ministry|Department"
    r"|Agency|Office|Council|Commission|Committee|Court|Police|Union|Party|Association|Society|Foundation|Center"
    r"|Centre|Organi[sz]ation|Authority|Bureau|Board|House|Senate|Parliament|Government|Technologies?|Airlines?)\b"
)
_PERSON = re.compile(
    r"(?:[A-Z][\w’'.-]{0,40}\s){1,3}(?:(?:de|da|van|von|der|den|bin|al|el|la)\s)?[A-Z][\w’'-]{1,40}\Z"
)


# Acronyms that are common words in small letters.
_WORDS_TOO = frozenset({"WHO", "IT", "US"})
_LONGEST_NAME = 200
_ARTICLE = re.compile(r"(?:the|an?)\s+", re.IGNORECASE)


def is_nameless(name: str) -> bool:
    """Whether it can't be a name: no letter or digit in it, control characters, or endless."""
    return not match_key(name) or not name.isprintable() or len(name) > _LONGEST_NAME


def alias_key(name: str, kind: SourceKind) -> str:
    """The key under which spellings of one source meet; one key belongs to one source.

    Unnamed voices have keys of their own: a poster's words “users say” never become an
    organisation called Users.
    """
    key = match_key(name)[:KEY_LENGTH] or name.casefold()[:KEY_LENGTH]
    return f"unnamed:{key}" if kind is SourceKind.UNNAMED else key


def is_local(name: str, anonymity: str) -> bool:
    """Whether a voice has no name of its own, so that another article's is somebody else.

    `The mayor`, `Police` and a first name alone are such, `Statista` and `the White House` aren't.
    """
    if anonymity != "named":
        return True
    first, *rest = _ARTICLE.sub("", name).split() or [""]
    if not rest and (len(first) == 1 or gender_of(first) is not None):
        return True  # `Q` of an interview, a first name alone: many people's
    if not rest and first in _WORDS_TOO:
        return False
    return not any(word[:1].isupper() for word in rest) and (not first[:1].isupper() or is_common(first))


def local_key(slug: str, name: str) -> str:
    """The key of a voice that belongs to one article; no other key has a `#`."""
    return f"{slug}#{(match_key(name) or name.casefold())[: KEY_LENGTH - 80]}"


def likely_kind(name: str, anonymity: str) -> SourceKind:
    """What sort of voice a name suggests; a person corrects it in the registry."""
    if anonymity != "named":
        return SourceKind.UNNAMED
    if _PUBLICATION.search(name):
        return SourceKind.PUBLICATION
    if _DOCUMENT.search(name):
        return SourceKind.DOCUMENT
    if _PERSON.match(name) and not _ORGANISATION.search(name):
        return SourceKind.PERSON
    if gender_of(name) is not None:
        return SourceKind.PERSON  # a first name alone
    return SourceKind.ORGANISATION
