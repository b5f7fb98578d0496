"""People: who acts, what they may do, and the tokens by which programs act for them."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import timedelta

from factcheck.domain.actors import Actor, named_actor, person_key
from factcheck.domain.ledger import HOUSE
from factcheck.domain.models import iso
from factcheck.domain.people import TOKEN_PREFIX, Token, User, token_sha256
from factcheck.domain.permissions import check_may
from factcheck.domain.vocabulary import Role
from factcheck.errors import (
    BadInput,
    BadToken,
    Conflict,
    NotAllowed,
    NotFound,
    NotSignedIn,
    TransitionRefused,
)
from factcheck.services.clock import now
from factcheck.services.holds import lay_back_all_of
from factcheck.services.passwords import hash_password
from factcheck.services.policies import policy_in_force
from factcheck.store import ledger, people, web
from factcheck.store.engine import Sessions
from factcheck.store.house import house
from factcheck.store.session import Session

# The longest that a token may be good for, in days: a year and a day.
LONGEST = 366


def acting(session: Session, actor: Actor, action: str) -> Actor:
    """Who really acts, with the role that the newsroom gave them, if they may do this.

    Without users in the database people are who they say they are. Raises NotAllowed for an unknown or
    disabled one, for a token that is no good, and for what isn't theirs to do.
    """
    known = identify(session, actor)
    check_may(known, action)
    return known


def identify(session: Session, actor: Actor) -> Actor:
    """Who somebody is, with their role. Raises NotAllowed."""
    if actor.token is not None:
        return _by_token(session, actor)
    if actor.session is not None:
        return _by_session(session, actor)
    if actor.machine or not house(session).has_users:
        return actor
    if actor.remote:
        raise NotSignedIn("This newsroom wants to know who you are.", "Sign in, or show a token.")
    user = people.user_of_key(session, person_key(actor.name))
    if user is None:
        raise NotAllowed(
            f"{actor.name} is no user of this newsroom.",
            "Act under your own name with --as NAME, or ask an admin: factcheck users add NAME --role ROLE.",
        )
    if policy_in_force(session).tokens_required:
        raise NotAllowed(
            "This newsroom's policy wants everybody to show a token.",
            "Set FACTCHECK_TOKEN; an admin makes one: factcheck tokens add NAME.",
        )
    return _at_work(user, actor.role)


def check_known(sessions: Sessions, actor: Actor) -> None:
    """Refuse whoever may not even look. Raises NotAllowed."""
    check_allowed(sessions, actor, "look")


def check_allowed(sessions: Sessions, actor: Actor, action: str) -> None:
    """Refuse whoever may not do something. Raises NotAllowed."""
    with sessions.read() as session:
        acting(session, actor, action)


def _by_token(session: Session, actor: Actor) -> Actor:
    found = people.token_of_hash(session, token_sha256(actor.token or ""))
    if found is None or not found[0].is_good(now()):
        raise BadToken(
            "That token is unknown, expired or revoked.", "Ask an admin for another: factcheck tokens add."
        )
    token, user = found
    if actor.name and person_key(actor.name) != person_key(user.name):
        raise NotAllowed(
            f"The token is {user.name}'s, not {actor.name}'s.", "Leave out --as, or use your own token."
        )
    return _at_work(user, token.scope)


def _by_session(session: Session, actor: Actor) -> Actor:
    """Who is signed in. A name that somebody only said is good while the newsroom has no users."""
    found = web.session_of_hash(session, token_sha256(actor.session or ""))
    if found is None or not found[0].is_good(now()) or (found[1] is None and house(session).has_users):
        raise NotSignedIn("You are not signed in any more.", "Sign in again.")
    signed_in, user = found
    return _at_work(user, Role.ADMIN) if user else Actor(signed_in.name)


def _at_work(user: User, most: Role) -> Actor:
    if user.disabled:
        raise NotAllowed(f"{user.name} is disabled in this newsroom.", "Ask an admin.")
    limited = not most.reaches(user.role)
    return Actor(user.name, most if limited else user.role, limited=limited)


def user_named(session: Session, name: str) -> User:
    """The user of that name. Raises NotFound."""
    user = people.user_of_key(session, person_key(name))
    if user is None:
        raise NotFound(f"“{name[:60]}” is no user of this newsroom.", "See them: factcheck users list.")
    return user


def add_user(sessions: Sessions, actor: Actor, name: str, role: Role, *, password: str | None = None) -> User:
    """Name a person of the newsroom. The first one must be an admin: nobody else could add the next.

    With a password they can sign in at a browser.

    Raises Conflict for somebody who is there already, UsageError for what is no name, NotAllowed.
    """
    tidy, at = named_actor(name).name, now()
    hashed = hash_password(password) if password is not None else None
    with sessions.begin() as session:
        ledger.lock_house(session)
        actor = acting(session, actor, "users")
        if not people.has_users(session) and role is not Role.ADMIN:
            raise TransitionRefused(
                "The first user must be an admin, who can add the others.",
                f"Such as: factcheck users add {tidy!r} --role admin",
            )
        known = people.user_of_key(session, person_key(tidy))
        if known is not None:
            raise Conflict(
                f"{known.name} is a user already.",
                f"Change the role: factcheck users role {known.name!r} ROLE.",
            )
        fields = {"name": tidy, "key": person_key(tidy), "role": role, "disabled": False, "password": hashed}
        user = people.add_user(session, {**fields, "created_by": actor.name, "created_at": at})
        _tell(session, actor, "user_added", user.name, None, {"role": str(role)})
        return user


def list_users(sessions: Sessions) -> list[User]:
    """All users, disabled ones too."""
    with sessions.read() as session:
        return people.every_user(session)


def change_role(sessions: Sessions, actor: Actor, name: str, role: Role) -> User:
    """Give a user another role. Raises NotFound, NotAllowed, TransitionRefused for the last admin."""
    with sessions.begin() as session:
        ledger.lock_house(session)
        actor, user = acting(session, actor, "users"), user_named(session, name)
        if role is not Role.ADMIN:
            _keep_an_admin(session, user)
        before, after = {"role": str(user.role)}, {"role": str(role)}
        _tell(session, actor, "user_role_changed", user.name, before, after)
        return people.change_user(session, user, {"role": role})


def disable_user(sessions: Sessions, actor: Actor, name: str, *, disabled: bool = True) -> User:
    """Let a user act no more, or (`disabled=False`) again; what they did stays. Their tokens rest too.

    What they held lies in the queue again.

    Raises NotFound, NotAllowed, TransitionRefused for the last admin.
    """
    with sessions.begin() as session:
        ledger.lock_house(session)
        actor, user = acting(session, actor, "users"), user_named(session, name)
        if disabled:
            _keep_an_admin(session, user)
        action = "user_disabled" if disabled else "user_enabled"
        _tell(session, actor, action, user.name, {"disabled": user.disabled}, {"disabled": disabled})
        if disabled:
            web.end_sessions(session, now(), user_id=user.id)
            lay_back_all_of(session, user.name, now())
        return people.change_user(session, user, {"disabled": disabled})


def add_token(
    sessions: Sessions, actor: Actor, name: str, *, label: str, scope: Role | None = None, days: int = 90
) -> tuple[Token, str]:
    """Make a token for a user; the token, and its secret, which is shown this once and kept nowhere.

    `scope` is the most that it may do, the user's own role without it. Raises BadInput for a life of no
    days or more than a year, NotFound, NotAllowed.
    """
    if not 1 <= days <= LONGEST:
        raise BadInput(f"A token is good for 1 to {LONGEST} days.", "Give --days N.")
    at, secret = now(), TOKEN_PREFIX + secrets.token_urlsafe(32)
    with sessions.begin() as session:
        ledger.lock_house(session)
        actor, user = acting(session, actor, "users"), user_named(session, name)
        fields = {"user_id": user.id, "label": label, "scope": scope or user.role, "revoked_at": None}
        made = {"created_by": actor.name, "created_at": at, "expires_at": at + timedelta(days=days)}
        token = people.add_token(session, {**fields, **made, "sha256": token_sha256(secret)})
        told = {
            "token": token.id,
            "label": label,
            "scope": str(token.scope),
            "expires_at": iso(token.expires_at),
        }
        _tell(session, actor, "token_added", user.name, None, told)
        return token, secret


def list_tokens(sessions: Sessions, actor: Actor, name: str | None = None) -> list[Token]:
    """The tokens of a user or of all, without their secrets. Raises NotFound, NotAllowed."""
    with sessions.read() as session:
        acting(session, actor, "users")
        return people.every_token(session, None if name is None else user_named(session, name).id)


def revoke_token(sessions: Sessions, actor: Actor, token_id: int) -> Token:
    """Let a token be good for nothing from now on. Raises NotFound, NotAllowed."""
    at = now()
    with sessions.begin() as session:
        ledger.lock_house(session)
        actor = acting(session, actor, "users")
        token = next((one for one in people.every_token(session) if one.id == token_id), None)
        if token is None:
            raise NotFound(f"There is no token {token_id}.", "See them: factcheck tokens list.")
        if token.revoked_at is not None:
            return token
        people.revoke_token(session, token_id, at)
        _tell(session, actor, "token_revoked", token.user, None, {"token": token_id})
        return token.model_copy(update={"revoked_at": at})


def _keep_an_admin(session: Session, user: User) -> None:
    if user.role is Role.ADMIN and not user.disabled and people.admins(session) == 1:
        raise TransitionRefused(
            f"{user.name} is the last admin; without one nobody could manage people.",
            "Make somebody else an admin first: factcheck users role NAME admin.",
        )


def _tell(
    session: Session,
    actor: Actor,
    action: str,
    name: str,
    before: Mapping[str, object] | None,
    after: Mapping[str, object],
) -> None:
    entry = ledger.Entry(action, f"user:{name}", dict(before) if before else None, dict(after))
    ledger.append(session, HOUSE, iso(now()), actor.name, [entry])
