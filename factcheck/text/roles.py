"""Words for what a person is: titles and trades that a checker has to confirm."""

from __future__ import annotations

import re
from collections.abc import Iterable

from factcheck.text.lexicon import ENGLISH, PERSON
from factcheck.text.values import Span
from factcheck.text.wordlists import words

ROLES = words("""
    president vice-president chancellor premier minister secretary senator congressman congresswoman
    congressperson representative governor mayor councillor councilor councilman councilwoman councilmember
    lawmaker legislator deputy ambassador envoy diplomat commissioner chief chair chairman chairwoman
    chairperson ceo cfo coo executive director manager founder co-founder cofounder owner partner editor
    reporter journalist correspondent columnist anchor host author writer novelist poet historian professor
    lecturer researcher scientist economist analyst expert strategist consultant adviser advisor attorney
    lawyer prosecutor judge justice magistrate sheriff officer detective inspector sergeant lieutenant
    captain major colonel general admiral commander marshal spokesman spokeswoman spokesperson physician
    doctor surgeon nurse epidemiologist virologist psychologist psychiatrist biologist chemist physicist
    engineer architect designer developer programmer teacher principal superintendent student activist
    campaigner organizer organiser candidate nominee leader head king queen prince princess pope bishop
    archbishop cardinal priest pastor rabbi imam coach player striker goalkeeper quarterback actor actress
    singer musician comedian filmmaker producer artist painter photographer farmer fisherman banker investor
    trader entrepreneur businessman businesswoman whistleblower pollster demographer sociologist
    climatologist meteorologist seismologist counsel emir baale sheikh sultan
    """)
# Words that end the modifiers of a role to its left.
NO_MODIFIER = words("""
    a an the this that his her its their our my your and or but of for in on at by with from to as is was
    are were be been who said says told added asked former-then who's also who’s then when while after
    before
    """)
MOST_MODIFIERS = 3
NOT_IN_MODIFIER = frozenset('/:()[]“”"@#\n\t')
LONGEST_BEFORE = 60
WHERE = re.compile(r" (?:of|for|at) (?:the )?[A-ZÀ-Þ][\w’'\-]{1,24}(?: [A-ZÀ-Þ][\w’'\-]{1,24}){0,4}")
APPOSED = re.compile(
    r"(?:[A-ZÀ-Þ][\w.'’\-]{1,24}(?:, \d{1,3})? ?[,(—–]|\b(?:is|was|became)) ?(?:now |then )?"
    r"(?:an? |the |its |his |her |their |our )?$"
)


# All that can stand directly before an apposition, so that most others need no search.
BEFORE_APPOSED = (
    *(mark + space for mark in ",(—–" for space in ("", " ")),
    *(word + space for word in ("is", "was", "became") for space in ("", " ")),
    *("now ", "then ", "a ", "an ", "the ", "its ", "his ", "her ", "their ", "our ", "\n"),
)


def find_titles(text: str, start: int, end: int, roles: Iterable[str]) -> list[Span]:
    """Return the spans of titles and trades that stand with a name, in order.

    `roles` are the role words of the sentence, in small letters. `President Ana Duarte`, `Ana
    Duarte, a cybersecurity expert`, `Ana Duarte is the director of the Harbour Board`. A role
    without a name (`experts warn`) has nobody to confirm it of.
    """
    spans: list[Span] = []
    for role in roles:
        for word in (role, role.capitalize(), role.upper()):
            first = text.find(word, start, end)
            while first >= 0:
                last = first + len(word)
                if (
                    not text[first - 1 : first].isalnum()
                    and not text[last : last + 1].isalnum()
                    and (title := read_title(text, start, first, last, end))
                ):
                    spans.append(title)
                first = text.find(word, last, end)
    if len(spans) < 2:
        return spans
    spans.sort()
    return [span for span, before in zip(spans, [(0, 0), *spans], strict=False) if span[0] >= before[1]]


def read_title(text: str, start: int, first: int, last: int, end: int) -> Span | None:
    """Return the title around the role at `first:last` if a name stands before or after it."""
    capital = text[first].isupper()
    named = text[last : last + 1] == " " and text[last + 1 : last + 2].isupper()
    while text[first - 1 : first] == "-" and first - 1 > start:  # `co-director`
        first -= 1
        while first > start and text[first - 1].isalnum():
            first -= 1
    back = max(start, first - LONGEST_BEFORE)
    modifiers = text[back:first].split(" ")[-MOST_MODIFIERS - 1 :]
    glued = modifiers.pop() != ""  # something stands right before it: `editor/director`
    if back > start and len(modifiers) <= MOST_MODIFIERS:
        modifiers = modifiers[1:]  # cut in two by the reach
    for modifier in () if glued else reversed(modifiers):
        if not modifier[:1].isalpha() or modifier[-1] in ",;:" or modifier.lower() in NO_MODIFIER:
            break
        if not NOT_IN_MODIFIER.isdisjoint(modifier):
            break
        if capital and not modifier[0].isupper():
            break
        first -= len(modifier) + 1
    if named:
        return first, last
    back = max(start, first - LONGEST_BEFORE)
    if text.endswith(BEFORE_APPOSED, back, first) and APPOSED.search(text, back, first):
        place = WHERE.match(text, last, end)
        return first, place.end() if place else last
    return None


# A sentence that begins with somebody unnamed: `A driver wept.`
# Or with whose spokesman or boss it is: `The mayor’s spokesman declined.`
STRANGER = re.compile(
    r"[.!?][”\"’']?\s(?:An?|Another|(?:The[ ])?[\w-]{2,20}[’']s)[ ]([a-z-]{2,20}(?:[ ][a-z-]{2,20}){0,2})"
)
ANOTHER = re.compile(r"[.!?][”\"’']?\sAnother[ ](?:[a-z]{3,20}ed|said|says|was|had|told|thought)\b")
HUMAN_END = re.compile(
    r"(?:[^m]ent|ant|er|or|ist|ian|eer|ee|man|woman|ess|mate|boy|girl|expert|official|friend|head|lady)$"
)
NO_HUMAN = words("""
    number paper computer matter centre center order power water winter summer weather corner border river
    tower error factor sector motor color colour floor door labor labour fear year war bar career
    agreement event extent content percent accent restaurant plant grant amount coffee fee committee
    degree process success access business address letter newspaper offer answer chapter register poster
    gender disorder murder
    """)


def is_human(role: str) -> bool:
    """Say whether a word in small letters is one for a person by trade, kin or deed: `driver`, `mother`."""
    if role in STRANGERS or ENGLISH.get(role, 0) & PERSON:
        return True
    return role not in NO_HUMAN and HUMAN_END.search(role) is not None


STRANGERS = ROLES | words("""
    man woman driver neighbour neighbor resident witness spokesman spokeswoman policeman policewoman mother
    father brother sister daughter son husband wife victim suspect survivor cousin uncle aunt nephew niece
    colleague child teenager critic fan member pilot chef clerk boss insider veteran immigrant refugee widow
        """)


def brings_stranger(text: str, start: int, end: int) -> bool:
    """Say whether a sentence in `text[start:end]` begins with somebody unnamed, whom a pronoun may mean."""
    return ANOTHER.search(text, start, end) is not None or any(
        not STRANGERS.isdisjoint(found.group(1).split()) for found in STRANGER.finditer(text, start, end)
    )
