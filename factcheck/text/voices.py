"""Whose voice a source phrase is: a name, a description, a pronoun; one person, a group, a body, a paper.

`Adrianus, an expert` and `Its director, Adrianus` are one voice, Adrianus, who goes by `expert` or
`director` from then on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from factcheck.text import lexicon as lx
from factcheck.text.authors import author_behind, author_of, is_letter
from factcheck.text.first_names import gender_of
from factcheck.text.name_titles import PERSONAL, TITLES, strip_titles
from factcheck.text.names import is_capitalised
from factcheck.text.no_persons import is_citizen
from factcheck.text.organisations import is_organisation
from factcheck.text.roles import ROLES
from factcheck.text.unnamed_voices import BODIES, DOCUMENTS, PEOPLE, SIDES, anonymity_of, is_common
from factcheck.text.values import Anonymity
from factcheck.text.voice_cores import OFFICES, core_of
from factcheck.text.wordlists import words

VoiceKind = Literal["name", "pronoun", "description"]

HE_OR_SHE: Final = {
    "he": "he", "him": "he", "his": "he", "himself": "he",
    "she": "she", "her": "she", "hers": "she", "herself": "she",
}  # fmt: skip
IT_OR_THEY: Final = {
    "it": "it", "its": "it", "itself": "it",
    "they": "they", "them": "they", "their": "they", "themselves": "they",
}  # fmt: skip
_OTHER_PRONOUNS: Final = words("we i you who which that us me what those this these")
_CUT: Final = re.compile(r",(?!\d)|[ \u00a0]\(|[ \u00a0](?:who|whose|which)\b|[ \u00a0][–—-][ \u00a0]|—|;|:")
_OWN_NAME: Final = re.compile(
    r"\b(?:named|called|(?:his|her|their|a)[ ]name(?:[ ]only)?[ ]as"
    r"|identified(?:[ ](?:himself|herself|only))?[ ]as)[ ]"
    r"([A-Z][\w’'-]{1,30}(?:[ ][A-Z][\w’'-]{1,30}){0,3})"
)
_APPOSED: Final = re.compile(
    r"[ \u00a0]*(?:[,(–—-][ \u00a0]?)"
    r"(?:\d{1,3}-year-old[ ](?:[a-z][\w-]{1,20}[ ])?)?"
    r"(?:(?:former[ ]|ex-|then-)[a-z][\w-]{1,20}[ ])?(?:(?:the|a|an|his|her|its|their)[ \u00a0]"
    r"(?:(?!of\b|for\b|at\b|in\b|from\b|with\b|by\b|to\b|on\b)[a-z0-9][\w’'-]{1,25}[ \u00a0]){0,4}"
    r"(?:[A-Z][a-z]{2,20}[ \u00a0][a-z][a-z-]{2,20}[ \u00a0])?)?"
    r"((?:the[ \u00a0])?[A-Z][\w.’'&-]{0,30}"
    r"(?:[ \u00a0](?:(?:of|de|van|von|al|bin|da|el|van[ ]de[rn]|de[ ]la|de[ ]los|von[ ]der)[ \u00a0])?"
    r"(?:[ae][a-z]{1,2}-)?[A-Z&][\w.’'&-]{0,30}){0,5})"
    r"(?=[,);–—]|[ \u00a0](?:of|at|from|in|[(])|\s*$)"
)
# A firm of several: `the firm, Baker, Fenn and Sons,`.
_FIRM: Final = re.compile(
    r",[ ]([A-Z][\w’'-]{1,30}(?:,?[ ][A-Z][\w’'-]{1,30}){0,3}[ ](?:and|&)[ ][A-Z][\w’'-]{1,30})"
)
# A word of kind after a name that has it (`the IF Metall union`, `the Interfax news agency`).
_KIND_BEHIND: Final = words(
    """
    union agency newspaper magazine group company charity website broadcaster daily airline party
    """
)


@dataclass(frozen=True, slots=True)
class Voice:
    """What a source phrase says by itself, before coreference.

    `name` is a proper name, a pronoun, or the words of the text. `titles` stand before the name;
    `roles` are the words a later mention may use for it. `owner` is the possessive that opens a
    description (`its` in `its attorney`), `rest` what follows it.
    """

    name: str
    kind: VoiceKind
    anonymity: Anonymity
    titles: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    owner: str = ""
    rest: str = ""

    @property
    def is_body(self) -> bool:
        """Whether the voice is an institution or a document."""
        return self.kind == "description" and self.anonymity == "named"


@lru_cache(maxsize=8192)
def read_voice(phrase: str, *, opening: bool = False, common: bool = False) -> Voice:
    """Read a source phrase: its head, and a name in apposition to it.

    `opening` says that the phrase opens its sentence, where a capital need not make a name, `common` that
    its first word also stands in small letters elsewhere in the text.
    """
    cut = _CUT.search(phrase, 1)
    head = (phrase[: cut.start()] if cut is not None else phrase).strip(' \u00a0“”‘"')
    parts = head.split()
    if not parts:
        return Voice(phrase, "description", "unnamed_person")
    first = parts[0].lower()
    if len(parts) == 1 or (len(parts) == 2 and parts[1] == "own"):
        if first in HE_OR_SHE:
            return Voice(parts[0], "pronoun", "unnamed_person")
        if first in IT_OR_THEY:
            return Voice(parts[0], "pronoun", "named" if IT_OR_THEY[first] == "it" else "unnamed_group")
        if first in _OTHER_PRONOUNS:
            return Voice(
                parts[0], "pronoun", "unnamed_person" if first in {"i", "you", "this"} else "unnamed_group"
            )
    core = core_of(parts)
    named = None if common and len(core) == 1 else _named(core, opening=opening)
    if named is not None:
        return named
    apposed = _APPOSED.match(phrase, cut.start()) if cut is not None else None
    given = apposed.group(1) if apposed is not None else None
    if given is None:
        own = _OWN_NAME.search(phrase)
        given = own.group(1) if own is not None else None
    firm = _FIRM.match(phrase, cut.start()) if cut is not None and core[-1].lower() in BODIES else None
    if firm is not None:
        return Voice(firm.group(1), "name", "named", (), _roles_of(core))
    if given is not None:
        given = _person_alone(given)
    if given is not None and _TAG.fullmatch(given) is None:
        inner = _named(given.split(), opening=False)
        if inner is not None:
            return Voice(inner.name, "name", "named", inner.titles, (*inner.roles, *_roles_of(core)))
    author = author_of(parts, core) or (author_behind(phrase, cut.start(), core) if cut is not None else None)
    return _authored(head, author, core) or _described(head, parts, core)


def _authored(head: str, author: str | None, core: list[str]) -> Voice | None:
    """The voice of who a document is by; what unnamed people have studied keeps its own words."""
    if author is None:
        return None
    voice = read_voice(author)
    if voice.kind == "name":
        document = tuple(role for role in _roles_of(core) if role not in BODIES)
        return Voice(voice.name, "name", "named", voice.titles, (*voice.roles, *document))
    if voice.kind == "pronoun" or voice.owner:
        return None
    if (voice.is_body and not BODIES.isdisjoint(voice.roles)) or not DOCUMENTS.isdisjoint(voice.roles):
        return voice
    return voice if is_letter(core) else Voice(head, "description", "named", (), _roles_of(core))


def spoken_by(phrase: str) -> str:
    """The words of who a document is by, in a source phrase that names one; the phrase itself elsewhere."""
    cut = _CUT.search(phrase, 1)
    parts = (phrase if cut is None else phrase[: cut.start()]).split()
    if not parts:
        return phrase
    core = core_of(parts)
    behind = author_behind(phrase, cut.start(), core) if cut is not None else None
    return behind or author_of(phrase.split() if cut is None else parts, core) or phrase


def _person_alone(name: str) -> str:
    """A name in apposition without the full stop of its sentence, and without where a person is from."""
    if name.endswith(".") and " " in name and len(name.rpartition(" ")[2]) > 4:
        name = name[:-1]
    first, of, _ = name.partition(" of ")
    head = first.split()[0]
    person = head.rstrip(".").lower() in PERSONAL or gender_of(head) is not None
    return first if of and person and " " in first else name


# A state or a party in brackets or behind a comma: `Pasadena, Calif.`, `(D-Ohio)`.
_TAG: Final = re.compile(r"[A-Z][A-Za-z]{1,4}\.|[DRI]-[A-Za-z. ]{2,12}|[DRI]")


def _named(core: list[str], *, opening: bool) -> Voice | None:
    """The proper name that ends the words of a head, or None."""
    core = list(core)
    if core[-1].endswith(("’s", "'s")):
        core[-1] = core[-1][:-2]
    elif core[-1].endswith(("’", "'")):
        core[-1] = core[-1][:-1]
    end = len(core)
    behind = end - 1
    while behind > 1 and core[behind] in _KIND_BEHIND | {"news", "trade"}:
        behind -= 1
    if end - 1 > behind > 0 or (behind == end - 2 and behind > 0):
        word = core[behind]
        if (
            word[:1].isupper()
            and not word.endswith("-based")
            and word.lower() not in TITLES
            and core[0].lower() == "the"
            and core[-1] in _KIND_BEHIND
        ):
            end = behind + 1
    last = core[end - 1] if end else ""
    if last[:1] == "@":
        return Voice(last, "name", "named")
    if not is_capitalised(last) or (end == 1 and opening and is_common(last)):
        return None
    if (end == 1 and last.lower() in PEOPLE) or last in OFFICES:
        return None
    if end > 1 and core[end - 2].isdigit() and lx.ENGLISH.get(last.lower(), 0) & lx.TIME:
        return None  # `a letter dated 2 February`
    start = end - 1
    while start > 0 and _inside_name(core, start):
        start -= 1
    kept, titles = strip_titles(core[start:end])
    if kept[0].lower() in {"the", "a", "an"} and len(kept) > 1:
        kept, more = strip_titles(kept[1:])
        titles = (*titles, *more)
    if len(kept) == 1 and end == len(core) and len(core) > 1 and kept[0].lower() in ROLES and not titles:
        return None  # `Chad’s Ambassador`
    if core[0].lower() in {"the", "a", "an"} and is_citizen(kept[-1]) and len(core) - start < 4:
        return None  # `The Portuguese said`
    if len(kept) == 1 and titles and titles[-1] in _FORMAL:
        pass  # `Mr King`
    elif len(kept) == 1 and (kept[0].lower() in TITLES or kept[0].lower().rstrip("s") in SIDES) and titles:
        return None
    if kept[-1].lower().rstrip("s") in SIDES and (len(core) > 1 or kept[-1].endswith("s")):
        return None
    if (
        len(kept) > 1
        and opening
        and start == 0
        and kept[0].lower() in BODIES | ROLES
        and not is_organisation(kept[0])
        and not is_organisation(" ".join(kept[1:]))
    ):
        titles, kept = (*titles, kept[0].lower()), kept[1:]
    name = " ".join(kept)
    if len(kept) == 1:
        name = " ".join((*(title.capitalize() for title in titles if title in _KEPT_TITLES), name))
    return Voice(name, "name", "named", titles, _roles_of(core[:start]) + titles)


_FORMAL: Final = words("mr mrs ms miss mx dr prof sir dame")
# Titles that stay where the name is a single word: it would not be known without (`Lord Quayle`).
_KEPT_TITLES: Final = words("lord lady king queen pope prince princess sister father justice emperor sultan")


_UNIONS: Final = words("union association alliance federation guild league council club confederation party")


def _inside_name(parts: list[str], start: int) -> bool:
    """Whether the word before `start` belongs to the same name."""
    before = parts[start - 1]
    if before.endswith(("’s", "'s", "’", "s'")):
        owned = parts[start].lower()  # `National Farmers’ Union`
        return before.endswith(("s’", "s'")) and owned in _UNIONS and before[:1].isupper()
    if before == "Our" and start > 1 and is_capitalised(parts[start - 2]):
        return True  # `Save Our Harbour`
    if is_capitalised(before):
        return before not in {"The", "A", "An", "But", "And", "Its", "His", "Her", "Their", "Our"}
    if (
        before
        in {"of", "de", "van", "von", "der", "den", "la", "al", "bin", "da", "du", "&", "for", "the", "and"}
        and start > 1
    ):
        return before != "the" or parts[start - 2] in {"of", "for"}
    return False


def _roles_of(core: list[str]) -> tuple[str, ...]:
    """The last word of a description, by which a later mention may call its holder."""
    last = core[-1].removesuffix("’s").removesuffix("'s").strip(",.’'") if core else ""
    return (last,) if len(last) > 2 and last == last.lower() and last.isalpha() else ()


def _described(head: str, parts: list[str], core: list[str]) -> Voice:
    """A voice that only a description tells."""
    roles = _roles_of(core)
    first = parts[0].lower()
    owner = rest = ""
    if (first in HE_OR_SHE or first in IT_OR_THEY) and len(parts) > 1:
        owner, rest = first, head[len(parts[0]) :].strip(" ’'")
    if len(core) < len(parts) and core[-1].lower() in DOCUMENTS:
        head = " ".join(core)
    kept = head[:-2] if head.endswith(("’s", "'s")) else head.rstrip("’'")
    return Voice(kept, "description", anonymity_of(parts, core), (), roles, owner, rest)
