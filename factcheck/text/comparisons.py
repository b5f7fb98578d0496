"""Comparisons, superlatives and roundings in English: `one of the largest`, `more than`, `nearly`."""

from __future__ import annotations

import re

from factcheck.text.values import Span
from factcheck.text.wordlists import words

COMPARED = words("""
    than least most best worst times twice first only last record doubled tripled quadrupled halved
    outnumber outnumbered outnumbers surpassed surpasses exceeded exceeds
    """)
# Words in -est that compare nothing.
NO_SUPERLATIVE = (
    r"\w{0,6}(?:interest|forest|west|rest|test|guest|request|harvest|honest|modest|invest|chest|priest)\b"
)
# The first letters are looked at before anything else, which is faster.
COMPARISON = re.compile(
    r"\b(?=\d|t(?:he |w[io]|hree|en |ripled)|one of|f(?:our|ive|ew|as)|six|more|l(?:es|ow|ar|at|on)|hi|halved"
    r"|b[ie]|s[hlmtu]|gre|w[eo]|o(?:ld|th|ut)|you|e(?:ar|xc)|ch|ri|poor|rat|rec|a[lst]|up to|no |doub|quad)"
    r"(?:one of (?:the|its|their|his|her) (?:\w{2,20} ){0,2}(?:most|least|best|worst|\w{2,14}est)\b"
    r"|the (?:\w{2,12} )?(?:most|least) (?!of\b)\w{3,20}"
    rf"|the (?:\w{{2,12}}(?:['’]s)?[ -])?(?!{NO_SUPERLATIVE})\w{{2,14}}est\b|the (?:best|worst)\b"
    r"|(?:twice|(?:two|three|four|five|six|ten|\d{1,3}) times) (?:as (?:many|much|\w{3,12})(?: as\b)?"
    r"|(?:more|higher|larger|bigger|greater|faster)(?: than\b)?|the\b)"
    r"|(?:more|less|fewer|higher|lower|larger|bigger|smaller|greater|better|worse|faster|slower|older|younger|earlier"
    r"|later|longer|shorter|stronger|weaker|cheaper|richer|poorer|rather|other)(?: \w{2,20})? than\b"
    r"|(?:at least|at most|up to|as many as|as much as|as few as|no more than|no fewer than|no less than)\b"
    r"|the (?:first|only|last) (?:\w{3,20} ){0,2}(?:ever|to|in|of|since)\b|the first time\b"
    r"|(?:record|all-time|record-breaking)(?:[- ](?:high|low|number|level|profits?|sales|numbers))?\b"
    r"|(?:doubled|tripled|quadrupled|halved|outnumber(?:ed|s)?|surpass(?:ed|es)|exceed(?:ed|s)))\b"
)
ROUGH = words("nearly almost roughly approximately around over under")
ROUGHLY = re.compile(r"\b(?:nearly|almost|roughly|approximately|around|over|under)(?= [$€£¥]?\d)")


def find_comparisons(small: str, *, compared: bool, rough: bool) -> list[Span]:
    """Return the spans of comparisons, superlatives and roundings in `small`, in small letters.

    `compared` says whether a word of `COMPARED` is in it, `rough` whether one of `ROUGH` and a digit
    are: what has none of them is hardly searched. Roundings come after the rest.
    """
    spans: list[Span] = []
    if compared or "est " in small or "up to" in small:
        spans = [match.span() for match in COMPARISON.finditer(small)]
    if rough:
        spans += [match.span() for match in ROUGHLY.finditer(small)]
    return spans
