"""The scanner's lexicons by language code."""

from __future__ import annotations

from factcheck.text.abbreviations import ENGLISH, TITLE, Lexicon, table
from factcheck.text.abbreviations_europe import FRENCH, GERMAN, POLISH, PORTUGUESE, SPANISH
from factcheck.text.wordlists import words

# One letter with a full stop is a title in Arabic news (`د.` for doctor); the scanner sees that by itself.
ARABIC = Lexicon(table(title="د أ م ص", closing="ق هـ"), words(""))
# Their marks need no white space and no abbreviation has them; the full stop occurs in foreign names.
WIDE = Lexicon(ENGLISH.abbreviations, ENGLISH.openers)
EUROPEAN = (ENGLISH, GERMAN, FRENCH, SPANISH, PORTUGUESE, POLISH)
# Splitting too little is the smaller harm where the language is not known: what is a title somewhere is
# one everywhere, and all else that is an abbreviation lets the next word decide.
UNKNOWN = Lexicon(
    {
        word: kind
        for lexicon in reversed(EUROPEAN)
        for word, kind in lexicon.abbreviations.items()
        if kind == TITLE or len(word) > 1
    },
    frozenset().union(*(lexicon.openers for lexicon in EUROPEAN)),
)

LEXICONS: dict[str, Lexicon] = {
    "en": ENGLISH,
    "de": GERMAN,
    "fr": FRENCH,
    "es": SPANISH,
    "pt": PORTUGUESE,
    "pl": POLISH,
    "ar": ARABIC,
    "zh": WIDE,
    "ja": WIDE,
    "und": UNKNOWN,
}
