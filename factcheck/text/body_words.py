"""What a body may be called (`the company`, `the paper`), and what no later pronoun means."""

from __future__ import annotations

from typing import Final

from factcheck.text.wordlists import words

# Descriptions that any body may go by.
ANY_BODY: Final = words(
    """
    company firm agency group organization organisation business vendor maker manufacturer authority
    regulator watchdog
    """
)


OWN_PAGES: Final = words("website site webpage")
PAPERS: Final = words("newspaper paper broadcaster magazine tabloid")
COMMERCIAL: Final = words("company firm business vendor maker manufacturer")
PUBLIC: Final = words("""
    court council ministry department commission parliament senate congress house university union party
    police bureau agency office alliance society association federation committee government
    """)
PRESS: Final = words("""
    times journal herald tribune gazette telegraph guardian observer reuters ledger chronicle bbc ap afp dpa
    """)
# Voices that no later pronoun means.
NOBODY: Final = words(
    """
    nobody everyone everybody anyone anybody someone somebody one others it they he she who i we you
    """
)
_NONE: Final = words("no none neither nobody not")


def is_nobody_named(name: str) -> bool:
    """Whether no pronoun can mean whom these words name: a pronoun, or nobody (`No official`, `None of us`).

    `No 10` is a house.
    """
    first, _, rest = name.lower().partition(" ")
    return name.lower() in NOBODY or (first in _NONE and not rest[:1].isdigit())
