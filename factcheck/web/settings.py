"""What the server is told when it starts."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from factcheck.errors import UsageError

# Names under which a browser on this machine calls it.
LOOPBACK = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, slots=True)
class IdentityProvider:
    """The house's OIDC provider: where it is, who we are to it, and which claim names a user's login."""

    issuer: str
    client_id: str
    client_secret: str = field(repr=False)
    claim: str = "email"


@dataclass(frozen=True, slots=True)
class Settings:
    """One server: which database, under which address browsers reach it.

    `origin` is what stands before the path in the browser (`https://desk.paper.example`); without one
    only this machine is answered.
    """

    database: str
    origin: str | None = None
    provider: IdentityProvider | None = None

    @property
    def secure(self) -> bool:
        """Whether browsers reach it over https."""
        return (self.origin or "").startswith("https://")

    @property
    def cookie(self) -> str:
        """The name of the session's cookie; `__Host-` pins it to this host, which only https can have."""
        return "__Host-factcheck" if self.secure else "factcheck"

    @property
    def is_of_this_machine(self) -> bool:
        """Whether no browser elsewhere is led here, by a proxy that stands on this machine for one."""
        return self.origin is None or urlsplit(self.origin).hostname in LOOPBACK

    def answers(self, host: str) -> bool:
        """Whether a request for this host is meant for us, and not led here by a stranger's DNS."""
        if self.origin is not None and host == urlsplit(self.origin).netloc:
            return True
        try:
            name = urlsplit(f"//{host}").hostname
        except ValueError:
            return False
        return name in LOOPBACK and "@" not in host


def read_origin(origin: str | None) -> str | None:
    """An origin without a slash at its end. Raises UsageError for what is none."""
    if origin is None:
        return None
    parts = urlsplit(origin.rstrip("/"))
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.path or parts.query:
        raise UsageError("That is no origin.", "Such as: --origin https://desk.paper.example")
    return origin.rstrip("/")


def provider_of_environment() -> IdentityProvider | None:
    """The identity provider that `FACTCHECK_OIDC_*` names; None without one. Raises UsageError."""
    issuer = os.environ.get("FACTCHECK_OIDC_ISSUER")
    if not issuer:
        return None
    client, secret = (
        os.environ.get("FACTCHECK_OIDC_CLIENT_ID"),
        os.environ.get("FACTCHECK_OIDC_CLIENT_SECRET"),
    )
    if not client or not secret:
        raise UsageError(
            "FACTCHECK_OIDC_ISSUER is set, and not who we are to it.",
            "Set FACTCHECK_OIDC_CLIENT_ID and FACTCHECK_OIDC_CLIENT_SECRET.",
        )
    return IdentityProvider(
        issuer.rstrip("/"), client, secret, os.environ.get("FACTCHECK_OIDC_CLAIM", "email")
    )
