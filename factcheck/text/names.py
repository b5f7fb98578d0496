"""Names in a text, and names compared: capitalised runs, titles, keys for matching a registry.

A key ignores what newsrooms write differently about the same name: case, accents, the article,
punctuation, the legal form of a company.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from factcheck.text import lexicon as lx
from factcheck.text.first_names import gender_of
from factcheck.text.institutions import FUSED, is_fused
from factcheck.text.no_persons import is_no_person
from factcheck.text.roles import ROLES, is_human
from factcheck.text.values import Span
from factcheck.text.wordlists import words

# A run of capitalised words, with the small words that stand inside names of people and institutions.
# A full stop belongs to an initial or an abbreviated title; any other ends the sentence.
# Each begins with its capital and looks back after it, so that the search leaps from capital to capital.
_CAPITAL: Final = "[A-ZÀ-ÖØ-Þ]"
_REST: Final = (
    r"(?:\.(?<=[A-Z]\.)(?:[A-Z]\.){0,4}|(?:(?<=M)(?:rs?|s)|(?<=D)(?:r|ept)|(?<=P)rof|(?<=S)(?:ens?|gt|t|r)|(?<=R)e(?:ps?|v)|(?<=G)(?:ov|en)"
    r"|(?<=L)td?|(?<=C)(?:ol?|apt|mdr|llr|orp)|(?<=M)aj|(?<=J)r|(?<=A)dm|(?<=H)on|(?<=I)nc)\.|[\w’'-]{0,40})"
)
_RUN: Final = re.compile(
    rf"{_CAPITAL}(?<!\w.){_REST}"
    rf"(?:[ \u00a0](?:(?:of|for|de|la|van|von|der|den|al|bin|ibn|da|dos|du|{FUSED})[ \u00a0]){{0,2}}"
    rf"(?:the[ \u00a0])?(?:(?:[ae][a-z]{{1,2}}-|[dl]['’])?{_CAPITAL}{_REST}|&)){{0,7}}"
)
_ARTICLED: Final = re.compile(r"(?:[ae][a-z]{1,2}-|[dl]['’])(?=[A-Z])")
_PARENTHESIS: Final = re.compile(r"\((?<=[ \u00a0].)([A-Z][A-Za-z]{0,3}[A-Z]{1,6})\)")

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
    press opposition board managing senior junior special counsel captain pc constable ds di harbormaster
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
# What goes on with `for` in the name of a campaign: `Citizens for Tax Justice`.
FOR_CAUSES: Final = words("""
    Citizens Americans Students Doctors Physicians Lawyers Scientists Parents Mothers Women Veterans Workers
    Friends Partners Teachers Farmers Nurses Families Voices Fight Campaign Coalition Alliance Center Centre
    Fund Foundation Institute Council Committee Action Architects Engineers Artists Writers Journalists
    """)
# Titles that stand before a name and in no institution's: `Mr`, not `House`.
PERSONAL: Final = words("""
    mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend father sister sen rep gov sgt capt
    col lt gen maj adm cmdr cllr det pc ds
    """)
HONOURS: Final = words("KC QC SC SAN MP MEP MSP MS PhD MD Esq CBE OBE MBE RN DDS CPA JP FRS")
_ORGANISATION: Final = words("""
    news times post journal guardian press agency university college institute institutes foundation
    association union committee commission council court department ministry office bureau bank group
    company corporation corp inc ltd llc plc party congress senate house parliament government
    administration organization organisation centre center network society league federation service
    police army navy fund trust project coalition alliance board authority campaign club church hospital
    school library museum airlines motors systems technologies technology energy media magazine review
    herald tribune gazette observer telegraph weekly daily radio television tv channel broadcasting
    reuters statista poll survey lab labs research studies report nations states kingdom street
    republicans democrats week today international international's act bill convention tower street avenue
    county city mission panel guild inspectorate air airways railway railways line lines health ab ag gmbh
    nv co watch academy assembly laboratory barometer standard spokesman dam river lake island islands
    bridge road festival awards award cup championship survey dept command base airport station park hall
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
_LEGAL: Final = frozenset(
    [
        "inc",
        "incorporated",
        "corp",
        "corporation",
        "co",
        "company",
        "ltd",
        "limited",
        "llc",
        "llp",
        "lp",
        "plc",
        "gmbh",
        "ag",
        "kg",
        "se",
        "sa",
        "sas",
        "sarl",
        "srl",
        "spa",
        "bv",
        "nv",
        "ab",
        "oy",
        "as",
        "aps",
        "pty",
    ]
)
_ARTICLES: Final = frozenset(
    ["the", "a", "an", "der", "die", "das", "le", "la", "les", "el", "los", "las", "l"]
)
# Words that go on with `of` inside a name.
_WITH_OF: Final = words("""
    university department dept bank ministry institute office bureau house church court school college
    board city state republic society museum league secretary minister district chamber council academy
    association library federation army guild commission union centre center king queen duke prince bishop
    archbishop speaker lord committee agency organization organisation alliance party states kingdom
    survey registry order port hall
    """)
