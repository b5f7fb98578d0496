"""Is a database sound? Everything that can be told from the inside, told in sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from factcheck.domain.models import text_sha256
from factcheck.errors import IntegrityFailure
from factcheck.services.ledgers import verify_ledger
from factcheck.store import claims, ledger, schema
from factcheck.store.claims import Filters
from factcheck.store.engine import Sessions
from factcheck.store.tables import ArticleRow, ClaimRow, RevisionRow, StatusCountRow


def examine_database(sessions: Sessions) -> list[str]:
    """Every fault that was found, one sentence each; empty when the database is sound."""
    found: list[str] = []
    with sessions.read() as session:
        for check in _CHECKS:
            found.extend(check(session))
    try:
        verify_ledger(sessions)
    except IntegrityFailure as error:
        found.append(error.message)
    return found


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
    pieces = select(ClaimRow.n, ClaimRow.start, ClaimRow.end, ClaimRow.text)
    for article in session.execute(query):
        if text_sha256(article.text) != article.text_sha256:
            yield f"The text of {article.slug}, revision {article.n}, doesn't match its hash."
        mine = pieces.where(ClaimRow.article_id == article.id, ClaimRow.revision == article.n)
        for claim in session.execute(mine):
            if article.text[claim.start : claim.end] != claim.text:
                yield f"{article.slug}#{claim.n} doesn't stand in the text where it says."


def _counters(session: Session) -> Iterator[str]:
    numbers = select(ClaimRow.article_id, ClaimRow.status, func.count()).group_by(
        ClaimRow.article_id, ClaimRow.status
    )
    true = {(article, status): number for article, status, number in session.execute(numbers)}
    kept = {(row.article_id, row.status): row.claims for row in session.scalars(select(StatusCountRow))}
    for article, status in sorted(set(true) | set(kept)):
        counted, has = kept.get((article, status), 0), true.get((article, status), 0)
        if counted != has:
            slug = session.scalar(select(ArticleRow.slug).where(ArticleRow.id == article))
            yield f"{slug} counts {counted} claims {status}; it has {has}."


def _states(session: Session) -> Iterator[str]:
    """Every claim is where the ledger says that people put it."""
    for slug in session.scalars(select(ArticleRow.slug).order_by(ArticleRow.id)):
        told: dict[str, dict[str, object]] = {}
        for event in ledger.events(session, ledger.chain_of(slug)):
            if event.entity.startswith("claim:"):
                told.setdefault(event.entity, {}).update(event.after or {})
        article_id = session.scalar(select(ArticleRow.id).where(ArticleRow.slug == slug))
        for stored in claims.stream(session, Filters(article_id=article_id)):
            claim = stored.claim
            said = told.get(f"claim:{claim.ref}", {})
            expected = (said.get("status", "unchecked"), said.get("verdict"), said.get("version", 1))
            if expected != (claim.status, claim.verdict, claim.version):
                yield (
                    f"{claim.ref} is {claim.status} ({claim.verdict}, version {claim.version}); the ledger"
                    f" says {expected[0]} ({expected[1]}, version {expected[2]})."
                )


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
    _version, _storage, _triggers, _texts, _counters, _states, _words,
)  # fmt: skip
