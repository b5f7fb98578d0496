"""The table of cues and the morphology under it."""

from __future__ import annotations

import pytest

from factcheck.text.cue_forms import GERUND_FORM, PARTICIPLE, PAST, THIRD, polarity_of
from factcheck.text.cues import ADJECTIVES, NOUNS, VERBS
from factcheck.text.inflection import forms


@pytest.mark.parametrize(
    ("lemma", "expected"),
    [
        ("say", ("say", "says", "said", "said", "saying")),
        ("deny", ("deny", "denies", "denied", "denied", "denying")),
        ("admit", ("admit", "admits", "admitted", "admitted", "admitting")),
        ("write", ("write", "writes", "wrote", "written", "writing")),
        ("stress", ("stress", "stresses", "stressed", "stressed", "stressing")),
        ("have", ("have", "has", "had", "had", "having")),
        ("agree", ("agree", "agrees", "agreed", "agreed", "agreeing")),
    ],
)
def test_a_lemma_gives_all_its_forms(lemma: str, expected: tuple[str, ...]) -> None:
    assert forms(lemma) == expected


@pytest.mark.parametrize(
    ("word", "shape"), [("said", PAST | PARTICIPLE), ("claims", THIRD), ("arguing", GERUND_FORM)]
)
def test_a_form_knows_its_shapes(word: str, shape: int) -> None:
    assert VERBS[word].shape & shape == shape


def test_a_denial_denies_and_a_negated_statement_too() -> None:
    deny, say = VERBS["denied"].cues[0], VERBS["said"].cues[0]
    assert polarity_of(deny) == "denies"
    assert polarity_of(deny, negated=True) == "asserts"
    assert polarity_of(say) == "asserts"
    assert polarity_of(say, negated=True) == "denies"


def test_particle_verbs_are_tried_before_the_plain_verb() -> None:
    assert VERBS["pointed"].cues[0].particle == "out"


def test_nouns_and_adjectives_have_arguments() -> None:
    assert all(cue.arguments or cue.prepositions for cue in [*NOUNS.values(), *ADJECTIVES.values()])
