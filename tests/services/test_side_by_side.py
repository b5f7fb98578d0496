"""What several people do at once never waits for each other in a ring, and is judged by one policy."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import psycopg
import pytest

from factcheck.domain.links import NewEvidence
from factcheck.domain.vocabulary import Stance
from factcheck.errors import Conflict, FactcheckError, NotFound
from factcheck.services import queueing, steps
from factcheck.services.databases import open_database
from factcheck.services.deadlines import set_deadline
from factcheck.services.doctor import examine_database
from factcheck.services.evidence import remove_evidence
from factcheck.services.ingest import Submission
from factcheck.services.marking import mark_claims
from factcheck.services.policies import default_policy_toml
from factcheck.services.policy_loading import load_policy
from factcheck.services.publishing import publish_article
from factcheck.services.revising import revise_article
from factcheck.store import ledger
from factcheck.store.engine import Sessions
from tests.making import ANA, ED, EVA, PAGE, ingest, refs

pytestmark = pytest.mark.slow
HONEST = {"transition_refused", "stale_version", "not_found"}
SECONDS = 2.0
SHARED = "The shared fact is that the dam holds forty lakes."
Work = Callable[[], object]


@pytest.fixture
def server(server_database: str) -> Iterator[Sessions]:
    """Transactions on a server, where rows are locked one by one."""
    opened = open_database(server_database)
    yield opened
    opened.close()


def side_by_side(*works: Work) -> None:
    """Let each work go on again and again beside the others; no refusal but an honest one may come."""
    unexpected: list[FactcheckError] = []
    until = time.monotonic() + SECONDS

    def go_on(work: Work) -> None:
        while time.monotonic() < until and not unexpected:
            try:
                work()
            except FactcheckError as error:
                if error.code not in HONEST:
                    unexpected.append(error)

    threads = [threading.Thread(target=go_on, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert unexpected == []


def all_of(*works: Work) -> Work:
    """Some works one after the other, each whatever came of the one before."""

    def act() -> None:
        for work in works:
            try:
                work()
            except FactcheckError as error:
                if error.code not in HONEST:
                    raise

    return act


def test_a_correction_beside_steps_over_two_articles(server: Sessions) -> None:
    for slug in ("alpha", "zeta"):
        ingest(server, f"{SHARED} Bridge {slug} is old and tall.", slug)
    mark_claims(server, ANA, refs("zeta#all", "alpha#all"), "verified", evidence=[PAGE])
    steps.approve_claims(server, ED, refs("zeta#all"))
    publish_article(server, ED, "zeta")
    verdicts = [("false", Stance.REFUTES), ("verified", Stance.SUPPORTS)]

    def correct() -> None:
        verdict, stance = verdicts[0]
        verdicts.reverse()
        page = NewEvidence(f"https://evidence.example/{time.monotonic()}", stance=stance)
        steps.reopen_claims(server, ANA, refs("zeta#1"), "Something new.")
        mark_claims(server, ANA, refs("zeta#1"), verdict, evidence=[page])
        steps.approve_claims(server, ED, refs("zeta#1"))
        publish_article(server, ED, "zeta")

    both = refs("alpha#1", "zeta#2")
    again = all_of(
        lambda: steps.return_claims(server, ED, both, "Look again."),
        lambda: mark_claims(server, ANA, refs("alpha#1", "zeta#1"), "verified", evidence=[PAGE]),
        lambda: mark_claims(server, ANA, refs("alpha#1"), "verified", evidence=[PAGE]),
    )
    side_by_side(correct, again, again)
    assert examine_database(server) == []


def test_a_revision_beside_a_deadline_which_tells_what_was_before(server: Sessions) -> None:
    ingest(server)
    tries = iter(range(1_000_000))

    def revise() -> None:
        text = f"The bridge cost {next(tries)} million euros. It opened in 1932."
        revise_article(server, ANA, "bridge", Submission(text, text.encode()))

    def defer() -> None:
        set_deadline(server, ED, "bridge", datetime(2027, 1, 1 + next(tries) % 28, tzinfo=UTC))

    side_by_side(revise, defer, defer)
    with server.read() as session:
        events = [one for one in ledger.events(session, "article:bridge") if one.action == "deadline_set"]
    assert [one.before for one in events[1:]] == [one.after for one in events[:-1]]


def test_what_was_left_in_two_articles_beside_steps_over_both(
    server: Sessions, monkeypatch: pytest.MonkeyPatch
) -> None:
    for slug in ("zeta", "alpha"):  # taken in in the one order, named in the other
        ingest(server, " ".join(f"Bridge {slug} number {n} had {n} arches." for n in range(1, 12)), slug)
    monkeypatch.setattr(queueing, "left_before", lambda _, at: at)  # whatever is held is left at once
    taken, marked = refs("zeta#1-5", "alpha#1-5"), refs("alpha#8", "zeta#8")
    side_by_side(
        all_of(lambda: steps.take_claims(server, EVA, taken), lambda: queueing.lay_back_left(server)),
        all_of(
            lambda: mark_claims(server, ANA, marked, "verified", evidence=[PAGE]),
            lambda: steps.return_claims(server, ED, marked, "Look again."),
            lambda: queueing.lay_back_left(server),
        ),
    )
    assert examine_database(server) == []


def test_a_policy_waits_for_whoever_is_judged_by_the_one_before(
    server: Sessions, server_database: str
) -> None:
    ingest(server)
    toml = default_policy_toml()
    head, _, rest = toml.partition("[verdicts.outdated]")
    without = head + rest[rest.index("\n[") + 1 :]
    said: list[object] = []

    def attempt(work: Work) -> None:
        try:
            said.append(work())
        except FactcheckError as error:
            said.append(error)

    with psycopg.connect(server_database.replace("+psycopg", "")) as holding:
        holding.execute("SELECT 1 FROM claims WHERE n = 1 FOR UPDATE")
        marking = threading.Thread(
            target=attempt,
            args=(lambda: mark_claims(server, ANA, refs("bridge#1"), "outdated", evidence=[PAGE]),),
        )
        marking.start()
        time.sleep(0.5)  # it waits for the claim
        loading = threading.Thread(target=attempt, args=(lambda: load_policy(server, EVA, without),))
        loading.start()
        time.sleep(0.5)  # and this waits for it
        assert said == []
        holding.rollback()
        marking.join()
        loading.join()
    assert [type(one) for one in said] == [list, Conflict]
    assert "“outdated”" in str(said[1])


def test_two_who_remove_the_same_evidence(server: Sessions, server_database: str) -> None:
    ingest(server)
    claim = mark_claims(server, ANA, refs("bridge#1"), "verified", evidence=[PAGE])[0]
    came: list[str] = []

    def remove() -> None:
        try:
            remove_evidence(server, ANA, claim.evidence[0].id)
            came.append("removed")
        except NotFound:
            came.append("not there")

    with psycopg.connect(server_database.replace("+psycopg", "")) as holding:
        holding.execute("SELECT 1 FROM claims WHERE n = 1 FOR UPDATE")
        threads = [threading.Thread(target=remove) for _ in range(2)]
        for thread in threads:
            thread.start()
        time.sleep(0.5)  # both have seen it, and wait for its claim
        holding.rollback()
        for thread in threads:
            thread.join()
    assert sorted(came) == ["not there", "removed"]
