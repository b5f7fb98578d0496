"""Where a fetch may go: public addresses alone, each name resolved once."""

from __future__ import annotations

import ipaddress
import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass
from queue import Empty, Queue
from urllib.parse import SplitResult, urlsplit

from factcheck.domain.links import check_link
from factcheck.errors import FetchFailed, FetchRefused

# Names that no public host can have (RFC 2606, RFC 6761, RFC 6762, RFC 8375): never asked of a server.
_NO_HOSTS = ("example", "invalid", "test", "localhost", "local", "internal", "home.arpa", "onion")
# What of IPv6 is handed out for the public Internet (IANA, "IPv6 Global Unicast Address Assignments").
_UNICAST = ipaddress.IPv6Network("2000::/3")
# In these an address stands for the IPv4 address in its last 32 bits (RFC 4291, RFC 6052).
_MAPPED, _TRANSLATED = ipaddress.IPv6Network("::ffff:0:0/96"), ipaddress.IPv6Network("64:ff9b::/96")
# The IETF's own protocol assignments, of which Python counts a part as public (RFC 6890).
_ASSIGNED = ipaddress.IPv4Network("192.0.0.0/24")
# How long a name may take to be found, in seconds.
_SECONDS = 10.0

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolver = Callable[[str, int], list[str]]


@dataclass(frozen=True, slots=True)
class Target:
    """What a link points at: the host as it is called, and the one address that is connected to."""

    parts: SplitResult
    host: str
    port: int
    address: str


def resolve(host: str, port: int) -> list[str]:
    """All addresses of a host, as the system knows them.

    Raises FetchRefused for none, FetchFailed where nobody answers in time: the system's own call knows no
    deadline, so that it is left to a thread of its own.
    """
    asked: Queue[list[str] | Exception] = Queue(1)

    def ask() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            asked.put(error)
        else:
            asked.put(list(dict.fromkeys(str(entry[4][0]) for entry in found)))

    threading.Thread(target=ask, daemon=True).start()
    try:
        answer = asked.get(timeout=_SECONDS)
    except Empty as error:
        raise FetchFailed(f"Nobody says where {host} is.", "Try again later.") from error
    if isinstance(answer, Exception):
        raise FetchRefused(f"There is no host {host}.", "Check the link; is this machine online?") from answer
    return answer


def find_target(url: str, *, allowed: frozenset[str] = frozenset(), resolver: Resolver = resolve) -> Target:
    """Where a link leads, if one may go there.

    `allowed` are hosts with their ports (`127.0.0.1:8000`) that the user has allowed by name, though
    they aren't public. Raises BadInput for what is no link to a page, FetchRefused for a port other
    than 80 and 443, a name that no public host can have, or a host of which any address isn't public.
    """
    parts = urlsplit(check_link(url))
    host = (parts.hostname or "").rstrip(".")
    port = parts.port or (443 if parts.scheme.lower() == "https" else 80)
    if f"{host}:{port}" in allowed:
        return Target(parts, host, port, resolver(host, port)[0])
    if port not in (80, 443):
        raise FetchRefused(
            f"{host} is asked for on port {port}.",
            f"Pages come from ports 80 and 443. A server of your own: FACTCHECK_FETCH_ALLOW={host}:{port}",
        )
    if any(host.lower() == name or host.lower().endswith(f".{name}") for name in _NO_HOSTS):
        raise FetchRefused(f"{host} is no public host.", "Give the page's public address.")
    addresses = resolver(host, port)
    for address in addresses:
        if not is_public(address):
            raise FetchRefused(
                f"{host} is at {address}, which is not a public address.",
                f"Only public pages are fetched. A server of your own: FACTCHECK_FETCH_ALLOW={host}:{port}",
            )
    if not addresses:
        raise FetchRefused(f"There is no host {host}.", "Check the link.")
    return Target(parts, host, port, addresses[0])


def is_public(address: str) -> bool:
    """Whether an address is one of the public Internet, in whatever notation it hides another."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return "%" not in address and all(_is_public(one) for one in _meant(found))


def _is_public(address: Address) -> bool:
    if isinstance(address, ipaddress.IPv6Address) and address not in _UNICAST:
        return False
    return address.is_global and not address.is_multicast and address not in _ASSIGNED


def _meant(address: Address) -> list[Address]:
    """The address, and those that are hidden in it."""
    if isinstance(address, ipaddress.IPv4Address):
        return [address]
    if address in _MAPPED or address in _TRANSLATED:
        return [ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)]
    return [address, *([address.sixtofour] if address.sixtofour else []), *(address.teredo or ())]
