"""The REST API under /api/v1: each function parses, calls one service, and answers with the models' JSON."""

from __future__ import annotations

from fastapi import APIRouter, Depends

from factcheck.web.api import articles, claims, desk, evidence, ledger, people, sources
from factcheck.web.api.parameters import refuse_unknown

router = APIRouter(prefix="/api/v1", dependencies=[Depends(refuse_unknown)])
for part in (articles, claims, evidence, desk, sources, people, ledger):
    router.include_router(part.router)
