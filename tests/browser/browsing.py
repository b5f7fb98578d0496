"""A server of the tests' own, and a real Chromium that looks at it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from factcheck.store.engine import Sessions
from factcheck.web.app import make_app
from factcheck.web.settings import IdentityProvider, Settings
from tests.web import newsrooms

_NAMES = ("chromium", "chromium-browser", "google-chrome")
# As root, with nothing of its own to call home about.
OPTIONS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


def chromium() -> str:
    """Where the browser is. A test run without one has failed: .ci/browser installs it."""
    found = next((path for name in _NAMES if (path := shutil.which(name))), None)
    assert found is not None, "there is no Chromium here; .ci/browser installs one where apt is"
    return found


@contextmanager
def served(
    database: str,
    sessions: Sessions | None = None,
    *,
    provider: IdentityProvider | None = None,
    address: str | None = None,
    **options: Any,
) -> Iterator[str]:
    """The whole server on a port of its own; its origin. `address` is how browsers elsewhere reach it."""
    app = make_app(Settings(database, address, provider), sessions, **options)
    with newsrooms.served(app) as origin:
        yield origin.replace("127.0.0.1", "localhost")


@dataclass
class Window:
    """A browser of one person: what went wrong in it, and whom else it called."""

    context: BrowserContext
    page: Page
    origin: str
    errors: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)

    def go(self, path: str) -> Page:
        self.page.goto(self.origin + path)
        return self.page

    def sign_in(self, name: str, password: str | None = None) -> None:
        self.go("/sign-in")
        self.page.fill("#name", name)
        if password is not None:
            self.page.fill("#password", password)
        self.page.click("button:has-text('Sign in')")
        self.page.wait_for_url(self.origin + "/**")

    def violations(self) -> list[str]:
        """What axe-core finds, in words."""
        found = Axe().run(self.page).response["violations"]
        return [f"{one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"]]


class Windows:
    """Opens windows on one server; closes all of them, and says what went wrong."""

    def __init__(self, browser: Browser, origin: str) -> None:
        self._browser, self.origin = browser, origin
        self.opened: list[Window] = []

    def open(self, **options: Any) -> Window:
        context = self._browser.new_context(**options)
        context.set_default_timeout(10_000)
        window = Window(context, context.new_page(), self.origin)
        window.page.on("pageerror", lambda error: window.errors.append(str(error)))
        window.page.on("console", lambda said: _note(window, said.type, said.text))
        context.on("request", lambda asked: _look(window, asked.url))
        self.opened.append(window)
        return window

    def close(self) -> None:
        for window in self.opened:
            window.context.close()


def _note(window: Window, kind: str, text: str) -> None:
    # A refusal (409, 401) is told by Chromium as a failed resource: that is what the test is about.
    if kind == "error" and "status of 4" not in text:
        window.errors.append(text)


def _look(window: Window, url: str) -> None:
    if not url.startswith((window.origin, "data:", "blob:")):
        window.strangers.append(url)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium(), args=list(OPTIONS))
        yield opened
        opened.close()


@pytest.fixture
def windows(browser: Browser, sessions: Sessions, database: str) -> Iterator[Windows]:
    """Windows on a server with a fresh database; in the end nothing went wrong in any of them."""
    with served(database, sessions) as origin:
        opened = Windows(browser, origin)
        yield opened
        opened.close()
    for window in opened.opened:
        assert (window.errors, window.strangers) == ([], [])


SEEDS = Path(__file__).parents[2] / "seeds"
