"""Pages for people: plain links and forms, made by the server; a few modules make them live."""

from __future__ import annotations

from fastapi import APIRouter

from factcheck.web.pages import article, desk, entrance, galley, house, public, static

router = APIRouter()
for part in (entrance, static, desk, article, galley, house, public):
    router.include_router(part.router)
