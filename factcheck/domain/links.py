"""Evidence as somebody gives it, and which links are accepted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from factcheck.domain.vocabulary import Stance
from factcheck.errors import BadInput

# Longer links than this are cut by browsers and proxies (RFC 9110, section 4.1 asks for at least 8000).
LONGEST = 8000


@dataclass(frozen=True, slots=True)
class NewEvidence:
    """A piece of evidence before it has an id; `stance` None means what the verdict asks for."""

    url: str
    stance: Stance | None = None
    quote: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    note: str | None = None
    primary: bool = False


def check_link(url: str) -> str:
    """Accept a link to a web page, blanks at its ends removed.

    Raises BadInput for anything that isn't plain http or https with a host: a `javascript:` link
    would run in the browser of whoever opens the evidence.
    """
    link = url.strip()
    try:
        parts = urlsplit(link)
        host, has_login = parts.hostname, parts.username is not None
        _ = parts.port
    except ValueError as error:
        raise BadInput(f"“{link[:80]}” is no link.", "Give the page's full address: https://…") from error
    if parts.scheme.lower() not in ("http", "https") or not host:
        raise BadInput(
            f"“{link[:80]}” is not a link to a web page.",
            "Evidence is a page that others can open: https://…",
        )
    if has_login:
        raise BadInput("The link contains a user name or password.", "Give the link without them.")
    if len(link) > LONGEST or any(char.isspace() or not char.isprintable() for char in link):
        raise BadInput(
            f"The link has a blank or control character in it, or more than {LONGEST} characters.",
            "Copy the page's address anew.",
        )
    return link
