"""Datelines in the styles of the news agencies: where, when and for whom a report was written.

`LONDON, March 3 (Reuters) -`, `WASHINGTON (AP) —`, `Erie, Pa. –`, `BERLIN (dpa) -`, `(CNN) —`,
`New York, 3 March 2025 (ANI):`. A dateline is the beginning of a paragraph, never a paragraph.
"""

from __future__ import annotations

import re

from factcheck.text.abbreviations_europe import GERMAN
from factcheck.text.speakers import CALLS
from factcheck.text.values import Span
from factcheck.text.wordlists import words

# States as the AP stylebook abbreviates them in datelines, with the postal pairs and the countries and
# regions that most often follow a town. They tell `Erie, Pa. - The` from `Apple, Google - two giants`.
REGIONS = words("""
    Ala. Ariz. Ark. Calif. Colo. Conn. Del. Fla. Ga. Ill. Ind. Kan. Ky. La. Mass. Md. Mich. Minn. Miss. Mo.
    Mont. Neb. Nev. N.C. N.D. N.H. N.J. N.M. N.Y. Okla. Ore. Pa. Penn. R.I. S.C. S.D. Tenn. Tex. Vt. Va.
    Wash. W.Va. Wis. Wyo. D.C. B.C. Alta. Ont. Que. Alaska Hawaii Idaho Iowa Maine Ohio Texas Utah AL AK AZ
    AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA
    RI SC SD TN TX UT VT VA WA WV WI WY DC UK U.K. USA U.S. Alabama Arizona Arkansas California Colorado
    Connecticut Delaware Florida Georgia Illinois Indiana Kansas Kentucky Louisiana Maryland Massachusetts
    Michigan Minnesota Mississippi Missouri Montana Nebraska Nevada Oklahoma Oregon Pennsylvania Tennessee
    Vermont Virginia Washington Wisconsin Wyoming Ontario Quebec Alberta Afghanistan Argentina Australia
    Austria Bangladesh Belarus Belgium Brazil Bulgaria Cambodia Canada Chile China Colombia Croatia Cuba
    Denmark Ecuador Egypt England Estonia Ethiopia Finland France Germany Ghana Greece Haiti Hungary Iceland
    India Indonesia Iran Iraq Ireland Israel Italy Jamaica Japan Jordan Kazakhstan Kenya Latvia Lebanon
    Libya Lithuania Malaysia Mali Mexico Moldova Morocco Myanmar Nepal Netherlands Niger Nigeria Norway
    Pakistan Panama Peru Philippines Poland Portugal Qatar Romania Russia Rwanda Scotland Senegal Serbia
    Singapore Slovakia Slovenia Somalia Spain Sudan Sweden Switzerland Syria Taiwan Thailand Tunisia Turkey
    Uganda Ukraine Venezuela Vietnam Wales Yemen Zambia Zimbabwe
    """)
PLACE_WORD = r"[^\W\d_][\w.'’\-]{0,24}"
PLACE = rf"{PLACE_WORD}(?:[ ]{PLACE_WORD}){{0,3}}"
WHEN = (
    r"[^\W\d_]{3,10}\.?[ ]\d{1,2}(?:,?[ ]\d{4})?"
    r"|(?:le[ ])?\d{1,2}\.?[ ](?:de[ ])?[^\W\d_]{3,10}\.?(?:[ ](?:de[ ])?\d{4})?"
)
AGENCY = r"(?:\((?P<agency>[^\W\d_][\w .&'’/|\-]{1,30})\)|/(?P<wire>[A-Z]\w{2,20})/)"
DASH = "\\.?[ \u00a0]?(?:--?-?|[–—−―|•·_])[-–—−― \u00a0]{0,5}"
DATELINE = re.compile(
    rf"(?P<place>{PLACE})(?P<more>(?:[,/][ ]?{PLACE}){{0,2}}?)(?:,[ ]?(?P<when>{WHEN}))?,?(?:[ ]?{AGENCY})?"
    rf"(?P<mark>{DASH}|[ ]?:[ ])(?=\S)"
)
AGENCY_ALONE = re.compile(rf"{AGENCY}(?:{DASH}|[ ]?:[ ])(?=\S)")
# An agency's bracket without any dash (`(CNN)It was`), common in text taken from web pages.
UNMARKED = re.compile(
    rf"(?:{PLACE}(?:,[ ]{PLACE})?(?:,[ ](?:{WHEN}))?[ ]?)?"
    r"\((?:AP|AFP|CNN|Reuters|UPI|dpa|EFE|ANSA|PTI|ANI|IANS|CNS|KNA)\)[ ]?(?=[^\s.\-–—−―:_])"
)
LONGEST = 120
# Germans write the place as any name; a word that opens a sentence has a capital behind it only there.
GERMAN_PLACE = re.compile(rf"(?P<place>{PLACE}(?:/{PLACE})?)[ ][–—-][ ](?P<opener>[^\W\d_]{{1,20}})[ ]")
IN_PLACES = words("am an auf bei der im in ob vor unter")
SHORTEST_REPORT = 40


