"""The newsroom's people as values, and the tokens by which programs act for them."""

from __future__ import annotations

import hashlib
from datetime import datetime

from factcheck.domain.models import Model, Moment
from factcheck.domain.vocabulary import Role

# What every token begins with, so that one that leaked is recognised by those who look for secrets.
TOKEN_PREFIX = "fct_"  # noqa: S105 - the mark that all share, no secret


class User(Model):
    """A person of the newsroom, with the most that they may do."""

    id: int
    name: str
    role: Role
    disabled: bool
    created_by: str
    created_at: Moment


class Token(Model):
    """What a program shows to act for a user, without the secret itself; `scope` caps the user's role."""

    id: int
    user: str
    label: str
    scope: Role
    created_at: Moment
    expires_at: Moment
    revoked_at: Moment | None = None

    def is_good(self, at: datetime) -> bool:
        """Whether it still opens anything at that moment."""
        return self.revoked_at is None and at < self.expires_at


class SignedIn(Model):
    """Somebody at a browser: who, since when, and until when unless they sign out."""

    id: int
    name: str
    user: str | None
    created_at: Moment
    seen_at: Moment
    expires_at: Moment
    revoked_at: Moment | None = None

    def is_good(self, at: datetime) -> bool:
        """Whether it still opens anything at that moment."""
        return self.revoked_at is None and at < self.expires_at


def token_sha256(secret: str) -> str:
    """What is kept of a secret: it has 256 random bits, so that no slow hash is needed to hide it."""
    return hashlib.sha256(secret.encode()).hexdigest()
