"""How often somebody may try to sign in, or show a token that is none."""

from __future__ import annotations

import time

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from factcheck.domain.actors import person_key
from factcheck.errors import TooMany

# A person who mistypes needs a few; a program that guesses needs millions (OWASP: throttle both ways).
PER_NAME, PER_ADDRESS, BAD_TOKENS = 5, 30, 30


class Attempts:
    """Counts the failed tries of the last minute, by name and by address."""

    def __init__(self) -> None:
        """Begin with none."""
        self._counted = MovingWindowRateLimiter(MemoryStorage())

    def check_sign_in(self, name: str, address: str) -> None:
        """Raise TooMany for who has tried too often."""
        self._check(PER_NAME, "name", person_key(name))
        self._check(PER_ADDRESS, "address", address)

    def count_sign_in(self, name: str, address: str) -> None:
        """Write a failed try down."""
        self._counted.hit(RateLimitItemPerMinute(PER_NAME), "name", person_key(name))
        self._counted.hit(RateLimitItemPerMinute(PER_ADDRESS), "address", address)

    def check_token(self, address: str) -> None:
        """Raise TooMany for an address from which too many bad tokens came."""
        self._check(BAD_TOKENS, "token", address)

    def count_token(self, address: str) -> None:
        """Write a bad token down."""
        self._counted.hit(RateLimitItemPerMinute(BAD_TOKENS), "token", address)

    def _check(self, most: int, kind: str, whose: str) -> None:
        item = RateLimitItemPerMinute(most)
        if not self._counted.test(item, kind, whose):
            window = self._counted.get_window_stats(item, kind, whose)
            seconds = max(1, int(window.reset_time - time.time()) + 1)
            raise TooMany("Too many tries.", f"Try again in {seconds} seconds.", seconds=seconds)
