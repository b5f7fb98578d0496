"""What the ledger keeps: events in chains, and checkpoints over all of them."""

from __future__ import annotations

from factcheck.domain.models import Model


class Event(Model):
    """One row of the ledger. `hash` covers every other field in canonical JSON."""

    chain: str
    seq: int
    at: str
    actor: str
    action: str
    entity: str
    before: dict[str, object] | None
    after: dict[str, object] | None
    prev_hash: str
    hash: str


class Seal(Model):
    """A checkpoint of the whole ledger: the Merkle root over all chains' heads, itself chained.

    `signature` is an Ed25519 one under `hash`, by the public key `signed_by`; both in hex.
    """

    n: int
    at: str
    size: int
    root: str
    prev_hash: str
    hash: str
    signature: str | None = None
    signed_by: str | None = None
