"""The words that everything else is written in. Standard library only, so that it loads at once.

Verdicts are not here: the scale of verdicts is the newsroom's policy.
"""

from __future__ import annotations

from enum import StrEnum


class Status(StrEnum):
    """Where a claim stands in the workflow."""

    UNCHECKED = "unchecked"
    IN_REVIEW = "in_review"
    NOT_CHECKABLE = "not_checkable"
    CHECKED = "checked"
    APPROVED = "approved"
    PUBLISHED = "published"
    REOPENED = "reopened"
    WITHDRAWN = "withdrawn"


class Kind(StrEnum):
    """What sort of sentence a claim is."""

    FACT = "fact"
    QUOTE = "quote"
    OPINION = "opinion"
    PREDICTION = "prediction"
    QUESTION = "question"
    OTHER = "other"


class CheckpointKind(StrEnum):
    """What sort of detail inside a claim is checked by itself."""

    FIGURE = "figure"
    DATE = "date"
    NAME = "name"
    TITLE = "title"
    QUOTATION = "quotation"
    COMPARISON = "comparison"


class Stance(StrEnum):
    """Which way a piece of evidence speaks."""

    SUPPORTS = "supports"
    REFUTES = "refutes"
    CONTEXT = "context"


class AttributionCheck(StrEnum):
    """What checking found about who is said to have said it, apart from the verdict."""

    VERBATIM = "verbatim"
    PARAPHRASED = "paraphrased"
    MISQUOTED = "misquoted"
    MISATTRIBUTED = "misattributed"
    NOT_FOUND = "not_found"


class SkipReason(StrEnum):
    """Why a sentence can't be checked."""

    OPINION = "opinion"
    PREDICTION = "prediction"
    PERSONAL_EXPERIENCE = "personal_experience"
    RHETORICAL = "rhetorical"
    OTHER = "other"


class SourceKind(StrEnum):
    """What sort of voice an entry of the source registry is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PUBLICATION = "publication"
    DOCUMENT = "document"
    UNNAMED = "unnamed"


class CorrectionClass(StrEnum):
    """What sort of public notice a change after publication is."""

    CORRECTION = "correction"
    UPDATE = "update"
    CLARIFICATION = "clarification"


class Role(StrEnum):
    """What a person may do; each role may do what those before it may."""

    READER = "reader"
    CHECKER = "checker"
    EDITOR = "editor"
    ADMIN = "admin"

    def reaches(self, needed: Role) -> bool:
        """Whether this role is `needed` or above it."""
        ladder = list(Role)
        return ladder.index(self) >= ladder.index(needed)
