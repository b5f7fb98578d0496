"""The operations that the API's description lists, and a request of each with whatever one likes in it."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import quote

import httpx
from fastapi import FastAPI

Place = tuple[str | int, ...]
_PLAIN: dict[str, Any] = {"slug": "rednote", "n": 1, "first": 1, "second": 2, "id": 1, "name": "The reader"}


@dataclass
class Asked:
    """A request that the description allows."""

    id: str
    method: str
    path: str
    path_values: dict[str, Any]
    query: dict[str, Any] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    body: Any = None
    takes_bytes: bool = False

    def send(self, client: httpx.Client, **headers: str) -> httpx.Response:
        """Ask it."""
        values = {name: quote(str(value), safe="") for name, value in self.path_values.items()}
        given: dict[str, Any] = {"headers": {**self.headers, **headers}, "params": self.query}
        if self.takes_bytes:
            given["content"] = self.body
        elif self.body is not None:
            given["content"] = json.dumps(self.body)  # in ASCII, so that it can hold half a character
            given["headers"].setdefault("Content-Type", "application/json")
        return client.request(self.method, self.path.format(**values), **given)

    def places(self) -> Iterator[Place]:
        """Where in it a value stands: `("body", "evidence", 0, "url")`."""
        for name in self.path_values:
            yield ("path_values", name)
        for name in self.query:
            yield ("query", name)
        for name in self.headers:
            yield ("headers", name)
        if not self.takes_bytes:
            yield from (("body", *place) for place in _leaves(self.body) if place)

    def having(self, place: Place, value: Any) -> Asked:
        """The same request with another value at a place."""
        changed = copy.deepcopy(self)
        here: Any = getattr(changed, str(place[0]))
        for step in place[1:-1]:
            here = here[step]
        here[place[-1]] = value
        return changed


def operations(app: FastAPI) -> list[Asked]:
    """One plausible request of each operation; all that it may say is said."""
    described = app.openapi()
    found: list[Asked] = []
    for path, methods in described["paths"].items():
        for method, operation in methods.items():
            asked = Asked(operation["operationId"], method.upper(), path, {})
            for one in operation.get("parameters", []):
                value = _PLAIN.get(one["name"], _value(described, one["schema"]))
                kept = {"path": asked.path_values, "query": asked.query, "header": asked.headers}[one["in"]]
                kept[one["name"]] = '"v1"' if one["name"] == "if-match" else value
            content = operation.get("requestBody", {}).get("content", {})
            if "application/json" in content:
                asked.body = _value(described, content["application/json"]["schema"])
            elif content:
                asked.body, asked.takes_bytes = b"The bridge cost 4 million euros.", True
            found += _either(asked)
    return found


def _either(asked: Asked) -> Iterator[Asked]:
    """An article comes by its text or by its address; of a user one thing is changed at a time."""
    if asked.id == "ingest_article":
        yield asked.having(("body", "url"), None)
        yield asked.having(("body", "text"), None)
    elif asked.id == "change_user":
        for name, value in asked.body.items():
            yield replace(asked, body={name: value})
    else:
        yield asked


def _value(described: dict[str, Any], schema: dict[str, Any]) -> Any:
    """Something that a schema allows."""
    if schema.get("examples"):
        return schema["examples"][0]
    if "$ref" in schema:
        return _value(described, described["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]])
    if "anyOf" in schema:
        return _value(described, schema["anyOf"][0])
    if "enum" in schema:
        return schema["enum"][0]
    kind = schema.get("type", "string")
    if kind == "object":
        if isinstance(more := schema.get("additionalProperties"), dict):
            return {"house.feature": _value(described, more)}
        return {name: _value(described, one) for name, one in schema.get("properties", {}).items()}
    if kind == "array":
        return [_value(described, schema["items"])]
    if kind == "string":
        formats = {"date": "2026-01-31", "date-time": "2026-01-31T12:00:00Z"}
        return formats.get(schema.get("format", ""), "words that mean little")
    return {"integer": schema.get("minimum", 1), "boolean": False}[kind]


def _leaves(value: Any) -> Iterator[Place]:
    if isinstance(value, dict | list):
        pairs = value.items() if isinstance(value, dict) else enumerate(value)
        for name, one in pairs:
            yield from ((name, *rest) for rest in _leaves(one))
    else:
        yield ()
