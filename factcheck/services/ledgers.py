"""The ledger as a whole: is every chain unbroken, and does it agree with a checkpoint kept elsewhere?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from factcheck.domain.actors import Actor
from factcheck.domain.events import Seal
from factcheck.domain.ledger import GENESIS, digest, fault, head_leaf, merkle_root
from factcheck.domain.models import iso
from factcheck.errors import IntegrityFailure, NotFound, UsageError
from factcheck.services.clock import now
from factcheck.services.people import acting
from factcheck.services.signing import check_signature, sign_seal
from factcheck.store import articles, ledger
from factcheck.store.engine import Sessions
from factcheck.store.session import Session

Head = tuple[str, int, str]
_HASH = re.compile(r"[0-9a-f]{64}\Z")


@dataclass(frozen=True, slots=True)
class Verified:
    """What was looked through: chains, events and checkpoints, all of them unbroken."""

    chains: int
    events: int
    seals: int
    signed: int = 0


def verify_ledger(sessions: Sessions, *, head: str | None = None, key: str | None = None) -> Verified:
    """Go through every chain and every checkpoint.

    `head` is the hash of a checkpoint kept elsewhere: what it sealed must still be there, unchanged,
    even if somebody rewrote the whole database consistently. `key` is a public key (in hex) by which
    the newest signed checkpoint, and every one that claims to be signed, must be signed. Raises
    IntegrityFailure that names the first bad event.
    """
    if head is not None and not _HASH.match(head):
        raise UsageError(
            "That is no checkpoint's hash.", "It has 64 digits of 0-9 and a-f, as ledger seal printed it."
        )
    with sessions.read() as session:
        sealed = _check_seals(session, head)
        signed = _check_signatures(session, key) if key is not None else 0
        names = ledger.chain_names(session)
        kept = {name: (length, last) for name, length, last in ledger.heads(session)}
        for stored in articles.every(session):
            if ledger.chain_of(stored.article.slug) not in kept:
                raise _broken(ledger.chain_of(stored.article.slug), "it is missing: its history was removed")
        for chain in sealed:
            if chain not in names:
                raise _broken(chain, "it is missing, though a checkpoint sealed it")
        events = sum(_check_chain(session, name, kept.get(name), sealed.get(name, {})) for name in names)
        return Verified(len(names), events, sum(1 for _ in ledger.seals(session)), signed)


def _check_chain(session: Session, chain: str, kept: tuple[int, str] | None, sealed: dict[int, str]) -> int:
    """Go through one chain in constant memory; the number of its events."""
    seq, last = 0, GENESIS
    for event in ledger.events(session, chain):
        wrong = fault(event, seq=seq + 1, prev_hash=last)
        if wrong:
            raise _broken(chain, wrong)
        seq, last = event.seq, event.hash
        if sealed.get(seq, last) != last:
            raise _broken(chain, f"event {seq} is not the one that a checkpoint sealed: it was rewritten")
    if kept is None:
        raise _broken(chain, "its head is missing")
    if kept[0] > seq or (sealed and max(sealed) > seq):
        raise _broken(chain, f"event {seq + 1} is missing: the end was cut off")
    if kept != (seq, last):
        raise _broken(chain, f"its head doesn't match event {seq}")
    return seq


def _check_seals(session: Session, head: str | None) -> dict[str, dict[int, str]]:
    """Check the chain of checkpoints; what they sealed, as chain, then length, to hash."""
    last, found = GENESIS, head is None
    sealed: dict[str, dict[int, str]] = {}
    for n, (seal, heads) in enumerate(ledger.seals(session), 1):
        _check_seal(seal, heads, n, last)
        for chain, length, at in heads:
            sealed.setdefault(chain, {})[length] = at
        last, found = seal.hash, found or seal.hash == head
    if not found:
        raise IntegrityFailure(
            f"The checkpoint {head} is not in this ledger: it was rewritten, or cut.",
            "Compare with a backup. If the checkpoint is of another database, name that one with --database.",
        )
    return sealed


def _check_signatures(session: Session, key: str) -> int:
    """Check who signed; how many checkpoints are signed by that key."""
    signed = [seal for seal, _ in ledger.seals(session) if seal.signature is not None]
    for seal in signed:
        check_signature(seal, key)
    if not signed:
        raise IntegrityFailure(
            "No checkpoint is signed by that key.",
            "Sign one: factcheck ledger seal --sign KEY.pem. If there was one, the ledger was rewritten.",
        )
    return len(signed)


def _check_seal(seal: Seal, heads: list[Head], n: int, last: str) -> None:
    if seal.n != n:
        raise _broken("checkpoints", f"checkpoint {n} is missing")
    whole = (
        digest(seal.model_dump(exclude={"hash", "signature", "signed_by"})) == seal.hash
        and seal.prev_hash == last
    )
    if not whole or merkle_root([head_leaf(*one) for one in sorted(heads)]) != seal.root:
        raise _broken("checkpoints", f"checkpoint {n} was altered")


def _broken(chain: str, wrong: str) -> IntegrityFailure:
    return IntegrityFailure(
        f"The ledger is broken. {chain}: {wrong}.",
        "Restore a backup from before, and find out who had access.",
    )


def seal_ledger(sessions: Sessions, actor: Actor, *, key_file: Path | None = None) -> Seal:
    """Seal the present heads of all chains; the checkpoint to keep elsewhere.

    `key_file` holds the Ed25519 key that signs it. Raises NotAllowed, and what a bad key raises.
    """
    with sessions.begin() as session:
        acting(session, actor, "seal")
        ledger.lock_house(session)
        seal, heads = ledger.draft_seal(session, iso(now()))
        if key_file is not None:
            seal = sign_seal(seal, key_file)
        ledger.append_seal(session, seal, heads)
        return seal


def latest_seal(sessions: Sessions) -> Seal:
    """The newest checkpoint. Raises NotFound before the first."""
    with sessions.read() as session:
        seal = ledger.latest_seal(session)
    if seal is None:
        raise NotFound("Nothing was sealed yet.", "Make a checkpoint: factcheck ledger seal.")
    return seal
