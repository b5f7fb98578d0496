"""Is a database sound? Everything that can be told from the inside, told in sentences."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import func, select, text
from sqlalchemy.exc import SQLAlchemyError

from factcheck.domain.actors import person_key
from factcheck.domain.ledger import HOUSE
from factcheck.domain.models import Claim, iso, reading_sha256, text_sha256
from factcheck.domain.replay import PARTS, Replayed
from factcheck.errors import IntegrityFailure
from factcheck.services.changes import as_json, entity_of
from factcheck.services.house_rules import rules_sha256
from factcheck.services.ledgers import verify_ledger
from factcheck.store import articles, claims, ledger, people, schema, snapshots
from factcheck.store.articles import StoredArticle
from factcheck.store.claims import Filters
from factcheck.store.engine import Sessions
from factcheck.store.house_tables import PolicyRow, RuleSetRow
from factcheck.store.session import Session
from factcheck.store.tables import ArticleRow, ClaimRow, RevisionRow, StatusCountRow


def examine_database(sessions: Sessions) -> list[str]:
    """Every fault that was found, one sentence each; empty when the database is sound."""
    found: list[str] = []
    with sessions.read() as session:
        for check in _CHECKS:
            found.extend(_carefully(check, session))
    try:
        verify_ledger(sessions)
    except IntegrityFailure as error:
        found.append(error.message)
    return found


def _carefully(check: Callable[[Session], Iterator[str]], session: Session) -> Iterator[str]:
    """The findings of a check; a check that can't go on because of the damage is a finding itself."""
    try:
        yield from check(session)
    except (ValueError, TypeError, KeyError, LookupError, SQLAlchemyError, IntegrityFailure) as error:
        yield f"{(check.__doc__ or check.__name__).strip('_').splitlines()[0]} This can't be told: {error}"


def _storage(session: Session) -> Iterator[str]:
    if session.get_bind().dialect.name != "sqlite":
        return
    for (said,) in session.execute(text("PRAGMA integrity_check")):
        if said != "ok":
            yield f"The file is damaged: {said}."
    for row in session.execute(text("PRAGMA foreign_key_check")):
        yield f"A row of {row[0]} points at a row of {row[2]} that isn't there."


def _triggers(session: Session) -> Iterator[str]:
    if session.get_bind().dialect.name == "sqlite":
        query = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        wanted = {f"{table}_no_{act}" for table in ("events", "seals") for act in ("update", "delete")}
    else:
        query = "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'"
        wanted = {"events_no_change", "seals_no_change"}
    for missing in sorted(wanted - set(session.scalars(text(query)))):
        yield f"The trigger {missing}, which keeps the ledger append-only, is missing."


def _texts(session: Session) -> Iterator[str]:
    """Every revision has its hash, and every claim is exactly its piece of the revision's text."""
    query = select(
        ArticleRow.id, ArticleRow.slug, RevisionRow.n, RevisionRow.text, RevisionRow.text_sha256
    ).join(RevisionRow, RevisionRow.article_id == ArticleRow.id)
    newest = (RevisionRow.article_id == ArticleRow.id) & (RevisionRow.n == ArticleRow.revision)
    for slug in session.scalars(
        select(ArticleRow.slug).outerjoin(RevisionRow, newest).where(RevisionRow.id.is_(None))
    ):
        yield f"The present text of {slug} is missing."
    pieces = select(ClaimRow.n, ClaimRow.start, ClaimRow.end, ClaimRow.text)
    for article in session.execute(query):
        if text_sha256(article.text) != article.text_sha256:
            yield f"The text of {article.slug}, revision {article.n}, doesn't match its hash."
        mine = pieces.where(ClaimRow.article_id == article.id, ClaimRow.revision == article.n)
        for claim in session.execute(mine):
            if article.text[claim.start : claim.end] != claim.text:
                yield f"{article.slug}#{claim.n} doesn't stand in the text where it says."


