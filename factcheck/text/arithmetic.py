"""What a checker always recomputes: changes, shares, sums, ages and durations in one claim. English.

A mismatch is a warning with the spans it concerns, never a verdict. Rounding is allowed for: a
figure stands for everything that would be written like it, and `about` or `nearly` for a tenth more
or less. Where the claim could be read otherwise, nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from factcheck.text.arithmetic_parts import (
    check_margins,
    check_part_of,
    check_places,
    check_rates,
    compare_share,
)
from factcheck.text.arithmetic_spells import check_ages, check_spells
from factcheck.text.arithmetic_terms import (
    PERCENT,
    Claim,
    Mismatch,
    bounds,
    comparable,
    compare_sum,
    in_scale_of,
    is_year,
    middle,
    overlap,
    written,
)
from factcheck.text.figures import Figure, find_figures
from factcheck.text.readings import LONGEST_READ
from factcheck.text.wordlists import words

POINTS = frozenset({"percentage point", "percentage points", "point", "points", "pp"})
RISING = words("""
    rose rise rises risen rising increase increased increases increasing grew grow grows grown climb climbed
    climbs jump jumped jumps surge surged surges soar soared soars gain gained gains up
    """)
FALLING = words("""
    fell fall falls fallen falling decrease decreased decreases drop dropped drops decline declined declines
    shrank shrunk plunge plunged plunges slid down
    """)
FACTORS = {"doubled": 2.0, "tripled": 3.0, "quadrupled": 4.0, "halved": 0.5}
WORD = re.compile(r"[a-z]{2,12}")
# What is said behind it is said of something else: `from 5 to 7 million, while profit rose 12 percent`.
OTHER_CLAUSE = re.compile(r",? (?:while|whereas|but)\b|, and ")
# What may stand between a whole and the share that is given of it: `30 of 120 people, or 25 percent`.
SHARE_GIVEN = re.compile(
    r"[^.;:()]{0,50}?(?:,? or |[ ]\(|, |[ ]?[—–] ?)(?:about |nearly |almost |around |roughly )?$"
)
OF = re.compile(r" (?:out )?of (?:the |all |its |their )?(?:about |some )?$")
TOTAL = re.compile(r"\b(?:a total of|for a total of|making a total of|totall?ing|in all,|altogether,) ?$")
PEOPLE = re.compile(
    r" (?:people|persons|victims|members|patients|passengers|students|workers)(?:[ ]?[—–:]|:| \() ?$"
)
GROUP = re.compile(
    r" (?:men|women|boys|girls|children|adults|teachers|civilians|soldiers|officers|pupils|males|females"
    r"|others)\b"
)
# A sentence with more figures is a table; which belong together cannot be told.
MOST_FIGURES = 12


def check_arithmetic(text: str, start: int, end: int, *, year: int | None = None) -> tuple[Mismatch, ...]:
    """Return the mismatches of the sentence `text[start:end]`; empty when all is well or unsure.

    `year` is the article's: without it no age is held against today.
    """
    end = min(end, start + LONGEST_READ)
    figures = [
        figure
        for figure in islice(find_figures(text, start, end), MOST_FIGURES + 1)
        if figure.value is not None
    ]
    if len(figures) < 2 or len(figures) > MOST_FIGURES:
        return ()
    claim = Claim(text, start, end, tuple(figures))
    checks = (
        check_change, check_share, check_total, check_groups, check_spells, check_places, check_part_of,
        check_rates, check_margins,
    )  # fmt: skip
    ages = () if year is None else tuple(check_ages(claim, year))
    return (*(found for check in checks for found in check(claim)), *ages)


def find_changes(claim: Claim) -> Iterator[tuple[Figure, Figure]]:
    """Yield what something changed from and to, in whichever order the sentence says it."""
    text, start = claim.text, claim.start
    for one, other in pairwise(claim.figures):
        if other.span[0] - one.span[1] >= 40 or not comparable(one, other):
            continue
        before, between = text[max(start, one.span[0] - 5) : one.span[0]], text[one.span[1] : other.span[0]]
        if before == "from " and between.endswith(" to "):
            yield one, other
        elif before.endswith("to ") and between.endswith(" from "):
            yield other, one


def check_change(claim: Claim) -> Iterator[Mismatch]:
    """`from X to Y`, `to Y from X`: the direction, the percentage or the factor that is given for it."""
    text, start, end, figures = claim.text, claim.start, claim.end, claim.figures
    pairs = list(find_changes(claim))
    if len(pairs) != 1:
        return
    first, second = pairs[0]
    behind = max(first.span[1], second.span[1])
    first = in_scale_of(text, second, first)
    old, new = bounds(text, start, first), bounds(text, start, second)
    if old[0] <= 0:
        return
    spans = (first.span, second.span)
    vocabulary = frozenset(WORD.findall(text[start:end].lower()))
    rest = OTHER_CLAUSE.split(text[behind:end], maxsplit=1)[0]
    own = frozenset(WORD.findall((text[start:behind] + rest).lower()))
    rises, falls = not RISING.isdisjoint(own), not FALLING.isdisjoint(own)
    if rises != falls and not (FACTORS.keys() & vocabulary):
        if rises and new[1] < old[0]:
            yield Mismatch("says it rose, but the second figure is lower", spans, "direction")
        elif falls and new[0] > old[1]:
            yield Mismatch("says it fell, but the second figure is higher", spans, "direction")
    factor = [(word, value) for word, value in FACTORS.items() if word in vocabulary]
    if len(factor) == 1 and not new[0] / old[1] * 0.85 <= factor[0][1] <= new[1] / old[0] * 1.15:
        yield Mismatch(
            f"says {factor[0][0]}, but it is {middle(new) / middle(old):.3g} times as much", spans, "factor"
        )
    yield from compare_step(claim, first, second)
    given = [
        figure for figure in figures if figure not in (first, second) and figure.unit in PERCENT | POINTS
    ]
    if len(given) != 1:
        return
    share = given[0]
    if share.span[0] > behind and OTHER_CLAUSE.search(text, behind, share.span[0]):
        return
    in_percent = first.unit in PERCENT or second.unit in PERCENT
    low, high = (new[0] / old[1] - 1) * 100, (new[1] / old[0] - 1) * 100
    if in_percent:
        if share.unit in PERCENT:
            return
        low, high = new[0] - old[1], new[1] - old[0]
    elif share.unit in POINTS:
        return
    if middle(new) < middle(old):
        low, high = -high, -low
    if not overlap((low, high), bounds(text, start, share)):
        unit = "points" if in_percent else "percent"
        found = abs(middle(new) - middle(old)) if in_percent else abs(middle(new) / middle(old) - 1) * 100
        changed = f"from {written(text, first)} to {written(text, second)} is {found:.1f} {unit}"
        message = f"{changed}, not {written(text, share)}"
        yield Mismatch(message, (*spans, share.span), "change")


def compare_step(claim: Claim, first: Figure, second: Figure) -> Iterator[Mismatch]:
    """`grew by 500, from 1,500 to 2,000`: the difference given in the same unit before the change."""
    text, start = claim.text, claim.start
    begin = min(first.span[0], second.span[0])
    for step in claim.figures:
        if (
            step.span[1] >= begin
            or begin - step.span[1] > 8
            or step.unit in PERCENT | POINTS
            or is_year(step)
        ):
            continue
        alike = step.currency == second.currency and step.unit == second.unit
        if not alike or not text.endswith(" by ", start, step.span[0]):
            continue
        old, new = bounds(text, start, first), bounds(text, start, second)
        low, high = sorted((new[0] - old[1], new[1] - old[0]), key=abs)
        if low * high > 0 and not overlap((abs(low), abs(high)), bounds(text, start, step)):
            changed = f"from {written(text, first)} to {written(text, second)}"
            by = f"{abs(middle(new) - middle(old)):,.10g}"
            yield Mismatch(
                f"{changed} is {by}, not {written(text, step)}", (step.span, first.span, second.span), "step"
            )


def check_share(claim: Claim) -> Iterator[Mismatch]:
    """`30 of 120 people, or 25 percent`: the percentage."""
    text, start, figures = claim.text, claim.start, claim.figures
    for part, whole, share in zip(figures, figures[1:], figures[2:], strict=False):
        if (
            share.unit not in PERCENT
            or part.unit
            or whole.unit
            or not comparable(part, whole)
            or is_year(whole)
        ):
            continue
        if not OF.fullmatch(text[part.span[1] : whole.span[0]]):
            continue
        if not SHARE_GIVEN.fullmatch(text[whole.span[1] : share.span[0]]):
            continue
        yield from compare_share(text, start, (in_scale_of(text, whole, part), whole, share))


def check_total(claim: Claim) -> Iterator[Mismatch]:
    """`3 in Leeds and 4 in York, a total of 8`: the sum of all figures before it, if all are alike."""
    text, start, figures = claim.text, claim.start, claim.figures
    total = figures[-1]
    parts = figures[:-1]
    if len(parts) < 2 or not TOTAL.search(text, max(start, total.span[0] - 30), total.span[0]):
        return
    if not all(
        part.unit == total.unit and part.currency == total.currency and not is_year(part) for part in parts
    ):
        return
    yield from compare_sum(text, start, parts, total)


def check_groups(claim: Claim) -> Iterator[Mismatch]:
    """`12 people (7 men and 5 women)`: the groups that follow a number of people."""
    text, start, figures = claim.text, claim.start, claim.figures
    total, *parts = figures
    if len(parts) < 2 or not PEOPLE.fullmatch(text[total.span[1] : parts[0].span[0]]):
        return
    if all(GROUP.match(text, part.span[1]) and not part.currency and not part.unit for part in parts):
        yield from compare_sum(text, start, parts, total)
