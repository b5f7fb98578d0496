from __future__ import annotations

import pytest

from factcheck.domain import workflow
from factcheck.domain.actors import SYSTEM, Actor
from factcheck.domain.guards import Request
from factcheck.domain.models import Claim, Query, text_sha256
from factcheck.domain.policy import read_policy
from factcheck.domain.vocabulary import Role, SkipReason, Stance, Status
from factcheck.errors import BadInput, NotAllowed, TransitionRefused
from tests.making import ANA, ED, EVA, NOON, attribution, claim, evidence, policy_toml

POLICY = read_policy(policy_toml())
ACTS = (
    "take", "release", "skip", "reopen", "mark", "return", "approve", "publish", "withdraw",
    "undo", "send back", "lay back",
)  # fmt: skip

# Written down a second time, on purpose: where each act leads from each status; nowhere else.
LEADS = {
    ("unchecked", "take"): "in_review",
    ("in_review", "release"): "unchecked",
    ("unchecked", "skip"): "not_checkable",
    ("in_review", "skip"): "not_checkable",
    ("not_checkable", "reopen"): "unchecked",
    ("unchecked", "mark"): "checked",
    ("in_review", "mark"): "checked",
    ("reopened", "mark"): "checked",
    ("checked", "return"): "in_review",
    ("approved", "return"): "in_review",
    ("checked", "undo"): "in_review",
    ("not_checkable", "undo"): "unchecked",
    ("checked", "approve"): "approved",
    ("approved", "publish"): "published",
    ("checked", "send back"): "in_review",
    ("approved", "send back"): "in_review",
    ("published", "reopen"): "reopened",
    ("published", "send back"): "reopened",
    ("not_checkable", "send back"): "unchecked",
    ("in_review", "lay back"): "unchecked",
    ("published", "withdraw"): "withdrawn",
    ("reopened", "withdraw"): "withdrawn",
}
NEEDED = {
    "take": Role.CHECKER, "release": Role.CHECKER, "skip": Role.CHECKER, "mark": Role.CHECKER,
    "undo": Role.CHECKER,
    "return": Role.EDITOR, "approve": Role.EDITOR, "publish": Role.EDITOR, "withdraw": Role.EDITOR,
}  # fmt: skip


def ready(status: Status) -> Claim:
    """A claim in a status, with everything that any guard could want."""
    text = "The bridge cost 4 million euros."
    has_verdict = status in (Status.CHECKED, Status.APPROVED, Status.PUBLISHED)
    has_word = has_verdict or status is Status.NOT_CHECKABLE
    return claim(
        text=text,
        status=status,
        verdict="verified" if has_verdict else None,
        checked_by="Ana" if has_word else None,
        checked_sha256=text_sha256(text) if has_verdict else None,
        approved_by="Ed" if status is Status.APPROVED else None,
        assignee="Ed" if status is Status.IN_REVIEW else None,
        withdrawal_by="Eva" if status in (Status.PUBLISHED, Status.REOPENED) else None,
        evidence=(evidence(),),
    )


def doer(act: str, role: Role = Role.ADMIN) -> Actor:
    """Somebody to whom no guard of this act objects: for what is one's own to do, the checker."""
    return Actor("Ana" if act == "undo" else "Ed", role)


def request(**changes: object) -> Request:
    fields: dict[str, object] = {
        "verdict": "verified", "skip_reason": SkipReason.OPINION, "reason": "because", **changes,
    }  # fmt: skip
    return Request(POLICY, **fields)  # type: ignore[arg-type]  # the tests name the fields


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("act", ACTS)
def test_every_cell_of_the_table_leads_where_the_design_says(status: Status, act: str) -> None:
    expected = LEADS.get((status, act))
    assert workflow.can(act, ready(status)) == (expected is not None)
    if expected is None:
        with pytest.raises(TransitionRefused, match=f"bridge#1 is {status.replace('_', ' ')}"):
            workflow.take_step(act, ready(status), doer(act), request())
    else:
        assert workflow.take_step(act, ready(status), doer(act), request()).fields["status"] == expected


@pytest.mark.parametrize(("status", "act"), LEADS)
@pytest.mark.parametrize("role", Role)
def test_each_act_takes_its_role(status: str, act: str, role: Role) -> None:
    needed = Role.CHECKER if (status, act) == ("not_checkable", "reopen") else NEEDED.get(act, Role.READER)
    actor = doer(act, role)
    if role.reaches(needed):
        workflow.take_step(act, ready(Status(status)), actor, request())
    else:
        with pytest.raises(NotAllowed):
            workflow.take_step(act, ready(Status(status)), actor, request())


@pytest.mark.parametrize(
    ("status", "act"), [cell for cell in LEADS if cell[1] not in ("send back", "lay back")]
)
def test_a_machine_never_sets_a_status(status: str, act: str) -> None:
    with pytest.raises(NotAllowed, match="machine"):
        workflow.take_step(act, ready(Status(status)), SYSTEM, request())


@pytest.mark.parametrize(("status", "act"), LEADS)
def test_only_checked_approved_and_published_claims_carry_a_verdict(status: str, act: str) -> None:
    before = ready(Status(status))
    change = workflow.take_step(act, before, doer(act), request())
    after = before.model_copy(update=dict(change.fields))
    assert (after.verdict is not None) == (after.status in ("checked", "approved", "published"))
    assert (after.approved_by is None) or after.status in ("approved", "published")


@pytest.mark.parametrize("name", ["Ana", "ana", " ANA ", "A\u200bna", "Ａｎａ"])
def test_a_second_person_is_not_the_first_in_other_letters(name: str) -> None:
    with pytest.raises(TransitionRefused, match="second person"):
        workflow.take_step("approve", ready(Status.CHECKED), Actor(name), request())


