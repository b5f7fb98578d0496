"""The source registry: who is quoted, under which names, how often."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from sqlalchemy import bindparam, func, insert, or_, select, update

from factcheck.domain.models import Source
from factcheck.domain.sources import alias_key, local_key
from factcheck.domain.vocabulary import SourceKind
from factcheck.store.columns import table_of
from factcheck.store.session import Session
from factcheck.store.tables import AliasRow, ArticleRow, AttributionRow, ClaimRow, SourceRow

# Built once, as every claim that is read runs it: see store/ledger.py.
_SOURCES = table_of(SourceRow)
_NAMED = select(_SOURCES.c.id, _SOURCES.c.name, _SOURCES.c.merged_into).where(
    _SOURCES.c.id.in_(bindparam("ids", expanding=True))
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A source as it is to be known: its name, what it is, other names it goes by."""

    name: str
    kind: SourceKind
    aliases: Sequence[str] = ()
    homepage: str | None = None


def merges(session: Session) -> dict[int, int]:
    """Every merged source with the one that stands for it at the end of the way."""
    rows = session.execute(
        select(SourceRow.id, SourceRow.merged_into).where(SourceRow.merged_into.is_not(None))
    )
    step = {row.id: row.merged_into for row in rows}
    ends: dict[int, int] = {}
    for source_id in step:
        end = source_id
        while end in step:
            end = step[end]
        ends[source_id] = end
    return ends


def merged_groups(ends: Mapping[int, int]) -> dict[int, set[int]]:
    """By the source that stands for others, all that it is, itself among them; see `merges`."""
    groups: defaultdict[int, set[int]] = defaultdict(set)
    for source_id, end in ends.items():
        groups[end] |= {source_id, end}
    return groups


def names(session: Session, ids: Set[int]) -> dict[int, str]:
    """The names under which sources are shown: their own, or of what they were merged into."""
    known: dict[int, tuple[str, int | None]] = {}
    missing = set(ids)
    while missing:  # mostly once: a step more for each time that one of them was merged
        rows = session.execute(_NAMED, {"ids": list(missing)}).all()
        known |= {key: (name, into) for key, name, into in rows}
        missing = {into for _, _, into in rows if into is not None} - known.keys()
    shown = {}
    for source_id in ids:
        name, into = known[source_id]
        while into is not None:
            name, into = known[into]
        shown[source_id] = name
    return shown


def ids_of_key(session: Session, keys: Iterable[str]) -> dict[str, int]:
    """The sources that are known under these alias keys."""
    rows = session.execute(select(AliasRow.key, AliasRow.source_id).where(AliasRow.key.in_(list(keys))))
    return {row.key: row.source_id for row in rows}


def local_ids(session: Session, name: str) -> dict[int, str]:
    """The voices without a name of their own that are called `name`, each with its article's slug."""
    rows = session.execute(
        select(SourceRow.id, ArticleRow.slug)
        .join(ArticleRow, ArticleRow.id == SourceRow.article_id)
        .join(AliasRow, AliasRow.source_id == SourceRow.id)
        .where(AliasRow.key == ArticleRow.slug + local_key("", name))
        .order_by(SourceRow.id)
    )
    return {row.id: row.slug for row in rows}


def ids_named(session: Session, name: str) -> list[int]:
    """The sources that somebody could mean by `name`: one of that alias, else those containing it.

    Those merged into one of them are among them, and what one of them was merged into.
    """
    keys = [alias_key(name, kind) for kind in SourceKind]
    found = set(ids_of_key(session, keys).values()) | local_ids(session, name).keys()
    found = found or _containing(session, name)
    ends = merges(session)
    stand = {ends.get(source_id, source_id) for source_id in found}
    return sorted(stand | {source_id for source_id, end in ends.items() if end in stand})


def _containing(session: Session, name: str) -> set[int]:
    part = name.strip().lower().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    if not part:
        return set()
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
    return set(session.scalars(found))


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


def add_local(session: Session, article_id: int, key: str, name: str, kind: SourceKind) -> int:
    """Make a source that belongs to one article; its id."""
    row = {"name": name, "kind": kind, "homepage": None, "article_id": article_id}
    own = session.scalars(insert(SourceRow).returning(SourceRow.id), [row]).one()
    put_alias(session, own, key, name)
    return own


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
    """The sources, most quoted first, with the number of claims that name them.

    A merged one is no source of its own: its claims and names count for what it was merged into.
    """
    ends = merges(session)
    counts = _counts(session, article_id, ends)
    aliases: defaultdict[int, set[str]] = defaultdict(set)
    for alias in session.execute(select(AliasRow.source_id, AliasRow.alias)):
        aliases[ends.get(alias.source_id, alias.source_id)].add(alias.alias)
    rows = session.execute(
        select(
            SourceRow.id, SourceRow.name, SourceRow.kind, SourceRow.homepage, ArticleRow.slug.label("article")
        ).outerjoin(ArticleRow, ArticleRow.id == SourceRow.article_id)
    ).mappings()
    found = [
        Source(
            **row, claims=counts.get(row["id"], 0), aliases=tuple(sorted(aliases[row["id"]] - {row["name"]}))
        )
        for row in rows
        if row["id"] not in ends and (article_id is None or row["id"] in counts)
    ]
    return sorted(found, key=lambda source: (-source.claims, source.name.casefold()))


def _counts(session: Session, article_id: int | None, ends: Mapping[int, int]) -> dict[int, int]:
    """Claims by source; a claim that names two merged sources counts once."""
    query = select(AttributionRow.source_id, func.count(AttributionRow.claim_id.distinct()))
    if article_id is not None:
        query = query.join(ClaimRow, ClaimRow.id == AttributionRow.claim_id).where(
            ClaimRow.article_id == article_id
        )
    plain = query.where(AttributionRow.source_id.is_not(None)).group_by(AttributionRow.source_id)
    counted = {key: number for key, number in session.execute(plain) if key is not None}
    for end, members in merged_groups(ends).items():
        together = func.count(AttributionRow.claim_id.distinct())
        one = query.with_only_columns(together).where(AttributionRow.source_id.in_(members))
        number = session.scalar(one) or 0
        counted = {source_id: n for source_id, n in counted.items() if source_id not in members}
        if number:
            counted[end] = number
    return counted


def merge(session: Session, source_id: int, into: int | None) -> None:
    """Let a source stand for another one, or (None) for itself again."""
    session.execute(update(SourceRow).where(SourceRow.id == source_id).values(merged_into=into))


def merged_into(session: Session, source_id: int) -> int | None:
    """What a source was merged into, one step of the way; None if it stands for itself."""
    return session.scalar(select(SourceRow.merged_into).where(SourceRow.id == source_id))


def put_alias(session: Session, source_id: int, key: str, alias: str) -> None:
    """Let a name that nobody has stand for a source."""
    session.execute(insert(AliasRow), [{"key": key, "source_id": source_id, "alias": alias}])
