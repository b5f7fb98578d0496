"""Requests that a program may send again: acted on once, answered alike."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from factcheck.services.clock import now
from factcheck.store import web
from factcheck.store.engine import Sessions
from factcheck.store.web import Answered as Answered

# How long a key is remembered.
REMEMBERED = timedelta(hours=24)


def begin_request(sessions: Sessions, caller: str, key: str, asked_sha256: str) -> Answered | None:
    """Take a key for a request; None if it is new, else what is known of the first one under it.

    A request that was cut off before its answer was kept holds its key for a day: it may have acted.
    """
    with sessions.begin() as session:
        web.forget_requests(session, now() - REMEMBERED)
        return web.begin_request(session, caller, key, asked_sha256, now())


def end_request(
    sessions: Sessions, caller: str, key: str, status: int, headers: Mapping[str, str], body: bytes
) -> None:
    """Keep the answer to a request that acted."""
    with sessions.begin() as session:
        web.end_request(session, caller, key, status, headers, body)


def drop_request(sessions: Sessions, caller: str, key: str) -> None:
    """Forget a request that was refused, so that it can be sent again."""
    with sessions.begin() as session:
        web.drop_request(session, caller, key)
