"""What a rule demands of its claims: one row a phrase. `Then each has a piece of primary evidence`.

A demand answers with what is missing, in words that say how to mend it; with nothing where it is met.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlsplit

from factcheck.domain.actors import person_key
from factcheck.domain.links import page_key
from factcheck.domain.models import Claim, Evidence
from factcheck.domain.vocabulary import AttributionCheck, CheckpointKind, Stance, Status
from factcheck.gate.subjects import Circumstances

Demand = Callable[[Claim, Circumstances], str | None]


@dataclass(frozen=True, slots=True)
class DemandPhrase:
    """A phrase about what each claim has to have: its pattern, what it builds, and an example."""

    pattern: re.Pattern[str]
    build: Callable[..., Demand]
    example: str


def _row(pattern: str, example: str, build: Callable[..., Demand]) -> DemandPhrase:
    return DemandPhrase(re.compile(pattern, re.IGNORECASE), build, example)


_NUMBERS = {"one": "1", "two": "2", "three": "3"}
_STANCES = {"supporting": Stance.SUPPORTS, "refuting": Stance.REFUTES, "context": Stance.CONTEXT}
_STATUSES = "|".join(status.replace("_", " ") for status in Status)


def _evidence(
    number: str | None,
    primary: str | None,
    stance: str | None,
    publishers: str | None,
    snapshot: str | None,
    quote: str | None,
    days: str | None,
) -> Demand:
    needed = int(number or 1)
    wanted = _STANCES[stance.lower()] if stance else None
    words = " ".join(
        word
        for word in (
            f"{needed} piece{'' if needed == 1 else 's'} of", (primary or "").strip(), (stance or "").strip(),
            "evidence", (publishers or "").strip(), (snapshot or "").strip(), (quote or "").strip(),
            f"looked at within {days} days" if days else "",
        )
        if word
    )  # fmt: skip

    def missing(claim: Claim, now: Circumstances) -> str | None:
        fitting = [
            piece
            for piece in claim.evidence
            if (wanted is None or piece.stance is wanted)
            and (not primary or piece.primary)
            and (not snapshot or piece.snapshot is not None)
            and (not quote or bool(piece.quote))
            and (not days or piece.accessed_at >= now.at - timedelta(days=int(days)))
        ]
        key = _publisher if publishers else _page
        has = len({key(piece) for piece in fitting})
        if has >= needed:
            return None
        return f"needs {words}, has {has}: factcheck evidence add {claim.ref} URL"

    return missing


def _quotes_found() -> Demand:
    def missing(claim: Claim, _: Circumstances) -> str | None:
        for piece in claim.evidence:
            if piece.quote and piece.quote_found is not True:
                why = "is not on the page" if piece.quote_found is False else "was compared with no snapshot"
                return f"the quote of evidence {piece.id} {why}: factcheck evidence open {piece.id}"
        return None

    return missing


def _page(piece: Evidence) -> str:
    return page_key(piece.url)


def _publisher(piece: Evidence) -> str:
    """Who publishes a piece: as somebody wrote it down, else whose address it has."""
    return person_key(piece.publisher or "") or (urlsplit(piece.url).hostname or "").removeprefix("www.")


def _verdict(word: str | None = None) -> Demand:
    def missing(claim: Claim, now: Circumstances) -> str | None:
        if claim.verdict is None:
            return f"has no verdict: factcheck mark {claim.ref} VERDICT"
        if word and word.lower() not in (claim.verdict, now.policy.rule(claim.verdict).label.lower()):
            return f"has the verdict “{claim.verdict}”, not “{word}”"
        return None

    return missing


def _other_verdict(word: str) -> Demand:
    def missing(claim: Claim, now: Circumstances) -> str | None:
        if claim.verdict and word.lower() in (claim.verdict, now.policy.rule(claim.verdict).label.lower()):
            return f"has the verdict “{claim.verdict}”"
        return None

    return missing


def _two_people() -> Demand:
    def missing(claim: Claim, _: Circumstances) -> str | None:
        if claim.checked_by is None:
            return "nobody has checked it"
        if claim.approved_by is None:
            return f"no second person has approved it: factcheck approve {claim.ref}"
        if person_key(claim.checked_by) == person_key(claim.approved_by):
            return f"{claim.checked_by} both checked and approved it"
        return None

    return missing


def _ticked(what: str) -> Demand:
    def missing(claim: Claim, _: Circumstances) -> str | None:
        for point in claim.checkpoints:
            if point.ticked_by is None and what.lower() in ("checkpoint", point.kind):
                back = "" if claim.verdict is None else f"factcheck return {claim.ref} --reason TEXT, then "
                how = f"{back}factcheck tick {claim.ref} {point.n}"
                return f"nobody has ticked the {point.kind} “{point.text}”: {how}"
        return None

    return missing


def _status(*words: str | None) -> Demand:
    wanted = [word.lower().replace(" ", "_") for word in words if word]

    def missing(claim: Claim, _: Circumstances) -> str | None:
        return None if claim.status in wanted else f"is {claim.status.replace('_', ' ')}"

    return missing


def _attribution(word: str | None) -> Demand:
    wanted = AttributionCheck(word.lower().replace(" ", "_")) if word else None

    def missing(claim: Claim, _: Circumstances) -> str | None:
        if not claim.attributions or (
            claim.attribution_check is not None and wanted in (None, claim.attribution_check)
        ):
            return None
        if claim.attribution_check is None:
            how = f"factcheck mark {claim.ref} VERDICT --attribution verbatim"
            return f"nobody has checked whose words they are: {how}"
        return f"its attribution was found {claim.attribution_check.replace('_', ' ')}"

    return missing


def _plain(test: Callable[[Claim], bool], said: str) -> Callable[..., Demand]:
    return lambda: lambda claim, _: None if test(claim) else said.format(ref=claim.ref)


DEMANDS: tuple[DemandPhrase, ...] = (
    _row(
        r"has (?:at least ([1-9]\d{0,2}|one|two|three) pieces? of |a piece of )?"
        r"(primary )?(supporting |refuting |context )?evidence"
        r"( from different publishers)?( with a snapshot)?( with a quote)?"
        r"(?: looked at within (\d{1,5}) days)?",
        "has at least 2 pieces of supporting evidence from different publishers",
        lambda number, primary, stance, *rest: _evidence(
            _NUMBERS.get((number or "").lower(), number), primary, (stance or "").strip() or None, *rest
        ),
    ),
    _row(
        r"has every quotation of its evidence found",
        "has every quotation of its evidence found",
        _quotes_found,
    ),
    _row(r"has a verdict", "has a verdict", _verdict),
    _row(r'has the verdict "([^"]+)"', 'has the verdict "verified"', _verdict),
    _row(r'has a verdict other than "([^"]+)"', 'has a verdict other than "unproven"', _other_verdict),
    _row(r"was checked and approved by two people", "was checked and approved by two people", _two_people),
    _row(rf"has every ({'|'.join(CheckpointKind)}|checkpoint) ticked", "has every figure ticked", _ticked),
    _row(rf"is ({_STATUSES})(?: or ({_STATUSES}))?", "is approved or published", _status),
    _row(r"has its attribution checked", "has its attribution checked", lambda: _attribution(None)),
    _row(
        rf"has its attribution found ({'|'.join(c.replace('_', ' ') for c in AttributionCheck)})",
        "has its attribution found verbatim",
        _attribution,
    ),
    _row(
        r"has a note", "has a note", _plain(lambda claim: bool(person_key(claim.note or "")), "has no note")
    ),
    _row(
        r"has no open query",
        "has no open query",
        _plain(lambda claim: claim.open_queries == 0, "has an open query: factcheck answer {ref} TEXT"),
    ),
    _row(
        r"names its source",
        "names its source",
        _plain(
            lambda claim: all(said.anonymity == "named" and said.source for said in claim.attributions),
            "has a source that is not named",
        ),
    ),
    _row(
        r"tells the public what was corrected",
        "tells the public what was corrected",
        _plain(
            lambda claim: all(one.text.strip() for one in claim.corrections), "has a correction without words"
        ),
    ),
    _row(
        r"need not be looked at again",
        "need not be looked at again",
        _plain(lambda claim: claim.recheck is None, "has to be looked at again: factcheck show {ref}"),
    ),
)

# The forms that a phrase above has beside its example.
MORE = (
    "has evidence",
    "has a piece of primary supporting evidence",
    "has at least 1 piece of refuting evidence",
    "has evidence with a snapshot",
    "has evidence with a quote",
    "has evidence looked at within 365 days",
    *(f"has every {kind} ticked" for kind in (*CheckpointKind, "checkpoint") if kind != "figure"),
)
