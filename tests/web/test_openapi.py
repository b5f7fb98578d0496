from __future__ import annotations

from typing import Any
import time, collections
import pytest
import schemathesis
from schemathesis.config import SchemathesisConfig
from schemathesis.engine import events, from_schema

from factcheck.domain.refs import Ref
from factcheck.services import people, queries
from factcheck.store.engine import Sessions
from tests.making import ANA, ED, PAGE, TEXT, ingest, refs
from tests.web.newsrooms import app_of

CONFIG = {
    "seed": 1,
    "workers": 1,
    "continue-on-failure": True,
    "headers": {"Factcheck-As": "Ana"},
    "generation": {
        "deterministic": True,
        "no-shrink": True,
        "max-examples": 20,
        "with-security-parameters": False,
    },
    "checks": {"positive_data_acceptance": {"enabled": False}, "ignored_auth": {"enabled": False}},
    "phases": {"stateful": {"enabled": False}},
}


def test_it(sessions: Sessions, database: str) -> None:
    ingest(sessions, TEXT, "rednote")
    queries.ask_query(sessions, ANA, Ref("rednote", 2), "Really?")
    app = app_of(sessions, database, origin="http://testserver")
    schema = (
        schemathesis.openapi.from_asgi("/openapi.json", app, config=SchemathesisConfig.from_dict(CONFIG))
        .exclude(path="/api/v1/events/stream")
        .exclude(operation_id="add_user")
    )
    n = 0
    seen = collections.Counter()
    codes = collections.Counter()
    times = collections.Counter()
    for event in from_schema(schema).execute():
        if isinstance(event, events.ScenarioFinished):
            times[event.phase, event.recorder.label] += event.elapsed_time
            n += len(event.recorder.cases)
            for i in event.recorder.interactions.values():
                codes[event.recorder.label, i.response.status_code if i.response else None] += 1
            for cid, checks in event.recorder.checks.items():
                for c in checks:
                    if c.failure_info:
                        key = (event.recorder.label, c.name, c.failure_info.failure.title)
                        seen[key] += 1
                        if seen[key] <= 2:
                            r = event.recorder.interactions[cid].response
                            print(
                                event.phase.name,
                                key,
                                c.failure_info.failure.message,
                                c.failure_info.code_sample[:600],
                                r and r.status_code,
                                r and r.content[:400],
                                sep="\n   ",
                            )
        elif isinstance(event, (events.NonFatalError, events.FatalError)):
            print("ERR", event, getattr(event, "value", None), getattr(event, "label", None))
    print(n, len(seen))
    for k, v in seen.items():
        print(v, k)
    print([(k, round(v, 1)) for k, v in times.most_common(30)])
    by = collections.defaultdict(dict)
    for (l, c), v in codes.items():
        by[l][c] = v
    for l, d in by.items():
        print(l, d)
    assert 0
