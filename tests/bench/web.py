"""The API and the galley under load, beside a bare FastAPI route that returns the same bytes.

`python -m tests.bench.web [--database sqlite|postgresql] [--people 50] [--seconds 60]`: the load comes from
a process of its own, over real connections that are kept.
"""

from __future__ import annotations

import argparse
import asyncio
import multiprocessing
import random
import statistics
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import uvicorn
from fastapi import FastAPI, Response
from starlette.types import ASGIApp

from factcheck.domain.actors import Actor
from factcheck.services.databases import open_database, upgrade_database
from factcheck.services.doctor import examine_database
from factcheck.services.ingest import Submission, ingest_article
from factcheck.services.reading import Wanted, list_claims
from factcheck.web.app import make_app
from factcheck.web.settings import Settings
from tests import postgres

CLAIMS, LONG, AT_ONCE, ROUNDS = 100, 2000, 8, 5


def main() -> None:
    """Compare with the floor, then let people mark for a while."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--database", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument("--people", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=20.0)
    asked = parser.parse_args()
    with _database(asked.database) as location:
        _fill(location, asked.people)
        print(f"{asked.database}, server and load on one machine")
        _compare(location)
        _galley(location)
        _people(location, asked.people, asked.seconds)
        _interactive(location)  # the last, as it wants a browser


@contextmanager
def _database(kind: str) -> Iterator[str]:
    if kind == "sqlite":
        with tempfile.TemporaryDirectory() as folder:
            yield str(Path(folder) / "bench.db")
        return
    server = postgres.Server(fast=False)  # with all that keeps data safe
    try:
        postgres.administer(str(server.folder), "CREATE DATABASE bench")
        url = server.url("bench")
        upgrade_database(url)
        yield url
    finally:
        server.remove()


def _fill(location: str, people: int) -> None:
    sessions = open_database(location)
    for slug, number in (("short", CLAIMS), ("long", LONG), ("marks", people * 400)):
        text = " ".join(
            f"According to the council, house {slug} {n} has {n * 3} windows." for n in range(number)
        )
        ingest_article(sessions, Actor("Ana"), Submission(text, text.encode(), slug=slug))
    sessions.close()


@contextmanager
def _served(app: ASGIApp) -> Iterator[str]:
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error", access_log=False, ws="none"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()


def _floor(body: bytes) -> FastAPI:
    app = FastAPI()

    @app.get("/same")
    @app.post("/same")
    def same() -> Response:
        return Response(body, media_type="application/json")

    return app


def _compare(location: str) -> None:
    """Requests a second: the list and the mark, each beside the floor with its own bytes.

    A machine is faster now and slower then, so that they take turns; the middle one of the rounds counts.
    """
    each, headers = LONG // ROUNDS, {"Factcheck-As": "Ana"}
    with _served(make_app(Settings(location))) as origin:
        listed_at = f"{origin}/api/v1/claims?article=short"
        paths = [f"{origin}/api/v1/articles/long/claims/{n}/mark" for n in range(1, LONG + 1)]
        listed = httpx.get(listed_at, headers=headers).content
        claim = httpx.get(f"{origin}/api/v1/articles/long/claims/1", headers=headers).content
        with _served(_floor(listed)) as floor:
            asked = [(_rate("GET", [listed_at] * 1000), _floor_rate("GET", floor)) for _ in range(ROUNDS)]
        with _served(_floor(claim)) as floor:
            rounds = [paths[start : start + each] for start in range(0, LONG, each)]
            marked = [(_rate("POST", one), _floor_rate("POST", floor)) for one in rounds]
    for name, rates in ((f"list of {CLAIMS} claims:", asked), ("mark:", marked)):
        shares = sorted(one / bare for one, bare in rates)
        ours, bare = (statistics.median(side) for side in zip(*rates, strict=True))
        print(
            f"{name:<20}{ours:.0f}/s, floor {bare:.0f}/s: {statistics.median(shares):.2f}"
            f" ({shares[0]:.2f} to {shares[-1]:.2f})"
        )


def _floor_rate(method: str, origin: str) -> float:
    return _rate(method, [f"{origin}/same"] * 1000)


def _rate(method: str, urls: list[str]) -> float:
    """Requests a second from a process of its own, some at once."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return float(pool.apply(_sent, (method, urls)))


def _sent(method: str, urls: list[str]) -> float:
    return asyncio.run(_send_all(method, urls))


