"""The newsroom's people, their tokens, its policy and its rules."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query
from starlette.responses import Response

from factcheck.domain.people import Token, User
from factcheck.errors import BadInput
from factcheck.services import house_rules, people, signing_in
from factcheck.services.policies import show_policy
from factcheck.services.policy_loading import load_policy
from factcheck.web.api.answers import NewTokenAnswer, PolicyAnswer, RulesAnswer
from factcheck.web.api.bodies import RulesBody, TokenBody, TomlBody, UserBody, UserChange
from factcheck.web.api.kinds import Id, Plain
from factcheck.web.callers import Who
from factcheck.web.replies import reply

router = APIRouter(tags=["house"])
Name = Annotated[Plain, Path(max_length=100)]


@router.get("/users", response_model=list[User], operation_id="list_users")
def list_users(who: Who) -> Response:
    """All users, disabled ones too."""
    who.look()
    return reply(people.list_users(who.sessions))


@router.post("/users", status_code=201, response_model=User, operation_id="add_user")
def add_user(who: Who, body: UserBody) -> Response:
    """Name a person of the newsroom. The first one is an admin, with a password to come back with."""
    people.check_allowed(who.sessions, who.actor, "users")  # hashing a password costs too much for anybody
    if body.password is None and not signing_in.has_users(who.sessions):
        raise BadInput("The first user needs a password, or nobody could sign in.", "Send one: password.")
    user = people.add_user(who.sessions, who.actor, body.name, body.role, password=body.password)
    return reply(user, 201)


@router.patch("/users/{name}", response_model=User, operation_id="change_user")
def change_user(who: Who, name: Name, body: UserChange) -> Response:
    """Give a user another role, password or login, or let them act no more: one of these at a time."""
    who.look()  # before a password is hashed, which costs too much for anybody
    told = body.model_fields_set
    if len(told) != 1:
        raise BadInput("One thing is changed at a time.", "Send one of: role, disabled, password, login.")
    if body.password is not None:
        return reply(signing_in.set_password(who.sessions, who.actor, name, body.password))
    if body.role is not None:
        return reply(people.change_role(who.sessions, who.actor, name, body.role))
    if body.disabled is not None:
        return reply(people.disable_user(who.sessions, who.actor, name, disabled=body.disabled))
    if "login" not in told:
        raise BadInput("Only a login can be taken away.", "Send a role, a password, or whether disabled.")
    return reply(signing_in.set_login(who.sessions, who.actor, name, body.login))


@router.get("/tokens", response_model=list[Token], operation_id="list_tokens")
def list_tokens(who: Who, user: Annotated[Plain | None, Query(max_length=100)] = None) -> Response:
    """Tokens, without their secrets."""
    return reply(people.list_tokens(who.sessions, who.actor, user))


@router.post("/tokens", status_code=201, response_model=NewTokenAnswer, operation_id="add_token")
def add_token(who: Who, body: TokenBody) -> Response:
    """Make a token; its secret is shown this once."""
    token, secret = people.add_token(
        who.sessions, who.actor, body.user, label=body.label, scope=body.scope, days=body.days
    )
    return reply({"token": token, "secret": secret}, 201)


@router.delete("/tokens/{id}", response_model=Token, operation_id="revoke_token")
def revoke_token(who: Who, id: Id) -> Response:
    """Let a token be good for nothing from now on."""
    return reply(people.revoke_token(who.sessions, who.actor, id))


@router.get("/policy", response_model=PolicyAnswer, operation_id="show_policy")
def policy(who: Who) -> Response:
    """The policy in force."""
    who.look()
    return reply({"toml": show_policy(who.sessions)})


@router.put("/policy", response_model=PolicyAnswer, operation_id="load_policy")
def put_policy(who: Who, body: TomlBody) -> Response:
    """Put a policy in force."""
    people.check_allowed(who.sessions, who.actor, "policy")
    load_policy(who.sessions, who.actor, body.toml)
    return reply({"toml": show_policy(who.sessions)})


@router.get("/rules", response_model=RulesAnswer, operation_id="show_rules")
def rules(who: Who) -> Response:
    """The newsroom's rules in force."""
    who.look()
    files = house_rules.show_rules(who.sessions)
    return reply({"files": files, "rules": len(house_rules.named_rules(files))})


@router.put("/rules", response_model=RulesAnswer, operation_id="load_rules")
def put_rules(who: Who, body: RulesBody) -> Response:
    """Put the newsroom's rules in force, in place of those before."""
    people.check_allowed(who.sessions, who.actor, "policy")
    number = house_rules.load_rules(who.sessions, who.actor, body.files)
    return reply({"files": body.files, "rules": number})
