"""The one tree of deliberate errors.

Whatever factcheck refuses, it refuses with one of these: a sentence that says what is wrong, a
stable code that programs can act on, and a hint that says what to do instead. A face turns the
class into its own signal (an exit status, an HTTP status) and shows nothing else.
"""

from __future__ import annotations

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
