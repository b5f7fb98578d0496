"""Forms as they are sent: fields by name, blank ones left out."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from datetime import date
from typing import Annotated

from fastapi import Depends, Request

from factcheck.errors import BadInput

Fields = dict[str, str]
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z", re.ASCII)


async def fields_of(request: Request) -> AsyncIterator[Fields]:
    """The fields of a form, those alone that somebody filled in; its file is open as long."""
    if not _UNICODE.search(request.headers.get("content-type", "")):
        raise BadInput("The form's letters can't be read.", "Send it as UTF-8.")
    async with request.form(max_files=1, max_fields=60, max_part_size=26_000_000) as form:
        said = {name: value for name, value in form.items() if isinstance(value, str) and value.strip()}
        yield {name: value if name in _AS_TYPED else _tidy(value) for name, value in said.items()}


# A password may begin and end with blanks.
_AS_TYPED = frozenset({"password", "old", "again"})


# Without a word about its letters, or with the only one that browsers use here.
_UNICODE = re.compile(r"\A(?!.*charset)|charset\s*=\s*\"?utf-?8\b", re.IGNORECASE | re.DOTALL)
# No database keeps a NUL in a text or half a surrogate pair, and no person types one.
_NO_TEXT = re.compile("[\x00\ud800-\udfff]")


def _tidy(value: str) -> str:
    if _NO_TEXT.search(value):
        raise BadInput("The form holds a character that no text has.", "Take it out, and send it again.")
    return value.replace("\r\n", "\n").strip()


Form = Annotated[Fields, Depends(fields_of)]


def number(fields: Fields, name: str) -> int | None:
    """A whole number, None where nobody gave one. Raises BadInput."""
    text = fields.get(name)
    if text is None:
        return None
    if not text.isascii() or not text.isdigit() or len(text) > 9:
        raise BadInput("That is no number.", "Correct it, and send it again.")
    return int(text)


def day(fields: Fields, name: str) -> date | None:
    """A day, None where nobody gave one. Raises BadInput."""
    if name in fields and not _DAY.match(fields[name]):
        raise BadInput("That is no date.", "Write it as YYYY-MM-DD.")
    try:
        return date.fromisoformat(fields[name]) if name in fields else None
    except ValueError as error:
        raise BadInput("That is no date.", "Write it as YYYY-MM-DD.") from error


def needed(fields: Fields, name: str, what: str) -> str:
    """A field that has to be there. Raises BadInput."""
    if name not in fields:
        raise BadInput(f"{what} is missing.", "Fill it in, and send it again.")
    return fields[name]
