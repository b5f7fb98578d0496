"""Titles, offices and trades before a name, and what else stands there and is no part of it."""

from __future__ import annotations

import re
from typing import Final

from factcheck.text.first_names import gender_of
from factcheck.text.institutions import is_fused
from factcheck.text.no_persons import is_no_person
from factcheck.text.organisations import is_organisation
from factcheck.text.roles import ROLES, is_human
from factcheck.text.wordlists import words

TITLES: Final = words("""
    mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend father sister brother imam rabbi m
    mme president vice ex-president senator sen sens congressman congresswoman congressperson
    representative rep reps gov governor mayor deputy prime minister chancellor secretary general attorney
    judge justice chief sheriff detective det con sergeant sgt captain capt colonel col lieutenant lt gen
    major maj admiral adm officer commissioner commander cmdr speaker leader whip director chairman
    chairwoman chair ceo spokesman spokeswoman spokesperson foreign defence defense finance financial
    executive operating interior state house senate former then acting interim candidate nominee
    presumptive republican democratic democrat conservative labour coach king queen prince princess pope
    archbishop bishop cardinal ambassador envoy councillor cllr councilman councilwoman alderman
    assemblyman majority minority first marshal inspector superintendent treasurer editor gop party mp
    press opposition board managing senior junior special counsel pc constable ds di harbormaster insp supt ch
    dci dsi dc viscount viscountess baroness baron earl duke duchess crown
    auditor coroner comptroller registrar harbourmaster principal superintendant analyst economist
    historian author american british french german russian chinese canadian australian italian spanish
    dutch swedish norwegian danish finnish polish ukrainian japanese indian israeli turkish mexican
    brazilian irish scottish welsh swiss belgian austrian greek u.s u.k eu european olympic
    """)
_BEFORE_NAMES: Final = TITLES | ROLES | words("pastor assemblywoman staff delegate trooper sheikh ayatollah")
# What is no title before a single word that is no surname: `General Electric`, `American Samoa`.
_NATIONS: Final = words(
    "american british french german russian chinese canadian australian italian spanish dutch"
)
_FIRMS: Final = dict.fromkeys(
    ("Electric", "Mills", "Dynamics", "Motors", "Foods", "Atomics", "Assembly"), _NATIONS | {"general"}
)
# Titles that stand before a name and in no institution's: `Mr`, not `House`.
PERSONAL: Final = words("""
    mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend father sister sen rep gov sgt capt
    col lt gen maj adm cmdr cllr det pc ds insp supt dci dsi
    """)
HONOURS: Final = words("KC QC SC SAN MP MEP MSP MS PhD MD Esq CBE OBE MBE RN DDS CPA JP FRS")
# Words with a sentence's capital that no name begins with.
_SPEECH_OPENERS: Final = words("""
    as to like unlike than said says asked told wrote added noted replied announced called citing given
    according even when while but and after before on in at for with if then
    """)


# What a firm is, in the plural before its name: `Auditors Deloitte`.
_FIRMS_OF: Final = words(
    "Auditors Accountants Brokers Solicitors Consultants Architects Pollsters Bookmakers Insurers"
)
# Names of papers that a title's word may begin: `Financial Courier`.
_PAPERS: Final = words("""
    Courier Mail Express Echo Mirror Chronicle Globe Standard Star Mercury Argus Dispatch Register Review
    Insider
    """)


def strip_titles(parts: list[str]) -> tuple[list[str], tuple[str, ...]]:
    """Take titles and offices off the front of a name and honours off its end, unless nothing would be left.

    An institution keeps what only looks like a title: `British Broadcasting Corporation`.
    """
    while len(parts) > 1 and parts[-1].strip(".,") in HONOURS:
        parts = parts[:-1]
    if len(parts) > 1 and parts[0] in _FIRMS_OF:
        parts = parts[1:]
    last = len(parts) - 1
    opened = 0
    while opened < last and parts[opened].lower() in _SPEECH_OPENERS:
        opened += 1
    known = PERSONAL if is_organisation(" ".join(parts[-2:])) or parts[-1] in _PAPERS else _BEFORE_NAMES
    while opened + 1 < last and _opens_with_deed(parts[opened], parts[opened + 1]):
        opened += 1  # `Born Thomas Holm`
    named = opened
    for k in range(opened, min(last, opened + 6)):
        title = parts[k].rstrip(".").lower()
        if title in known and (title != "m" or k == opened):  # no middle initial: `Ana M. Duarte`
            named = k + 1
    named = _past_trades(parts, named)
    if named == opened + 1 == last and _is_no_title(parts[opened].lower(), parts[last]):
        return parts[opened:], ()
    if named > opened and (
        is_fused(parts[named]) or parts[named] in {"of", "for"} or is_organisation(" ".join(parts[named:]))
    ):
        return parts[opened:], ()
    return parts[named:], tuple(part.rstrip(".").lower() for part in parts[opened:named])


