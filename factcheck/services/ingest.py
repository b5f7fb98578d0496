"""An article comes in: its text is kept, and every sentence becomes a claim."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from factcheck.domain.actors import Actor
from factcheck.domain.drafting import ClaimDraft, draft_claims
from factcheck.domain.models import Article, reading_sha256, text_sha256
from factcheck.domain.refs import check_slug, slug_from
from factcheck.errors import BadInput, Conflict, NothingToCheck
from factcheck.services.changes import write_event
from factcheck.services.clock import now
from factcheck.services.people import acting
from factcheck.services.voices import register_voices
from factcheck.store import articles, claim_writes, ledger, registry
from factcheck.store.engine import Sessions
from factcheck.store.search import index_words
from factcheck.store.session import Session
from factcheck.text import analyse
from factcheck.text.values import Analysis, Span

# Two or three letters, perhaps with a region: `en`, `en-GB`.
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})?")


@dataclass(frozen=True, slots=True)
class Submission:
    """An article as it was handed in: its text and bytes, and what was said along with it."""

    text: str
    original: bytes
    media_type: str = "text/plain"
    origin: str | None = None
    name: str | None = None
    slug: str | None = None
    headline: str | None = None
    byline: str | None = None
    published: date | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Ingested:
    """What came of it: the article, whether it is new, and who is quoted in it."""

    article: Article
    is_new: bool
    sources: tuple[str, ...]


def check_language(code: str | None) -> None:
    """Raise BadInput for what is no code of a language, such as its name (`german`)."""
    if code is not None and not _LANGUAGE.fullmatch(code):
        raise BadInput(f"“{code[:20]}” is no language code.", "Give a code such as en, de or fr.")


def ingest_article(sessions: Sessions, actor: Actor, submission: Submission) -> Ingested:
    """Take an article in. The same text again is the same article, and adds nothing.

    Raises NothingToCheck for a text without a sentence, Conflict when its slug has another text.
    """
    if submission.slug is not None:
        check_slug(submission.slug)
    check_language(submission.language)
    analysis = analyse(submission.text, language=submission.language, published=submission.published)
    drafts = draft_claims(analysis)
    if not drafts:
        raise NothingToCheck(
            "There is not one sentence to check in it: only a headline, or names and dates.",
            "Give the whole article, with its sentences.",
        )
    at = now()
    with sessions.begin() as session:
        ledger.lock_house(session)
        actor = acting(session, actor, "ingest")
        known = articles.by_text(session, text_sha256(analysis.text))
        if known is not None:
            return Ingested(known.article, is_new=False, sources=_quoted(session, known.id))
        slug = _slug(session, submission, analysis)
        article_id = _add_article(session, actor, submission, analysis, drafts, slug, at)
        sources = register_voices(session, article_id, slug, drafts)
        index_words(session, claim_writes.add(session, article_id, 1, drafts, sources, at))
        claim_writes.start_counts(session, article_id, len(drafts))
        after = {
            "revision": 1,
            "text_sha256": text_sha256(analysis.text),
            "claims": len(drafts),
            "original_sha256": hashlib.sha256(submission.original).hexdigest(),
            "reading_sha256": reading_sha256(drafts),
            "byline": submission.byline or cut(analysis, analysis.byline),
            "sources": sorted({name for name, _ in sources}),
        }
        write_event(session, actor, slug, "article_ingested", f"article:{slug}", None, after, at)
        article = articles.by_slug(session, slug).article
        return Ingested(article, is_new=True, sources=_quoted(session, article_id))


def _add_article(
    session: Session,
    actor: Actor,
    submission: Submission,
    analysis: Analysis,
    drafts: list[ClaimDraft],
    slug: str,
    at: datetime,
) -> int:
    read = analysis.date.value if analysis.date else None
    article_id = articles.add(
        session,
        {
            "slug": slug,
            "headline": submission.headline or cut(analysis, analysis.headline),
            "byline": submission.byline or cut(analysis, analysis.byline),
            "dateline": cut(analysis, analysis.dateline),
            "published": submission.published or (date.fromisoformat(read) if read else None),
            "language": analysis.language,
            "origin": submission.origin,
            "revision": 1,
            "created_by": actor.name,
            "created_at": at,
        },
    )
    keep_text(session, actor, article_id, 1, submission, analysis.text, drafts, at)
    return article_id


def keep_text(
    session: Session,
    actor: Actor,
    article_id: int,
    revision: int,
    submission: Submission,
    text: str,
    drafts: Iterable[ClaimDraft],
    at: datetime,
) -> None:
    """Keep one text of an article: as it came, as it was read, and where its claims stand in it."""
    articles.add_revision(
        session,
        {
            "article_id": article_id,
            "n": revision,
            "text": text,
            "text_sha256": text_sha256(text),
            "original": submission.original,
            "media_type": submission.media_type,
            "places": [[draft.n, draft.start, draft.end] for draft in drafts],
            "created_by": actor.name,
            "created_at": at,
        },
    )


def _slug(session: Session, submission: Submission, analysis: Analysis) -> str:
    if submission.slug is not None:
        if articles.taken(session, submission.slug):
            raise Conflict(
                f"“{submission.slug}” is the slug of another text; nothing was changed.",
                f"Choose another --slug. What is there: factcheck claims {submission.slug}.",
            )
        return submission.slug
    title = submission.headline or cut(analysis, analysis.headline) or submission.name or ""
    wanted = slug_from(title)
    slug, number = wanted, 2
    while articles.taken(session, slug):
        slug, number = f"{wanted}-{number}", number + 1
    return slug


def _quoted(session: Session, article_id: int) -> tuple[str, ...]:
    return tuple(source.name for source in registry.every(session, article_id))


def cut(analysis: Analysis, span: Span | None) -> str | None:
    """The words of a part of the text; None where the text doesn't have that part."""
    return analysis.text[span[0] : span[1]] if span else None
