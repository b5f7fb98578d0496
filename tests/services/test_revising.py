from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass, field

import pytest

from factcheck.domain.refs import Ref, parse_ref
from factcheck.domain.vocabulary import Status
from factcheck.errors import Conflict, NotFound, NothingToCheck, StaleVersion, TransitionRefused
from factcheck.services.comparing import compare_revisions
from factcheck.services.doctor import examine_database
from factcheck.services.exporting import export_claims
from factcheck.services.ingest import Submission
from factcheck.services.marking import mark_claims
from factcheck.services.publishing import check_gate
from factcheck.services.reading import Wanted, claim_history, list_articles, list_claims, show_claims
from factcheck.services.revising import Revised, preview_revision, revise_article
from factcheck.services.steps import approve_claims, return_claims, take_claims
from factcheck.services.ticking import tick_checkpoint
from factcheck.store.engine import Sessions
from factcheck.text.anchor import same_words
from tests.making import ANA, ED, EVA, PAGE, approve, ingest, refs


def revise(sessions: Sessions, text: str, slug: str = "bridge", **options: int) -> Revised:
    return revise_article(sessions, EVA, slug, Submission(text, text.encode()), **options)


def standing(sessions: Sessions, slug: str = "bridge") -> dict[int, str]:
    return {one.n: one.text for one in list_claims(sessions, Wanted(article=slug, orphaned=False))}


def test_a_revision_keeps_the_bytes_and_the_text_it_came_from(sessions: Sessions) -> None:
    ingest(sessions)
    done = revise(sessions, "The bridge cost 4 million euros. It was opened in 1932.")
    assert (done.revision, done.kept, done.article.revision, done.article.claims) == (2, 1, 2, 2)
    assert [change.change for change in done.changes] == ["reworded", "orphaned"]
    assert examine_database(sessions) == []


def test_what_came_after_an_older_text_is_refused(sessions: Sessions) -> None:
    ingest(sessions)
    revise(sessions, "It opened in 1932.", based_on=1)
    with pytest.raises(StaleVersion, match="at revision 2 by now, not 1") as refused:
        revise(sessions, "It opened in 1933.", based_on=1)
    assert "factcheck diff bridge 1 2" in (refused.value.hint or "")
    assert standing(sessions) == {2: "It opened in 1932."}


def test_the_text_of_another_article_is_refused(sessions: Sessions) -> None:
    ingest(sessions)
    ingest(sessions, "Nobody came.", "other")
    with pytest.raises(Conflict, match="text of another article, other"):
        revise(sessions, "Nobody came.")
    with pytest.raises(NothingToCheck):
        revise(sessions, "A Headline Alone")
    with pytest.raises(NotFound):
        revise(sessions, "It rained.", slug="nowhere")


def test_ticks_stay_with_the_words_they_were_made_on(sessions: Sessions) -> None:
    ingest(sessions)
    figure = next(one for one in show_claims(sessions, refs("bridge#1")[0])[0].checkpoints)
    tick_checkpoint(sessions, ANA, Ref("bridge", 1), figure.n)
    revise(sessions, "It opened in 1932. The bridge cost 4 million euros.")
    assert [one.ticked_by for one in show_claims(sessions, refs("bridge#1")[0])[0].checkpoints] == ["Ana"]
    revise(sessions, "It opened in 1932. The bridge cost 4 million dollars.")
    assert [one.ticked_by for one in show_claims(sessions, refs("bridge#1")[0])[0].checkpoints] == [None]
    assert examine_database(sessions) == []


def test_a_tick_on_what_is_no_detail_any_more_is_told_as_taken_off(sessions: Sessions) -> None:
    ingest(sessions, "“It was a long night. The bridge is safe. Nobody fell,” said Ana Lund.")
    tick_checkpoint(sessions, ANA, Ref("bridge", 2), 1)
    revise(sessions, "It was a long night. The bridge is safe. Nobody fell, said Ana Lund.")
    assert show_claims(sessions, refs("bridge#2")[0])[0].checkpoints == ()
    assert claim_history(sessions, Ref("bridge", 2))[-1].action == "checkpoint_unticked"
    assert examine_database(sessions) == []


def test_a_sentence_that_somebody_else_says_now_is_flagged(sessions: Sessions) -> None:
    text = "The mayor, Ana Lund, spoke on Monday. She said the bridge would be closed."
    ingest(sessions, text)
    approve(sessions, "bridge#2")
    done = revise(sessions, text.replace("Ana Lund", "Ida Berg"))
    assert [(one.ref, one.change) for one in done.changes] == [("bridge#1", "reworded"), ("bridge#2", "kept")]
    claim = show_claims(sessions, refs("bridge#2")[0])[0]
    assert (claim.status, claim.verdict) == (Status.APPROVED, "verified")
    assert claim.recheck == "since revision 2 it is said by Ida Berg instead of Ana Lund"


