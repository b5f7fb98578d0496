"""What an optional part of the installation offers, asked for where it is used."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from factcheck.errors import UsageError


@contextmanager
def extra(name: str, purpose: str) -> Iterator[None]:
    """Import from an extra inside this; `purpose` says what for. Raises UsageError if it is missing.

    >>> with extra("evidence", "Reading pages"):
    ...     from zlib import crc32
    """
    try:
        yield
    except ModuleNotFoundError as error:
        raise UsageError(
            f"{purpose} needs a library that is not here ({error.name}).",
            f"Install it: pip install 'factcheck-desk[{name}]'.",
        ) from error
