"""Evidence as somebody gives it, and which links are accepted."""

from __future__ import annotations

import contextlib
import posixpath
import re
from dataclasses import dataclass
from datetime import date
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

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


# What campaigns and networks add to an address; the page is the same without it.
_TRACKING = re.compile(
    r"(?:utm_\w{1,40}|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|ref_src)\Z", re.IGNORECASE
)
# A name of letters, digits and inner hyphens between dots, or an IPv6 address.
_HOST = re.compile(r"(?:\w(?:[\w-]{0,61}\w)?(?:\.\w(?:[\w-]{0,61}\w)?){0,20}\.?|[0-9a-f:.]{2,45})\Z")
_PORTS = {80, 443, None}


def page_key(url: str) -> str:
    """The key under which two links are one page: two links to one page are one piece of evidence.

    Scheme, `www.`, usual ports, fragment, tracking, order of parameters, dots and double slashes in
    the path and ways of encoding a letter make no difference (RFC 3986, section 6.2, and a little more).
    """
    parts = urlsplit(url)
    host = (parts.hostname or "").rstrip(".").removeprefix("www.")
    with contextlib.suppress(UnicodeError):
        host = host.encode("idna").decode()
    port = "" if parts.port in _PORTS else f":{parts.port}"
    path = posixpath.normpath("/" + unquote(parts.path).rstrip("/;")).lstrip("/")
    asked = sorted(
        (k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.match(k)
    )
    return f"{host}{port}/{path.removeprefix('.')}{'?' if asked else ''}{urlencode(asked)}"


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
    if parts.scheme.lower() not in ("http", "https") or not _HOST.match(host or ""):
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