# Words with a sentence's capital that no name begins with.
_SPEECH_OPENERS: Final = words("""
    as to like unlike than said says asked told wrote added noted replied announced called citing asked given
    according even when while but and after before on in at for with if then
    """)
_OPENERS: Final = (
    lx.DET
    | lx.POSSESSIVE
    | lx.PREPOSITION
    | lx.SUBORDINATOR
    | lx.AND
    | lx.ADVERB
    | lx.PRONOUN
    | lx.SUBJECT
    | lx.RELATIVE
)


class Mention(NamedTuple):
    """A capitalised run at `span`; `name` is without titles, `titles` the words taken off, lower case."""

    span: Span
    name: str
    titles: tuple[str, ...] = ()


def match_key(name: str) -> str:
    """The form under which two spellings of one name are equal.

    Case, accents, punctuation, a leading article and legal forms at the end are dropped: `The BBC` and
    `bbc`, `Åkerlund & Co. Ltd` and `Akerlund`. Empty when nothing but those is left.
    """
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c)).replace("ß", "ss")
    plain = plain.replace("’", "'").replace("'s ", " ").replace(".", "").replace("'", "")
    parts = "".join(c if c.isalnum() else " " for c in plain).split()
    while len(parts) > 1 and parts[0] in _ARTICLES:
        parts = parts[1:]
    while len(parts) > 1 and (parts[-1] in _LEGAL or parts[-1] == "and"):
        parts = parts[:-1]
    return " ".join(parts)


def strip_titles(parts: list[str]) -> tuple[list[str], tuple[str, ...]]:
    """Take titles and offices off the front of a name and honours off its end, unless nothing would be left.

    An institution keeps what only looks like a title: `British Broadcasting Corporation`.
    """
    while len(parts) > 1 and parts[-1].strip(".,") in HONOURS:
        parts = parts[:-1]
    last = len(parts) - 1
    opened = 0
    while opened < last and parts[opened].lower() in _SPEECH_OPENERS:
        opened += 1
    known = PERSONAL if is_organisation(" ".join(parts[-2:])) else _BEFORE_NAMES
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
    survivor plaintiff defendant skipper fireman firefighter policeman
    policewoman paramedic midwife vet dentist pharmacist psychologist
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


def is_capitalised(word: str) -> bool:
    """Whether a word of a name has its capital, if only behind its article (`al-Rashid`, `d’Estaing`)."""
    return word[:1].isupper() or _ARTICLED.match(word) is not None


def without_article(word: str) -> str:
    """`Rashid` for `al-Rashid`; other words as they are."""
    return _ARTICLED.sub("", word)


def is_legal_form(word: str) -> bool:
    """Whether a word is the legal form of a company (`Inc.`, `AB`)."""
    return word.strip(".,").lower() in _LEGAL


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