def _counters(session: Session) -> Iterator[str]:
    numbers = (
        select(ClaimRow.article_id, ClaimRow.status, func.count())
        .where(ClaimRow.orphaned.is_(False))
        .group_by(ClaimRow.article_id, ClaimRow.status)
    )
    true = {(article, status): number for article, status, number in session.execute(numbers)}
    kept = {(row.article_id, row.status): row.claims for row in session.execute(select(StatusCountRow))}
    for article, status in sorted(set(true) | set(kept)):
        counted, has = kept.get((article, status), 0), true.get((article, status), 0)
        if counted != has:
            slug = session.scalar(select(ArticleRow.slug).where(ArticleRow.id == article))
            yield f"{slug} counts {counted} claims {status}; it has {has}."


def _states(session: Session) -> Iterator[str]:
    """Every claim and its parts are as the ledger says that people left them."""
    for stored in articles.every(session):
        told: defaultdict[str, Replayed] = defaultdict(Replayed)
        text_told: dict[str, Any] = {}
        for event in ledger.events(session, ledger.chain_of(stored.article.slug)):
            if event.action in ("article_ingested", "article_revised"):
                text_told = event.after or {}
                yield from _kept_bytes(session, stored, text_told)
            elif event.entity.startswith("claim:"):
                told[event.entity].add(event)
        yield from _read_in_it(session, stored, text_told)
        for one in claims.stream(session, Filters(article_id=stored.id)):
            yield from _differences(one.claim, told[entity_of(one.claim)])


def _differences(claim: Claim, told: Replayed) -> Iterator[str]:
    """Where a claim's row and parts differ from what its events add up to."""
    for name, said in told.fields.items():
        there = as_json(getattr(claim, name))
        if there != said:
            yield f"{claim.ref}: its {name.replace('_', ' ')} is {there!r}; the ledger says {said!r}."
    for name in PARTS:
        kept = {piece.id: _plain(piece.model_dump(mode="json")) for piece in getattr(claim, name)}
        wanted = {key: _plain(piece) for key, piece in told.parts[name].items()}
        if odd := sorted(key for key in kept.keys() | wanted.keys() if kept.get(key) != wanted.get(key)):
            yield f"{claim.ref}: {name} {', '.join(map(str, odd))} is not what the ledger says."
    if told.ticks != {point.n: point.ticked_by for point in claim.checkpoints if point.ticked_by is not None}:
        yield f"{claim.ref}: its ticks are not what the ledger says."


def _plain(piece: dict[str, Any]) -> dict[str, Any]:
    """A part without what nobody said."""
    told = {name: _plain(value) if isinstance(value, dict) else value for name, value in piece.items()}
    told["archives"] = [_plain(one) for one in piece.get("archives", ())]
    return {name: value for name, value in told.items() if value not in (None, [])}


def _kept_bytes(session: Session, stored: StoredArticle, told: dict[str, Any]) -> Iterator[str]:
    """Whether a revision's text and bytes are still what came in."""
    revision = articles.revision(session, stored.id, told["revision"])
    there = {
        "text_sha256": text_sha256(revision["text"]),
        "original_sha256": hashlib.sha256(revision["original"]).hexdigest(),
    }
    yield from _not_as_told(stored, there, told)


def _read_in_it(session: Session, stored: StoredArticle, told: dict[str, Any]) -> Iterator[str]:
    """Whether the article and its claims are those that were read in its newest text."""
    found = [one.claim for one in claims.stream(session, Filters(article_id=stored.id, orphaned=False))]
    there = {
        "revision": stored.article.revision,
        "claims": len(found),
        "reading_sha256": reading_sha256(found),
        "byline": stored.article.byline,
    }
    yield from _not_as_told(stored, there, told)
    places = articles.revision(session, stored.id, stored.article.revision)["places"]
    if places != [[one.n, one.start, one.end] for one in found]:
        yield f"{stored.article.slug}: its revision doesn't say where its claims stand."


