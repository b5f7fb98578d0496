"""The desk through the command line: every call is one command, read back from its JSON."""

from __future__ import annotations

import io
import json
import sys
import tempfile
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from factcheck.cli import run
from factcheck.domain.events import Event
from factcheck.domain.models import Article, AskedQuery, Claim, Correction, SentenceChange
from factcheck.gherkin.desk import Link, Refused

# Who looks where a step doesn't say who: in a newsroom with users it must be one of them.
_ONLOOKER = "Ed Editor"


class CliDesk:
    """Answers steps with command lines, in this process. See `Desk` for what each method does."""

    def __init__(self, database: str) -> None:
        """Work on a database, which the first command makes."""
        self.database = database

    def take_in(self, person: str, text: str, slug: str) -> Article:  # noqa: D102 - see Desk
        done = self._json("ingest", "-", "--slug", slug, "--as", person, typed=text.encode())
        return Article.model_validate(done["article"])

    def revise(self, person: str, slug: str, text: str) -> list[SentenceChange]:  # noqa: D102 - see Desk
        done = self._json("revise", slug, "-", "--as", person, typed=text.encode())
        return TypeAdapter(list[SentenceChange]).validate_python(done["changes"])

    def preview(self, slug: str, text: str) -> list[SentenceChange]:  # noqa: D102 - see Desk
        done = self._json("revise", slug, "-", "--dry-run", typed=text.encode())
        return TypeAdapter(list[SentenceChange]).validate_python(done["changes"])

    def diff(self, slug: str, first: int, second: int) -> list[SentenceChange]:  # noqa: D102 - see Desk
        found = self._json("diff", slug, str(first), str(second))
        return TypeAdapter(list[SentenceChange]).validate_python(found)

    def articles(self) -> list[Article]:  # noqa: D102 - see Desk
        return TypeAdapter(list[Article]).validate_python(self._json("articles"))

    def claims(self, slug: str, *, source: str | None = None, words: str | None = None) -> list[Claim]:  # noqa: D102 - see Desk
        options = [*(("--source", source) if source else ()), *(("--query", words) if words else ())]
        return TypeAdapter(list[Claim]).validate_python(self._json("claims", slug, *options))

    def claim(self, ref: str) -> Claim:  # noqa: D102 - see Desk
        return Claim.model_validate(self._json("show", ref))

    def set_deadline(self, person: str, slug: str, moment: datetime) -> None:  # noqa: D102 - see Desk
        self._json("deadline", slug, moment.isoformat(), "--as", person)

    def name_user(self, person: str, name: str, role: str) -> None:  # noqa: D102 - see Desk
        self._json("users", "add", name, "--role", role, "--as", person)

    def change_role(self, person: str, name: str, role: str) -> None:  # noqa: D102 - see Desk
        self._json("users", "role", name, role, "--as", person)

    def disable_user(self, person: str, name: str) -> None:  # noqa: D102 - see Desk
        self._json("users", "disable", name, "--as", person)

    def next(self, person: str, slug: str | None) -> Claim:  # noqa: D102 - see Desk
        return Claim.model_validate(self._json("next", *([slug] if slug else []), "--as", person))

    def take(self, person: str, ref: str) -> None:  # noqa: D102 - see Desk
        self._json("take", ref, "--as", person)

    def release(self, person: str, ref: str) -> None:  # noqa: D102 - see Desk
        self._json("release", ref, "--as", person)

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
        options: list[str] = []
        for link in evidence:
            options += ["--evidence", link.url]
            options += ["--stance", link.stance] if link.stance else []
            options += ["--quote", link.quote] if link.quote else []
        options += ["--note", note] if note else []
        options += ["--if-version", str(version)] if version else []
        self._json("mark", ref, verdict, *options, "--as", person)

    def tick(self, person: str, ref: str, number: int) -> None:  # noqa: D102 - see Desk
        self._json("tick", ref, str(number), "--as", person)

    def merge_sources(self, person: str, name: str, into: str) -> None:  # noqa: D102 - see Desk
        self._json("sources", "merge", name, into, "--as", person)

    def split_source(self, person: str, name: str) -> None:  # noqa: D102 - see Desk
        self._json("sources", "split", name, "--as", person)

    def skip(self, person: str, ref: str, reason: str, note: str | None = None) -> None:  # noqa: D102 - see Desk
        self._json("skip", ref, reason, *(("--note", note) if note else ()), "--as", person)

    def undo(self, person: str, ref: str) -> None:  # noqa: D102 - see Desk
        self._json("undo", ref, "--as", person)

    def attach(self, person: str, ref: str, link: Link, *, keep: bool = False) -> None:  # noqa: D102 - see Desk
        options = [*(() if keep else ("--no-snapshot",)), *(("--stance", link.stance) if link.stance else ())]
        options += ["--quote", link.quote] if link.quote else []
        self._json("evidence", "add", ref, link.url, *options, "--as", person)

    def recheck(self, person: str) -> None:  # noqa: D102 - see Desk
        self._json("evidence", "recheck", "--as", person)

    def kept_page(self, evidence_id: int) -> str:  # noqa: D102 - see Desk
        status, out, said = self._call("evidence", "open", str(evidence_id))
        if status:
            raise AssertionError(said)
        return out.decode()

    def remove(self, person: str, evidence_id: int) -> None:  # noqa: D102 - see Desk
        self._json("evidence", "remove", str(evidence_id), "--as", person)

    def ask(self, person: str, ref: str, text: str, due: date | None = None) -> None:  # noqa: D102 - see Desk
        self._json("query", ref, text, "--as", person, *(("--due", str(due)) if due else ()))

    def questions(self) -> list[AskedQuery]:  # noqa: D102 - see Desk
        return [AskedQuery.model_validate(one) for one in self._json("queries")]

    def answer(self, person: str, ref: str, text: str) -> None:  # noqa: D102 - see Desk
        self._json("answer", ref, text, "--as", person)

    def approve(self, person: str, ref: str) -> None:  # noqa: D102 - see Desk
        self._json("approve", ref, "--as", person)

    def send_back(self, person: str, ref: str, reason: str) -> None:  # noqa: D102 - see Desk
        self._json("return", ref, "--reason", reason, "--as", person)

    def publish(  # noqa: D102 - see Desk
        self, person: str, slug: str, *, kind: str | None = None, notice: str | None = None
    ) -> None:
        options = [*(("--class", kind) if kind else ()), *(("--correction", notice) if notice else ())]
        self._json("publish", slug, *options, "--as", person)

    def corrections(self) -> list[Correction]:  # noqa: D102 - see Desk
        return TypeAdapter(list[Correction]).validate_python(self._json("corrections"))

    def reopen(self, person: str, ref: str, reason: str) -> None:  # noqa: D102 - see Desk
        self._json("reopen", ref, "--reason", reason, "--as", person)

    def withdraw(self, person: str, ref: str, reason: str) -> None:  # noqa: D102 - see Desk
        self._json("withdraw", ref, "--reason", reason, "--as", person)

    def load_rules(self, person: str, feature: str) -> None:  # noqa: D102 - see Desk
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "house.feature"
            file.write_text(feature, encoding="utf-8")
            status, _, said = self._call("policy", "load", str(file), "--as", person)
        if status:
            message, _, hint = said.removeprefix("Error: ").partition("\n")
            raise Refused("", message, hint)

    def gate(self, slug: str) -> list[str]:  # noqa: D102 - see Desk
        status, out, _ = self._call("gate", slug, "--json")
        found = json.loads(out)
        if (status == 0) != found["green"]:
            raise AssertionError(f"exit status {status} doesn't fit the gate's answer")
        return [finding["ref"] for finding in found["findings"]]

    def export(self, slug: str, format_name: str, *, verified: bool = False) -> bytes:  # noqa: D102 - see Desk
        status, out, said = self._call(
            "export", slug, "--format", format_name, *(["--verified"] if verified else [])
        )
        if status:
            raise AssertionError(said)
        return out

    def history(self, ref: str) -> list[Event]:  # noqa: D102 - see Desk
        return TypeAdapter(list[Event]).validate_python(self._json("history", ref))

    def seal(self, person: str) -> str:  # noqa: D102 - see Desk
        return str(self._json("ledger", "seal", "--as", person)["hash"])

    def verify(self, head: str | None = None) -> None:  # noqa: D102 - see Desk
        self._json("ledger", "verify", *(("--head", head) if head else ()))

    def _json(self, *words: str, typed: bytes = b"") -> Any:
        status, out, said = self._call(*words, "--json", typed=typed)
        if status:
            error = json.loads(said)["error"]
            raise Refused(error["code"], error["message"], error["hint"])
        return json.loads(out)

    def _call(self, *words: str, typed: bytes = b"") -> tuple[int, bytes, str]:
        """Run one command with standard streams of its own; exit status, output, messages."""
        streams = sys.stdin, sys.stdout, sys.stderr
        out, said = io.BytesIO(), io.StringIO()
        sys.stdin, sys.stdout, sys.stderr = (
            io.TextIOWrapper(io.BytesIO(typed)),
            io.TextIOWrapper(out, encoding="utf-8", write_through=True),
            said,
        )
        try:
            looks = () if "--as" in words else ("--as", _ONLOOKER)
            status = run(["--database", self.database, *words, *looks])
            written = out.getvalue()
        finally:
            sys.stdin, sys.stdout, sys.stderr = streams
        return status, written, said.getvalue()