def test_a_policy_can_do_without_the_second_person() -> None:
    alone = read_policy(policy_toml(second_person="false"))
    change = workflow.take_step("approve", ready(Status.CHECKED), ANA, Request(alone))
    assert change.fields["approved_by"] == "Ana"


@pytest.mark.parametrize("byline", ["Ed", "By Ed", "by ana and ED", "Von Ed", "Eva, Ed & Bo", "By Eva; Ed"])
def test_an_author_does_not_sign_their_own_article(byline: str) -> None:
    with pytest.raises(TransitionRefused, match="Ed wrote"):
        workflow.take_step("approve", ready(Status.CHECKED), ED, request(byline=byline))


def test_a_byline_that_only_begins_alike_is_somebody_else() -> None:
    workflow.take_step("approve", ready(Status.CHECKED), ED, request(byline="By Ed Miller"))


def test_a_text_that_changed_after_the_check_is_not_signed() -> None:
    changed = ready(Status.CHECKED).model_copy(update={"text": "The bridge cost 5 million euros."})
    with pytest.raises(TransitionRefused, match="no longer reads"):
        workflow.take_step("approve", changed, ED, request())


def test_an_open_query_blocks_the_signature() -> None:
    query = Query(id=1, text="In which year?", asked_by="Ana", asked_at=NOON)
    asked = ready(Status.CHECKED).model_copy(update={"queries": (query,)})
    with pytest.raises(TransitionRefused, match="1 open query"):
        workflow.take_step("approve", asked, ED, request())


@pytest.mark.parametrize("verdict", POLICY.verdicts)
def test_no_verdict_comes_for_nothing(verdict: str) -> None:
    with pytest.raises(TransitionRefused, match="needs"):
        workflow.take_step("mark", claim(), ANA, request(verdict=verdict))


@pytest.mark.parametrize("stance", Stance)
def test_a_supporting_verdict_wants_supporting_evidence(stance: Stance) -> None:
    with_one = claim(evidence=(evidence(stance=stance),))
    if stance is Stance.SUPPORTS:
        workflow.take_step("mark", with_one, ANA, request())
    else:
        with pytest.raises(TransitionRefused, match="it has 0"):
            workflow.take_step("mark", with_one, ANA, request())


@pytest.mark.parametrize("kind", ["unnamed_person", "unnamed_group"])
def test_an_unnamed_voice_needs_two_different_pages(kind: str) -> None:
    said = (attribution("one user", anonymity=kind),)
    same = (evidence(1, "https://a.example/x"), evidence(2, "http://www.A.example/x/#top"))
    with pytest.raises(TransitionRefused, match="unnamed; it has 1"):
        workflow.take_step("mark", claim(attributions=said, evidence=same), ANA, request())
    two = (*same, evidence(3, "https://b.example/x"))
    workflow.take_step("mark", claim(attributions=said, evidence=two), ANA, request())


def test_a_named_voice_beside_an_unnamed_one_needs_one_page() -> None:
    said = (attribution("one user", anonymity="unnamed_person"), attribution("Ines Duarte"))
    workflow.take_step("mark", claim(attributions=said, evidence=(evidence(),)), ANA, request())


def test_nobody_marks_or_skips_what_another_holds() -> None:
    held = ready(Status.IN_REVIEW)
    for act in ("mark", "skip"):
        with pytest.raises(TransitionRefused, match="held by Ed"):
            workflow.take_step(act, held, ANA, request())


@pytest.mark.parametrize("status", [Status.CHECKED, Status.NOT_CHECKABLE])
def test_nobody_takes_a_colleagues_word_back(status: Status) -> None:
    with pytest.raises(TransitionRefused, match="checked by Ana, who alone can undo"):
        workflow.take_step("undo", ready(status), ED, request())


def test_whoever_undoes_a_verdict_holds_the_claim_again_and_keeps_the_note() -> None:
    before = ready(Status.CHECKED).model_copy(update={"note": "Looked in the archive."})
    after = before.model_copy(update=dict(workflow.take_step("undo", before, ANA, request()).fields))
    assert (after.assignee, after.checked_by, after.note) == ("Ana", None, "Looked in the archive.")


def test_a_returned_claim_goes_back_to_its_checker() -> None:
    change = workflow.take_step("return", ready(Status.CHECKED), ED, request())
    assert change.fields["assignee"] == "Ana"


@pytest.mark.parametrize("reason", [None, "", "   "])
@pytest.mark.parametrize(
    ("status", "act"), [("checked", "return"), ("published", "reopen"), ("published", "withdraw")]
)
def test_a_step_back_needs_a_reason(status: str, act: str, reason: str | None) -> None:
    with pytest.raises(BadInput, match="reason"):
        workflow.take_step(act, ready(Status(status)), ED, request(reason=reason))


def test_a_withdrawal_is_proposed_by_one_and_confirmed_by_another() -> None:
    public = ready(Status.PUBLISHED).model_copy(update={"withdrawal_by": None})
    proposal = workflow.propose_withdrawal(public, ED, request())
    assert proposal is not None
    proposed = public.model_copy(update=dict(proposal.fields))
    assert proposed.status is Status.PUBLISHED
    with pytest.raises(TransitionRefused, match="second editor"):
        workflow.take_step("withdraw", proposed, ED, request())
    assert workflow.take_step("withdraw", proposed, EVA, request()).fields["status"] is Status.WITHDRAWN


def test_reopening_forgets_a_proposed_withdrawal() -> None:
    assert (
        workflow.take_step("reopen", ready(Status.PUBLISHED), ED, request()).fields["withdrawal_by"] is None
    )
