"""Timestamps (RFC 3161): an authority's word that certain bytes were there at a certain time.

The authority sees the hash alone. `openssl ts -verify` checks the same token without factcheck.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from factcheck.errors import FetchFailed, IntegrityFailure, UsageError
from factcheck.evidence.network import Network
from factcheck.extras import extra


@dataclass(frozen=True, slots=True)
class Authority:
    """Who is asked for the time: where, and the certificates (PEM) that its word is checked against."""

    url: str
    roots: bytes


@dataclass(frozen=True, slots=True)
class Stamp:
    """The authority's answer as it came (DER, a TimeStampResp), and the time that it names."""

    token: bytes
    at: datetime


def configured_authority() -> Authority | None:
    """The authority that `FACTCHECK_TSA` names, with the roots in `FACTCHECK_TSA_ROOTS`; None without.

    Raises UsageError for an authority without roots: its word could not be checked.
    """
    url, roots = os.environ.get("FACTCHECK_TSA"), os.environ.get("FACTCHECK_TSA_ROOTS")
    if not url:
        return None
    if not roots:
        raise UsageError(
            "FACTCHECK_TSA names an authority, and nothing says whom to believe.",
            "Set FACTCHECK_TSA_ROOTS to a PEM file with the authority's root certificate.",
        )
    try:
        return Authority(url, Path(roots).read_bytes())
    except OSError as error:
        raise UsageError(f"{roots} can't be read: {error.strerror}.", "Check FACTCHECK_TSA_ROOTS.") from error


def stamp(data: bytes, authority: Authority, network: Network) -> Stamp:
    """Have bytes stamped, and check the answer.

    Raises what the network raises, and IntegrityFailure for a word that can't be believed.
    """
    with extra("timestamps", "Timestamping"):
        from rfc3161_client import HashAlgorithm, TimestampRequestBuilder
    request = (
        TimestampRequestBuilder()
        .data(data)
        .hash_algorithm(HashAlgorithm.SHA256)
        .nonce(nonce=True)
        .cert_request(cert_request=True)
        .build()
    )
    headers = {"Content-Type": "application/timestamp-query", "Accept": "application/timestamp-reply"}
    page = network.post(authority.url, request.as_bytes(), headers)
    if page.status != 200:
        raise FetchFailed(
            f"The time authority {authority.url} answers {page.status}.", "Check FACTCHECK_TSA."
        )
    return Stamp(page.body, verify_stamp(page.body, data, authority.roots, nonce=request.nonce))


def verify_stamp(token: bytes, data: bytes, roots: bytes, *, nonce: int | None = None) -> datetime:
    """When the authority says that it saw these bytes.

    `nonce` is that of the request, where one asked just now. Raises IntegrityFailure for a word that
    can't be believed, UsageError for roots that are none.
    """
    with extra("timestamps", "Timestamping"):
        from cryptography import x509
        from rfc3161_client import VerificationError, VerifierBuilder
    try:
        trusted = x509.load_pem_x509_certificates(roots)
    except ValueError as error:
        raise UsageError("FACTCHECK_TSA_ROOTS holds no certificate.", "It has to be PEM.") from error
    answer = _read(token)
    builder = VerifierBuilder()
    for certificate in dict.fromkeys(trusted):
        builder = builder.add_root_certificate(certificate)
    if nonce is not None:
        builder = builder.nonce(nonce)
    try:
        builder.build().verify(answer, hashlib.sha256(data).digest())
    except (VerificationError, ValueError) as error:
        raise IntegrityFailure(
            f"The timestamp can't be believed: {error}.", "Check the authority, and its roots."
        ) from error
    seen: datetime = answer.tst_info.gen_time
    return seen.astimezone(UTC) if seen.tzinfo else seen.replace(tzinfo=UTC)


def stamped_sha256(token: bytes) -> str:
    """The SHA-256 of the bytes that a token speaks of. Raises IntegrityFailure for what is no token."""
    imprint: bytes = _read(token).tst_info.message_imprint.message
    return imprint.hex()


def _read(token: bytes) -> Any:
    with extra("timestamps", "Timestamping"):
        from rfc3161_client import decode_timestamp_response
    try:
        answer = decode_timestamp_response(token)
        _ = answer.tst_info  # read late: a refusal has none
    except ValueError as error:
        raise IntegrityFailure(
            f"The authority gave no timestamp that can be read: {error}.", "Try another one: FACTCHECK_TSA."
        ) from error
    return answer
