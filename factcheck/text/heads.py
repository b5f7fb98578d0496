"""What the first lines of an article are: a headline, a byline, a date line, or none of them."""

from __future__ import annotations

import re
from itertools import zip_longest

from factcheck.text.lines import LIST_ITEM
from factcheck.text.values import DateLine, Span
from factcheck.text.wordlists import words
from factcheck.text.written_dates import MONTHS, WEEKDAYS, find_written_dates

LONGEST_HEADLINE = 160
MOST_HEADLINE_WORDS = 25
LONGEST_BYLINE = 140
LONGEST_DATE_LINE = 90

NAME_PART = r"[^\W\d_a-z][\w.'’\-]{0,24}"
PARTICLE = r"(?:(?:de|da|dos|di|van|von|van der|von der|den|la|le|el|al|bin)[ ])?"
NAME = rf"{NAME_PART}(?:[ ]{PARTICLE}{NAME_PART}){{0,4}}"
BYLINE = re.compile(
    r"(?:(?:[Ww]ritten|[Rr]eported|[Ss]tory|[Tt]ext|WORDS|Words)[ ])?(?:By|BY|by|Von|VON|Par|PAR|Por|POR)[ ]"
    rf"{NAME}(?P<rest>.*)"
)
NAME_IN_PLACE = re.compile(
    rf"{NAME}(?:(?:,| and| et| und| y)[ ]{NAME}){{0,2}}"
    rf"[ ](?:in|at|à|en|aus)[ ](?:the[ ])?{NAME}(?:,[ ]{NAME})?"
)
# Small words that a list of names, roles and media has; a sentence has others.
BYLINE_WORDS = words("""
    and for of the in at to with on de da do du des la le les et und y e i für in aus à en von van der den
    al el bin staff writer reporter correspondent editor contributor special photos photographs photography
    by via
    """)
# What those are who write articles; the word before it (`science correspondent`) says of what.
ROLES = words("""
    reporter reporters correspondent correspondents editor editors staff desk columnist critic reporting
    compiled feature interview words bureau newsroom redaktion rédaction redacción
    """)
NAMES_ALONE = re.compile(rf"{NAME}(?:(?:,| and| et| und| y|[ ][|])[ ]{NAME}){{0,3}}")
DATE_LINE_WORDS = (
    words("""
        published posted updated st nd rd th er last modified date on at am pm gmt utc est edt cst cdt mst
        mdt pst pdt bst cet cest ist et pt noon midnight uhr veröffentlicht aktualisiert stand vom um den
        der le la el à publié mis jour publicado actualizado atualizado em de del du h min opublikowano 年 月
        日 o the of and first a p m t z
        """)
    | frozenset(MONTHS)
    | frozenset(WEEKDAYS)
)
LETTERS = re.compile(r"[^\W\d_]+")
SHORT_STOP = re.compile(r"[.。]['\"’”)\]]?$")
# Words that headlines leave out and sentences do not.
SENTENCE_WORDS = words("""
    is are was were has have had will would can could may might must should did does do been be that which
    who ist sind war hat haben wird est sont était ont es son fue está han é são foi jest są był
    """)


def read_date_line(text: str, span: Span, *, year: int | None = None) -> DateLine | None:
    """Return the date of a line that holds a date, perhaps a time, and nothing else."""
    start, end = span
    if end - start > LONGEST_DATE_LINE:
        return None
    line = text[start:end]
    if not any(map(str.isdigit, line)):
        return None
    for word in LETTERS.findall(line):
        if word.lower() not in DATE_LINE_WORDS and not (word.isupper() and len(word) <= 4):
            return None
    found = next(find_written_dates(text, start, end, year=year, full=True), None)
    return DateLine(span, found.value) if found else None


def is_byline(text: str, span: Span, *, below_headline: bool) -> bool:
    """Say whether a line names its authors: `By Jane Roe, Political Editor`, `Von ...`, `Par ...`.

    Below a headline a line without `By` counts too: `Jane Roe in London`, `Jane Roe`, `Court reporter:
    Jane Roe`, `Foreign staff`.
    """
    start, end = span
    if end - start > LONGEST_BYLINE or text[end - 1] in "!?:;":
        return False
    line = text[start:end]
    match = BYLINE.fullmatch(line)
    if match is not None:
        return names_only(match["rest"])
    if line[-1] == "." or not below_headline:
        return False
    if NAME_IN_PLACE.fullmatch(line) or NAMES_ALONE.fullmatch(line):
        return True
    return not ROLES.isdisjoint(line.lower().replace(":", " ").split()) and names_only(line)


def names_only(line: str) -> bool:
    """Say whether a line has names, roles and the small words between them, and no other words."""
    in_line = LETTERS.findall(line)
    return all(
        not word.islower() or len(word) == 1 or word in BYLINE_WORDS or word in ROLES or following in ROLES
        for word, following in zip_longest(in_line, in_line[1:], fillvalue="")
    )


def is_headline(text: str, span: Span, following: Span, *, dated: bool = False) -> bool:
    """Say whether the first line, with `following` below it, is a headline.

    It is short and has no full stop at its end; a full stop is allowed above a report that begins
    with a dateline (`dated`), or where nearly all words have capitals and a blank line follows. A
    line that goes on in small letters below is none.
    """
    start, end = span
    line = text[start:end]
    in_line = line.split()
    if len(line) > LONGEST_HEADLINE or len(in_line) > MOST_HEADLINE_WORDS or LIST_ITEM.match(line):
        return False
    if line[-1] in ":;,…" or text[following[0]].islower():
        return False
    if SHORT_STOP.search(line):
        return dated or (text.count("\n", end, following[0]) > 1 and is_title_case(in_line))
    return True


def is_lone_headline(text: str, span: Span) -> bool:
    """Say whether a text of one line is a headline without an article, rather than a sentence.

    A full stop, question or exclamation mark makes it a sentence. So does, without any mark, the
    length of a sentence with the small verbs that headlines leave out.
    """
    line = text[span[0] : span[1]]
    in_line = line.split()
    if (
        len(line) > LONGEST_HEADLINE
        or len(in_line) > MOST_HEADLINE_WORDS
        or re.search(r"[.!?…。！？؟]", line)
    ):
        return False
    if LIST_ITEM.match(line) or not any(character.isalpha() for character in line):
        return False
    return is_title_case(in_line) or len(in_line) < 8 or SENTENCE_WORDS.isdisjoint(in_line)


def is_title_case(in_line: list[str]) -> bool:
    """Say whether nearly all of at least three long words begin with a capital."""
    long_words = [word.lstrip("\"'“‘(") for word in in_line if len(word) > 3]
    capital = sum(word[:1].isupper() or word[:1].isdigit() for word in long_words)
    return len(long_words) >= 3 and capital >= 0.75 * len(long_words)
