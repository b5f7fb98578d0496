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
from factcheck.services.dashboard import list_pages, read_dashboard, read_source, read_sources
from factcheck.services.policies import current_policy, show_policy
from factcheck.services.rechecking import due_evidence, recheck_evidence
from factcheck.services.snapshots import open_snapshot
from factcheck.web.callers import Caller, Who
from factcheck.web.pages.charts import OPEN, Series, grouped_chart, stacked_chart, verdict_series
from factcheck.web.pages.forms import Form, needed, number
from factcheck.web.pages.rendering import go, looking, page

router = APIRouter(include_in_schema=False)
Id = Annotated[int, Path(ge=1, le=2**31 - 1)]
_AT_ONCE = 20
# What is done with a claim, and its colour: that of the state which it leads to.
_DONE = {"checked": 10, "approved": 11, "published": 12}
_CLAIMS = (Series("claims", "claims", 11),)


@router.get("/sources")
def sources(request: Request, who: Who) -> Response:
    """Who is quoted, most often first, and which may be one."""
    actor = looking(who)
    context = {
        "sources": read_sources(who.sessions),
        "suggestions": registering.suggest_merges(who.sessions)[:20],
        "policy": current_policy(who.sessions),
    }
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
    policy = current_policy(who.sessions)
    series = [*verdict_series(policy, list(record.verdicts)), Series("open", "No verdict yet", OPEN)]
    chart = stacked_chart("Claims by month and verdict", series, record.months)
    return page(
        request, who, "source.html", {"record": record, "chart": chart, "policy": policy}, actor=actor
    )


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
    met = sorted({name for _, counts in found.verdicts for name in counts})
    days = [(f"{one.day:%a %-d %b}", {key: getattr(one, key) for key in _DONE}) for one in found.days]
    sources = [(kind or "the article's own word", counts) for kind, counts in found.verdicts]
    charts = [
        grouped_chart("What was done each day", [Series(key, key, n) for key, n in _DONE.items()], days),
        stacked_chart(
            "From an article's arrival to a verdict", _CLAIMS, [(n, {"claims": x}) for n, x in found.hours]
        ),
        stacked_chart(
            "Verdicts by kind of source", verdict_series(current_policy(who.sessions), met), sources
        ),
        stacked_chart("Where claims stand", _CLAIMS, _rows(found.statuses)),
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
    """The newsroom's people, and where they are signed in; for an admin their tokens too."""
    return _users(request, who)


def _users(request: Request, who: Caller, secret: str | None = None) -> Response:
    actor = looking(who)
    found = people.list_users(who.sessions)
    managing = actor.role is Role.ADMIN and bool(found)
    context = {
        "users": found,
        "tokens": people.list_tokens(who.sessions, who.actor) if managing else [],
        "managing": managing,
        "signed_in": signing_in.signed_in_where(who.sessions, who.actor) if found else {},
        "roles": list(Role),
        "secret": secret,
    }
    return page(request, who, "users.html", context, actor=actor)


@router.post("/users")
def add_user(who: Who, fields: Form) -> Response:
    """Name a person; the first one is an admin, with a password to come back with."""
    looking(who)
    password = fields.get("password")
    if password is None and not signing_in.has_users(who.sessions):
        raise BadInput("The first user needs a password, or nobody could sign in.", "Give one.")
    role = _role(needed(fields, "role", "A role"))
    is_first = not signing_in.has_users(who.sessions)
    people.add_user(who.sessions, who.actor, needed(fields, "name", "A name"), role, password=password)
    return go("/sign-in?next=/users&done=named" if is_first else "/users?done=done")


@router.post("/users/change")
def change_user(who: Who, fields: Form) -> Response:
    """Give a user another role or password, or let them act no more."""
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


@router.post("/users/password")
def change_password(who: Who, fields: Form) -> Response:
    """Give oneself another password; one signs in again with it."""
    looking(who)
    new = needed(fields, "password", "The new password")
    if fields.get("again") != new:
        raise BadInput("The two new passwords are not the same.", "Type the new one twice.")
    signing_in.change_password(who.sessions, who.actor, fields.get("old", ""), new)
    return go("/users?done=done")


@router.post("/users/tokens")
def add_token(request: Request, who: Who, fields: Form) -> Response:
    """Make a token, and show its secret this once."""
    looking(who)
    days = number(fields, "days") if "days" in fields else 90
    label, scope = needed(fields, "label", "What it is for"), _role(needed(fields, "scope", "A role"))
    name = needed(fields, "name", "A name")
    _, secret = people.add_token(who.sessions, who.actor, name, label=label, scope=scope, days=days or 0)
    return _users(request, who, secret)


@router.post("/users/tokens/{id}/revoke")
def revoke_token(who: Who, id: Id) -> Response:
    """Let a token be good for nothing from now on."""
    looking(who)
    people.revoke_token(who.sessions, who.actor, id)
    return go("/users?done=done")


def _role(word: str) -> Role:
    try:
        return Role(word)
    except ValueError as error:
        raise BadInput("That is no role.", "Choose one of those on the page.") from error
