"""Who may do what: one table of actions and the least role for each. Nothing else decides about it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from factcheck.domain.actors import Actor
from factcheck.domain.vocabulary import Role
from factcheck.errors import NotAllowed

# An action, the least role that may do it, and how a refusal calls it.
_TABLE: tuple[tuple[str, Role, str], ...] = (
    ("look", Role.READER, "looking"),
    ("answer", Role.READER, "answering"),
    ("reopen", Role.READER, "reopening"),
    ("ingest", Role.CHECKER, "taking an article in"),
    ("revise", Role.CHECKER, "revising"),
    ("take", Role.CHECKER, "taking a claim"),
    ("release", Role.CHECKER, "giving a claim back"),
    ("mark", Role.CHECKER, "a verdict"),
    ("skip", Role.CHECKER, "skipping"),
    ("unskip", Role.CHECKER, "reopening a skipped claim"),
    ("tick", Role.CHECKER, "ticking"),
    ("evidence", Role.CHECKER, "evidence"),
    ("query", Role.CHECKER, "asking"),
    ("sources", Role.CHECKER, "the registry"),
    ("approve", Role.EDITOR, "approving"),
    ("return", Role.EDITOR, "sending a claim back"),
    ("publish", Role.EDITOR, "publishing"),
    ("withdraw", Role.EDITOR, "withdrawing"),
    ("deadline", Role.EDITOR, "a deadline"),
    ("seal", Role.EDITOR, "sealing"),
    ("policy", Role.ADMIN, "changing the policy"),
    ("users", Role.ADMIN, "managing people"),
)
LEAST: Mapping[str, Role] = MappingProxyType({action: role for action, role, _ in _TABLE})
_CALLED = {action: called for action, _, called in _TABLE}


def may(role: Role, action: str) -> bool:
    """Whether somebody of that role may do it."""
    return role.reaches(LEAST[action])


def check_may(actor: Actor, action: str) -> None:
    """Raise NotAllowed if it isn't this actor's to do; what a machine does is never a person's word."""
    if actor.machine and action != "look":
        raise NotAllowed(
            "A machine can suggest; it can't set a status or a verdict.", "A person has to do it."
        )
    if not may(actor.role, action):
        needed = f"{_article(LEAST[action])} {LEAST[action]}"
        if actor.limited:
            raise NotAllowed(
                f"This token of {actor.name} may do what {_article(actor.role)} {actor.role} may;"
                f" {_CALLED[action]} takes {needed}.",
                "Use a token with a wider scope: factcheck tokens add NAME --scope ROLE.",
            )
        raise NotAllowed(
            f"{actor.name} is {_article(actor.role)} {actor.role}; {_CALLED[action]} takes {needed}.",
            f"Ask {needed} to do it.",
        )


def _article(role: Role) -> str:
    return "an" if role in (Role.EDITOR, Role.ADMIN) else "a"
