"""The house: sources, evidence's health, the dashboard, the ledger, the policy, the people."""

from __future__ import annotations

import time
from collections import Counter
from typing import Annotated

from fastapi import APIRouter, Path, Request
from starlette.responses import Response

from factcheck.domain.vocabulary import Role
from factcheck.errors import BadInput, IntegrityFailure, NotFound
from factcheck.evidence.extraction import stands_in
from factcheck.services import house_rules, ledgers, people, reading, registering, signing_in
from factcheck.services.dashboard import list_pages, read_dashboard, read_source
from factcheck.services.policies import show_policy
from factcheck.services.rechecking import due_evidence, recheck_evidence
from factcheck.services.snapshots import open_snapshot
from factcheck.web.callers import Caller, Who
from factcheck.web.pages.charts import bar_chart
from factcheck.web.pages.forms import Form, needed
from factcheck.web.pages.rendering import go, looking, page

router = APIRouter(include_in_schema=False)
Id = Annotated[int, Path(ge=1, le=2**31 - 1)]
_AT_ONCE = 20


@router.get("/sources")
def sources(request: Request, who: Who) -> Response:
    """Who is quoted, most often first, and which may be one."""
    actor = looking(who)
    found = [one for one in reading.list_sources(who.sessions) if one.claims]
    context = {"sources": found, "suggestions": registering.suggest_merges(who.sessions)[:20]}
    return page(request, who, "sources.html", context, actor=actor)


@router.post("/sources/merge")
def merge(who: Who, fields: Form) -> Response:
    """Let one source stand for another."""
    looking(who)
    name, into = needed(fields, "name", "A source"), needed(fields, "into", "The other source")
    registering.merge_sources(who.sessions, who.actor, name, into)
    return go("/sources?done=done")


@router.get("/sources/{id}")
def source(request: Request, who: Who, id: Id) -> Response:
    """What one source is quoted with, and what was found, over time."""
    actor = looking(who)
    record = read_source(who.sessions, id)
    names = [*record.verdicts, "open"]
    chart = bar_chart("Claims by month and verdict", names, record.months)
    return page(request, who, "source.html", {"record": record, "chart": chart}, actor=actor)


@router.get("/evidence")
def evidence(request: Request, who: Who) -> Response:
    """How the pages are that verdicts rest on."""
    actor = looking(who)
    context = {"pages": list_pages(who.sessions), "due": len(due_evidence(who.sessions, due_only=True))}
    return page(request, who, "evidence.html", context, actor=actor)


@router.post("/evidence/recheck")
def recheck(who: Who) -> Response:
    """Look at what is due, some pages at a time."""
    looking(who)
    due = due_evidence(who.sessions, due_only=True)[:_AT_ONCE]
    for _ in recheck_evidence(who.sessions, who.shelf, who.network.fetch, who.actor, due, pause=time.sleep):
        continue
    return go("/evidence?done=done")


@router.get("/evidence/{id}")
def kept(request: Request, who: Who, id: Id) -> Response:
    """The words of a page as it was kept; never its markup."""
    actor = looking(who)
    found = open_snapshot(who.sessions, who.shelf, id)
    here = None if not found.piece.quote or found.text is None else stands_in(found.piece.quote, found.text)
    return page(request, who, "kept.html", {"found": found, "here": here}, actor=actor)


@router.get("/dashboard")
def dashboard(request: Request, who: Who) -> Response:
    """The desk in numbers."""
    actor = looking(who)
    found = read_dashboard(who.sessions)
    done = ("checked", "approved", "published")
    verdicts = list(dict.fromkeys(name for _, counts in found.verdicts for name in counts))
    charts = [
        bar_chart(
            "What was done each day",
            done,
            [(f"{day.day:%a %-d %b}", {name: getattr(day, name) for name in done}) for day in found.days],
        ),
        bar_chart(
            "From an article's arrival to a verdict",
            ("claims",),
            [(n, {"claims": x}) for n, x in found.hours],
        ),
        bar_chart(
            "Verdicts by kind of source",
            verdicts,
            [(kind or "the article's own word", counts) for kind, counts in found.verdicts],
        ),
        bar_chart("Where claims stand", ("claims",), _rows(found.statuses)),
    ]
    return page(request, who, "dashboard.html", {"found": found, "charts": charts}, actor=actor)


