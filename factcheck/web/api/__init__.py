"""The REST API under /api/v1: each function parses, calls one service, and answers with the models' JSON."""

from __future__ import annotations

from fastapi import Depends, FastAPI

from factcheck.web.api import articles, claims, desk, evidence, ledger, people, sources
from factcheck.web.api.parameters import refuse_unknown


def include_api(app: FastAPI) -> None:
    """Let an app answer under /api/v1.

    Each part is the app's own: in routers of routers a path is looked for twice at every level.
    """
    # What is asked most is looked for first.
    for part in (claims, articles, evidence, desk, sources, people, ledger):
        app.include_router(part.router, prefix="/api/v1", dependencies=[Depends(refuse_unknown)])