def test_a_flagged_claim_is_not_approved_before_somebody_looked(sessions: Sessions) -> None:
    text = "The mayor, Ana Lund, spoke on Monday. She said the bridge would be closed."
    ingest(sessions, text)
    mark_claims(sessions, ANA, refs("bridge#2"), "verified", evidence=[PAGE])
    revise(sessions, text.replace("Ana Lund", "Ida Berg"))
    with pytest.raises(TransitionRefused, match="looked at again: since revision 2"):
        approve_claims(sessions, ED, refs("bridge#2"))
    return_claims(sessions, ED, refs("bridge#2"), "another mayor")
    mark_claims(sessions, ANA, refs("bridge#2"), "verified")
    assert approve_claims(sessions, ED, refs("bridge#2"))[0].recheck is None


def test_what_was_approved_of_another_voice_is_not_published(sessions: Sessions) -> None:
    text = "The mayor, Ana Lund, spoke on Monday. She said the bridge would be closed."
    ingest(sessions, text)
    approve(sessions, "bridge#1")
    approve(sessions, "bridge#2")
    revise(sessions, text.replace("Ana Lund", "Ida Berg"))
    approve(sessions, "bridge#1")
    assert [found.ref for found in check_gate(sessions, "bridge")] == ["bridge#2"]
    verified = b"".join(export_claims(sessions, Wanted(article="bridge"), "jsonl", verified=True))
    assert b"bridge#2" not in verified
    return_claims(sessions, ED, refs("bridge#2"), "another mayor")
    approve(sessions, "bridge#2")
    assert check_gate(sessions, "bridge") == []


def test_who_holds_a_claim_goes_on_holding_it(sessions: Sessions) -> None:
    ingest(sessions)
    take_claims(sessions, ANA, refs("bridge#1"))
    revise(sessions, "The bridge cost 5 million euros. It opened in 1932.")
    claim = show_claims(sessions, refs("bridge#1")[0])[0]
    assert (claim.status, claim.assignee, claim.text) == (
        "in_review",
        "Ana",
        "The bridge cost 5 million euros.",
    )
    assert [event.action for event in claim_history(sessions, Ref("bridge", 1))] == [
        "claim_taken", "claim_reworded",
    ]  # fmt: skip


def test_a_word_is_found_where_it_stands_now(sessions: Sessions) -> None:
    ingest(sessions)
    revise(sessions, "The bridge cost 5 million euros. It closed in 1932.")
    found = {
        word: [one.n for one in list_claims(sessions, Wanted(query=word))] for word in ("opened", "closed")
    }
    assert found == {"opened": [], "closed": [2]}


def test_pages_of_claims_follow_the_text(sessions: Sessions) -> None:
    ingest(sessions, "One came. Two came. Three came.", "abc")
    revise(sessions, "Three came. Four came. One came.", slug="abc")
    order = [one.ref for one in list_claims(sessions, Wanted(article="abc"))]
    assert order == ["abc#3", "abc#4", "abc#1", "abc#2"]  # one that has gone stands last
    walked, after = [], None
    while page := list(list_claims(sessions, Wanted(article="abc", after=after, limit=1))):
        walked.append(page[0].ref)
        after = parse_ref(page[0].ref)
    assert walked == order


def test_revisions_are_compared_in_either_direction(sessions: Sessions) -> None:
    ingest(sessions)
    revise(sessions, "It opened in 1932. The bridge cost 4 million euros. It is long.")
    forth = [(one.ref, one.change) for one in compare_revisions(sessions, "bridge", 1, 2)]
    back = [(one.ref, one.change) for one in compare_revisions(sessions, "bridge", 2, 1)]
    assert ("bridge#4", "new") in forth
    assert ("bridge#3", "orphaned") in forth
    assert ("bridge#3", "new") in back
    assert compare_revisions(sessions, "bridge", 2, 2) == []
    with pytest.raises(NotFound, match="no revision 3"):
        compare_revisions(sessions, "bridge", 1, 3)


# Random revisions: an author who edits, moves, deletes, inserts, repeats, negates and mistypes figures.

_SUBJECTS = ("The bridge", "The ferry", "Norderholm", "The council", "The harbour office", "A second ferry")
_VERBS = ("has", "lost", "bought", "counted", "promised")
_THINGS = ("boats", "passengers", "lamps", "houses", "tickets", "seats", "letters")
_REPEATED = ("He declined to comment.", "Nobody was hurt.")


