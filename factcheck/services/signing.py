"""Signatures under checkpoints: Ed25519 (RFC 8032), by keys in PEM files as OpenSSL makes them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.domain.events import Seal
from factcheck.errors import BadInput, IntegrityFailure, NotFound
from factcheck.extras import extra

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

# What is signed begins with this, so that a signature under a checkpoint is none under anything else.
_PURPOSE = "factcheck checkpoint "


def sign_seal(seal: Seal, key_file: Path) -> Seal:
    """The checkpoint with a signature, and the public key that checks it (both in hex).

    Raises NotFound, BadInput for what is no Ed25519 key, UsageError where the extra `sign` is missing.
    """
    key = _private_key(key_file)
    return seal.model_copy(
        update={
            "signature": key.sign(_signed(seal)).hex(),
            "signed_by": key.public_key().public_bytes_raw().hex(),
        }
    )


def check_signature(seal: Seal, key: str) -> None:
    """Raise IntegrityFailure unless the checkpoint has a good signature by that public key (in hex)."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        public = Ed25519PublicKey.from_public_bytes(bytes.fromhex(key))
        public.verify(bytes.fromhex(seal.signature or ""), _signed(seal))
    except (InvalidSignature, ValueError) as error:
        raise IntegrityFailure(
            f"Checkpoint {seal.n} has no good signature by that key.",
            "Is it the right key? If it is, the ledger was rewritten: restore a backup from before.",
        ) from error


def read_public_key(key_file: Path) -> str:
    """The public key of a PEM file (public or private), in hex. Raises NotFound, BadInput, UsageError."""
    _check_library()
    from cryptography.hazmat.primitives.serialization import load_pem_public_key

    data = _read(key_file)
    if b"PRIVATE KEY" in data:
        return _private_key(key_file).public_key().public_bytes_raw().hex()
    try:
        return _ed25519_public(load_pem_public_key(data)).public_bytes_raw().hex()
    except ValueError as error:
        raise _no_key(key_file) from error


def _private_key(key_file: Path) -> Ed25519PrivateKey:
    _check_library()
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    try:
        key = load_pem_private_key(_read(key_file), password=None)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise _no_key(key_file) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise _no_key(key_file)
    return key


def _ed25519_public(key: object) -> Ed25519PublicKey:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    if not isinstance(key, Ed25519PublicKey):
        raise ValueError("another kind of key")  # noqa: TRY004 - told to people as one with all that can't be read
    return key


def _check_library() -> None:
    with extra("sign", "Signing"):
        import cryptography  # noqa: F401 - whether it is here


def _read(key_file: Path) -> bytes:
    try:
        return key_file.read_bytes()
    except FileNotFoundError as error:
        raise NotFound(
            f"There is no key {key_file}.", "Make one: openssl genpkey -algorithm ed25519 -out KEY.pem"
        ) from error
    except OSError as error:
        raise BadInput(f"{key_file} can't be read: {error.strerror}.", "Check its permissions.") from error


def _no_key(key_file: Path) -> BadInput:
    return BadInput(
        f"{key_file} holds no Ed25519 key without a password.",
        "Make one: openssl genpkey -algorithm ed25519 -out KEY.pem",
    )


def _signed(seal: Seal) -> bytes:
    return (_PURPOSE + seal.hash).encode()