async def _send_all(method: str, urls: list[str]) -> float:
    waiting = iter(urls)
    body = {"verdict": "unproven", "note": "Three archives."} if method == "POST" else None

    async def work(client: httpx.AsyncClient) -> None:
        for url in waiting:
            answer = await client.request(method, url, json=body)
            assert answer.status_code == 200, answer.text

    async with httpx.AsyncClient(headers={"Factcheck-As": "Ana"}, timeout=60) as client:
        begun = time.perf_counter()
        await asyncio.gather(*(work(client) for _ in range(AT_ONCE)))
        return len(urls) / (time.perf_counter() - begun)


def _galley(location: str) -> None:
    with _served(make_app(Settings(location))) as origin, httpx.Client(base_url=origin) as client:
        client.post("/sign-in", data={"name": "Ana"}, headers={"Origin": origin})
        first, whole = [], []
        for _ in range(7):
            begun = time.perf_counter()
            with client.stream("GET", "/articles/long") as answer:
                first.append(time.perf_counter() - begun)
                size = len(answer.read())
            whole.append(time.perf_counter() - begun)
        print(
            f"galley of {LONG} claims: first byte {statistics.median(first) * 1000:.0f} ms, "
            f"all {size / 1000:.0f} kB {statistics.median(whole) * 1000:.0f} ms"
        )


def _interactive(location: str) -> None:
    """From the click to the moment when a key takes the reader to the first claim, in a real browser."""
    from playwright.sync_api import sync_playwright

    from tests.browser.browsing import OPTIONS, chromium

    with _served(make_app(Settings(location))) as served, sync_playwright() as playwright:
        origin = served.replace("127.0.0.1", "localhost")
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(OPTIONS))
        page = browser.new_page()
        page.goto(origin + "/sign-in")
        page.fill("#name", "Ana")
        page.click("button:has-text('Sign in')")
        page.wait_for_url(origin + "/")
        took = []
        for _ in range(5):
            page.goto(origin + "/")
            begun = time.perf_counter()
            page.goto(origin + "/articles/long", wait_until="commit")
            while not page.locator(".claim[aria-current]").count():
                page.keyboard.press("j")
                page.wait_for_timeout(50)
            took.append(time.perf_counter() - begun)
        browser.close()
        print(f"galley of {LONG} claims: interactive {statistics.median(took) * 1000:.0f} ms")


def _people(location: str, people: int, seconds: float) -> None:
    """So many people open a list, then mark, each a claim about every second.

    How long they wait for each mark, and that nothing is lost.
    """
    spawned = multiprocessing.get_context("spawn")
    with _served(make_app(Settings(location))) as origin, spawned.Pool(1) as pool:
        times, refs = pool.apply(_mark_as_people, (origin, people, seconds))
    sessions = open_database(location)
    checked = {one.ref for one in list_claims(sessions, Wanted(article="marks")) if one.verdict}
    lost, found = len(set(refs) - checked), examine_database(sessions)
    sessions.close()
    times.sort()
    at = [times[min(len(times) - 1, int(len(times) * part))] * 1000 for part in (0.5, 0.95, 0.99)]
    print(
        f"{people} people marking for {seconds:.0f} s: {len(refs)} marks, p50 {at[0]:.0f} ms, "
        f"p95 {at[1]:.0f} ms, p99 {at[2]:.0f} ms; lost {lost}, findings {len(found)}"
    )


def _mark_as_people(origin: str, people: int, seconds: float) -> tuple[list[float], list[str]]:
    return asyncio.run(_people_at_work(origin, people, seconds))


async def _people_at_work(origin: str, people: int, seconds: float) -> tuple[list[float], list[str]]:
    times: list[float] = []
    done: list[str] = []
    until = time.perf_counter() + seconds

    async def person(number: int) -> None:
        chance = random.Random(number)
        name = f"Person {number}"
        async with httpx.AsyncClient(base_url=origin, headers={"Factcheck-As": name}, timeout=60) as client:
            opened = await client.get("/api/v1/claims?article=marks&limit=100")  # they read before they mark
            assert opened.status_code == 200, opened.text
            await asyncio.sleep(1 + chance.random())
            n = number * 400
            while time.perf_counter() < until and n < (number + 1) * 400:
                n += 1
                times.append(await _one_mark(client, n))
                done.append(f"marks#{n}")
                await asyncio.sleep(chance.uniform(0.5, 1.5))

    await asyncio.gather(*(person(number) for number in range(people)))
    return times, done


async def _one_mark(client: httpx.AsyncClient, n: int) -> float:
    begun = time.perf_counter()
    body = {"verdict": "unproven", "note": "Three archives."}
    answer = await client.post(f"/api/v1/articles/marks/claims/{n}/mark", json=body)
    assert answer.status_code == 200, answer.text
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
