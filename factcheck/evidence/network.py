"""The guarded way out, with the hosts that the environment allows besides."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from factcheck.evidence.addresses import find_target, resolve
from factcheck.evidence.fetch import Page, allowed_hosts, fetch, post


class Network(Protocol):
    """The way out to pages and services."""

    def fetch(self, url: str, headers: Mapping[str, str]) -> Page:
        """Get a page."""
        ...

    def post(self, url: str, body: bytes, headers: Mapping[str, str]) -> Page:
        """Send bytes; the answer."""
        ...

    def check(self, url: str) -> None:
        """Raise FetchRefused for where one may not go."""
        ...


class GuardedNetwork:
    """Fetches and posts within the guard's limits; `FACTCHECK_FETCH_ALLOW` names hosts allowed besides."""

    def fetch(self, url: str, headers: Mapping[str, str]) -> Page:
        """Get a page. Raises what `evidence.fetch.fetch` raises."""
        return fetch(url, headers=headers, allowed=allowed_hosts())

    def post(self, url: str, body: bytes, headers: Mapping[str, str]) -> Page:
        """Send bytes; the answer."""
        return post(url, body, headers=headers, allowed=allowed_hosts())

    def check(self, url: str) -> None:
        """Raise FetchRefused for where one may not go."""
        find_target(url, allowed=allowed_hosts(), resolver=resolve)
