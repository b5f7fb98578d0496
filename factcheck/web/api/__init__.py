"""The REST API under /api/v1: each function parses, calls one service, and answers with the models' JSON."""

from __future__ import annotations

from fastapi import APIRouter, Depends

from factcheck.web.api import articles, claims, desk, evidence, ledger, people, sources
from factcheck.web.api.parameters import refuse_unknown

router = APIRouter(prefix="/api/v1", dependencies=[Depends(refuse_unknown)])
# What is asked most is looked for first.
for part in (claims, articles, evidence, desk, sources, people, ledger):
    router.include_router(part.router)
