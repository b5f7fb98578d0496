"""The scanner's lexicons by language code."""

from __future__ import annotations

from factcheck.text.abbreviations import ENGLISH, Lexicon

LEXICONS: dict[str, Lexicon] = {"en": ENGLISH, "und": ENGLISH}
