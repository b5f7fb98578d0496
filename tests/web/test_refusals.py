"""What nobody reads, or nobody can: refused on a page for people, as a problem for programs."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import httpx
import pytest

from factcheck.errors import TooMany
from factcheck.store.engine import Sessions
from factcheck.web.callers import SparingNetwork
from factcheck.web.limits import MOST_JSON
from tests.evidence.serving import Site, serving
from tests.web.newsrooms import HOME, app_of, client_of


@pytest.fixture
def client(sqlite_sessions: Sessions) -> Iterator[httpx.Client]:
    with client_of(app_of(sqlite_sessions), Origin=HOME) as opened:
        assert opened.post("/sign-in", data={"name": "Ana"}).status_code == 303
        yield opened


def test_too_much_is_told_to_each_in_their_own_way(client: httpx.Client) -> None:
    large = b"x" * (MOST_JSON + 1)
    person, program = client.post("/sign-in", content=large), client.post("/api/v1/next", content=large)
    assert (person.status_code, program.status_code) == (413, 413)
    assert person.headers["content-type"].startswith("text/html")
    assert "more than 2,000,000 bytes" in person.text
    assert program.json()["code"] == "too_large"


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/articles/NO%20SLUG", 404, "no such page"),
        ("/articles/bridge/claims/x/mark", 404, "no such page"),
        ("/sources/99999999999", 404, "no such page"),
        (f"/search?q={'x' * 400}", 422, "“q” is too long"),
        ("/articles/bridge?claim=0", 422, "“claim” is too small"),
        ("/articles/bridge?claim=one", 422, "“claim” is no whole number"),
        ("/oembed", 422, "“url” is missing"),
    ],
)
def test_an_address_that_cannot_be_is_told_in_words(
    client: httpx.Client, path: str, status: int, said: str
) -> None:
    answer = client.post(path) if path.endswith("mark") else client.get(path)
    assert answer.status_code == status
    assert said in answer.text


def test_a_few_go_out_at_once_and_the_others_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    network, waiting, go_on = SparingNetwork(1), threading.Event(), threading.Event()

    def slow(path: str) -> None:
        waiting.set()
        go_on.wait(10)

    with serving() as site:
        monkeypatch.setenv("FACTCHECK_FETCH_ALLOW", site.address)
        url = _page(site)
        monkeypatch.setattr("factcheck.evidence.network.fetch", lambda *_, **__: slow(url))
        first = threading.Thread(target=network.fetch, args=(url, {}))
        first.start()
        assert waiting.wait(10)
        with pytest.raises(TooMany):
            network.fetch(url, {})
        go_on.set()
        first.join()
        network.fetch(url, {})  # and then there is room again


def _page(site: Site) -> str:
    return f"http://{site.address}/"
