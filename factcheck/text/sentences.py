"""Where sentences end: one pass over possible ends, context looked at only there.

A regular expression finds every mark that could end a sentence, with the closing quotes after it,
white space, and no small letter behind; plain look-ups then decide. Nothing else in the text is
touched, so the scanner's time is that of the search.
"""

from __future__ import annotations

import re

from factcheck.text.enumerations import find_items
from factcheck.text.languages import LEXICONS
from factcheck.text.sentence_ends import ends_sentence
from factcheck.text.values import Span

# A full stop is only an end where white space follows; the marks of Chinese and Japanese need none.
# A run of marks is entered at its first and left at its last, and every repetition is bounded, so that no
# text is slow; only dots set apart (`end. ... and so on`) may belong to what follows. No group is
# possessive: early 3.11 matches those wrongly.
MARK = "[.!?…؟。！？｡]"
MARKS = (
    f"(?P<mark>[.!?…؟۔।。！？｡](?<![.!?…].)(?:[ \u00a0]?{MARK}){{0,60}}(?!{MARK}|[ \u00a0]{MARK}(?![.…])))"
)
# French sets its closing mark behind a blank; the mark opens instead if a word stands at it.
FRENCH_CLOSE = "[»›](?:(?=[\\s.,;:!?)])|\\Z)"
CLOSE = (
    f"(?P<close>[\"”’'»›)\\]}}」』）】〉》“«]{{0,5}}(?:[ \u00a0\u2009\u202f]{FRENCH_CLOSE})?"
    "(?:\\[\\d{1,3}\\]){0,4}(?: [:;]-?[()DP](?=\\s))?)"
)
# A small letter behind means no end, but for names (`iPhone`, `al-Shabab`) and for pronouns, with which
# careless writers begin sentences.
BEGINS = "[^a-zß-öø-ÿ]|[a-z]{1,4}[A-Z]|al-[A-Z]|(?:i|we|he|she|they|you|it)(?:['’ ])"
END = re.compile(
    f"{MARKS}{CLOSE}(?:\\s++(?!{FRENCH_CLOSE})(?={BEGINS})"
    "|(?<=[。！？｡])(?=\\S)|(?<=[。！？｡][」』”’）】〉》])(?=\\S))"
)
BLANK_LINE = re.compile(r"\n[ \t\u00a0]*+\n")
# A full stop at its word and three dots set apart: the dots stand for what was left out before the next one.
SHORTEST_OMISSION = len(". . . .")
SPACED_OMISSION = re.compile(r"\w\. \. \. \. ")
# How far a quotation inside a sentence may run on over full stops of its own.
LONGEST_INSERTION = 600


def split(text: str, start: int, end: int, *, language: str = "en") -> list[Span]:
    """Return the sentences of one paragraph `text[start:end]`, in order.

    Spans have no white space at their edges and leave nothing but white space between them. A
    single line break is white space (hard-wrapped text), a blank line always ends a sentence.
    `language` is an ISO 639-1 code; an unknown one is split with the rules common to all.
    """
    lexicon = LEXICONS.get(language, LEXICONS["und"])
    spans: list[Span] = []
    for piece_start, piece_end in pieces(text, start, end):
        begin = resume = piece_start
        for match in END.finditer(text, piece_start, piece_end):
            at = match.start()
            following = match.end()
            if at < resume or following >= piece_end:
                continue
            if not ends_sentence(text, begin, match, piece_end, lexicon):
                continue
            if resume := insertion_end(text, begin, at, piece_end):
                continue
            if following - at > SHORTEST_OMISSION and SPACED_OMISSION.match(text, at - 1):
                following = at + 2
                spans.append((begin, at + 1))
            else:
                spans.append((begin, match.end("close")))
            begin = following
        if begin < piece_end:
            spans.append((begin, piece_end))
    return spans


def insertion_end(text: str, begin: int, at: int, end: int) -> int:
    """Return where a quotation inside the sentence closes, if the sentence goes on around it; else 0.

    `She called it "a farce. A bad one" and left` is one sentence, and so is one whose full stop
    stands outside, or whose quotation is a clause with `that`. A quotation that opens a sentence,
    or ends with it, is split like any text.
    """
    opening = text.rfind('"', begin, at)
    closing_mark = '"'
    if opening < 0:
        opening = text.rfind("“", begin, at)
        closing_mark = "”"
        if opening < 0:
            return 0
    before = text[max(begin, opening - 6) : opening]
    if opening == begin or before[-1] not in " (" or text[opening + 1].isspace():
        return 0
    if text.find(closing_mark, opening + 1, at) >= 0:
        return 0
    closing = text.find(closing_mark, at + 1, min(end, at + LONGEST_INSERTION))
    if closing < 0 or text[closing - 1].isspace():
        return 0
    if before.endswith(" that ") and closing > at + 1:
        return closing
    after = text[closing + 1 : closing + 3]
    inside = text[closing - 1] not in ".!?…,"
    goes_on = after[:1] in (".", ";", ",") or (after[:1] == " " and (after[1:].islower() or after[1:] == "("))
    return closing if inside and goes_on else 0


def pieces(text: str, start: int, end: int) -> list[Span]:
    """Return the trimmed parts of a paragraph that no sentence crosses: blank lines, list items."""
    start, end = trim(text, start, end)
    if start >= end:
        return []
    cuts = [start]
    if text.find("\n", start, end) >= 0:
        cuts += [match.end() for match in BLANK_LINE.finditer(text, start, end)]
    if not text[start].isalpha() or text[start + 1 : start + 2] in (".", ")"):
        cuts += find_items(text, start, end)
    if len(cuts) == 1:
        return [(start, end)]
    cuts.sort()
    spans = (trim(text, *span) for span in zip(cuts, [*cuts[1:], end], strict=True))
    return [span for span in spans if span[0] < span[1]]


def trim(text: str, start: int, end: int) -> Span:
    """Return the span without white space at its edges."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
