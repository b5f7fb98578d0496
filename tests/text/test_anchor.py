from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.text.anchor import anchor, plain_sentence, same_words


def test_the_same_words_in_another_order_are_the_same_sentences() -> None:
    assert anchor(["One.", "Two.", "Three."], ["Three.", "One.", "Two."]) == {0: 2, 1: 0, 2: 1}


def test_quotation_marks_and_white_space_change_no_word() -> None:
    assert same_words("She  called it\n“a ‘start’”.") == "She called it \"a 'start'\"."
    assert same_words("«Non», dit-elle.") == '"Non", dit-elle.'


@pytest.mark.parametrize("new", ["It’s 4 million", "It's 4 millions", "It's not 4 million", "It's 4 Million"])
def test_whatever_else_differs_is_other_words(new: str) -> None:
    assert (same_words("It's 4 million") == same_words(new)) == (new == "It’s 4 million")


def test_elsewhere_a_sentence_is_known_without_case_and_outer_marks() -> None:
    assert plain_sentence("“The app has 218 million users.”") == plain_sentence(
        "the app has 218 million users"
    )
    assert plain_sentence("It has 2.18 million.") != plain_sentence("It has 218 million.")


def test_repeated_sentences_go_by_their_neighbours() -> None:
    old = ["Ana Duarte left.", "He declined to comment.", "Bo Fenn stayed.", "He declined to comment."]
    new = ["It rained.", "Bo Fenn stayed.", "He declined to comment."]
    assert anchor(old, new) == {1: 2, 2: 3}
    assert anchor(old, ["Ana Duarte left.", "He declined to comment.", "Quite another thing."]) == {
        0: 0,
        1: 1,
    }


def test_a_reworded_repeat_leaves_the_others_theirs() -> None:
    old = ["A first thing.", "Nobody came.", "A second thing.", "Nobody came.", "A third thing."]
    new = ["A first thing.", "Nobody came at all.", "A second thing.", "Nobody came.", "A third thing."]
    assert anchor(old, new) == {0: 0, 1: 1, 2: 2, 3: 3, 4: 4}


def test_what_is_likeliest_together_wins_over_what_comes_first() -> None:
    old = ["It rained.", "The mill made paper until 1990.", "It rained on.", "The mill made paper and glue."]
    new = ["The mill made paper and glue until 1990.", "It rained.", "The mill made paper.", "It rained on."]
    assert anchor(old, new) == {0: 3, 1: 0, 2: 1, 3: 2}


def test_quite_another_sentence_is_new() -> None:
    assert anchor(["The bridge cost 4 million euros."], ["Nobody likes wet shoes."]) == {}


def test_between_the_same_neighbours_less_likeness_will_do() -> None:
    old = ["It was dark.", "Twelve people came to the old mill.", "It was late."]
    assert anchor(old, ["It was dark.", "Nobody came to the mill.", "It was late."])[1] == 1


def test_what_had_gone_returns_word_for_word_only() -> None:
    assert anchor(["It rained."], ["It rained.", "It snowed."], ["It snowed."]) == {0: 0, 1: 1}
    assert anchor(["It rained."], ["It rained.", "It snowed a lot."], ["It snowed."]) == {0: 0}
    assert anchor(["No."], ["No."], ["No."]) == {0: 0}


def test_no_sentences_at_all() -> None:
    assert anchor([], []) == anchor(["One."], []) == anchor([], ["One."]) == {}


SENTENCES = st.lists(
    st.sampled_from(["No.", "Yes.", "It is so.", "It is not so.", "", "“No.”", "He left."]), max_size=9
)


@settings(deadline=None)
@given(SENTENCES, SENTENCES, SENTENCES)
def test_nobody_is_two_sentences_and_the_same_words_are_never_passed_over(
    old: list[str], new: list[str], lost: list[str]
) -> None:
    found = anchor(old, new, lost)
    assert len(set(found.values())) == len(found)
    assert all(j < len(new) and i < len(old) + len(lost) for j, i in found.items())
    every = [same_words(text) for text in old + lost]
    free = [words for i, words in enumerate(every) if i not in found.values()]
    for j, text in enumerate(new):
        if j not in found or every[found[j]] != same_words(text):
            assert same_words(text) not in free


def test_hundreds_of_repeats_are_settled_in_time() -> None:
    old = [f"Line {n % 60}." for n in range(60 * 15)]
    new = [f"Line {n % 60}." for n in range(60 * 16)]
    begun = time.perf_counter()
    found = anchor(old, new)
    assert len(found) == len(old)
    assert time.perf_counter() - begun < 2
