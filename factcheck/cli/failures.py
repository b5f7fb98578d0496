"""Errors on their way out: one table of exit statuses, one form for people and one for programs."""

from __future__ import annotations

import contextlib
import json
import os
import sys

from factcheck.domain.display import printable, printable_json
from factcheck.errors import (
    Conflict,
    FactcheckError,
    IntegrityFailure,
    NotAllowed,
    NotFound,
    OutputFailed,
    UsageError,
)

# The first row whose class fits gives the status; everything deliberate that fits none is 1.
EXIT_STATUS: tuple[tuple[type[FactcheckError], int], ...] = (
    (UsageError, 2),
    (NotFound, 3),
    (NotAllowed, 4),
    (Conflict, 5),
    (IntegrityFailure, 6),
    (FactcheckError, 1),
)
INTERRUPTED = 130


def report(error: BaseException, *, as_json: bool = False) -> int:
    """Tell an error on standard error; the exit status that goes with it.

    Set FACTCHECK_DEBUG to see the traceback of a fault in factcheck itself.
    """
    from typer import Abort, TyperException

    if isinstance(error, SystemExit):
        return error.code if isinstance(error.code, int) else 1
    if isinstance(error, (KeyboardInterrupt, Abort)) or "KeyboardInterrupt" in str(
        error
    ):  # as pydantic tells it
        return _tell(
            INTERRUPTED, "interrupted", "Interrupted; what was not finished was not kept.", None, as_json
        )
    if isinstance(error, FactcheckError):
        status = next(number for kind, number in EXIT_STATUS if isinstance(error, kind))
        return _tell(status, error.code, error.message, error.hint, as_json)
    if isinstance(error, TyperException):
        return _tell(
            error.exit_code,
            "usage",
            error.format_message().replace("Value error, ", ""),
            _help_of(error),
            as_json,
        )
    if isinstance(error, OSError):
        said = f"The output can't be written: {error.strerror}."
        close_pipe()
        return _tell(
            1, OutputFailed.code, said, "What was asked for may be done: look before you repeat it.", as_json
        )
    if os.environ.get("FACTCHECK_DEBUG"):
        raise error
    hint = (
        "That is a fault of factcheck; nothing was half-written. FACTCHECK_DEBUG=1 shows where it happened."
    )
    return _tell(1, "internal", f"{type(error).__name__}: {error}", hint, as_json)


def _help_of(error: BaseException) -> str:
    context = getattr(error, "ctx", None)
    return f"See: {context.command_path} --help" if context is not None else "See: factcheck --help"


def _tell(status: int, code: str, message: str, hint: str | None, as_json: bool) -> int:
    if as_json:
        said = json.dumps({"error": {"code": code, "message": message, "hint": hint}}, ensure_ascii=False)
        print(printable_json(said), file=sys.stderr)  # noqa: T201 - the command line's own output
        return status
    lines = printable(f"Error: {message}" + (f"\n{hint}" if hint else ""))
    print(lines, file=sys.stderr)  # noqa: T201 - the command line's own output
    return status


def close_pipe() -> int:
    """Let what is left of the output go nowhere, so that Python has nothing to complain about at exit.

    Where the reader has gone (`| head`), that is no error.
    """
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0