def mentions(text: str) -> list[Mention]:
    """All capitalised runs of the text in order, titles apart; `Britain’s Maud Ellery` is two."""
    found: list[Mention] = []
    for match in _RUN.finditer(text):
        start = match.start()
        for first, last, name, titles in _run(match.group()):
            found.append(Mention((start + first, start + last), name, titles))
    return found


# A sentence that begins behind a shortened name (`in Washington, D.C. He left`).
_NEXT: Final = re.compile(
    r"(?<=[A-Z]\.[A-Z]\.)[ \u00a0](?=(?:He|She|It|They|We|I|The|A|An|In|But|And|His|Her|Its|This|That|On)\b)"
)
_OWNER: Final = re.compile(r"['’]s[ \u00a0]")
_Part = tuple[int, int, str, tuple[str, ...]]  # start and end in its run, name, titles


@lru_cache(maxsize=8192)
def _run(run: str) -> tuple[_Part, ...]:
    """The names in one run. What stands in it depends on nothing else, and names come back: so it is kept."""
    parts: list[_Part] = []
    start = 0
    for sentence in _NEXT.split(run):
        for piece in _OWNER.split(sentence):
            parts += _names(start, piece)
            start += len(piece) + 3
        start -= 2
    return tuple(parts)


def _names(start: int, run: str) -> list[_Part]:
    """The names of a run without another's possessive in it; words that open a sentence are no part of it.

    `Jane Roe of the Harbour Board` is two names, `University of Oslo` one.
    """
    found: list[_Part] = []
    owned = run.endswith(("’s", "'s"))
    parts = run.split()
    first = 0
    while first < len(parts) and _opens(parts[first], alone=len(parts) == 1):
        start += len(parts[first]) + 1
        first += 1
    piece = first
    for k in range(first, len(parts) + 1):
        if k < len(parts) and not _parts_names(parts, k):
            continue
        named = parts[piece:k]
        length = sum(map(len, named)) + len(named) - 1
        if named and named[-1][0] != "&":
            if k == len(parts):
                named[-1] = named[-1][:-2] if owned else named[-1].rstrip("’'")
            kept, titles = strip_titles(named)
            found.append((start, start + length, " ".join(kept), titles))
        start += length + 1
        if k < len(parts):
            start += len(parts[k]) + 1
            piece = k + 1
            if piece < len(parts) and parts[piece] == "the":
                start += 4
                piece += 1
    return found


def _parts_names(parts: list[str], k: int) -> bool:
    """Whether the word at `k` stands between two names (`Jane Roe of the Harbour Board`)."""
    if parts[k] not in {"of", "for"} or parts[k - 1].lower().rstrip(".") in _WITH_OF:
        return False
    return parts[k] == "of" or parts[k - 1] not in FOR_CAUSES


def _opens(word: str, *, alone: bool) -> bool:
    """Whether a capitalised word only opens its sentence (`But`, `On`, `Monday`)."""
    if len(word) > 1 and word.isupper():
        return False
    flags = lx.ENGLISH.get(word.lower(), 0)
    return bool(flags & _OPENERS) or bool(flags & lx.TIME and not alone)


def initials_of(parts: Sequence[str]) -> str:
    """The capitals that the words of a name begin with, of which acronyms are made."""
    return "".join([part[0] for part in parts if part[0].isupper() and not is_fused(part)])


def acronyms(text: str) -> dict[str, str]:
    """Acronyms the text explains (`World Health Organization (WHO)`) and what they stand for."""
    found: dict[str, str] = {}
    for match in _PARENTHESIS.finditer(text):
        letters = match.group(1)
        before = text[max(0, match.start() - 121) : match.start()].split()
        for length in range(min(len(before), len(letters) + 4), 1, -1):
            named = before[-length:]
            initials = initials_of(named)
            if initials.upper() == letters.upper() and named[0][0].isupper():
                found.setdefault(letters, " ".join(named))
                break
    return found
