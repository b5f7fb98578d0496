"""A newsroom's rules asked of an article's claims. Pure: rules and claims in, what breaks a rule out."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.domain.models import Claim
from factcheck.domain.policy import Policy
from factcheck.domain.vocabulary import Status
from factcheck.errors import BadInput
from factcheck.gate.builtin import Finding
from factcheck.gate.demands import DEMANDS, MORE, Demand
from factcheck.gate.features import HouseRule, Step
from factcheck.gate.subjects import SUBJECTS, Circumstances, Test

_WHOLE = "the article's claims"
_EVERYTHING = "all the article's sentences"
_BEGIN = re.compile(
    r"(?:the article['’]s claims|(all the article['’]s sentences))(?: (.+))?\Z", re.IGNORECASE
)
_ONLY = re.compile(r"(?:only )?(?:those|the ones|claims) (.+)\Z", re.IGNORECASE)
_NOT = re.compile(r"not (?:those|the ones|claims) (.+)\Z", re.IGNORECASE)
# Parts of a sentence that each narrow it; within quotation marks nothing parts.
_JOINT = re.compile(r'("[^"]*")|,? (and|but not)(?: those)? ', re.IGNORECASE)
_EACH = re.compile(r"(?:each|each of them|every one|they all) (.+)\Z", re.IGNORECASE)
_COUNTED = re.compile(
    r"there (?:is|are) (none|at most (?:\d{1,4})|at least (?:[1-9]\d{0,3}))\Z", re.IGNORECASE
)
# How alike a step has to be to one that we know, so that it was probably meant.
_NEAR = 0.5
_VERDICT = re.compile(r'\bverdict (?:other than )?"([^"]+)"', re.IGNORECASE)
# A Then that speaks about the claims together, each with an example.
COUNTS = ("there are none", "there are at most 3", "there is at least 1")


@dataclass(frozen=True, slots=True)
class Check:
    """A rule made ready to be asked: which claims it is about, and what it demands."""

    rule: HouseRule
    everything: bool
    filters: tuple[tuple[Test, bool], ...]
    demands: tuple[tuple[Step, Demand | None, tuple[int, int]], ...]


def prepare(rule: HouseRule) -> Check:
    """Understand every step of a rule. Raises BadInput that names the nearest steps there are."""
    everything, filters, demands = False, [], []
    begun = False
    for step in rule.steps:
        if step.outcome:
            demands.append(_demand(rule, step))
            continue
        if demands:
            raise BadInput(
                f"{rule.file}, line {step.line}: “{step.text[:80]}” comes after a Then.",
                "Say all of the Given first, or write another Scenario.",
            )
        found = _BEGIN.match(step.text)
        if found and not begun:
            everything, begun = found[1] is not None, True
            filters += _filters(rule, step, found[2])
        elif begun and (narrowed := _NOT.match(step.text)):
            filters += [(test, not wanted) for test, wanted in _filters(rule, step, narrowed[1])]
        elif begun and (narrowed := _ONLY.match(step.text)):
            filters += _filters(rule, step, narrowed[1])
        else:
            raise _unknown(rule, step)
    if not begun or not demands:
        raise BadInput(
            f"{rule.file}, line {rule.line}: “{rule.name}” needs a Given and a Then.",
            f"Begin with: Given {_WHOLE}. See: factcheck policy steps.",
        )
    return Check(rule, everything, tuple(filters), tuple(demands))


def check_verdicts(rule: HouseRule, policy: Policy) -> None:
    """Raise BadInput for a verdict that isn't on the newsroom's scale: such a rule would never be broken."""
    known = {same: name for name, one in policy.verdicts.items() for same in (name, one.label.lower())}
    for step in rule.steps:
        for typed in _VERDICT.findall(step.text):
            if typed.strip().lower().replace("-", " ") not in known | dict.fromkeys(
                n.replace("_", " ") for n in known
            ):
                near = difflib.get_close_matches(typed.lower(), known, n=1)
                raise BadInput(
                    f"{rule.file}, line {step.line}: “{typed[:60]}” is no verdict of “{policy.name}”.",
                    f"Did you mean “{near[0]}”?" if near else f"One of: {', '.join(policy.verdicts)}.",
                )


def _filters(rule: HouseRule, step: Step, words: str | None) -> list[tuple[Test, bool]]:
    """Read a phrase, or several joined by “and” and “but not”."""
    if not words:
        return []
    parts, begun, joint = [], 0, "and"
    for found in _JOINT.finditer(words):
        if found[2]:
            parts.append((joint, words[begun : found.start()]))
            begun, joint = found.end(), found[2]
    parts.append((joint, words[begun:]))
    return [(_filter(rule, step, part), joint.lower() == "and") for joint, part in parts]


def _filter(rule: HouseRule, step: Step, words: str) -> Test:
    for row in SUBJECTS:
        found = row.pattern.fullmatch(words.strip())
        if found:
            return row.build(*found.groups())
    raise _unknown(rule, step)


def _demand(rule: HouseRule, step: Step) -> tuple[Step, Demand | None, tuple[int, int]]:
    counted = _COUNTED.match(step.text)
    if counted:
        word = counted[1].lower()
        number = int(word.rpartition(" ")[2]) if word != "none" else 0
        return step, None, (number, 10**9) if word.startswith("at least") else (0, number)
    each = _EACH.match(step.text)
    for row in DEMANDS if each else ():
        found = row.pattern.fullmatch(each[1].strip()) if each else None
        if found:
            return step, row.build(*found.groups()), (0, 0)
    raise _unknown(rule, step)


def examples() -> dict[str, list[str]]:
    """Every step that a rule can have, by what it is for."""
    return {
        "Which claims": [f"Given {_WHOLE}", f"Given {_EVERYTHING}"]
        + [f"Given {_WHOLE} {row.example}" for row in SUBJECTS],
        "Narrowed": [f"And those {SUBJECTS[0].example}", "But not those said by nobody"],
        "What each must have": [f"Then each {row.example}" for row in DEMANDS]
        + [f"Then each {one}" for one in MORE],
        "How many there may be": [f"Then {example}" for example in COUNTS],
    }


def _unknown(rule: HouseRule, step: Step) -> BadInput:
    lines = [line for group in examples().values() for line in group]
    known = [line.partition(" ")[2] for line in lines if line.startswith("Then") is step.outcome]
    near = difflib.get_close_matches(step.text, known, n=3, cutoff=_NEAR)
    hint = (
        f"Did you mean {' or '.join(f'“{one}”' for one in near)}?" if near else "See: factcheck policy steps."
    )
    return BadInput(
        f"{rule.file}, line {step.line}: “{step.text[:200]}” is no step that factcheck knows.", hint
    )


def ask(check: Check, slug: str, claims: Sequence[Claim], now: Circumstances) -> Iterator[Finding]:
    """What breaks a rule among the claims that stand in an article's text.

    Withdrawn claims and those that nobody can check are no subject, unless a rule speaks of all the
    article's sentences.
    """
    left_out = () if check.everything else (Status.NOT_CHECKABLE, Status.WITHDRAWN)
    chosen = [
        claim
        for claim in claims
        if claim.status not in left_out and all(test(claim, now) is wanted for test, wanted in check.filters)
    ]
    for step, demand, (least, most) in check.demands:
        if demand is not None:
            for claim in chosen:
                missing = demand(claim, now)
                if missing is not None:
                    yield _finding(check, step, claim.ref, missing, claim.text)
        elif len(chosen) < least:
            yield _finding(check, step, slug, f"has {len(chosen)} such claims, needs {least}", "")
        elif len(chosen) > most:
            for claim in chosen:
                why = (
                    "is one, and there may be none" if not most else f"is one of {len(chosen)}, {most} may be"
                )
                yield _finding(check, step, claim.ref, why, claim.text)


def _finding(check: Check, step: Step, ref: str, message: str, text: str) -> Finding:
    rule = check.rule
    return Finding(
        ref=ref,
        rule=rule.rule,
        message=message,
        text=text,
        scenario=rule.name,
        file=rule.file,
        line=step.line,
    )
