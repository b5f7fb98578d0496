from __future__ import annotations

from factcheck.domain.refs import Ref
from factcheck.domain.replay import wordings
from factcheck.services import reading
from factcheck.services.ingest import Submission
from factcheck.services.revising import revise_article
from factcheck.store.engine import Sessions
from tests.making import ANA, ED, ingest

FIRST = Ref("bridge", 1)


def wordings_of(sessions: Sessions) -> list[tuple[str, str | None]]:
    text = next(reading.list_claims(sessions, reading.Wanted(article="bridge", limit=1))).text
    return [(one.text, one.by) for one in wordings(text, reading.claim_history(sessions, FIRST))]


def test_a_sentence_that_never_changed_has_one_wording(sqlite_sessions: Sessions) -> None:
    ingest(sqlite_sessions, "The bridge cost 4 million euros. It opened in 1932.", "bridge")
    assert wordings_of(sqlite_sessions) == [("The bridge cost 4 million euros.", None)]


def test_each_revision_that_changed_it_is_another(sqlite_sessions: Sessions) -> None:
    ingest(sqlite_sessions, "The bridge cost 4 million euros. It opened in 1932.", "bridge")
    for actor, text in (
        (ANA, "The bridge cost 5 million euros. It opened in 1932."),
        (ED, "The bridge cost 5 million euros. It opened in 1933."),
        (ED, "The  bridge cost 5 million euros. It opened in 1933."),
    ):
        revise_article(sqlite_sessions, actor, "bridge", Submission(text, text.encode()))
    assert wordings_of(sqlite_sessions) == [
        ("The bridge cost 4 million euros.", None),
        ("The  bridge cost 5 million euros.", "Ana"),  # another spelling is no other wording
    ]
