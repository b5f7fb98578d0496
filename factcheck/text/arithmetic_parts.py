"""Sums of parts that a checker recomputes: who is counted where, what a share comes to, a margin. English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from factcheck.text.arithmetic_terms import (
    PERCENT,
    Claim,
    Mismatch,
    bounds,
    comparable,
    compare_sum,
    is_year,
    middle,
    overlap,
    written,
)
from factcheck.text.figures import Figure

# Between a total and its parts: `30 deaths: 10 in Leeds`, `120 seats, 70 in the north`.
LISTED = re.compile(r" [a-z]{2,20}(?: [a-z]{2,20})?(?::|,|[ ]?[—–]) ?")
PLACED = re.compile(r" in (?:the )?\w{2,20}(?: \w{2,20})?(?:,? and |, )")
LAST_PLACED = re.compile(r" in (?:the )?\w{2,20}(?: \w{2,20})?[.;!”\"]?$")
OF_WHOLE = re.compile(r"(?:^|[ (“\"])[Oo]f (?:the |its |their |all )?$")
THEN_PART = re.compile(r" [a-z]{2,20}(?: [a-z]{2,20})?, (?:only |just )?")
IN_BRACKETS = re.compile(r"(?: [a-z]{2,20})? ?\(|,? or | ?[—–] ?")
OF_COUNTED = re.compile(r" of (?:the |its |their |all )?")
OR_PART = re.compile(r"(?: [a-z]{2,20}){0,3}, or ")
RATIO = re.compile(r" (?:in|out of)\b")
BY_RATE = re.compile(r" (?:a|per) (?P<rate>week|month),? or ")
YEARLY = re.compile(r" (?:a|per) year\b")
PER_YEAR = {"week": 52, "month": 12}
MARGIN = re.compile(
    r"\b(?P<one>\d[\d,]{0,10})(?: votes)? ?(?:to|-|–) ?(?P<other>\d[\d,]{0,10})(?: votes)?,? (?:by )?"
    r"a margin of (?P<margin>\d[\d,]{0,10})\b(?! ?%| percent| per cent| point| percentage)"
)


def check_places(claim: Claim) -> Iterator[Mismatch]:
    """`30 deaths: 10 in Leeds and 15 in York`: the sum of what is counted by place, to the sentence's end."""
    text, figures = claim.text, claim.figures
    total, *parts = figures
    if len(parts) < 2 or not LISTED.fullmatch(text[total.span[1] : parts[0].span[0]]):
        return
    if any(part.currency or part.unit or is_year(part) for part in (*parts, total)):
        return
    for one, other in pairwise(parts):
        if not PLACED.fullmatch(text[one.span[1] : other.span[0]]):
            return
    if LAST_PLACED.fullmatch(text[parts[-1].span[1] : claim.end].rstrip()):
        yield from compare_sum(text, claim.start, parts, total)


def check_part_of(claim: Claim) -> Iterator[Mismatch]:
    """`Of the 200 voters, 50 (25%)` and `60% of 1,000, or 600`: the share, and what it comes to."""
    text, start, figures = claim.text, claim.start, claim.figures
    for first, second, third in zip(figures, figures[1:], figures[2:], strict=False):
        between, behind = text[first.span[1] : second.span[0]], text[second.span[1] : third.span[0]]
        if OF_WHOLE.search(text[max(start, first.span[0] - 12) : first.span[0]]):
            found = THEN_PART.fullmatch(between) and IN_BRACKETS.fullmatch(behind)
            whole, part, share = first, second, third
        else:
            found = OF_COUNTED.fullmatch(between) and OR_PART.fullmatch(behind)
            share, whole, part = first, second, third
            found = None if RATIO.match(text, third.span[1]) else found
        if found is None or share.unit not in PERCENT or is_year(whole) or not comparable(part, whole):
            continue
        if part.unit in PERCENT or whole.unit or part.unit:
            continue
        yield from compare_share(text, start, (part, whole, share))


def compare_share(text: str, start: int, figures: tuple[Figure, Figure, Figure]) -> Iterator[Mismatch]:
    """Compare what part of a whole is given in percent with what it is."""
    part, whole, share = figures
    some, all_of = bounds(text, start, part), bounds(text, start, whole)
    if all_of[0] <= 0 or overlap(
        (some[0] / all_of[1] * 100, some[1] / all_of[0] * 100), bounds(text, start, share)
    ):
        return
    found = middle(some) / middle(all_of) * 100
    counted = f"{written(text, part)} of {written(text, whole)} is {found:.1f} percent"
    message = f"{counted}, not {written(text, share)}"
    yield Mismatch(message, (part.span, whole.span, share.span), "share")


def check_rates(claim: Claim) -> Iterator[Mismatch]:
    """`$5,000 a month, or $60,000 a year`: what a rate comes to in a year of 52 weeks or twelve months."""
    text, start = claim.text, claim.start
    for one, other in pairwise(claim.figures):
        rate = BY_RATE.fullmatch(text[one.span[1] : other.span[0]])
        if rate is None or not YEARLY.match(text, other.span[1]) or not comparable(one, other):
            continue
        times = PER_YEAR[rate["rate"]]
        low, high = bounds(text, start, one)
        if not overlap((low * times, high * times), bounds(text, start, other)):
            a_year = f"{written(text, one)} a {rate['rate']} is {middle((low, high)) * times:,.10g} a year"
            yield Mismatch(f"{a_year}, not {written(text, other)}", (one.span, other.span), "rate")


def check_margins(claim: Claim) -> Iterator[Mismatch]:
    """`220 to 210, a margin of 10`: the difference of two counts."""
    for match in MARGIN.finditer(claim.text, claim.start, claim.end):
        one, other, margin = (int(match[name].replace(",", "")) for name in ("one", "other", "margin"))
        if abs(one - other) != margin:
            counted = f"{match['one']} to {match['other']} is a margin of {abs(one - other):,}"
            message = f"{counted}, not {match['margin']}"
            yield Mismatch(message, tuple(match.span(name) for name in ("one", "other", "margin")), "margin")
