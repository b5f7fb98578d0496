"""What a caller sent, kept out of what they are told: messages quote it, and answers end up on pages."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request

# What may be said back: slugs, refs, verdicts, names; up to twelve words with nothing that a page could run.
_HARMLESS = re.compile(r"[\w.'’-]{1,60}(?: [\w.'’-]{1,60}){0,11}(?:[#:](?:all|\d{1,7}(?:-\d{1,7})?))?\Z")
_LONGEST = 100
_SHORTEST, _SHORTEST_SECRET = 3, 6
# Messages quote what they were given, and shorten it: at these lengths, or with an ellipsis.
_QUOTED = re.compile(r"(?<=“)[^“”]+(?=”)|(?<=')[^']+(?=')")
_CUTS = (20, 40, 60, 80, 200)
_WORD, _LIVE = re.compile(r"\S+"), re.compile(r"[<>&\x00-\x08\x0e-\x1f]")
_LONGEST_MESSAGE = 2000  # what was stored before may be quoted too, and be long
# More than this is not gone through: then nothing quoted stays that isn't harmless.
_MOST = 200_000
_SECRETS = ("authorization", "cookie")
_SECRET_FIELDS = ("password",)


@dataclass(frozen=True, slots=True)
class Said:
    """What a request said: its words, its secrets, and whether that is all of it."""

    words: tuple[str, ...] = ()
    secrets: tuple[str, ...] = ()
    complete: bool = True


def said_in(request: Request) -> Said:
    """All that the caller sent which a message could repeat."""
    words = [str(value) for value in request.path_params.values()]
    words += [word for pair in request.query_params.multi_items() for word in pair]
    words += [request.headers.get(name, "") for name in ("factcheck-as", "if-match")]
    secrets = [request.headers.get(name, "") for name in _SECRETS]
    secrets += [part for one in secrets for part in re.split(r"[\s;=]+", one)]
    body = request.scope.get("factcheck.body", b"")
    if len(body) > _MOST:
        return Said(tuple(words), tuple(secrets), complete=False)
    told = _json_of(body)
    words += _leaves(told)
    if isinstance(told, Mapping):
        secrets += [value for name in _SECRET_FIELDS if isinstance(value := told.get(name), str)]
    return Said(tuple(words), tuple(secrets))


def without_input(text: str, said: Said) -> str:
    """A message in which what the caller sent is left out, as far as it is more than a few plain words.

    Secrets are left out whatever they look like.
    """
    text = text if len(text) <= _LONGEST_MESSAGE else f"{text[:_LONGEST_MESSAGE]}…"
    for secret in sorted(
        {one for one in said.secrets if len(one) >= _SHORTEST_SECRET}, key=len, reverse=True
    ):
        text = text.replace(secret, "…")
    unwanted = {one for one in said.words if len(one) >= _SHORTEST and not _is_harmless(one)}
    for one in sorted(unwanted, key=len, reverse=True):
        for piece in (one, *(one[:cut] for cut in reversed(_CUTS) if cut < len(one))):
            if not _is_harmless(piece):
                text = text.replace(piece, "…")
    heard = "\n".join(_folded(one) for one in unwanted)

    def kept(found: re.Match[str]) -> str:
        piece = _folded(found[0].rstrip("…"))
        sent = not said.complete or piece in heard
        return "…" if sent and len(piece) >= _SHORTEST and not _is_harmless(piece) else found[0]

    quoted = _QUOTED.sub(kept, text)
    return _WORD.sub(lambda found: kept(found) if _LIVE.search(found[0]) else found[0], quoted)


def _is_harmless(word: str) -> bool:
    return len(word) <= _LONGEST and _HARMLESS.match(word) is not None


def _folded(text: str) -> str:
    """A text whatever its case, blanks and way of writing an accent: services tidy what they are given."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def _json_of(body: bytes) -> Any:
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return body.decode("utf-8", "replace")


def _leaves(value: Any) -> Iterator[str]:
    """Every string in a JSON value, keys too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for name, one in value.items():
            yield str(name)
            yield from _leaves(one)
    elif isinstance(value, Iterable):
        for one in value:
            yield from _leaves(one)
