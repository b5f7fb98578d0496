"""The OpenAPI description: what FastAPI reads off our functions, and the problems that any may answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from factcheck import __version__
from factcheck.web.problems import MEDIA_TYPE, Problem
from factcheck.web.repeats import KEY

_ABOUT = """Every sentence of an article is a claim that two people answer for.

Show a token (`Authorization: Bearer …`, made with `factcheck tokens add`). On a newsroom without users,
which only its own machine reaches, name yourself with `Factcheck-As: NAME`.

A claim's `ETag` is its version: send it back as `If-Match` with a change, and one that is based on an older
version is refused (409) with the claim as it is now. Send an `Idempotency-Key` with a POST that you may have
to repeat. Whatever is refused answers with problem details (RFC 9457) whose `code` is stable."""


_KEY: dict[str, Any] = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": False,
    "description": "Sent again with the same request, it gets the first one's answer; nothing is done twice.",
    "schema": {"type": "string", "pattern": KEY},
}


def describe(app: FastAPI) -> Callable[[], dict[str, Any]]:
    """What `app.openapi` is to be."""

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _described(app)
        return app.openapi_schema

    return openapi


def _described(app: FastAPI) -> dict[str, Any]:
    found = get_openapi(title="factcheck", version=__version__, description=_ABOUT, routes=app.routes)
    schemas = found["components"]["schemas"]
    schemas["Problem"] = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
    for name in ("HTTPValidationError", "ValidationError"):
        schemas.pop(name, None)
    found["components"]["securitySchemes"] = {
        "token": {"type": "http", "scheme": "bearer"},
        "name": {"type": "apiKey", "in": "header", "name": "Factcheck-As"},
    }
    found["security"] = [{"token": []}, {"name": []}]
    problem = {"schema": {"$ref": "#/components/schemas/Problem"}}
    refused = {"description": "Refused, and why.", "content": {MEDIA_TYPE: problem}}
    for path in found["paths"].values():
        if "post" in path:
            path["post"].setdefault("parameters", []).append(_KEY)
        for operation in path.values():
            operation["responses"].pop("422", None)
            operation["responses"]["default"] = refused
            if "201" in operation["responses"] and operation["operationId"].startswith("ingest"):
                operation["responses"]["200"] = operation["responses"]["201"]
    return found
