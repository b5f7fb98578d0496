"""The voices of an article and the source registry: each is found there, or added."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.domain.drafting import ClaimDraft
from factcheck.domain.sources import alias_key, is_local, likely_kind, local_key
from factcheck.store import registry
from factcheck.store.session import Session

# A voice as an article has it: its name, and whether it is named at all.
Voice = tuple[str, str]


def register_voices(
    session: Session, article_id: int, slug: str, drafts: Iterable[ClaimDraft]
) -> dict[Voice, int]:
    """Find every quoted voice in the registry, or add it: its entry's id.

    A voice without a name of its own is a new one in every article: “the mayor” of another town is
    somebody else.
    """
    keys = {voice: _keys(slug, *voice) for voice in _voices(drafts)}
    known = registry.ids_of_key(session, {key for one in keys.values() for key in one})
    found: dict[Voice, int] = {}
    for voice in sorted(keys):
        (name, anonymity), nearest = voice, keys[voice][0]
        if not any(key in known for key in keys[voice]):
            kind = likely_kind(name, anonymity)
            if is_local(name, anonymity):
                known[nearest] = registry.add_local(session, article_id, nearest, name, kind)
            else:
                known[nearest], _ = registry.add(session, registry.Entry(name, kind))
        found[voice] = next(known[key] for key in keys[voice] if key in known)
    return found


def voice_names(session: Session, slug: str, drafts: Iterable[ClaimDraft]) -> dict[Voice, str]:
    """Under which name the registry has each voice; its own where the registry doesn't have it yet."""
    keys = {voice: _keys(slug, *voice) for voice in _voices(drafts)}
    known = registry.ids_of_key(session, {key for one in keys.values() for key in one})
    shown = registry.names(session, set(known.values()))
    return {
        voice: next((shown[known[key]] for key in one if key in known), voice[0])
        for voice, one in keys.items()
    }


def _voices(drafts: Iterable[ClaimDraft]) -> set[Voice]:
    return {(said.source, said.anonymity) for draft in drafts for said in draft.attributions if said.source}


def _keys(slug: str, name: str, anonymity: str) -> tuple[str, ...]:
    """The keys under which a voice may be known, the nearest first.

    What the newsroom itself put in the registry under a common noun (“Police”) holds in every article.
    """
    general = alias_key(name, likely_kind(name, anonymity))
    if not is_local(name, anonymity):
        return (general,)
    return (local_key(slug, name), general) if anonymity == "named" else (local_key(slug, name),)
