"""Which claims a rule speaks about: one row a phrase. `Given the article's claims with a figure`."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from factcheck.domain.models import Claim, Evidence
from factcheck.domain.policy import Policy
from factcheck.domain.vocabulary import AttributionCheck, CheckpointKind, Kind, Status


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What the phrases may ask about beside the claim: the policy in force, and the present moment."""

    policy: Policy
    at: datetime


Test = Callable[[Claim, Circumstances], bool]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase about claims: its pattern, what it builds of the words in it, and an example."""

    pattern: re.Pattern[str]
    build: Callable[..., Test]
    example: str


def phrase(pattern: str, example: str, build: Callable[..., Test]) -> Phrase:
    """A row of the table; the pattern has to match the whole phrase, in whatever case."""
    return Phrase(re.compile(pattern, re.IGNORECASE), build, example)


_KINDS = {"facts": "fact", "quotes": "quote", "opinions": "opinion", "predictions": "prediction",
          "questions": "question"}  # fmt: skip
_STATUSES = "|".join(status.replace("_", " ") for status in Status)
_POINTS = "|".join(CheckpointKind)


def _kind(word: str) -> Test:
    kind = Kind(_KINDS.get(word.lower(), word.lower()))
    return lambda claim, _: claim.kind is kind


def _status(*words: str | None) -> Test:
    wanted = {Status(word.lower().replace(" ", "_")) for word in words if word}
    return lambda claim, _: claim.status in wanted


def _verdict(word: str) -> Test:
    return lambda claim, now: (
        claim.verdict is not None and _same(word, claim.verdict, now.policy.rule(claim.verdict).label)
    )


def _same(typed: str, *names: str) -> bool:
    plain = typed.strip().lower().replace("_", " ").replace("-", " ")
    return plain in {name.lower().replace("_", " ").replace("-", " ") for name in names}


def _said_by(name: str) -> Test:
    return lambda claim, _: any(
        _same(name, said.source or "", said.source_text or "") for said in claim.attributions
    )


def _said_through(name: str) -> Test:
    return lambda claim, _: any(_same(name, said.outlet or "") for said in claim.attributions)


def _has_point(word: str) -> Test:
    return lambda claim, _: any(point.kind == word.lower() for point in claim.checkpoints)


def _worth(number: str) -> Test:
    return lambda claim, _: claim.checkworthiness >= float(number)


def newest(pieces: tuple[Evidence, ...] | list[Evidence]) -> datetime | None:
    """When somebody last looked at any of these pieces."""
    return max((piece.accessed_at for piece in pieces), default=None)


def _older(days: str) -> Test:
    def is_older(claim: Claim, now: Circumstances) -> bool:
        looked = newest(claim.evidence)
        return looked is not None and looked < now.at - timedelta(days=int(days))

    return is_older


def _published_before(days: str) -> Test:
    def is_older(claim: Claim, now: Circumstances) -> bool:
        limit: date = (now.at - timedelta(days=int(days))).date()
        return any(piece.published is not None and piece.published < limit for piece in claim.evidence)

    return is_older


def _from(name: str) -> Test:
    return lambda claim, _: any(_same(name, piece.publisher or "") for piece in claim.evidence)


def _attribution_found(word: str) -> Test:
    return lambda claim, _: claim.attribution_check is AttributionCheck(word.lower().replace(" ", "_"))


def plain(test: Callable[[Claim], bool]) -> Callable[..., Test]:
    """What builds a test that has no words of its own in it."""
    return lambda: lambda claim, _: test(claim)


SUBJECTS: tuple[Phrase, ...] = (
    phrase(rf"that are ({'|'.join(_KINDS)})", "that are facts", _kind),
    phrase(rf"of kind “?\"?({'|'.join(Kind)})\"?”?", 'of kind "fact"', _kind),
    phrase(rf"that are ({_STATUSES})(?: or ({_STATUSES}))?", "that are approved or published", _status),
    phrase(r"with a verdict", "with a verdict", plain(lambda claim: claim.verdict is not None)),
    phrase(r"without a verdict", "without a verdict", plain(lambda claim: claim.verdict is None)),
    phrase(r'with the verdict "([^"]+)"', 'with the verdict "false"', _verdict),
    phrase(r'said by "([^"]+)"', 'said by "Statista"', _said_by),
    phrase(r'said through "([^"]+)"', 'said through "CBS News"', _said_through),
    phrase(r"said by nobody", "said by nobody", plain(lambda claim: not claim.attributions)),
    phrase(r"said by somebody", "said by somebody", plain(lambda claim: bool(claim.attributions))),
    phrase(
        r"whose only source is unnamed",
        "whose only source is unnamed",
        plain(lambda claim: claim.only_unnamed),
    ),
    phrase(
        r"with an unnamed source",
        "with an unnamed source",
        plain(lambda claim: any(said.anonymity != "named" for said in claim.attributions)),
    ),
    phrase(
        r"quoted word for word",
        "quoted word for word",
        plain(lambda claim: any(said.mode in ("direct", "mixed") for said in claim.attributions)),
    ),
    phrase(rf"with an? ({_POINTS})", "with a figure", _has_point),
    phrase(r"worth checking by (0(?:\.\d+)?|1(?:\.0+)?) or more", "worth checking by 0.6 or more", _worth),
    phrase(r"with evidence", "with evidence", plain(lambda claim: bool(claim.evidence))),
    phrase(r"without evidence", "without evidence", plain(lambda claim: not claim.evidence)),
    phrase(r'with evidence from "([^"]+)"', 'with evidence from "Statista"', _from),
    phrase(
        r"whose evidence nobody has looked at for (\d{1,5}) days",
        "whose evidence nobody has looked at for 90 days",
        _older,
    ),
    phrase(
        r"with evidence published more than (\d{1,5}) days ago",
        "with evidence published more than 365 days ago",
        _published_before,
    ),
    phrase(
        rf"whose attribution was found ({'|'.join(c.replace('_', ' ') for c in AttributionCheck)})",
        "whose attribution was found misquoted",
        _attribution_found,
    ),
    phrase(
        r"that were published before",
        "that were published before",
        plain(lambda claim: claim.published_verdict is not None),
    ),
    phrase(r"that were corrected", "that were corrected", plain(lambda claim: bool(claim.corrections))),
    phrase(r"with an open query", "with an open query", plain(lambda claim: claim.open_queries > 0)),
    phrase(r"to be looked at again", "to be looked at again", plain(lambda claim: claim.recheck is not None)),
)
