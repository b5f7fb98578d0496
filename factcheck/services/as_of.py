"""The list as it stood at some moment, told again from the ledger."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from itertools import islice
from typing import Any

from factcheck.domain.drafting import ClaimDraft, draft_claims
from factcheck.domain.models import Attribution, Claim, iso
from factcheck.domain.replay import AT_FIRST, PARTS, Replayed, happened_by
from factcheck.services.voices import Voice, voice_names
from factcheck.store import articles, claims, ledger
from factcheck.store.articles import StoredArticle
from factcheck.store.claims import Filters
from factcheck.store.session import Session
from factcheck.text import analyse


def claims_as_of(session: Session, stored: StoredArticle, moment: datetime) -> Iterator[Claim]:
    """The claims that stood in an article's text at a moment, as they were then, in its order.

    Order is the ledger's own, whatever a clock did for a while (see `happened_by`). Voices have the names
    that the registry gives them today.
    """
    slug = stored.article.slug
    states: defaultdict[str, Replayed] = defaultdict(Replayed)
    revision = 0
    chain = ledger.chain_of(slug)
    count = happened_by([event.at for event in ledger.events(session, chain)], iso(moment))
    for event in islice(ledger.events(session, chain), count):
        if event.action in ("article_ingested", "article_revised"):
            revision = dict[str, Any](event.after or {})["revision"]
        elif event.entity.startswith("claim:"):
            states[event.entity.removeprefix("claim:")].add(event)
    if not revision:
        return
    today = {one.claim.n: one.claim for one in claims.stream(session, Filters(article_id=stored.id))}
    row = articles.revision(session, stored.id, revision)
    drafts = None if revision == stored.article.revision else _read_again(session, row["text"], stored)
    for n, start, end in row["places"]:
        base = (
            today[n]
            if drafts is None
            else _as_read(today[n], drafts.get((start, end)), row["text"][start:end])
        )
        placed = base.model_copy(update={"revision": revision, "start": start, "end": end})
        yield _at_that_time(placed, states[f"{slug}#{n}"])


def _read_again(session: Session, text: str, stored: StoredArticle) -> dict[tuple[int, int], ClaimDraft]:
    """What is read in an older text, by place, its voices under the registry's names."""
    article = stored.article
    drafts = draft_claims(analyse(text, language=article.language, published=article.published))
    names = voice_names(session, article.slug, drafts)
    return {(draft.start, draft.end): replace(draft, attributions=_named(draft, names)) for draft in drafts}


def _named(draft: ClaimDraft, names: Mapping[Voice, str]) -> tuple[Attribution, ...]:
    return tuple(
        said.model_copy(update={"source": names.get((said.source, said.anonymity))}) if said.source else said
        for said in draft.attributions
    )


def _as_read(claim: Claim, draft: ClaimDraft | None, text: str) -> Claim:
    """A claim with an older text's words and voices; without voices where that is read otherwise today."""
    if draft is None:
        return claim.model_copy(update={"text": text, "attributions": (), "checkpoints": ()})
    read = ("paragraph", "text", "prefix", "suffix", "kind", "checkworthiness", "checkpoints", "attributions")
    return claim.model_copy(update={name: getattr(draft, name) for name in read})


def _at_that_time(claim: Claim, told: Replayed) -> Claim:
    points = [point.model_copy(update={"ticked_by": told.ticks.get(point.n)}) for point in claim.checkpoints]
    parts = {name: list(told.parts[name].values()) for name in PARTS}
    whole = claim.model_dump(exclude={*AT_FIRST, *PARTS, "checkpoints", "updated_at"})
    return Claim.model_validate(
        {**whole, **told.fields, **parts, "checkpoints": points, "updated_at": told.at or claim.created_at}
    )
