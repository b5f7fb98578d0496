"""Claims by their words: FTS5 on SQLite, tsvector on PostgreSQL, one function for both.

Words are always taken as words: each is quoted, so that nothing a user types is query syntax.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, bindparam, column, func, select, table, text

from factcheck.store.session import Session
from factcheck.store.tables import ClaimRow

_WORD = re.compile(r"\w+")
_MOST_WORDS = 64

_WORDS_TABLE = table("claim_words", column("rowid"), column("claim_words"))


def matching_words(session: Session, typed: str) -> Select[Any]:
    """A query for the ids of the claims that have every word of `typed`, in any order.

    Without a single word in it nothing matches.
    """
    words = _WORD.findall(typed)[:_MOST_WORDS]
    if not words:
        return select(ClaimRow.id).where(text("1 = 0"))
    if session.get_bind().dialect.name == "postgresql":
        wanted = func.plainto_tsquery("simple", " ".join(words))
        return select(ClaimRow.id).where(func.to_tsvector("simple", ClaimRow.text).op("@@")(wanted))
    match = text("claim_words MATCH :words").bindparams(
        bindparam("words", " ".join(f'"{word}"' for word in words), unique=True)
    )
    return select(_WORDS_TABLE.c.rowid).where(match)


def index_words(session: Session, ids: Sequence[int]) -> None:
    """Make new claims findable by their words, all at once. PostgreSQL's index does it by itself."""
    if session.get_bind().dialect.name != "postgresql" and ids:
        session.execute(
            text(
                "INSERT INTO claim_words(rowid, text)"
                " SELECT id, text FROM claims WHERE id BETWEEN :first AND :last"
            ),
            {"first": min(ids), "last": max(ids)},
        )


def index_anew(session: Session, words: Sequence[tuple[int, str, str]]) -> None:
    """Make claims findable by new words instead of old ones; each is (id, old text, new text)."""
    if session.get_bind().dialect.name != "postgresql" and words:
        session.execute(
            text("INSERT INTO claim_words(claim_words, rowid, text) VALUES ('delete', :id, :old)"),
            [{"id": key, "old": old} for key, old, _ in words],
        )
        session.execute(
            text("INSERT INTO claim_words(rowid, text) VALUES (:id, :new)"),
            [{"id": key, "new": new} for key, _, new in words],
        )


def index_all_words(session: Session) -> None:
    """Make every claim findable by its words, in a database that was just filled."""
    if session.get_bind().dialect.name != "postgresql":
        session.execute(text("INSERT INTO claim_words(rowid, text) SELECT id, text FROM claims"))
