"""The newsroom's own registry of sources, from a file."""

from __future__ import annotations

import tomllib
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from factcheck.domain.actors import Actor
from factcheck.domain.ledger import HOUSE
from factcheck.domain.links import check_link
from factcheck.domain.models import iso
from factcheck.domain.vocabulary import Role, SourceKind
from factcheck.errors import BadInput, NotAllowed
from factcheck.services.clock import now
from factcheck.store import ledger, registry
from factcheck.store.engine import Sessions

Name = Annotated[str, Field(min_length=1, max_length=200)]


class _Listed(BaseModel):
    model_config = ConfigDict(extra="forbid")

    name: Name
    kind: SourceKind
    aliases: tuple[Name, ...] = ()
    homepage: str | None = None


class _Registry(BaseModel):
    model_config = ConfigDict(extra="forbid")

    sources: tuple[_Listed, ...]


def load_registry(sessions: Sessions, actor: Actor, toml: str) -> int:
    """Add the sources of a TOML registry, or complete those known already; how many that changed.

    Raises BadInput that names what is wrong with the file, NotAllowed.
    """
    if actor.machine or not actor.role.reaches(Role.CHECKER):
        raise NotAllowed(f"{actor.name} is a {actor.role}; the registry takes a checker.", "Ask a checker.")
    listed = _read(toml)
    at, changed = now(), 0
    with sessions.begin() as session:
        for one in listed:
            entry = registry.Entry(one.name, one.kind, one.aliases, one.homepage and check_link(one.homepage))
            source_id, is_new = registry.add(session, entry)
            if is_new:
                changed += 1
                told = ledger.Entry("source_loaded", f"source:{source_id}", None, one.model_dump(mode="json"))
                ledger.append(session, HOUSE, iso(at), actor.name, [told])
    return changed


def _read(toml: str) -> tuple[_Listed, ...]:
    try:
        return _Registry.model_validate(tomllib.loads(toml)).sources
    except tomllib.TOMLDecodeError as error:
        raise BadInput(f"The registry is not valid TOML: {error}.", "Correct the line it names.") from error
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise BadInput(
            f"The registry's {where} is wrong: {first['msg']}.", "seeds/sources.toml is an example."
        ) from error