def _rows(counts: Counter[str]) -> list[tuple[str, dict[str, int]]]:
    return [(name.replace("_", " "), {"claims": number}) for name, number in counts.most_common()]


@router.get("/ledger")
def ledger(request: Request, who: Who) -> Response:
    """The newest checkpoint, and what happened to the house."""
    return _ledger(request, who)


def _ledger(
    request: Request, who: Caller, verified: ledgers.Verified | None = None, broken: str | None = None
) -> Response:
    actor = looking(who)
    try:
        seal = ledgers.latest_seal(who.sessions)
    except NotFound:
        seal = None
    events = list(reading.house_history(who.sessions))[::-1][:200]
    context = {"seal": seal, "events": events, "verified": verified, "broken": broken}
    return page(request, who, "ledger.html", context, actor=actor)


@router.post("/ledger/verify")
def verify(request: Request, who: Who, fields: Form) -> Response:
    """Go through the whole ledger, and say what was found."""
    looking(who)
    try:
        return _ledger(request, who, ledgers.verify_ledger(who.sessions, head=fields.get("head")))
    except IntegrityFailure as error:
        return _ledger(request, who, broken=f"{error.message} {error.hint or ''}")


@router.post("/ledger/seal")
def seal(who: Who) -> Response:
    """Make a checkpoint."""
    looking(who)
    ledgers.seal_ledger(who.sessions, who.actor)
    return go("/ledger?done=sealed")


@router.get("/policy")
def policy(request: Request, who: Who) -> Response:
    """The policy and the rules in force."""
    actor = looking(who)
    files = house_rules.show_rules(who.sessions)
    context = {"toml": show_policy(who.sessions), "files": files, "rules": house_rules.named_rules(files)}
    return page(request, who, "policy.html", context, actor=actor)


@router.get("/users")
def users(request: Request, who: Who) -> Response:
    """The newsroom's people; for an admin their tokens too."""
    actor = looking(who)
    found = people.list_users(who.sessions)
    tokens = people.list_tokens(who.sessions, who.actor) if actor.role is Role.ADMIN and found else []
    context = {"users": found, "tokens": tokens, "roles": list(Role)}
    return page(request, who, "users.html", context, actor=actor)


@router.post("/users")
def add_user(who: Who, fields: Form) -> Response:
    """Name a person; the first one is an admin, with a password to come back with."""
    looking(who)
    password = fields.get("password")
    if password is None and not signing_in.has_users(who.sessions):
        raise BadInput("The first user needs a password, or nobody could sign in.", "Give one.")
    role = _role(needed(fields, "role", "A role"))
    people.add_user(who.sessions, who.actor, needed(fields, "name", "A name"), role, password=password)
    return go("/users?done=done")


@router.post("/users/change")
def change_user(who: Who, fields: Form) -> Response:
    """Give a user another role or password, or let them act no more; one's own password too."""
    looking(who)
    name = needed(fields, "name", "A name")
    if "password" in fields:
        signing_in.set_password(who.sessions, who.actor, name, fields["password"])
    if "role" in fields:
        people.change_role(who.sessions, who.actor, name, _role(fields["role"]))
    if "disabled" in fields:
        people.disable_user(who.sessions, who.actor, name, disabled=fields["disabled"] == "yes")
    if "everywhere" in fields:
        signing_in.sign_out_everywhere(who.sessions, who.actor, name)
    return go("/users?done=done")


def _role(word: str) -> Role:
    try:
        return Role(word)
    except ValueError as error:
        raise BadInput("That is no role.", "Choose one of those on the page.") from error
