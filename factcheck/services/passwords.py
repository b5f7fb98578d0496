"""Passwords: how long, and how they are kept (argon2id, with its library's own parameters)."""

from __future__ import annotations

import functools
import secrets
import unicodedata
from typing import TYPE_CHECKING

from factcheck.errors import BadInput
from factcheck.extras import extra

if TYPE_CHECKING:
    from argon2 import PasswordHasher

# NIST SP 800-63B, section 5.1.1.2: at least 8 when a person chooses it, and room for a sentence.
SHORTEST, LONGEST = 10, 256


def hash_password(password: str) -> str:
    """What is kept of a password. Raises BadInput for one that is too short or too long."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise BadInput(
            f"A password has {SHORTEST} to {LONGEST} characters.", "A sentence is easy to keep in mind."
        )
    return _hasher().hash(_as_typed_anywhere(password))


def matches(hashed: str | None, password: str) -> bool:
    """Whether a password is the one; without a hash it takes as long, and is not."""
    with extra("web", "Signing in"):
        from argon2.exceptions import VerificationError
    try:
        return (
            bool(_hasher().verify(hashed or _nobodys(), _as_typed_anywhere(password[:LONGEST])))
            and hashed is not None
        )
    except VerificationError:
        return False


def _as_typed_anywhere(password: str) -> str:
    """The same letters from whatever keyboard (NIST SP 800-63B: NFKC before hashing)."""
    return unicodedata.normalize("NFKC", password)


@functools.cache
def _hasher() -> PasswordHasher:
    with extra("web", "Signing in"):
        from argon2 import PasswordHasher
    return PasswordHasher()


@functools.cache
def _nobodys() -> str:
    """A hash that no password has."""
    return _hasher().hash(secrets.token_urlsafe(32))
