"""The desk through the REST API: every call is one request to a server, read back from its JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from urllib.parse import quote

import httpx
from pydantic import TypeAdapter

from factcheck.domain.actors import person_key
from factcheck.domain.events import Event
from factcheck.domain.models import Article, AskedQuery, Claim, Correction, SentenceChange
from factcheck.domain.refs import parse_ref
from factcheck.gherkin.desk import Link, Refused

# Few enough that a list of a scenario comes in several pages.
_PAGE = 3
_API = "/api/v1"


def _claim(ref: str, act: str = "") -> str:
    named = parse_ref(ref)
    return f"/articles/{named.slug}/claims/{named.n}{act}"


def _piece(link: Link) -> dict[str, str | None]:
    return {"url": link.url, "stance": link.stance, "quote": link.quote}


class HttpDesk:
    """Answers steps with requests to a running server. See `Desk` for what each method does.

    People say who they are until the newsroom has users; from then on each shows a token.
    """

    def __init__(self, address: str) -> None:
        """Call the server at `address`, such as `http://127.0.0.1:8000`."""
        self._address = address
        self._client = httpx.Client(base_url=address, timeout=60)
        self._tokens: dict[str, str] = {}

    def close(self) -> None:
        """Hang up."""
        self._client.close()

    def take_in(self, person: str, text: str, slug: str) -> Article:  # noqa: D102 - see Desk
        done = self._json("POST", "/articles", person, {"text": text, "slug": slug})
        return Article.model_validate(done["article"])

    def revise(self, person: str, slug: str, text: str) -> list[SentenceChange]:  # noqa: D102 - see Desk
        done = self._json("POST", f"/articles/{slug}/revisions", person, {"text": text})
        return TypeAdapter(list[SentenceChange]).validate_python(done["changes"])

    def preview(self, slug: str, text: str) -> list[SentenceChange]:  # noqa: D102 - see Desk
        done = self._json("POST", f"/articles/{slug}/revisions", body={"text": text, "dry_run": True})
        return TypeAdapter(list[SentenceChange]).validate_python(done["changes"])

    def diff(self, slug: str, first: int, second: int) -> list[SentenceChange]:  # noqa: D102 - see Desk
        found = self._json("GET", f"/articles/{slug}/revisions/{first}/diff/{second}")
        return TypeAdapter(list[SentenceChange]).validate_python(found)

    def articles(self) -> list[Article]:  # noqa: D102 - see Desk
        return TypeAdapter(list[Article]).validate_python(self._pages("/articles", {}))

    def claims(self, slug: str, *, source: str | None = None, words: str | None = None) -> list[Claim]:  # noqa: D102 - see Desk
        asked = {"article": slug, "source": source, "query": words}
        wanted = {name: value for name, value in asked.items() if value is not None}
        return TypeAdapter(list[Claim]).validate_python(self._pages("/claims", wanted))

    def claim(self, ref: str) -> Claim:  # noqa: D102 - see Desk
        return Claim.model_validate(self._json("GET", _claim(ref)))

    def set_deadline(self, person: str, slug: str, moment: datetime) -> None:  # noqa: D102 - see Desk
        self._json("PUT", f"/articles/{slug}/deadline", person, {"deadline": moment.isoformat()})

    def name_user(self, person: str, name: str, role: str) -> None:  # noqa: D102 - see Desk
        password = f"the password of {name}"
        self._json("POST", "/users", person, {"name": name, "role": role, "password": password})
        if self._tokens:
            self._tokens[person_key(name)] = self._make_token(person, name)
        else:
            self._tokens[person_key(name)] = self._first_token(name, password)

    def change_role(self, person: str, name: str, role: str) -> None:  # noqa: D102 - see Desk
        self._json("PATCH", f"/users/{quote(name, safe='')}", person, {"role": role})

    def disable_user(self, person: str, name: str) -> None:  # noqa: D102 - see Desk
        self._json("PATCH", f"/users/{quote(name, safe='')}", person, {"disabled": True})

    def next(self, person: str, slug: str | None) -> Claim:  # noqa: D102 - see Desk
        return Claim.model_validate(self._json("POST", "/next", person, {"article": slug})["claim"])

    def take(self, person: str, ref: str) -> None:  # noqa: D102 - see Desk
        self._json("POST", _claim(ref, "/take"), person)

    def release(self, person: str, ref: str) -> None:  # noqa: D102 - see Desk
        self._json("POST", _claim(ref, "/release"), person)

    def mark(  # noqa: D102 - see Desk
        self,
        person: str,
        ref: str,
        verdict: str,
        *,
        evidence: Sequence[Link] = (),
        note: str | None = None,
        version: int | None = None,
    ) -> None:
        found = {"verdict": verdict, "evidence": [_piece(link) for link in evidence], "note": note}
        self._json("POST", _claim(ref, "/mark"), person, found, based_on=version)

    def tick(self, person: str, ref: str, number: int) -> None:  # noqa: D102 - see Desk
        self._json("POST", _claim(ref, "/tick"), person, {"checkpoint": number})

    def merge_sources(self, person: str, name: str, into: str) -> None:  # noqa: D102 - see Desk
        self._json("POST", "/sources/merge", person, {"name": name, "into": into})

    def split_source(self, person: str, name: str) -> None:  # noqa: D102 - see Desk
        self._json("POST", "/sources/split", person, {"name": name})

    def skip(self, person: str, ref: str, reason: str, note: str | None = None) -> None:  # noqa: D102 - see Desk
        self._json("POST", _claim(ref, "/skip"), person, {"reason": reason, "note": note})

    def undo(self, person: str, ref: str) -> None:  # noqa: D102 - see Desk
        self._json("POST", _claim(ref, "/undo"), person)

    def attach(self, person: str, ref: str, link: Link, *, keep: bool = False) -> None:  # noqa: D102 - see Desk
        self._json("POST", _claim(ref, "/evidence"), person, {**_piece(link), "keep": keep})

    def recheck(self, person: str) -> None:  # noqa: D102 - see Desk
        self._json("POST", "/evidence/recheck", person)

    def kept_page(self, evidence_id: int) -> str:  # noqa: D102 - see Desk
        return self._json("GET", f"/evidence/{evidence_id}/page")["text"] or ""

    def remove(self, person: str, evidence_id: int) -> None:  # noqa: D102 - see Desk
        self._json("DELETE", f"/evidence/{evidence_id}", person)

    def ask(self, person: str, ref: str, text: str, due: date | None = None) -> None:  # noqa: D102 - see Desk
        self._json("POST", _claim(ref, "/queries"), person, {"text": text, "due": str(due) if due else None})

    def questions(self) -> list[AskedQuery]:  # noqa: D102 - see Desk
        return TypeAdapter(list[AskedQuery]).validate_python(self._json("GET", "/queries"))

    def answer(self, person: str, ref: str, text: str) -> None:  # noqa: D102 - see Desk
        self._json("POST", _claim(ref, "/answer"), person, {"text": text})

    def approve(self, person: str, ref: str) -> None:  # noqa: D102 - see Desk
        self._json("POST", _claim(ref, "/approve"), person)

    def send_back(self, person: str, ref: str, reason: str) -> None:  # noqa: D102 - see Desk
        self._json("POST", _claim(ref, "/return"), person, {"reason": reason})

    def publish(  # noqa: D102 - see Desk
        self, person: str, slug: str, *, kind: str | None = None, notice: str | None = None
    ) -> None:
        self._json("POST", f"/articles/{slug}/publish", person, {"kind": kind, "correction": notice})

    def corrections(self) -> list[Correction]:  # noqa: D102 - see Desk
        return TypeAdapter(list[Correction]).validate_python(self._json("GET", "/corrections"))

    def reopen(self, person: str, ref: str, reason: str) -> None:  # noqa: D102 - see Desk
        self._json("POST", _claim(ref, "/reopen"), person, {"reason": reason})

    def withdraw(self, person: str, ref: str, reason: str) -> None:  # noqa: D102 - see Desk
        self._json("POST", _claim(ref, "/withdraw"), person, {"reason": reason})

    def load_rules(self, person: str, feature: str) -> None:  # noqa: D102 - see Desk
        self._json("PUT", "/rules", person, {"files": {"house.feature": feature}})

    def gate(self, slug: str) -> list[str]:  # noqa: D102 - see Desk
        found = self._json("GET", f"/articles/{slug}/gate")
        if found["green"] != (not found["findings"]):
            raise AssertionError(f"{found['green']} doesn't fit what the gate found")
        return [finding["ref"] for finding in found["findings"]]

    def export(self, slug: str, format_name: str, *, verified: bool = False) -> bytes:  # noqa: D102 - see Desk
        only = "&verified=true" if verified else ""
        return self._call("GET", f"/exports/{format_name}?article={slug}{only}").content

    def history(self, ref: str) -> list[Event]:  # noqa: D102 - see Desk
        return TypeAdapter(list[Event]).validate_python(self._json("GET", _claim(ref, "/history")))

    def seal(self, person: str) -> str:  # noqa: D102 - see Desk
        return str(self._json("POST", "/ledger/seals", person)["hash"])

    def verify(self, head: str | None = None) -> None:  # noqa: D102 - see Desk
        self._json("GET", "/ledger/verify" + (f"?head={head}" if head else ""))

    def _first_token(self, name: str, password: str) -> str:
        """The first admin has no token to show yet: they sign in as at a browser, and make one."""
        origin = {"Origin": self._address}
        self._client.post("/sign-in", data={"name": name, "password": password}, headers=origin)
        try:
            return self._make_token(None, name, origin)
        finally:
            self._client.cookies.clear()

    def _make_token(self, person: str | None, name: str, headers: Mapping[str, str] | None = None) -> str:
        wanted = {"user": name, "label": "desk", "scope": "admin"}  # no less than their role, ever
        return str(self._json("POST", "/tokens", person, wanted, headers=headers)["secret"])

    def _pages(self, path: str, wanted: Mapping[str, str]) -> list[Any]:
        """A whole list, page by page."""
        page = self._json("GET", f"{path}?{httpx.QueryParams({**wanted, 'limit': _PAGE})}")
        items = list(page["items"])
        while page["next"]:
            page = self._json("GET", page["next"].removeprefix(_API))
            items += page["items"]
        return items

    def _json(
        self,
        method: str,
        path: str,
        person: str | None = None,
        body: Mapping[str, Any] | None = None,
        *,
        based_on: int | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Any:
        more = {**(headers or {}), **({"If-Match": f'"v{based_on}"'} if based_on else {})}
        return self._call(method, path, person, body, more).json()

    def _call(
        self,
        method: str,
        path: str,
        person: str | None = None,
        body: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> httpx.Response:
        """Send one request as `person`, and without one as whoever was named first. Raises Refused."""
        said = {**(headers or {}), **self._who(person)}
        answer = self._client.request(
            method, _API + path, json=body, headers=httpx.Headers(said, encoding="utf-8")
        )
        if answer.is_success:
            return answer
        told = answer.json()
        if told["code"] == "internal":
            raise AssertionError(f"{method} {path}: {told['detail']}")
        raise Refused(told["code"], told["detail"], told.get("hint"))

    def _who(self, person: str | None) -> dict[str, str]:
        token = self._tokens.get(person_key(person)) if person else next(iter(self._tokens.values()), None)
        if token:
            return {"Authorization": f"Bearer {token}"}
        return {"Factcheck-As": person} if person else {}
