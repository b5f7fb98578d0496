"""Two thousand random revisions, as the rules alone decide them."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from factcheck.domain.actors import SYSTEM
from factcheck.domain.drafting import ClaimDraft
from factcheck.domain.models import Claim, text_sha256
from factcheck.domain.policy import read_policy
from factcheck.domain.revising import Fate, consequence, decide_fates, out_of_order
from factcheck.domain.vocabulary import Kind, Status
from factcheck.text.anchor import same_words
from tests.making import claim, policy_toml
from tests.services.test_revising import Author

POLICY = read_policy(policy_toml())
CHECKED = (Status.CHECKED, Status.APPROVED, Status.PUBLISHED)


def draft(n: int, text: str) -> ClaimDraft:
    return ClaimDraft(n, 0, text, n, n + len(text), "", "", Kind.FACT, 0.5, (), ())


def checked(one: Claim, status: Status) -> Claim:
    """A claim on whose present words somebody's verdict stands."""
    verdict = {"verdict": "verified", "checked_by": "Ana", "checked_sha256": text_sha256(one.text)}
    return one.model_copy(update={"status": status, "reason": None, **verdict})


@pytest.mark.parametrize("seed", range(8))
def test_no_verdict_is_carried_over_and_no_check_is_lost(seed: int) -> None:
    author = Author(random.Random(seed))
    author.text = [author.sentence() for _ in range(10)]
    claims = [claim(n=n, ref=f"bridge#{n}", text=words) for n, (_, words) in enumerate(author.text, 1)]
    lost: list[Claim] = []
    unchanged = kept = 0
    for revision in range(2, 252):
        claims = [one if one.verdict else checked(one, author.chance.choice(CHECKED)) for one in claims]
        before, words_of = Counter(one.text for one in claims), {one.n: one.text for one in claims + lost}
        author.rewrite()
        drafts = [draft(n, words) for n, (_, words) in enumerate(author.text, 1)]
        number = max(words_of)
        standing: list[Claim] = []
        gone: list[Claim] = []
        for fated in decide_fates(claims, lost, drafts):
            change = consequence(fated, SYSTEM, POLICY, revision, None)
            if fated.claim is None:
                number += 1
                assert fated.draft is not None
                standing.append(claim(n=number, ref=f"bridge#{number}", text=fated.draft.text))
                continue
            after = fated.claim.model_copy(update=dict(change.fields) if change else {})
            (gone if fated.fate is Fate.ORPHANED else standing).append(after)
            if after.verdict is not None:
                assert same_words(after.text) == same_words(words_of[after.n]), "carried over to other words"
        returned = {one.n for one in standing}
        lost = [one for one in lost if one.n not in returned] + gone
        claims = standing
        assert [one.text for one in claims] == [words for _, words in author.text]
        assert len({one.n for one in claims + lost}) == len(claims + lost)
        for words, number_of in (before & Counter(words for _, words in author.text)).items():
            unchanged += number_of
            kept += min(number_of, sum(one.text == words and one.verdict is not None for one in claims))
    assert unchanged > 1000
    assert kept >= 0.995 * unchanged, f"{kept} of {unchanged} kept their check"


@pytest.mark.parametrize(
    ("places", "moved"),
    [
        ([], []),
        ([0, 1, 2], []),
        ([2, 0, 1], [2]),
        ([1, 2, 0], [0]),
        ([3, 2, 1, 0], [3, 2, 1]),
        ([0, 5, 1, 2], [5]),
    ],
)
def test_the_fewest_that_moved_are_named(places: list[int], moved: list[int]) -> None:
    assert len(out_of_order(places)) == len(moved)
    assert out_of_order(places) <= set(places)
