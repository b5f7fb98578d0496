"""JSON can name half a character (a lone surrogate), which nothing can keep: no field is a fault for it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from factcheck.store.engine import Sessions
from tests.making import ingest
from tests.web.newsrooms import app_of, client_of

HALF = "half a \ud800 character"
CLAIM = "/articles/bridge/claims/1"
ASKED: dict[tuple[str, str], dict[str, Any]] = {
    ("POST", "/articles"): {"text": HALF, "slug": "new"},
    ("POST", "/articles/bridge/revisions"): {"text": f"{HALF}. It opened in 1932."},
    ("POST", f"{CLAIM}/mark"): {"verdict": HALF},
    ("POST", f"{CLAIM}/skip"): {"reason": "other", "note": HALF},
    ("POST", f"{CLAIM}/evidence"): {"url": "https://evidence.example/", "quote": HALF},
    ("POST", f"{CLAIM}/queries"): {"text": HALF},
    ("POST", "/next"): {"article": HALF},
    ("POST", "/sources/split"): {"name": HALF},
    ("POST", "/users"): {"name": "Ana", "role": "admin", "password": HALF},
    ("PUT", "/policy"): {"toml": HALF},
    ("PUT", "/rules"): {"files": {"house.feature": HALF}},
}


@pytest.mark.parametrize(("method", "path"), ASKED)
def test_half_a_character_is_refused_or_left_out(sqlite_sessions: Sessions, method: str, path: str) -> None:
    ingest(sqlite_sessions)
    with client_of(app_of(sqlite_sessions), **{"Factcheck-As": "Ana"}) as client:
        body, kind = json.dumps(ASKED[method, path]), {"Content-Type": "application/json"}
        answer = client.request(method, f"/api/v1{path}", content=body, headers=kind)
    assert answer.status_code < 500, answer.text
    assert "\ud800" not in answer.text
