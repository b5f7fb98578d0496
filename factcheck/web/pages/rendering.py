"""Templates filled in: one environment, everything escaped; who looks and where they are in every page."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from factcheck.domain.actors import Actor
from factcheck.domain.display import printable
from factcheck.domain.permissions import may
from factcheck.errors import NotSignedIn
from factcheck.web.callers import Caller
from factcheck.web.pages.acts import WORDS
from factcheck.web.pages.lines import claim_line, state_words
from factcheck.web.problems import web_hint

_FOLDER = Path(__file__).parents[1]
STATIC = _FOLDER / "static"
# What a page says after a form was sent: words of ours alone, so that no link puts others into it.
DONE: Mapping[str, str] = {
    "done": "Done.",
    "taken_in": "The article is here. Choose a sentence, or press n.",
    "named": "The newsroom has users now. Sign in with the name and the password that were just given.",
    "nothing": "Nothing is waiting to be checked.",
    "same": "That text is here already; nothing was added.",
    "published": "Published.",
    "nothing_new": "Nothing new to publish.",
    "revised": "The new text is here.",
    "not_kept": "The evidence stands, and its page could not be kept, or not be timestamped.",
    **{act: f"The sentence {words}." for act, words in WORDS.items()},
    "sealed": "The ledger is sealed.",
}
# A module of ours asks for pieces of a page with this header.
FRAGMENT = "factcheck-fragment"


@functools.cache
def environment() -> Environment:
    """The templates: escaped, strict about what they are given."""
    made = Environment(
        loader=FileSystemLoader(_FOLDER / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )
    made.filters |= {"words": _words, "moment": _moment, "day": _day, "plural": _plural, "hint": web_hint}
    made.globals |= {
        "static": static_address,
        "may": may,
        "claim_line": claim_line,
        "state_words": state_words,
    }
    return made


def _shown(value: Any) -> Any:
    """Text of articles never turns the direction of what follows it, and nothing is shown as None."""
    if value is None:
        return ""
    return printable(value) if type(value) is str else value


def _words(name: str) -> str:
    """A word of the vocabulary as people read it: `not_checkable` is `not checkable`."""
    return str(name).replace("_", " ")


def _moment(at: datetime | None) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%d %H:%M UTC") if at else ""


def _day(at: datetime | None) -> str:
    return at.astimezone(UTC).strftime("%-d %B %Y") if at else ""


def _plural(number: int, one: str, many: str | None = None) -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"


@functools.cache
def static_address(name: str) -> str:
    """The address of a file of ours, another one after every change of it."""
    return f"/static/{static_digest()}/{name}"


@functools.cache
def static_digest() -> str:
    """A word for all static files as they are: the modules import each other from beside them."""
    return hashlib.sha256(b"".join(file.read_bytes() for file in sorted(STATIC.iterdir()))).hexdigest()[:12]


def render(name: str, context: Mapping[str, Any]) -> str:
    """A template filled in."""
    return environment().get_template(name).render(context)


def page(
    request: Request,
    who: Caller,
    name: str,
    context: Mapping[str, Any],
    *,
    actor: Actor | None = None,
    status: int = 200,
) -> Response:
    """A whole page for whoever looks. Raises NotSignedIn where the newsroom wants to know who that is."""
    looker = actor or looking(who)
    shared = {
        "actor": looker,
        "role": looker.role,
        "path": request.url.path,
        "done": DONE.get(request.query_params.get("done", ""), ""),
    }
    return HTMLResponse(render(name, {**shared, **context}), status)


def looking(who: Caller) -> Actor:
    """Who looks, by name. Raises NotSignedIn, also for nobody on a personal file: a page is somebody's."""
    known = who.look()
    if not known.name:
        raise NotSignedIn("Nobody said who they are.", "Sign in.")
    return known


def wants_fragment(request: Request) -> bool:
    """Whether a module of ours asks, which swaps pieces of the page it is on."""
    return FRAGMENT in request.headers


def go(address: str) -> Response:
    """Go on to another page after a form was sent."""
    return RedirectResponse(address, 303)
