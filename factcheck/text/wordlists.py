"""Lists of words as they are easiest to read: in lines, parted by white space."""

from __future__ import annotations


def words(listing: str) -> frozenset[str]:
    """Return the set of the words in `listing`."""
    return frozenset(listing.split())
