"""The guarded fetch: one GET, to a public address that was looked at, within limits of size and time.

Nothing else in factcheck opens a connection to a page. Proxies of the environment are not asked.
"""

from __future__ import annotations

import os
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urljoin, urlsplit

from factcheck import __version__
from factcheck.errors import FetchFailed, FetchRefused
from factcheck.evidence.addresses import Resolver, Target, find_target, resolve
from factcheck.extras import extra

AGENT = f"factcheck/{__version__} (evidence for fact-checks; one page at a time)"
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_CHUNK = 65536
# What a server may send before the body: more headers than any page needs.
_MOST_HEADERS = 100


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a fetch may take: bytes on the wire, bytes unpacked, seconds in all, redirects."""

    raw: int = 20_000_000
    unpacked: int = 60_000_000
    seconds: float = 30.0
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and what was answered, as it went over the wire: headers in order, the body raw."""

    url: str
    address: str
    request_headers: tuple[tuple[str, str], ...]
    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    raw: bytes


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it was found: every exchange on the way, the last one's body unpacked."""

    exchanges: tuple[Exchange, ...]
    body: bytes

    @property
    def url(self) -> str:
        """Where it was found in the end."""
        return self.exchanges[-1].url

    @property
    def status(self) -> int:
        """What the server answered in the end."""
        return self.exchanges[-1].status

    def header(self, name: str) -> str | None:
        """A header of the last answer; None if it has none of that name."""
        return next((v for n, v in self.exchanges[-1].headers if n.lower() == name), None)

    @property
    def media_type(self) -> str:
        """What the server says that it is, without parameters."""
        return (self.header("content-type") or "application/octet-stream").partition(";")[0].strip().lower()


def allowed_hosts() -> frozenset[str]:
    """The hosts that `FACTCHECK_FETCH_ALLOW` allows besides the public ones, by comma or blank."""
    return frozenset(os.environ.get("FACTCHECK_FETCH_ALLOW", "").replace(",", " ").split())


def fetch(
    url: str,
    *,
    headers: Mapping[str, str] | None = None,
    allowed: frozenset[str] = frozenset(),
    limits: Limits | None = None,
    resolver: Resolver = resolve,
) -> Page:
    """Get a page, following at most five redirects, each looked at anew.

    `headers` are sent along (If-None-Match and the like). Raises BadInput, FetchRefused for where one
    may not go and for what is too much, FetchFailed for a server that doesn't answer as it should.
    """
    within = limits or Limits()
    deadline = time.monotonic() + within.seconds
    exchanges: list[Exchange] = []
    sent = dict(headers or {})
    while True:
        target = find_target(url, allowed=allowed, resolver=resolver)
        exchange = _exchange(target, sent, within, deadline)
        exchanges.append(exchange)
        further = next((value for name, value in exchange.headers if name.lower() == "location"), None)
        if exchange.status not in _REDIRECTS or further is None:
            return Page(tuple(exchanges), _unpacked(exchange, within))
        if len(exchanges) > within.redirects:
            raise FetchRefused(
                f"{url} leads on more than {within.redirects} times.", "Give the page's own address."
            )
        url = urljoin(url, further)
        sent.pop("Authorization", None)  # it was for the first server alone


def sent_path(url: str) -> str:
    """What a server is asked for: letters beyond ASCII in percents, what is encoded as it is."""
    parts = urlsplit(url)
    return quote(
        (parts.path or "/") + (f"?{parts.query}" if parts.query else ""), safe="/%?#[]@!$&'()*+,;=:~-._"
    )


def post(
    url: str,
    body: bytes,
    *,
    headers: Mapping[str, str],
    allowed: frozenset[str] = frozenset(),
    limits: Limits | None = None,
    resolver: Resolver = resolve,
) -> Page:
    """Send bytes to a service and get its answer, under the same guard; redirects are not followed.

    Raises what `fetch` raises.
    """
    within = limits or Limits()
    deadline = time.monotonic() + within.seconds
    target = find_target(url, allowed=allowed, resolver=resolver)
    exchange = _exchange(target, headers, within, deadline, body)
    return Page((exchange,), _unpacked(exchange, within))


