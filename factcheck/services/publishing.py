"""The gate, and publication: what an article's readers will be told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from factcheck.domain import workflow
from factcheck.domain.actors import Actor
from factcheck.domain.guards import Request
from factcheck.domain.models import Claim, Correction
from factcheck.domain.policy import Policy
from factcheck.domain.refs import RefRange
from factcheck.domain.vocabulary import CorrectionClass, Status
from factcheck.errors import GateClosed
from factcheck.gate.builtin import Finding, flagged_claims, open_claims, open_queries
from factcheck.services.changes import ask_in_order, entity_of, record, write_event
from factcheck.services.clock import now
from factcheck.services.correcting import tell_public
from factcheck.services.elsewhere import flag_elsewhere, refs_elsewhere
from factcheck.services.gathering import together
from factcheck.services.house_rules import Files, house_findings, rules_in_force
from factcheck.services.people import acting
from factcheck.services.policies import policy_in_force
from factcheck.services.published import as_shown
from factcheck.store import articles, claims, ledger
from factcheck.store.articles import StoredArticle
from factcheck.store.claims import Filters, StoredClaim
from factcheck.store.engine import Sessions
from factcheck.store.prepared import at_once
from factcheck.store.session import Session
from factcheck.store.tables import ClaimRow
from factcheck.text.anchor import same_words

# How many open claims a refusal names before it only counts the rest.
_NAMED = 8


@dataclass(frozen=True, slots=True)
class Published:
    """What came of it: the claims that are public now, the corrections that this made, and the claims
    of other articles that have to be looked at again because of them."""

    claims: tuple[Claim, ...]
    corrections: tuple[Correction, ...]
    flagged: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """What an editor tells the public of a correction; what is left out says what changed, in our words."""

    kind: CorrectionClass | None = None
    text: str | None = None


def check_gate(sessions: Sessions, slug: str | None, *, files: Files | None = None) -> list[Finding]:
    """What stands between an article (or all of them) and publication; empty when its gate is green.

    `files` are asked in place of the newsroom's rules in force. Raises BadInput, NotFound.
    """
    with sessions.read() as session:
        chosen = [articles.by_slug(session, slug)] if slug is not None else articles.every(session)
        rules = rules_in_force(session) if files is None else files
        return [found for article in chosen for found in _findings(session, article, rules)]


def publish_article(
    sessions: Sessions, actor: Actor, slug: str, *, notice: Notice | None = None
) -> Published:
    """Publish every approved claim of an article whose gate is green.

    A claim published before with another verdict, or reopened since, makes a Correction, which `notice`
    words. Nothing new to publish is no error. Raises GateClosed naming what is open, NotAllowed, NotFound.
    """
    at = now()
    with sessions.begin() as session:
        actor = acting(session, actor, "publish")
        ledger.lock_house(session)  # a correction reaches into other articles, one at a time
        article = articles.by_slug(session, slug)
        words, twins = _words_and_twins(session, article)
        with at_once(session):  # nothing changes between the gate and the press
            ask_in_order(session, [RefRange(slug), *twins])
        findings = _findings(session, article, rules_in_force(session))
        if findings:
            raise _closed(slug, findings)
        request = Request(policy_in_force(session), byline=article.article.byline)
        approved = claims.find(
            session, Filters(article_id=article.id, statuses=[Status.APPROVED], orphaned=False)
        )
        done: list[Claim] = []
        corrections: list[Correction] = []
        flagged: list[Claim] = []
        with together(session):
            for stored in approved:
                step = workflow.take_step("publish", stored.claim, actor, request)
                if stored.claim.published_verdict is not None:
                    was = _as_published(stored, words)
                    made = _correct(session, actor, request.policy, was, stored, notice or Notice(), at)
                    corrections.append(made)
                    if made.old_verdict != made.new_verdict or was != stored:
                        but = [claim.ref for claim in flagged]
                        flagged += flag_elsewhere(session, actor, request.policy, was, made, at, but=but)
                done.append(record(session, actor, stored, step, at))
            if done:
                after = {"claims": [claim.ref for claim in done]}
                write_event(session, actor, slug, "article_published", f"article:{slug}", None, after, at)
        return Published(tuple(done), tuple(corrections), tuple(flagged))


def _findings(session: Session, article: StoredArticle, rules: Files) -> list[Finding]:
    standing = [one.claim for one in claims.stream(session, Filters(article_id=article.id, orphaned=False))]
    return [
        *open_claims(standing),
        *open_queries(standing),
        *flagged_claims(standing),
        *house_findings(session, article.article.slug, standing, rules),
    ]


def _words_and_twins(session: Session, article: StoredArticle) -> tuple[dict[str, str], set[RefRange]]:
    """What the public read where the text has other words by now, and the claims that a correction may
    reach in other articles. Whoever holds the house's lock finds that nobody adds to them."""
    changing = claims.find(
        session,
        Filters(
            article_id=article.id,
            extra=[ClaimRow.published_verdict.is_not(None), ClaimRow.status != Status.PUBLISHED],
        ),
    )
    words = as_shown(session, article.article)[1] if changing else {}
    return words, refs_elsewhere(session, [_as_published(stored, words) for stored in changing])


def _as_published(stored: StoredClaim, words: Mapping[str, str]) -> StoredClaim:
    """A claim in the words that the public read, if they were others than it has now; else itself."""
    text = words.get(entity_of(stored.claim), stored.claim.text)
    if same_words(text) == same_words(stored.claim.text):
        return stored
    return replace(stored, claim=stored.claim.model_copy(update={"text": text}))


def _correct(
    session: Session,
    actor: Actor,
    policy: Policy,
    was: StoredClaim,
    stored: StoredClaim,
    notice: Notice,
    at: datetime,
) -> Correction:
    """Tell the public what changed, verdict and words. The desk's own reasons stay with the desk."""
    claim = stored.claim
    changed = claim.verdict != claim.published_verdict
    old, new = policy.label_of(claim.published_verdict), policy.label_of(claim.verdict)
    if was != stored:
        found = f"is “{new}”, where we had said “{old}”" if changed else f"is “{new}”"
        said = f"We wrote: “{was.claim.text}” It now reads: “{claim.text}” Our verdict on that {found}."
    elif changed:
        said = f"We changed our verdict from “{old}” to “{new}”."
    else:
        said = f"We checked this again; our verdict stays “{new}”."
    same = not changed and was == stored
    kind = notice.kind or (CorrectionClass.CLARIFICATION if same else CorrectionClass.CORRECTION)
    return tell_public(session, actor, stored, kind, notice.text or said, claim.verdict, at)


def _closed(slug: str, findings: Sequence[Finding]) -> GateClosed:
    named = ", ".join(f"{found.ref} ({found.message.partition(':')[0]})" for found in findings[:_NAMED])
    more = f" and {len(findings) - _NAMED} more" if len(findings) > _NAMED else ""
    number = len({found.ref for found in findings})
    house = any(found.scenario for found in findings)
    what = (
        ("break" if number > 1 else "breaks") + " a rule"
        if house
        else ("are" if number > 1 else "is") + " open"
    )
    return GateClosed(
        f"{slug} can't be published: {number} claim{'s' if number > 1 else ''} {what}: {named}{more}.",
        f"See each: factcheck gate {slug}.",
    )
