"""The Wayback Machine's Save Page Now: a public copy that others can open.

Its API (version 2): POST /save with the link gives a job, /save/status/JOB tells how it goes.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from factcheck.errors import FetchFailed, UsageError
from factcheck.evidence.archivers.archiver import Archived
from factcheck.evidence.fetch import Page
from factcheck.evidence.network import Network

_PAUSE, _MOST = 2.0, 180.0  # seconds between two looks, and in all


class Wayback:
    """Has the Internet Archive save a page."""

    name = "wayback"
    does = "has the Wayback Machine save the page, and keeps the copy's address"
    tells = "the Internet Archive learns the link, and shows the copy to everybody"
    needs = "FACTCHECK_WAYBACK_KEY (ACCESS:SECRET, of a free account)"

    def __init__(self, sleep: Callable[[float], None] = time.sleep) -> None:
        """`sleep` waits between two looks at the job."""
        self._sleep = sleep

    def archive(self, url: str, network: Network) -> Archived:
        """Ask for a copy and wait for it, three minutes at most."""
        key = os.environ.get("FACTCHECK_WAYBACK_KEY")
        if not key:
            raise UsageError(
                "The Wayback Machine wants a key.",
                "Set FACTCHECK_WAYBACK_KEY to ACCESS:SECRET, from archive.org/account/s3.php.",
            )
        base = os.environ.get("FACTCHECK_WAYBACK", "https://web.archive.org").rstrip("/")
        headers = {"Accept": "application/json", "Authorization": f"LOW {key}"}
        form = {**headers, "Content-Type": "application/x-www-form-urlencoded"}
        job = _answer(network.post(f"{base}/save", urlencode({"url": url}).encode(), form))
        if not isinstance(job.get("job_id"), str):
            raise _failed(job)
        waited = 0.0
        while waited <= _MOST:
            found = _answer(network.fetch(f"{base}/save/status/{job['job_id']}", headers))
            if found.get("status") == "success":
                return Archived(url=f"{base}/web/{found['timestamp']}/{found.get('original_url') or url}")
            if found.get("status") != "pending":
                raise _failed(found)
            self._sleep(_PAUSE)
            waited += _PAUSE
        raise FetchFailed(
            f"The Wayback Machine is still at it after {_MOST:.0f} seconds.", "Look later, and try again."
        )


def _answer(page: Page) -> dict[str, Any]:
    if page.status == 401:
        raise FetchFailed("The Wayback Machine doesn't know that key.", "Check FACTCHECK_WAYBACK_KEY.")
    if page.status == 429:
        raise FetchFailed("The Wayback Machine has had enough for now.", "Try again in a few minutes.")
    try:
        answer = json.loads(page.body)
    except ValueError as error:
        raise FetchFailed(
            f"The Wayback Machine answers {page.status}, and nothing that can be read.", "Try again later."
        ) from error
    return answer if isinstance(answer, dict) else {}


def _failed(answer: dict[str, Any]) -> FetchFailed:
    why = str(answer.get("message") or answer.get("status_ext") or "it doesn't say why")[:200].rstrip(".")
    return FetchFailed(f"The Wayback Machine did not save it: {why}.", "Open the link in a browser.")