def _exchange(
    target: Target, headers: Mapping[str, str], limits: Limits, deadline: float, sending: bytes | None = None
) -> Exchange:
    sent = (
        ("Host", target.parts.netloc.rpartition("@")[2]),
        ("User-Agent", AGENT),
        ("Accept", headers.get("Accept", "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.5")),
        ("Accept-Encoding", "gzip"),
        ("Connection", "close"),
        *((name, value) for name, value in headers.items() if name != "Accept"),
    )
    connection = _connection(target, deadline)
    with _deadline_kept(connection, deadline, target.host):
        connection.request(
            "GET" if sending is None else "POST",
            sent_path(target.parts.geturl()),
            body=sending,
            headers=dict(sent),
            preload_content=False,
            decode_content=False,
            enforce_content_length=False,
        )
        answer = connection.getresponse()
        found = tuple(answer.headers.items())
        if len(found) > _MOST_HEADERS:
            raise FetchRefused(
                f"{target.host} sends more than {_MOST_HEADERS} headers.", "It is no usual page."
            )
        raw = _body(answer, limits, deadline, target.host)
        promised = next((value for name, value in found if name.lower() == "content-length"), "")
        if promised.isdigit() and not answer.chunked and len(raw) < int(promised):
            raise FetchFailed(f"{target.host} was cut off on its way.", "Try again later.")
    url = target.parts._replace(fragment="").geturl()
    return Exchange(url, target.address, sent, answer.status, answer.reason or "", found, raw)


def _body(answer: Any, limits: Limits, deadline: float, host: str) -> bytes:
    parts, size = [], 0
    while piece := answer.read1(_CHUNK, decode_content=False):
        parts.append(piece)
        size += len(piece)
        if size > limits.raw:
            raise FetchRefused(f"{host} sends more than {limits.raw:,} bytes.", "Attach a smaller page.")
        if time.monotonic() > deadline:
            raise _too_slow(host)
    return b"".join(parts)


def _connection(target: Target, deadline: float) -> Any:
    """A connection that goes to the address that was looked at, under the name that was asked for."""
    with extra("evidence", "Fetching pages"):
        from urllib3.connection import HTTPConnection, HTTPSConnection
    kind: Any = HTTPSConnection if target.parts.scheme.lower() == "https" else HTTPConnection

    class Pinned(kind):  # type: ignore[misc]  # the scheme decides which of the two it is
        def _new_conn(self) -> socket.socket:
            left = max(0.1, deadline - time.monotonic())
            return socket.create_connection((target.address, target.port), timeout=min(10.0, left))

    more = {"ssl_context": ssl.create_default_context()} if kind is HTTPSConnection else {}
    return Pinned(target.host, target.port, timeout=min(10.0, max(0.1, deadline - time.monotonic())), **more)


@contextmanager
def _deadline_kept(connection: Any, deadline: float, host: str) -> Iterator[None]:
    """Cut the connection when the time is over, however slowly its bytes drip; close it in the end."""
    cut, done = threading.Event(), threading.Event()

    def watch() -> None:
        done.wait(max(0.0, deadline - time.monotonic()))
        while not done.is_set():
            cut.set()
            if connection.sock is not None:
                try:
                    connection.sock.shutdown(socket.SHUT_RDWR)
                except OSError:
                    connection.sock.close()  # it was on its way down already
            done.wait(0.1)  # a connection that was only being made is cut when it is there

    if time.monotonic() > deadline:
        raise _too_slow(host)
    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
        if cut.is_set():
            raise _too_slow(host)
    except (FetchRefused, FetchFailed):
        raise
    except Exception as error:  # the client's, TLS's and the system's own kinds have no one root
        if cut.is_set():
            raise _too_slow(host) from error
        raise FetchFailed(
            f"{host} can't be read: {_said(error)}.", "Try again later, or check the link."
        ) from error
    finally:
        done.set()
        watcher.join()
        connection.close()


def _said(error: Exception) -> str:
    """What went wrong, in few words and without addresses in memory."""
    words = str(getattr(error, "reason", None) or error).rpartition(">: ")[2] or type(error).__name__
    return words.splitlines()[0][:200].rstrip(".")


def _too_slow(host: str) -> FetchFailed:
    return FetchFailed(f"{host} takes too long.", "Try again later.")


def _unpacked(exchange: Exchange, limits: Limits) -> bytes:
    """The body without its packing, no bigger than the limit says."""
    coding = next((v for n, v in exchange.headers if n.lower() == "content-encoding"), "").strip().lower()
    if coding in ("", "identity") or not exchange.raw:
        return exchange.raw
    if coding not in ("gzip", "x-gzip", "deflate"):
        raise FetchFailed(
            f"{exchange.url} is packed as “{coding[:20]}”, which nobody asked for.", "Try another page."
        )
    body, rest = b"", exchange.raw
    while rest and len(body) <= limits.unpacked:
        packed = zlib.decompressobj(wbits=47)  # gzip or zlib, whichever it begins like; gzip may be in pieces
        try:
            body += packed.decompress(rest, limits.unpacked + 1 - len(body))
        except zlib.error as error:
            raise FetchFailed(f"{exchange.url} can't be unpacked: {error}.", "Try again later.") from error
        if not packed.eof and len(body) <= limits.unpacked:
            raise FetchFailed(f"{exchange.url} was cut off on its way.", "Try again later.")
        rest = packed.unused_data
    if len(body) > limits.unpacked:
        raise FetchRefused(
            f"{exchange.url} unpacks to more than {limits.unpacked:,} bytes.", "Attach a smaller page."
        )
    return body
