"""Who acts, and when two names are one person."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from factcheck.domain.vocabulary import Role
from factcheck.errors import UsageError

NAME_LENGTH = 100
_BYLINE_JOINTS = re.compile(
    r"[,;|/()&]|\s[–—-]\s|\b(?:and|with|in|for|und|mit|für|et|avec|à|y|con|en)\b", re.IGNORECASE
)
_BYLINE_LEAD = re.compile(r"^\s*(?:by|von|par|por)\s+", re.IGNORECASE)
# Letters by category that show nothing: the fillers of Hangul. All other marks that show nothing are
# no letters, digits or vowel signs, but for these (Unicode's Default_Ignorable_Code_Point).
_UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)


def person_key(name: str) -> str:
    """The key under which one person's spellings meet: `Ana  Duarte.` is `anaduarte`.

    The second-person rule compares keys, so that nobody becomes a second person by a capital
    letter, a blank, a full stop, an invisible mark or a full-width letter. What shows as another
    letter (`a` in another script) is another name: that is done on purpose, and the README says so.
    """
    seen = _UNSEEN.sub("", unicodedata.normalize("NFKC", name).casefold())
    kept = "".join(char for char in seen if unicodedata.category(char)[0] in "LNM")
    return unicodedata.normalize("NFKC", kept)


@dataclass(frozen=True, slots=True)
class Actor:
    """A person who acts, under a name and a role; or a machine, which can only suggest.

    `token` or `session` (secrets) proves who it is where the newsroom has users; then the name may be
    empty. `remote` comes over the network: there a name alone proves nothing where there are users.
    `limited`: the token's scope is less than its person's role.
    """

    name: str
    role: Role = Role.ADMIN
    machine: bool = False
    token: str | None = field(default=None, repr=False)
    session: str | None = field(default=None, repr=False)
    remote: bool = False
    limited: bool = False

    def is_person(self, name: str | None) -> bool:
        """Whether `name` is this actor under any spelling."""
        return name is not None and person_key(name) == person_key(self.name)


SYSTEM = Actor("factcheck", Role.READER, machine=True)


def named_actor(name: str, role: Role = Role.ADMIN) -> Actor:
    """The actor of a name that somebody typed, tidied. Raises UsageError when it is none.

    On a personal file everybody holds every role; on a server the role comes from the users.
    """
    tidy = " ".join(unicodedata.normalize("NFC", name).split())
    if not person_key(tidy) or len(tidy) > NAME_LENGTH or not tidy.isprintable():
        raise UsageError(
            "That is no name to act under.",
            f"Give a printable name of 1 to {NAME_LENGTH} characters with --as NAME or FACTCHECK_USER.",
        )
    if person_key(tidy) == person_key(SYSTEM.name):
        raise UsageError(
            f"“{tidy}” is the name under which the system itself acts.", "Act under your own name: --as NAME."
        )
    return Actor(tidy, role)


def wrote(byline: str | None, actor: Actor) -> bool:
    """Whether the byline names this actor as (one of) the article's authors."""
    if not byline:
        return False
    names = {person_key(name) for name in _BYLINE_JOINTS.split(_BYLINE_LEAD.sub("", byline))}
    return bool(names & {person_key(actor.name), person_key(_BYLINE_LEAD.sub("", actor.name))} - {""})
