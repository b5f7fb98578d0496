"""What operators see: metrics, health, and a log of requests without secrets or articles."""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING

from anyio import to_thread
from fastapi import APIRouter, Request
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Histogram, generate_latest
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from factcheck import __version__
from factcheck.errors import FactcheckError
from factcheck.services.databases import check_ready
from factcheck.web.callers import Who

if TYPE_CHECKING:
    import structlog

router = APIRouter(include_in_schema=False)


_API = "/api/v1"
# Callers may make methods up; each of these is a row of numbers.
_METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")


class Metrics:
    """The numbers of one server."""

    def __init__(self) -> None:
        """Begin at zero."""
        self.registry = CollectorRegistry()
        self.requests = Counter(
            "factcheck_requests", "Requests answered.", ("method", "route", "status"), registry=self.registry
        )
        self.seconds = Histogram(
            "factcheck_request_seconds",
            "Seconds to the first byte.",
            ("method", "route"),
            registry=self.registry,
        )


class Watching:
    """Counts and logs each request by its route, never by its path: that may name an article."""

    def __init__(self, app: ASGIApp, metrics: Metrics, log: structlog.stdlib.BoundLogger) -> None:
        """Stand before `app`."""
        self._app, self._metrics, self._log = app, metrics, log

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, and write down how it went."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun, status, first = time.perf_counter(), 500, 0.0

        async def sending(message: Message) -> None:
            nonlocal status, first
            if message["type"] == "http.response.start":
                status, first = message["status"], time.perf_counter() - begun
            await send(message)

        try:
            await self._app(scope, receive, sending)
        finally:
            route, method = _route_of(scope), scope["method"] if scope["method"] in _METHODS else "OTHER"
            self._metrics.requests.labels(method, route, str(status)).inc()
            self._metrics.seconds.labels(method, route).observe(first)
            self._log.info("request", method=method, route=route, status=status, seconds=round(first, 4))


def _route_of(scope: Scope) -> str:
    """The pattern of a request's path; the router's own part of it names only what follows the prefix."""
    path: str = getattr(scope.get("route"), "path", "none")
    prefixed = scope["path"].startswith(f"{_API}/") and not path.startswith(_API) and path != "none"
    return f"{_API}{path}" if prefixed else path


def make_log() -> structlog.stdlib.BoundLogger:
    """A log of JSON lines on standard error, through Python's own logging."""
    import structlog

    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.stdlib.BoundLogger,
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    logging.getLogger("factcheck.web").setLevel(logging.INFO)
    found: structlog.stdlib.BoundLogger = structlog.get_logger("factcheck.web")
    return found


@router.get("/health/live")
async def live() -> Response:
    """The server answers."""
    return JSONResponse({"live": True, "version": __version__})


@router.get("/health/ready")
async def ready(request: Request) -> Response:
    """The database answers, and has the schema that this server needs."""
    try:
        await to_thread.run_sync(check_ready, request.app.state.sessions)
    except FactcheckError as error:
        return JSONResponse({"ready": False, "code": error.code}, 503)
    return JSONResponse({"ready": True})


@router.get("/metrics")
def metrics(request: Request, who: Who) -> Response:
    """For Prometheus; in a newsroom with users it shows a token like everybody."""
    who.look()
    numbers: Metrics = request.app.state.metrics
    return Response(generate_latest(numbers.registry), media_type=CONTENT_TYPE_LATEST)
