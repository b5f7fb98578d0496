"""Whatever the description lets one send, and whatever it forbids, the API answers as it says it does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from fastapi import FastAPI
from schemathesis.config import SchemathesisConfig
from schemathesis.engine import events, from_schema
from starlette.types import Receive, Scope, Send

from factcheck.store.engine import Sessions
from factcheck.web.attempts import Attempts
from tests.evidence.serving import Site, serving
from tests.web.newsrooms import app_of
from tests.web.seeding import people_it, seed

HOST = "http://testserver"  # what schemathesis calls the app
CONFIG: dict[str, Any] = {
    "seed": 1,
    "workers": 1,
    "continue-on-failure": True,
    "generation": {
        "deterministic": True,
        "no-shrink": True,
        "max-examples": 5,
        "with-security-parameters": False,  # made-up credentials are tried by `ignored_auth`
    },
    "checks": {
        # Which verdict, slug, state or link is acceptable is the newsroom's policy and data, no schema.
        "positive_data_acceptance": {"enabled": False},
        # A page elsewhere that can't be fetched is told as 502, which is no fault of ours.
        "not_a_server_error": {"expected-statuses": ["2xx", "3xx", "4xx", "502"]},
    },
    "operations": [
        # An article may have the slug `file`, so that one can look at `/articles/file` as well.
        {"include-operation-id": "ingest_file", "checks": {"allow_header_conformance": {"enabled": False}}},
    ],
}
# Chains of requests are the scenarios' to try; what was learned from refusals would make runs differ.
PHASES = {"stateful": {"enabled": False}, "fuzzing": {"error-feedback": {"enabled": False}}}
QUICK = {"stateful": {"enabled": False}, "fuzzing": {"enabled": False}}
NO_TIMESTAMP = {"GET /evidence/{id}/timestamp"}  # no authority is asked here


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Site]:
    """A page that may be fetched; nothing else on this machine may."""
    monkeypatch.setenv("FACTCHECK_SNAPSHOTS", str(tmp_path / "shelf"))
    with serving() as served:
        monkeypatch.setenv("FACTCHECK_FETCH_ALLOW", served.address)
        yield served


@pytest.mark.slow
def test_a_newsroom_without_users(sessions: Sessions, database: str, site: Site) -> None:
    seed(sessions, database, site)
    app = app_of(sessions, database, origin=HOST)
    # There looking is free, and a name is taken at its word.
    phases = QUICK if database.endswith(".db") else PHASES
    answers = broken(app, {"Factcheck-As": "Ana"}, "add_user", phases=phases, ignored_auth={"enabled": False})
    assert never_met(answers) <= NO_TIMESTAMP


@pytest.mark.slow
def test_a_newsroom_with_users(sqlite_sessions: Sessions, sqlite_database: str, site: Site) -> None:
    seed(sqlite_sessions, sqlite_database, site)
    app = app_of(sqlite_sessions, sqlite_database, origin=HOST)
    secret = people_it(sqlite_sessions)
    answers = broken(app, {"Authorization": f"Bearer {secret}"}, phases=QUICK)
    assert never_met(answers) <= NO_TIMESTAMP


def broken(
    app: FastAPI, headers: dict[str, str], *left_out: str, phases: Any = PHASES, **checks: Any
) -> dict[str, Counter[int]]:
    """Send all that there is to send, and fail with whatever breaks the contract; else the answers."""
    checks = {**CONFIG["checks"], **checks}
    config = {**CONFIG, "headers": headers, "checks": checks, "phases": phases}

    async def patient(scope: Scope, receive: Receive, send: Send) -> None:
        app.state.attempts = Attempts()  # or the wrong tokens that are tried would soon be too many
        await app(scope, receive, send)

    known = SchemathesisConfig.from_dict(config)
    schema = schemathesis.openapi.from_asgi("/openapi.json", patient, config=known)
    # The stream of events never ends: it is tried by itself.
    chosen = schema.exclude(operation_id=["event_stream", *left_out])
    answers: dict[str, Counter[int]] = {}
    wrong: list[str] = []
    for event in from_schema(chosen).execute():
        if isinstance(event, events.ScenarioFinished):
            told = answers.setdefault(event.recorder.label.replace("/api/v1", ""), Counter())
            told.update(
                one.response.status_code for one in event.recorder.interactions.values() if one.response
            )
            wrong += _failures(event)
        elif isinstance(event, events.NonFatalError | events.FatalError):
            wrong.append(repr(event))
    assert not wrong, f"{len(wrong)} broken:\n\n" + "\n\n".join(wrong[:10])
    return answers


def _failures(event: events.ScenarioFinished) -> Iterator[str]:
    for case, checks in event.recorder.checks.items():
        for check in checks:
            if check.failure_info is not None:
                answer = event.recorder.interactions[case].response
                said = f"{answer.status_code} {answer.content[:500]!r}" if answer else "nothing"
                sent = check.failure_info.code_sample[:1000]
                yield f"{check.name}: {check.failure_info.failure}\n{sent}\n{said}"


def never_met(answers: dict[str, Counter[int]]) -> set[str]:
    """What was never looked at; whether a step of the workflow is open depends on those before it."""
    looks = ((label, told) for label, told in answers.items() if label.startswith("GET "))
    return {label for label, told in looks if not told[200]}