def read_dateline(
    text: str, start: int, end: int, *, colon: bool = True, language: str = "en"
) -> tuple[Span, int] | None:
    """Return the dateline's span and where the report itself begins, or None.

    The span has neither the dash nor the colon after it. `text[start:end]` is one paragraph. Without
    `colon` a place and a colon are not enough, as in a headline (`LONDON: The city that waits`).
    `language` is an ISO 639-1 code: German alone has datelines without capitals, agency and date.
    """
    head = text[start : min(end, start + LONGEST)]
    match = AGENCY_ALONE.match(head)
    if match is None or not match["agency"] or not is_agency(match["agency"]):
        match = UNMARKED.match(head) if "(" in head else None
    if match is None:
        match = DATELINE.match(head)
        if match is None or not is_dateline(match, head[match.end() :], colon):
            if colon and language == "de" and end - start > SHORTEST_REPORT:
                return read_place(head, start)
            return None
    name = head[: match.end()].rstrip().rstrip("-–—−―|•·_: \u00a0")
    if name.endswith(")."):
        name = name[:-1]
    return (start, start + len(name)), start + match.end()


def read_place(head: str, start: int) -> tuple[Span, int] | None:
    """Return the dateline of a German report that has a place alone (`Bad Grünau – Die Brücke ...`)."""
    match = GERMAN_PLACE.match(head)
    if match is None or match["opener"] not in GERMAN.openers or match["place"] in CALLS:
        return None
    place = match["place"]
    parts = place.split()
    if parts[0] in GERMAN.openers or not all(part[0].isupper() or part in IN_PLACES for part in parts):
        return None
    return (start, start + len(place)), start + match.start("opener")


def is_dateline(match: re.Match[str], rest: str, colon: bool) -> bool:
    """Say whether a place, a date, an agency and a mark together are a dateline.

    Capitals alone are not enough: `NASA - the agency` goes on in small letters, and a mark without
    white space (`COVID-19`) is a hyphen.
    """
    place, mark = match["place"], match["mark"]
    region = (match["more"] or "").strip(" ,/-")
    if not place[0].isupper() or mark in ("-", ".-") or place in CALLS:
        return False
    if match["wire"]:
        return match["when"] is not None or is_shouted(place)
    if match["agency"]:
        return is_agency(match["agency"]) and (match["when"] is not None or len(place) < 30)
    if not (rest[:1].isupper() or rest[:1].isdigit() or rest[:1] in "\"“‘'«„¿¡$€£"):
        return False
    shouted = is_shouted(place.split("/")[0])
    if match["when"]:
        return shouted or mark.strip() != "-"
    if mark.strip() == ":":
        return colon and shouted and not region and place.count(" ") < 2
    return shouted or region in REGIONS


def is_shouted(place: str) -> bool:
    """Say whether a place's name stands in capitals, as in agencies' datelines."""
    letters = [character for character in place if character.isalpha()]
    return len(letters) >= 3 and all(character.isupper() for character in letters)


def is_agency(name: str) -> bool:
    """Say whether a bracket holds a medium's name: it has a capital, or is a known small-letter one."""
    return name[0].isupper() or name.split("/")[0] in {
        "dpa",
        "epd",
        "kna",
        "sda",
        "apa",
        "afp",
        "lusa",
        "efe",
    }
