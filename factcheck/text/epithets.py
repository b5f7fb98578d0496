"""Descriptions that bring nobody in, and so mean who has just been named: `the Italian`, `the 47-year-old`.

`The coroner` or `the referee` may be somebody whom the article has not named yet; these may not.
"""

from __future__ import annotations

import re
from typing import Final

from factcheck.text.no_persons import is_citizen
from factcheck.text.wordlists import words

_AGED: Final = re.compile(r"\d{1,3}-year-old")
_EPITHETS: Final = words("""
    striker midfielder defender goalkeeper keeper winger full-back centre-back fly-half scrum-half forward
    fullback flanker batsman bowler seamer spinner all-rounder quarterback pitcher shortstop sprinter
    swimmer cyclist golfer boxer jockey skater skier driver racer teenager veteran newcomer peer actor actress
    singer rapper songwriter guitarist comedian comic novelist playwright pensioner widow widower
    grandmother grandfather mother-of-two mother-of-three father-of-two father-of-three native conservative
    republican democrat liberal billionaire millionaire
    """)
_QUALIFIED: Final = words("former ex- young veteran new retired")


def is_epithet(name: str) -> bool:
    """Whether a description in the singular stands for who was named before: `the former striker`."""
    parts = name.split()
    if len(parts) < 2 or parts[0].lower() != "the":
        return False
    if _AGED.fullmatch(parts[1]) is not None:
        return len(parts) < 4 or parts[2] in {"from", "of"}
    while len(parts) > 2 and parts[1].lower() in _QUALIFIED:
        parts = [parts[0], *parts[2:]]
    if len(parts) != 2:
        return False
    return parts[1].lower() in _EPITHETS or (parts[1][0].isupper() and is_citizen(parts[1]))
