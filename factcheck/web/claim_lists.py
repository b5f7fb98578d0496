"""Lists of claims as JSON, kept as they were written for as long as nothing has happened.

Whatever changes a claim writes an event, so that the heads of the ledger's chains say whether a list that
was written before still holds. Asking for them costs a small part of reading a hundred claims anew.
"""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict

from starlette.requests import Request
from starlette.responses import Response

from factcheck.services.reading import Wanted, list_claims, state_of
from factcheck.web.callers import Caller
from factcheck.web.replies import has_already, list_reply

_MOST_BYTES, _OVERHEAD = 64_000_000, 500


class WrittenLists:
    """Lists by what was asked, the longest unused dropped first; for all threads of one server.

    What was asked counts as well: an address can be longer than the list that it gets.
    """

    def __init__(self, most: int = _MOST_BYTES) -> None:
        """Keep at most so many bytes."""
        self._most, self._size = most, 0
        self._kept: OrderedDict[str, tuple[str, bytes]] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, asked: str, state: str) -> bytes | None:
        """What was written for that in this state of the ledger; None if it has to be written."""
        with self._lock:
            found = self._kept.get(asked)
            if found is None or found[0] != state:
                return None
            self._kept.move_to_end(asked)
            return found[1]

    def put(self, asked: str, state: str, body: bytes) -> None:
        """Keep what was written."""
        with self._lock:
            before = self._kept.pop(asked, None)
            self._size += len(body) - len(before[1]) if before else len(body) + len(asked) + _OVERHEAD
            self._kept[asked] = state, body
            while self._size > self._most:
                address, (_, dropped) = self._kept.popitem(last=False)
                self._size -= len(dropped) + len(address) + _OVERHEAD


def listed_claims(request: Request, who: Caller, wanted: Wanted) -> Response:
    """A page of claims; nothing but its ETag if the caller has it already."""
    lists: WrittenLists = request.app.state.lists
    state = state_of(who.sessions, who.claimed, wanted.article)
    asked = str(request.url.include_query_params())
    etag = f'"{hashlib.sha256(f"{asked} {state}".encode()).hexdigest()[:32]}"'
    headers = {"ETag": etag, "Cache-Control": "private, no-cache"}
    if has_already(request.headers.get("if-none-match", ""), etag):
        return Response(status_code=304, headers=headers)
    body = lists.get(asked, state)
    if body is None:
        found = list(list_claims(who.sessions, wanted))
        after = found[-1].ref if wanted.limit is not None and len(found) == wanted.limit else None
        body = bytes(list_reply(request, found, after).body)
        lists.put(asked, state, body)
    return Response(body, 200, headers, "application/json")
