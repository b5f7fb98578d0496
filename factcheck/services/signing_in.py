"""Signing in at a browser: with a password, through the house's identity provider, or by a name alone."""

from __future__ import annotations

import secrets
from datetime import timedelta

from factcheck.domain.actors import Actor, named_actor, person_key
from factcheck.domain.ledger import HOUSE
from factcheck.domain.models import iso
from factcheck.domain.people import SignedIn, User, token_sha256
from factcheck.domain.permissions import check_may, may
from factcheck.errors import BadInput, Conflict, NotAllowed, NotSignedIn
from factcheck.services.clock import now
from factcheck.services.passwords import hash_password, matches
from factcheck.services.people import acting, identify, user_named
from factcheck.store import ledger, people, web
from factcheck.store.engine import Sessions
from factcheck.store.house import house
from factcheck.store.session import Session

# A working day at most; nobody stays signed in at a desk that others use.
LASTS = timedelta(hours=12)
_KNOWN_AS_SEEN = timedelta(minutes=5)


def set_password(sessions: Sessions, actor: Actor, name: str, password: str) -> User:
    """Give a user a password, as an admin; at one's own machine one's own, too. Their sessions end.

    Who is signed in at a browser changes their own knowing the one before (`change_password`), and a
    token changes none, its user's neither, unless an admin's: it would let out more than its scope.
    Raises BadInput for one that is too short or long, NotFound, NotAllowed.
    """
    hashed, by_token, at_browser = hash_password(password), actor.token is not None, actor.session is not None
    with sessions.begin() as session:
        ledger.lock_house(session)
        actor, user = identify(session, actor), user_named(session, name)
        if by_token or not actor.is_person(user.name):
            check_may(actor, "users")
        elif at_browser:
            raise NotAllowed(
                "Your own password is changed with the one so far.", "Sign in, and change it under People."
            )
        return _changed(session, actor, user, "user_password_set", {"password": hashed})


def change_password(sessions: Sessions, actor: Actor, old: str, new: str) -> User:
    """Give oneself another password, knowing the one before; one's sessions end.

    Raises BadInput for a wrong one before, or a new one that is too short or long; NotAllowed.
    """
    with sessions.read() as session:
        user = user_named(session, identify(session, actor).name)
        hashed = web.password_of(session, user.id)
    if hashed is not None and not matches(hashed, old):
        raise BadInput("That is not your password so far.", "Give it, or ask an admin for a new one.")
    hashed = hash_password(new)
    with sessions.begin() as session:
        ledger.lock_house(session)
        actor, user = identify(session, actor), user_named(session, user.name)
        return _changed(session, actor, user, "user_password_set", {"password": hashed})


def set_login(sessions: Sessions, actor: Actor, name: str, login: str | None) -> User:
    """Say how the identity provider knows a user; None lets nobody in that way.

    Raises Conflict if it is somebody else's, NotFound, NotAllowed.
    """
    with sessions.begin() as session:
        ledger.lock_house(session)
        actor, user = acting(session, actor, "users"), user_named(session, name)
        taken = web.key_of_login(session, login) if login else None
        if taken not in (None, person_key(user.name)):
            raise Conflict("That login is somebody else's.", "See them: factcheck users list.")
        return _changed(session, actor, user, "user_login_set", {"login": login})


def _changed(session: Session, actor: Actor, user: User, action: str, fields: dict[str, str | None]) -> User:
    web.end_sessions(session, now(), user_id=user.id)
    entry = ledger.Entry(action, f"user:{user.name}", None, {"by": actor.name})
    ledger.append(session, HOUSE, iso(now()), actor.name, [entry])
    people.change_user(session, user, fields)
    return user


def sign_in(sessions: Sessions, name: str, password: str) -> str:
    """Let somebody in who knows their password; the new session's secret. Raises NotSignedIn.

    A wrong name takes as long as a wrong password, and is told in the same words.
    """
    with sessions.read() as session:
        user = people.user_of_key(session, person_key(name))
        hashed = web.password_of(session, user.id) if user else None
    right = matches(hashed, password)
    if user is None or not right or user.disabled:
        raise NotSignedIn("That name and password don't go together.", "Try again, or ask an admin.")
    return _open(sessions, user.name, user)


def sign_in_by_login(sessions: Sessions, login: str) -> str:
    """Let somebody in whom the identity provider vouches for; the secret. Raises NotSignedIn."""
    with sessions.read() as session:
        key = web.key_of_login(session, login)
        user = people.user_of_key(session, key) if key else None
    if user is None or user.disabled:
        raise NotSignedIn(
            "You are no user of this newsroom.", "Ask an admin: factcheck users login NAME LOGIN."
        )
    return _open(sessions, user.name, user)


def sign_in_by_name(sessions: Sessions, name: str) -> str:
    """On a personal file people are who they say they are; the secret. Raises NotSignedIn, UsageError."""
    tidy = named_actor(name).name
    with sessions.read() as session:
        if house(session).has_users:
            raise NotSignedIn("This newsroom wants to know who you are.", "Sign in with your password.")
    return _open(sessions, tidy, None)


def sign_out(sessions: Sessions, secret: str) -> None:
    """End a session; its secret opens nothing any more."""
    with sessions.begin() as session:
        web.end_sessions(session, now(), sha256=token_sha256(secret))


def sign_out_everywhere(sessions: Sessions, actor: Actor, name: str) -> None:
    """End all sessions of a user: one's own, or as an admin anybody's. Raises NotFound, NotAllowed."""
    with sessions.begin() as session:
        actor, user = identify(session, actor), user_named(session, name)
        if not actor.is_person(user.name):
            check_may(actor, "users")
        web.end_sessions(session, now(), user_id=user.id)


def signed_in_where(sessions: Sessions, actor: Actor) -> dict[str, list[SignedIn]]:
    """The sessions that are open, by the name of their user: for an admin all, else one's own."""
    at = now()
    with sessions.read() as session:
        actor = identify(session, actor)
        found: dict[str, list[SignedIn]] = {}
        for user in people.every_user(session):
            if actor.is_person(user.name) or may(actor.role, "users"):
                opened = web.open_sessions(session, user.id)
                found[user.name] = [one for one in opened if one.is_good(at)]
        return found


def who_is_it(sessions: Sessions, actor: Actor) -> Actor:
    """Who acts, with their role, once more or less every five minutes written down as seen.

    Raises NotSignedIn, NotAllowed.
    """
    with sessions.read() as session:
        known = acting(session, actor, "look")
        found = web.session_of_hash(session, token_sha256(actor.session)) if actor.session else None
    if found is not None and now() - found[0].seen_at > _KNOWN_AS_SEEN:
        _seen(sessions, found[0])
    return known


def _seen(sessions: Sessions, signed_in: SignedIn) -> None:
    with sessions.begin() as session:
        web.note_seen(session, signed_in.id, now())


def has_users(sessions: Sessions) -> bool:
    """Whether the newsroom has named its people; else everybody is who they say they are."""
    with sessions.read() as session:
        return house(session).has_users


def _open(sessions: Sessions, name: str, user: User | None) -> str:
    at, secret = now(), secrets.token_urlsafe(32)
    fields = {
        "sha256": token_sha256(secret),
        "user_id": user.id if user else None,
        "name": name,
        "created_at": at,
        "seen_at": at,
        "expires_at": at + LASTS,
    }
    with sessions.begin() as session:
        web.forget_sessions(session, at - LASTS)
        web.open_session(session, fields)
    return secret
