"""Whether a mark ends a sentence: the word before it and the word after it decide."""

from __future__ import annotations

import re

from factcheck.text.abbreviations import ALWAYS, CLOCK, CLOSING, INNER, MONTH, NUMBER, TITLE, Lexicon
from factcheck.text.enumerations import BULLETS
from factcheck.text.wordlists import words

OPENING = "\"“‘'«»‹(\\[{„‚¿¡「『（【—–―"
NEXT = re.compile(
    f"[{OPENING} \u00a0\u202f-]{{0,6}}(?P<word>[^\\W\\d_][\\w'’]{{0,30}}|\\d{{1,9}})?(?P<stop>[.:])?"
)
# A word's beginning that is not the word: quotation marks, brackets, a currency sign.
BEFORE_WORD = OPENING + "-…$€£"
CURRENCIES = "$€£¥₹"
LONGEST_WORD = 24
WORD_BREAK = re.compile(r"[-–—/(]")
# Names that carry their own mark, by the word before it.
SHOUTING_NAMES = words("Yahoo Jeopardy Yum Panic Chips Wham Mamma Airplane Oklahoma Mother")
# What follows the time of day without a new sentence.
ZONES = words("""
    EST EDT ET CST CDT CT MST MDT MT PST PDT PT GMT UTC BST CET CEST IST JST AEST Eastern Pacific Central
    Mountain Greenwich Moscow Beijing London Paris Monday Tuesday Wednesday Thursday Friday Saturday Sunday
    January February March April May June July August September October November December Jan Feb Mar Apr
    Aug Sept Oct Nov Dec Mon Tue Tues Wed Thu Thurs Fri Sat Sun
    """)
# The same with full stops: `5 p.m. E.S.T.`
DOTTED_ZONE = re.compile(r"(?:[ECMP]\.(?:[SD]\.)?T|G\.M\.T|U\.T\.C|B\.S\.T|C\.E\.T)\.")
# A time of day that opens its sentence cannot end it: `At 5 a.m. Mr. Doe rang.`
TIME_FIRST = re.compile(
    r"[\"“]?(?:At|By|Around|About|Before|After|Until|Till|Since|From|Near|Between|It was|Shortly)\b.{0,30}"
)
DASHES = "-–—―"
# Who a quotation is from, on the same line after a dash: `... at last." — Jane Roe`.
SIGNED = re.compile(r"[-–—―]{1,3}[ ]?[A-Z][\w.'’\-]{0,24}(?:,?[ ][A-Z][\w.'’\-]{0,24}){0,4}")
LONGEST_SIGNATURE = 60
# With these, careless writers begin sentences in small letters.
PRONOUNS = words("""
    i we he she they you it i'm i've we've we're you've you're it's i’m i’ve we’ve we’re you’ve it’s
    """)
POLITE = words("Mr Mrs Ms Mx")
ROMAN = re.compile(r"[IVXLC]{1,5}|[A-Z]")
# A question or an exclamation in quotation marks is often followed by who uttered it: `"Why?" Roe asked.`
UTTERING = words("""
    said says asked asks wrote writes told tells added adds cried cries shouted shouts replied replies tweeted
    posted yelled exclaimed wondered wonders joked quipped declared continued responded answered pressed
    demanded insisted urged whispered muttered murmured mumbled snapped remarked inquired enquired queried
    mused sighed screamed shrieked roared countered retorted interjected persisted pleaded implored begged
    laughed recalled repeated barked bellowed gasped groaned growled hissed sneered chanted prodded thundered
    """)
UTTERED = re.compile(
    rf"(?:[A-Z][\w.'’\-]{{0,24}}[ ]){{1,4}}(?:[a-z]{{2,12}}ly )?(?:{'|'.join(sorted(UTTERING))})\b"
)
JAPANESE_GOES_ON = frozenset("とはがをにのもでやへだ、，")
CHINESE_SPEAKS = re.compile("[^。！？，,“”「」]{0,10}(?:[说說称稱问問]|[写寫]?道|表示|指出|回答|强调)")
# How far back an open quotation mark is looked for.
LONGEST_QUOTATION = 600


def ends_sentence(text: str, begin: int, match: re.Match[str], end: int, lexicon: Lexicon) -> bool:
    """Say whether the mark that `match` found ends the sentence that began at `begin`.

    `match` has the groups `mark` (the run of marks) and `close` (quotes and brackets after it) and
    ends where the next word begins; `end` is where the paragraph ends.
    """
    at = match.start()
    following = match.end()
    mark, close = match.group("mark", "close")
    first = text[following]
    if mark == "." and first.isupper():
        last = last_word(text, begin, at)
        if last not in lexicon.abbreviations and len(last) > 1 and last.isalpha():
            return True
        return stop_ends(text, begin, at, last, next_word(text, following), lexicon)
    if mark[0] in "。！？｡":
        return wide_stop_ends(text, following, close)
    if mark == "." and first in "([" and text[following + 1 : following + 2].isdigit():
        return False
    if first in DASHES and SIGNED.fullmatch(text, following, min(end, following + LONGEST_SIGNATURE)):
        return False
    after = next_word(text, following)
    word = after["word"]
    if mark == "." and first in CURRENCIES:
        return lexicon.abbreviations.get(last_word(text, begin, at), ALWAYS) == ALWAYS  # `vs. $1.05`
    if word is None:
        return first not in ",;:)]}%&/|+=<>"
    if is_small(word) and not text.startswith("al-", following):
        small_start = first in "([" or word in PRONOUNS
        last = last_word(text, begin, at)
        plain = len(last) > 1 and last.isalpha() and last not in lexicon.abbreviations
        return small_start and plain and len(mark) == 1 and not close
    if mark == ".":
        return stop_ends(text, begin, at, last_word(text, begin, at), after, lexicon)
    if text[at - 1 : at] in ("(", "["):
        # `[...] However`: what was left out ended a sentence if the next word opens one.
        return close == "]" and mark[0] in ".…" and word in lexicon.openers
    if is_uttered(text, close, after, lexicon):
        return False
    if mark[0] in "!?" and "." not in mark:
        return call_ends(text, begin, at, close, after, lexicon)
    return bool(close) or pause_ends(text, at, mark, word)


