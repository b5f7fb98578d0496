"""Two texts of one article, set beside each other claim by claim."""

from __future__ import annotations

from factcheck.domain.models import SentenceChange
from factcheck.domain.revising import Fate, out_of_order
from factcheck.errors import NotFound
from factcheck.store import articles
from factcheck.store.engine import Sessions
from factcheck.store.session import Session
from factcheck.text.anchor import same_words

Places = dict[int, str]  # what each claim reads in a revision, in the order of its text


def compare_revisions(sessions: Sessions, slug: str, first: int, second: int) -> list[SentenceChange]:
    """What changed from one revision of an article to another, in the order of the second; then what went.

    Sentences that stayed as they were are left out. Raises NotFound.
    """
    with sessions.read() as session:
        article = articles.by_slug(session, slug)
        old, new = (_read(session, article.id, slug, n, article.article.revision) for n in (first, second))
    return compare(slug, old, new)


def article_text(sessions: Sessions, slug: str, revision: int | None = None) -> tuple[int, str]:
    """The number and the text of a revision, the newest without one. Raises NotFound."""
    with sessions.read() as session:
        article = articles.by_slug(session, slug)
        newest = article.article.revision
        n = newest if revision is None else revision
        _check_revision(slug, n, newest)
        return n, articles.revision(session, article.id, n)["text"]


def compare(slug: str, old: Places, new: Places) -> list[SentenceChange]:
    """What became of each claim between two texts, where anything did."""
    both = [n for n in new if n in old]
    rank = {n: place for place, n in enumerate(n for n in old if n in new)}
    moved = out_of_order([rank[n] for n in both])
    changes = []
    for n, text in new.items():
        if n not in old:
            changes.append(SentenceChange(ref=f"{slug}#{n}", change=Fate.NEW, before=None, after=text))
        elif same_words(old[n]) != same_words(text):
            changes.append(SentenceChange(ref=f"{slug}#{n}", change=Fate.REWORDED, before=old[n], after=text))
        elif old[n] != text:
            changes.append(SentenceChange(ref=f"{slug}#{n}", change=Fate.KEPT, before=old[n], after=text))
        elif rank[n] in moved:
            changes.append(SentenceChange(ref=f"{slug}#{n}", change=Fate.MOVED, before=old[n], after=text))
    gone = [n for n in old if n not in new]
    return changes + [
        SentenceChange(ref=f"{slug}#{n}", change=Fate.ORPHANED, before=old[n], after=None) for n in gone
    ]


def _read(session: Session, article_id: int, slug: str, n: int, newest: int) -> Places:
    _check_revision(slug, n, newest)
    row = articles.revision(session, article_id, n)
    return {number: row["text"][start:end] for number, start, end in row["places"]}


def _check_revision(slug: str, n: int, newest: int) -> None:
    if not 1 <= n <= newest:
        raise NotFound(
            f"{slug} has no revision {n}.",
            "It has only revision 1." if newest == 1 else f"It has revisions 1 to {newest}.",
        )
