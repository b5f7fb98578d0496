from __future__ import annotations

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from factcheck.domain.refs import Ref
from factcheck.domain.vocabulary import Role, SkipReason
from factcheck.errors import FactcheckError
from factcheck.evidence.archivers.archiver import Archived
from factcheck.evidence.fetch import Exchange, Page
from factcheck.evidence.network import GuardedNetwork, Network
from factcheck.evidence.shelf import open_shelf
from factcheck.services.archiving import archive_evidence
from factcheck.services.doctor import examine_database
from factcheck.services.evidence import attach_evidence
from factcheck.services.house_rules import load_rules
from factcheck.services.ingest import Submission
from factcheck.services.ledgers import seal_ledger, verify_ledger
from factcheck.services.people import add_token, add_user
from factcheck.services.policies import default_policy_toml
from factcheck.services.policy_loading import load_policy
from factcheck.services.publishing import publish_article
from factcheck.services.queries import answer_query, ask_query
from factcheck.services.registering import load_registry
from factcheck.services.repeating import begin_request
from factcheck.services.revising import revise_article
from factcheck.services.signing_in import sign_in_by_name
from factcheck.services.snapshots import take_snapshot
from factcheck.services.steps import reopen_claims, skip_claims
from factcheck.store import schema
from factcheck.store.columns import Base
from factcheck.store.engine import Sessions
from tests.making import ANA, ED, PAGE, approve, ingest, refs

# PostgreSQL's index of words is an expression, which the tables do not spell out.
WORDS = "ix_claims_words"
SEEDS = Path(__file__).parents[2] / "seeds"


KEPT = Page(
    (Exchange(PAGE.url, "1.1.1.1", (), 200, "OK", (("Content-Type", "text/plain"),), b"It opened in 1932."),),
    b"It opened in 1932.",
)


class Elsewhere:
    """An archiver that keeps pages somewhere else."""

    name, does, tells, needs = "elsewhere", "keeps pages", "nobody", "nothing"

    def archive(self, url: str, network: Network) -> Archived:
        return Archived(url=f"https://archive.example/{url}")


def fill(sessions: Sessions) -> None:
    """Rows in every table."""
    load_registry(sessions, ANA, (SEEDS / "sources.toml").read_text())
    load_policy(sessions, ANA, default_policy_toml())
    rule = "Feature: F\n  Scenario: S\n    Given the article's claims\n    Then there are at most 99\n"
    load_rules(sessions, ANA, {"house.feature": rule})
    ingest(sessions, "According to Statista, the bridge cost 4 million euros. It opened in 1932.")
    ask_query(sessions, ANA, Ref("bridge", 2), "In which month?")
    answer_query(sessions, ANA, Ref("bridge", 2), "In May.")
    attached = attach_evidence(sessions, ANA, Ref("bridge", 2), PAGE).evidence[-1]
    take_snapshot(sessions, open_shelf("memory://fill"), lambda _url, _headers: KEPT, ANA, attached.id)
    archive_evidence(sessions, open_shelf("memory://fill"), Elsewhere(), GuardedNetwork(), ANA, attached.id)
    skip_claims(sessions, ANA, refs("bridge#2"), SkipReason.OPINION)
    for verdict in ("verified", "mostly_true"):
        approve(sessions, "bridge#1", verdict)
        publish_article(sessions, ED, "bridge")
        reopen_claims(sessions, ANA, refs("bridge#1"), "again")
    seal_ledger(sessions, ED)
    text = "According to Statista, the bridge cost 5 million euros. It closed in 1932."
    revise_article(sessions, ANA, "bridge", Submission(text, text.encode()))
    sign_in_by_name(sessions, "Ana")
    begin_request(sessions, "caller", "key", "sha256")
    add_user(sessions, ANA, "Ana", Role.ADMIN)
    add_user(sessions, ANA, "Ed", Role.EDITOR)
    add_token(sessions, ANA, "Ana", label="desk")


def test_the_migrations_make_what_the_tables_say(sessions: Sessions) -> None:
    def ours(name: str | None, kind: str, _: object) -> bool:
        return not (kind == "table" and (name or "").startswith(("claim_words", "alembic"))) and name != WORDS

    with sessions.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "include_name": ours})
        assert compare_metadata(context, Base.metadata) == []


def test_up_down_and_up_again_with_rows_in_every_table(sessions: Sessions) -> None:
    fill(sessions)
    with sessions.read() as session:
        for table in Base.metadata.sorted_tables:
            assert session.scalar(text(f"SELECT count(*) FROM {table.name}")), (
                f"{table.name} has no row to test"
            )
    schema.downgrade(sessions.engine, "base")
    assert schema.current(sessions.engine) is None
    schema.upgrade(sessions.engine)
    fill(sessions)
    assert examine_database(sessions) == []
    assert verify_ledger(sessions).events > 10


@pytest.mark.parametrize("table", ["events", "seals"])
@pytest.mark.parametrize("act", ["UPDATE {} SET hash = 'x'", "DELETE FROM {}"])
def test_the_ledger_refuses_change(sessions: Sessions, table: str, act: str) -> None:
    fill(sessions)
    with pytest.raises(FactcheckError, match="append-only"), sessions.begin() as session:
        session.execute(text(act.format(table)))


def test_every_constraint_has_a_name() -> None:
    for table in Base.metadata.sorted_tables:
        for constraint in table.constraints:
            assert constraint.name, f"{table.name}: {constraint}"