def next_word(text: str, following: int) -> re.Match[str]:
    """Return the match of `NEXT` at `following`; all its parts may be empty."""
    match = NEXT.match(text, following)
    assert match is not None, "every part of the pattern is optional"
    return match


def last_word(text: str, begin: int, at: int) -> str:
    """Return what stands between the last white space and `at`, at most 24 characters."""
    piece = text[max(begin, at - LONGEST_WORD) : at]
    return piece.rsplit(None, 1)[-1] if piece and not piece[-1].isspace() else ""


def is_small(word: str) -> bool:
    """Say whether a word begins in small letters and is no name like `iPhone`."""
    return word[0].islower() and not any(letter.isupper() for letter in word[1:5])


def stop_ends(text: str, begin: int, at: int, last: str, after: re.Match[str], lexicon: Lexicon) -> bool:
    """Say whether a single full stop after `last` ends the sentence."""
    kind = lexicon.abbreviations.get(last)
    if kind is None:
        last = last.lstrip(BEFORE_WORD)
        if not last.isalnum():
            last = WORD_BREAK.split(last)[-1]
        if not last:
            return True
        kind = lexicon.abbreviations.get(last)
        if kind is None and lexicon.endings and last.endswith(lexicon.endings):
            kind = CLOSING
        if kind is None:
            return word_ends(begin, at, last, after, lexicon)
    word = after["word"] or ""
    if kind == ALWAYS:
        return True
    if kind in (TITLE, INNER):
        return False
    if kind == NUMBER:
        return not (word[:1].isdigit() or (word not in lexicon.openers and ROMAN.fullmatch(word)))
    if word[:1].isdigit():
        return False
    if kind == MONTH:
        return True
    if kind == CLOCK:
        zone = word in ZONES or (len(word) == 1 and DOTTED_ZONE.match(text, after.start("word")))
        return not zone and not (at - begin < 40 and TIME_FIRST.fullmatch(text, begin, at))
    return opens(after, lexicon)


def word_ends(begin: int, at: int, last: str, after: re.Match[str], lexicon: Lexicon) -> bool:
    """Say whether a full stop after a word that is in no table ends the sentence.

    Initials and acronyms go on with a name; a number or letter that opens the sentence is a list's
    mark.
    """
    word = after["word"] or ""
    at_start = at - len(last) - begin <= 3
    last = last.lstrip(BULLETS)
    if len(last) == 1 and last.isalpha():
        if last.isupper():
            return (last == "I" and word in lexicon.openers) or (not at_start and opens(after, lexicon))
        return not at_start and last.islower()
    if last.isdigit():
        if at_start and len(last) < 4:
            return False
        if lexicon.ordinals and len(last) < 3 and not word[:1].isdigit():
            return opens(after, lexicon)
        return True
    if "." in last and all(len(part) == 1 for part in last.split(".")):
        return opens(after, lexicon)
    return True


def opens(after: re.Match[str], lexicon: Lexicon) -> bool:
    """Say whether the word after an abbreviation begins a sentence rather than going on."""
    word = after["word"]
    if word is None:
        return False
    if word in lexicon.openers or after["stop"] == ":":
        return True
    return word in POLITE and after["stop"] == "."


def call_ends(text: str, begin: int, at: int, close: str, after: re.Match[str], lexicon: Lexicon) -> bool:
    """Say whether a question or exclamation mark ends the sentence."""
    if not close and last_word(text, begin, at).lstrip(BEFORE_WORD) in SHOUTING_NAMES:
        return after["word"] in lexicon.openers
    return True


def is_uttered(text: str, close: str, after: re.Match[str], lexicon: Lexicon) -> bool:
    """Say whether a quotation has just closed and who uttered it follows, by name."""
    if not close or close[0] not in "\"”’'»" or after["word"] in lexicon.openers:
        return False
    return UTTERED.match(text, after.start()) is not None


def pause_ends(text: str, at: int, mark: str, word: str) -> bool:
    """Say whether an ellipsis or a mixed run of marks ends the sentence.

    Three dots set off by white space are an omission inside a quotation; elsewhere the writer
    trails off, and the next capital begins a sentence, unless it is the `I` that always has one.
    """
    dots = mark.count(".") + 3 * mark.count("…")
    if dots != 3 or not text[at - 1 : at].isspace():
        return True
    return word.split("'")[0].split("’")[0] != "I" and not in_quotation(text, at)


def in_quotation(text: str, at: int) -> bool:
    """Say whether the nearest double quotation mark before `at` opens."""
    back = max(0, at - LONGEST_QUOTATION)
    curly = text.rfind("“", back, at)
    straight = text.rfind('"', back, at)
    if curly > straight:
        return text.find("”", curly, at) < 0
    if straight < 0:
        return False
    return (straight == 0 or text[straight - 1] in " \n(") and not text[straight + 1].isspace()


def wide_stop_ends(text: str, following: int, close: str) -> bool:
    """Say whether a full-width mark ends the sentence; after a closing quote it may go on.

    Japanese goes on with a particle (`」と述べた`), Chinese with who said it (`”他说。`).
    """
    if not close:
        return True
    if text[following] in JAPANESE_GOES_ON:
        return False
    return CHINESE_SPEAKS.match(text, following, following + 14) is None
