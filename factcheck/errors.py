"""The one tree of deliberate errors.

Whatever factcheck refuses, it refuses with one of these: a sentence that says what is wrong, a
stable code that programs can act on, and a hint that says what to do instead. A face turns the
class into its own signal (an exit status, an HTTP status) and shows nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar


class FactcheckError(Exception):
    """Something was refused or failed; the caller shows `message` and `hint`."""

    code: ClassVar[str] = "failed"

    def __init__(self, message: str, hint: str | None = None) -> None:
        """Say what is wrong (`message`, one sentence) and what to do instead (`hint`)."""
        super().__init__(message)
        self.message = message
        self.hint = hint


class BadInput(FactcheckError):
    """What was given can't be used; the caller corrects it and tries again."""

    code = "bad_input"


class UsageError(FactcheckError):
    """A word of the request isn't known (a verdict, a format, a ref that is none)."""

    code = "usage"


class NothingToCheck(BadInput):
    """A text without a single sentence to check; nothing was stored."""

    code = "nothing_to_check"


class NotFound(FactcheckError):
    """No article, claim, evidence or file of that name; the caller looks again."""

    code = "not_found"


class NotAllowed(FactcheckError):
    """The actor's role doesn't reach; somebody else has to do it."""

    code = "not_allowed"


class NotSignedIn(NotAllowed):
    """Nobody said who they are, or nobody can believe it any more; the caller signs in."""

    code = "not_signed_in"


class BadToken(NotSignedIn):
    """A token that is unknown, expired or revoked; the caller gets another."""

    code = "bad_token"


class TooMany(FactcheckError):
    """Too often in too short a time; the caller waits `seconds`."""

    code = "too_many"

    def __init__(self, message: str, hint: str | None = None, *, seconds: int = 60) -> None:
        """`seconds` is how long to wait."""
        super().__init__(message, hint)
        self.seconds = seconds


class Conflict(FactcheckError):
    """It collides with what is there; the caller reads the present state and decides anew."""

    code = "conflict"


class TransitionRefused(Conflict):
    """The workflow has no such step from here, or its guard says no."""

    code = "transition_refused"


class StaleVersion(Conflict):
    """Somebody changed it since it was read; nothing was overwritten."""

    code = "stale_version"


class GateClosed(FactcheckError):
    """The article breaks a rule of its gate, so it can't be published; `findings` name the claims."""

    code = "gate_closed"

    def __init__(self, message: str, hint: str | None = None, *, findings: Sequence[object] = ()) -> None:
        """`findings` are what the gate found."""
        super().__init__(message, hint)
        self.findings = findings


class IntegrityFailure(FactcheckError):
    """The ledger and what it vouches for disagree: somebody or something rewrote history."""

    code = "integrity_failure"


class DatabaseUnusable(FactcheckError):
    """The database can't be opened, read or written; nothing was changed."""

    code = "database_unusable"


class OutputFailed(FactcheckError):
    """The result could not be written; what stood there before is untouched."""

    code = "output_failed"


class FetchRefused(FactcheckError):
    """A page that may not be fetched, or is more than a page may be; nothing was stored."""

    code = "fetch_refused"


class FetchFailed(FactcheckError):
    """A page that could not be fetched this time; the caller may try again later."""

    code = "fetch_failed"
