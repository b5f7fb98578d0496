"""What a checker always recomputes: changes, shares, sums, ages and durations in one claim. English.

A mismatch is a warning with the spans it concerns, never a verdict. Rounding is allowed for: a
figure stands for everything that would be written like it, and `about` or `nearly` for a tenth more
or less. Where the claim could be read otherwise, nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from factcheck.text.figures import SCALES, Figure, find_figures
from factcheck.text.readings import LONGEST_READ
from factcheck.text.values import Span
from factcheck.text.wordlists import words

PERCENT = frozenset({"%", "percent", "per cent", "pct", "pc"})
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
BOUNDS = re.compile(
    r"\b(?:(?P<about>about|nearly|almost|around|roughly|approximately|some|close to|an estimated)"
    r"|(?P<more>over|more than|at least|exceeding)|(?P<less>under|less than|fewer than|up to|at most)) ?$"
)
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
YEAR = r"(?:1[5-9]\d\d|20\d\d)"
LIFE = re.compile(
    rf"\bborn\b[^.;]{{0,40}}?\b(?P<born>{YEAR})\b[^.;]{{0,80}}?\bdied\b[^.;]{{0,40}}?\b(?P<died>{YEAR})\b"
    r"[^.;]{0,20}?\b(?:at the age of|at age|aged|at) (?P<age>\d{1,3})\b"
)
SPELL = re.compile(
    rf"\b(?:from|between) (?P<first>{YEAR}) (?:to|until|till|and|through) (?P<last>{YEAR})\b"
    r",? (?:(?:for|a period of|a span of|over) )?(?P<years>\d{1,3})[ -]years?\b"
)

# A sentence with more figures is a table; which belong together cannot be told.
MOST_FIGURES = 12


@dataclass(frozen=True, slots=True)
class Claim:
    """The sentence `text[start:end]` with its figures in order."""

    text: str
    start: int
    end: int
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A sum that does not work out: what is wrong in words, where, and the rule that found it."""

    message: str
    spans: tuple[Span, ...]
    rule: str


def check_arithmetic(text: str, start: int, end: int) -> tuple[Mismatch, ...]:
    """Return the mismatches of the sentence `text[start:end]`; empty when all is well or unsure."""
    end = min(end, start + LONGEST_READ)
    figures = [
        figure
        for figure in islice(find_figures(text, start, end), MOST_FIGURES + 1)
        if figure.value is not None
    ]
    if len(figures) < 2 or len(figures) > MOST_FIGURES:
        return ()
    claim = Claim(text, start, end, tuple(figures))
    checks = (check_change, check_share, check_total, check_groups, check_spells)
    return tuple(found for check in checks for found in check(claim))


SCALE_WORD = re.compile(r"\b(?:hundred|thousand|million|billion|trillion|bn|tn|mn|m)\b")


def in_scale_of(text: str, scaled: Figure, bare: Figure) -> Figure:
    """Return `bare` as the figure that it is short for: in `from 50 to 65 million` 50 million."""
    scale = SCALE_WORD.search(text, *scaled.span)
    if scale is None or bare.value is None or not text[slice(*bare.span)].lstrip("$€£¥₹ ").isdigit():
        return bare
    factor = SCALES[scale.group()]
    return replace(bare, value=bare.value * factor, step=bare.step * factor)


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
        some, all_of = bounds(text, start, part), bounds(text, start, whole)
        if all_of[0] <= 0 or overlap(
            (some[0] / all_of[1] * 100, some[1] / all_of[0] * 100), bounds(text, start, share)
        ):
            continue
        found = middle(some) / middle(all_of) * 100
        counted = f"{written(text, part)} of {written(text, whole)} is {found:.1f} percent"
        message = f"{counted}, not {written(text, share)}"
        yield Mismatch(message, (part.span, whole.span, share.span), "share")


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


def compare_sum(text: str, start: int, parts: Sequence[Figure], total: Figure) -> Iterator[Mismatch]:
    """Compare the sum of `parts` with `total`: exactly if all are counted out, else as far as they are."""
    found = sum(part.value or 0.0 for part in parts)
    ranges = [bounds(text, start, figure) for figure in (*parts, total)]
    if all(high - low == 1.0 for low, high in ranges):
        differs = found != total.value
    else:
        low, high = sum(low for low, _ in ranges[:-1]), sum(high for _, high in ranges[:-1])
        differs = not overlap((low, high), ranges[-1])
    if differs:
        message = f"the parts add up to {found:,.10g}, not {written(text, total)}"
        yield Mismatch(message, (*(part.span for part in parts), total.span), "sum")


def check_spells(claim: Claim) -> Iterator[Mismatch]:
    """Years between two years, and the age of somebody who was born and died in given years."""
    text, start, end, figures = claim.text, claim.start, claim.end, claim.figures
    if len(figures) < 3:
        return
    for match in SPELL.finditer(text, start, end):
        years = int(match["last"]) - int(match["first"])
        if not years - 1 <= int(match["years"]) <= years + 1:
            message = f"from {match['first']} to {match['last']} is {years} years, not {match['years']}"
            yield Mismatch(
                message, (match.span("first"), match.span("last"), match.span("years")), "duration"
            )
    for match in LIFE.finditer(text, start, end):
        age = int(match["died"]) - int(match["born"])
        if int(match["age"]) not in (age - 1, age):
            lived = f"born in {match['born']} and died in {match['died']} makes {age - 1} or {age}"
            message = f"{lived}, not {match['age']}"
            yield Mismatch(message, (match.span("born"), match.span("died"), match.span("age")), "age")


def comparable(first: Figure, second: Figure) -> bool:
    """Say whether two figures count the same: one may leave its unit to the other."""
    if first.currency and second.currency and first.currency != second.currency:
        return False
    if first.unit and second.unit and first.unit.rstrip("s") != second.unit.rstrip("s"):
        return False
    return not (is_year(first) and is_year(second))


def is_year(figure: Figure) -> bool:
    """Say whether a figure is rather a year than a number of something."""
    plain = not figure.currency and not figure.unit
    return (
        plain
        and figure.value is not None
        and 1500 <= figure.value <= 2100
        and figure.value == int(figure.value)
    )


def bounds(text: str, start: int, figure: Figure) -> tuple[float, float]:
    """Return what a figure can stand for: half its last digit more or less, and what the word before adds."""
    value = figure.value or 0.0
    low, high = value - figure.step / 2, value + figure.step / 2
    rough = BOUNDS.search(text, max(start, figure.span[0] - 20), figure.span[0])
    if rough is None:
        return low, high
    if rough["more"]:
        return low, high + value * 0.5
    if rough["less"]:
        return low - value * 0.5, high
    return low - value * 0.1, high + value * 0.1


def overlap(first: tuple[float, float], second: tuple[float, float]) -> bool:
    """Say whether two ranges meet; a thousandth more lets rounding errors of the machine pass."""
    slack = 1e-3 * max(1.0, abs(second[0])) * 0.1
    return first[0] <= second[1] + slack and second[0] <= first[1] + slack


def middle(range_: tuple[float, float]) -> float:
    """Return the middle of a range."""
    return (range_[0] + range_[1]) / 2


def written(text: str, figure: Figure) -> str:
    """Return a figure as the text has it."""
    return text[figure.span[0] : figure.span[1]]
