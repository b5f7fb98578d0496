"""A fetched page as WARC (ISO 28500): what was asked and what was answered, byte for byte."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import Any

from factcheck.errors import IntegrityFailure
from factcheck.evidence.fetch import Page, sent_path
from factcheck.extras import extra


def write_warc(page: Page, at: datetime) -> bytes:
    """All exchanges of a page as one compressed WARC file."""
    with extra("evidence", "Keeping pages"):
        from warcio.statusandheaders import StatusAndHeaders
        from warcio.warcwriter import WARCWriter
    out = io.BytesIO()
    writer: Any = WARCWriter(out, gzip=True)
    for one in page.exchanges:
        about = {
            "WARC-Date": at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "WARC-IP-Address": one.address,
        }
        answered = StatusAndHeaders(
            f"{one.status} {one.reason}".strip(), list(one.headers), protocol="HTTP/1.1"
        )
        response = writer.create_warc_record(
            one.url,
            "response",
            payload=io.BytesIO(one.raw),
            http_headers=answered,
            warc_headers_dict=dict(about),
        )
        asked = StatusAndHeaders(
            f"GET {sent_path(one.url)} HTTP/1.1", list(one.request_headers), is_http_request=True
        )
        request = writer.create_warc_record(
            one.url, "request", http_headers=asked, warc_headers_dict=dict(about)
        )
        writer.write_request_response_pair(request, response)
        for record in (request, response):
            record.raw_stream.close()  # the writer's own copy, which it leaves open
    return out.getvalue()


def write_resource(url: str, media_type: str, body: bytes, at: datetime) -> bytes:
    """What a program made of a page, as one compressed WARC file: a record of the kind `resource`."""
    with extra("evidence", "Keeping pages"):
        from warcio.warcwriter import WARCWriter
    out = io.BytesIO()
    writer: Any = WARCWriter(out, gzip=True)
    about = {"WARC-Date": at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")}
    record = writer.create_warc_record(
        url,
        "resource",
        payload=io.BytesIO(body),
        warc_content_type=media_type,
        warc_headers_dict=about,
    )
    writer.write_record(record)
    record.raw_stream.close()  # the writer's own copy, which it leaves open
    return out.getvalue()


def read_warc(data: bytes) -> tuple[str, bytes]:
    """The last answer of a WARC file: its media type, and its body unpacked. Raises IntegrityFailure."""
    with extra("evidence", "Reading kept pages"):
        from warcio.archiveiterator import ArchiveIterator

    found: tuple[str, bytes] | None = None
    for record in ArchiveIterator(io.BytesIO(data)):
        if record.rec_type == "response":
            kind = record.http_headers.get_header("Content-Type") or "application/octet-stream"
            found = kind, record.content_stream().read()
        elif record.rec_type == "resource":
            found = record.rec_headers.get_header("Content-Type"), record.content_stream().read()
    if found is None:
        raise IntegrityFailure("That snapshot holds no answer.", "Restore it from a backup.")
    return found