# Words with a capital before a name that are no part of it, in no list of titles.
_TRADES_BEFORE: Final = words("""
    pensioner volunteer plumber cyclist shopper commuter resident carer postman postwoman trainee bricklayer
    jogger killer millionaire billionaire motorist passenger witness neighbour neighbor barrister solicitor
    comrade otunba oba hajiya alhaji alhaja mallam chieftain actor actress singer rapper footballer striker
    midfielder goalkeeper defender batsman bowler jockey boxer golfer dancer model presenter broadcaster
    campaigner activist farmer builder electrician mechanic driver baker chef waiter waitress shopkeeper
    grandmother grandfather mother father mum dad teenager schoolboy schoolgirl pupil landlord landlady
    miner shepherd housewife winger carpenter geologist survivor plaintiff defendant skipper fireman
    firefighter policeman policewoman paramedic midwife vet dentist pharmacist psychologist
    """)
_PREFIXED: Final = re.compile(
    r"(?:Ex|Vice|Co|Deputy|Under|Then|Fellow|Sister|Brother|Mother|Father)-[a-z]"
    r"|[\w’']{1,20}(?:-[\w’']{1,20})?-(?:born|based|old|elect|general|General|Elect|chief|Chief|colonel|Colonel|law|winner|winning|two|three|four|five)$"
)


def _past_trades(parts: list[str], named: int) -> int:
    """Past a trade or a tag before a full name (`Pensioner Ana Duarte`), and `of` a force in an office."""
    last = len(parts) - 1
    while named < last:
        if parts[named] == "of" and 0 < named < last - 1 and parts[named + 1][:1].isupper():
            person = parts[named + 1].lower() in FORCES or gender_of(parts[named + 2]) is not None
            if not person:
                break
            named += 2
        elif named + 1 == last:
            if not _PREFIXED.match(parts[named]):
                break
            named += 1
        elif _is_trade(parts, named):
            named += 1
        else:
            break
    return named


def _is_trade(parts: list[str], k: int) -> bool:
    """Whether the word at `k` says what somebody is whose full name follows it."""
    word, following = parts[k], parts[k + 1]
    if _PREFIXED.match(word) or word.lower() in _TRADES_BEFORE:
        return True
    if word.isupper() and len(word) > 1:
        return k + 2 < len(parts) - 1 and is_human(following.lower())  # `NASA Administrator Ana Duarte`
    return is_human(word.lower()) and _is_first(following) and not _is_first(word)


# What an office is of, right before its holder's name.
FORCES: Final = words("police state staff students sales defence defense health education works missions")


def _is_first(word: str) -> bool:
    """Whether a word is a first name that leaves no doubt."""
    return gender_of(word) is not None


def _opens_with_deed(word: str, following: str) -> bool:
    """Whether a participle or a call stands before a name (`Born Ana Duarte in Porto`, `Meet Ana Duarte`)."""
    lower = word.lower()
    return lower in _CALLING or (
        lower.endswith(("ing", "ed")) and _is_first(following) and not _is_first(word)
    )


_CALLING: Final = words("born meet enter ask pictured heartbroken introducing watch see")


def _is_no_title(title: str, word: str) -> bool:
    """Whether a title before a last single word is part of its name: `American Samoa`, `General Mills`."""
    plain = word.lower() not in _BEFORE_NAMES and not is_no_person(word)
    return plain and title in _FIRMS.get(word, _NATIONS)
