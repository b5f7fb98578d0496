"""Making what tests need: articles in a database, claims as values."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from factcheck.domain.actors import Actor
from factcheck.domain.links import NewEvidence
from factcheck.domain.models import Attribution, AttributionSpans, Claim, Evidence
from factcheck.domain.refs import RefRange, parse_refs
from factcheck.domain.vocabulary import Kind, Stance, Status
from factcheck.services.ingest import Ingested, Submission, ingest_article
from factcheck.services.marking import mark_claims
from factcheck.services.policies import default_policy_toml
from factcheck.services.steps import approve_claims
from factcheck.store.engine import Sessions

ANA, ED, EVA = Actor("Ana"), Actor("Ed"), Actor("Eva")
NOON = datetime(2026, 1, 31, 12, tzinfo=UTC)
PAGE = NewEvidence("https://evidence.example/page")
TEXT = "The bridge cost 4 million euros. It opened in 1932. Nobody crosses it at night."


def policy_toml(**changes: str) -> str:
    """The policy that we ship, with some top-level settings replaced."""
    text = default_policy_toml()
    for name, value in changes.items():
        head, _, rest = text.partition(f"\n{name} = ")
        text = f"{head}\n{name} = {value}\n{rest.partition(chr(10))[2]}"
    return text


def ingest(sessions: Sessions, text: str = TEXT, slug: str = "bridge", actor: Actor = ANA) -> Ingested:
    """An article in the database."""
    return ingest_article(sessions, actor, Submission(text, text.encode(), slug=slug))


def refs(*words: str) -> list[RefRange]:
    """Refs as people type them."""
    return [parse_refs(word) for word in words]


def approve(sessions: Sessions, ref: str = "bridge#1", verdict: str = "verified") -> Claim:
    """A claim that Ana checked and Ed approved."""
    mark_claims(sessions, ANA, refs(ref), verdict, evidence=[PAGE], note="Looked.")
    return approve_claims(sessions, ED, refs(ref))[0]


def attribution(source: str = "Ines Duarte", **changes: Any) -> Attribution:
    """An attribution as a value."""
    fields: dict[str, Any] = {
        "source": source,
        "source_text": source,
        "outlet": None,
        "cue": "said",
        "mode": "indirect",
        "anonymity": "named",
        "continued": False,
        "spans": AttributionSpans(source=(0, 1), cue=(1, 2), content=(2, 3)),
    }
    return Attribution(**{**fields, **changes})


def evidence(
    number: int = 1, url: str = "https://evidence.example/page", stance: Stance = Stance.SUPPORTS
) -> Evidence:
    """A piece of evidence as a value."""
    return Evidence(id=number, url=url, stance=stance, accessed_at=NOON, added_by="Ana")


def claim(**changes: Any) -> Claim:
    """A claim as a value."""
    text = changes.get("text", "The bridge cost 4 million euros.")
    fields: dict[str, Any] = {
        "ref": "bridge#1",
        "n": 1,
        "article": "bridge",
        "revision": 1,
        "paragraph": 0,
        "text": text,
        "start": 0,
        "end": len(text),
        "prefix": "",
        "suffix": "",
        "kind": Kind.FACT,
        "checkworthiness": 0.5,
        "status": Status.UNCHECKED,
        "created_at": NOON,
        "updated_at": NOON,
    }
    return Claim(**{**fields, **changes})
