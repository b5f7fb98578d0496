"""What concerns the whole desk: queries, corrections, exports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from tempfile import SpooledTemporaryFile
from typing import IO, Annotated

from fastapi import APIRouter, Path, Query
from starlette.responses import Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from factcheck.domain.models import AskedQuery, Correction
from factcheck.domain.vocabulary import Status
from factcheck.exports import FORMATS, export_format
from factcheck.services import correcting, queries
from factcheck.services.exporting import export_claims
from factcheck.services.reading import Wanted
from factcheck.services.signing_in import has_users
from factcheck.web.api.answers import MeAnswer
from factcheck.web.api.kinds import Article, Day, Flag, Moment, Verdicts
from factcheck.web.callers import Who
from factcheck.web.replies import reply

router = APIRouter(tags=["desk"])
FormatName = Annotated[str, Path(json_schema_extra={"enum": list(FORMATS)}, max_length=20)]


@router.get("/me", response_model=MeAnswer, operation_id="who_am_i")
def me(who: Who) -> Response:
    """Who one is here, and whether the newsroom has named its people."""
    known = who.look()
    return reply({"name": known.name, "role": known.role, "has_users": has_users(who.sessions)})


@router.get("/queries", response_model=list[AskedQuery], operation_id="list_queries")
def list_queries(
    who: Who,
    article: Article = None,
    answered: Annotated[Flag, Query(description="The answered ones too.")] = False,
    due_by: Day | None = None,
) -> Response:
    """The open questions, the most urgent first."""
    who.look()
    return reply(queries.list_queries(who.sessions, article, answered=answered, due_by=due_by))


@router.get("/corrections", response_model=list[Correction], operation_id="list_corrections")
def list_corrections(who: Who, article: Article = None) -> Response:
    """What the public was told after it was told something else, the newest first."""
    who.look()
    return reply(correcting.list_corrections(who.sessions, article))


@router.get(
    "/exports/{format}",
    operation_id="export_claims",
    responses={200: {"content": {one.media_type.partition(";")[0]: {} for one in FORMATS.values()}}},
)
def export(
    who: Who,
    format: FormatName,
    article: Article = None,
    status: Annotated[list[Status] | None, Query()] = None,
    verdict: Verdicts = None,
    verified: Annotated[Flag, Query(description="Exactly what two people stand behind.")] = False,
    as_of: Annotated[Moment | None, Query(description="The list as it stood then.")] = None,
) -> Response:
    """Write a list; it is sent piece by piece."""
    who.look()
    wanted = Wanted(article=article, statuses=status or (), verdicts=verdict or ())
    written = _written(export_claims(who.sessions, wanted, format, verified=verified, as_of=as_of))
    chosen = export_format(format)
    headers = {"Content-Disposition": f'attachment; filename="{article or "claims"}.{chosen.ending}"'}
    return FileReply(written, headers, chosen.media_type)


class FileReply(StreamingResponse):
    """A file that is sent piece by piece, and closed whatever becomes of that."""

    def __init__(self, file: IO[bytes], headers: Mapping[str, str], media_type: str) -> None:
        """Send it from where it stands."""
        self._file = file
        super().__init__(iter(lambda: file.read(_PIECE), b""), 200, headers, media_type)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send it."""
        with self._file:
            await super().__call__(scope, receive, send)


def _written(pieces: Iterator[bytes]) -> IO[bytes]:
    """A list in a file of its own: whoever takes an hour to fetch it holds no connection to the database."""
    file = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - closed when it is sent
    file.writelines(pieces)
    file.seek(0)
    return file


_IN_MEMORY, _PIECE = 1_000_000, 65_536
