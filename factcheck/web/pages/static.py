"""The style sheet, the modules and the icon: kept by browsers for good, as every change has a new address."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path
from starlette.responses import FileResponse, Response

from factcheck.errors import NotFound
from factcheck.web.pages.rendering import STATIC, static_digest

router = APIRouter(include_in_schema=False)
_KINDS = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}


@router.get("/static/{digest}/{name}")
def static(digest: str, name: Annotated[str, Path(pattern=r"^[a-z_]+\.(css|js|svg)$")]) -> Response:
    """A file of ours."""
    file = STATIC / name
    if not file.is_file():
        raise NotFound("There is no such file.")
    lasting = "public, max-age=31536000, immutable" if digest == static_digest() else "no-cache"
    return FileResponse(file, media_type=_KINDS[file.suffix], headers={"Cache-Control": lasting})
