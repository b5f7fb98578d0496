"""Why: which rule read what in a claim, and what can be recomputed in it. Nothing is stored."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.domain.drafting import draft_claims
from factcheck.domain.models import Article, Attribution, Claim
from factcheck.domain.refs import Ref
from factcheck.services.changes import select_claim
from factcheck.store import articles
from factcheck.store.engine import Sessions
from factcheck.text.arithmetic import check_arithmetic
from factcheck.text.dates import resolve_dates


@dataclass(frozen=True, slots=True)
class Reckoned:
    """What a claim's own words give: sums that don't add up, and the days that relative dates mean.

    `mismatches` are sentences; they are warnings to look again, never a verdict. `dates` pairs the
    words with an ISO day, or with the first and last day of a span of them.
    """

    mismatches: tuple[str, ...]
    dates: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Explained:
    """A claim with the rules behind its reading, as sentences.

    `attributions` pairs each voice with the rule that found it. `reasons` are the features that made
    the claim more or less worth checking.
    """

    claim: Claim
    kind: str
    attributions: tuple[tuple[str, str], ...]
    reasons: tuple[str, ...]
    reckoned: Reckoned


# What is told of an attribution that is no plain assertion.
_RECORDED = {
    "denies": " It is a denial.",
    "asks": " It is a question or a request.",
    "intends": " It is an intention.",
}


def _read_as(said: Attribution) -> str:
    """Which words of the text were read as somebody named elsewhere: a pronoun, an office."""
    if said.source is None or said.source_text is None or said.source.split()[-1] in said.source_text:
        return ""
    return f" The text has “{said.source_text}”, which was read as {said.source}."


def reckon_claim(sessions: Sessions, claim: Claim) -> Reckoned:
    """Recompute a claim's figures, and resolve its relative dates against the article's date."""
    with sessions.read() as session:
        return _reckon(claim, articles.by_slug(session, claim.article).article)


def explain_claim(sessions: Sessions, ref: Ref) -> Explained:
    """Read the claim's article anew and say which rules gave the claim its kind and its voices.

    A newer engine may read it otherwise than the one that took it in; what is said is today's reading.
    Raises NotFound.
    """
    from factcheck.text import analyse
    from factcheck.text.attribution_rules import RULES as SAID_BY
    from factcheck.text.kind_rules import RULES as KINDS

    with sessions.read() as session:
        stored = select_claim(session, ref)
        article = articles.by_slug(session, ref.slug)
        text = articles.revision(session, article.id, stored.claim.revision)["text"]
    claim = stored.claim
    analysis = analyse(text, language=article.article.language, published=article.article.published)
    sentence = next((s for s in analysis.sentences if (s.start, s.end) == (claim.start, claim.end)), None)
    if sentence is None:
        return Explained(claim, "Today it would be split otherwise.", (), (), _reckon(claim, article.article))
    draft = next(one for one in draft_claims(analysis) if one.start == claim.start)
    return Explained(
        claim,
        f"{sentence.kind}: {KINDS.get(sentence.rule, sentence.rule)}",
        tuple(
            (
                said.source or said.source_text or "nobody named",
                SAID_BY.get(said.rule, said.rule) + _RECORDED.get(said.polarity, "") + _read_as(said),
            )
            for said in draft.attributions
        ),
        sentence.reasons,
        _reckon(claim, article.article),
    )


def _reckon(claim: Claim, article: Article) -> Reckoned:
    end = len(claim.text)
    today = article.published
    dates = resolve_dates(claim.text, 0, end, today) if today else ()
    return Reckoned(
        tuple(
            wrong.message
            for wrong in check_arithmetic(claim.text, 0, end, year=today.year if today else None)
        ),
        tuple((claim.text[one.start : one.end], one.value.replace("/", " to ")) for one in dates),
    )
