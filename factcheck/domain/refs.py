"""Refs: how people name claims (`rednote#6`, `rednote:6`, `rednote#3-7`, `rednote#all`)."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from factcheck.errors import UsageError

# The length caps keep both patterns linear; a slug fits a URL segment and a file name.
SLUG_LENGTH = 80
_SLUG = re.compile(r"[a-z0-9](?:[a-z0-9._-]{0,79})\Z")
_REF = re.compile(r"([^#:\s]{1,80})[#:](?:(all)|(\d{1,7})(?:-(\d{1,7}))?)\Z")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Ref:
    """One claim: the slug of its article and its number, which never changes."""

    slug: str
    n: int

    def __str__(self) -> str:
        return f"{self.slug}#{self.n}"


@dataclass(frozen=True, slots=True)
class RefRange:
    """Some claims of an article: `first` to `last`, both included, or all (both None)."""

    slug: str
    first: int | None = None
    last: int | None = None

    @property
    def is_all(self) -> bool:
        """Whether every claim of the article is meant."""
        return self.first is None

    def __str__(self) -> str:
        if self.first is None:
            return f"{self.slug}#all"
        return f"{self.slug}#{self.first}" + (f"-{self.last}" if self.last != self.first else "")


def parse_ref(text: str) -> Ref:
    """Read the ref of a single claim.

    Raises UsageError when it is none, or names several.
    """
    many = parse_refs(text)
    if many.first is None or many.first != many.last:
        raise UsageError(f"“{text}” names several claims; one is needed here.", f"Try {many.slug}#1.")
    return Ref(many.slug, many.first)


def parse_refs(text: str) -> RefRange:
    """Read a ref that may name several claims. Raises UsageError when it is none."""
    found = _REF.match(text.strip())
    if not found:
        raise UsageError(
            f"“{text[:80]}” is not a ref.",
            "A ref is an article's slug, # (or :) and a number: rednote#6, rednote#3-7, rednote#all.",
        )
    slug, every, first, last = found.groups()
    if every:
        return RefRange(slug)
    start, end = int(first), int(last or first)
    if start < 1 or end < start:
        raise UsageError(f"“{text}” counts backwards or from 0.", f"Claims count from 1: {slug}#1.")
    return RefRange(slug, start, end)


def check_slug(slug: str) -> str:
    """Accept a slug that a person chose. Raises UsageError when it can't stand in a ref."""
    if not _SLUG.match(slug):
        raise UsageError(
            f"“{slug[:80]}” can't be a slug.",
            "Use small letters a-z, digits, - . and _ (at most 80), beginning with a letter or digit.",
        )
    return slug


def slug_from(title: str) -> str:
    """Make a slug of a headline or file name; `article` when no letter of it is left.

    Cut at a word, at most 30 characters: refs are typed by hand and stand in every table.
    """
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = _NOT_SLUG.sub("-", plain).strip("-")
    if len(words) > 30:
        words = words[:31].rpartition("-")[0] or words[:30]
    return words or "article"
