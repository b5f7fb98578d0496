"""Articles as they are handed in: bytes of whatever format, or a page, read into a submission."""

from __future__ import annotations

from pathlib import PurePath
from urllib.parse import urlsplit

from factcheck.errors import FetchFailed
from factcheck.evidence.network import Network
from factcheck.readers import read_article
from factcheck.services.ingest import Submission


def read_submission(
    data: bytes,
    name: str = "",
    *,
    encoding: str | None = None,
    format_name: str | None = None,
    media_type: str | None = None,
    origin: str | None = None,
) -> Submission:
    """Read an article's bytes; `name` is the file's. Raises BadInput, UsageError for an unknown format."""
    media_type, read = read_article(
        data, name, encoding=encoding, format_name=format_name, media_type=media_type
    )
    return Submission(
        text=read.text,
        original=data,
        media_type=media_type,
        origin=origin or name or None,
        name=PurePath(name).stem if name else None,
        headline=read.headline,
        byline=read.byline,
        published=read.published,
        language=read.language,
    )


def fetch_submission(network: Network, url: str) -> Submission:
    """Read the article of a page. Raises what the fetch and the reader raise, FetchFailed for no page."""
    page = network.fetch(url, {})
    if not 200 <= page.status < 300:
        raise FetchFailed(f"{url} answers {page.status}.", "Check the address in a browser.")
    name = urlsplit(page.url).path.rstrip("/")
    return read_submission(page.body, name, media_type=page.media_type, origin=page.url)
