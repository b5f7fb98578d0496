"""The core of a source phrase: its words up to what hangs on its noun (`a report | by the Harbour Board`)."""

from __future__ import annotations

from typing import Final

from factcheck.text import lexicon as lx
from factcheck.text.first_names import gender_of
from factcheck.text.name_titles import FORCES, PERSONAL
from factcheck.text.names import FOR_CAUSES
from factcheck.text.organisations import is_organisation
from factcheck.text.roles import ROLES
from factcheck.text.unnamed_voices import BODIES, DOCUMENTS
from factcheck.text.wordlists import words

_MODIFIER_END: Final = words(
    """
    of for from in at with on to near close familiar about and named called who by among within
    """
)


def core_of(parts: list[str]) -> list[str]:
    """The words of a phrase up to its first preposition, except `of` inside an institution's name."""
    for i, word in enumerate(parts):
        if i and i + 1 < len(parts) and _hangs_on_noun(word, parts[i + 1]):
            return parts[: _end_of_object(parts, i)]
        if not i or word not in _MODIFIER_END:
            continue
        before = parts[i - 1]
        after = parts[i + 1] if i + 1 < len(parts) else ""
        capital = after[:1].isupper() or (
            after == "the" and i + 2 < len(parts) and parts[i + 2][:1].isupper()
        )
        if word == "for" and capital and before in FOR_CAUSES:
            continue
        if (
            word == "of"
            and capital
            and before.lower() in ROLES | {"speaker"}
            and _holds_name(after, parts[i + 2 :])
        ):
            continue
        if (
            word in {"of", "for"}
            and before[:1].isupper()
            and capital
            and before not in OFFICES
            and is_organisation(before.rstrip("."))
        ):
            continue
        if word == "and" and after[:1].isupper() and before[:1].isupper() and i + 2 >= len(parts):
            continue
        return parts[:i]
    return list(parts)


def _end_of_object(parts: list[str], verb: int) -> int:
    """Where a phrase ends that is the object of the verb behind it (`the firm Ana Duarte founded in May`)."""
    start = verb
    while start > 1 and parts[start - 1][:1].isupper():
        start -= 1
    contact = start > 1 and parts[start - 1].islower() and parts[start - 1] in BODIES | DOCUMENTS
    return start if contact else verb


# Capitals that are an office, and no body's name: `the former CEO of Acme`.
OFFICES: Final = words("CEO CFO COO CTO CMO MP VP MEP MSP AG PM")


def _holds_name(before: str, parts: list[str]) -> bool:
    """Whether a person's full name is among some words (`Secretary of State Ana Duarte`)."""
    if len(parts) > 1 and before.lower() in FORCES and all(part[:1].isupper() for part in parts[:2]):
        return True
    return any(
        gender_of(part) is not None or part.rstrip(".").lower() in PERSONAL for part in parts[:-1]
    )  # fmt: skip


def _hangs_on_noun(word: str, following: str) -> bool:
    """Whether a participle begins what is said of the noun before it (`A lawsuit filed Tuesday`)."""
    if word.endswith("ing") and word.islower() and following in _DETERMINERS | _MODIFIER_END:
        return True  # `Officers searching for a robber`
    if not word.endswith("ed") and word not in _STRONG:
        return False
    return (
        following in _MODIFIER_END
        or bool(lx.ENGLISH.get(following.lower(), 0) & (lx.TIME | lx.PREPOSITION))
        or following == "more"
    )


_DETERMINERS: Final = words("a an the his her its their this that")
_STRONG: Final = words("sent held made given taken built written seen led paid known")