def _not_as_told(stored: StoredArticle, there: dict[str, Any], told: dict[str, Any]) -> Iterator[str]:
    for name, value in there.items():
        if value != told.get(name):
            what = name.removesuffix("_sha256")
            yield f"{stored.article.slug}: its {what} is not what came in, as the ledger tells."


def _policies(session: Session) -> Iterator[str]:
    """The policies in the database are those that somebody put in force."""
    rows = [text_sha256(toml) for toml in session.scalars(select(PolicyRow.toml).order_by(PolicyRow.id))]
    told = [
        (event.after or {})["sha256"]
        for event in ledger.events(session, HOUSE)
        if event.action == "policy_loaded"
    ]
    if rows != told:
        yield "The policies are not those that the ledger tells of."


def _rules(session: Session) -> Iterator[str]:
    """The newsroom's rules are those that somebody put in force."""
    rows = [
        rules_sha256(files) for files in session.scalars(select(RuleSetRow.files).order_by(RuleSetRow.id))
    ]
    told = [
        (event.after or {})["sha256"]
        for event in ledger.events(session, HOUSE)
        if event.action == "rules_loaded"
    ]
    if rows != told:
        yield "The newsroom's rules are not those that the ledger tells of."


def _snapshots(session: Session) -> Iterator[str]:
    """The snapshots are those that the ledger says were taken."""
    told: list[tuple[int, str]] = []
    for stored in articles.every(session):
        for event in ledger.events(session, ledger.chain_of(stored.article.slug)):
            if event.action == "snapshot_taken":
                taken: Any = (event.after or {})["snapshot"]
                told.append((taken["evidence_id"], taken["sha256"]))
    if sorted(told) != sorted(snapshots.hashes(session)):
        yield "The snapshots are not those that the ledger tells of."


def _people(session: Session) -> Iterator[str]:
    """The users, their roles and tokens are as the ledger says that admins left them."""
    told: defaultdict[str, dict[str, Any]] = defaultdict(lambda: {"role": None, "disabled": False})
    tokens: dict[int, tuple[str, str, str, bool]] = {}
    for event in ledger.events(session, HOUSE):
        after: dict[str, Any] = dict(event.after or {})
        if event.action.startswith("user_"):
            told[event.entity].update(after)
        elif event.action == "token_added":
            tokens[after["token"]] = (event.entity, after["scope"], after["expires_at"], False)
        elif event.action == "token_revoked":
            tokens[after["token"]] = (*tokens[after["token"]][:3], True)
    for user in people.every_user(session):
        said = told.pop(f"user:{user.name}", {"role": None, "disabled": False})
        kept = people.user_of_key(session, person_key(user.name))
        if (str(user.role), user.disabled, user) != (said["role"], said["disabled"], kept):
            yield f"{user.name} is not the user that the ledger tells of."
    yield from (f"{entity.partition(':')[2]} is missing among the users." for entity in told)
    for token in people.every_token(session):
        is_now = (f"user:{token.user}", str(token.scope), iso(token.expires_at), token.revoked_at is not None)
        if tokens.pop(token.id, None) != is_now:
            yield f"Token {token.id} is not the one that the ledger tells of."
    yield from (f"Token {number} is missing." for number in tokens)


def _words(session: Session) -> Iterator[str]:
    if session.get_bind().dialect.name == "sqlite":
        indexed = session.scalar(text("SELECT count(*) FROM claim_words_docsize"))
        if indexed != session.scalar(select(func.count()).select_from(ClaimRow)):
            yield "The index of words doesn't hold every claim."


def _version(session: Session) -> Iterator[str]:
    found = session.scalar(text("SELECT version_num FROM alembic_version"))
    if found != schema.head():
        yield f"The schema is {found}; this factcheck needs {schema.head()}."


_CHECKS: tuple[Callable[[Session], Iterator[str]], ...] = (
    _version, _storage, _triggers, _texts, _counters, _states, _policies, _rules, _snapshots, _people, _words,
)  # fmt: skip
