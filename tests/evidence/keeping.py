"""A page that evidence links to, and a shelf to keep it on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.domain.links import NewEvidence
from factcheck.domain.refs import Ref
from factcheck.evidence.shelf import Shelf, open_shelf
from factcheck.services.evidence import attach_evidence
from factcheck.store.engine import Sessions
from tests.evidence.serving import Site, serving
from tests.making import ANA, ingest


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    with serving() as served:
        monkeypatch.setenv("FACTCHECK_FETCH_ALLOW", served.address)
        served.pages["/page"] = b"<html><body><p>The app has 218 million users.</p></body></html>"
        yield served


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return open_shelf(str(tmp_path / "shelf"))


def attached(sessions: Sessions, site: Site) -> int:
    ingest(sessions, "The app has 218 million users.", "app")
    return attach_evidence(sessions, ANA, Ref("app", 1), NewEvidence(site.url("/page"))).evidence[-1].id
