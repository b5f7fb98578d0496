"""Institutions by the words in their names."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from factcheck.text.first_names import gender_of
from factcheck.text.wordlists import words

_ORGANISATION: Final = words("""
    news times post journal guardian press agency university college institute institutes foundation
    association union committee commission council court department ministry office bureau bank group
    company corporation corp inc ltd llc plc party congress senate house parliament government
    administration organization organisation centre center network society league federation service
    police army navy fund trust project coalition alliance board authority campaign club church hospital
    school library museum airlines motors systems technologies technology energy media magazine review
    herald tribune gazette observer telegraph weekly daily radio television tv channel broadcasting
    reuters statista poll survey lab labs research studies report nations states kingdom street
    republicans democrats week today international international's act bill convention tower avenue
    county city mission panel guild inspectorate air airways railway railways line lines health ab ag gmbh
    nv co watch academy assembly laboratory barometer standard spokesman dam river lake island islands
    bridge road festival awards award cup championship dept command base airport station park hall
    square prize plaza arena stadium theater theatre hotel casino
    """)
# Words of institutions that are surnames too, behind a first name (`Greg Hall`).
_SURNAMES: Final = words("Hall Park Church Lake Bridge Street Post House Banks Prize Rivers Field")
# What may stand after the short name of a company and add nothing to it.
TRADES: Final = words("""
    air airlines airways energy motors labs systems technologies technology group holdings foods pharma
    pharmaceuticals bank coal power metals minerals mining rail media brands industries partners capital
    solutions software
    """)
LEGAL: Final = words("""
    inc incorporated corp corporation co company ltd limited llc llp lp plc gmbh ag kg se sa sas sarl srl spa
    bv nv ab oy as aps pty
    """)


def is_legal_form(word: str) -> bool:
    """Whether a word is the legal form of a company (`Inc.`, `AB`)."""
    return word.strip(".,").lower() in LEGAL


@lru_cache(maxsize=8192)
def is_organisation(name: str) -> bool:
    """Whether a name reads as an institution: a word for one in it, or capitals only."""
    parts = name.split()
    if len(parts) > 1 and (parts[-1].lower() in TRADES or is_legal_form(parts[-1])):
        return True
    if len(parts) == 2 and parts[1] in _SURNAMES and gender_of(parts[0]) is not None:
        return False
    if len(parts) > 1 and parts[0] == "Bill" and parts[1] not in {"of", "for"}:
        parts = parts[1:]  # a first name before others, a law behind them
    return any(part.strip(".,").lower() in _ORGANISATION for part in parts) or (
        len(parts) == 1 and len(name) > 1 and name.isupper()
    )
