"""The newsroom's own rules: put in force, and asked of an article."""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping, Sequence

from sqlalchemy import insert, select

from factcheck.domain.actors import Actor
from factcheck.domain.ledger import HOUSE
from factcheck.domain.models import Claim, iso, text_sha256
from factcheck.domain.policy import Policy
from factcheck.gate.builtin import Finding
from factcheck.gate.features import read_rules
from factcheck.gate.house import Check, ask, check_verdicts, prepare
from factcheck.gate.subjects import Circumstances
from factcheck.services.clock import now
from factcheck.services.people import acting
from factcheck.services.policies import policy_in_force
from factcheck.store import ledger
from factcheck.store.engine import Sessions
from factcheck.store.house_tables import RuleSetRow
from factcheck.store.session import Session

Files = Mapping[str, str]  # the feature files of a newsroom: name to text


def check_rules(files: Files, policy: Policy) -> int:
    """Understand every rule of these files; how many there are. Raises BadInput that names the line."""
    checks = _checks(files)
    for check in checks:
        check_verdicts(check.rule, policy)
    return len(checks)


def load_rules(sessions: Sessions, actor: Actor, files: Files) -> int:
    """Put these rules in force from now on, in place of those before; how many there are.

    No files at all leave the newsroom with the built-in rule alone. Raises BadInput, NotAllowed.
    """
    at = now()
    with sessions.begin() as session:
        ledger.lock_house(session)
        actor = acting(session, actor, "policy")
        number = check_rules(files, policy_in_force(session))
        before = rules_sha256(rules_in_force(session))
        session.execute(insert(RuleSetRow).values(files=dict(files), set_by=actor.name, set_at=at))
        told = {"sha256": rules_sha256(files), "files": sorted(files)}
        entry = ledger.Entry("rules_loaded", "rules", {"sha256": before}, told)
        ledger.append(session, HOUSE, iso(at), actor.name, [entry])
    return number


def rules_in_force(session: Session) -> Files:
    """The feature files that were loaded last; none if none ever were."""
    newest = session.scalar(select(RuleSetRow.files).order_by(RuleSetRow.id.desc()).limit(1))
    return newest or {}


def show_rules(sessions: Sessions) -> Files:
    """The feature files in force."""
    with sessions.read() as session:
        return rules_in_force(session)


def rules_sha256(files: Files) -> str:
    """The hash of a set of files, by which the ledger knows it."""
    return text_sha256(json.dumps(dict(files), sort_keys=True))


def house_findings(session: Session, slug: str, claims: Sequence[Claim], files: Files) -> list[Finding]:
    """What breaks a rule of these files among the claims of an article's text.

    Raises BadInput for a rule about a verdict that the policy, which may be newer, no longer knows.
    """
    check_rules(files, policy_in_force(session))
    circumstances = Circumstances(policy_in_force(session), now())
    return [found for check in _checks(files) for found in ask(check, slug, claims, circumstances)]


def named_rules(files: Files) -> list[tuple[str, str]]:
    """The rules of these files, each by its rule and its scenario."""
    return [(check.rule.rule, check.rule.name) for check in _checks(files)]


def _checks(files: Files) -> list[Check]:
    """The rules of these files, ready to be asked, by file name and order."""
    return [check for name, text in sorted(files.items()) for check in _prepared(name, text)]


@functools.lru_cache(maxsize=64)
def _prepared(name: str, text: str) -> tuple[Check, ...]:
    return tuple(prepare(rule) for rule in read_rules(name, text))
