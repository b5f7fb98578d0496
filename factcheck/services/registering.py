"""The newsroom's own registry of sources: from a file, and put right by hand."""

from __future__ import annotations

import tomllib
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from factcheck.domain.actors import Actor
from factcheck.domain.ledger import HOUSE
from factcheck.domain.links import check_link
from factcheck.domain.models import Source, iso
from factcheck.domain.sources import alias_key, is_nameless, likely_kind, local_key
from factcheck.domain.vocabulary import SourceKind
from factcheck.errors import BadInput, NotFound, TransitionRefused
from factcheck.services.clock import now
from factcheck.services.people import acting
from factcheck.store import ledger, registry
from factcheck.store.engine import Sessions
from factcheck.store.session import Session

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
    listed = _read(toml)
    at, changed = now(), 0
    with sessions.begin() as session:
        ledger.lock_house(session)
        actor = acting(session, actor, "sources")
        for one in listed:
            entry = registry.Entry(one.name, one.kind, one.aliases, one.homepage and check_link(one.homepage))
            source_id, is_new = registry.add(session, entry)
            if is_new:
                changed += 1
                told = ledger.Entry("source_loaded", f"source:{source_id}", None, one.model_dump(mode="json"))
                ledger.append(session, HOUSE, iso(at), actor.name, [told])
    return changed


def merge_sources(sessions: Sessions, actor: Actor, name: str, into: str) -> Source:
    """Let one source stand for another: its claims and names count for that one from now on.

    `split_source` takes it back. Raises NotFound, TransitionRefused, NotAllowed.
    """
    with sessions.begin() as session:
        ledger.lock_house(session)
        actor = acting(session, actor, "sources")
        source, target = _known(session, name), _known(session, into)
        end = registry.merges(session).get(target, target)
        if source == end:
            raise TransitionRefused(
                f"“{name}” and “{into}” are one source already.", "See factcheck sources."
            )
        if registry.merged_into(session, source) is not None:
            raise TransitionRefused(
                f"“{name}” is merged already.", f"Part it first: factcheck sources split {name!r}."
            )
        registry.merge(session, source, end)
        _tell(session, actor, "source_merged", source, None, {"name": name, "into": end})
        return _shown(session, end)


def split_source(sessions: Sessions, actor: Actor, name: str) -> Source:
    """Take a merge back: the source stands for itself again, with all that pointed to it.

    Raises NotFound, TransitionRefused when it isn't merged, NotAllowed.
    """
    with sessions.begin() as session:
        ledger.lock_house(session)
        actor = acting(session, actor, "sources")
        source = _known(session, name)
        before = registry.merged_into(session, source)
        if before is None:
            raise TransitionRefused(f"“{name}” stands for itself already.", "See factcheck sources.")
        registry.merge(session, source, None)
        _tell(session, actor, "source_split", source, {"into": before}, {"name": name})
        return _shown(session, source)


def alias_source(sessions: Sessions, actor: Actor, name: str, alias: str) -> Source:
    """Teach a source another name, under which later articles will find it.

    Raises NotFound, TransitionRefused when the name is another source's, NotAllowed.
    """
    if is_nameless(alias):
        raise BadInput(
            "That can't be a name.", "Give it as a text would have it: letters on one line, at most 200."
        )
    with sessions.begin() as session:
        ledger.lock_house(session)
        actor = acting(session, actor, "sources")
        source = _known(session, name)
        shown = _shown(session, _end(session, source))
        key = local_key(shown.article, alias) if shown.article else alias_key(alias, shown.kind)
        general = alias_key(alias, likely_kind(alias, "named"))
        owners = registry.ids_of_key(session, [key, general])
        owner = owners.get(key)
        if any(one != source for one in owners.values()):
            raise TransitionRefused(
                f"“{alias}” is a source of its own.",
                f"Merge it: factcheck sources merge {alias!r} {name!r}.",
            )
        if owner is None:
            registry.put_alias(session, source, key, alias)
            _tell(session, actor, "source_aliased", source, None, {"alias": alias})
        return _shown(session, _end(session, source))


def suggest_merges(sessions: Sessions) -> list[tuple[str, str, int]]:
    """Pairs of sources that may be one, likeliest first, with their likeness from 0 to 100.

    Nothing is merged: two people can have nearly the same name.
    """
    from rapidfuzz import fuzz

    with sessions.read() as session:
        named = [
            one
            for one in registry.every(session)
            if one.kind is not SourceKind.UNNAMED and one.article is None
        ]
    found = []
    for number, one in enumerate(named):
        for other in named[number + 1 :]:
            likeness = max(
                fuzz.token_sort_ratio(alias_key(a, one.kind), alias_key(b, other.kind))
                for a in (one.name, *one.aliases)
                for b in (other.name, *other.aliases)
            )
            if likeness >= _ALIKE or _is_part(one.name, other.name):
                found.append((one.name, other.name, round(likeness)))
    return sorted(found, key=lambda pair: -pair[2])


# Below this, names of the registry that look alike are mostly different people.
_ALIKE = 85


def _is_part(one: str, other: str) -> bool:
    """Whether one name is the other's last word or words: `Duarte`, `Ines Duarte`."""
    short, long = sorted((one.casefold().split(), other.casefold().split()), key=len)
    return 0 < len(short) < len(long) and long[-len(short) :] == short


def _known(session: Session, name: str) -> int:
    keys = [alias_key(name, kind) for kind in SourceKind]
    found = registry.ids_of_key(session, [*keys, *_of_article(name)])
    source = next((found[key] for key in (*_of_article(name), *keys) if key in found), None)
    if source is None:
        local = registry.local_ids(session, name)
        if len(local) > 1:
            listed = ", ".join(f"{slug}:{name}" for slug in local.values())
            raise BadInput(
                f"“{name}” is somebody else in each of {len(local)} articles.", f"Say which: {listed[:200]}."
            )
        source = next(iter(local), None)
    if source is None:
        raise NotFound(f"The registry has no source “{name}”.", "See them: factcheck sources.")
    return source


def _of_article(name: str) -> list[str]:
    """The key of a name that is given with its article, such as `bridge:The mayor`."""
    slug, colon, rest = name.partition(":")
    return [local_key(slug.strip(), rest)] if colon and rest.strip() else []


def _end(session: Session, source: int) -> int:
    return registry.merges(session).get(source, source)


def _shown(session: Session, source: int) -> Source:
    return next(one for one in registry.every(session) if one.id == source)


def _tell(
    session: Session,
    actor: Actor,
    action: str,
    source: int,
    before: dict[str, object] | None,
    after: dict[str, object],
) -> None:
    entry = ledger.Entry(action, f"source:{source}", before, after)
    ledger.append(session, HOUSE, iso(now()), actor.name, [entry])


def _read(toml: str) -> tuple[_Listed, ...]:
    try:
        return _Registry.model_validate(tomllib.loads(toml)).sources
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise BadInput(f"The registry is not valid TOML: {error}.", "Correct the line it names.") from error
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise BadInput(
            f"The registry's {where} is wrong: {first['msg'].removeprefix('Value error, ')}.",
            "seeds/sources.toml is an example.",
        ) from error
