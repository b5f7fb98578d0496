from __future__ import annotations

from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat
from sqlalchemy import text

from factcheck.errors import BadInput, IntegrityFailure, NotFound
from factcheck.services.doctor import examine_database
from factcheck.services.ledgers import latest_seal, seal_ledger, verify_ledger
from factcheck.services.signing import read_public_key
from factcheck.store.engine import Sessions
from tests.making import ED, ingest


def make_key(folder: Path, name: str) -> Path:
    key = Ed25519PrivateKey.generate()
    file = folder / f"{name}.pem"
    file.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    public = key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    (folder / f"{name}.pub").write_bytes(public)
    return file


def test_a_signed_checkpoint_is_verified_by_its_public_key(sessions: Sessions, tmp_path: Path) -> None:
    ingest(sessions)
    key = make_key(tmp_path, "desk")
    seal_ledger(sessions, ED)
    seal = seal_ledger(sessions, ED, key_file=key)
    assert latest_seal(sessions) == seal
    public = read_public_key(tmp_path / "desk.pub")
    assert read_public_key(key) == public == seal.signed_by
    assert verify_ledger(sessions, key=public).signed == 1
    assert verify_ledger(sessions, head=seal.hash).seals == 2
    assert examine_database(sessions) == []


def test_another_key_or_none_is_told(sessions: Sessions, tmp_path: Path) -> None:
    ingest(sessions)
    make_key(tmp_path, "other")
    other = read_public_key(tmp_path / "other.pub")
    with pytest.raises(IntegrityFailure, match="No checkpoint is signed"):
        verify_ledger(sessions, key=other)
    seal_ledger(sessions, ED, key_file=make_key(tmp_path, "desk"))
    with pytest.raises(IntegrityFailure, match="Checkpoint 1 has no good signature"):
        verify_ledger(sessions, key=other)


def test_a_signature_that_was_tampered_with_is_told(sqlite_sessions: Sessions, tmp_path: Path) -> None:
    ingest(sqlite_sessions)
    seal_ledger(sqlite_sessions, ED, key_file=make_key(tmp_path, "desk"))
    with sqlite_sessions.begin() as session:
        session.execute(text("DROP TRIGGER seals_no_update"))
        session.execute(
            text("UPDATE seals SET signature = replace(signature, substr(signature, 1, 1), 'f') || '00'")
        )
    with pytest.raises(IntegrityFailure, match="no good signature"):
        verify_ledger(sqlite_sessions, key=read_public_key(tmp_path / "desk.pub"))


def test_what_is_no_key_seals_nothing(sessions: Sessions, tmp_path: Path) -> None:
    ingest(sessions)
    wrong = tmp_path / "wrong.pem"
    with pytest.raises(NotFound, match="There is no key"):
        seal_ledger(sessions, ED, key_file=wrong)
    for data in (
        b"no key at all",
        generate_private_key(SECP256R1()).private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()),
    ):
        wrong.write_bytes(data)
        with pytest.raises(BadInput, match="holds no Ed25519 key"):
            seal_ledger(sessions, ED, key_file=wrong)
        with pytest.raises(BadInput, match="holds no Ed25519 key"):
            read_public_key(wrong)
    with pytest.raises(NotFound, match="Nothing was sealed"):
        latest_seal(sessions)
