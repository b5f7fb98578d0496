"""The ledger's hash chain, and the Merkle tree over all chains' heads.

An event's hash is the SHA-256 of its canonical JSON (RFC 8785) without the hash itself; it covers
the hash of the event before, so that no event can be changed, dropped or moved without every later
hash changing. A seal is the Merkle root over all heads, hashed as RFC 6962 section 2.1 does it
(leaf and node have prefixes of their own, so that neither can pass for the other).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from typing import Any

import rfc8785

from factcheck.domain.events import Event, Seal

GENESIS = "0" * 64
_HASHED = tuple(name for name in Event.model_fields if name != "hash")
HOUSE = "house"


# Python's own writer, which takes a quarter of the library's time.
_WRITE = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode
_LARGEST = 2**53 - 1


def canonical(value: Any) -> bytes:
    """Write a JSON value as RFC 8785 does: one way only.

    Raises ValueError for what has no such form: numbers that JSON can't hold exactly, halves of characters.
    """
    return _WRITE(value).encode() if _is_plain(value) else rfc8785.dumps(value)


def _is_plain(value: Any) -> bool:
    """Whether Python writes a value as RFC 8785 does.

    It doesn't write fractions so, it sorts letters beyond 16 bits otherwise, and takes what is no JSON.
    """
    kind = type(value)
    if kind is dict:
        return all(type(key) is str and key.isascii() and _is_plain(inner) for key, inner in value.items())
    if kind is list:
        return all(map(_is_plain, value))
    return value is None or kind is str or kind is bool or (kind is int and -_LARGEST <= value <= _LARGEST)


def digest(value: Any) -> str:
    """The lower-case hex SHA-256 of a value's canonical JSON."""
    return hashlib.sha256(canonical(value)).hexdigest()


def event_hash(fields: dict[str, Any]) -> str:
    """The hash that an event with these fields (all but `hash`) must bear."""
    return digest(fields)


def next_event(
    *,
    chain: str,
    length: int,
    head: str,
    at: str,
    actor: str,
    action: str,
    entity: str,
    before: dict[str, Any] | None,
    after: dict[str, Any] | None,
) -> Event:
    """The event that comes after `length` others whose last hash is `head`."""
    fields: dict[str, Any] = {
        "chain": chain,
        "seq": length + 1,
        "at": at,
        "actor": actor,
        "action": action,
        "entity": entity,
        "before": before,
        "after": after,
        "prev_hash": head,
    }
    return Event.model_construct(None, **fields, hash=event_hash(fields))


def fault(event: Event, *, seq: int, prev_hash: str) -> str | None:
    """Say in words what is wrong with an event that should be number `seq` after `prev_hash`.

    None when it is whole and in its place.
    """
    if event.seq != seq:
        return f"event {seq} is missing (event {event.seq} follows event {seq - 1})"
    try:
        whole = event_hash({name: getattr(event, name) for name in _HASHED}) == event.hash
    except (ValueError, TypeError, RecursionError):  # not even JSON any more
        whole = False
    if not whole:
        return f"event {seq} was altered: its hash doesn't match what it says"
    if event.prev_hash != prev_hash:
        return f"event {seq} doesn't follow event {seq - 1}: it was replaced or moved"
    return None


def head_leaf(chain: str, length: int, head: str) -> bytes:
    """A chain's head as a leaf of the Merkle tree."""
    return canonical({"chain": chain, "head": head, "length": length})


def merkle_root(leaves: Sequence[bytes]) -> str:
    """The Merkle tree hash over leaves in order (RFC 6962, 2.1), in lower-case hex.

    An odd node is carried up unchanged, which gives the RFC's split at the largest power of two.
    """
    if not leaves:
        return hashlib.sha256(b"").hexdigest()
    level = [hashlib.sha256(b"\x00" + leaf).digest() for leaf in leaves]
    while len(level) > 1:
        paired = [
            hashlib.sha256(b"\x01" + level[i] + level[i + 1]).digest() for i in range(0, len(level) - 1, 2)
        ]
        level = paired + level[len(paired) * 2 :]
    return level[0].hex()


def next_seal(*, n: int, at: str, heads: Sequence[tuple[str, int, str]], prev_hash: str) -> Seal:
    """The checkpoint over all heads (chain, length, hash), sorted by chain, after `prev_hash`."""
    root = merkle_root([head_leaf(*head) for head in sorted(heads)])
    fields: dict[str, Any] = {"n": n, "at": at, "size": len(heads), "root": root, "prev_hash": prev_hash}
    return Seal.model_construct(None, **fields, hash=digest(fields))
