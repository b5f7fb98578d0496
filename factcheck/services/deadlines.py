"""By when an article has to be checked."""

from __future__ import annotations

from datetime import datetime

from factcheck.domain.actors import Actor
from factcheck.domain.models import Article, iso
from factcheck.errors import BadInput
from factcheck.services.changes import write_event
from factcheck.services.clock import now
from factcheck.services.people import acting
from factcheck.store import articles, ledger
from factcheck.store.engine import Sessions


def set_deadline(sessions: Sessions, actor: Actor, slug: str, deadline: datetime | None) -> Article:
    """Say by when an article has to be checked; None: it has no deadline.

    Raises BadInput for a year that can't be meant, NotFound, NotAllowed.
    """
    if deadline is not None and not 1900 <= deadline.year <= 9998:
        raise BadInput(f"No article is due in the year {deadline.year}.", "Check the year.")
    at = now()
    with sessions.begin() as session:
        actor = acting(session, actor, "deadline")
        articles.by_slug(session, slug)
        # Chain first, then article, as `revise` does; and nobody changes it between reading and telling.
        ledger.lock_head(session, ledger.chain_of(slug))
        stored = articles.by_slug(session, slug)
        before = stored.article.deadline
        if before != deadline:
            articles.change(session, stored.id, {"deadline": deadline})
            told = [{"deadline": moment and iso(moment)} for moment in (before, deadline)]
            write_event(session, actor, slug, "deadline_set", f"article:{slug}", told[0], told[1], at)
        return stored.article.model_copy(update={"deadline": deadline})
