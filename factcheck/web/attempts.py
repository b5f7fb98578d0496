"""How often somebody may try to sign in, or show a token that is none."""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from factcheck.domain.actors import person_key
from factcheck.errors import NotSignedIn, TooMany

# A person who mistypes needs a few; a program that guesses needs millions (OWASP: throttle both ways).
PER_NAME, PER_ADDRESS, BAD_TOKENS = 5, 30, 30


class Attempts:
    """Counts the failed tries of the last minute, by name and by address."""

    def __init__(self) -> None:
        """Begin with none."""
        self._counted = MovingWindowRateLimiter(MemoryStorage())
        self._trying: Counter[str] = Counter()
        self._looking = threading.Lock()

    @contextmanager
    def signing_in(self, name: str, address: str) -> Iterator[None]:
        """Try to sign in. Raises TooMany for who has failed too often, or is trying too often at once.

        A try that is under way counts like one that failed: a password takes long to compare, and many
        at the same moment would all be tried.
        """
        person = person_key(name)
        with self._looking:
            self._check(PER_NAME, "name", person, under_way=self._trying[person])
            self._check(PER_ADDRESS, "address", address)
            self._trying[person] += 1
        try:
            yield
        except NotSignedIn:
            self._counted.hit(RateLimitItemPerMinute(PER_NAME), "name", person)
            self._counted.hit(RateLimitItemPerMinute(PER_ADDRESS), "address", address)
            raise
        finally:
            with self._looking:
                self._trying[person] -= 1
                self._trying += Counter()  # who tries no more is forgotten

    def check_token(self, address: str) -> None:
        """Raise TooMany for an address from which too many bad tokens came."""
        self._check(BAD_TOKENS, "token", address)

    def count_token(self, address: str) -> None:
        """Write a bad token down."""
        self._counted.hit(RateLimitItemPerMinute(BAD_TOKENS), "token", address)

    def _check(self, most: int, kind: str, whose: str, under_way: int = 0) -> None:
        item = RateLimitItemPerMinute(most)
        window = self._counted.get_window_stats(item, kind, whose)
        if window.remaining <= under_way:
            seconds = max(1, int(window.reset_time - time.time()) + 1)
            raise TooMany("Too many tries.", f"Try again in {seconds} seconds.", seconds=seconds)