@dataclass
class Author:
    """An author with a text of sentences, each under a name that stays with it."""

    chance: random.Random
    text: list[tuple[int, str]] = field(default_factory=list)
    names: int = 0
    used: set[str] = field(default_factory=set)

    def sentence(self) -> tuple[int, str]:
        self.names += 1
        if self.chance.random() < 0.2:
            return self.names, self.chance.choice(_REPEATED)
        while True:
            number = self.chance.randrange(20, 980)
            words = [self.chance.choice(part) for part in (_SUBJECTS, _VERBS, _THINGS)]
            made = f"{words[0]} {words[1]} {number} {words[2]} in {self.chance.randrange(1900, 2020)}."
            if made not in self.used:
                self.used.add(made)
                return self.names, made

    def rewrite(self) -> None:
        for _ in range(self.chance.randint(1, 4)):
            place = self.chance.randrange(len(self.text))
            name, words = self.text[place]
            act = self.chance.choice(("edit", "move", "delete", "insert", "repeat", "digit", "negate"))
            if act == "move":
                self.text.insert(self.chance.randrange(len(self.text)), self.text.pop(place))
            elif len(self.text) > 14 or (act == "delete" and len(self.text) > 4):
                del self.text[place]
            elif act == "insert":
                self.text.insert(place, self.sentence())
            elif act == "repeat":
                self.names += 1
                self.text.insert(place, (self.names, words))
            elif act == "digit" and any(char.isdigit() for char in words):
                at = self.chance.choice([k for k, char in enumerate(words) if char.isdigit()])
                self.text[place] = name, words[:at] + str((int(words[at]) + 1) % 10) + words[at + 1 :]
            elif act == "negate":
                self.text[place] = name, words.replace(" in ", " not in ", 1)
            elif act == "edit":
                self.text[place] = name, words.replace(" the ", " that ").replace("ed ", "ed some ", 1)

    def written(self) -> str:
        return " ".join(words for _, words in self.text)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(8))
def test_no_verdict_is_carried_over_and_no_check_is_lost(sqlite_sessions: Sessions, seed: int) -> None:
    """Sixty revisions a seed, through the whole service; two thousand are tried in `tests/domain`.

    Which of two sentences with the same words is the one that was there before, nobody can tell when
    they stand side by side; so each wording's checks are counted.
    """
    sessions, author = sqlite_sessions, Author(random.Random(seed))
    author.text = [author.sentence() for _ in range(10)]
    ingest(sessions, author.written(), "story")
    unchanged = kept = 0
    for _ in range(60):
        claims = list(list_claims(sessions, Wanted(article="story", orphaned=False)))
        open_ones = [one.ref for one in claims if one.verdict is None]
        if open_ones:
            mark_claims(sessions, ANA, refs(*open_ones), "verified", evidence=[PAGE])
        if author.chance.random() < 0.5 and list_articles(sessions)[0].counts[Status.CHECKED]:
            approve_claims(sessions, ED, refs("story#all"))
        checked = {one.n: same_words(one.text) for one in list_claims(sessions, Wanted(article="story"))}
        before = [words for _, words in author.text]
        author.rewrite()
        revise(sessions, author.written(), "story")
        after = list(list_claims(sessions, Wanted(article="story", orphaned=False)))
        assert [one.text for one in after] == [words for _, words in author.text]
        for claim in after:
            if claim.verdict is not None:
                assert checked[claim.n] == same_words(claim.text), "a verdict was carried over to other words"
        for words, number in (Counter(before) & Counter(words for _, words in author.text)).items():
            unchanged += number
            kept += min(number, sum(one.text == words and one.verdict is not None for one in after))
    assert kept >= 0.995 * unchanged, f"{kept} of {unchanged} kept their check"
    assert examine_database(sessions) == []


def test_an_article_of_a_thousand_sentences_is_revised(sqlite_sessions: Sessions) -> None:
    author = Author(random.Random(1))
    author.text = [author.sentence() for _ in range(1000)]
    ingest(sqlite_sessions, author.written(), "long")
    text = author.written().replace("promised", "denied")
    planned = preview_revision(sqlite_sessions, "long", Submission(text, text.encode()))
    assert list_articles(sqlite_sessions)[0].revision == 1
    done = revise(sqlite_sessions, text, slug="long")
    assert (done.kept, done.changes) == (planned.kept, planned.changes)
    reworded = sum("promised" in words for _, words in author.text)
    assert reworded > 100
    assert [one.change for one in done.changes] == ["reworded"] * reworded
    assert done.kept == 1000 - reworded
