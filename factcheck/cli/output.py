"""Results on their way out: data to standard output, messages beside it, files whole or not at all."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from factcheck.domain.display import printable, printable_json
from factcheck.errors import BadInput, NotFound, OutputFailed, UsageError


def tell(message: str) -> None:
    """Say something to the person, beside the data and after what was written so far."""
    sys.stdout.flush()
    print(printable(message), file=sys.stderr)  # noqa: T201 - the command line's own output


def put(line: str) -> None:
    """Write a line of data."""
    sys.stdout.write(printable(line) + "\n")


def put_json(value: Any) -> None:
    """Write one JSON document, in UTF-8 whatever the terminal speaks; models become their JSON."""
    _write(printable_json(_dump(value, indent=2)))


def put_lines(values: Iterable[Any]) -> None:
    """Write one JSON object a line, as they come."""
    for value in values:
        _write(printable_json(_dump(value)))


def put_csv(values: Iterable[Any]) -> None:
    """Write models as CSV, safe for a spreadsheet: their fields are the columns, lists joined by ` | `."""
    import csv
    import io

    from factcheck.exports.as_csv import safe_cell

    for number, value in enumerate(values):
        fields = value.model_dump(mode="json")
        written = io.StringIO()
        rows = csv.writer(written)
        if number == 0:
            rows.writerow(fields)
        rows.writerow([printable(safe_cell(_cell(field))) for field in fields.values()])
        _write(written.getvalue().removesuffix("\r\n"))


def _cell(value: Any) -> str:
    if isinstance(value, list):
        return " | ".join(map(_cell, value))
    return "" if value is None else _dump(value) if isinstance(value, dict | bool) else str(value)


def _write(line: str) -> None:
    sys.stdout.flush()
    sys.stdout.buffer.write(line.encode() + b"\n")
    sys.stdout.buffer.flush()


def _dump(value: Any, indent: int | None = None) -> str:
    from pydantic_core import to_json

    return to_json(value, indent=indent).decode()


def put_list(values: Iterable[Any], *, as_json: bool, lines: bool, as_csv: bool) -> bool:
    """Write a list in the form that was asked for; False when a table for people is wanted."""
    one_form(as_json, lines, as_csv)
    if as_json:
        put_json(list(values))
    elif lines:
        put_lines(values)
    elif as_csv:
        put_csv(values)
    return as_json or lines or as_csv


def one_form(*forms: bool) -> None:
    """Refuse two forms of output at once."""
    if sum(forms) > 1:
        raise UsageError("Only one of --json, --nl and --csv can be had at a time.", "Leave out the others.")


def progress(values: Iterable[Any], number: int, what: str) -> Iterator[Any]:
    """Hand values on as they come, with a bar beside the data; only on a terminal."""
    if not sys.stderr.isatty():
        yield from values
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(values, total=number, description=what, console=Console(stderr=True), transient=True)


def read_input(path: str) -> bytes:
    """Read a file, or standard input for `-`, up to what an article may have.

    Raises NotFound, or BadInput for what can't be read.
    """
    from factcheck.readers import MOST_BYTES

    if path == "-":
        return sys.stdin.buffer.read(MOST_BYTES + 1)
    with opened_input(path) as opened:
        return opened.read(MOST_BYTES + 1)


@contextmanager
def opened_input(path: str) -> Iterator[BinaryIO]:
    """A file to read from. Raises NotFound, or BadInput for what can't be read."""
    if not path:
        raise BadInput("No file was named.", "Name one, or - for standard input.")
    try:
        with Path(path).open("rb") as opened:
            yield opened
    except FileNotFoundError as error:
        raise NotFound(f"There is no file {path}.", "Check the path; - reads standard input.") from error
    except IsADirectoryError as error:
        raise BadInput(f"{path} is a folder.", "Name a file in it.") from error
    except (OSError, ValueError) as error:
        if isinstance(error, BrokenPipeError):
            raise
        reason = error.strerror if isinstance(error, OSError) else error
        raise BadInput(f"{path[:200]} can't be read: {reason}.", "Check its permissions.") from error


def write_output(pieces: Iterator[bytes], target: str | None) -> None:
    """Write a stream to standard output, or to a file that is replaced only when all of it is there.

    Raises OutputFailed; then the file that stood there is untouched.
    """
    if target is None or target == "-":
        sys.stdout.flush()
        for piece in pieces:
            sys.stdout.buffer.write(piece)
        sys.stdout.buffer.flush()
        return
    try:
        _replace(Path(target).resolve(), pieces)
    except OSError as error:
        raise OutputFailed(
            f"{target} can't be written: {error.strerror}.", "Nothing was changed there; name another file."
        ) from error


def _replace(target: Path, pieces: Iterator[bytes]) -> None:
    if target.is_dir():
        raise OutputFailed(f"{target} is a folder.", "Name a file in it.")
    if target.exists() and not os.access(target, os.W_OK):
        raise OutputFailed(f"{target} may not be written.", "Nothing was changed there; name another file.")
    if target.exists() and not target.is_file():  # a device or a pipe is written to, not replaced
        with target.open("wb") as opened:
            opened.writelines(pieces)
        return
    descriptor, draft = tempfile.mkstemp(prefix=".factcheck-", dir=target.parent)
    try:
        with os.fdopen(descriptor, "wb") as opened:
            opened.writelines(pieces)
            opened.flush()
            os.fsync(opened.fileno())
        umask = os.umask(0)
        os.umask(umask)
        Path(draft).chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~umask)
        Path(draft).replace(target)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise
