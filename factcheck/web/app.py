"""The whole server: the API, the pages, what stands before them, and what they share."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from fastapi import FastAPI
from starlette.middleware import Middleware

from factcheck.services.databases import open_database
from factcheck.web import pages, watching
from factcheck.web.api import include_api
from factcheck.web.attempts import Attempts
from factcheck.web.claim_lists import WrittenLists
from factcheck.web.description import describe
from factcheck.web.failures import handle_failures
from factcheck.web.guard import Guard
from factcheck.web.heads import Heads
from factcheck.web.limits import IN_ALL, PATIENCE, RequestLimits
from factcheck.web.live import Watcher
from factcheck.web.repeats import Repeats
from factcheck.web.watching import Metrics, Watching, make_log

if TYPE_CHECKING:
    from factcheck.store.engine import Sessions
    from factcheck.web.settings import Settings


def make_app(
    settings: Settings,
    sessions: Sessions | None = None,
    *,
    patience: float = PATIENCE,
    in_all: float = IN_ALL,
) -> FastAPI:
    """An app on one newsroom; `patience` and `in_all` are the seconds that a request may take to arrive.

    Raises what opening the database raises.
    """
    opened = sessions or open_database(settings.database)
    metrics, log = Metrics(), make_log()

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        yield
        await app.state.watcher.stop()
        if sessions is None:
            opened.close()

    app = FastAPI(
        title="factcheck",
        docs_url=None,
        redoc_url=None,
        openapi_url="/openapi.json",
        lifespan=lifespan,
        middleware=[
            Middleware(Watching, metrics=metrics, log=log),
            Middleware(Guard, settings=settings),
            Middleware(RequestLimits, patience=patience, in_all=in_all),
            Middleware(Repeats),
            Middleware(Heads),
        ],
    )
    app.state.settings, app.state.sessions = settings, opened
    app.state.metrics, app.state.log = metrics, log
    app.state.attempts, app.state.lists = Attempts(), WrittenLists()
    app.state.watcher = Watcher(opened)
    handle_failures(app)
    include_api(app)
    app.include_router(watching.router)
    app.include_router(pages.router)
    app.openapi = describe(app)  # type: ignore[method-assign]  # the way that FastAPI documents
    return app
