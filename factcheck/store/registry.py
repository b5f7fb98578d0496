"""The source registry: who is quoted, under which names, how often."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import func, insert, or_, select, update
from sqlalchemy.orm import Session

from factcheck.domain.models import Source
from factcheck.domain.sources import alias_key
from factcheck.domain.vocabulary import SourceKind
from factcheck.store.tables import AliasRow, AttributionRow, ClaimRow, SourceRow


@dataclass(frozen=True, slots=True)
class Entry:
    """A source as it is to be known: its name, what it is, other names it goes by."""

    name: str
    kind: SourceKind
    aliases: Sequence[str] = ()
    homepage: str | None = None


def ids_of_key(session: Session, keys: Iterable[str]) -> dict[str, int]:
    """The sources that are known under these alias keys."""
    rows = session.execute(select(AliasRow.key, AliasRow.source_id).where(AliasRow.key.in_(list(keys))))
    return {row.key: row.source_id for row in rows}


def ids_named(session: Session, name: str) -> list[int]:
    """The sources that somebody could mean by `name`: one of that alias, else those containing it."""
    keys = [alias_key(name, kind) for kind in SourceKind]
    exact = set(ids_of_key(session, keys).values())
    if exact:
        return sorted(exact)
    part = name.strip().lower().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    found = (
        select(SourceRow.id)
        .join(AliasRow, AliasRow.source_id == SourceRow.id)
        .where(
            or_(
                func.lower(SourceRow.name).like(f"%{part}%", escape="\\"),
                func.lower(AliasRow.alias).like(f"%{part}%", escape="\\"),
            )
        )
    )
    return sorted(set(session.scalars(found))) if part else []


def add(session: Session, entry: Entry) -> tuple[int, bool]:
    """Make a source, or teach a known one new names; its id, and whether anything was new.

    A name that another source has already stays with it.
    """
    keys = {alias_key(name, entry.kind): name for name in (*entry.aliases, entry.name)}
    known = ids_of_key(session, keys)
    own = known.get(alias_key(entry.name, entry.kind))
    if own is None:
        row = {"name": entry.name, "kind": entry.kind, "homepage": entry.homepage}
        own = session.scalars(insert(SourceRow).returning(SourceRow.id), [row]).one()
        changed = True
    else:
        changed = _complete(session, own, entry)
    fresh = [{"key": key, "source_id": own, "alias": name} for key, name in keys.items() if key not in known]
    if fresh:
        session.execute(insert(AliasRow), fresh)
    return own, changed or bool(fresh)


def _complete(session: Session, source_id: int, entry: Entry) -> bool:
    """Give a known source the homepage and kind of a registry file, where they differ."""
    row = session.execute(
        select(SourceRow.name, SourceRow.kind, SourceRow.homepage).where(SourceRow.id == source_id)
    ).one()
    wanted = (entry.name, str(entry.kind), entry.homepage or row.homepage)
    if (row.name, row.kind, row.homepage) == wanted:
        return False
    name, kind, homepage = wanted
    session.execute(
        update(SourceRow).where(SourceRow.id == source_id).values(name=name, kind=kind, homepage=homepage)
    )
    return True


def every(session: Session, article_id: int | None = None) -> list[Source]:
    """The sources, most quoted first, with the number of claims that name them."""
    said = select(AttributionRow.source_id, func.count(AttributionRow.claim_id.distinct()).label("claims"))
    if article_id is not None:
        said = said.join(ClaimRow, ClaimRow.id == AttributionRow.claim_id).where(
            ClaimRow.article_id == article_id
        )
    counts = said.group_by(AttributionRow.source_id).subquery()
    query = select(*SourceRow.__table__.c, func.coalesce(counts.c.claims, 0).label("claims")).join(
        counts, counts.c.source_id == SourceRow.id, isouter=article_id is None
    )
    aliases: defaultdict[int, list[str]] = defaultdict(list)
    for alias in session.execute(select(AliasRow.source_id, AliasRow.alias).order_by(AliasRow.alias)):
        aliases[alias.source_id].append(alias.alias)
    rows = session.execute(
        query.order_by(func.coalesce(counts.c.claims, 0).desc(), SourceRow.name)
    ).mappings()
    return [
        Source(**row, aliases=tuple(name for name in aliases[row["id"]] if name != row["name"]))
        for row in rows
    ]
