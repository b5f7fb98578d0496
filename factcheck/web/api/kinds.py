"""The kinds of value that the API takes: as strict as its description says they are."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Annotated, Any

from fastapi import Header, Path, Query
from pydantic import AfterValidator, AwareDatetime, BeforeValidator, Field
from pydantic_core import PydanticCustomError
from starlette.convertors import Convertor, register_url_convertor

from factcheck.web.replies import LONGEST_PAGE

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z", re.ASCII)
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}", re.ASCII)
_SURROGATE = re.compile("[\ud800-\udfff]")
_FLAGS = {"true": True, "false": False}


class NumberConvertor(Convertor[int]):
    """A number in a path, `{id:number}`: so that a word there is another path, or none."""

    regex = "[0-9]{1,10}"

    def convert(self, value: str) -> int:
        """The number."""
        return int(value)

    def to_string(self, value: int) -> str:
        """The number as a path has it."""
        return str(value)


register_url_convertor("number", NumberConvertor())


def _plain(text: str) -> str:
    """No database keeps a NUL in a text or half a surrogate pair, and no person types one."""
    if "\x00" in text:
        raise PydanticCustomError("nul", "No text holds the character NUL")
    if _SURROGATE.search(text):
        raise PydanticCustomError("surrogate", "No text holds half a character")
    return text


def _day(value: Any) -> Any:
    """Pydantic would take a number too, as seconds since 1970."""
    if isinstance(value, str) and not _DAY.match(value):
        raise PydanticCustomError("day", "A day is written 2026-01-31")
    return _text(value)


def _moment(value: Any) -> Any:
    if isinstance(value, str) and not _MOMENT.match(value):
        raise PydanticCustomError("moment", "A moment is written 2026-01-31T12:00:00Z")
    return _text(value)


def _text(value: Any) -> Any:
    if value is not None and not isinstance(value, str):
        raise PydanticCustomError("text", "It is written as a text")
    return value


def _in_utc(moment: datetime) -> datetime:
    """The same moment in UTC; the first and the last hours of all have none."""
    try:
        return moment.astimezone(UTC)
    except OverflowError as error:
        raise PydanticCustomError("moment", "No calendar has that moment") from error


def _number(value: Any) -> Any:
    """Pydantic would take `"3"` and true too."""
    if isinstance(value, str | bool):
        raise PydanticCustomError("number", "It is a number")
    return value


def _flag(value: Any) -> Any:
    """In a query `true` or `false`; pydantic would take `on`, `y` and `1` too."""
    if isinstance(value, str):
        if value not in _FLAGS:
            raise PydanticCustomError("flag", "It is true or false")
        return _FLAGS[value]
    return value


Plain = Annotated[str, AfterValidator(_plain)]
Words = Annotated[Plain, Field(min_length=1, max_length=20_000)]
Line = Annotated[Plain, Field(min_length=1, max_length=300)]
PersonName = Annotated[Plain, Field(min_length=1, max_length=100)]
Day = Annotated[date, BeforeValidator(_day)]
Moment = Annotated[AwareDatetime, BeforeValidator(_moment), AfterValidator(_in_utc)]
Flag = Annotated[bool, BeforeValidator(_flag)]
Yes = Annotated[bool, Field(strict=True)]
Whole = Annotated[int, BeforeValidator(_number)]

Slug = Annotated[str, Path(max_length=80, pattern=r"^[a-z0-9][a-z0-9._-]{0,79}$", examples=["rednote"])]
N = Annotated[int, Path(ge=1, le=9_999_999, description="The claim's number.", examples=[1])]
Number = Annotated[int, Path(ge=1, le=1_000_000, examples=[1])]
Id = Annotated[int, Path(ge=1, le=2**31 - 1, examples=[1])]
Limit = Annotated[int, Query(ge=1, le=LONGEST_PAGE, description="How many at most.")]
After = Annotated[int, Query(ge=0, le=2**31 - 1, description="The number of the event to go on after.")]
Article = Annotated[Plain | None, Query(max_length=80, description="Of one article.")]
Verdicts = Annotated[list[Annotated[Plain, Field(max_length=40)]] | None, Query(max_length=20)]
RefAfter = Annotated[
    str | None,
    Query(
        pattern=r"^[a-z0-9][a-z0-9._-]{0,79}[#:][1-9][0-9]{0,6}$",
        examples=["rednote#1"],
        description="The ref to go on after.",
    ),
]
IfMatch = Annotated[
    str | None, Header(max_length=40, description='The version that the change is based on: "v3".')
]
