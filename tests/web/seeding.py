"""A newsroom in which every path of the API has something to find."""

from __future__ import annotations

from factcheck.domain.actors import Actor
from factcheck.domain.links import NewEvidence
from factcheck.domain.refs import Ref
from factcheck.domain.vocabulary import Role, SkipReason, Stance
from factcheck.evidence.network import GuardedNetwork
from factcheck.evidence.shelf import open_shelf, shelf_of
from factcheck.services import people, publishing, queries, revising, steps
from factcheck.services.evidence import attach_evidence
from factcheck.services.ingest import Submission
from factcheck.services.ledgers import seal_ledger
from factcheck.services.marking import mark_claims
from factcheck.services.snapshots import take_snapshot
from factcheck.store.engine import Sessions
from tests.evidence.serving import Site
from tests.making import ANA, ED, PAGE, ingest, refs

BOSS = Actor("Boss")
TEXT = (
    "The app has 218 million users, according to Statista. It opened in 2013. “It is full,” said Ana Duarte. "
    "The bridge cost 4 million euros. Nobody crosses it at night. The mill made paper. "
    "The BBC reported that 3 wells were dug. A poll by Ipsos found that 40% of people agree. "
    "Will it open again?"
)
WORDS = "<html><body><article><p>In our survey of last spring the app has 218 million users.</p></article>"


def seed(sessions: Sessions, database: str, site: Site) -> None:
    """Claims in every state, evidence with a page that was kept, queries, a seal, two revisions."""
    ingest(sessions, TEXT, "rednote")
    site.pages["/page"] = WORDS.encode()
    piece = NewEvidence(site.url("/page"), stance=Stance.SUPPORTS, quote="218 million users")
    number = attach_evidence(sessions, ANA, Ref("rednote", 1), piece).evidence[-1].id
    take_snapshot(sessions, open_shelf(shelf_of(database)), GuardedNetwork().fetch, ANA, number)
    queries.ask_query(sessions, ANA, Ref("rednote", 1), "Since when?")
    mark_claims(sessions, ANA, refs("rednote#2", "rednote#4", "rednote#5"), "verified", evidence=[PAGE])
    steps.skip_claims(sessions, ANA, refs("rednote#6"), SkipReason.OPINION)
    steps.approve_claims(sessions, ED, refs("rednote#4"))
    ingest(sessions, "A ferry sank. It had 40 cabins.", "ferry")
    text = "A well was dug. It is deep."
    ingest(sessions, text, "public")
    mark_claims(sessions, ANA, refs("public#1", "public#2"), "verified", evidence=[PAGE])
    steps.approve_claims(sessions, ED, refs("public#1", "public#2"))
    publishing.publish_article(sessions, ED, "public")
    for slug, revised in (("public", text.replace("deep", "very deep")), ("ferry", "A ferry sank.")):
        revising.revise_article(sessions, ANA, slug, Submission(revised, revised.encode()))
    seal_ledger(sessions, ED)


def people_it(sessions: Sessions) -> str:
    """A user of each role, tokens of theirs; the secret of an admin's, which is not the first one."""
    people.add_user(sessions, BOSS, "Boss", Role.ADMIN)
    for role in Role:
        people.add_user(sessions, BOSS, f"The {role}", role)
    for role in Role:
        people.add_token(sessions, BOSS, f"The {role}", label="script")
    return people.add_token(sessions, BOSS, "Boss", label="script")[1]
