"""RSS and Atom: the articles that a feed links to."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.errors import BadInput
from factcheck.extras import extra

# Of a longer feed the newest are taken: feeds have some dozens of entries.
MOST_ENTRIES = 500


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """An article as a feed announces it."""

    link: str
    title: str | None


def read_feed(data: bytes) -> list[FeedEntry]:
    """The entries of a feed that have a link, as they stand in it. Raises BadInput for what is no feed."""
    with extra("documents", "Reading feeds"):
        import feedparser
    if b"<!entity" in data.replace(b"\0", b"").lower():
        raise BadInput("The feed declares entities, which none needs.", "Ask its publisher.")
    found = feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
    if not found.get("version"):
        raise BadInput("That is no RSS or Atom feed.", "Give the feed's own address.")
    entries = [FeedEntry(one.link, one.get("title")) for one in found.entries if one.get("link")]
    return entries[:MOST_ENTRIES]
